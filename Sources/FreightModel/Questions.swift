// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// A tier of a delivery circle.
public struct Tier: Sendable, Hashable {
  /// `123` for parcels, `fcl` for boxes, or the planner's own.
  public var circle: String
  public var tier: Int
  public var targetHours: Double
  public var nameEN: String
  public var nameZH: String
  public var provenance: Provenance

  public init(
    circle: String, tier: Int, targetHours: Double, nameEN: String, nameZH: String,
    provenance: Provenance
  ) {
    self.circle = circle
    self.tier = tier
    self.targetHours = targetHours
    self.nameEN = nameEN
    self.nameZH = nameZH
    self.provenance = provenance
  }
}

/// A city that a set of targets counts.
public struct Target: Sendable, Hashable {
  /// `strict`, `broad`, `districts` or the planner's own.
  public var set: String
  public var place: ID<Place>
  /// Districts have tier 0.
  public var tier: Int
  /// Grade or other remark, such as `Alpha+`.
  public var grade: String
  public var provenance: Provenance

  public init(
    set: String, place: ID<Place>, tier: Int, grade: String = "", provenance: Provenance
  ) {
    self.set = set
    self.place = place
    self.tier = tier
    self.grade = grade
    self.provenance = provenance
  }
}

/// Yearly cargo of a zone; the simulation draws lots from it.
public struct Demand: Sendable, Hashable {
  public var id: String
  public var origin: ID<Place>
  /// Place id, territory, market or `*`.
  public var destination: String
  public var cargoClass: CargoClass
  public var exportMode: ExportMode
  public var tonnesPerYear: Double
  /// When in the day, the week and the year cargo becomes ready; nil is evenly.
  public var profile: ID<Profile>?
  public var provenance: Provenance

  public init(
    id: String, origin: ID<Place>, destination: String, cargoClass: CargoClass,
    exportMode: ExportMode, tonnesPerYear: Double, profile: ID<Profile>? = nil,
    provenance: Provenance
  ) {
    self.id = id
    self.origin = origin
    self.destination = destination
    self.cargoClass = cargoClass
    self.exportMode = exportMode
    self.tonnesPerYear = tonnesPerYear
    self.profile = profile
    self.provenance = provenance
  }
}

/// A named number of the network: plan targets, prices, defaults, reach and snap distances.
public struct Parameter: Sendable, Hashable {
  public var id: String
  public var group: String
  public var name: String
  /// Nil where `unit` is `text` or `dates`; then `text` holds it.
  public var value: Double?
  public var text: String
  public var low: Double?
  public var high: Double?
  public var unit: String
  public var year: String
  public var appliesTo: String
  public var distribution: String
  public var provenance: Provenance

  public init(
    id: String, group: String, name: String, value: Double?, text: String = "",
    low: Double? = nil, high: Double? = nil, unit: String, year: String = "",
    appliesTo: String = "", distribution: String = "", provenance: Provenance
  ) {
    self.id = id
    self.group = group
    self.name = name
    self.value = value
    self.text = text
    self.low = low
    self.high = high
    self.unit = unit
    self.year = year
    self.appliesTo = appliesTo
    self.distribution = distribution
    self.provenance = provenance
  }
}

/// A published figure that a run is tested against.
public struct Check: Sendable, Hashable {
  public var id: String
  public var kind: String
  public var name: String
  public var from: ID<Place>?
  public var to: ID<Place>?
  public var observed: Double
  public var unit: String
  /// Relative, such as 0.15.
  public var tolerance: Double
  public var condition: String
  /// `free`, or `copied: …` where a row of the network holds this very value.
  public var role: String
  public var provenance: Provenance

  public init(
    id: String, kind: String, name: String, from: ID<Place>?, to: ID<Place>?, observed: Double,
    unit: String, tolerance: Double, condition: String, role: String, provenance: Provenance
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.from = from
    self.to = to
    self.observed = observed
    self.unit = unit
    self.tolerance = tolerance
    self.condition = condition
    self.role = role
    self.provenance = provenance
  }
}
