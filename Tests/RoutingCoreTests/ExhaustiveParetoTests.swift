// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import RoutingCore
import Testing

/// A drawn graph: lines of `from to`, times and charges, and the alternatives at a node that one sees in it.
struct DrawnAlternatives: Sendable, CustomTestStringConvertible {
  var title: String
  /// Lines of tail, head, time and charges.
  ///
  /// `a b 10 5y 7g` rides 10 for 5 fen and 7 g, `a b @40+10 5y 7g` leaves at 40 and takes 10; commas
  /// divide departures. Arcs are numbered from 0 in the order of lines.
  var arcs: [String]
  var to = "d"
  var horizon: Int32 = 1_000
  /// Each as `arrival cost co2e: arcs`.
  var gives: [String]

  var testDescription: String { title }

  static let all = [
    Self(
      title: "fast and dear, slow and cheap, slow and clean: all three",
      arcs: ["a d 10 900y 90g", "a d 50 100y 40g", "a d 60 300y 5g"],
      gives: ["10 900 90: 0", "50 100 40: 1", "60 300 5: 2"]),
    Self(
      title: "a way that is worse in one and better in none is none",
      arcs: ["a d 10 900y 90g", "a d 50 100y 40g", "a d 50 100y 41g", "a d 51 100y 40g"],
      gives: ["10 900 90: 0", "50 100 40: 1"]),
    Self(
      title: "a tie in all three is one answer, that of fewest arcs",
      arcs: ["a b 5 1y 2g", "b d 5 1y 2g", "a d 10 2y 4g"],
      gives: ["10 2 4: 2"]),
    Self(
      title: "a tie in arcs too is that of the smaller numbers",
      arcs: ["c d 5 1y", "b d 5 1y", "a b 5 1y", "a c 5 1y"],
      gives: ["10 2 0: 2 1"]),
    Self(
      title: "what is dominated at a change by arrival alone is so behind it as well",
      arcs: ["a b 10 5y 5g", "a b 30 5y 5g", "b d @40+10 1y 1g"],
      gives: ["50 6 6: 0 2"]),
    Self(
      title: "dominated at a change, it still wins a tie behind it by its fewer arcs",
      arcs: ["a c 4 2y", "c b 4 3y", "a b 30 5y", "b d @40+10 1y"],
      gives: ["50 6 0: 2 3"]),
    Self(
      title: "early and dear at a change is dominated where the next departure is the same",
      arcs: ["a b 10 900y 9g", "a b 30 100y 4g", "b d @40+10 1y 1g"],
      gives: ["50 101 5: 1 2"]),
    Self(
      title: "early and dear at a change stays where it makes an earlier departure",
      arcs: ["a b 10 900y 9g", "a b 30 100y 4g", "b d @20+10,40+10 1y 1g"],
      gives: ["30 901 10: 0 2", "50 101 5: 1 2"]),
    Self(
      title: "a later departure that overtakes is the one taken",
      arcs: ["a d @10+90,20+10 1y 1g"],
      gives: ["30 1 1: 0"]),
    Self(
      title: "a detour that is free of charge and back in time changes nothing",
      arcs: ["a b 0 0y", "b a 0 0y", "b d @40+10 1y 1g"],
      gives: ["50 1 1: 0 2"]),
    Self(
      title: "what comes after the horizon is no alternative",
      arcs: ["a d 10 900y 90g", "a d 50 100y 40g"], horizon: 49,
      gives: ["10 900 90: 0"]),
    Self(
      title: "the source stands there at once and for nothing",
      arcs: ["a b 1 0y", "b a 0 0y"], to: "a",
      gives: ["0 0 0: "]),
  ]

  var builder: (RoutingGraphBuilder, [ID<Node>]) {
    var builder = RoutingGraphBuilder(epoch: Instant(seconds: 0))
    let nodes = (0..<4).map { _ in builder.addNode() }
    for line in arcs {
      let words = line.split(separator: " ").map(String.init)
      var arc = ArcSpec(from: nodes[Self.row(words[0])], to: nodes[Self.row(words[1])])
      if words[2].hasPrefix("@") {
        let runs = words[2].dropFirst().split(separator: ",").map {
          $0.split(separator: "+").compactMap { Int32($0) }
        }
        arc.schedule = builder.addSchedule(
          departures: runs.map { $0[0] }, durations: runs.map { $0[1] })
      } else {
        arc.travel = Int32(words[2]) ?? 0
      }
      for word in words.dropFirst(3) {
        let count = Int32(word.dropLast()) ?? 0
        if word.hasSuffix("y") { arc.cost = Int64(count) } else { arc.co2e = Int64(count) }
      }
      _ = builder.addArc(arc)
    }
    return (builder, nodes)
  }

  static func row(_ name: String) -> Int { Int(name.utf8.first ?? 97) - 97 }
}

@Suite("The exhaustive search for alternatives")
struct ExhaustiveParetoTests {
  @Test("finds what one sees in a drawing", arguments: DrawnAlternatives.all)
  func drawn(_ drawn: DrawnAlternatives) {
    let (builder, nodes) = drawn.builder
    let found = ExhaustiveParetoSearch(on: builder)
      .run(from: nodes[0], at: 0, horizon: drawn.horizon)[DrawnAlternatives.row(drawn.to)]
    let lines = found.map { answer in
      "\(answer.arrival) \(answer.cost) \(answer.co2e): "
        + answer.arcs.map(String.init).joined(separator: " ")
    }
    #expect(lines == drawn.gives)
  }

