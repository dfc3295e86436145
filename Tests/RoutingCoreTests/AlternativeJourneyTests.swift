// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import RoutingCore
import Testing

@Suite("The search for alternative journeys equals its exhaustive twin")
struct AlternativeJourneyTests {
  private struct Triple: Hashable {
    var arrival: Int32
    var cost: Int64
    var co2e: Int64
  }

  @Test("on random graphs: the set of triples at every node", arguments: 0..<20)
  func equalsTwin(block: Int) {
    for seed in block * 25..<block * 25 + 25 {
      let random = RandomGraph(seed: UInt64(seed))
      let expected = ExhaustiveParetoSearch(on: random.builder)
        .run(from: random.nodes[0], at: random.start, horizon: random.horizon)
      for node in random.nodes {
        let found = AlternativeJourneySearch.run(
          on: random.graph, from: random.nodes[0], at: random.start, to: node,
          limits: .init(horizon: random.horizon))
        let what: Comment = "seed \(seed), node \(node.index)"
        #expect(
          found.journeys.map { Triple(arrival: $0.arrival, cost: $0.cost, co2e: $0.co2e) }
            == expected[node.index].map {
              Triple(arrival: $0.arrival, cost: $0.cost, co2e: $0.co2e)
            }, what)
        for journey in found.journeys { expectWhole(journey, to: node, in: random, what) }
      }
    }
  }

  /// The steps follow from each other in place and time, and their charges add up.
  private func expectWhole(
    _ journey: Journey, to target: ID<Node>, in random: RandomGraph, _ what: Comment
  ) {
    var (node, time) = (random.nodes[0], random.start)
    var (cost, co2e) = (Int64(0), Int64(0))
    for step in journey.steps {
      #expect(random.graph.tail(of: step.arc) == node && step.traversal.start == time, what)
      #expect(random.graph.traverse(step.arc, from: time) == step.traversal, what)
      (node, time) = (random.graph.head(of: step.arc), step.traversal.end)
      cost += Int64(random.graph.cost(of: step.arc))
      co2e += Int64(random.graph.co2e(of: step.arc))
    }
    #expect(node == target && time == journey.arrival, what)
    #expect(cost == journey.cost && co2e == journey.co2e, what)
  }

  @Test(
    "in the drawings, ties behind a change apart, the very arcs", arguments: DrawnAlternatives.all)
  func drawn(_ drawn: DrawnAlternatives) {
    let (builder, nodes) = drawn.builder
    let found = AlternativeJourneySearch.run(
      on: builder.build(), from: nodes[0], at: 0, to: nodes[DrawnAlternatives.row(drawn.to)],
      limits: .init(horizon: drawn.horizon))
    let lines = found.journeys.map { journey in
      "\(journey.arrival) \(journey.cost) \(journey.co2e): "
        + journey.steps.map { String($0.arc.index) }.joined(separator: " ")
    }
    guard drawn.title.contains("wins a tie behind it") else {
      #expect(lines == drawn.gives)
      return
    }
    #expect(lines.map { $0.prefix { $0 != ":" } } == drawn.gives.map { $0.prefix { $0 != ":" } })
  }
}
