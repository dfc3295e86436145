// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// A way between two places.
public struct Link: Sendable, Hashable {
  public var id: String
  public var mode: Mode
  public var from: ID<Place>
  public var to: ID<Place>
  public var distanceKM: Double
  public var seconds: Int64
  /// Cargo may take it by itself (road, lock, border); otherwise it is infrastructure, which gives
  /// services their distance and carries nothing.
  public var carries: Bool
  /// Usable only from `from` to `to`; a row for the other way makes both one-way.
  public var oneWay: Bool
  /// Canals, straits and locks on the way, such as `suez`.
  public var passages: [String]
  public var attributes: String
  public var provenance: Provenance

  public init(
    id: String, mode: Mode, from: ID<Place>, to: ID<Place>, distanceKM: Double, seconds: Int64,
    carries: Bool, oneWay: Bool = false, passages: [String] = [], attributes: String = "",
    provenance: Provenance
  ) {
    self.id = id
    self.mode = mode
    self.from = from
    self.to = to
    self.distanceKM = distanceKM
    self.seconds = seconds
    self.carries = carries
    self.oneWay = oneWay
    self.passages = passages
    self.attributes = attributes
    self.provenance = provenance
  }
}

/// A bridge or tunnel that joins two land masses for trucks.
public struct FixedCrossing: Sendable, Hashable {
  public var id: String
  public var nameEN: String
  public var nameZH: String
  public var latitudeA, longitudeA, latitudeB, longitudeB: Double
  public var lengthKM: Double
  public var provenance: Provenance

  public init(
    id: String, nameEN: String, nameZH: String, latitudeA: Double, longitudeA: Double,
    latitudeB: Double, longitudeB: Double, lengthKM: Double, provenance: Provenance
  ) {
    self.id = id
    self.nameEN = nameEN
    self.nameZH = nameZH
    self.latitudeA = latitudeA
    self.longitudeA = longitudeA
    self.latitudeB = latitudeB
    self.longitudeB = longitudeB
    self.lengthKM = lengthKM
    self.provenance = provenance
  }
}

/// Who runs a service, and where it is at home.
public struct Carrier: Sendable, Hashable {
  public var id: String
  public var nameEN: String
  public var nameZH: String
  /// An assumed group of carriers may be at home at either end.
  public var homes: [ID<Territory>]
  public var provenance: Provenance

  public init(
    id: String, nameEN: String, nameZH: String, homes: [ID<Territory>], provenance: Provenance
  ) {
    self.id = id
    self.nameEN = nameEN
    self.nameZH = nameZH
    self.homes = homes
    self.provenance = provenance
  }
}

/// The right to carry between two places away from the carrier's home.
public struct TrafficRight: Sendable, Hashable {
  public var carrier: ID<Carrier>
  /// Nil grants it to all services of the carrier.
  public var service: ID<Service>?
  public var from: ID<Place>
  public var to: ID<Place>
  /// Freedom of the air: 5, 7, 8 or 9.
  public var freedom: Int
  public var provenance: Provenance

  public init(
    carrier: ID<Carrier>, service: ID<Service>?, from: ID<Place>, to: ID<Place>, freedom: Int,
    provenance: Provenance
  ) {
    self.carrier = carrier
    self.service = service
    self.from = from
    self.to = to
    self.freedom = freedom
    self.provenance = provenance
  }
}

/// A stop of a service, or a passage it goes through.
public struct StopTime: Sendable, Hashable {
  public var place: ID<Place>
  /// Seconds since the departure from the first stop; nil at the first stop, or where `arrivalLocal` says it.
  public var arrivalSeconds: Int64?
  /// Nil at the last stop, or where `departureLocal` says it.
  public var departureSeconds: Int64?
  /// Published wall time at the stop, counted from midnight of the departure's local date at the
  /// first stop (25:30 is 01:30 on the next day); set instead of the elapsed seconds.
  public var arrivalLocal: Int?
  public var departureLocal: Int?
  /// Nothing is loaded or unloaded here (a lock, a border post).
  public var isPassage: Bool
  public var provenance: Provenance