  @Test(
    "has the earliest arrival's best journey first, as the time-expanded search", arguments: 0..<20)
  func firstIsEarliest(block: Int) {
    for seed in block * 25..<block * 25 + 25 {
      let random = RandomGraph(seed: UInt64(seed))
      let earliest = TimeExpandedSearch(on: random.builder)
        .run(from: random.nodes[0], at: random.start, horizon: random.horizon)
      let sets = sets(of: random)
      for node in random.nodes {
        #expect(sets[node.index].first == earliest[node.index], "seed \(seed), node \(node.index)")
      }
    }
  }

  @Test("finds what an enumeration of all ways without a circle finds", arguments: 0..<20)
  func equalsEnumeration(block: Int) {
    for seed in block * 15..<block * 15 + 15 {
      let random = RandomGraph(seed: UInt64(seed))
      let ways = everyWay(of: random)
      let sets = sets(of: random)
      for node in random.nodes {
        #expect(
          sets[node.index] == best(of: ways[node.index]), "seed \(seed), node \(node.index)")
      }
    }
  }

  @Test("one more arc dominates nothing but by something as good", arguments: 0..<300)
  func moreArcs(seed: Int) {
    var random = RandomGraph(seed: UInt64(seed))
    let before = sets(of: random)
    let last = Int32(random.nodes.count - 1)
    _ = random.builder.addArc(
      ArcSpec(
        from: random.nodes[Int(random.random.draw(0...last))],
        to: random.nodes[Int(random.random.draw(0...last))],
        travel: random.random.draw(0...9), cost: Int64(random.random.draw(0...3))))
    let after = sets(of: random)
    for node in random.nodes {
      for old in before[node.index] {
        let isMatched = after[node.index].contains {
          $0.arrival <= old.arrival && $0.cost <= old.cost && $0.co2e <= old.co2e
        }
        #expect(isMatched, "seed \(seed), node \(node.index)")
      }
    }
  }

  @Test(
    "every alternative is in time, is made by its arcs, and none dominates another",
    arguments: 0..<300)
  func everyAlternativeHolds(seed: Int) {
    let random = RandomGraph(seed: UInt64(seed))
    for (node, set) in sets(of: random).enumerated() {
      for answer in set {
        #expect(answer.arrival <= random.horizon, "seed \(seed), node \(node)")
        #expect(walk(answer.arcs, in: random) == answer, "seed \(seed), node \(node)")
      }
      for (number, answer) in set.enumerated() {
        let isDominated = set.enumerated().contains {
          $0.offset != number && $0.element.arrival <= answer.arrival
            && $0.element.cost <= answer.cost && $0.element.co2e <= answer.co2e
        }
        #expect(!isDominated, "seed \(seed), node \(node)")
      }
    }
  }

  @Test("the random graphs do have choices: two alternatives and more at many nodes")
  func randomGraphsHaveChoices() {
    var sizes: [Int: Int] = [:]
    for seed in 0..<300 {
      for set in sets(of: RandomGraph(seed: UInt64(seed))) {
        sizes[min(set.count, 4), default: 0] += 1
      }
    }
    #expect(sizes[2, default: 0] > 100)
    #expect(sizes[3, default: 0] + sizes[4, default: 0] > 100)
  }

  private func sets(of random: RandomGraph) -> [[ExhaustiveParetoSearch.Answer]] {
    ExhaustiveParetoSearch(on: random.builder)
      .run(from: random.nodes[0], at: random.start, horizon: random.horizon)
  }

  /// The arcs one after another, each as early as it goes.
  private func walk(_ arcs: [Int], in random: RandomGraph) -> ExhaustiveParetoSearch.Answer? {
    var answer = ExhaustiveParetoSearch.Answer(
      arrival: random.start, cost: 0, co2e: 0, arcs: arcs)
    for arc in arcs {
      guard let times = random.graph.traverse(ID(arc), from: answer.arrival) else { return nil }
      answer.arrival = times.end
      answer.cost += Int64(random.graph.cost(of: ID(arc)))
      answer.co2e += Int64(random.graph.co2e(of: ID(arc)))
    }
    return answer
  }

  /// By node: all ways that come to no node twice, each as early as it goes, by the horizon.
  private func everyWay(of random: RandomGraph) -> [[ExhaustiveParetoSearch.Answer]] {
    var ways = [[ExhaustiveParetoSearch.Answer]](repeating: [], count: random.nodes.count)
    func extend(_ way: ExhaustiveParetoSearch.Answer, at node: ID<Node>, through: Set<ID<Node>>) {
      ways[node.index].append(way)
      for arc in random.graph.arcs(from: node) {
        let head = random.graph.head(of: arc)
        guard !through.contains(head), let longer = walk(way.arcs + [arc.index], in: random),
          longer.arrival <= random.horizon
        else { continue }
        extend(longer, at: head, through: through.union([head]))
      }
    }
    let start = ExhaustiveParetoSearch.Answer(
      arrival: random.start, cost: 0, co2e: 0, arcs: [])
    extend(start, at: random.nodes[0], through: [random.nodes[0]])
    return ways
  }

  /// What no other dominates, by arrival and cost; of ties the fewest arcs, then the smallest numbers.
  private func best(
    of ways: [ExhaustiveParetoSearch.Answer]
  ) -> [ExhaustiveParetoSearch.Answer] {
    let sorted = ways.sorted {
      let (a, b) = (($0.arrival, $0.cost, $0.co2e), ($1.arrival, $1.cost, $1.co2e))
      if a != b { return a < b }
      return $0.arcs.count != $1.arcs.count
        ? $0.arcs.count < $1.arcs.count : $0.arcs.lexicographicallyPrecedes($1.arcs)
    }
    var kept: [ExhaustiveParetoSearch.Answer] = []
    for way in sorted
    where !kept.contains(where: { $0.cost <= way.cost && $0.co2e <= way.co2e }) {
      kept.append(way)
    }
    return kept
  }
}
