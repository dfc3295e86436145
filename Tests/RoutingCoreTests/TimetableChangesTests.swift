// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import Testing

@testable import RoutingCore

@Suite("Scans with changes equal scans of the edited timetable, and the slow twin")
struct TimetableChangesTests {
  @Test("on random timetables without changes", arguments: 0..<20)
  func scansEqualTwin(block: UInt64) {
    for seed in (block * 50)..<(block * 50 + 50) {
      var random = RandomTimetable(seed: seed)
      let timetable = random.builder.build()
      let twin = TimetableReference(random.builder)
      var scans = Scans(on: timetable)
      for _ in 0..<3 {
        let query = Query(from: random.node(), &random.random)
        scans.expect(twin, query, changes: nil, "seed \(seed), \(query)")
      }
    }
  }

  @Test("on random timetables with random changes", arguments: 0..<40)
  func changedScansEqualTwin(block: UInt64) {
    for seed in (block * 50)..<(block * 50 + 50) {
      let random = RandomTimetable(seed: seed)
      let timetable = random.builder.build()
      var edits = RandomEdits(random, on: timetable)
      #expect(edits.disagreements == 0, "seed \(seed)")
      var changed = Scans(on: timetable)
      var rebuilt = Scans(on: edits.rebuilt())
      let base = TimetableReference(random.builder)
      for _ in 0..<3 {
        let query = Query(from: edits.timetable.node(), &edits.timetable.random)
        let what = "seed \(seed), \(query)"
        changed.expect(edits.twin, query, changes: edits.changes, what + ", changed")
        rebuilt.expect(edits.twin, query, changes: nil, what + ", rebuilt")
        // Nothing of the changes is left.
        changed.expect(base, query, changes: nil, what + ", undone")
      }
      changed.expectLanes(base, edits, "seed \(seed), lanes")
    }
  }

  @Test("the random changes do bind: a fifth of all answers and more differ from the base's")
  func changesBind() {
    var different = 0
    for seed: UInt64 in 0..<500 {
      let random = RandomTimetable(seed: seed)
      var edits = RandomEdits(random, on: random.builder.build())
      let query = Query(from: edits.timetable.node(), &edits.timetable.random)
      let base = TimetableReference(random.builder)
      if base.arrivals(from: query.source, at: query.start, horizon: query.horizon)
        != edits.twin.arrivals(from: query.source, at: query.start, horizon: query.horizon)
      {
        different += 1
      }
    }
    #expect(different > 100)
  }
}

struct Query: CustomStringConvertible {
  var source: ID<Node>
  var start: Int32
  var horizon: Int32

  init(from source: ID<Node>, _ random: inout SplitMix64) {
    self.source = source
    start = 5 * random.draw(0...40)
    horizon = start + 5 * random.draw(0...80)
  }

  var description: String { "node \(source.index) at \(start) until \(horizon)" }
}

/// One of each scan, used again and again.
private struct Scans: ~Copyable {
  let timetable: Timetable
  var connections: ConnectionScan
  var lanes: LaneScan
  var pareto: ParetoScan

  init(on timetable: Timetable) {
    self.timetable = timetable
    connections = ConnectionScan(on: timetable)
    lanes = LaneScan(on: timetable)
    pareto = ParetoScan(on: timetable)
  }

  mutating func expect(
    _ twin: TimetableReference, _ query: Query, changes: TimetableChanges?, _ what: String
  ) {
    let arrivals = twin.arrivals(from: query.source, at: query.start, horizon: query.horizon)
    let sets = twin.paretoSets(from: query.source, at: query.start, horizon: query.horizon)
    connections.run(
      from: query.source, at: query.start, horizon: query.horizon, changes: changes)
    lanes.run(
      [LaneScan.Lane(from: query.source, at: query.start)], span: query.horizon - query.start,
      changes: changes)
    pareto.run(from: query.source, at: query.start, horizon: query.horizon, changes: changes)
    for (number, expected) in arrivals.enumerated() {
      let node = ID<Node>(number)
      #expect(connections.arrival(at: node) == expected, "\(what), node \(number)")
      #expect(lanes.arrival(at: node, lane: 0) == expected, "\(what), node \(number), lanes")
      #expect(sets[number] == labels(at: node), "\(what), node \(number), Pareto")
    }
    // Only the target's set is whole then.
    let target = ID<Node>(arrivals.count - 1)
    pareto.run(
      from: query.source, at: query.start, horizon: query.horizon, to: target, changes: changes)
    #expect(sets[target.index] == labels(at: target), "\(what), to node \(target.index)")
  }

  private func labels(at node: ID<Node>) -> [TimetableReference.Label] {
    pareto.labels(at: node).map {
      TimetableReference.Label(arrival: $0.arrival, cost: $0.cost, co2e: $0.co2e)
    }.sorted()
  }

  /// Eight lanes that do not see the changes, and eight that do.
  mutating func expectLanes(_ base: TimetableReference, _ edits: RandomEdits, _ what: String) {
    var random = edits.timetable.random
    let span = 5 * random.draw(0...60)
    let eight = (0..<8).map { number in
      LaneScan.Lane(
        from: ID(number % edits.timetable.turnarounds.count), at: 5 * random.draw(0...50))
    }
    lanes.run(eight + eight, span: span, changes: edits.changes, changed: 0xff00)
    for (number, lane) in eight.enumerated() {
      let horizon = lane.start + span
      let before = base.arrivals(from: lane.source, at: lane.start, horizon: horizon)
      let after = edits.twin.arrivals(from: lane.source, at: lane.start, horizon: horizon)
      for node in before.indices {
        #expect(
          lanes.arrival(at: ID(node), lane: number) == before[node], "\(what), base \(number)")
        #expect(
          lanes.arrival(at: ID(node), lane: number + 8) == after[node], "\(what), lane \(number)")
      }
    }
  }
}