  public init(
    place: ID<Place>, arrivalSeconds: Int64? = nil, departureSeconds: Int64? = nil,
    arrivalLocal: Int? = nil, departureLocal: Int? = nil, isPassage: Bool = false,
    provenance: Provenance
  ) {
    self.place = place
    self.arrivalSeconds = arrivalSeconds
    self.departureSeconds = departureSeconds
    self.arrivalLocal = arrivalLocal
    self.departureLocal = departureLocal
    self.isPassage = isPassage
    self.provenance = provenance
  }
}

/// When a service leaves its first stop.
public struct Departure: Sendable, Hashable {
  public enum Days: Sendable, Hashable {
    /// On these weekdays, in every `periodWeeks`-th week whose `CivilDate.weekNumber` leaves `phaseWeek`.
    case weekly(Set<Weekday>, periodWeeks: Int, phaseWeek: Int)
    /// One voyage.
    case date(CivilDate)
  }
  public var days: Days
  /// Seconds of the local day at the first stop, less than 86 400.
  public var secondOfDay: Int
  public var provenance: Provenance

  public init(days: Days, secondOfDay: Int, provenance: Provenance) {
    self.days = days
    self.secondOfDay = secondOfDay
    self.provenance = provenance
  }
}

/// A fixed order of departure slots in a week: the first *n* are the departures of *n* a week.
public struct SlotRule: Sendable, Hashable {
  public var id: String
  /// A permutation of the seven days.
  public var dayOrder: [Weekday]
  /// Seconds of the day; the second is used after all seven days have one departure, and so on.
  public var timeOrder: [Int]
  public var provenance: Provenance

  public init(id: String, dayOrder: [Weekday], timeOrder: [Int], provenance: Provenance) {
    self.id = id
    self.dayOrder = dayOrder
    self.timeOrder = timeOrder
    self.provenance = provenance
  }
}

/// A timetabled service with its stops.
public struct Service: Sendable, Hashable {
  public var id: String
  public var nameEN: String
  public var mode: Mode
  /// A finer word than the mode: `air-freighter`, `barge`, `china-europe train`.
  public var serviceType: String
  public var carrier: ID<Carrier>
  public var vehicle: String
  public var status: ServiceStatus
  /// Departures a week where no days are published; nil where `departures` says them all.
  public var frequencyPerWeek: Double?
  /// The slots that `frequencyPerWeek` takes.
  public var slotRule: ID<SlotRule>?
  /// Days by which the slot rule's day order is turned, 0…6.
  public var slotPhase: Int
  /// Week (modulo the period) in which a service rarer than weekly runs.
  public var phaseWeek: Int
  public var departures: [Departure]
  public var stops: [StopTime]
  /// Nil for the default of the mode.
  public var cutoffSeconds: Int64?
  public var releaseSeconds: Int64?
  public var passages: [String]
  /// May carry cleared cargo inside the territory where it was cleared (truck-flights, sea-rail).
  public var customsTransit: Bool
  /// Class → capacity per departure; a class without a row is not taken.
  public var capacity: [CargoClass: Capacity]
  /// Assumed to exist only so that an airport has service (rows `AI-…`).
  public var isAssumedInterline: Bool
  public var validFrom: CivilDate?
  public var validTo: CivilDate?
  /// Columns that the source does not give.
  public var assumedFields: String
  public var provenance: Provenance

  public struct Capacity: Sendable, Hashable {
    public var amount: Double
    public var unit: String
    public var quality: Quality
    public init(amount: Double, unit: String, quality: Quality) {
      self.amount = amount
      self.unit = unit
      self.quality = quality
    }

