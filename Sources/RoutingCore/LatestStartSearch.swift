// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// Latest times at all nodes from which one node is still reached by one time: Dijkstra backwards.
///
///     latest[target] ← T; queue ← {target}
///     while queue is not empty
///       v ← queue.popLast()                           // v is settled: nothing later can come
///       for each arc a into v
///         t ← latest start of a that ends by latest[v]
///         if t > latest[tail(a)] and t ≥ bound
///           latest[tail(a)] ← t; queue.insert(tail(a), t)
///
/// Label-setting is right here because no arc ends before it starts, and exact because the latest
/// start is the inverse of a traversal: cargo at a node at its latest time reaches the target by T,
/// a second later it does not. The queue runs on negated times. One search serves any number of
/// runs and allocates in `init` only. O((n + m) log n), each look at a schedule O(log departures).
///
/// Limits: times only; the way itself, and the best of several, is for `BestJourneySearch` from the
/// time found here.
public struct LatestStartSearch: ~Copyable {
  public let graph: RoutingGraph
  /// By node: seconds since the epoch, `RoutingTime.never` where no start within the bound is early enough.
  private var latest: [Int32]
  private var queue: NodeQueue

  public init(on graph: RoutingGraph) {
    self.graph = graph
    latest = [Int32](repeating: RoutingTime.never, count: graph.nodeCount)
    queue = NodeQueue(nodeCount: graph.nodeCount)
  }

  /// Finds the latest time at every node from which `target` is reached by `time`, but none before `bound`.
  public mutating func run(to target: ID<Node>, by time: Int32, notBefore bound: Int32) {
    precondition(RoutingTime.holds(time) && RoutingTime.holds(bound), "a time beyond the limit")
    // While it runs, a node not reached counts as reached just before the bound.
    let beyond = bound - 1
    for node in latest.indices { latest[node] = beyond }
    if time >= bound {
      latest[target.index] = time
      queue.insert(Int32(target.index), at: -time)
    }
    while let (node, negated) = queue.popFirst() {
      relax(arcsInto: Int(node), by: -negated)
    }
    for node in latest.indices where latest[node] == beyond { latest[node] = RoutingTime.never }
  }

  /// The latest time of the last run, nil where none within the bound is early enough.
  public func latest(at node: ID<Node>) -> Int32? {
    let time = latest[node.index]
    return time == RoutingTime.never ? nil : time
  }

  @inline(__always)
  private mutating func relax(arcsInto node: Int, by time: Int32) {
    for row in Int(graph.firstIn[node])..<Int(graph.firstIn[node + 1]) {
      let arc = graph.incoming[row]
      let known = latest[Int(arc.tail)]
      guard time &- arc.leastSpan > known else { continue }
      let start = graph.latestStart(graph.records[Int(arc.slot)], endingBy: time)
      guard start > known else { continue }
      latest[Int(arc.tail)] = start
      queue.insert(arc.tail, at: -start)
    }
  }
}
