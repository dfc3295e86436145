// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// The slow, obvious twin of the search for alternatives: at every node all non-dominated (arrival, cost, CO2e).
///
///     open ← {(source, start, 0, 0, no arcs)}
///     while open is not empty
///       L ← any label of open;  skip it if its node's front no longer holds it
///       for each arc a out of its node, for each end of a that L can have
///         M ← L + a;  skip it if some label of the front of a's head is as good in all
///         remove from that front what M is as good in all as;  add M to the front and to open
///
/// "As good in all" is arrival, cost, CO2e and the rank (number of arcs, then sequence of arc
/// numbers), each not worse. The rank is a fourth criterion on the way because a label that is later
/// at a node but has fewer arcs may make the same departure, and then wins the tie behind it: adding
/// the same arc to two labels keeps each of the four comparisons. In the end the triples that no
/// other dominates are kept, each with its least rank: fewest arcs, then the smallest sequence.
///
/// Nothing depends on the order in which labels are taken, nor on first-in-first-out arcs: each arc
/// is tried with every end that it can have (`everyEnd`). It reads the builder's rows as they were
/// added. For tests and small graphs: time grows with labels × (arcs × ends + front).
public struct ExhaustiveParetoSearch {
  /// One alternative at a node, with the arcs that make it.
  public typealias Answer = TimeExpandedSearch.Answer

  private struct Label {
    var node: Int
    var answer: Answer
  }

  private let builder: RoutingGraphBuilder
  private let arcsByTail: [[Int]]

  public init(on builder: RoutingGraphBuilder) {
    self.builder = builder
    var arcs = [[Int]](repeating: [], count: builder.nodeCount)
    for (number, arc) in builder.arcs.enumerated() { arcs[arc.tail.index].append(number) }
    arcsByTail = arcs
  }

  /// By node: the complete set of alternatives by `horizon`, by arrival, then cost.
  ///
  /// The set of a node that is not reached is empty.
  public func run(from source: ID<Node>, at start: Int32, horizon: Int32) -> [[Answer]] {
    var fronts = [[Answer]](repeating: [], count: builder.nodeCount)
    var open: [Label] = []
    func offer(_ answer: Answer, at node: Int) {
      guard !fronts[node].contains(where: { $0.isAsGoodInAll(as: answer) }) else { return }
      fronts[node].removeAll { answer.isAsGoodInAll(as: $0) }
      fronts[node].append(answer)
      open.append(Label(node: node, answer: answer))
    }
    if start <= horizon {
      offer(Answer(arrival: start, cost: 0, co2e: 0, arcs: []), at: source.index)
    }
    while let label = open.popLast() {
      guard fronts[label.node].contains(label.answer) else { continue }
      for number in arcsByTail[label.node] {
        let arc = builder.arcs[number]
        for end in builder.everyEnd(of: arc, from: label.answer.arrival, horizon: horizon) {
          offer(
            Answer(
              arrival: end, cost: label.answer.cost + Int64(arc.cost),
              co2e: label.answer.co2e + Int64(arc.co2e), arcs: label.answer.arcs + [number]),
            at: arc.head.index)
        }
      }
    }
    return fronts.map(Self.alternatives)
  }

  /// The triples that no other dominates, each with its least rank.
  private static func alternatives(_ front: [Answer]) -> [Answer] {
    front
      .filter { answer in !front.contains { $0.wins(over: answer) } }
      .sorted { ($0.arrival, $0.cost, $0.co2e) < ($1.arrival, $1.cost, $1.co2e) }
  }
}

extension TimeExpandedSearch.Answer {
  fileprivate func isAsGoodInAll(as other: Self) -> Bool {
    arrival <= other.arrival && cost <= other.cost && co2e <= other.co2e
      && !other.ranksBefore(self)
  }

  /// Dominates, or ties in all three and ranks before.
  fileprivate func wins(over other: Self) -> Bool {
    guard arrival <= other.arrival, cost <= other.cost, co2e <= other.co2e else { return false }
    let isTie = arrival == other.arrival && cost == other.cost && co2e == other.co2e
    return !isTie || ranksBefore(other)
  }

  private func ranksBefore(_ other: Self) -> Bool {
    arcs.count != other.arcs.count
      ? arcs.count < other.arcs.count : arcs.lexicographicallyPrecedes(other.arcs)
  }
}
