// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Geography
import JSONText
import Testing

@testable import Reporting

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// Twice the signed area of a closed ring.
private func area(_ ring: [GridPoint]) -> Int {
  zip(ring, ring.dropFirst()).reduce(0) {
    $0 + $1.0.column * $1.1.row - $1.1.column * $1.0.row
  }
}

@Suite struct CellsAsPolygons {
  /// Cells marked `#`, the first line in the north.
  private func polygons(_ rows: String...) -> [CellPolygon] {
    var cells: [Int] = []
    for (row, line) in rows.reversed().enumerated() {
      for (column, mark) in line.enumerated() where mark == "#" { cells.append(row * 10 + column) }
    }
    return CellOutline(columns: 10).polygons(of: cells)
  }

  @Test func `a block is one ring with four corners`() {
    let found = polygons("##", "##")
    #expect(found.count == 1)
    #expect(found[0].outer.count == 5)
    #expect(area(found[0].outer) == 8)
  }

  @Test func `a ring of cells has a hole that runs the other way`() {
    let found = polygons("###", "#.#", "###")
    #expect(found.count == 1)
    #expect(area(found[0].outer) == 18)
    #expect(found[0].holes.map(area) == [-2])
  }

  @Test func `cells that touch at a corner are two polygons`() {
    #expect(polygons("#.", ".#").count == 2)
  }

  @Test func `a hole that touches the outside at a corner is still a hole`() {
    let found = polygons("####", "#.##", "##.#", "###.")
    #expect(found.count == 1)
    #expect(area(found[0].outer) + found[0].holes.map(area).reduce(0, +) == 2 * 13)
    #expect(area(found[0].outer) > 0)
    #expect(found[0].holes.allSatisfy { area($0) < 0 })
  }

  @Test func `nothing joins across the antimeridian`() {
    #expect(CellOutline(columns: 10).polygons(of: [10, 19]).count == 2)
  }

  @Test(arguments: 0..<40)
  func `areas add up and every ring closes, whatever the cells`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let cells = (0..<100).filter { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 40 & 1 == 1
    }
    let found = CellOutline(columns: 10).polygons(of: cells)
    let sum = found.reduce(0) { $0 + area($1.outer) + $1.holes.map(area).reduce(0, +) }
    #expect(sum == 2 * cells.count, "seed \(seed)")
    for ring in found.flatMap({ [$0.outer] + $0.holes }) {
      #expect(ring.first == ring.last, "seed \(seed)")
      #expect(Set(ring.dropLast()).count == ring.count - 1, "seed \(seed): touches itself")
    }
  }
}

@Suite struct LinesOnTheMap {
  @Test func `a flight over the Pacific is cut at 180 degrees`() {
    let parts = MapLine.between(
      GeoPoint(latitude: 30.2, longitude: 120.4), GeoPoint(latitude: 34, longitude: -118.2),
      isArc: true)
    #expect(parts.count == 2)
    #expect(parts[0].last?.longitude == 180)
    #expect(parts[1].first?.longitude == -180)
    #expect(parts[0].last?.latitude == parts[1].first?.latitude)
    for part in parts {
      #expect(zip(part, part.dropFirst()).allSatisfy { abs($0.longitude - $1.longitude) < 180 })
    }
  }

  @Test func `the great circle to New York passes the Arctic`() {
    let arc = GeoPoint(latitude: 30.2, longitude: 120.4).arc(
      to: GeoPoint(latitude: 40.6, longitude: -73.8))
    let north = arc.map(\.latitude).max() ?? 0
    #expect(north > 75)
  }

  @Test func `a map cut in the Atlantic shows the Pacific whole`() {
    let frame = MapFrame.world(width: 1_000)
    let fiji = frame.point(longitude: 179.9, latitude: -17)
    let samoa = frame.point(longitude: -179.9, latitude: -17)
    #expect(abs(fiji.x - samoa.x) < 2)
    let clip = RingClip(frame: frame)
    let ring = [(-40.0, 70.0), (-20, 70), (-20, 75), (-40, 75), (-40, 70)].map {
      GeoPoint(latitude: $0.1, longitude: $0.0)
    }
    #expect(clip.areas(of: ring).count == 2)
  }

  @Test func `no two labels overlap and none leaves the frame`() {
    let frame = Box(left: 0, top: 0, right: 400, bottom: 300)
    var placer = LabelPlacer(frame: frame)
    for number in 0..<60 {
      let mark = DrawingPoint(x: Double(number * 37 % 400), y: Double(number * 53 % 300))
      _ = placer.place("Label \(number)", size: 11, at: mark, radius: 4, far: true)
    }
    let boxes = placer.taken
    #expect(boxes.count > 20)
    for (number, box) in boxes.enumerated() {
      #expect(box.left >= 0 && box.right <= 400 && box.top >= 0 && box.bottom <= 300)
      #expect(!boxes[..<number].contains { $0.overlaps(box) })
    }
  }
}

@Suite struct OutputsWithMaps {
  @Test func `GeoJSON features keep RFC 7946`() throws {
    let value = try JSONDocument(parsing: SampleCircle.report(.en).geoJSON()).root
    #expect(value["type"]?.stringValue == "FeatureCollection")
    #expect(value["crs"] == nil)
    let features = try #require(value["features"]?.arrayValue)
    #expect(features.count == SampleCircle.report(.en).allCities.count)
    let first = features[0]["geometry"]?["coordinates"]?.arrayValue?.compactMap(\.doubleValue)
    #expect(first == [116.4, 39.91])
  }

  @Test(arguments: MapView.allCases)
  func `names in a picture are text, and its notices stand on it`(view: MapView) {
    let svg = text(SampleCircle.report(.zh).svg(view: view))
    #expect(!svg.contains("<script>"))
    #expect(svg.contains("示意图，未经审图"))
    #expect(svg.contains("GeoNames"))
    #expect(svg.contains("Tidebore 0.1.0"))
    #expect(svg.contains("P80"))
  }

  @Test func `names in the page are data, and the policy names its script by hash`() {
    let page = text(SampleCircle.report(.en).html())
    #expect(!page.contains("<script>alert"))
    #expect(page.contains("\\u003Cscript\\u003Ealert(1)"))
    #expect(page.components(of: "<script").count == 3)
    #expect(page.contains("default-src 'none'; style-src 'sha256-"))
    #expect(!page.contains("{{"))
    #expect(page.contains("lang-zh") && page.contains("lang-en"))
  }

  @Test func `base 64 is that of RFC 4648`() {
    let vectors = ["": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foobar": "Zm9vYmFy"]
    for (plain, coded) in vectors {
      #expect(text(CoverageReport.base64(Array(plain.utf8))) == coded)
    }
  }
}

extension String {
  /// Parts between occurrences of a separator.
  fileprivate func components(of separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let found = rest.firstRange(of: separator) {
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return parts + [rest]
  }
}
