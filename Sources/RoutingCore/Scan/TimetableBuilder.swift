// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// Names the rows of a timetable's trips: vehicles' ways that repeat from period to period.
public enum Trip {}

/// One leg of a trip: from a stop to the next.
public struct TripLeg: Sendable, Hashable {
  public var tail: ID<Node>
  public var head: ID<Node>
  /// Seconds since the start of the period in which the trip starts; may lie in a later period.
  public var departure: Int32
  public var arrival: Int32
  /// Fen and grams, not negative.
  public var cost: Int32
  public var co2e: Int32
  /// The caller's name for it.
  public var tag: Int32

  public init(
    from tail: ID<Node>, to head: ID<Node>, departure: Int32, arrival: Int32, cost: Int32 = 0,
    co2e: Int32 = 0, tag: Int32 = -1
  ) {
    self.tail = tail
    self.head = head
    self.departure = departure
    self.arrival = arrival
    self.cost = cost
    self.co2e = co2e
    self.tag = tag
  }
}

/// Collects nodes, transfers and trips, and lays them out as a `Timetable`.
///
/// Limits: times keep those of `RoutingTime`, costs and CO2e are not negative, trips start in at most
/// 64 periods. A caller that breaks one is stopped.
public struct TimetableBuilder: Sendable {
  struct TransferRow: Sendable {
    var tail: Int32
    var transfer: Timetable.Transfer
    var cost: CostPair
    var tag: Int32
  }
  struct TripRow: Sendable {
    var firstLeg: Int32
    var legCount: Int32
    /// Bit *p* is set where it starts in period *p*.
    var periods: UInt64
    var boarding: CostPair
    /// Trips of one group have the same stops and costs; -1 is unknown.
    var group: Int32
  }

  let epoch: Instant
  let period: Int32
  var turnarounds: [Int32] = []
  var windows = StepTable()
  var transfers: [TransferRow] = []
  var trips: [TripRow] = []
  var legs: [TripLeg] = []
  /// Whether to look if transfers are closed: no chain of two beats a direct one, in time, cost and CO2e.
  ///
  /// Where they are, searches take no transfer after another. Looking takes as long as transfers have
  /// transfers to follow.
  public var looksForClosedTransfers = false

  public init(epoch: Instant, period: Int32) {
    precondition(period > 0, "a period of no length")
    self.epoch = epoch
    self.period = period
  }

  /// Adds a node at which cargo may board `turnaround` seconds after it has come.
  public mutating func addNode(turnaround: Int32 = 0) -> ID<Node> {
    precondition((0...RoutingTime.spanLimit).contains(turnaround), "a span beyond the limit")
    turnarounds.append(turnaround)
    return ID(turnarounds.count - 1)
  }

  /// Adds a move that may start at any time.
  public mutating func addTransfer(
    from tail: ID<Node>, to head: ID<Node>, seconds: Int32, cost: Int32 = 0, co2e: Int32 = 0,
    tag: Int32 = -1
  ) {
    addTransfer(
      from: tail, to: head, seconds: seconds, openBefore: Timetable.Transfer.none,
      openAfter: Timetable.Transfer.none, cost: CostPair(cost: cost, co2e: co2e), tag: tag)
  }

  mutating func addTransfer(
    from tail: ID<Node>, to head: ID<Node>, seconds: Int32, openBefore: Int32, openAfter: Int32,
    cost: CostPair, tag: Int32
  ) {
    precondition((0...RoutingTime.spanLimit).contains(seconds), "a span beyond the limit")
    precondition(!cost.overflows, "a negative cost")
    let folded = seconds + turnarounds[head.index] - turnarounds[tail.index]
    transfers.append(
      TransferRow(
        tail: Int32(tail.index),
        transfer: Timetable.Transfer(
          head: Int32(head.index), seconds: folded, openBefore: openBefore, openAfter: openAfter),
        cost: cost, tag: tag))
  }

  /// Adds a trip of legs that follow each other, which starts in some periods.
  ///
  /// - Parameters:
  ///   - legs: In order; each leaves at or after the arrival of the one before, and of several each
  ///     takes a second at least (a second that is begun again would let cargo ride backwards).
  ///   - periods: Bit *p* is set where it starts in period *p*.
  ///   - cost: Fen for each boarding.
  ///   - co2e: Grams for each boarding.
  /// - Returns: The trip, for changes.
  public mutating func addTrip(
    _ legs: [TripLeg], periods: UInt64, boardingCost cost: Int32 = 0, co2e: Int32 = 0
  ) -> ID<Trip> {
    legs.expectValid()
    trips.append(
      TripRow(
        firstLeg: Int32(self.legs.count), legCount: Int32(legs.count), periods: periods,
        boarding: CostPair(cost: cost, co2e: co2e), group: -1))
    self.legs += legs
    return ID(trips.count - 1)
  }

  /// Adds a trip of one leg; trips of one group have the same stops and costs.
  mutating func addTrip(_ leg: TripLeg, periods: UInt64, group: Int32) {
    trips.append(
      TripRow(
        firstLeg: Int32(legs.count), legCount: 1, periods: periods, boarding: .zero, group: group))
    legs.append(leg)
  }

  /// Sorts and packs all rows; O(*n* log *n*).
  public func build() -> Timetable { Timetable(self) }
}

extension [TripLeg] {
  /// Stops a caller whose legs no search could ride.
  func expectValid() {
    for leg in self {
      precondition(
        leg.arrival >= leg.departure && leg.departure >= 0 && RoutingTime.holds(leg.arrival),
        "a leg that ends before it starts, or beyond the limit of time")
      precondition(
        count == 1 || leg.arrival > leg.departure, "a leg of several that takes no time")
      precondition(leg.cost >= 0 && leg.co2e >= 0, "a negative cost")
    }
  }
}
