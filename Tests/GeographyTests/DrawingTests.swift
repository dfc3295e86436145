// SPDX-License-Identifier: GPL-3.0-or-later
@testable import Geography
import Testing

@Suite struct CoastlineTests {
  @Test(arguments: Coastline.Detail.allCases)
  func `rings are closed, run the right way round and stay in their window`(
    detail: Coastline.Detail
  ) {
    let coast = Coastline(detail)
    #expect(!coast.rings.isEmpty)
    for (number, ring) in coast.rings.enumerated() {
      #expect(ring.points.count >= 4, "ring \(number)")
      #expect(ring.points.first == ring.points.last, "ring \(number)")
      #expect(ring.isHole == (ring.doubledArea < 0), "ring \(number)")
      #expect(
        ring.points.allSatisfy {
          $0.longitude >= coast.west && $0.longitude <= coast.east
            && $0.latitude >= coast.south && $0.latitude <= coast.north
        }, "ring \(number)")
    }
  }

  @Test func `no edge of the world's coast jumps across the map`() {
    // Antarctica's edge along the South Pole is the only long one.
    for ring in Coastline(.world).rings {
      for (a, b) in zip(ring.points, ring.points.dropFirst()) where a.latitude > -89.9 {
        #expect(abs(a.longitude - b.longitude) < 60, "\(a) \(b)")
      }
    }
  }

  @Test func `land reaches both sides of the antimeridian`() {
    let rings = Coastline(.world).rings
    for side in [-180.0, 180] {
      #expect(
        rings.contains { ring in
          ring.points.contains { $0.longitude == side && $0.latitude > 60 }
        })
    }
  }

  @Test(arguments: Coastline.Detail.allCases)
  func `the drawing agrees with the raster`(detail: Coastline.Detail) {
    let coast = Coastline(detail)
    var numbers = SeededNumbers(seed: 11)
    let points = (0..<100).map { _ in
      GeoPoint(
        latitude: numbers.next(in: coast.south...coast.north),
        longitude: numbers.next(in: coast.west...coast.east))
    }
    let differences = zip(points, isDrawn(points, by: coast)).count { point, isDrawn in
      isDrawn != World.shared.isLand(latitude: point.latitude, longitude: point.longitude)
    }
    #expect(differences <= 4, "\(differences) of 100 points, seed 11")
  }

  /// Which points the rings enclose, by counting the edges east of each.
  private func isDrawn(_ points: [GeoPoint], by coast: Coastline) -> [Bool] {
    var inside = points.map { _ in false }
    for ring in coast.rings {
      var a = ring.points[0]
      for b in ring.points {
        let (low, high) = (min(a.latitude, b.latitude), max(a.latitude, b.latitude))
        for k in points.indices where points[k].latitude >= low && points[k].latitude < high {
          let share = (points[k].latitude - a.latitude) / (b.latitude - a.latitude)
          if points[k].longitude < a.longitude + share * (b.longitude - a.longitude) {
            inside[k].toggle()
          }
        }
        a = b
      }
    }
    return inside
  }
}

@Suite struct LandCellTests {
  @Test(arguments: [1.0, 2.0])
  func `cells ascend, hold land and never span the antimeridian`(degrees: Double) {
    let cells = World.shared.landCells(degrees: degrees)
    #expect(zip(cells, cells.dropFirst()).allSatisfy { $0.index < $1.index })
    for cell in cells {
      let isSound =
        cell.west >= -180 && cell.east <= 180 && abs(cell.east - cell.west - degrees) < 1e-9
        && cell.landShare > 0 && cell.landShare <= 1 && cell.ring.first == cell.ring.last
        && cell.landPoint.longitude > cell.west && cell.landPoint.longitude < cell.east
        && cell.landPoint.latitude > cell.south && cell.landPoint.latitude < cell.north
        && World.shared.isLand(
          latitude: cell.landPoint.latitude, longitude: cell.landPoint.longitude)
      #expect(isSound, "\(cell)")
    }
    for longitude in [179.5, -179.5] {
      #expect(cells.contains { $0.west <= longitude && $0.east >= longitude && $0.south > 60 })
    }
  }

  @Test func `the cells of a window are those of a wider one that lie in it`() {
    let window = (west: 117.5, south: 28.5, east: 123.5, north: 33.0)
    let inWindow = World.shared.landCells(degrees: 0.1, window: window)
    let wider = (west: 115.0, south: 27.0, east: 125.0, north: 35.0)
    let inWider = World.shared.landCells(degrees: 0.1, window: wider).filter {
      $0.centre.longitude > window.west && $0.centre.longitude < window.east
        && $0.centre.latitude > window.south && $0.centre.latitude < window.north
    }
    #expect(inWindow == inWider)
    #expect(inWindow.count > 1000)
  }

  @Test func `every land cell of the raster lies in a cell of the map`() {
    let cells = World.shared.landCells(degrees: 1, window: (-180, -90, 180, 90))
    let raster = Int(World.shared.firstRun.last ?? 0)
    let land = (0..<raster).reduce(0) {
      $0 + Int(World.shared.ends[$1]) - Int(World.shared.starts[$1])
    }
    let counted = cells.reduce(0.0) { $0 + $1.landShare * 3600 }
    #expect(Int(counted.rounded()) == land)
  }
}
