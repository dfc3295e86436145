// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import RoutingCore
import Testing

@Suite("The searches equal the time-expanded reference")
struct ReferenceTests {
  @Test("on random graphs: arrivals, and the best journey to every node", arguments: 0..<40)
  func searchesEqualReference(block: Int) {
    for seed in (block * 25)..<(block * 25 + 25) {
      let random = RandomGraph(seed: UInt64(seed))
      let expected = TimeExpandedSearch(on: random.builder)
        .run(from: random.nodes[0], at: random.start, horizon: random.horizon)
      var search = EarliestArrivalSearch(on: random.graph)
      var journeys = BestJourneySearch(on: random.graph)
      // Other runs first: nothing of them may be left.
      search.run(from: random.nodes[1], at: random.start + 3, horizon: random.horizon)
      _ = journeys.journey(to: random.nodes[2], after: search)
      search.run(from: random.nodes[0], at: random.start, horizon: random.horizon)
      for node in random.nodes {
        let answer = expected[node.index]
        #expect(
          search.arrival(at: node) == answer?.arrival, "seed \(seed), node \(node.index)")
        let journey = journeys.journey(to: node, after: search)
        let found = journey.map {
          TimeExpandedSearch.Answer(
            arrival: $0.arrival, cost: $0.cost, co2e: $0.co2e, arcs: $0.steps.map(\.arc.index))
        }
        #expect(found == answer, "seed \(seed), node \(node.index)")
        if let journey { expectWhole(journey, to: node, in: random, seed: seed) }
      }
    }
  }

  /// The steps follow from each other in place and in time.
  private func expectWhole(
    _ journey: Journey, to target: ID<Node>, in random: RandomGraph, seed: Int
  ) {
    var (node, time) = (random.nodes[0], random.start)
    for step in journey.steps {
      #expect(random.graph.tail(of: step.arc) == node, "seed \(seed)")
      #expect(step.traversal.start == time, "seed \(seed)")
      #expect(random.graph.traverse(step.arc, from: time) == step.traversal, "seed \(seed)")
      (node, time) = (random.graph.head(of: step.arc), step.traversal.end)
    }
    #expect(node == target && time == journey.arrival, "seed \(seed)")
  }

  @Test("the random graphs do make windows, cut-offs, overtaking, ties and detours bind")
  func randomGraphsBind() {
    var waits = 0
    var later = 0
    var unreached = 0
    for seed in 0..<500 {
      let random = RandomGraph(seed: UInt64(seed))
      var search = EarliestArrivalSearch(on: random.graph)
      var journeys = BestJourneySearch(on: random.graph)
      search.run(from: random.nodes[0], at: random.start, horizon: random.horizon)
      for node in random.nodes {
        guard let journey = journeys.journey(to: node, after: search) else {
          unreached += 1
          continue
        }
        for step in journey.steps {
          let times = step.traversal
          if times.opened > times.start || times.end > times.released { waits += 1 }
          let earliest = search.arrival(at: random.graph.head(of: step.arc)) ?? times.end
          if times.end > earliest { later += 1 }
        }
      }
    }
    #expect(waits > 100)
    #expect(later > 60)
    #expect(unreached > 100)
  }
}
