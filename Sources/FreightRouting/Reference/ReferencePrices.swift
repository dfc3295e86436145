// SPDX-License-Identifier: GPL-3.0-or-later
internal import FreightModel
internal import Quantities

/// What moves cost and emit, leg by leg, in whole fen and whole grams rounded half up.
extension ReferenceRules {
  struct Price {
    var cost = Tally.zero
    var co2e = Tally.zero
  }

  private func roundedHalfUp(_ value: Double) -> Int64 { Int64((value + 0.5).rounded(.down)) }

  /// A charge in CNY.
  func money(_ charge: Charge) -> Tally {
    let cny = charge.fixed + charge.perKilogram * consignment.chargeableKG + charge.perTEU * teu
    return Tally(known: roundedHalfUp(cny * 100))
  }

  /// A charge in kg CO2e.
  func emission(_ charge: Charge) -> Tally {
    let kilograms = charge.fixed + charge.perKilogram * consignment.massKG + charge.perTEU * teu
    return Tally(known: roundedHalfUp(kilograms * 1_000))
  }

  func roadPrice(_ purpose: String, from: ID<Place>, to: ID<Place>, km: Double) -> Price {
    let tariff = tariff(purpose, .road, type: "", service: nil, from, to)
    return Price(
      cost: tariff.map { cost($0, km: km) } ?? .notKnown,
      co2e: emission(.road, type: purpose, km: km))
  }

  func seatPrice(_ id: ID<Service>, _ i: Int, _ j: Int) -> Price {
    let service = network.services[id]
    let from = service.stops[i].place
    let to = service.stops[j].place
    let sections = (i..<j).map { stop in
      let (a, b) = (service.stops[stop].place, service.stops[stop + 1].place)
      return listedKM(service, a, b) ?? greatCircleKM(service.mode, a, b)
    }
    let km = listedKM(service, from, to) ?? sections.reduce(0, +)
    let tariff = tariff("main_haul", service.mode, type: service.serviceType, service: id, from, to)
    return Price(
      cost: tariff.map { cost($0, km: km) } ?? .notKnown,
      co2e: emission(service.mode, type: service.serviceType, km: km))
  }

  /// The shortest listed way of the mode between two stops, best one of the service's passages.
  private func listedKM(_ service: Service, _ a: ID<Place>, _ b: ID<Place>) -> Double? {
    let listed = network.links.filter { link in
      link.mode == service.mode
        && ((link.from == a && link.to == b) || (link.from == b && link.to == a))
    }
    let fitting = listed.filter { $0.passages.allSatisfy(service.passages.contains) }
    return (fitting.isEmpty ? listed : fitting).map(\.distanceKM).min()
  }

  /// The great circle, lengthened by what ways of a mode are longer.
  private func greatCircleKM(_ mode: Mode, _ a: ID<Place>, _ b: ID<Place>) -> Double {
    let factor =
      switch mode {
      case .air: 1.05
      case .sea: 1.15
      case .rail, .river, .road: 1.2
      }
    return geodesicKM(a, b) * factor
  }

  private func cost(_ row: Tariff, km: Double) -> Tally {
    let tonnes = consignment.massKG / 1_000
    let sum =
      row.fixed + row.perKilogram * consignment.chargeableKG + row.perTEU * teu
      + row.perTonneKM * tonnes * km + row.perTEUKM * teu * km
    return Tally(known: roundedHalfUp(max(sum, row.minimum) * exchange(row.currency) * 100))
  }

  /// Yuan for one unit of a currency.
  private func exchange(_ currency: String) -> Double {
    guard currency != "CNY" else { return 1 }
    let names = ["fx." + currency, "fx." + currency.lowercased()]
    return network.parameters.first { names.contains($0.id) }?.value ?? 1
  }

  /// The narrowest row that fits: service, origin, destination, then mode, type and class; then id.
  private func tariff(
    _ purpose: String, _ mode: Mode, type: String, service: ID<Service>?, _ from: ID<Place>,
    _ to: ID<Place>
  ) -> Tariff? {
    let fitting = network.tariffs.compactMap { row -> (row: Tariff, ranks: [Int])? in
      guard row.purpose == purpose, row.mode == nil || row.mode == mode,
        row.serviceType.isEmpty || row.serviceType == type,
        row.service == nil || row.service == service,
        row.cargoClass == nil || row.cargoClass == consignment.cargoClass,
        let fromRank = tariffRank(row.from, from), let toRank = tariffRank(row.to, to)
      else { return nil }
      return (
        row,
        [
          row.service == nil ? 0 : 1, fromRank, toRank, row.mode == nil ? 0 : 1,
          row.serviceType.isEmpty ? 0 : 1, row.cargoClass == nil ? 0 : 1,
        ]
      )
    }
    return fitting.min { a, b in
      a.ranks == b.ranks
        ? a.row.id.utf8.lexicographicallyPrecedes(b.row.id.utf8)
        : b.ranks.lexicographicallyPrecedes(a.ranks)
    }?.row
  }

  private func tariffRank(_ scope: String, _ place: ID<Place>) -> Int? {
    if scope == network.places[place].id { return 3 }
    if scope == network.territory(of: place).code { return 2 }
    let market = network.markets[network.places[place].territory.index]
    if scope == market, !market.isEmpty { return 1 }
    return scope == "*" ? 0 : nil
  }

  private func emission(_ mode: Mode, type: String, km: Double) -> Tally {
    let rows = network.emissionFactors.filter { $0.mode == mode }
    let exact = rows.filter { $0.serviceType == type }
    let group = exact.isEmpty ? rows.filter { $0.serviceType.isEmpty } : exact
    guard let row = group.first(where: { $0.fromKM <= km && km < $0.toKM }) else {
      return .notKnown
    }
    return Tally(
      known: roundedHalfUp(row.gramsPerTonneKM * (consignment.massKG / 1_000) * km))
  }
}
