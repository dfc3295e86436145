// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// What differs from a timetable for a search: trips cancelled, delayed or added, nodes closed for a while.
///
/// The timetable is not touched: changes are bits for what does not run, a sorted list of what runs besides,
/// and closed times of transfers, all looked at while scanning. So making changes costs what they
/// are, not what the timetable is, and to undo them is to leave them out.
///
///     cancel   clears the bits of a run's connections
///     delay    cancels the run and adds it again, later from one of its legs on
///     close    cancels the runs that call at a node in the window and adds them again without that call
///
/// A closure holds for what is added or delayed into it too, whatever was said first.
/// Call `seal` before a search.
public struct TimetableChanges: Sendable {
  public let timetable: Timetable
  /// Period → cancelled connections, a bit each; empty where none is.
  private var cancelled: [[UInt64]]
  /// What runs besides, as if no node were closed; one that was cancelled has no legs.
  private var trips: [AddedTrip] = []
  /// Run of the timetable → where it stands in `trips`.
  private var replacements: [Run: Int] = [:]
  private var closures: [Closure] = []
  /// Trips beyond those of the timetable, less their calls at closed nodes; once sealed.
  private(set) var addedTrips: [AddedTrip] = []
  /// Legs of `addedTrips` by departure; once sealed.
  private(set) var added: [AddedLeg] = []
  /// Node → its transfers in place of the timetable's.
  private(set) var transfersOfNode: [Int32: [Override]] = [:]
  /// Transfers that are closed in the timetable are so no more.
  private(set) var opensChains = false
  /// Some added legs take no time.
  private(set) var hasInstants = false
  private var isSealed = true

  /// A trip that runs once.
  struct AddedTrip: Sendable, Hashable {
    var legs: [TripLeg]
    var boarding: CostPair
  }

  /// A trip, by number, that starts in a period.
  private struct Run: Hashable, Sendable {
    var trip: Int
    var start: Int
  }

  struct Closure: Sendable, Hashable {
    var node: ID<Node>
    var window: Range<Int32>
  }

  struct AddedLeg: Sendable, Hashable {
    var departure: Int32
    var span: Int32
    var tail: Int32
    var head: Int32
    var run: Int32
    var position: Int32
    var tag: Int32
  }

  /// A transfer that has to wait at some times.
  struct Override: Sendable, Hashable {
    var slot: Int32
    /// A start in these times waits for their end; arrival times at the tail.
    var closedStarts: [Range<Int32>]
    /// An end in these times waits for their end; arrival times at the head.
    var closedEnds: [Range<Int32>]
  }

  public init(on timetable: Timetable) {
    self.timetable = timetable
    cancelled = Array(repeating: [], count: timetable.periodCount)
  }

  public var isEmpty: Bool {
    trips.isEmpty && transfersOfNode.isEmpty && cancelled.allSatisfy { $0.isEmpty }
  }

  // MARK: Trips

  /// Cancels the trip that starts in a period; false where it does not run.
  @discardableResult
  public mutating func cancel(_ trip: ID<Trip>, startingIn period: Int) -> Bool {
    guard let place = replace(Run(trip: tripNumber(trip), start: period)) else { return false }
    trips[place].legs = []
    return true
  }

  /// Delays the trip that starts in a period from its leg `leg` on; false where it does not run.
  @discardableResult
  public mutating func delay(
    _ trip: ID<Trip>, startingIn period: Int, by seconds: Int32, fromLeg leg: Int = 0
  ) -> Bool {
    precondition((0...RoutingTime.spanLimit).contains(seconds), "a delay beyond the limit of time")
    guard let place = replace(Run(trip: tripNumber(trip), start: period)) else { return false }
    for number in trips[place].legs.indices where number >= leg {
      trips[place].legs[number].departure += seconds
      trips[place].legs[number].arrival += seconds
    }
    return true
  }

  /// Adds a trip that runs once, at times since the epoch.
  public mutating func add(_ legs: [TripLeg], boardingCost cost: Int32 = 0, co2e: Int32 = 0) {
    legs.expectValid()
    trips.append(AddedTrip(legs: legs, boarding: CostPair(cost: cost, co2e: co2e)))
    isSealed = false
  }

