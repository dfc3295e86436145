// SPDX-License-Identifier: GPL-3.0-or-later
import HeapModule
public import Quantities

/// The slow, obvious twin of the searches: every state (node, time) is a node of its own.
///
/// From a state each arc is tried with every end that it can have (`everyEnd`). Dijkstra by
/// (cost, CO2e, arcs, sequence) then finds the best journey to every state; the earliest state of a
/// node is its earliest arrival. It reads the builder's rows as they were added and shares nothing
/// with the searches but `ArcSpec`. For tests and small graphs: time and memory grow with states × arcs.
public struct TimeExpandedSearch {
  /// The best journey to a node at its earliest arrival.
  public struct Answer: Hashable, Sendable {
    public var arrival: Int32
    public var cost: Int64
    public var co2e: Int64
    /// Numbers of the arcs.
    public var arcs: [Int]

    public init(arrival: Int32, cost: Int64, co2e: Int64, arcs: [Int]) {
      self.arrival = arrival
      self.cost = cost
      self.co2e = co2e
      self.arcs = arcs
    }
  }

  private struct State: Hashable {
    var node: Int
    var time: Int32
  }

  private struct Label: Comparable {
    var cost: Int64
    var co2e: Int64
    var arcs: [Int]
    var state: State

    static func < (a: Self, b: Self) -> Bool {
      if a.cost != b.cost { return a.cost < b.cost }
      if a.co2e != b.co2e { return a.co2e < b.co2e }
      if a.arcs.count != b.arcs.count { return a.arcs.count < b.arcs.count }
      return a.arcs.lexicographicallyPrecedes(b.arcs)
    }
  }

  private let builder: RoutingGraphBuilder
  private let arcsByTail: [[Int]]

  public init(on builder: RoutingGraphBuilder) {
    self.builder = builder
    var arcs = [[Int]](repeating: [], count: builder.nodeCount)
    for (number, arc) in builder.arcs.enumerated() { arcs[arc.tail.index].append(number) }
    arcsByTail = arcs
  }

  /// By node: its earliest arrival and the best journey that makes it, nil where there is none by `horizon`.
  public func run(from source: ID<Node>, at start: Int32, horizon: Int32) -> [Answer?] {
    var answers = [Answer?](repeating: nil, count: builder.nodeCount)
    guard start <= horizon else { return answers }
    var settled: Set<State> = []
    var queue = Heap<Label>()
    queue.insert(
      Label(cost: 0, co2e: 0, arcs: [], state: State(node: source.index, time: start)))
    while let label = queue.popMin() {
      guard settled.insert(label.state).inserted else { continue }
      let (node, time) = (label.state.node, label.state.time)
      if answers[node].map({ time < $0.arrival }) ?? true {
        answers[node] = Answer(
          arrival: time, cost: label.cost, co2e: label.co2e, arcs: label.arcs)
      }
      for number in arcsByTail[node] {
        let arc = builder.arcs[number]
        for end in builder.everyEnd(of: arc, from: time, horizon: horizon) {
          queue.insert(
            Label(
              cost: label.cost + Int64(arc.cost), co2e: label.co2e + Int64(arc.co2e),
              arcs: label.arcs + [number], state: State(node: arc.head.index, time: end)))
        }
      }
    }
    return answers
  }
}
