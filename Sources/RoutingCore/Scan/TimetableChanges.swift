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
/// Changes hold in the order in which they are made: what a closure has altered can be delayed no more.
/// Call `seal` before a search. Added legs take at least a second each.
public struct TimetableChanges: Sendable {
  public let timetable: Timetable
  /// Period → cancelled connections, a bit each; empty where none is.
  private var cancelled: [[UInt64]]
  private var trips: [AddedTrip] = []
  /// By departure once sealed.
  private(set) var added: [AddedLeg] = []
  /// Node → its transfers in place of the timetable's.
  private(set) var transfersOfNode: [Int32: [Override]] = [:]
  private var isSealed = true

  /// A trip that runs once.
  struct AddedTrip: Sendable, Hashable {
    var legs: [TripLeg]
    var boarding: CostPair
  }

  struct AddedLeg: Sendable, Hashable {
    var departure: Int32
    var span: Int32
    var tail: Int32
    var head: Int32
    var run: Int32
    var position: Int32
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
    remove(Int(timetable.tripNumbers[trip.index]), period) != nil
  }

  /// Delays the trip that starts in a period from its leg `leg` on; false where it does not run.
  @discardableResult
  public mutating func delay(
    _ trip: ID<Trip>, startingIn period: Int, by seconds: Int32, fromLeg leg: Int = 0
  ) -> Bool {
    precondition((0...RoutingTime.spanLimit).contains(seconds), "a delay beyond the limit of time")
    guard var run = remove(Int(timetable.tripNumbers[trip.index]), period) else { return false }
    for place in run.legs.indices where place >= leg {
      run.legs[place].departure += seconds
      run.legs[place].arrival += seconds
    }
    add(run)
    return true
  }

  /// Adds a trip that runs once, at times since the epoch.
  public mutating func add(_ legs: [TripLeg], boardingCost cost: Int32 = 0, co2e: Int32 = 0) {
    add(AddedTrip(legs: legs, boarding: CostPair(cost: cost, co2e: co2e)))
  }

  private mutating func add(_ trip: AddedTrip) {
    for leg in trip.legs {
      precondition(leg.arrival > leg.departure && leg.departure >= 0, "a leg that takes no time")
    }
    trips.append(trip)
    isSealed = false
  }

