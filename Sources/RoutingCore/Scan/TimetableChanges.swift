// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// What differs from a timetable for a search: trips cancelled, delayed or added, nodes and transfers closed for a while.
///
/// The timetable is not touched: a change is a set of bits for what does not run, a sorted list of what
/// runs besides, and other windows for transfers, all looked at while scanning. So making changes
/// costs what they are, not what the timetable is, and to undo them is to leave them out.
///
///     cancel   clears the bits of a run's connections
///     delay    cancels and adds them again, later; cargo aboard stays aboard
///     close    cancels what calls at a node in the window; vehicles pass through with what they carry
///
/// Call `seal` when all changes are made. Added connections take at least a second each.
public struct TimetableChanges: Sendable {
  public let timetable: Timetable
  /// Period → cancelled connections, a bit each; empty where none is.
  private var cancelled: [[UInt64]]
  /// By departure once sealed.
  private(set) var added: [Added] = []
  /// Trips beyond those of the timetable.
  private(set) var addedRuns = 0
  /// Node → its transfers in place of the timetable's.
  private(set) var transfersOfNode: [Int32: [Override]] = [:]
  private var isSealed = true

  /// A connection that runs once.
  struct Added: Sendable, Hashable {
    var departure: Int32
    var span: Int32
    var tail: Int32
    var head: Int32
    var run: Int32
    /// The connection whose costs and tag it has.
    var model: Int32
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
    added.isEmpty && transfersOfNode.isEmpty && cancelled.allSatisfy { $0.isEmpty }
  }

  /// Sorts what was added; O(*n* log *n*) in the number of added connections.
  public mutating func seal() {
    guard !isSealed else { return }
    added.sort { ($0.departure, $0.run, $0.position) < ($1.departure, $1.run, $1.position) }
    isSealed = true
  }

  // MARK: Trips

  /// Cancels the trip that starts in a period; false where it does not run.
  @discardableResult
  public mutating func cancel(_ trip: ID<Trip>, startingIn period: Int) -> Bool {
    var found = false
    for (connection, number) in connections(of: trip, startingIn: period)
    where runs(connection, inPeriod: number) {
      cancel(connection, inPeriod: number)
      found = true
    }
    return found
  }

  /// Cancels one connection in one period; the trip's other legs still run.
  mutating func cancel(_ connection: Int, inPeriod number: Int) {
    if cancelled[number].isEmpty {
      cancelled[number] = [UInt64](repeating: 0, count: timetable.wordCount)
    }
    cancelled[number][connection >> 6] |= 1 << UInt64(connection & 63)
  }

  /// Delays the trip that starts in a period from its leg `leg` on; false where it does not run.
  @discardableResult
  public mutating func delay(
    _ trip: ID<Trip>, startingIn period: Int, by seconds: Int32, fromLeg leg: Int = 0
  ) -> Bool {
    precondition((0...RoutingTime.spanLimit).contains(seconds), "a delay beyond the limit of time")
    var found = false
    for (connection, number) in connections(of: trip, startingIn: period).dropFirst(leg)
    where runs(connection, inPeriod: number) {
      cancel(connection, inPeriod: number)
      add(
        copyOf: connection, inPeriod: number, later: seconds,
        run: Int32(period * timetable.tripCount) + timetable.tripNumbers[trip.index])
      found = true
    }
    return found
  }

  /// Adds a trip that runs once, at absolute times; its costs are those of `model`'s legs, where given.
  public mutating func add(_ legs: [TripLeg], like model: ID<Trip>? = nil) {
    let run = Int32(timetable.runCount + addedRuns)
    addedRuns += 1
    let models = model.map { connections(of: $0, startingIn: 0).map(\.connection) } ?? []
    for (position, leg) in legs.enumerated() {
      precondition(leg.arrival > leg.departure && leg.departure >= 0, "a leg that takes no time")
      added.append(
        Added(
          departure: leg.departure,
          span: leg.arrival + timetable.turnarounds[leg.head.index] - leg.departure,
          tail: Int32(leg.tail.index), head: Int32(leg.head.index), run: run,
          model: position < models.count ? Int32(models[position]) : -1, position: Int32(position)))
    }
    isSealed = false
  }

  private mutating func add(copyOf connection: Int, inPeriod number: Int, later: Int32, run: Int32)
  {
    added.append(
      Added(
        departure: timetable.departure(ofConnection: connection) + Int32(number) * timetable.period
          + later,
        span: timetable.span(ofConnection: connection),
        tail: Int32(timetable.tail(ofConnection: connection)),
        head: Int32(timetable.head(ofConnection: connection)), run: run, model: Int32(connection),
        position: timetable.legs[connection].position))
    isSealed = false
  }

