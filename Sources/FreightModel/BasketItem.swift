// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// A representative consignment that comparisons route.
public struct BasketItem: Sendable, Hashable {
  /// What chooses the way.
  public enum Goal: String, Sendable, CaseIterable {
    case time, cost, generalized

    /// Time for parcels and air cargo, generalized cost for part loads and boxes.
    public static func usual(for cargoClass: CargoClass) -> Self {
      cargoClass == .parcel || cargoClass == .air ? .time : .generalized
    }
  }

  public var id: String
  public var nameEN: String
  public var nameZH: String
  public var origin: ID<Place>
  public var destination: ID<Place>
  public var cargoClass: CargoClass
  /// Gross kilograms; nil is the usual mass of the class, and for fcl that of its boxes.
  public var massKG: Double?
  /// Twenty-foot units, for fcl; nil is one.
  public var teu: Double?
  public var exportMode: ExportMode
  public var objective: Goal
  public var provenance: Provenance

  public init(
    id: String, nameEN: String, nameZH: String? = nil, origin: ID<Place>, destination: ID<Place>,
    cargoClass: CargoClass, massKG: Double? = nil, teu: Double? = nil, exportMode: ExportMode,
    objective: Goal? = nil, provenance: Provenance
  ) {
    self.id = id
    self.nameEN = nameEN
    self.nameZH = nameZH ?? nameEN
    self.origin = origin
    self.destination = destination
    self.cargoClass = cargoClass
    self.massKG = massKG
    self.teu = teu
    self.exportMode = exportMode
    self.objective = objective ?? .usual(for: cargoClass)
    self.provenance = provenance
  }
}
