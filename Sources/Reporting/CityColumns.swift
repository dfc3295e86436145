// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import FreightRouting
import JSONText
import Quantities

/// A figure or word of a table, written alike in every format.
enum Cell: Sendable, Hashable {
  case empty
  case text(String)
  case whole(Int)
  case flag(Bool)
  /// A finite decimal as its digits.
  case decimal(String)

  /// Digits for CSV and tables; empty where there is no value.
  var plain: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .whole(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .decimal(let digits): digits
    }
  }

  var json: JSONValue {
    switch self {
    case .empty: .null
    case .text(let text): .string(text)
    case .whole(let number): .integer(Int64(number))
    case .flag(let flag): .bool(flag)
    case .decimal(let digits): Double(digits).map(JSONValue.number) ?? .null
    }
  }

  init(_ text: String?) { self = text.map(Cell.text) ?? .empty }
  /// Empty where not known.
  init(yuan money: Money?) { self = money.map { .decimal(Numerals.yuan($0)) } ?? .empty }
  /// In another currency, of which one unit is so many yuan.
  init(_ money: Money?, yuanPerUnit rate: Double) {
    self = money.map { .decimal(Numerals.fixed(Double($0.count) / 100 / rate, 2)) } ?? .empty
  }
  init(kilograms emission: Emission?) {
    self = emission.map { .decimal(Numerals.kilograms($0)) } ?? .empty
  }
  init(share: Double?) { self = share.map { .decimal(Numerals.short($0, 4)) } ?? .empty }
  init(hours seconds: Int64?) { self = seconds.map { .decimal(Numerals.hours($0)) } ?? .empty }
}

extension Network {
  /// Yuan for one unit of the network's currency; nil where that is the yuan.
  var ownRate: Double? { header.currency == "CNY" ? nil : yuan(perUnitOf: header.currency) }
}

/// The columns of a city, the same in JSON, CSV, GeoJSON and GeoPackage.
extension CoverageReport {
  /// Keys in the order in which every format writes them.
  var columnNames: [String] {
    let cost = isByTEU ? "cost_cny_teu" : "cost_cny_kg"
    let co2e = isByTEU ? "co2e_kg_per_teu" : "co2e_kg_per_kg"
    return [
      "city_id", "name_zh", "name_en", "country_region", "tier", "target_h", "p50_h", "p80_h",
      "p95_h", "prob_within", "prob_lo", "prob_hi", "slack_h", "exit_gateway", "main_service",
      "day1_share", "day2_share", "day3_share", "cost_cny", cost, "co2e_kg", co2e,
      "top_wait_place", "top_wait_h", "binding_constraint", "delta_p80_h", "status", "reason",
      "quality", "assumed_share",
    ] + (network.ownRate == nil ? [] : ["cost", "currency"])
  }

  /// The values of `columnNames` for one city; what is not computed yet is empty.
  func cells(of city: CityResult) -> [Cell] {
    let place = network.places[city.place]
    let units = isByTEU ? query.consignment.teu : query.consignment.massKG
    let cost = city.itinerary?.cost
    let co2e = city.itinerary?.co2e
    return [
      .text(place.id), Cell(place.nameZH.isEmpty ? nil : place.nameZH), .text(place.nameEN),
      .text(network.territory(of: city.place).code), .whole(city.tier),
      Cell(hours: city.targetSeconds), Cell(hours: city.p50), Cell(hours: city.p80),
      Cell(hours: city.p95), chance(city.reliability?.within), chance(city.reliability?.lo),
      chance(city.reliability?.hi), Cell(hours: city.slackSeconds),
      Cell(city.exitGateway.map { network.places[$0].id }),
      Cell(city.mainService.map { network.services[$0].id }),
      share(city, 0), share(city, 1), share(city, 2),
      Cell(yuan: cost),
      cost.map { .decimal(Numerals.short(Double($0.count) / 100 / units, 4)) } ?? .empty,
      Cell(kilograms: co2e),
      co2e.map { .decimal(Numerals.short(Double($0.count) / 1_000 / units, 4)) } ?? .empty,
      Cell(city.topWait.map { network.places[$0.place].id }),
      Cell(hours: city.topWait?.seconds), Cell(city.topWait.map(bindingConstraint)),
      deltaP80(of: city).map { .decimal(Numerals.short($0, 2)) } ?? .empty,
      .text(comparedStatus(of: city)), Cell(reason(of: city)),
      Cell(city.itinerary?.quality.rawValue), Cell(share: city.itinerary?.assumedShare),
    ]
      + (network.ownRate.map { [Cell(cost, yuanPerUnit: $0), .text(network.header.currency)] } ?? [])
  }

  private func chance(_ share: Double?) -> Cell {
    share.map { .decimal(Numerals.short($0, 4)) } ?? .empty
  }

  private func share(_ city: CityResult, _ day: Int) -> Cell {
    city.dayShares.indices.contains(day)
      ? .decimal(Numerals.short(city.dayShares[day], 4)) : .empty
  }

  /// Cause and, where it waits for one, the service: `next_departure AF-HGH-LGG`.
  private func bindingConstraint(_ wait: CityResult.Wait) -> String {
    wait.service.map { "\(wait.cause.rawValue) \(network.services[$0].id)" } ?? wait.cause.rawValue
  }
}