  /// A trip's connections with the periods in which they leave, in order.
  private func connections(
    of trip: ID<Trip>, startingIn period: Int
  ) -> [(connection: Int, period: Int)] {
    let number = Int(timetable.tripNumbers[trip.index])
    return (timetable.firstLeg[number]..<timetable.firstLeg[number + 1]).map {
      let connection = Int(timetable.tripConnections[Int($0)])
      return (connection, period + Int(timetable.legs[connection].periodsLater))
    }
  }

  private func runs(_ connection: Int, inPeriod number: Int) -> Bool {
    timetable.runs(connection, inPeriod: number)
      && !(off(inPeriod: number).map { $0[connection >> 6] >> UInt64(connection & 63) & 1 == 1 }
        ?? false)
  }

  // MARK: Nodes

  /// Closes a node in a window of times: nothing is loaded, unloaded or passed on there.
  ///
  /// A vehicle that calls there in the window goes on with what is aboard. A transfer that would start
  /// or end there waits for the end of the window. O(connections of the node + transfers).
  public mutating func close(_ node: ID<Node>, during window: Range<Int32>) {
    guard !window.isEmpty else { return }
    var passing: Set<[Int]> = []
    for connection in timetable.connections(from: node) {
      for number in periods(of: timetable.departure(ofConnection: connection), in: window)
      where runs(connection, inPeriod: number) {
        cancel(connection, inPeriod: number)
        if let (before, period) = neighbour(of: connection, inPeriod: number, by: -1) {
          passing.insert([before, period])
        }
      }
    }
    for connection in timetable.connections(to: node) {
      let arrival =
        timetable.departure(ofConnection: connection) + timetable.span(ofConnection: connection)
        - timetable.turnarounds[node.index]
      for number in periods(of: arrival, in: window) where runs(connection, inPeriod: number) {
        cancel(connection, inPeriod: number)
        passing.insert([connection, number])
      }
    }
    for place in passing { passThrough(place[0], inPeriod: place[1]) }
    closeTransfers(at: Int32(node.index), during: window)
  }

  /// Periods in which a second of the period (or of a later one) falls into the window.
  private func periods(of second: Int32, in window: Range<Int32>) -> Range<Int> {
    let period = timetable.period
    let first = (window.lowerBound - second + period - 1).floored(by: period)
    let last = (window.upperBound - 1 - second).floored(by: period)
    let lower = max(0, Int(first))
    return lower..<max(lower, min(timetable.periodCount, Int(last) + 1))
  }

  /// The leg before or after one of the same trip, and the period in which it leaves.
  private func neighbour(
    of connection: Int, inPeriod number: Int, by step: Int32
  ) -> (connection: Int, period: Int)? {
    let leg = timetable.legs[connection]
    let trip = Int(leg.trip)
    let place = timetable.firstLeg[trip] + leg.position + step
    guard place >= timetable.firstLeg[trip], place < timetable.firstLeg[trip + 1] else {
      return nil
    }
    let other = Int(timetable.tripConnections[Int(place)])
    let period = number + Int(timetable.legs[other].periodsLater - leg.periodsLater)
    return timetable.runs(other, inPeriod: period) ? (other, period) : nil
  }

  /// The vehicle goes on to the stop after a closed one, from the start of the leg that leads there.
  private mutating func passThrough(_ connection: Int, inPeriod number: Int) {
    guard let next = neighbour(of: connection, inPeriod: number, by: 1) else { return }
    let period = timetable.period
    let departure = timetable.departure(ofConnection: connection) + Int32(number) * period
    let leaves = timetable.departure(ofConnection: next.connection) + Int32(next.period) * period
    added.append(
      Added(
        departure: departure,
        span: leaves + timetable.span(ofConnection: next.connection) - departure,
        tail: Int32(timetable.tail(ofConnection: connection)),
        head: Int32(timetable.head(ofConnection: next.connection)),
        run: timetable.run(ofConnection: connection) + Int32(number * timetable.tripCount),
        model: Int32(connection), position: timetable.legs[connection].position))
    isSealed = false
  }

  private mutating func closeTransfers(at place: Int32, during window: Range<Int32>) {
    for slot in 0..<timetable.transferCount {
      let tail = timetable.transferTails[slot]
      let head = timetable.transfers[slot].head
      guard tail == place || head == place else { continue }
      var list = transfersOfNode[tail] ?? allTransfers(from: tail)
      guard let row = list.firstIndex(where: { $0.slot == Int32(slot) }) else { continue }
      if tail == place { list[row].closedStarts.append(window) }
      if head == place { list[row].closedEnds.append(window) }
      transfersOfNode[tail] = list
    }
  }

  private func allTransfers(from node: Int32) -> [Override] {
    (timetable.firstTransfer[Int(node)]..<timetable.firstTransfer[Int(node) + 1]).map {
      Override(slot: $0, closedStarts: [], closedEnds: [])
    }
  }

  // MARK: For scans

  func off(inPeriod number: Int) -> [UInt64]? {
    let bits = cancelled[number]
    return bits.isEmpty ? nil : bits
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
