// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import RoutingCore

/// What moves a leg, as tariffs and emission factors name it.
struct Haul: Hashable {
  /// `main_haul`, `line_haul`, `van` or `full_truck`.
  var purpose: String
  var mode: Mode
  /// The service's type, or the purpose of a road haul.
  var serviceType: String
  var service: ID<Service>?
}

/// Money and CO2e of one leg in whole fen and grams, each rounded half up, or `ArcCharge.unknown`.
struct LegCharge: Hashable {
  var cost: Int64 = 0
  var co2e: Int64 = 0
  var quality = Quality.measured

  static func + (a: Self, b: Self) -> Self {
    Self(
      cost: ArcCharge.sum(a.cost, b.cost), co2e: ArcCharge.sum(a.co2e, b.co2e),
      quality: max(a.quality, b.quality))
  }
}

extension Money {
  /// What the kernel summed; nil where some of it is not known.
  init?(charged sum: Int64) {
    guard let known = ArcCharge.known(sum) else { return nil }
    self.init(known)
  }
}

extension Emission {
  /// What the kernel summed; nil where some of it is not known.
  init?(charged sum: Int64) {
    guard let known = ArcCharge.known(sum) else { return nil }
    self.init(known)
  }
}

/// Prices and emission factors of a network for one consignment.
struct TariffBook {
  private let network: Network
  private let consignment: Consignment
  private let choice: TariffChoice
  private let areal: Set<String>
  private var cache: [Key: Tariff?] = [:]
  /// The first charge that no sum could hold.
  private(set) var fault: ChargeFault?

  private struct Key: Hashable {
    var haul: Haul
    var from, to: ID<Territory>
  }

  init(_ network: Network, _ consignment: Consignment) {
    self.network = network
    self.consignment = consignment
    choice = TariffChoice(network, consignment.cargoClass)
    areal = choice.areal
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
      charge.cost = wholeUnits(
        max(amount, tariff.minimum) * rate(of: tariff.currency) * 100, tariff.id)
    } else {
      charge.cost = ArcCharge.unknown
    }
    if let factor = network.emissionFactor(
      haul.mode, type: haul.serviceType, distanceKM: distanceKM)
    {
      charge.quality = max(charge.quality, factor.provenance.quality)
      charge.co2e = wholeUnits(factor.gramsPerTonneKM * grossTonnes * distanceKM, factor.id)
    } else {
      charge.co2e = ArcCharge.unknown
    }
    return charge
  }

  /// The charge of an operation at a door, a customs office or a terminal.
  mutating func charge(cost: Charge, co2e: Charge = Charge(), of row: String) -> LegCharge {
    LegCharge(
      cost: wholeUnits(amount(cost, kg: consignment.chargeableKG) * 100, row),
      co2e: wholeUnits(amount(co2e, kg: consignment.massKG) * 1_000, row))
  }

  private var teu: Double { consignment.cargoClass == .fcl ? consignment.teu : 0 }

  private func amount(_ charge: Charge, kg: Double) -> Double {
    charge.fixed + charge.perKilogram * kg + charge.perTEU * teu
  }

  /// All charges are summed in yuan; a currency without a rate is refused when the network is read.
  private func rate(of currency: String) -> Double {
    network.yuan(perUnitOf: currency) ?? 1
  }

  private mutating func tariff(
    for haul: Haul, from: ID<Place>, to: ID<Place>
  ) -> Tariff? {
    guard areal.contains(haul.purpose) else {
      return choice.tariff(
        haul.purpose, haul.mode, type: haul.serviceType, service: haul.service, from: from, to: to)
    }
    var areal = haul
    areal.service = nil
    let key = Key(
      haul: areal, from: network.places[from].territory, to: network.places[to].territory)
    if let known = cache[key] { return known }
    let chosen = choice.tariff(
      haul.purpose, haul.mode, type: haul.serviceType, service: haul.service, from: from, to: to)
    cache[key] = .some(chosen)
    return chosen
  }

  /// Rounds half up; what no arc may charge is a fault.
  private mutating func wholeUnits(_ value: Double, _ row: String) -> Int64 {
    let rounded = (value + 0.5).rounded(.down)
    guard rounded >= 0, rounded <= Double(ArcCharge.greatest) else {
      fault = fault ?? ChargeFault(row: row)
      return ArcCharge.greatest
    }
    return Int64(rounded)
  }
}

/// A charge of one leg, by a row of the network, that is beyond what a sum can hold: 11 thousand million yuan, a million tonnes.
public struct ChargeFault: Error, Sendable, Hashable {
  /// Id of a tariff or emission factor, or the table and place of a row that has none.
  public var row: String
}