  private func tripNumber(_ trip: ID<Trip>) -> Int { Int(timetable.tripNumbers[trip.index]) }

  /// Takes a run out of the timetable and puts it among the added trips, times since the epoch.
  ///
  /// - Returns: Where it stands there; nil where it does not run, or does so no more.
  private mutating func replace(_ run: Run) -> Int? {
    if let place = replacements[run] {
      isSealed = false
      return trips[place].legs.isEmpty ? nil : place
    }
    var legs: [TripLeg] = []
    for connection in timetable.connections(ofTrip: run.trip) {
      let number = run.start + Int(timetable.legs[connection].periodsLater)
      guard runs(connection, inPeriod: number) else { continue }
      legs.append(leg(connection, inPeriod: number))
      cancel(connection, inPeriod: number)
    }
    guard !legs.isEmpty else { return nil }
    trips.append(AddedTrip(legs: legs, boarding: timetable.boardingCosts[run.trip]))
    replacements[run] = trips.count - 1
    isSealed = false
    return trips.count - 1
  }

  /// Cancels one connection in one period.
  mutating func cancel(_ connection: Int, inPeriod number: Int) {
    if cancelled[number].isEmpty {
      cancelled[number] = [UInt64](repeating: 0, count: timetable.wordCount)
    }
    cancelled[number][connection >> 6] |= 1 << UInt64(connection & 63)
  }

  private func leg(_ connection: Int, inPeriod number: Int) -> TripLeg {
    let head = timetable.head(ofConnection: connection)
    let departure =
      timetable.departure(ofConnection: connection) + Int32(number) * timetable.period
    let cost = timetable.connectionCosts[connection]
    return TripLeg(
      from: ID(timetable.tail(ofConnection: connection)), to: ID(head), departure: departure,
      arrival: departure + timetable.span(ofConnection: connection) - timetable.turnarounds[head],
      cost: cost.cost, co2e: cost.co2e, tag: timetable.legs[connection].tag)
  }

  private func runs(_ connection: Int, inPeriod number: Int) -> Bool {
    timetable.runs(connection, inPeriod: number)
      && (cancelled[number].isEmpty
        || cancelled[number][connection >> 6] >> UInt64(connection & 63) & 1 == 0)
  }

  // MARK: Nodes

  /// Closes a node in a window of times: nothing is loaded, unloaded or passed on there.
  ///
  /// A vehicle that calls there in the window goes on with what is aboard. A transfer that would start
  /// or end there waits for the end of the window. O(connections of the node + transfers).
  public mutating func close(_ node: ID<Node>, during window: Range<Int32>) {
    guard !window.isEmpty else { return }
    closures.append(Closure(node: node, window: window))
    isSealed = false
    for connection in timetable.connections(from: node) {
      let departure = timetable.departure(ofConnection: connection)
      replace(connection, at: departure, during: window)
    }
    for connection in timetable.connections(to: node) {
      let arrival =
        timetable.departure(ofConnection: connection) + timetable.span(ofConnection: connection)
        - timetable.turnarounds[node.index]
      replace(connection, at: arrival, during: window)
    }
    closeTransfers(at: Int32(node.index), during: window)
  }

  /// Replaces the runs of a connection that are at the node in the window.
  private mutating func replace(
    _ connection: Int, at second: Int32, during window: Range<Int32>
  ) {
    let leg = timetable.legs[connection]
    let first = max(0, Int((window.lowerBound - second) / timetable.period) - 1)
    let last = min(
      timetable.periodCount - 1, Int((window.upperBound - second) / timetable.period) + 1)
    guard first <= last else { return }
    for number in first...last
    where window.contains(second + Int32(number) * timetable.period)
      && runs(connection, inPeriod: number)
    {
      _ = replace(Run(trip: Int(leg.trip), start: number - Int(leg.periodsLater)))
    }
  }

  private mutating func closeTransfers(at place: Int32, during window: Range<Int32>) {
    for slot in 0..<timetable.transferCount {
      let tail = timetable.transferTails[slot]
      let head = timetable.transfers[slot].head
      guard tail == place || head == place else { continue }
      restrict(
        slot: Int32(slot), starts: tail == place ? window : nil,
        ends: head == place ? window : nil)
    }
  }

