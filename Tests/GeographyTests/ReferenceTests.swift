// SPDX-License-Identifier: GPL-3.0-or-later
@testable import Geography
import Testing

@Suite struct OverlandReferenceTests {
  /// The search and its twin on random pairs of each coast; a box wide enough for any way of 130 km.
  @Test(arguments: SearchBox.coasts)
  func `detours are as long as those of the plain search`(box: SearchBox) {
    let seed: UInt64 = 41
    var numbers = SeededNumbers(seed: seed)
    let crossings = [By.hangzhouBayBridge, By.donghaiBridge, By.oresund]
    let points = (0..<8).map { _ in numbers.point(box) }
    let network = OverlandNetwork(points: points, crossings: crossings)
    var wide = box
    wide.south -= 1.3
    wide.north += 1.3
    wide.west -= 3
    wide.east += 3
    let plain = PlainDetour(network, wide)
    let limit = 130.0
    var compared = 0
    for a in points.indices {
      for b in points.indices where b > a {
        var search = OverlandSearch(network: network)
        let home = search.tied(network.sites[a], withinKM: limit)
        let target = search.tied(network.sites[b], withinKM: limit)
        let fast = search.detours(from: home, to: [target], limits: [limit])[0]?.kilometres
        let distance = points[a].kilometres(to: points[b])
        let slow = max(distance, plain.kilometres(from: network.sites[a], to: network.sites[b]))
        // Lengths are rounded to decimetres in one and exact in the other.
        if abs(slow - limit) < 0.1 { continue }
        if slow > limit {
          #expect(fast == nil, "\(box), seed \(seed), \(a) to \(b): plain \(slow)")
        } else {
          #expect(abs((fast ?? 0) - slow) < 0.05, "\(box), seed \(seed), \(a) to \(b): \(slow)")
          compared += 1
        }
      }
    }
    #expect(compared > 0)
  }

  @Test(arguments: SearchBox.coasts)
  func `a line is overland when no run of its samples is too wet`(box: SearchBox) {
    let world = World.shared
    var numbers = SeededNumbers(seed: 43)
    var dry = 0
    for draw in 0..<60 {
      let ends = [numbers.point(box), numbers.point(box)].sorted {
        ($0.latitude, $0.longitude) < ($1.latitude, $1.longitude)
      }
      let distance = ends[0].kilometres(to: ends[1])
      let steps = Int(distance.rounded(.up))
      let line = SampledLine(
        ends[0], UnitVector(ends[0]), ends[1], UnitVector(ends[1]), steps: steps)
      for gap in [2.0, 5, 12] {
        var water = 0
        var widest = 0
        for step in stride(from: 1, to: steps, by: 1) {
          let point = line.point(step)
          water = world.isLand(latitude: point.latitude, longitude: point.longitude) ? 0 : water + 1
          widest = max(widest, water)
        }
        let expected = Double(widest) <= gap
        dry += expected ? 1 : 0
        for (a, b) in [(0, 1), (1, 0)] {
          #expect(
            world.isOverland(ends[a], ends[b], gapKM: gap) == expected,
            "\(box), draw \(draw) of seed 43, gap \(gap)")
        }
      }
    }
    #expect(dry > 0)
  }

  @Test func `points of a sampled line lie on the great circle`() {
    let a = GeoPoint(latitude: 55, longitude: 170)
    let b = GeoPoint(latitude: 62, longitude: -175)
    let distance = a.kilometres(to: b)
    let steps = Int(distance.rounded(.up))
    let line = SampledLine(a, UnitVector(a), b, UnitVector(b), steps: steps)
    for step in 0...steps {
      let point = line.point(step)
      let detour = a.kilometres(to: point) + point.kilometres(to: b) - distance
      #expect(detour < 0.01)
      let share = a.kilometres(to: point) / distance - Double(step) / Double(steps)
      #expect(abs(share) * distance < 1)
    }
  }
}
