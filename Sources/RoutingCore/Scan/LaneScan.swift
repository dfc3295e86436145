// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// Earliest arrivals for 16 lanes in one scan: 16 origins, 16 ready times, 8 before and 8 after a change.
///
/// A lane is a source and a start. A node has 16 labels side by side, and what of them has already
/// come to pass as a mask, so that most connections cost a few scalar operations for all lanes:
///
///     for each connection c of the timetable, by departure
///       if a label of tail(c) has come to pass since: reached(tail) ← lanes with label ≤ departure   // SIMD
///       on ← aboard(run(c)) ← aboard(run(c)) | reached(tail(c))
///       may ← on & ~reached(head(c))                // who is there already gains nothing
///       if may ≠ 0
///         won ← may & lanes with arrival(c) < label[head(c)]                                           // SIMD
///         label[head(c)][won] ← arrival(c); transfers(head(c), arrival(c), won)
///
/// All lanes that win by a connection get the same label, so transfers, windows and what follows are
/// worked out once for them. The mask of a run is stored without asking whether it changes.
///
/// Limits: as `ConnectionScan`; no journeys (a search of one lane has them).
public struct LaneScan: ~Copyable {
  public static let laneCount = 16

  public struct Lane: Sendable, Hashable {
    public var source: ID<Node>
    public var start: Int32

    public init(from source: ID<Node>, at start: Int32) {
      self.source = source
      self.start = start
    }
  }

  public let timetable: Timetable
  public private(set) var lanes: [Lane] = []
  /// Seconds from each lane's start in which it must arrive.
  public private(set) var span: Int32 = 0
  private let state: LaneState
  private var aboard: Cells<UInt16>
  private var cascade = LaneCascade()

  public init(on timetable: Timetable) {
    self.timetable = timetable
    state = LaneState(nodeCount: timetable.nodeCount)
    aboard = Cells(repeating: 0, count: timetable.runCount + 1)
  }

  deinit {
    state.deallocate()
    aboard.deallocate()
  }

  /// Finds the earliest arrival at every node for each lane within `span` of its start.
  ///
  /// - Parameters:
  ///   - lanes: At most 16.
  ///   - span: Seconds, the same for all lanes.
  ///   - changes: Seen by the lanes of `changed` alone.
  ///   - changed: Bit *l* is set where lane *l* sees the changes.
  public mutating func run(
    _ lanes: [Lane], span: Int32, changes: TimetableChanges? = nil, changed: UInt16 = .max
  ) {
    precondition(!lanes.isEmpty && lanes.count <= Self.laneCount, "more lanes than there are")
    precondition(
      lanes.allSatisfy { $0.start >= 0 && RoutingTime.holds($0.start) }
        && (0...RoutingTime.spanLimit).contains(span), "a time beyond the limit")
    self.lanes = lanes
    self.span = span
    state.clear()
    let runs = timetable.runCount + (changes?.addedTrips.count ?? 0)
    if runs > aboard.count { aboard = aboard.grown(to: runs, with: 0) }
    aboard.fill(0, upTo: runs)
    let first = lanes.map(\.start).min() ?? 0
    let last = (lanes.map(\.start).max() ?? 0) + span
    let push = LanePusher(
      timetable, state, changes: changes, changed: UInt32(changed),
      limit: last + timetable.longestTurnaround)
    for (number, lane) in lanes.enumerated() {
      let label = lane.start + timetable.turnarounds[lane.source.index]
      let won = state.improve(lane.source.index, to: label, candidates: 1 << UInt32(number))
      if won != 0 { push.run(from: lane.source.index, at: label, won, &cascade) }
    }
    if timetable.isNarrow {
      scan(timetable.narrow.cells, from: first, through: last, push)
    } else {
      scan(timetable.wide.cells, from: first, through: last, push)
    }
  }

  @inline(__always)
  private mutating func scan<Number>(
    _ connections: Cells<Timetable.Connection<Number>>, from first: Int32, through last: Int32,
    _ push: LanePusher
  ) {
    let (state, aboard) = (state, aboard)
    guard let changes = push.changes else {
      timetable.scan(connections, from: first, through: last, changes: nil) { block in
        var rest = block.bits
        while rest != 0 {
          let bit = rest.trailingZeroBitCount
          rest &= rest &- 1
          let connection = block.connections[block.first &+ bit]
          let departure = connection.departure &+ block.shift
          let run = Int(connection.run) &+ block.runShift
          let on = UInt32(aboard[run]) | state.reached(Int(connection.tail), at: departure)
          aboard[run] = UInt16(truncatingIfNeeded: on)
          if arrive(connection, at: departure, on, state, push) { return bit }
        }
        return Timetable.goOn
      }
      return
    }
    let kept = ~push.changed
    let base = timetable.connectionCount
    timetable.scan(
      connections, from: first, through: last, changes: changes, visitsCancelled: true
    ) { block in
      var rest = block.bits
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        rest &= rest &- 1
        let connection = block.connections[block.first &+ bit]
        let departure = connection.departure &+ block.shift
        let run = Int(connection.run) &+ block.runShift
        let before = UInt32(aboard[run])
        // A cancelled connection is for the lanes without the changes, an added one for those with.
        let isOff = block.cancelled >> UInt64(bit) & 1 == 1
        let allowed = isOff ? kept : block.number >= base ? push.changed : ~0
        let on = (before | state.reached(Int(connection.tail), at: departure)) & allowed
        aboard[run] = UInt16(truncatingIfNeeded: before | on)
        if arrive(connection, at: departure, on, state, push) { return bit }
      }
      return Timetable.goOn
    }
  }

  @inline(__always)
  private mutating func arrive<Number>(
    _ connection: Timetable.Connection<Number>, at departure: Int32, _ on: UInt32,
    _ state: LaneState, _ push: LanePusher
  ) -> Bool {
    let head = Int(connection.head)
    let candidates = on & ~state.known(head)
    guard candidates != 0 else { return false }
    let arrival = departure &+ connection.span
    let won = state.improve(head, to: arrival, candidates: candidates)
    guard won != 0 else { return false }
    push.run(from: head, at: arrival, won, &cascade)
    return push.hasInstants && connection.span <= push.longestTurnaround
  }

  /// The earliest arrival of a lane, nil where the node is not reached within its span.
  public func arrival(at node: ID<Node>, lane: Int) -> Int32? {
    let label = state.labels[node.index][lane]
    guard label < ConnectionScan.never else { return nil }
    let time = label - timetable.turnarounds[node.index]
    return time <= lanes[lane].start + span ? time : nil
  }

  /// Writes a lane's earliest arrivals, `RoutingTime.unreached` where there is none.
  ///
  /// - Parameters:
  ///   - lane: Its number.
  ///   - arrivals: `nodeCount` elements or fewer.
  public func copyArrivals(ofLane lane: Int, to arrivals: inout [Int32]) {
    for node in arrivals.indices {
      arrivals[node] = arrival(at: ID(node), lane: lane) ?? RoutingTime.unreached
    }
  }
}
