// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import RoutingCore
import Testing

@Suite("Properties of the searches")
struct SearchPropertyTests {
  private func arrivals(_ random: RandomGraph, at start: Int32) -> [Int32] {
    var search = EarliestArrivalSearch(on: random.graph)
    search.run(from: random.nodes[0], at: start, horizon: random.horizon)
    return search.arrivals
  }

  @Test("one more arc never makes an arrival later", arguments: 0..<300)
  func moreArcs(seed: Int) {
    var random = RandomGraph(seed: UInt64(seed))
    let before = arrivals(random, at: random.start)
    let last = Int32(random.nodes.count - 1)
    for _ in 0..<3 {
      _ = random.builder.addArc(
        ArcSpec(
          from: random.nodes[Int(random.random.draw(0...last))],
          to: random.nodes[Int(random.random.draw(0...last))],
          travel: random.random.draw(0...9)))
    }
    random.graph = random.builder.build()
    let after = arrivals(random, at: random.start)
    for (node, pair) in zip(before, after).enumerated() {
      #expect(pair.1 <= pair.0, "seed \(seed), node \(node)")
    }
  }

  @Test("starting later never arrives earlier", arguments: 0..<300)
  func laterStart(seed: Int) {
    let random = RandomGraph(seed: UInt64(seed))
    let early = arrivals(random, at: random.start)
    let late = arrivals(random, at: random.start + 4)
    for (node, pair) in zip(early, late).enumerated() {
      #expect(pair.0 <= pair.1, "seed \(seed), node \(node)")
    }
  }

  @Test("the horizon is the last time allowed, and the source is reached at the start")
  func horizon() {
    var builder = RoutingGraphBuilder(epoch: Instant(seconds: 0))
    let nodes = (0..<3).map { _ in builder.addNode() }
    _ = builder.addArc(ArcSpec(from: nodes[0], to: nodes[1], travel: 10))
    _ = builder.addArc(ArcSpec(from: nodes[1], to: nodes[2], travel: 1))
    var search = EarliestArrivalSearch(on: builder.build())
    search.run(from: nodes[0], at: 5, horizon: 15)
    #expect(nodes.map { search.arrival(at: $0) } == [5, 15, nil])
    search.run(from: nodes[0], at: 6, horizon: 15)
    #expect(nodes.map { search.arrival(at: $0) } == [6, nil, nil])
    search.run(from: nodes[0], at: 16, horizon: 15)
    #expect(nodes.map { search.arrival(at: $0) } == [nil, nil, nil])
  }

  @Test(
    "at a node's latest time the target is reached in time, a second later it is not",
    arguments: 0..<300)
  func latestStart(seed: Int) {
    let random = RandomGraph(seed: UInt64(seed))
    let target = random.nodes[random.nodes.count - 1]
    let deadline = random.start + (random.horizon - random.start) / 2
    var backward = LatestStartSearch(on: random.graph)
    backward.run(to: target, by: deadline, notBefore: random.start)
    var search = EarliestArrivalSearch(on: random.graph)
    for node in random.nodes {
      // A node without a latest time is too late at the bound itself.
      let latest = backward.latest(at: node)
      if let latest {
        search.run(from: node, at: latest, horizon: random.horizon)
        #expect(search.arrival(at: target).map { $0 <= deadline } == true, "seed \(seed)")
      }
      let tooLate = latest.map { $0 + 1 } ?? random.start
      search.run(from: node, at: tooLate, horizon: deadline)
      #expect(search.arrival(at: target) == nil, "seed \(seed), node \(node.index)")
    }
  }

  @Test("a node on the way is reached late where that is cheaper and still in time")
  func cheaperDetour() {
    // a → b by dear truck (10) or cheap barge (50); from b one departure, at 60.
    var builder = RoutingGraphBuilder(epoch: Instant(seconds: 0))
    let (a, b, c) = (builder.addNode(), builder.addNode(), builder.addNode())
    let departure = builder.addSchedule(departures: [60], durations: [5])
    _ = builder.addArc(ArcSpec(from: a, to: b, travel: 10, cost: 900))
    let barge = builder.addArc(ArcSpec(from: a, to: b, travel: 50, cost: 100))
    let ship = builder.addArc(ArcSpec(from: b, to: c, schedule: departure, lead: 10, cost: 7))
    let graph = builder.build()
    var search = EarliestArrivalSearch(on: graph)
    var journeys = BestJourneySearch(on: graph)
    search.run(from: a, at: 0, horizon: 1000)
    let inTime = journeys.journey(to: c, after: search)
    #expect(inTime?.steps.map(\.arc) == [barge, ship])
    #expect(inTime?.arrival == 65 && inTime?.cost == 107)
    // One second later the barge misses the cut-off.
    search.run(from: a, at: 1, horizon: 1000)
    let missed = journeys.journey(to: c, after: search)
    #expect(missed?.arrival == 65 && missed?.cost == 907)
  }

