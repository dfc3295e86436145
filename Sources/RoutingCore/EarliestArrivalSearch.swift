// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// Earliest arrivals from one node at one time at all nodes: Dijkstra on arcs that are first in, first out.
///
///     arrival[source] ← start; queue ← {source}
///     while queue is not empty
///       v ← queue.popFirst()                          // v is settled: nothing earlier can come
///       for each arc a out of v
///         t ← end(a, arrival[v])                      // wait, ride, release, wait
///         if t < arrival[head(a)] and t ≤ horizon
///           arrival[head(a)] ← t; queue.insert(head(a), t)
///
/// Label-setting is right here because no arc ends before it starts and none lets a later start
/// end earlier. An arc is looked up in its windows and schedule only if its least span could
/// improve its head. One search serves any number of runs and allocates in `init` only. O((n + m) log n).
///
/// Limits: one criterion, arrival; no arc is forbidden (build a graph without it); `start` and
/// `horizon` keep the limit of `RoutingTime`. Paths are for `BestJourneySearch`.
///
/// - Note: S. E. Dreyfus, "An Appraisal of Some Shortest-Path Algorithms", Operations Research 17
///   (1969): Dijkstra's method on times that depend on the start.
public struct EarliestArrivalSearch: ~Copyable {
  public let graph: RoutingGraph
  /// Where the last run started; nil before the first.
  public private(set) var source: ID<Node>?
  public private(set) var start: Int32 = 0
  public private(set) var horizon: Int32 = 0
  /// By node: seconds since the epoch, `RoutingTime.unreached` where the horizon comes first.
  ///
  /// A copy that is kept while the next run writes costs that run an allocation.
  public private(set) var arrivals: [Int32]
  private var queue: NodeQueue

  public init(on graph: RoutingGraph) {
    self.graph = graph
    arrivals = [Int32](repeating: RoutingTime.unreached, count: graph.nodeCount)
    queue = NodeQueue(nodeCount: graph.nodeCount)
  }

  /// Finds the earliest arrival at every node that is reached by `horizon`, a time, not a span.
  public mutating func run(from source: ID<Node>, at start: Int32, horizon: Int32) {
    precondition(
      RoutingTime.holds(start) && RoutingTime.holds(horizon), "a time beyond the limit")
    self.source = source
    self.start = start
    self.horizon = horizon
    // While it runs, a node not reached counts as reached just after the horizon.
    let beyond = horizon + 1
    for node in arrivals.indices { arrivals[node] = beyond }
    if start <= horizon {
      arrivals[source.index] = start
      queue.insert(Int32(source.index), at: start)
    }
    while let (node, time) = queue.popFirst() {
      relax(arcsFrom: Int(node), at: time)
    }
    for node in arrivals.indices where arrivals[node] == beyond {
      arrivals[node] = RoutingTime.unreached
    }
  }

  /// Takes over a lane of a scan of the same graph, as if this search had run for it.
  public mutating func adopt(_ lane: Int, of scan: borrowing LaneScan) {
    source = scan.lanes[lane].source
    start = scan.lanes[lane].start
    horizon = start + scan.span
    scan.copyArrivals(ofLane: lane, to: &arrivals)
  }

  /// Takes over arrivals by node that another search has chosen.
  public mutating func adopt(
    _ arrivals: [Int32], from source: ID<Node>, at start: Int32, horizon: Int32
  ) {
    precondition(arrivals.count == graph.nodeCount, "arrivals of another graph")
    (self.source, self.start, self.horizon) = (source, start, horizon)
    self.arrivals = arrivals
  }

  /// The earliest arrival of the last run, nil where the node is not reached by the horizon.
  public func arrival(at node: ID<Node>) -> Int32? {
    let time = arrivals[node.index]
    return time == RoutingTime.unreached ? nil : time
  }

  @inline(__always)
  private mutating func relax(arcsFrom node: Int, at time: Int32) {
    for slot in Int(graph.firstOut[node])..<Int(graph.firstOut[node + 1]) {
      let arc = graph.records[slot]
      let head = Int(arc.head)
      let known = arrivals[head]
      guard time &+ arc.leastSpan < known else { continue }
      let end = graph.end(arc, from: time)
      guard end < known else { continue }
      arrivals[head] = end
      queue.insert(arc.head, at: end)
    }
  }
}
