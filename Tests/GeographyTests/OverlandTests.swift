// SPDX-License-Identifier: GPL-3.0-or-later
@testable import Geography
import Testing

@Suite struct OverlandTests {
  private func joined(
    _ a: GeoPoint, _ b: GeoPoint, by crossings: [Crossing] = [], maxKM: Double = 300
  ) -> OverlandWay? {
    OverlandNetwork(points: [a, b], crossings: crossings).way(from: 0, to: 1, maxKM: maxKM)
  }

  @Test func `a way that stays on land is the geodesic`() throws {
    let way = try #require(joined(At.tokyo, At.narita))
    #expect(way.isStraight)
    #expect(way.crossings.isEmpty)
    #expect(way.kilometres == At.tokyo.kilometres(to: At.narita))
  }

  @Test func `Zhapu reaches Cixi by the bridge over the bay`() throws {
    let way = try #require(joined(At.zhapu, At.cixi, by: [By.hangzhouBayBridge]))
    #expect(way.crossings == [0])
    #expect(!way.isStraight)
    #expect(way.kilometres > 50 && way.kilometres < 75, "\(way)")
  }

  @Test func `without the bridge Zhapu goes round the bay to where the river is narrow`() throws {
    let way = try #require(joined(At.zhapu, At.cixi))
    #expect(way.crossings.isEmpty)
    // The bay is wider than 5 km everywhere east of 120.75° E.
    let narrows = GeoPoint(latitude: 30.37, longitude: 120.75)
    let atLeast = At.zhapu.kilometres(to: narrows) + narrows.kilometres(to: At.cixi)
    let byHangzhou = At.zhapu.kilometres(to: At.hangzhou) + At.hangzhou.kilometres(to: At.cixi)
    #expect(way.kilometres > atLeast && way.kilometres < 1.05 * byHangzhou, "\(way)")
    #expect(joined(At.zhapu, At.cixi, maxKM: 100) == nil)
  }

  @Test func `Yangshan hangs on the Donghai Bridge`() throws {
    #expect(joined(At.shanghai, At.yangshan) == nil)
    let way = try #require(joined(At.shanghai, At.yangshan, by: [By.donghaiBridge]))
    #expect(way.crossings == [0])
    #expect(way.kilometres > 85 && way.kilometres < 110, "\(way)")
  }

  @Test func `crossings are used one after another and named from the lower point`() throws {
    let crossings = [By.hangzhouBayBridge, By.donghaiBridge]
    let network = OverlandNetwork(points: [At.cixi, At.yangshan], crossings: crossings)
    let way = try #require(network.way(from: 1, to: 0, maxKM: 300))
    #expect(way.crossings == [0, 1])
  }

  @Test(arguments: [At.hangzhou, At.haikou, At.shanghai])
  func `nobody reaches Sansha by truck`(from: GeoPoint) {
    #expect(joined(from, At.sansha, by: [By.hangzhouBayBridge], maxKM: 3000) == nil)
  }

  @Test func `straits need their crossing`() throws {
    #expect(joined(At.haikou, At.xuwen) == nil)
    #expect(joined(At.dover, At.calais) == nil)
    #expect(try #require(joined(At.dover, At.calais, by: [By.channelTunnel])).crossings == [0])
    #expect(try #require(joined(At.copenhagen, At.malmo, by: [By.oresund])).crossings == [0])
  }

  @Test func `ways are found across the antimeridian`() throws {
    let west = GeoPoint(latitude: 67.5, longitude: 179.2)
    let east = GeoPoint(latitude: 67.3, longitude: -179.2)
    let way = try #require(joined(west, east))
    #expect(way.kilometres < 90, "\(way)")
  }

  @Test func `an artificial island that the raster lacks hangs on its bridge`() throws {
    // A bridge into the open sea, and a harbour two kilometres beyond its end.
    let shore = GeoPoint(latitude: 33.40, longitude: 120.50)
    let bridge = Crossing(
      a: shore, b: GeoPoint(latitude: 33.70, longitude: 121.30), lengthKM: 85)
    let harbour = GeoPoint(latitude: 33.70, longitude: 121.32)
    #expect(World.shared.landMass(latitude: 33.7, longitude: 121.32, snapKM: 15) == nil)
    #expect(joined(shore, harbour) == nil)
    #expect(try #require(joined(shore, harbour, by: [bridge])).crossings == [0])
  }

  @Test func `a crossing is never shorter than the line between its ends`() {
    var bridge = By.hangzhouBayBridge
    bridge.lengthKM = 1
    let network = OverlandNetwork(points: [], crossings: [bridge])
    #expect(network.crossings[0].lengthKM == bridge.a.kilometres(to: bridge.b))
  }

