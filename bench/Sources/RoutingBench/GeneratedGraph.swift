// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import RoutingCore

/// A graph shaped like a freight network, of any size, from a seed.
///
/// Places lie in a unit square. Around each run trucks at once and line-haul to a timetable, some
/// into opening hours; one place in twenty is a hub, and services with two to six stops and 1 to 14 departures
/// a week join hubs, each pair of stops being an arc with its own schedule. From one hub a single voyage
/// leaves, two hours before the horizon.
struct GeneratedGraph {
  let builder: RoutingGraphBuilder
  let graph: RoutingGraph
  let nodes: [ID<Node>]
  /// Where the single voyage goes: everything may be late on the way there, so choice is widest.
  let voyageEnd: ID<Node>
  let horizon: Int32

  /// - Note: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
  struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
    mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
  }

  private static let hour: Int32 = 3_600
  private static let day: Int32 = 86_400

  init(nodeCount: Int, days: Int32, neighbours: Int, hubEvery: Int = 20, seed: UInt64) {
    var random = SplitMix64(state: seed)
    var builder = RoutingGraphBuilder(epoch: Instant(seconds: 0))
    let nodes = (0..<nodeCount).map { _ in builder.addNode() }
    let places = nodes.map { _ in (x: random.unit(), y: random.unit()) }
    horizon = days * Self.day
    let windows = (0..<24).map { shift in
      builder.addWindow(
        (0..<days).map {
          let open = $0 * Self.day + Int32(shift % 6) * Self.hour
          return open..<(open + Int32(10 + shift / 3) * Self.hour)
        })
    }
    let lineHauls = (0..<64).map { shift in
      builder.addSchedule(
        departures: (0..<days).flatMap { day in
          [2, 10, 22].map { day * Self.day + $0 * Self.hour + Int32(shift) * 900 }
        })
    }
    let cells = max(1, Int(Double(nodeCount / 4).squareRoot()))
    var members = [[Int]](repeating: [], count: cells * cells)
    func cell(_ value: Double) -> Int { min(cells - 1, Int(value * Double(cells))) }
    for (node, place) in places.enumerated() {
      members[cell(place.y) * cells + cell(place.x)].append(node)
    }
    func seconds(_ a: Int, _ b: Int) -> Int32 {
      let (dx, dy) = (places[a].x - places[b].x, places[a].y - places[b].y)
      let hours = (dx * dx + dy * dy).squareRoot() * Double(cells) * 2
      return Int32(hours * 4 + 1) * 900
    }
    for node in 0..<nodeCount {
      let (column, row) = (cell(places[node].x), cell(places[node].y))
      for number in 0..<neighbours {
        let x = min(max(column + random.below(5) - 2, 0), cells - 1)
        let y = min(max(row + random.below(5) - 2, 0), cells - 1)
        guard let other = members[y * cells + x].randomElement(using: &random), other != node
        else { continue }
        let travel = seconds(node, other)
        let timetabled = number % 2 == 0
        _ = builder.addArc(
          ArcSpec(
            from: nodes[node], to: nodes[other],
            schedule: timetabled ? lineHauls[node % 64] : nil,
            lead: timetabled ? 2 * Self.hour : 0, travel: travel,
            after: timetabled ? 2 * Self.hour : 0,
            openAfter: random.below(4) == 0 ? windows[other % 24] : nil,
            cost: Int64(travel / (timetabled ? 4 : 1)), co2e: Int64(travel / 10)))
      }
    }
    let hubs = stride(from: 0, to: nodeCount, by: hubEvery).map { $0 }
    for _ in 0..<(nodeCount / 12) {
      Self.addService(
        to: &builder, nodes: nodes, hubs: hubs, days: days, windows: windows, random: &random)
    }
    voyageEnd = builder.addNode()
    let voyage = builder.addSchedule(departures: [horizon - 2 * Self.hour])
    _ = builder.addArc(
      ArcSpec(
        from: nodes[hubs[hubs.count / 2]], to: voyageEnd, schedule: voyage, travel: Self.hour))
    self.builder = builder
    self.nodes = nodes
    graph = builder.build()
  }

  private static func addService(
    to builder: inout RoutingGraphBuilder, nodes: [ID<Node>], hubs: [Int], days: Int32,
    windows: [ID<Window>], random: inout SplitMix64
  ) {
    let stops = (0..<(2 + random.below(5))).map { _ in hubs[random.below(hubs.count)] }
    let slots = (0..<(1 + random.below(14))).map { _ in Int32(random.below(672)) * 900 }
    var elapsed: [Int32] = [0]
    for _ in stops.dropFirst() {
      elapsed.append((elapsed.last ?? 0) + Int32(8 + random.below(120)) * 900)
    }
    let first = (0..<(days / 7)).flatMap { week in slots.map { week * 7 * day + $0 } }
    for (i, from) in stops.enumerated() {
      for j in stops.indices where j > i && stops[j] != from {
        let schedule = builder.addSchedule(
          departures: first.map { $0 + elapsed[i] },
          durations: first.map { _ in elapsed[j] - elapsed[i] })
        _ = builder.addArc(
          ArcSpec(
            from: nodes[from], to: nodes[stops[j]],
            openBefore: random.below(3) == 0 ? windows[from % 24] : nil, schedule: schedule,
            lead: 6 * hour, after: 4 * hour, cost: Int64(2_000 + random.below(9_000)),
            co2e: Int64(random.below(5_000))))
      }
    }
  }
}
