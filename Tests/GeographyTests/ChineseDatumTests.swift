// SPDX-License-Identifier: GPL-3.0-or-later
@testable import Geography
import Testing

@Suite struct ChineseDatumTests {
  /// Values that public converters of the same formulas print.
  @Test func `a point of Beijing moves as published`() {
    let point = GeoPoint(latitude: 39.915, longitude: 116.404)
    let mars = ChineseDatum.gcj02(fromWGS84: point)
    #expect(abs(mars.latitude - 39.91640428150164) < 1e-9)
    #expect(abs(mars.longitude - 116.41024449916938) < 1e-9)
    let earth = ChineseDatum.wgs84(fromBD09: point)
    #expect(abs(earth.latitude - 39.9072) < 2e-4)
    #expect(abs(earth.longitude - 116.3914) < 2e-4)
  }

  @Test func `there and back again is the same point`() {
    var numbers = SeededNumbers(seed: 3)
    for draw in 0..<200 {
      let point = GeoPoint(
        latitude: numbers.next(in: 5...52), longitude: numbers.next(in: 75...134))
      let back = ChineseDatum.wgs84(fromGCJ02: ChineseDatum.gcj02(fromWGS84: point))
      #expect(point.kilometres(to: back) < 1e-6, "draw \(draw) of seed 3")
      let moved = point.kilometres(to: ChineseDatum.gcj02(fromWGS84: point))
      #expect(moved > 0.01 && moved < 1.2, "draw \(draw) of seed 3: \(moved) km")
    }
  }

  @Test func `outside China nothing moves`() {
    let madrid = GeoPoint(latitude: 40.42, longitude: -3.70)
    #expect(ChineseDatum.wgs84(fromGCJ02: madrid) == madrid)
    #expect(ChineseDatum.gcj02(fromWGS84: madrid) == madrid)
  }
}
