// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// One move from a state to another, as the caller describes it.
///
/// Cargo at `tail` waits until `openBefore` is open, must be there `lead` before a departure of
/// `schedule` (without one it moves at once, `lead` being time that preparation takes), travels,
/// is free `after` its arrival, and then waits until `openAfter` is open.
public struct ArcSpec: Sendable, Hashable {
  public var tail: ID<Node>
  public var head: ID<Node>
  /// Nil is always open.
  public var openBefore: ID<Window>?
  /// Nil is at any time.
  public var schedule: ID<Schedule>?
  /// Cut-off before the departure, seconds.
  public var lead: Int32
  /// Seconds, on top of the duration that the departure itself has.
  public var travel: Int32
  /// Release after the arrival, seconds.
  public var after: Int32
  /// Nil is always open.
  public var openAfter: ID<Window>?
  /// Fen, or `ArcCharge.unknown`.
  public var cost: Int64
  /// Grams, or `ArcCharge.unknown`.
  public var co2e: Int64

  public init(
    from tail: ID<Node>, to head: ID<Node>, openBefore: ID<Window>? = nil,
    schedule: ID<Schedule>? = nil, lead: Int32 = 0, travel: Int32 = 0, after: Int32 = 0,
    openAfter: ID<Window>? = nil, cost: Int64 = 0, co2e: Int64 = 0
  ) {
    self.tail = tail
    self.head = head
    self.openBefore = openBefore
    self.schedule = schedule
    self.lead = lead
    self.travel = travel
    self.after = after
    self.openAfter = openAfter
    self.cost = cost
    self.co2e = co2e
  }
}

/// Collects nodes, windows, schedules and arcs, and lays them out as a `RoutingGraph`.
///
/// Numbers are given in the order of adding and hold in the graph. Times and spans must keep the
/// limits of `RoutingTime`, costs and CO2e must not be negative, numbers must be of this builder:
/// a caller that breaks one of these is stopped, since no answer of the kernel would mean anything.
public struct RoutingGraphBuilder: Sendable {
  struct Departure: Sendable, Hashable {
    var time: Int32
    var duration: Int32
    var arrival: Int32 { time + duration }
  }

  let epoch: Instant
  private(set) var nodeCount = 0
  private(set) var windows: [[Range<Int32>]] = []
  private(set) var schedules: [[Departure]] = []
  private(set) var arcs: [ArcSpec] = []

  /// Time 0 of the graph is `epoch`.
  public init(epoch: Instant) { self.epoch = epoch }

  public mutating func addNode() -> ID<Node> {
    nodeCount += 1
    return ID(nodeCount - 1)
  }

  /// Adds the intervals in which something is open; empty ones are dropped, touching ones joined.
  ///
  /// After the last interval it stays closed for good.
  public mutating func addWindow(_ open: [Range<Int32>]) -> ID<Window> {
    var intervals: [Range<Int32>] = []
    for interval in open.sorted(by: { $0.lowerBound < $1.lowerBound }) where !interval.isEmpty {
      precondition(
        RoutingTime.holds(interval.lowerBound) && RoutingTime.holds(interval.upperBound),
        "a window beyond the limit of time")
      if let last = intervals.last, last.upperBound >= interval.lowerBound {
        intervals[intervals.count - 1] =
          last.lowerBound..<max(last.upperBound, interval.upperBound)
      } else {
        intervals.append(interval)
      }
    }
    windows.append(intervals)
    return ID(windows.count - 1)
  }

  /// Adds departures in any order, each with the time it takes (nil: none).
  ///
  /// Cargo takes the departure that arrives first, of several the one that leaves first.
  public mutating func addSchedule(departures: [Int32], durations: [Int32]? = nil) -> ID<Schedule> {
    precondition(
      durations.map { $0.count == departures.count } ?? true, "a duration for every departure")
    schedules.append(
      departures.indices.map { row in
        let duration = durations?[row] ?? 0
        precondition(
          RoutingTime.holds(departures[row]) && (0...RoutingTime.spanLimit).contains(duration),
          "a departure beyond the limit of time")
        return Departure(time: departures[row], duration: duration)
      })
    return ID(schedules.count - 1)
  }

  public mutating func addArc(_ arc: ArcSpec) -> ID<Arc> {
    precondition(
      arc.tail.index < nodeCount && arc.head.index < nodeCount
        && (arc.openBefore.map { $0.index < windows.count } ?? true)
        && (arc.openAfter.map { $0.index < windows.count } ?? true)
        && (arc.schedule.map { $0.index < schedules.count } ?? true),
      "an arc of rows that were not added")
    let spans = 0...RoutingTime.spanLimit
    precondition(
      spans.contains(arc.lead) && spans.contains(arc.travel) && spans.contains(arc.after),
      "a span beyond the limit of time")
    precondition(
      ArcCharge.holds(arc.cost) && ArcCharge.holds(arc.co2e),
      "a charge that is negative or beyond the limit")
    arcs.append(arc)
    return ID(arcs.count - 1)
  }

  /// An arc as it was added.
  public func arc(_ arc: ID<Arc>) -> ArcSpec { arcs[arc.index] }

  /// Lays the arcs out by tail and indexes windows and schedules; O(n log n).
  public func build() -> RoutingGraph { RoutingGraph(self) }

  /// The departures that somebody could take: none that a later one overtakes, sorted.
  static func worthTaking(_ departures: [Departure]) -> [Departure] {
    var kept: [Departure] = []
    var earliest = Int32.max
    var next: Int32?
    let sorted = departures.sorted {
      $0.time != $1.time ? $0.time < $1.time : $0.duration < $1.duration
    }
    for departure in sorted.reversed() where departure.arrival <= earliest {
      if departure.time == next { kept.removeLast() }
      kept.append(departure)
      earliest = departure.arrival
      next = departure.time
    }
    return kept.reversed()
  }
}
