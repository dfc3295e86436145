// SPDX-License-Identifier: GPL-3.0-or-later
import HeapModule
public import Quantities

/// The best of all journeys that arrive as early as possible: cheapest, then least CO2e, then fewest arcs, then the smallest sequence of arc numbers.
///
/// The order is that of the whole journey: a node on the way may be reached later than it could
/// be, if that is cheaper and the target is still reached at its earliest arrival T.
///
///     1  latest[target] ← T                            // backwards, latest first
///        for each arc a: u → v into a settled v
///          latest[u] ← max(latest[u], latest start of a that ends by latest[v]),  unless < arrival[u]
///     2  rest[v] ← least (cost, CO2e, arcs) from v to the target by arcs that fit between arrival and latest
///     3  labels ← {(source, start, sum 0)}             // forwards, least sum + rest first
///        pop (v, t, sum);  at the target: done
///        if t ≥ the time of an earlier label popped at v: drop it   // that one is as good in all
///        for each arc a: v → w with end(a, t) ≤ latest[w]: add (w, end(a, t), sum + a)
///
/// Part 3 is A* (Hart, Nilsson & Raphael 1968) with the key (cost, CO2e, arcs, sequence), of which the first three count
/// what is gathered and the least that can follow: rest[v] ≤ a + rest[w], so keys do not fall along a journey. Labels leave the
/// queue in rising order of key, two at one node in that of their sums, so at each node only the earliest time so far
/// has to be remembered, and the first label at the target is the answer. Exact; part 1 keeps part 2 small, and part 2 part 3.
/// Time grows with the corridor, not the graph; memory for labels is kept between calls.
///
/// Limits: costs that depend on time (storage by the day) are not expressible, nor other criteria
/// before arrival.
public struct BestJourneySearch: ~Copyable {
  let graph: RoutingGraph
  /// Latest time at a node from which the target is still reached at T; `never` outside the corridor.
  private var latest: [Int32]
  private var corridor: [Int32] = []
  /// Least sum from a node of the corridor to the target.
  private var rest: [LabelQueue.Sum]
  private var isSettled: [Bool]
  private var frontier = Heap<Frontier>()
  private var queue: NodeQueue
  private var labels: LabelQueue
  /// Earliest time of the labels popped at a node.
  private var earliestPopped: [Int32]

  public init(on graph: RoutingGraph) {
    self.graph = graph
    latest = [Int32](repeating: RoutingTime.never, count: graph.nodeCount)
    earliestPopped = [Int32](repeating: RoutingTime.unreached, count: graph.nodeCount)
    rest = [LabelQueue.Sum](repeating: Self.unknown, count: graph.nodeCount)
    isSettled = [Bool](repeating: false, count: graph.nodeCount)
    queue = NodeQueue(nodeCount: graph.nodeCount)
    labels = LabelQueue()
  }

  /// The best journey from the source of `search`'s last run to `target`; nil where that is not reached.
  ///
  /// `search` must be of the same graph.
  public mutating func journey(
    to target: ID<Node>, after search: borrowing EarliestArrivalSearch
  ) -> Journey? {
    precondition(
      search.graph.nodeCount == graph.nodeCount && search.graph.arcCount == graph.arcCount,
      "a search on another graph")
    guard let source = search.source, let arrival = search.arrival(at: target) else { return nil }
    findCorridor(to: Int32(target.index), by: arrival, search: search)
    defer { clear() }
    findRest(to: Int32(target.index), search: search)
    return findCheapest(from: Int32(source.index), at: search.start, to: Int32(target.index))
  }

  /// Part 1: how late each node may be reached; the queue runs on negated times.
  private mutating func findCorridor(
    to target: Int32, by arrival: Int32, search: borrowing EarliestArrivalSearch
  ) {
    latest[Int(target)] = arrival
    corridor.append(target)
    queue.insert(target, at: -arrival)
    while let (node, negated) = queue.popFirst() {
      let time = -negated
      for row in Int(graph.firstIn[Int(node)])..<Int(graph.firstIn[Int(node) + 1]) {
        let arc = graph.incoming[row]
        let tail = Int(arc.tail)
        let known = latest[tail]
        let needed = max(search.arrivals[tail], known == RoutingTime.never ? known : known + 1)
        guard needed != RoutingTime.unreached, time - arc.leastSpan >= needed else { continue }
        let start = graph.latestStart(graph.records[Int(arc.slot)], endingBy: time)
        guard start >= needed else { continue }
        if known == RoutingTime.never { corridor.append(arc.tail) }
        latest[tail] = start
        queue.insert(arc.tail, at: -start)
      }
    }
  }

