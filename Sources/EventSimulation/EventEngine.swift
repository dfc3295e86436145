// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// Stations, jobs and pending events; the machine that a `Simulation` runs.
///
/// Time is whole ticks. Events of one instant come in order of priority (0 first), then of scheduling. The calendar holds
/// one event for each busy server and timer; a job that waits costs a record of 40 bytes and no event.
///
/// A job is a number of the model's. The engine reads nothing into it and needs it to be unique only for `withdraw`.
///
/// Not supported: service that restarts or is passed to another server after a breakdown, jobs that pre-empt others,
/// changing the length of a service once the job has entered.
public struct EventEngine: Sendable {
  /// Priority of ends of service, and of timers unless told otherwise.
  public static let usualPriority: UInt8 = 128
  /// Priority of changes of shift: they come before what usually happens at their instant.
  public static let shiftPriority: UInt8 = 64

  /// Where a job went that arrived.
  public enum Entry: Sendable, Hashable {
    case started
    case waits
    /// The room is full; the job is the model's again.
    case turnedAway
  }

  /// The present tick.
  public internal(set) var now: Int64 = 0
  /// Events taken from the calendar: ends of service, timers and changes of shift.
  ///
  /// An arrival is no event of its own: it happens within the timer or end of service that causes it.
  public internal(set) var eventCount: Int = 0
  /// Events and starts at one instant after which a run is `stuck`.
  public var instantLimit = 10_000_000

  var calendar = EventCalendar()
  var stations: ContiguousArray<StationState> = []
  var rules: [StationRule] = []
  /// Queue of a station and priority → its first and last record.
  var lanes: ContiguousArray<Queue> = []
  var records: ContiguousArray<JobRecord> = []
  var freeRecord = none
  var places: ContiguousArray<Place> = []
  var freePlace = none
  /// The next key of the calendar without priority and kind.
  var sequence: UInt64 = 1 << EntryKind.bits
  /// Stations at which something may start or enter, in the order in which they were marked.
  var marked = Queue()
  /// The place whose job the model is being asked about.
  var openPlace = none
  /// The next member of that place's batch.
  var openMember = none
  var openKind = Notice.Kind.served
  var openStation: UInt32 = 0
  var atThisInstant = 0
  var shiftedStations = 0
  /// Entries of the calendar for ends of services that were interrupted.
  var calledOff = 0

  public init() {}

  // MARK: Stations

  /// Adds a station; its rule must be sound (see the fields of `StationRule`).
  public mutating func addStation(_ rule: StationRule) -> StationID {
    if let fault = rule.fault { preconditionFailure(fault) }
    let number = stations.count
    var state = StationState(
      servers: Int32(rule.servers),
      roomLimit: rule.roomLimit.map { Int32(clamping: $0) } ?? Int32.max,
      laneCount: UInt8(rule.priorities),
      leastBatch: Int32(clamping: rule.batch?.least ?? 0),
      mostBatch: Int32(clamping: rule.batch?.most ?? 0),
      firstLane: Int32(lanes.count), lastChange: now)
    state.sums.since = now
    stations.append(state)
    rules.append(rule)
    for _ in 0..<rule.priorities { lanes.append(Queue()) }
    if !rule.shifts.isEmpty { startShifts(UInt32(number)) }
    return StationID(number)
  }

  public var stationCount: Int { stations.count }

  /// Changes the number of servers on duty, until the next shift where there are shifts.
  ///
  /// Fewer than in use: services go on, none starts until fewer are in use.
  public mutating func setServers(_ servers: Int, at station: StationID) {
    precondition(servers >= 0 && servers <= Int(Int32.max), "servers are at least 0")
    stations[station.index].servers = Int32(servers)
    mark(station.rawValue)
  }

  /// Servers on duty, broken ones included.
  public func servers(at station: StationID) -> Int { Int(stations[station.index].servers) }

  /// Jobs in the waiting room.
  public func waiting(at station: StationID) -> Int { Int(stations[station.index].waiting) }

  /// Units in service, interrupted, blocked or held.
  public func inUse(at station: StationID) -> Int { Int(stations[station.index].inUse) }

  /// Jobs of other stations that hold their servers until there is room here.
  ///
  /// - Complexity: O(their number).
  public func blocked(before station: StationID) -> Int {
    var count = 0
    var record = stations[station.index].blocked.first
    while record != none {
      count += 1
      record = records[Int(record)].next
    }
    return count
  }

  // MARK: Jobs and timers

  /// Lets a job enter from outside: it starts at once, waits, or is turned away.
  ///
  /// It starts at once where nobody waits who would go before it and its units are free. At a station with batches it
  /// waits, and starts after the call of the model at the earliest.
  ///
  /// - Parameters:
  ///   - job: The model's number for it.
  ///   - station: Where it enters.
  ///   - ticks: The length of its service, at least 0; unused in a waiting room.
  ///   - units: How many units it takes; it waits, and those behind it, until so many are free.
  ///   - priority: Below the station's number of priorities; 0 goes first.
  /// - Returns: What became of it.
  /// - Complexity: O(log *p*), *p* being the number of busy servers and timers.
  @discardableResult
  public mutating func arrive(
    _ job: UInt32, at station: StationID, ticks: Int64, units: UInt32 = 1, priority: UInt8 = 0
  ) -> Entry {
    let entry = enter(
      job, station.rawValue, ticks: ticks, units: units, priority: priority)
    if entry == .turnedAway { stations[station.index].countLost() }
    return entry
  }

  /// Sets a timer: the model's `fired` is called with `code` and `payload`.
  ///
  /// - Parameters:
  ///   - time: Tick, not before now.
  ///   - priority: Its order among the events of one instant, 0 first.
  ///   - code: The model's.
  ///   - payload: The model's.
  public mutating func schedule(
    at time: Int64, priority: UInt8 = EventEngine.usualPriority, code: UInt32, payload: UInt32
  ) {
    precondition(time >= now, "a timer is not set in the past")
    push(time, .timer, priority: priority, code: code, payload: payload)
  }

  /// Ends the hold of one job after `.hold`.
  public mutating func release(units: UInt32, at station: StationID) {
    let s = station.index
    precondition(
      stations[s].heldJobs > 0 && Int(units) <= Int(stations[s].heldUnits),
      "only units that are held can be released")
    stations[s].releaseHold(units, at: now)
    mark(station.rawValue)
  }

  @discardableResult
  mutating func push(
    _ time: Int64, _ kind: EntryKind, priority: UInt8, code: UInt32, payload: UInt32
  ) -> UInt64 {
    let key = UInt64(priority) << 56 | sequence | kind.rawValue
    sequence += 1 << EntryKind.bits
    calendar.push(CalendarEntry(time: time, key: key, code: code, payload: payload))
    return key
  }

  /// Has the run loop look at a station.
  @inline(__always)
  mutating func mark(_ station: UInt32) {
    let s = Int(station)
    guard stations[s].needsMark() else { return }
    if marked.first == none {
      marked.first = station
    } else {
      stations[Int(marked.last)].nextMarked = station
    }
    marked.last = station
  }
}
