// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// Earliest arrivals from one node at one time at all nodes, with journeys: a connection scan.
///
///     label[source] ← start + turnaround; transfers(source)
///     for each connection c of the timetable, by departure
///       on ← aboard(run(c)) ← aboard(run(c)) | label[tail(c)] ≤ departure(c)
///       if on & arrival(c) < label[head(c)]
///         label[head(c)] ← arrival(c); transfers(head(c))
///
/// The one branch is rarely taken: whether a run is entered is stored without asking. Transfers of a closed timetable are taken once, else they
/// are followed further in order of time. O(connections until the horizon + transfers of improved nodes);
/// one search serves any number of runs and allocates in `init` only.
///
/// Limits: one criterion, arrival; of journeys with the same arrival it finds one, the same at each run.
///
/// - Note: J. Dibbelt, T. Pajor, B. Strasser, D. Wagner, "Connection Scan Algorithm", ACM Journal of
///   Experimental Algorithmics 23 (2018), doi:10.1145/3274661.
public struct ConnectionScan: ~Copyable {
  public let timetable: Timetable
  public private(set) var source: ID<Node>?
  public private(set) var start: Int32 = 0
  /// No arrival is later.
  public private(set) var horizon: Int32 = 0
  /// Node → boarding time.
  let labels: Cells<Int32>
  /// Node → connection that brought the cargo, or the complement of a transfer's slot; see `journey`.
  let vias: Cells<Int32>
  /// Run → 1 once the cargo may be on it.
  private var aboard: Cells<UInt8>
  private var queue: NodeQueue

  /// Of a node that is not reached.
  static let never = Int32.max / 2
  static let noVia = Int32.min

  public init(on timetable: Timetable) {
    self.timetable = timetable
    labels = Cells(repeating: Self.never, count: timetable.nodeCount)
    vias = Cells(repeating: Self.noVia, count: timetable.nodeCount)
    aboard = Cells(repeating: 0, count: timetable.runCount + 1)
    queue = NodeQueue(nodeCount: timetable.nodeCount)
  }

  deinit {
    labels.deallocate()
    vias.deallocate()
    aboard.deallocate()
  }

  /// Finds the earliest arrival at every node that is reached by `horizon`, a time, not a span.
  public mutating func run(
    from source: ID<Node>, at start: Int32, horizon: Int32, changes: TimetableChanges? = nil
  ) {
    precondition(
      start >= 0 && RoutingTime.holds(start) && RoutingTime.holds(horizon),
      "a time beyond the limit")
    self.source = source
    self.start = start
    self.horizon = horizon
    labels.fill(Self.never)
    vias.fill(Self.noVia)
    let runs = timetable.runCount + (changes?.addedTrips.count ?? 0)
    if runs > aboard.count { aboard = aboard.grown(to: runs, with: 0) }
    aboard.fill(0, upTo: runs)
    guard start <= horizon else { return }
    let label = start + timetable.turnarounds[source.index]
    labels[source.index] = label
    let push = Pusher(
      timetable, changes, labels, vias, limit: horizon + timetable.longestTurnaround)
    push.run(from: source.index, at: label, &queue)
    if timetable.isNarrow {
      scan(timetable.narrow.cells, push, changes)
    } else {
      scan(timetable.wide.cells, push, changes)
    }
  }

  @inline(__always)
  private mutating func scan<Number>(
    _ connections: Cells<Timetable.Connection<Number>>, _ push: Pusher, _ changes: TimetableChanges?
  ) {
    let (labels, vias, aboard) = (labels, vias, aboard)
    timetable.scan(connections, from: start, through: horizon, changes: changes) { block in
      var rest = block.bits
      while rest != 0 {
        let place = rest.trailingZeroBitCount
        rest &= rest &- 1
        let connection = block.connections[block.first &+ place]
        let departure = connection.departure &+ block.shift
        let run = Int(connection.run) &+ block.runShift
        let on: UInt8 = aboard[run] | (labels[Int(connection.tail)] <= departure ? 1 : 0)
        aboard[run] = on
        let arrival = departure &+ connection.span
        let head = Int(connection.head)
        guard on & (arrival < labels[head] ? 1 : 0) != 0 else { continue }
        labels[head] = arrival
        vias[head] = Int32(truncatingIfNeeded: block.number &+ place)
        push.run(from: head, at: arrival, &queue)
        if push.hasInstants, connection.span <= push.longestTurnaround { return place }
      }
      return Timetable.goOn
    }
  }

