// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// A price of moving cargo.
///
/// Charge of a leg: `fixed + perKilogram·kg + perTEU·TEU + perTonneKM·t·km + perTEUKM·TEU·km`, in
/// `currency`, never less than `minimum`; kg is the chargeable mass of the class.
public struct Tariff: Sendable, Hashable {
  public var id: String
  /// `main_haul`, `line_haul` (part load, timetabled), `van` (part load, at once), `full_truck`.
  public var purpose: String
  /// Nil is every mode.
  public var mode: Mode?
  /// `Service.serviceType`; empty is every type.
  public var serviceType: String
  public var service: ID<Service>?
  /// Place id, territory code, market or `*`; the narrower row wins, `from` before `to`.
  public var from: String
  public var to: String
  public var cargoClass: CargoClass?
  public var fixed, perKilogram, perTEU, perTonneKM, perTEUKM, minimum: Double
  public var currency: String
  public var priceDate: String
  public var low: Double?
  public var high: Double?
  public var provenance: Provenance

  public init(
    id: String, purpose: String, mode: Mode? = nil, serviceType: String = "",
    service: ID<Service>? = nil, from: String = "*", to: String = "*",
    cargoClass: CargoClass? = nil, fixed: Double = 0, perKilogram: Double = 0, perTEU: Double = 0,
    perTonneKM: Double = 0, perTEUKM: Double = 0, minimum: Double = 0, currency: String = "CNY",
    priceDate: String = "", low: Double? = nil, high: Double? = nil, provenance: Provenance
  ) {
    self.id = id
    self.purpose = purpose
    self.mode = mode
    self.serviceType = serviceType
    self.service = service
    self.from = from
    self.to = to
    self.cargoClass = cargoClass
    self.fixed = fixed
    self.perKilogram = perKilogram
    self.perTEU = perTEU
    self.perTonneKM = perTonneKM
    self.perTEUKM = perTEUKM
    self.minimum = minimum
    self.currency = currency
    self.priceDate = priceDate
    self.low = low
    self.high = high
    self.provenance = provenance
  }
}

extension Network {
  /// Yuan for one unit of a currency: 1 for `CNY`, else the parameter `fx.CODE`; nil where none states it.
  public func yuan(perUnitOf currency: String) -> Double? {
    guard currency != "CNY" else { return 1 }
    let names = ["fx." + currency, "fx." + currency.lowercased()]
    return parameters.first { names.contains($0.id) }?.value
  }
}

/// Well-to-wheel emission of moving one tonne one kilometre.
public struct EmissionFactor: Sendable, Hashable {
  public var id: String
  public var mode: Mode
  /// `Service.serviceType`, `van`, `line_haul`, `full_truck`, or empty for every other.
  public var serviceType: String
  /// Band of leg distance in kilometres, lower end included.
  public var fromKM: Double
  public var toKM: Double
  public var gramsPerTonneKM: Double
  public var year: Int?
  public var provenance: Provenance

  public init(
    id: String, mode: Mode, serviceType: String = "", fromKM: Double = 0,
    toKM: Double = .infinity, gramsPerTonneKM: Double, year: Int? = nil, provenance: Provenance
  ) {
    self.id = id
    self.mode = mode
    self.serviceType = serviceType
    self.fromKM = fromKM
    self.toKM = toKM
    self.gramsPerTonneKM = gramsPerTonneKM
    self.year = year
    self.provenance = provenance
  }
}