    /// A capacity in any unit of the table, as tonnes or TEU.
    ///
    /// A cubic metre carries what it is charged as: 167 kg of air cargo, 200 kg of parcels, 1 t of shared boxes. Boxes are
    /// counted in TEU, and nothing else is.
    ///
    /// - Returns: Nil where the unit says nothing of the class.
    public init?(_ amount: Double, _ unit: String, of cargoClass: CargoClass, quality: Quality) {
      switch (unit, cargoClass) {
      case ("TEU", .fcl): self.init(amount: amount, unit: "TEU", quality: quality)
      case ("TEU", _), (_, .fcl): return nil
      case ("t", _): self.init(amount: amount, unit: "t", quality: quality)
      case ("kg", _): self.init(amount: amount / 1_000, unit: "t", quality: quality)
      case ("m3", _):
        self.init(
          amount: amount * cargoClass.kilogramsPerCubicMetre / 1_000, unit: "t", quality: quality)
      default: return nil
      }
    }
  }

  /// Whether one departure has room for a class's consignment.
  ///
  /// - Parameters:
  ///   - cargoClass: Of the consignment.
  ///   - kilograms: Gross mass.
  ///   - teu: For units of boxes.
  ///   - cubicMetres: Nil where not given: then room in cubic metres is not asked for.
  /// - Returns: False for a class that is not taken.
  public func holds(
    _ cargoClass: CargoClass, kilograms: Double, teu: Double, cubicMetres: Double?
  ) -> Bool {
    guard let room = capacity[cargoClass], room.amount > 0 else { return false }
    switch room.unit.lowercased() {
    case "teu": return cargoClass != .fcl || teu <= room.amount
    case "t": return kilograms <= room.amount * 1_000
    case "kg": return kilograms <= room.amount
    case "m3", "m³": return cubicMetres.map { $0 <= room.amount } ?? true
    default: return true
    }
  }

  public init(
    id: String, nameEN: String = "", mode: Mode, serviceType: String = "", carrier: ID<Carrier>,
    vehicle: String = "", status: ServiceStatus = .live, frequencyPerWeek: Double? = nil,
    slotRule: ID<SlotRule>? = nil, slotPhase: Int = 0, phaseWeek: Int = 0,
    departures: [Departure] = [], stops: [StopTime], cutoffSeconds: Int64? = nil,
    releaseSeconds: Int64? = nil, passages: [String] = [], customsTransit: Bool = false,
    capacity: [CargoClass: Capacity], isAssumedInterline: Bool = false,
    validFrom: CivilDate? = nil, validTo: CivilDate? = nil, assumedFields: String = "",
    provenance: Provenance
  ) {
    self.id = id
    self.nameEN = nameEN
    self.mode = mode
    self.serviceType = serviceType
    self.carrier = carrier
    self.vehicle = vehicle
    self.status = status
    self.frequencyPerWeek = frequencyPerWeek
    self.slotRule = slotRule
    self.slotPhase = slotPhase
    self.phaseWeek = phaseWeek
    self.departures = departures
    self.stops = stops
    self.cutoffSeconds = cutoffSeconds
    self.releaseSeconds = releaseSeconds
    self.passages = passages
    self.customsTransit = customsTransit
    self.capacity = capacity
    self.isAssumedInterline = isAssumedInterline
    self.validFrom = validFrom
    self.validTo = validTo
    self.assumedFields = assumedFields
    self.provenance = provenance
  }
}

/// A dated change of a service's week: a departure that does not run, or one more.
public struct ServiceException: Sendable, Hashable {
  public enum Action: Sendable, Hashable {
    case cancel
    case add(secondOfDay: Int)
  }
  public var service: ID<Service>
  /// Local date at the first stop.
  public var date: CivilDate
  public var action: Action
  public var provenance: Provenance

  public init(service: ID<Service>, date: CivilDate, action: Action, provenance: Provenance) {
    self.service = service
    self.date = date
    self.action = action
    self.provenance = provenance
  }
}
