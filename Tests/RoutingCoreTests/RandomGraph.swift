// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import RoutingCore

/// A small generator with a written definition, so that a seed in a message repeats a failure anywhere.
///
/// - Note: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators" (2014), SplitMix64.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func draw(_ range: ClosedRange<Int32>) -> Int32 {
    range.lowerBound + Int32(next() % UInt64(range.count))
  }

  /// True once in `n` draws.
  mutating func oneIn(_ n: UInt64) -> Bool { next() % n == 0 }
}

/// A small graph with everything in it that can bind, drawn coarsely so that ties are frequent.
struct RandomGraph {
  var builder: RoutingGraphBuilder
  var graph: RoutingGraph
  var nodes: [ID<Node>]
  var arcs: [ID<Arc>] = []
  let start: Int32
  let horizon: Int32
  var random: SplitMix64

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var builder = RoutingGraphBuilder(epoch: Instant(seconds: 0))
    let nodes = (0..<random.draw(3...8)).map { _ in builder.addNode() }
    // Times near zero and below it: an epoch may lie after the start.
    let start = random.draw(-20...20)
    let windows = (0..<4).map { _ in builder.addWindow(Self.window(around: start, &random)) }
    let schedules = (0..<5).map { _ in Self.addSchedule(to: &builder, around: start, &random) }
    // Every other graph is sparser, with a line through all nodes: a choice of ways, then a
    // departure; in half of these the departure may be missed for a dearer way.
    let hasLine = seed % 2 == 1
    for tail in 0..<(hasLine ? nodes.count - 1 : 0) {
      let timetabled = tail % 2 == 1
      for choice in 0..<(timetabled ? 1 + Int(seed / 2 % 2) : 3) {
        let schedule =
          timetabled && choice == 0 ? Self.addSchedule(to: &builder, around: start, &random) : nil
        arcs.append(
          builder.addArc(
            ArcSpec(
              from: nodes[tail], to: nodes[tail + 1], schedule: schedule, lead: random.draw(0...2),
              travel: random.draw(0...8) + Int32(8 * choice * (timetabled ? 1 : 0)),
              cost: Self.charge(5, &random), co2e: Self.charge(2, &random))))
      }
    }
    let count = Int32(nodes.count)
    for _ in 0..<(hasLine ? random.draw(0...count) : random.draw(count...3 * count)) {
      let arc = Self.arc(nodes, windows, schedules, &random)
      arcs.append(builder.addArc(arc))
      if random.oneIn(2) { arcs.append(builder.addArc(Self.slower(arc, &random))) }
    }
    horizon = start + random.draw(20...70)
    graph = builder.build()
    self.start = start
    self.builder = builder
    self.nodes = nodes
    self.random = random
  }

  private static func addSchedule(
    to builder: inout RoutingGraphBuilder, around start: Int32, _ random: inout SplitMix64
  ) -> ID<Schedule> {
    let departures = (0..<random.draw(0...6)).map { _ in random.draw(start - 5...start + 60) }
    let durations = random.oneIn(3) ? nil : departures.map { _ in random.draw(0...12) }
    return builder.addSchedule(departures: departures, durations: durations)
  }

  private static func window(
    around start: Int32, _ random: inout SplitMix64
  ) -> [Range<Int32>] {
    var intervals: [Range<Int32>] = []
    var time = start - random.draw(0...15)
    for _ in 0..<random.draw(0...9) {
      let end = time + random.draw(0...4)
      intervals.append(time..<end)
      time = end + random.draw(0...15)
    }
    return intervals
  }

  private static func arc(
    _ nodes: [ID<Node>], _ windows: [ID<Window>], _ schedules: [ID<Schedule>],
    _ random: inout SplitMix64
  ) -> ArcSpec {
    ArcSpec(
      from: nodes[Int(random.draw(0...Int32(nodes.count - 1)))],
      to: nodes[Int(random.draw(0...Int32(nodes.count - 1)))],
      openBefore: random.oneIn(4) ? windows[Int(random.draw(0...3))] : nil,
      schedule: random.oneIn(3) ? nil : schedules[Int(random.draw(0...4))],
      lead: random.draw(0...3), travel: random.draw(0...6),
      after: random.oneIn(3) ? random.draw(1...4) : 0,
      openAfter: random.oneIn(2) ? windows[Int(random.draw(0...3))] : nil,
      cost: Self.charge(5, &random), co2e: Self.charge(2, &random))
  }

  /// The same move as a slower, cheaper one at any time: not the earliest on the way, often the best.
  private static func slower(_ arc: ArcSpec, _ random: inout SplitMix64) -> ArcSpec {
    ArcSpec(
      from: arc.tail, to: arc.head, travel: arc.travel + random.draw(1...12),
      openAfter: arc.openAfter,
      cost: arc.cost == ArcCharge.unknown ? arc.cost : max(0, arc.cost - Int64(random.draw(0...4))),
      co2e: charge(2, &random))
  }

  /// Up to so many, and now and then not known.
  private static func charge(_ most: Int32, _ random: inout SplitMix64) -> Int64 {
    random.oneIn(9) ? ArcCharge.unknown : Int64(random.draw(0...most))
  }
}
