// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// Cut-off and release of a mode where neither service nor terminal says its own.
public struct ModeRule: Sendable, Hashable {
  public var mode: Mode
  /// The dossier's finer word, such as `barge`; empty is every service of the mode.
  public var serviceType: String
  /// Both stops lie in one territory.
  public var isDomestic: Bool
  /// The cut-off holds for what is loaded here, the release for what is unloaded here; nil is anywhere.
  public var place: ID<Place>?
  public var cutoffSeconds: Int64
  public var releaseSeconds: Int64
  public var provenance: Provenance

  public init(
    mode: Mode, serviceType: String = "", isDomestic: Bool, place: ID<Place>? = nil,
    cutoffSeconds: Int64, releaseSeconds: Int64, provenance: Provenance
  ) {
    self.mode = mode
    self.serviceType = serviceType
    self.isDomestic = isDomestic
    self.place = place
    self.cutoffSeconds = cutoffSeconds
    self.releaseSeconds = releaseSeconds
    self.provenance = provenance
  }
}

/// Trucks for part loads that run to a timetable.
public struct LineHaulRule: Sendable, Hashable {
  public var id: String
  /// Where it holds: a territory code or `*`; the narrower row wins.
  public var territory: String
  /// From places of this kind only (eHubs have their own); nil is every other kind.
  public var fromKind: PlaceKind?
  public var classes: Set<CargoClass>
  /// Part loads up to this mass; heavier cargo pays for the whole truck.
  public var maxMassKG: Double
  /// Longer than this a part load rides line-haul; shorter, a van leaves at once.
  public var minDistanceKM: Double
  /// Reach of line-haul where no link is listed.
  public var maxDistanceKM: Double
  /// Seconds of the local day of the departures, sorted.
  public var departures: [Int]
  public var cutoffSeconds: Int64
  public var releaseSeconds: Int64
  public var provenance: Provenance

  public init(
    id: String, territory: String, fromKind: PlaceKind? = nil, classes: Set<CargoClass>,
    maxMassKG: Double, minDistanceKM: Double, maxDistanceKM: Double, departures: [Int],
    cutoffSeconds: Int64, releaseSeconds: Int64, provenance: Provenance
  ) {
    self.id = id
    self.territory = territory
    self.fromKind = fromKind
    self.classes = classes
    self.maxMassKG = maxMassKG
    self.minDistanceKM = minDistanceKM
    self.maxDistanceKM = maxDistanceKM
    self.departures = departures
    self.cutoffSeconds = cutoffSeconds
    self.releaseSeconds = releaseSeconds
    self.provenance = provenance
  }
}

/// Circuity and speed of drayage for one distance band.
public struct RoadRule: Sendable, Hashable {
  /// Territory code or `*`.
  public var territory: String
  /// The band ends here (kilometres by road); rows of a territory are sorted.
  public var upToKM: Double
  public var circuity: Double
  public var speedKMH: Double
  public var provenance: Provenance

  public init(
    territory: String, upToKM: Double, circuity: Double, speedKMH: Double, provenance: Provenance
  ) {
    self.territory = territory
    self.upToKM = upToKM
    self.circuity = circuity
    self.speedKMH = speedKMH
    self.provenance = provenance
  }
}

/// Drivers' hours.
public struct DriverRule: Sendable, Hashable {
  /// Territory code, customs area or `*`.
  public var territory: String
  /// After so much driving comes a break.
  public var breakAfterSeconds: Int64
  public var breakSeconds: Int64
  /// A day's driving of one driver; over it two drivers share the truck where the rule allows it.
  public var dailySeconds: Int64
  /// Where it does not, the driver rests so long.
  public var restSeconds: Int64
  public var twoDriversOverDaily: Bool
  public var provenance: Provenance

  public init(
    territory: String, breakAfterSeconds: Int64, breakSeconds: Int64, dailySeconds: Int64,
    restSeconds: Int64, twoDriversOverDaily: Bool, provenance: Provenance
  ) {
    self.territory = territory
    self.breakAfterSeconds = breakAfterSeconds
    self.breakSeconds = breakSeconds
    self.dailySeconds = dailySeconds
    self.restSeconds = restSeconds
    self.twoDriversOverDaily = twoDriversOverDaily
    self.provenance = provenance
  }
}

/// Time and cost of customs, export or import.
public struct ClearanceRule: Sendable, Hashable {
  public enum Direction: String, Sendable, CaseIterable {
    case export, `import`
  }
  public var id: String
  public var direction: Direction
  /// Territory code, customs area, or `*`; the narrower wins.
  public var territory: String
  /// A row for one kind (eHub) or one place (a bonded zone with a digital fence) wins over the rest.
  public var placeKind: PlaceKind?
  public var place: ID<Place>?
  public var cargoClass: CargoClass?
  public var exportMode: ExportMode?
  public var time: OperationTime
  /// Customs takes papers in these hours, and once taken the clock runs on; nil is always.
  public var hours: ID<OpeningHours>?
  public var inspectionShare: Double
  public var inspectionTime: OperationTime?
  public var cost: Charge
  public var provenance: Provenance

  public init(
    id: String, direction: Direction, territory: String, placeKind: PlaceKind? = nil,
    place: ID<Place>? = nil, cargoClass: CargoClass? = nil, exportMode: ExportMode? = nil,
    time: OperationTime, hours: ID<OpeningHours>? = nil, inspectionShare: Double = 0,
    inspectionTime: OperationTime? = nil, cost: Charge = Charge(), provenance: Provenance
  ) {
    self.id = id
    self.direction = direction
    self.territory = territory
    self.placeKind = placeKind
    self.place = place
    self.cargoClass = cargoClass
    self.exportMode = exportMode
    self.time = time
    self.hours = hours
    self.inspectionShare = inspectionShare
    self.inspectionTime = inspectionTime
    self.cost = cost
    self.provenance = provenance
  }
}

/// What happens at the two doors: pick-up with first sorting, last mile with delivery.
public struct DoorRule: Sendable, Hashable {
  public enum Operation: String, Sendable, CaseIterable {
    case pickup, delivery
  }
  public var operation: Operation
  /// Territory code or `*`.
  public var territory: String
  public var cargoClass: CargoClass?
  public var time: OperationTime
  /// Pick-up begins, delivery ends, within these hours; nil is always.
  public var hours: ID<OpeningHours>?
  public var cost: Charge
  public var co2e: Charge
  public var provenance: Provenance

  public init(
    operation: Operation, territory: String, cargoClass: CargoClass? = nil, time: OperationTime,
    hours: ID<OpeningHours>? = nil, cost: Charge = Charge(), co2e: Charge = Charge(),
    provenance: Provenance
  ) {
    self.operation = operation
    self.territory = territory
    self.cargoClass = cargoClass
    self.time = time
    self.hours = hours
    self.cost = cost
    self.co2e = co2e
    self.provenance = provenance
  }
}

/// What an eHub changes for cargo that is unloaded there from its airport.
public struct HubRule: Sendable, Hashable {
  public var ehub: ID<Place>
  public var airport: ID<Place>
  /// Replaces the release of the airport; the way between the two is on top.
  public var releaseSeconds: Int64
  public var provenance: Provenance

  public init(
    ehub: ID<Place>, airport: ID<Place>, releaseSeconds: Int64, provenance: Provenance
  ) {
    self.ehub = ehub
    self.airport = airport
    self.releaseSeconds = releaseSeconds
    self.provenance = provenance
  }
}