  @Test(arguments: SearchBox.coasts)
  func `ways are symmetric, not below the geodesic, within the limit, and those of single pairs`(
    box: SearchBox
  ) {
    var numbers = SeededNumbers(seed: 5)
    let points = (0..<14).map { _ in numbers.point(box) }
    let network = OverlandNetwork(points: points, crossings: [By.hangzhouBayBridge, By.oresund])
    let links = network.ways(withinKM: 150)
    var next = links.makeIterator()
    var link = next.next()
    for a in points.indices {
      for b in points.indices where b > a {
        let single = network.way(from: a, to: b, maxKM: 150)
        #expect(single == network.way(from: b, to: a, maxKM: 150), "\(box), \(a) and \(b)")
        let batch = link.flatMap { $0.a == a && $0.b == b ? $0.way : nil }
        #expect(single == batch, "\(box), \(a) and \(b) of seed 5")
        if batch != nil { link = next.next() }
        guard let single else { continue }
        #expect(single.kilometres >= points[a].kilometres(to: points[b]))
        #expect(single.kilometres <= 150)
      }
    }
    #expect(link == nil)
  }

  @Test(arguments: SearchBox.coasts)
  func `going by a third place is hardly ever shorter`(box: SearchBox) {
    var numbers = SeededNumbers(seed: 17)
    let points = (0..<12).map { _ in numbers.point(box) }
    let network = OverlandNetwork(points: points)
    var length = [[Double?]](repeating: Array(repeating: nil, count: 12), count: 12)
    for link in network.ways(withinKM: 400) {
      length[link.a][link.b] = link.way.kilometres
      length[link.b][link.a] = link.way.kilometres
    }
    // The grid's moves are up to 2.7 % long, and its ties to the ends up to a cell or two; a place
    // in the water is reached by its nearest shore.
    let ashore = points.indices.filter {
      World.shared.isLand(latitude: points[$0].latitude, longitude: points[$0].longitude)
    }
    for a in ashore {
      for b in ashore where b != a {
        for c in ashore where c != a && c != b {
          guard let first = length[a][b], let second = length[b][c], first + second < 380
          else { continue }
          let direct = length[a][c] ?? .infinity
          #expect(direct <= 1.03 * (first + second) + 15, "\(box): \(a), \(b), \(c) of seed 17")
        }
      }
    }
  }

  @Test func `limits hold for each pair`() {
    let network = OverlandNetwork(points: [At.zhapu, At.cixi, At.shanghai, At.hangzhou])
    let links = network.ways(atMostKM: 300) { a, b in a == 0 && b == 1 ? 120 : b == 3 ? 300 : 0 }
    #expect(links.map { [$0.a, $0.b] } == [[0, 3], [1, 3], [2, 3]])
  }

  @Test func `cells are reached by the ways of their land points`() {
    let window = (west: 120.5, south: 29.9, east: 122.5, north: 31.0)
    let cells = World.shared.landCells(degrees: 0.2, window: window)
    let points = [At.zhapu] + cells.map(\.landPoint)
    let network = OverlandNetwork(points: points, crossings: [By.hangzhouBayBridge])
    let reached = network.reach(from: [0], cells: cells, maxKM: 120)[0]
    let expected = cells.indices.compactMap { cell in
      network.way(from: 0, to: cell + 1, maxKM: 120).map { (cell, $0.kilometres) }
    }
    #expect(reached.map(\.cell) == expected.map(\.0))
    #expect(reached.map(\.kilometres) == expected.map(\.1))
    #expect(reached.count < cells.count)
  }
}

@Suite struct PointPairTests {
  @Test(arguments: [50.0, 300, 5000])
  func `the sweep finds the pairs that a double loop finds`(limit: Double) {
    var numbers = SeededNumbers(seed: 23)
    var points = (0..<60).map { _ in
      GeoPoint(latitude: numbers.next(in: -89...89), longitude: numbers.next(in: -180...180))
    }
    points += (0..<40).map { _ in
      GeoPoint(
        latitude: numbers.next(in: 60...62), longitude: wrapped(numbers.next(in: 178...183)))
    }
    var expected: [PointPair] = []
    for a in points.indices {
      for b in points.indices where b > a {
        let kilometres = points[a].kilometres(to: points[b])
        if kilometres <= limit { expected.append(PointPair(a: a, b: b, kilometres: kilometres)) }
      }
    }
    #expect(PointPair.all(of: points, withinKM: limit) == expected, "seed 23")
  }

  static let atlas: [(GeoPoint, GeoPoint, Double)] = [
    (At.hangzhou, At.hangzhou, 0),
    (At.tokyo, At.narita, 57.3),
    (GeoPoint(latitude: 0, longitude: 0), GeoPoint(latitude: 0, longitude: 180), 20015.1),
    (GeoPoint(latitude: 0, longitude: 179.5), GeoPoint(latitude: 0, longitude: -179.5), 111.2),
    (
      GeoPoint(latitude: 51.477, longitude: -0.461),
      GeoPoint(latitude: 40.640, longitude: -73.779), 5540
    ),
  ]

  @Test(arguments: atlas)
  func `great circles are as long as atlases say`(a: GeoPoint, b: GeoPoint, kilometres: Double) {
    #expect(abs(a.kilometres(to: b) - kilometres) <= 0.1 + 0.001 * kilometres)
  }
}
