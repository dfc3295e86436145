// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import Geography
import Quantities

/// The picture inside a map's frame, without title and legend.
struct MapDrawing {
  let report: CoverageReport
  let view: MapView
  let frame: MapFrame
  let grid: SurfaceGrid
  /// Starts ids, so that two drawings can stand in one page.
  var prefix: String
  let isFine: Bool
  /// Cells in colours of their own, in place of the circle's surface.
  var tints: [CellTint]?

  /// - Parameters:
  ///   - report: What is drawn.
  ///   - view: What of it.
  ///   - width: Pixels.
  ///   - tallest: Pixels; the drawing is made narrower until it is no taller.
  ///   - isFine: Every corner of the coast, for pages that zoom.
  init(
    _ report: CoverageReport, view: MapView, width: Double, tallest: Double = .infinity,
    isFine: Bool = false
  ) {
    self.report = report
    self.view = view
    self.isFine = isFine
    prefix = view.rawValue
    func fitted(_ make: (Double) -> MapFrame) -> MapFrame {
      let frame = make(width)
      return frame.height > tallest ? make(tallest * frame.aspect) : frame
    }
    grid = report.grid(of: view)
    frame =
      view == .world || (view == .network && report.grids.network == nil)
      ? fitted { .world(of: report.network, around: report.query.origin, width: $0) }
      : fitted { [grid] in .window(grid.window, width: $0) }
  }

  /// Whether continents stand in the frame, so that signs and lines are small.
  var isOfWorld: Bool {
    if case .naturalEarth = frame.projection { true } else { false }
  }

  private var cells: [SurfaceCell] { report.surface(of: view) }

  /// Land, surface and lines: the same in both languages.
  func background() -> SVGText {
    var svg = SVGText()
    let rings = coast.rings
    let clip = RingClip(frame: frame)
    var land = PathData(tolerance: isFine ? 1 : 3)
    for ring in rings {
      for area in clip.areas(of: ring.points) { land.add(area, closed: true) }
    }
    var border = PathData()
    border.add(frame.border(), closed: true)
    definitions(&svg, land: land.data, border: border.data)
    svg.begin("g", ["transform": "scale(.1)", "class": "base"])
    svg.element("path", ["d": border.data, "fill": "#edf2f5"])
    svg.element(
      "path",
      [
        "d": graticule(clip), "fill": "none", "stroke": "#c9d4db", "stroke-width": "5",
        "class": "thin",
      ])
    svg.element("path", ["d": land.data, "fill": landColour, "fill-rule": "evenodd"])
    surface(&svg, clip)
    svg.element(
      "path",
      [
        "d": shore(clip, rings), "fill": "none", "stroke": "#6c7a85",
        "stroke-width": isOfWorld ? "5" : "8", "stroke-linejoin": "round",
        "class": "coast",
      ])
    rivers(&svg, clip)
    svg.element(
      "path",
      [
        "d": border.data, "fill": "none", "stroke": "#54626d", "stroke-width": "10",
        "class": "thin",
      ])
    svg.end()
    return svg
  }

  /// Land that no cell covers is not reached; without a surface it is plain paper.
  private var landColour: String {
    guard tints == nil else { return "#f5f3ee" }
    return cells.isEmpty ? "#f5f3ee" : report.bands.colour(report.bands.unreachable)
  }

  /// The fine outline where it covers the frame.
  private var coast: Coastline {
    let fine = Coastline(.delta)
    let covers =
      frame.centre - frame.halfWidth >= fine.west && frame.centre + frame.halfWidth <= fine.east
      && frame.south >= fine.south && frame.north <= fine.north
    return covers ? fine : Coastline(.world)
  }

  private func definitions(_ svg: inout SVGText, land: String, border: String) {
    svg.begin("defs")
    svg.begin("clipPath", ["id": prefix + "-land"])
    svg.element("path", ["d": land, "clip-rule": "evenodd"])
    svg.end()
    svg.begin("clipPath", ["id": prefix + "-frame"])
    svg.element("path", ["d": border, "transform": "scale(.1)"])
    svg.end()
    svg.begin(
      "pattern",
      [
        "id": prefix + "-hatch", "width": "60", "height": "60",
        "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)",
      ])
    svg.element(
      "path", ["d": "M0 0V60", "stroke": "#5d4a2c", "stroke-width": "7", "opacity": ".45"])
    svg.end()
    svg.end()
  }

  private func graticule(_ clip: RingClip) -> String {
    var data = PathData()
    let tall = frame.north - frame.south
    let step = [1.0, 2, 5, 10].first { tall <= $0 * 8 } ?? 30
    func line(_ points: [GeoPoint]) {
      for part in clip.lines(of: points) { data.add(part, closed: false) }
    }
    var meridian = -180.0
    while meridian < 180 {
      line((-90...90).map { GeoPoint(latitude: Double($0), longitude: meridian) })
      meridian += step
    }
    var parallel = -90 + step
    while parallel < 90 {
      line((0...180).map { GeoPoint(latitude: parallel, longitude: -180 + Double($0) * 2) })
      parallel += step
    }
    return data.data
  }