  /// Closes a transfer's start, its end or both for a while.
  ///
  /// A way round by two others may then be quicker. (Where all transfers of a node wait, none is.)
  mutating func close(slot: Int32, starts: Range<Int32>?, ends: Range<Int32>?) {
    opensChains = true
    restrict(slot: slot, starts: starts, ends: ends)
  }

  private mutating func restrict(slot: Int32, starts: Range<Int32>?, ends: Range<Int32>?) {
    let tail = timetable.transferTails[Int(slot)]
    var list =
      transfersOfNode[tail]
      ?? (timetable.firstTransfer[Int(tail)]..<timetable.firstTransfer[Int(tail) + 1]).map {
        Override(slot: $0, closedStarts: [], closedEnds: [])
      }
    guard let row = list.firstIndex(where: { $0.slot == slot }) else { return }
    if let starts { list[row].closedStarts.append(starts) }
    if let ends { list[row].closedEnds.append(ends) }
    transfersOfNode[tail] = list
  }

  // MARK: For scans

  /// Cuts what was added at what is closed, and sorts it; O(*n* log *n*) in the number of added legs.
  public mutating func seal() {
    guard !isSealed else { return }
    addedTrips = closures.reduce(trips.filter { !$0.legs.isEmpty }) { trips, closure in
      trips.flatMap { $0.without(closure) }
    }
    added.removeAll(keepingCapacity: true)
    for (number, trip) in addedTrips.enumerated() {
      for (position, leg) in trip.legs.enumerated() {
        added.append(
          AddedLeg(
            departure: leg.departure,
            span: leg.arrival + timetable.turnarounds[leg.head.index] - leg.departure,
            tail: Int32(leg.tail.index), head: Int32(leg.head.index),
            run: Int32(timetable.runCount + number), position: Int32(position), tag: leg.tag))
      }
    }
    added.sort { ($0.departure, $0.run, $0.position) < ($1.departure, $1.run, $1.position) }
    hasInstants = addedTrips.contains { $0.legs.contains { $0.arrival == $0.departure } }
    isSealed = true
  }

  func off(inPeriod number: Int) -> [UInt64]? {
    cancelled[number].isEmpty ? nil : cancelled[number]
  }

  /// The end of a transfer between boarding times, with what is closed; `unreached` where it never opens.
  func end(of override: Override, from tail: Int, at time: Int32) -> Int32 {
    guard let times = times(of: override, from: tail, at: time - timetable.turnarounds[tail])
    else { return RoutingTime.unreached }
    let head = Int(timetable.transfers[Int(override.slot)].head)
    return times.end + timetable.turnarounds[head]
  }

  /// When a transfer may start, has come, and ends, for cargo that is at its tail at a time.
  func times(
    of override: Override, from tail: Int, at time: Int32
  ) -> (opened: Int32, arrived: Int32, end: Int32)? {
    let transfer = timetable.transfers[Int(override.slot)]
    let turnarounds = timetable.turnarounds[tail] - timetable.turnarounds[Int(transfer.head)]
    guard
      let opened = timetable.opening(
        of: transfer.openBefore, closed: override.closedStarts, after: time)
    else { return nil }
    let arrived = opened + transfer.seconds + turnarounds
    return timetable.opening(
      of: transfer.openAfter, closed: override.closedEnds, after: arrived
    ).map { (opened, arrived, $0) }
  }

  func firstAdded(notBefore time: Int32) -> Int {
    precondition(isSealed, "changes that are not sealed")
    var (low, high) = (0, added.count)
    while low < high {
      let middle = (low + high) / 2
      if added[middle].departure < time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Timetable {
  /// The first moment at which a window is open and nothing is closed.
  fileprivate func opening(
    of window: Int32, closed: [Range<Int32>], after time: Int32
  ) -> Int32? {
    var time = time
    while true {
      if window >= 0 {
        guard let step = windows.first(in: window, notBelow: time) else { return nil }
        time = max(time, step.value)
      }
      guard let closure = closed.first(where: { $0.contains(time) }) else { return time }
      time = closure.upperBound
    }
  }
}
