// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import RoutingCore
import Testing

/// Scans of a timetable find what searches of the graph it was laid out from find.
@Suite struct ScanTests {
  @Test(arguments: 0..<40)
  func `a scan arrives when the search of the graph arrives`(block: Int) {
    for seed in block * 25..<block * 25 + 25 {
      let random = RandomGraph(seed: UInt64(seed))
      var search = EarliestArrivalSearch(on: random.graph)
      for period in [Int32(3), 10, 97] {
        let timetable = Timetable(random.builder, period: period)
        var scan = ConnectionScan(on: timetable)
        var lanes = LaneScan(on: timetable)
        let starts = (0..<16).map { Int32($0) * max(1, random.horizon / 40) }
        let span = random.horizon
        lanes.run(
          starts.enumerated().map {
            LaneScan.Lane(from: random.nodes[$0.offset % random.nodes.count], at: $0.element)
          }, span: span)
        for (lane, start) in starts.enumerated() {
          let source = random.nodes[lane % random.nodes.count]
          search.run(from: source, at: start, horizon: start + span)
          scan.run(from: source, at: start, horizon: start + span)
          for node in random.nodes {
            let what: Comment =
              "seed \(seed), period \(period), lane \(lane), node \(node.index), start \(start)"
            let expected = search.arrival(at: node)
            #expect(scan.arrival(at: node) == expected, what)
            expectWhole(scan.journey(to: node), to: node, at: expected, from: source, start, what)
            #expect(lanes.arrival(at: node, lane: lane) == expected, what)
          }
        }
      }
    }
  }

  /// Moves follow from each other in place and time, from the source to the arrival.
  private func expectWhole(
    _ moves: [ConnectionScan.Move]?, to node: ID<Node>, at arrival: Int32?, from source: ID<Node>,
    _ start: Int32, _ what: Comment
  ) {
    #expect((moves == nil) == (arrival == nil), what)
    var (place, time) = (source, start)
    for move in moves ?? [] {
      #expect(move.tail == place && move.departure >= time && move.arrival >= move.departure, what)
      (place, time) = (move.head, move.arrival)
    }
    if let arrival { #expect(place == node && time == arrival, what) }
  }

  @Test(arguments: 0..<40)
  func `labels of one charge are the lower edge of the exhaustive search's sets`(block: Int) {
    for seed in block * 25..<block * 25 + 25 {
      let random = RandomGraph(seed: UInt64(seed))
      let start = max(0, random.start)
      let expected = ExhaustiveParetoSearch(on: random.builder)
        .run(from: random.nodes[0], at: start, horizon: random.horizon)
      var scan = ChargeScan(
        on: Timetable(random.builder, period: [3, 10, 97][seed % 3]),
        charges: (0..<random.graph.arcCount).map {
          ChargeScan.Charge(random.graph.cost(of: ID($0)), random.graph.co2e(of: ID($0)))
        })
      let perHour = Int64([0, 700, 3_600, 40_000][seed / 3 % 4])
      scan.run(from: random.nodes[0], at: start, horizon: random.horizon, perHour: perHour)
      for node in random.nodes {
        let what: Comment = "seed \(seed), node \(node.index)"
        let set = expected[node.index]
        let cheapest = set.min { ($0.cost, $0.co2e, $0.arrival) < ($1.cost, $1.co2e, $1.arrival) }
        let found = scan.cheapest(at: node)
        #expect(found?.charge.first == cheapest?.cost, what)
        #expect(found?.charge.second == cheapest?.co2e, what)
        #expect(found?.arrival == cheapest?.arrival, what)
        let weigh = { (cost: Int64, arrival: Int32) in
          Int128(cost) * 3_600 + Int128(perHour) * Int128(arrival - start)
        }
        let lightest = set.min {
          let (x, y) = (weigh($0.cost, $0.arrival), weigh($1.cost, $1.arrival))
          return x != y ? x < y : ($0.arrival, $0.cost, $0.co2e) < ($1.arrival, $1.cost, $1.co2e)
        }
        let light = scan.lightest(at: node)
        #expect(light?.arrival == lightest?.arrival && light?.charge.first == lightest?.cost, what)
        if let light {
          expectWhole(light, along: scan.tags(to: light), in: random, start, what)
        }
      }
    }
  }

  /// Arcs follow from each other in place and time, and their charges are the label's.
  private func expectWhole(
    _ label: ChargeScan.Label, along arcs: [Int32], in random: RandomGraph, _ start: Int32,
    _ what: Comment
  ) {
    var (time, cost, co2e) = (start, Int64(0), Int64(0))
    for number in arcs {
      let arc = ID<Arc>(Int(number))
      guard let traversal = random.graph.traverse(arc, from: time) else {
        Issue.record("an arc that cannot be taken: \(what)")
        return
      }
      time = traversal.end
      cost = ArcCharge.sum(cost, random.graph.cost(of: arc))
      co2e = ArcCharge.sum(co2e, random.graph.co2e(of: arc))
    }
    #expect(time == label.arrival, what)
    #expect(cost == label.charge.first && co2e == label.charge.second, what)
  }

  @Test(arguments: 0..<40)
  func
    `Pareto sets are those of the exhaustive search where all is known, and their journeys add up`(
      block: Int
    )
  {
    for seed in block * 25..<block * 25 + 25 {
      let random = RandomGraph(seed: UInt64(seed))
      let start = max(0, random.start)
      let expected = ExhaustiveParetoSearch(on: random.builder)
        .run(from: random.nodes[0], at: start, horizon: random.horizon)
      var scan = ParetoScan(
        on: Timetable(random.builder, period: [3, 10, 97][seed % 3]))
      var known = ParetoScan.Limits()
      (known.greatestCost, known.greatestCO2e) = (.max - 1, .max - 1)
      scan.run(from: random.nodes[0], at: start, horizon: random.horizon, limits: known)
      for node in random.nodes {
        let what: Comment = "seed \(seed), node \(node.index)"
        let found = scan.labels(at: node)
        #expect(
          found.map { [Int64($0.arrival), Int64($0.cost), Int64($0.co2e)] }
            == expected[node.index].filter { max($0.cost, $0.co2e) < ArcCharge.unknown }
            .map { [Int64($0.arrival), $0.cost, $0.co2e] }, what)
        for label in found {
          expectWhole(label, of: scan.journey(to: label), in: random, start, what)
        }
      }
    }
  }

  /// Arcs follow from each other in place and time, and their charges are the label's.
  private func expectWhole(
    _ label: ParetoScan.Label, of steps: [ParetoScan.Step], in random: RandomGraph,
    _ start: Int32, _ what: Comment
  ) {
    var (time, cost, co2e) = (start, Int64(0), Int64(0))
    for step in steps where step.tag >= 0 {
      let arc = ID<Arc>(Int(step.tag))
      guard let traversal = random.graph.traverse(arc, from: time) else {
        Issue.record("an arc that cannot be taken: \(what)")
        return
      }
      time = traversal.end
      cost += random.graph.cost(of: arc)
      co2e += random.graph.co2e(of: arc)
    }
    #expect(time == label.arrival, what)
    #expect(cost == Int64(label.cost) && co2e == Int64(label.co2e), what)
  }
}
