// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// The best of all journeys that arrive as early as possible: cheapest, then least CO2e, then fewest arcs, then the smallest sequence of arc numbers.
///
/// The order is that of the whole journey: a node on the way may be reached later than it could
/// be, if that is cheaper and the target is still reached at its earliest arrival T.
///
///     1  latest[target] ← T                            // backwards, latest first
///        for each arc a: u → v into a settled v
///          latest[u] ← max(latest[u], latest start of a that ends by latest[v]),  unless < arrival[u]
///     2  labels ← {(source, start, key 0)}             // forwards, least key first
///        pop (v, t, key);  at the target: done
///        if t ≥ the time of an earlier label popped at v: drop it   // that one is as good in all
///        for each arc a: v → w with end(a, t) ≤ latest[w]: add (w, end(a, t), key + a)
///
/// The key is (cost, CO2e, arcs, sequence). Labels leave the queue in rising order of key, and a key
/// grows with every arc, so at each node only the earliest time so far has to be remembered, and the
/// first label at the target is the answer. Exact; the corridor of part 1 keeps part 2 small.
/// Time grows with the corridor, not the graph; memory for labels is kept between calls.
///
/// Limits: costs that depend on time (storage by the day) are not expressible, nor other criteria
/// before arrival.
public struct BestJourneySearch: ~Copyable {
  let graph: RoutingGraph
  /// Latest time at a node from which the target is still reached at T; `never` outside the corridor.
  private var latest: [Int32]
  private var corridor: [Int32] = []
  private var queue: NodeQueue
  private var labels: LabelQueue
  /// Earliest time of the labels popped at a node.
  private var earliestPopped: [Int32]

  public init(on graph: RoutingGraph) {
    self.graph = graph
    latest = [Int32](repeating: RoutingTime.never, count: graph.nodeCount)
    earliestPopped = [Int32](repeating: RoutingTime.unreached, count: graph.nodeCount)
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

  /// Part 2: labels by key inside the corridor.
  private mutating func findCheapest(
    from source: Int32, at start: Int32, to target: Int32
  ) -> Journey? {
    labels.insertFirst(node: source, time: start)
    while let index = labels.popLeast() {
      let label = labels[index]
      let node = Int(label.node)
      guard label.time < earliestPopped[node] else { continue }
      earliestPopped[node] = label.time
      if label.node == target { return journey(to: index, from: start) }
      for slot in Int(graph.firstOut[node])..<Int(graph.firstOut[node + 1]) {
        let arc = graph.records[slot]
        let head = Int(arc.head)
        // Later than `latest` is too late, not before a popped label is no gain.
        let bound = min(latest[head], earliestPopped[head] - 1)
        guard bound != RoutingTime.never, label.time + arc.leastSpan <= bound else { continue }
        let end = graph.end(arc, from: label.time)
        guard end <= bound else { continue }
        labels.insert(
          after: index, node: arc.head, time: end, arc: arc.arc, cost: graph.costs[slot],
          co2e: graph.emissions[slot])
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
      steps: steps, start: start, arrival: label.time, cost: label.cost, co2e: label.co2e)
  }

  private mutating func clear() {
    for node in corridor {
      latest[Int(node)] = RoutingTime.never
      earliestPopped[Int(node)] = RoutingTime.unreached
    }
    corridor.removeAll(keepingCapacity: true)
    labels.removeAll()
  }
}
