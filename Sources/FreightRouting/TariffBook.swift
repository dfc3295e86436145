// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// What moves a leg, as tariffs and emission factors name it.
struct Haul: Hashable {
  /// `main_haul`, `line_haul`, `van` or `full_truck`.
  var purpose: String
  var mode: Mode
  /// The service's type, or the purpose of a road haul.
  var serviceType: String
  var service: ID<Service>?
}

/// Money and CO2e of one leg, each rounded half up to whole fen and grams.
struct LegCharge: Hashable {
  var cost: Int32 = 0
  var co2e: Int32 = 0
  var isUnpriced = false
  var quality = Quality.measured
}

/// Prices and emission factors of a network for one consignment.
struct TariffBook {
  private let network: Network
  private let consignment: Consignment
  private let byPurpose: [String: [Tariff]]
  /// Purposes whose rows name no place and no service: their choice depends on territories alone.
  private let areal: Set<String>
  private var cache: [Key: Tariff?] = [:]

  private struct Key: Hashable {
    var haul: Haul
    var from, to: ID<Territory>
  }

  init(_ network: Network, _ consignment: Consignment) {
    self.network = network
    self.consignment = consignment
    let usable = network.tariffs.filter {
      $0.cargoClass == nil || $0.cargoClass == consignment.cargoClass
    }
    byPurpose = Dictionary(grouping: usable, by: \.purpose)
    areal = Set(
      byPurpose.filter { _, rows in
        rows.allSatisfy {
          $0.service == nil && network.findPlace($0.from) == nil && network.findPlace($0.to) == nil
        }
      }.keys)
  }

  /// The charge of moving the consignment `distanceKM` from place to place.
  mutating func charge(
    _ haul: Haul, from: ID<Place>, to: ID<Place>, distanceKM: Double
  ) -> LegCharge {
    var charge = LegCharge()
    let grossTonnes = consignment.massKG / 1_000
    if let tariff = tariff(for: haul, from: from, to: to) {
      charge.quality = max(charge.quality, tariff.provenance.quality)
      let amount =
        tariff.fixed + tariff.perKilogram * consignment.chargeableKG
        + tariff.perTEU * teu + tariff.perTonneKM * grossTonnes * distanceKM
        + tariff.perTEUKM * teu * distanceKM
      charge.cost = wholeUnits(max(amount, tariff.minimum) * rate(of: tariff.currency) * 100)
    } else {
      charge.isUnpriced = true
    }
    if let factor = factor(for: haul, distanceKM: distanceKM) {
      charge.quality = max(charge.quality, factor.provenance.quality)
      charge.co2e = wholeUnits(factor.gramsPerTonneKM * grossTonnes * distanceKM)
    }
    return charge
  }

  /// The charge of an operation at a door, a customs office or a terminal.
  func charge(cost: Charge, co2e: Charge = Charge()) -> LegCharge {
    LegCharge(
      cost: wholeUnits(amount(cost, kg: consignment.chargeableKG) * 100),
      co2e: wholeUnits(amount(co2e, kg: consignment.massKG) * 1_000))
  }

  private var teu: Double { consignment.cargoClass == .fcl ? consignment.teu : 0 }

  private func amount(_ charge: Charge, kg: Double) -> Double {
    charge.fixed + charge.perKilogram * kg + charge.perTEU * teu
  }

  private func rate(of currency: String) -> Double {
    guard currency != network.header.currency else { return 1 }
    let lowercase = network.parameter("fx." + currency.lowercased(), default: 1)
    return network.parameter("fx." + currency, default: lowercase)
  }

  private mutating func tariff(
    for haul: Haul, from: ID<Place>, to: ID<Place>
  ) -> Tariff? {
    guard areal.contains(haul.purpose) else { return chooseTariff(haul, from: from, to: to) }
    var areal = haul
    areal.service = nil
    let key = Key(
      haul: areal, from: network.places[from].territory, to: network.places[to].territory)
    if let known = cache[key] { return known }
    let chosen = chooseTariff(haul, from: from, to: to)
    cache[key] = .some(chosen)
    return chosen
  }

  private func chooseTariff(_ haul: Haul, from: ID<Place>, to: ID<Place>) -> Tariff? {
    var best: (rank: [Int], row: Tariff)?
    for row in byPurpose[haul.purpose] ?? [] {
      guard row.service == nil || row.service == haul.service,
        row.mode == nil || row.mode == haul.mode,
        row.serviceType.isEmpty || row.serviceType == haul.serviceType,
        let fromRank = rank(row.from, at: from), let toRank = rank(row.to, at: to)
      else { continue }
      let rank = [
        row.service == nil ? 0 : 1, fromRank, toRank, row.mode == nil ? 0 : 1,
        row.serviceType.isEmpty ? 0 : 1, row.cargoClass == nil ? 0 : 1,
      ]
      if let known = best {
        guard known.rank.lexicographicallyPrecedes(rank) else { continue }
      }
      best = (rank, row)
    }
    return best?.row
  }

  /// How narrowly `scope` names the place: 3 by id, 2 by territory, 1 by market, 0 by `*`.
  private func rank(_ scope: String, at place: ID<Place>) -> Int? {
    if scope == "*" { return 0 }
    let territory = network.places[place].territory
    if scope == network.territories[territory].code { return 2 }
    if scope == network.markets[territory.index] { return 1 }
    return scope == network.places[place].id ? 3 : nil
  }

  private func factor(for haul: Haul, distanceKM: Double) -> EmissionFactor? {
    var general: EmissionFactor?
    for row in network.emissionFactors
    where row.mode == haul.mode && distanceKM >= row.fromKM && distanceKM < row.toKM {
      if row.serviceType.isEmpty {
        general = general ?? row
      } else if row.serviceType == haul.serviceType {
        return row
      }
    }
    return general
  }
}

/// Rounds half up and keeps within what a leg may cost.
private func wholeUnits(_ value: Double) -> Int32 {
  Int32(min(max((value + 0.5).rounded(.down), 0), 1_000_000_000))
}