  /// The coast as lines: cuts along ±180° and along the window of the outline are no coast.
  private func shore(_ clip: RingClip, _ rings: [CoastRing]) -> String {
    var data = PathData(tolerance: isFine ? 1 : 3)
    for ring in rings {
      let lines = clip.lines(of: ring.points) { a, b in
        (abs(a.longitude) > 179.99 && abs(b.longitude) > 179.99)
          || (a.latitude < -84 && b.latitude < -84)
      }
      for line in lines { data.add(line, closed: false) }
    }
    return data.data
  }

  private func surface(_ svg: inout SVGText, _ clip: RingClip) {
    let degrees = grid.degrees
    if let tints { return add(tints, degrees: degrees, clip, to: &svg) }
    guard !cells.isEmpty else { return }
    let bands = report.bands(of: view)
    svg.begin("g", ["clip-path": "url(#\(prefix)-land)", "class": "cells"])
    // Colours by band alone, then the hatching over them: fewer edges.
    let plain = cells.map { SurfaceCell(index: $0.index, seconds: $0.seconds, isHatched: false) }
    for area in SurfaceBands(cells: plain, bands: bands, degrees: degrees).areas {
      let data = path(of: area.polygons, degrees: degrees, clip)
      let colour = bands.colour(area.band)
      svg.element(
        "path",
        [
          "d": data, "fill": colour, "fill-rule": "evenodd", "stroke": colour,
          "stroke-width": "3", "data-band": String(area.band),
        ])
    }
    let hatched = cells.filter { $0.isHatched && $0.seconds != nil }.map(\.index)
    let polygons = CellOutline(columns: Int((360 / degrees).rounded())).polygons(of: hatched)
    svg.element(
      "path",
      [
        "d": path(of: polygons, degrees: degrees, clip), "fill": "url(#\(prefix)-hatch)",
        "fill-rule": "evenodd", "class": "hatch",
      ])
    svg.end()
  }

  func path(
    of polygons: [CellPolygon], degrees: Double, _ clip: RingClip
  ) -> String {
    var data = PathData(tolerance: 1)
    let rowStep = max(1, Int((2 / degrees).rounded()))
    for polygon in polygons {
      for ring in [polygon.outer] + polygon.holes {
        let points = Self.divided(ring, every: rowStep).map {
          GeoPoint(
            latitude: Double($0.row) * degrees - 90, longitude: Double($0.column) * degrees - 180)
        }
        for area in clip.areas(of: points) { data.add(area, closed: true) }
      }
    }
    return data.data
  }

  /// Adds points on long meridian edges, at the same rows for every polygon: meridians are curves.
  private static func divided(_ ring: [GridPoint], every step: Int) -> [GridPoint] {
    var out: [GridPoint] = Array(ring.prefix(1))
    for (a, b) in zip(ring, ring.dropFirst()) {
      if a.column == b.column, a.row / step != b.row / step {
        let first = (min(a.row, b.row) / step + 1) * step
        let rows = stride(from: first, to: max(a.row, b.row), by: step)
        let between = rows.map { GridPoint(column: a.column, row: $0) }
        out += a.row < b.row ? between : between.reversed()
      }
      out.append(b)
    }
    return out
  }

  private func rivers(_ svg: inout SVGText, _ clip: RingClip) {
    var data = PathData()
    let network = report.network
    for link in network.links where link.mode == .river {
      let ends = [link.from, link.to].map { id in
        GeoPoint(latitude: network.places[id].latitude, longitude: network.places[id].longitude)
      }
      for line in clip.lines(of: ends) { data.add(line, closed: false) }
    }
    guard !data.data.isEmpty else { return }
    svg.begin("g", ["class": "rivers", "fill": "none", "stroke-linecap": "round"])
    if !isOfWorld {
      svg.element(
        "path",
        ["d": data.data, "stroke": "#ffffff", "stroke-width": "34", "class": "casing"])
    }
    svg.element(
      "path", ["d": data.data, "stroke": "#1c7c94", "stroke-width": isOfWorld ? "8" : "17"])
    svg.end()
  }
}

extension MapDrawing {
  /// A bar in the lower left, of a round number of kilometres; none on a map of the world.
  func scaleBar() -> SVGText {
    guard !isOfWorld else { return SVGText() }
    // Parallels are as long as meridians here, so that the bar holds for both.
    let perPixel = (frame.north - frame.south) * 111.195 / frame.height
    let kilometres = [500, 200, 100, 50, 20].first { Double($0) / perPixel <= 300 } ?? 10
    let length = Double(kilometres) / perPixel
    let y = frame.height - 22
    var svg = SVGText()
    svg.begin("g", ["class": "scale", "stroke": "#22303c", "fill": "none"])
    svg.element(
      "path",
      [
        "d": "M22 \(SVGText.number(y - 5))v5h\(SVGText.number(length))v-5", "stroke-width": "1.6",
      ])
    svg.element(
      "text",
      [
        "x": SVGText.number(30 + length), "y": SVGText.number(y + 2), "font-size": "13",
        "fill": "#22303c", "stroke": "none",
      ], text: "\(kilometres) km")
    svg.end()
    return svg
  }
}
