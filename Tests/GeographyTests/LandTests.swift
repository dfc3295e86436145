// SPDX-License-Identifier: GPL-3.0-or-later
@testable import Geography
import Testing

@Suite struct LandTests {
  private let world = World.shared

  @Test(arguments: [
    ("Hangzhou", 30.25, 120.17), ("Madrid", 40.42, -3.70), ("Nairobi", -1.29, 36.82),
    ("Haikou", 19.95, 110.34), ("Ulaanbaatar", 47.92, 106.91), ("Denver", 39.74, -104.99),
    ("South Pole", -90, 0), ("Cape Dezhnev's hinterland", 66.0, -172.0),
  ])
  func `cities stand on land`(name: String, latitude: Double, longitude: Double) {
    #expect(world.isLand(latitude: latitude, longitude: longitude), "\(name)")
  }

  @Test(arguments: [
    ("Pacific", 0, -160), ("Atlantic", 30, -45), ("Hangzhou Bay", 30.45, 121.3),
    ("Channel", 50.2, -1.5), ("Lake Superior", 47.7, -88), ("Caspian", 42, 50.5),
    ("North Pole", 90, 0), ("Taihu", 31.2, 120.15), ("date line", 10, 180),
  ])
  func `seas and great lakes are water`(name: String, latitude: Double, longitude: Double) {
    #expect(!world.isLand(latitude: latitude, longitude: longitude), "\(name)")
  }

  @Test(arguments: [
    ("Zhoushan", 30.0, 122.2), ("Kansai airport", 34.43, 135.24), ("Macau", 22.16, 113.56),
    ("Chek Lap Kok", 22.31, 113.92), ("Incheon airport", 37.46, 126.44), ("Malé", 4.17, 73.51),
    ("Daxie", 29.92, 121.96), ("Singapore", 1.26, 103.82), ("Honolulu", 21.31, -157.86),
  ])
  func `harbours and islands are near land`(name: String, latitude: Double, longitude: Double) {
    #expect(world.landMass(latitude: latitude, longitude: longitude, snapKM: 15) != nil, "\(name)")
  }

  @Test func `runs of every row ascend without overlap and their masses are numbered densely`() {
    var isUsed = [Bool](repeating: false, count: world.landMassCount)
    var isOrdered = true
    for row in 0..<world.rows {
      var last = 0
      for run in Int(world.firstRun[row])..<Int(world.firstRun[row + 1]) {
        let (start, end) = (Int(world.starts[run]), Int(world.ends[run]))
        if start < last || end <= start || end > world.columns { isOrdered = false }
        last = end
        isUsed[Int(world.masses[run])] = true
      }
    }
    #expect(isOrdered)
    #expect(isUsed.allSatisfy { $0 })
  }

  @Test func `land covers as much of the Earth as geographers say`() {
    // 148.9 million km² of land, less about 1.5 million of ice shelves, which are no land here, and
    // about 1.0 million of lakes over 1,000 km².
    let area = world.landCells(degrees: 2, window: (-180, -90, 180, 90)).reduce(0) { sum, cell in
      let middle = UnitVector(cell.centre)
      let narrowing = (middle.x * middle.x + middle.y * middle.y).squareRoot()
      let side = 2 * kilometresPerDegree
      return sum + side * side * narrowing * cell.landShare
    }
    #expect(abs(area / 146.4e6 - 1) < 0.01, "\(area) km²")
  }

  @Test(arguments: [
    ("Hainan and the mainland", At.haikou, At.xuwen),
    ("Great Britain and the continent", At.dover, At.calais),
    ("Taiwan and the mainland", GeoPoint(latitude: 25.04, longitude: 121.56), At.hangzhou),
    ("Honshu and the mainland", At.tokyo, At.shanghai),
    (
      "Madagascar and Africa",
      GeoPoint(latitude: -12.9, longitude: 49.3), GeoPoint(latitude: -15, longitude: 40.5)
    ),
  ])
  func `wide straits part land masses`(name: String, a: GeoPoint, b: GeoPoint) throws {
    let one = try #require(world.landMass(latitude: a.latitude, longitude: a.longitude))
    let other = try #require(world.landMass(latitude: b.latitude, longitude: b.longitude))
    #expect(one != other, "\(name)")
  }

  @Test(arguments: [
    (
      "Singapore and Johor", GeoPoint(latitude: 1.35, longitude: 103.82),
      GeoPoint(latitude: 1.49, longitude: 103.74)
    ),
    (
      "Honshu and Kyushu, a kilometre apart", At.tokyo, GeoPoint(latitude: 33.59, longitude: 130.40)
    ),
    ("Europe and Asia", GeoPoint(latitude: 41.01, longitude: 28.95), At.hangzhou),
    (
      "Chukotka on both sides of 180°", GeoPoint(latitude: 67.5, longitude: 179.5),
      GeoPoint(latitude: 67.5, longitude: -179.5)
    ),
    (
      "Taveuni on both sides of 180°", GeoPoint(latitude: -16.80, longitude: 179.98),
      GeoPoint(latitude: -16.80, longitude: -179.99)
    ),
  ])
  func `narrow gaps join land masses`(name: String, a: GeoPoint, b: GeoPoint) throws {
    let one = try #require(world.landMass(latitude: a.latitude, longitude: a.longitude))
    let other = try #require(world.landMass(latitude: b.latitude, longitude: b.longitude))
    #expect(one == other, "\(name)")
  }

  @Test(arguments: SearchBox.coasts)
  func `the nearest land is on land and no land lies nearer`(box: SearchBox) {
    var numbers = SeededNumbers(seed: 7)
    for draw in 0..<40 {
      let point = numbers.point(box)
      guard
        let found = world.nearestLand(
          latitude: point.latitude, longitude: point.longitude, withinKM: 30)
      else { continue }
      #expect(world.isLand(latitude: found.latitude, longitude: found.longitude))
      #expect(abs(point.kilometres(to: found.point) - found.distanceKM) < 1e-9)
      // A ring of points a cell nearer than the find must all be water.
      let radius = found.distanceKM - 2.5
      for bearing in stride(from: 0.0, to: 360, by: 15) where radius > 0 {
        let probe = moved(point, radius, bearing)
        #expect(
          !world.isLand(latitude: probe.latitude, longitude: probe.longitude),
          "\(box), draw \(draw), bearing \(bearing)")
      }
    }
  }

  private func moved(_ point: GeoPoint, _ kilometres: Double, _ bearing: Double) -> GeoPoint {
    let compass = UnitVector(GeoPoint(latitude: 0, longitude: bearing))
    let narrowing = UnitVector(GeoPoint(latitude: point.latitude, longitude: 0)).x
    return GeoPoint(
      latitude: point.latitude + kilometres / 111.195 * compass.x,
      longitude: point.longitude + kilometres / 111.195 / narrowing * compass.y)
  }

  @Test func `a point far from land has no nearest land within the limit`() {
    #expect(world.nearestLand(latitude: 30, longitude: -45, withinKM: 100) == nil)
    #expect(world.landMass(latitude: 30.45, longitude: 121.3, snapKM: 5) == nil)
  }
}