  /// The earliest arrival of the last run, nil where the node is not reached by the horizon.
  public func arrival(at node: ID<Node>) -> Int32? {
    let label = labels[node.index]
    guard label < Self.never else { return nil }
    let time = label - timetable.turnarounds[node.index]
    return time <= horizon ? time : nil
  }
}

/// Takes the transfers of a node that has just been reached, and those that follow.
struct Pusher {
  let timetable: Timetable
  let changes: TimetableChanges?
  let labels: Cells<Int32>
  let vias: Cells<Int32>
  let limit: Int32
  let first: Cells<Int32>
  let transfers: Cells<Timetable.Transfer>
  let hasInstants: Bool
  let longestTurnaround: Int32
  /// No transfer follows another.
  private let isClosed: Bool
  private let isPlain: Bool

  init(
    _ timetable: Timetable, _ changes: TimetableChanges?, _ labels: Cells<Int32>,
    _ vias: Cells<Int32>, limit: Int32
  ) {
    self.timetable = timetable
    self.changes = changes
    self.labels = labels
    self.vias = vias
    self.limit = limit
    first = timetable.firstTransfer.cells
    transfers = timetable.transfers.cells
    hasInstants = timetable.hasInstants || changes?.hasInstants ?? false
    longestTurnaround = timetable.longestTurnaround
    isClosed = timetable.transfersAreClosed && !(changes?.opensChains ?? false)
    isPlain = isClosed && !timetable.hasWindows
  }

  @inline(__always)
  private func isOverridden(_ node: Int) -> Bool {
    guard let changes else { return false }
    return changes.transfersOfNode[Int32(node)] != nil
  }

  @inline(__always)
  func run(from node: Int, at time: Int32, _ queue: inout NodeQueue) {
    guard isPlain, !isOverridden(node) else { return follow(from: node, at: time, &queue) }
    for slot in first[node]..<first[node + 1] {
      let transfer = transfers[slot]
      let end = time &+ transfer.seconds
      guard end < labels[transfer.head] else { continue }
      labels[transfer.head] = end
      vias[transfer.head] = ~slot
    }
  }

  /// Dijkstra over transfers.
  private func follow(from node: Int, at time: Int32, _ queue: inout NodeQueue) {
    relax(from: node, at: time, &queue)
    while let (next, time) = queue.popFirst() { relax(from: Int(next), at: time, &queue) }
  }

  private func relax(from node: Int, at time: Int32, _ queue: inout NodeQueue) {
    if let changes, let list = changes.transfersOfNode[Int32(node)] {
      for row in list {
        reach(
          transfers[row.slot].head, at: changes.end(of: row, from: node, at: time), row.slot,
          &queue)
      }
      return
    }
    for slot in first[node]..<first[node + 1] {
      let transfer = transfers[slot]
      guard time &+ transfer.seconds < labels[transfer.head] else { continue }
      reach(transfer.head, at: timetable.end(of: transfer, from: node, at: time), slot, &queue)
    }
  }

  @inline(__always)
  private func reach(_ head: Int32, at end: Int32, _ slot: Int32, _ queue: inout NodeQueue) {
    guard end < labels[head], end <= limit else { return }
    labels[head] = end
    vias[head] = ~slot
    if !isClosed, first[Int(head)] < first[Int(head) + 1] {
      queue.insert(head, at: end)
    }
  }
}