  /// Cancels a run and says what it was, times since the epoch; nil where it does not run.
  private mutating func remove(_ trip: Int, _ start: Int) -> AddedTrip? {
    var legs: [TripLeg] = []
    for connection in timetable.connections(ofTrip: trip) {
      let number = start + Int(timetable.legs[connection].periodsLater)
      guard runs(connection, inPeriod: number) else { continue }
      legs.append(leg(connection, inPeriod: number))
      cancel(connection, inPeriod: number)
    }
    return legs.isEmpty ? nil : AddedTrip(legs: legs, boarding: timetable.boardingCosts[trip])
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
    var calling: Set<[Int]> = []
    for connection in timetable.connections(from: node) {
      let departure = timetable.departure(ofConnection: connection)
      collect(connection, at: departure, window, &calling)
    }
    for connection in timetable.connections(to: node) {
      let arrival =
        timetable.departure(ofConnection: connection) + timetable.span(ofConnection: connection)
        - timetable.turnarounds[node.index]
      collect(connection, at: arrival, window, &calling)
    }
    let before = trips
    trips = []
    for run in calling.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      if let trip = remove(run[0], run[1]) { trips += Self.without(node, during: window, trip) }
    }
    trips = before.flatMap { Self.without(node, during: window, $0) } + trips
    isSealed = false
    closeTransfers(at: Int32(node.index), during: window)
  }

  /// Notes the runs (trip, first period) of a connection that is at the node in the window.
  private func collect(
    _ connection: Int, at second: Int32, _ window: Range<Int32>, _ calling: inout Set<[Int]>
  ) {
    let period = timetable.period
    let leg = timetable.legs[connection]
    let first = (window.lowerBound - second + period - 1).floored(by: period)
    let last = (window.upperBound - 1 - second).floored(by: period)
    guard first <= last else { return }
    for number in max(0, Int(first))...max(0, Int(last))
    where number >= first && number <= last && runs(connection, inPeriod: number) {
      calling.insert([Int(leg.trip), number - Int(leg.periodsLater)])
    }
  }

  /// A trip without its calls at a node in a window: it passes through, and where only loading or only
  /// unloading falls into the window, what is left of the call is a trip of its own.
  private static func without(
    _ node: ID<Node>, during window: Range<Int32>, _ trip: AddedTrip
  ) -> [AddedTrip] {
    var whole = trip.legs
    var parts: [[TripLeg]] = []
    var place = 0
    while place < whole.count {
      let leg = whole[place]
      if leg.tail == node, place == 0, window.contains(leg.departure) {
        whole.removeFirst()
        continue
      }
      guard leg.head == node else {
        place += 1
        continue
      }
      let unloads = !window.contains(leg.arrival)
      guard place + 1 < whole.count else {
        if !unloads { whole.removeLast() }
        break
      }
      let next = whole[place + 1]
      let loads = !window.contains(next.departure)
      guard !unloads || !loads else {
        place += 1
        continue
      }
      if unloads { parts.append(Array(whole[...place])) }
      if loads { parts.append(Array(whole[(place + 1)...])) }
      whole[place].head = next.head
      whole[place].arrival = next.arrival
      whole[place].cost += next.cost
      whole[place].co2e += next.co2e
      whole.remove(at: place + 1)
    }
    return
      ([whole]
      + parts.flatMap { part in
        without(node, during: window, AddedTrip(legs: part, boarding: trip.boarding)).map(\.legs)
      }).filter { !$0.isEmpty }.map { AddedTrip(legs: $0, boarding: trip.boarding) }
  }

  private mutating func closeTransfers(at place: Int32, during window: Range<Int32>) {
    for slot in 0..<timetable.transferCount {
      let tail = timetable.transferTails[slot]
      let head = timetable.transfers[slot].head
      guard tail == place || head == place else { continue }
      close(
        slot: Int32(slot), starts: tail == place ? window : nil, ends: head == place ? window : nil)
    }
  }

  /// Closes a transfer's start, its end or both for a while.
  mutating func close(slot: Int32, starts: Range<Int32>?, ends: Range<Int32>?) {
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

  /// Trips beyond those of the timetable.
  var addedTrips: [AddedTrip] { trips }

  /// Sorts what was added; O(*n* log *n*) in the number of added legs.
  public mutating func seal() {
    guard !isSealed else { return }
    added.removeAll(keepingCapacity: true)
    for (number, trip) in trips.enumerated() {
      for (position, leg) in trip.legs.enumerated() {
        added.append(
          AddedLeg(
            departure: leg.departure,
            span: leg.arrival + timetable.turnarounds[leg.head.index] - leg.departure,
            tail: Int32(leg.tail.index), head: Int32(leg.head.index),
            run: Int32(timetable.runCount + number), position: Int32(position)))
      }
    }
    added.sort { ($0.departure, $0.run, $0.position) < ($1.departure, $1.run, $1.position) }
    isSealed = true
  }

  func off(inPeriod number: Int) -> [UInt64]? {
    cancelled[number].isEmpty ? nil : cancelled[number]
  }

  /// The end of a transfer between boarding times, with what is closed.
  func end(of override: Override, from tail: Int, at time: Int32) -> Int32 {
    let turnaround = timetable.turnarounds[tail]
    let start = Self.opening(after: time - turnaround, closed: override.closedStarts)
    let transfer = timetable.transfers[Int(override.slot)]
    let end = timetable.end(of: transfer, from: tail, at: start + turnaround)
    guard end != RoutingTime.unreached else { return end }
    let later = timetable.turnarounds[Int(transfer.head)]
    return Self.opening(after: end - later, closed: override.closedEnds) + later
  }

  private static func opening(after time: Int32, closed: [Range<Int32>]) -> Int32 {
    var time = time
    while let window = closed.first(where: { $0.contains(time) }) { time = window.upperBound }
    return time
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

extension Int32 {
  /// ⌊self / divisor⌋.
  fileprivate func floored(by divisor: Int32) -> Int32 {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }
}