  /// Part 2: Dijkstra backwards inside the corridor.
  private mutating func findRest(to target: Int32, search: borrowing EarliestArrivalSearch) {
    rest[Int(target)] = LabelQueue.Sum()
    frontier.insert(Frontier(sum: LabelQueue.Sum(), node: target))
    while let first = frontier.popMin() {
      let node = Int(first.node)
      guard !isSettled[node] else { continue }
      isSettled[node] = true
      let time = latest[node]
      for row in Int(graph.firstIn[node])..<Int(graph.firstIn[node + 1]) {
        let arc = graph.incoming[row]
        let tail = Int(arc.tail)
        guard latest[tail] != RoutingTime.never, !isSettled[tail],
          search.arrivals[tail] <= time - arc.leastSpan
        else { continue }
        let sum = first.sum.adding(graph, slot: Int(arc.slot))
        guard sum < rest[tail] else { continue }
        rest[tail] = sum
        frontier.insert(Frontier(sum: sum, node: arc.tail))
      }
    }
  }

  /// Part 3: labels by key inside the corridor.
  private mutating func findCheapest(
    from source: Int32, at start: Int32, to target: Int32
  ) -> Journey? {
    labels.insertFirst(node: source, time: start, key: rest[Int(source)])
    while let index = labels.popLeast() {
      let label = labels[index]
      let node = Int(label.node)
      guard label.time < earliestPopped[node] else { continue }
      earliestPopped[node] = label.time
      if label.node == target { return journey(to: index, from: start) }
      let gathered = label.key.subtracting(rest[node])
      for slot in Int(graph.firstOut[node])..<Int(graph.firstOut[node + 1]) {
        let arc = graph.records[slot]
        let head = Int(arc.head)
        // Later than `latest` is too late, not before a popped label is no gain.
        let bound = min(latest[head], earliestPopped[head] - 1)
        guard bound != RoutingTime.never, label.time + arc.leastSpan <= bound else { continue }
        let end = graph.end(arc, from: label.time)
        guard end <= bound else { continue }
        labels.insert(
          after: index, node: arc.head, time: end, arc: arc.arc,
          key: gathered.adding(graph, slot: slot).adding(rest[head]))
      }
    }
    return nil
  }

  private func journey(to index: Int32, from start: Int32) -> Journey? {
    var steps: [Journey.Step] = []
    var time = start
    for arc in labels.arcs(of: index) {
      let id = ID<Arc>(Int(arc))
      guard let traversal = graph.traverse(id, from: time) else { return nil }
      steps.append(Journey.Step(arc: id, traversal: traversal))
      time = traversal.end
    }
    let label = labels[index]
    return Journey(
      steps: steps, start: start, arrival: label.time, cost: label.key.cost, co2e: label.key.co2e)
  }

  private mutating func clear() {
    for node in corridor {
      latest[Int(node)] = RoutingTime.never
      earliestPopped[Int(node)] = RoutingTime.unreached
      rest[Int(node)] = Self.unknown
      isSettled[Int(node)] = false
    }
    corridor.removeAll(keepingCapacity: true)
    labels.removeAll()
  }

  private static let unknown = LabelQueue.Sum(cost: .max)

  private struct Frontier: Comparable {
    var sum: LabelQueue.Sum
    var node: Int32

    static func < (a: Self, b: Self) -> Bool { a.sum < b.sum }
    static func == (a: Self, b: Self) -> Bool { !(a.sum < b.sum) && !(b.sum < a.sum) }
  }
}

extension LabelQueue.Sum {
  @inline(__always)
  fileprivate func adding(_ other: Self) -> Self {
    Self(
      cost: ArcCharge.sum(cost, other.cost), co2e: ArcCharge.sum(co2e, other.co2e),
      arcs: arcs + other.arcs)
  }

  @inline(__always)
  fileprivate func subtracting(_ other: Self) -> Self {
    Self(cost: cost - other.cost, co2e: co2e - other.co2e, arcs: arcs - other.arcs)
  }

  @inline(__always)
  fileprivate func adding(_ graph: RoutingGraph, slot: Int) -> Self {
    Self(
      cost: ArcCharge.sum(cost, graph.costs[slot]),
      co2e: ArcCharge.sum(co2e, graph.emissions[slot]), arcs: arcs + 1)
  }
}