  /// The best journey from the first node to the last, starting at 0, as arc numbers.
  private func best(
    nodes count: Int, _ build: (inout RoutingGraphBuilder, [ID<Node>]) -> Void
  ) -> [Int]? {
    var builder = RoutingGraphBuilder(epoch: Instant(seconds: 0))
    let nodes = (0..<count).map { _ in builder.addNode() }
    build(&builder, nodes)
    let graph = builder.build()
    var search = EarliestArrivalSearch(on: graph)
    var journeys = BestJourneySearch(on: graph)
    search.run(from: nodes[0], at: 0, horizon: 10_000)
    return journeys.journey(to: nodes[count - 1], after: search)?.steps.map(\.arc.index)
  }

  @Test("a node is left early and dear where what follows is cheap, late and cheap where it is not")
  func twoLabelsAtNode() {
    // To b fast for 5 or slow for 1; to c by the ship at 20 for 1 or by truck for `truck`; then the voyage at 200.
    func journey(truck: Int32) -> [Int]? {
      best(nodes: 4) { builder, nodes in
        let ship = builder.addSchedule(departures: [20], durations: [130])
        let voyage = builder.addSchedule(departures: [200], durations: [50])
        _ = builder.addArc(ArcSpec(from: nodes[0], to: nodes[1], travel: 10, cost: 5))
        _ = builder.addArc(ArcSpec(from: nodes[0], to: nodes[1], travel: 50, cost: 1))
        _ = builder.addArc(ArcSpec(from: nodes[1], to: nodes[2], schedule: ship, cost: 1))
        _ = builder.addArc(ArcSpec(from: nodes[1], to: nodes[2], travel: 100, cost: Int64(truck)))
        _ = builder.addArc(ArcSpec(from: nodes[2], to: nodes[3], schedule: voyage))
      }
    }
    #expect(journey(truck: 20) == [0, 2, 4])
    #expect(journey(truck: 4) == [1, 3, 4])
  }

  @Test("of journeys with equal arrival, cost and CO2e the one with fewest arcs is best")
  func fewestArcs() {
    let arcs = best(nodes: 3) { builder, nodes in
      _ = builder.addArc(ArcSpec(from: nodes[0], to: nodes[1], travel: 5, cost: 1, co2e: 2))
      _ = builder.addArc(ArcSpec(from: nodes[1], to: nodes[2], travel: 5, cost: 1, co2e: 2))
      _ = builder.addArc(ArcSpec(from: nodes[0], to: nodes[2], travel: 10, cost: 2, co2e: 4))
    }
    #expect(arcs == [2])
  }

  @Test("CO2e decides before the number of arcs, and the first arc before the last")
  func laterCriteria() {
    let cleaner = best(nodes: 3) { builder, nodes in
      _ = builder.addArc(ArcSpec(from: nodes[0], to: nodes[2], travel: 10, cost: 2, co2e: 5))
      _ = builder.addArc(ArcSpec(from: nodes[0], to: nodes[1], travel: 5, cost: 1, co2e: 2))
      _ = builder.addArc(ArcSpec(from: nodes[1], to: nodes[2], travel: 5, cost: 1, co2e: 2))
    }
    #expect(cleaner == [1, 2])
    let first = best(nodes: 4) { builder, nodes in
      _ = builder.addArc(ArcSpec(from: nodes[2], to: nodes[3], travel: 5))
      _ = builder.addArc(ArcSpec(from: nodes[0], to: nodes[1], travel: 5))
      _ = builder.addArc(ArcSpec(from: nodes[0], to: nodes[2], travel: 5))
      _ = builder.addArc(ArcSpec(from: nodes[1], to: nodes[3], travel: 5))
    }
    #expect(first == [1, 3])
  }

  @Test("arc numbers hold after building, whatever the order of adding")
  func arcNumbers() {
    let random = RandomGraph(seed: 11)
    for node in random.nodes {
      let arcs = random.graph.arcs(from: node)
      #expect(arcs == arcs.sorted())
      #expect(arcs.allSatisfy { random.graph.tail(of: $0) == node })
    }
    #expect(random.nodes.flatMap { random.graph.arcs(from: $0) }.count == random.graph.arcCount)
  }
}
