// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// The last second at which cargo may come for a departure, and when it is free to go on.
public struct Ride: Sendable, Hashable {
  public var start: Int32
  public var end: Int32

  public init(start: Int32, end: Int32) { (self.start, self.end) = (start, end) }
}

/// Tag → what carries it; of a graph's timetable an arc's connections, or its transfer.
///
/// Where arcs share connections, an arc is a transfer from a node of their own ("fan").
public struct TagIndex: Sendable {
  public let timetable: Timetable
  private let firstConnection: [Int32]
  private let connections: [Int32]
  private let firstTransfer: [Int32]
  private let transfers: [Int32]
  private let graphNodeCount: Int

  /// - Complexity: O(connections + transfers).
  public init(_ timetable: Timetable, tagCount: Int, graphNodeCount: Int) {
    self.timetable = timetable
    self.graphNodeCount = graphNodeCount
    // What has no tag is grouped last.
    func place(_ tag: Int32) -> Int { tag < 0 ? tagCount : Int(tag) }
    (connections, firstConnection) = grouped(
      (0..<timetable.connectionCount).map { place(timetable.legs[$0].tag) }, by: tagCount + 1)
    (transfers, firstTransfer) = grouped(
      (0..<timetable.transferCount).map { place(timetable.transferTags[$0]) }, by: tagCount + 1)
  }

  func connections(of tag: Int) -> [Int] {
    connections[Int(firstConnection[tag])..<Int(firstConnection[tag + 1])].map { Int($0) }
  }

  /// Slot of the transfer; nil where the tag has connections of its own.
  func transfer(of tag: Int) -> Int32? {
    firstTransfer[tag] < firstTransfer[tag + 1] ? transfers[Int(firstTransfer[tag])] : nil
  }

  /// The node from which arcs of shared connections start, nil where the tag shares none.
  public func fan(of tag: Int) -> ID<Node>? {
    guard let slot = transfer(of: tag) else { return nil }
    let tail = Int(timetable.transferTails[Int(slot)])
    return tail >= graphNodeCount ? ID(tail) : nil
  }

  /// All departures of a tag with a schedule, by start.
  public func rides(of tag: Int) -> [Ride] {
    guard let fan = fan(of: tag), let slot = transfer(of: tag) else {
      return rides(of: connections(of: tag)) { $0 }
    }
    return rides(of: Array(timetable.connections(to: fan))) {
      timetable.end(of: timetable.transfers[Int(slot)], from: fan.index, at: $0)
    }
  }

  private func rides(of connections: [Int], end: (Int32) -> Int32) -> [Ride] {
    connections.flatMap { connection in
      (0..<timetable.periodCount).filter { timetable.runs(connection, inPeriod: $0) }.map {
        let ride = timetable.ride(connection, inPeriod: $0)
        return Ride(start: ride.start, end: end(ride.end))
      }
    }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }
}

extension Timetable {
  fileprivate func ride(_ connection: Int, inPeriod number: Int) -> Ride {
    let start = departure(ofConnection: connection) + Int32(number) * period
    return Ride(
      start: start,
      end: start + span(ofConnection: connection) - turnarounds[head(ofConnection: connection)])
  }
}

extension TimetableChanges {
  /// Where a ride between two nodes of the graph is added, and for what; its charge is the tag's (`ChargeScan`).
  public struct Seat: Sendable, Hashable {
    public var tag: Int
    public var tail: ID<Node>
    public var head: ID<Node>

    public init(tag: Int, tail: ID<Node>, head: ID<Node>) {
      self.tag = tag
      self.tail = tail
      self.head = head
    }
  }

  /// All times.
  static let always: Range<Int32> = -(1 << 29)..<(1 << 29)

