// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
import FreightModel
import FreightRouting
import JSONText
import Quantities

extension CoverageReport {
  /// The cities as CSV: the contract's columns, then a row per city, those beside, the districts.
  ///
  /// With `excel` it begins with a byte order mark, and cells that a spreadsheet would run are inert.
  public func csv(excel: Bool = false) -> [UInt8] {
    var text = CSVText(forExcel: excel)
    text.add(columnNames.map(Cell.text))
    for city in allCities { text.add(cells(of: city)) }
    return text.bytes
  }

  /// The circle as JSON with the keys of the contract, times as hours, money in CNY.
  public func json() -> [UInt8] {
    var members: [JSONValue.Member] = [.init("format", "tidebore.coverage/1")]
    members += headerMembers
    members += [
      .init("query", queryValue),
      .init("cities", .array(result.cities.map(object))),
      .init("tiers", .array(result.tiers.map(Self.object))),
      .init("beside", .array(result.beside.map(object))),
      .init("beside_tiers", .array(result.besideTiers.map(Self.object))),
      .init(
        "other_set",
        .object([
          .init("set", .string(result.otherSet)),
          .init("tiers", .array(result.otherTiers.map(Self.object))),
        ])),
      .init("reliability", reliabilityValue),
      .init("swings", .array(result.swings.map(object))),
      .init("gateways", .array(result.gateways.map(object))),
      .init("districts", .array(result.districts.map(object))),
      .init("quality", qualityValue),
      .init("ready_times", .array(allCities.map(readyTimes))),
    ]
    var bytes: [UInt8] = []
    JSONValue.object(members).write(into: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Who made it, from what: the members that every JSON output begins with.
  var headerMembers: [JSONValue.Member] {
    RunHeaderText(header: header, network: network, notices: notices, names: names).members + [
      .init("statistic", .string(statistic)), .init("clock", .string(clockSentence)),
      .init("left_out", .string(idealChain)),
    ]
  }

  private var prices: GeneralizedCost? {
    if case .generalized(let prices) = query.objective { prices } else { nil }
  }

  private var queryValue: JSONValue { .object(questionMembers) }

  /// What was asked, as every JSON output says it.
  var questionMembers: [JSONValue.Member] {
    [
      .init("origin", .string(network.places[query.origin].id)),
      .init("circle", .string(query.circle)), .init("targets", .string(query.targetSet)),
      .init("class", .string(query.consignment.cargoClass.rawValue)),
      .init("mass_kg", .number(query.consignment.massKG)),
      .init("teu", isByTEU ? .number(query.consignment.teu) : .null),
      .init("export_mode", .string(query.consignment.exportMode.rawValue)),
      .init("objective", .string(query.objective.name)),
      .init(
        "value_of_time_cny_h", prices.map { .number(Double($0.valueOfTime.count) / 100) } ?? .null),
      .init(
        "carbon_price_cny_t", prices.map { .number(Double($0.carbonPrice.count) / 100) } ?? .null),
      .init("week", .string(date(query.week))),
      .init("ready", .string(query.ready.rawValue)),
      .init("ready_times", .integer(Int64(readyMask.count { $0 }))),
      .init("percentile", .integer(Int64(query.percentile))),
      .init(
        "without", .array(query.options.without.sorted().map(JSONValue.string))),
      .init("live_services_only", .bool(query.options.liveServicesOnly)),
      .init("without_assumed_interline", .bool(query.options.withoutAssumedInterline)),
      .init("import_clearance", .string(query.options.importClearance.rawValue)),
      .init(
        "horizon_h",
        .number(
          Double(query.options.horizonSeconds(for: query.consignment, in: network)) / 3_600)),
      .init(
        "changes",
        .array(query.changes.map { .string(Messages.inLanguage($0.words, .en)) })),
    ]
  }

  private func object(_ city: CityResult) -> JSONValue {
    .object(zip(columnNames, cells(of: city)).map { JSONValue.Member($0, $1.json) })
  }

  private static func object(_ tier: TierCount) -> JSONValue {
    .object([
      .init("tier", .integer(Int64(tier.tier))), .init("in", .integer(Int64(tier.within))),
      .init("of", .integer(Int64(tier.of))),
      .init("population_in", .integer(Int64(tier.populationWithin))),
      .init("population_of", .integer(Int64(tier.populationOf))),
    ])
  }

  private func object(_ swing: Swing) -> JSONValue {
    .object([
      .init("code", .string(swing.code)), .init("text", .string(word(swing.code))),
      .init("tiers", .array(swing.tiers.map(Self.object))),
    ])
  }

  private func object(_ share: GatewayShare) -> JSONValue {
    .object([
      .init("gateway", share.gateway.map { .string(network.places[$0].id) } ?? .null),
      .init("name", .string(gatewayName(share.gateway))),
      .init("cities", .integer(Int64(share.cities))),
      .init("cities_in", .integer(Int64(share.citiesWithin))),
    ])
  }

  func gatewayName(_ gateway: ID<Place>?) -> String {
    gateway.map(names.place) ?? word("report.by_road")
  }

  private var qualityValue: JSONValue {
    .object(
      Quality.allCases.map {
        .init($0.rawValue, .number(rounded(qualityShares[$0])))
      })
  }

  private func rounded(_ share: Double) -> Double { (share * 10_000).rounded() / 10_000 }

  private func readyTimes(_ city: CityResult) -> JSONValue {
    .object([
      .init("city_id", .string(network.places[city.place].id)),
      .init("share_in_time", .number(rounded(city.shareInTime))),
      .init("hours", .array(city.seconds.map { Cell(hours: $0).json })),
    ])
  }
}
