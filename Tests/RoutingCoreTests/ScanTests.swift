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
  func `Pareto sets are those of the exhaustive search, and their journeys add up`(block: Int) {
    for seed in block * 25..<block * 25 + 25 {
      let random = RandomGraph(seed: UInt64(seed))
      let start = max(0, random.start)
      let expected = ExhaustiveParetoSearch(on: random.builder)
        .run(from: random.nodes[0], at: start, horizon: random.horizon)
      var scan = ParetoScan(
        on: Timetable(random.builder, period: [3, 10, 97][seed % 3]))
      scan.run(from: random.nodes[0], at: start, horizon: random.horizon)
      #expect(scan.limitsHit.isEmpty)
      for node in random.nodes {
        let what: Comment = "seed \(seed), node \(node.index)"
        let found = scan.labels(at: node)
        #expect(
          found.map { [Int64($0.arrival), Int64($0.cost), Int64($0.co2e)] }
            == expected[node.index].map { [Int64($0.arrival), $0.cost, $0.co2e] }, what)
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
    var (time, cost, co2e) = (start, Int32(0), Int32(0))
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
    #expect(time == label.arrival && cost == label.cost && co2e == label.co2e, what)
  }
}
