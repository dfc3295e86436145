// SPDX-License-Identifier: GPL-3.0-or-later
import FreightTestSupport
import Geography
import Testing

@testable import NetworkIO

@Suite struct `Places in squares` {
  @Test(arguments: 0..<40)
  func `give every place within the reach that a look at all of them gives`(seed: Int) {
    var numbers = SplitMix64(seed: seed)
    func random(_ low: Double, _ high: Double) -> Double {
      low + (high - low) * Double(numbers.next() % 1_000_000) / 999_999
    }
    let reach = [0.0, 1, 40, 300, 2_000, 20_000][Int(numbers.next() % 6)]
    // Whole degrees now and then, for the edges of squares, the poles and the date line.
    let points = (0..<120).map { number -> (lat: Double, lon: Double) in
      let wide = number % 3 == 0
      let (lat, lon) = (random(-90, 90), random(-180, 180))
      return wide ? (lat.rounded(), lon.rounded()) : (lat / 20 + (seed % 2 == 0 ? 85 : 0), lon)
    }
    var grid = PlaceGrid(reachKM: reach)
    for (number, point) in points.enumerated() {
      grid.add(number, latitude: point.lat, longitude: point.lon)
    }
    for a in points.indices {
      for b in points.indices
      where greatCircleKM(points[a].lat, points[a].lon, points[b].lat, points[b].lon) <= reach {
        let isFound = grid.containsNear(latitude: points[a].lat, longitude: points[a].lon) {
          $0 == b
        }
        #expect(isFound, "seed \(seed): \(points[a]) \(points[b]) reach \(reach)")
      }
    }
  }

  @Test func `look at few places where many are far`() {
    var grid = PlaceGrid(reachKM: 100)
    for number in 0..<10_000 {
      grid.add(
        number, latitude: Double(number % 100) * 1.5 - 75,
        longitude: Double(number / 100) * 3.5 - 175)
    }
    var asked = 0
    _ = grid.containsNear(latitude: 30, longitude: 120) { _ in
      asked += 1
      return false
    }
    #expect((1...20).contains(asked))
  }
}
