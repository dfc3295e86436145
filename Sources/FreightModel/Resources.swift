// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// What a terminal serves with; it fixes the unit of the work.
///
/// A server of a *working* kind does `Resource.rate` units of work in an hour. The servers of a
/// kind of *places* do not work: whoever takes one holds it for some hours, and their rate is 0.
public enum ResourceKind: String, Sendable, CaseIterable {
  /// Ships that may lie and wait; places.
  case anchorage
  /// Pilots; ships an hour each.
  case pilot
  /// Passages with the tide, open in its shifts; ships an hour each.
  case tideWindow = "tide_window"
  /// Ships that may lie alongside; places, held as long as the cranes work.
  case berth
  /// Quay cranes; moves an hour each.
  case crane
  /// Ground slots for boxes, one TEU each; at airports tonnes of shed. Places.
  case yard
  /// Plugs for reefers, one TEU each; places.
  case reeferPlug = "reefer_plug"
  /// Lanes of a gate; trucks an hour each.
  case gateLane = "gate_lane"
  /// Customs teams; boxes (TEU), tonnes or parcels an hour each.
  case inspection
  /// Trains that may stand; places.
  case siding
  /// Cranes over tracks; moves an hour each.
  case gantryCrane = "gantry_crane"
  /// Reach-stackers; moves an hour each.
  case reachStacker = "reach_stacker"
  /// Train paths; trains an hour each.
  case trainSlot = "train_slot"
  /// Counters where air cargo is taken in and weighed; tonnes an hour each.
  case acceptance
  /// Scanners; tonnes an hour each.
  case xray
  /// Stations where unit loads are built; tonnes an hour each.
  case uldStation = "uld_station"
  /// Stands for freighters and passenger aircraft under load; places.
  case stand
  /// Doors of a warehouse; trucks an hour each.
  case dockDoor = "dock_door"
  /// Sorting lines; parcels an hour each.
  case sorter
  /// Trucks of a district with their drivers; places, held for a round trip.
  case truckFleet = "truck_fleet"
  /// Chambers of a lock; lockages an hour each.
  case lockChamber = "lock_chamber"
  /// Tracks where trains change gauge or boxes change trains; trains an hour each.
  case gaugeChange = "gauge_change"
  /// Lanes of a border; trucks an hour each.
  case customsLane = "customs_lane"

  /// What `rate_unit` may say, the usual first.
  public var rateUnits: [String] {
    switch self {
    case .anchorage, .berth, .yard, .reeferPlug, .siding, .stand, .truckFleet: ["places"]
    case .pilot, .tideWindow: ["ships/h"]
    case .crane, .gantryCrane, .reachStacker: ["moves/h"]
    case .gateLane, .dockDoor, .customsLane: ["trucks/h"]
    case .inspection: ["TEU/h", "t/h", "parcels/h"]
    case .trainSlot, .gaugeChange: ["trains/h"]
    case .acceptance, .xray, .uldStation: ["t/h"]
    case .sorter: ["parcels/h"]
    case .lockChamber: ["lockages/h"]
    }
  }

  /// Servers are places that are held, not workers; work on them is counted in hours.
  public var isPlaces: Bool { rateUnits == ["places"] }
}

/// A finite resource of a terminal; the simulation serves with it.
public struct Resource: Sendable, Hashable {
  public var id: String
  public var place: ID<Place>
  public var kind: ResourceKind
  public var servers: Int
  /// Units of work of one server in an hour; 0 where servers are places.
  public var rate: Double
  /// One of the units of the kind.
  public var rateUnit: String
  /// When the servers work; nil is always.
  public var shifts: ID<OpeningHours>?
  /// Coefficient of variation of a service time.
  public var serviceCV: Double
  /// Nil where servers do not fail.
  public var breakdown: Breakdown?
  public var provenance: Provenance

  /// How often one server fails and how long it is repaired; both exponential.
  public struct Breakdown: Sendable, Hashable {
    public var meanUpHours: Double
    public var meanRepairHours: Double
    public init(meanUpHours: Double, meanRepairHours: Double) {
      (self.meanUpHours, self.meanRepairHours) = (meanUpHours, meanRepairHours)
    }
    /// The share of time in which a server can work.
    public var availability: Double { meanUpHours / (meanUpHours + meanRepairHours) }
  }

  /// Id of the room that terminal.csv gives a place without a yard.
  public static func storeID(of place: String) -> String { "\(place)/storage" }

  /// True of such a room.
  public var isStorage: Bool { id.hasSuffix("/storage") }

  /// Of a service time where the table does not say.
  public static let usualCV = 0.5

  public init(
    id: String, place: ID<Place>, kind: ResourceKind, servers: Int, rate: Double,
    rateUnit: String? = nil, shifts: ID<OpeningHours>? = nil,
    serviceCV: Double = Resource.usualCV, breakdown: Breakdown? = nil, provenance: Provenance
  ) {
    self.id = id
    self.place = place
    self.kind = kind
    self.servers = servers
    self.rate = rate
    self.rateUnit = rateUnit ?? kind.rateUnits[0]
    self.shifts = shifts
    self.serviceCV = serviceCV
    self.breakdown = breakdown
    self.provenance = provenance
  }
}