  /// Gives a tag these departures in place of its own: cancels the others, adds what is new.
  ///
  /// What shares its connections with others is taken out of them.
  ///
  /// - Parameters:
  ///   - rides: All that is to be left.
  ///   - seat: Of which tag, and where.
  ///   - index: Nil where the timetable does not know the tag.
  public mutating func setRides(_ rides: [Ride], of seat: Seat, _ index: TagIndex?) {
    var missing = Set(rides)
    if let index {
      if index.fan(of: seat.tag) != nil, let slot = index.transfer(of: seat.tag) {
        close(slot: slot, starts: Self.always, ends: nil)
      }
      for connection in index.connections(of: seat.tag) {
        for number in 0..<timetable.periodCount
        where timetable.runs(connection, inPeriod: number)
          && missing.remove(timetable.ride(connection, inPeriod: number)) == nil
        {
          cancel(connection, inPeriod: number)
        }
      }
    }
    for ride in missing.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      add([
        TripLeg(
          from: seat.tail, to: seat.head, departure: ride.start, arrival: ride.end,
          tag: Int32(seat.tag))
      ])
    }
  }

  /// Cancels the connections to a node that end in the window.
  public mutating func cancelConnections(to node: ID<Node>, endingIn window: Range<Int32>) {
    for connection in timetable.connections(to: node) {
      for number in 0..<timetable.periodCount
      where timetable.runs(connection, inPeriod: number)
        && window.contains(timetable.ride(connection, inPeriod: number).end)
      {
        cancel(connection, inPeriod: number)
      }
    }
  }

  /// Lets the transfer of a tag wait where it would start, or end, in a window; false where it has none.
  @discardableResult
  public mutating func closeTransfer(
    of tag: Int, starts: Range<Int32>?, ends: Range<Int32>?, _ index: TagIndex
  ) -> Bool {
    guard let slot = index.transfer(of: tag) else { return false }
    close(slot: slot, starts: starts, ends: ends)
    return true
  }

  /// The times of a transfer that starts at `time` with these changes; nil where it never opens.
  func times(
    ofTransfer slot: Int32, from time: Int32
  ) -> (opened: Int32, arrived: Int32, end: Int32)? {
    let tail = timetable.transferTails[Int(slot)]
    let override =
      transfersOfNode[tail]?.first { $0.slot == slot }
      ?? Override(slot: slot, closedStarts: [], closedEnds: [])
    return times(of: override, from: Int(tail), at: time)
  }
}

extension RoutingGraphBuilder {
  /// The departures of an arc without windows as `Timetable` lays them out.
  public func rides(of arc: ID<Arc>) -> [Ride] {
    let spec = arcs[arc.index]
    precondition(
      spec.openBefore == nil && spec.openAfter == nil, "windows belong to the whole graph")
    guard let schedule = spec.schedule else { return [] }
    return Self.rides(
      Self.worthTaking(schedules[schedule.index]), lead: spec.lead,
      rest: spec.travel + spec.after, openBefore: Timetable.Transfer.none,
      openAfter: Timetable.Transfer.none, in: StepTable())
  }

  /// The last start and the end of every departure that is worth taking and starts at 0 or later.
  static func rides(
    _ departures: [Departure], lead: Int32, rest: Int32, openBefore: Int32, openAfter: Int32,
    in windows: StepTable
  ) -> [Ride] {
    var rides: [Ride] = []
    for departure in departures {
      var start = departure.time - lead
      if openBefore >= 0 {
        guard let step = windows.last(in: openBefore, withValueUpTo: start) else { continue }
        start = min(start, step.key)
      }
      var end = departure.arrival + rest
      if openAfter >= 0 {
        guard let step = windows.first(in: openAfter, notBelow: end) else { continue }
        end = max(end, step.value)
      }
      guard start >= 0 else { continue }
      // Both rise; of equal ends the latest start counts, of equal starts the earliest end.
      if rides.last?.end == end { rides.removeLast() }
      if rides.last?.start == start { continue }
      rides.append(Ride(start: start, end: end))
    }
    return rides
  }
}
