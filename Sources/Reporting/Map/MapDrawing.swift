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
  /// Starts ids, so that two drawings can stand in one page.
  var prefix: String
  let isFine: Bool
  /// Cells in colours of their own, in place of the circle's surface.
  var tints: [CellTint]?

  init(_ report: CoverageReport, view: MapView, width: Double, isFine: Bool = false) {
    self.report = report
    self.view = view
    self.isFine = isFine
    prefix = view.rawValue
    switch view {
    case .world: frame = .world(width: width)
    case .delta:
      let window = DeltaWindow(report)
      frame = .window(
        west: window.west, south: window.south, east: window.east, north: window.north,
        width: width)
    }
  }

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
        "stroke-width": view == .world ? "5" : "8", "stroke-linejoin": "round",
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
    let cells = view == .world ? report.result.world : report.result.delta
    return cells.isEmpty ? "#f5f3ee" : report.bands.colour(report.bands.unreachable)
  }

  private var coast: Coastline { Coastline(view == .world ? .world : .delta) }

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
    let step = view == .world ? 30.0 : 1
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
    let isWorld = view == .world
    let cells = isWorld ? report.result.world : report.result.delta
    let degrees = (isWorld ? SurfaceGrid.world : .delta).degrees
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
    let isWorld = view == .world
    svg.begin("g", ["class": "rivers", "fill": "none", "stroke-linecap": "round"])
    if !isWorld {
      svg.element(
        "path",
        ["d": data.data, "stroke": "#ffffff", "stroke-width": "34", "class": "casing"])
    }
    svg.element(
      "path", ["d": data.data, "stroke": "#1c7c94", "stroke-width": isWorld ? "8" : "17"])
    svg.end()
  }
}

extension MapDrawing {
  /// A bar of 50 km in the lower left.
  func scaleBar() -> SVGText {
    let latitude = (frame.south + frame.north) / 2
    let kilometresPerDegree = greatCircleKM(latitude, frame.centre, latitude, frame.centre + 1)
    let a = frame.point(offset: 0, latitude: latitude)
    let b = frame.point(offset: 50 / kilometresPerDegree, latitude: latitude)
    let length = b.x - a.x
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
      ], text: "50 km")
    svg.end()
    return svg
  }
}

/// The window of the delta view: what lies around the origin, with the network's ports.
struct DeltaWindow {
  var west, south, east, north: Double

  init(_ report: CoverageReport) {
    let network = report.network
    let origin = network.places[report.query.origin]
    let points = network.places.filter { place in
      place.id == origin.id
        || (place.kind != .city
          && greatCircleKM(origin.latitude, origin.longitude, place.latitude, place.longitude)
            < 190)
    }
    let latitudes = points.map(\.latitude)
    let longitudes = points.map(\.longitude)
    let low = (latitudes.min() ?? 0, longitudes.min() ?? 0)
    let high = (latitudes.max() ?? 0, longitudes.max() ?? 0)
    // Degrees of longitude per degree of latitude that fill the frame at this latitude.
    let aspect = 1.32
    var tall = max(high.0 - low.0, 0.6) + 0.3
    var wide = max(high.1 - low.1, 0.8) + 0.4
    if wide < tall * aspect { wide = tall * aspect } else { tall = wide / aspect }
    let middle = ((low.0 + high.0) / 2, (low.1 + high.1) / 2)
    south = middle.0 - tall / 2
    west = middle.1 - wide / 2
    // Where the surface's grid is near, the window stays inside it.
    let grid = SurfaceGrid.delta
    if !report.result.delta.isEmpty, tall <= grid.north - grid.south,
      wide <= grid.east - grid.west
    {
      south = min(max(south, grid.south), grid.north - tall)
      west = min(max(west, grid.west), grid.east - wide)
    }
    north = south + tall
    east = west + wide
  }
}
