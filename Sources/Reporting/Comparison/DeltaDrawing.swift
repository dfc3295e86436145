// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
import FreightModel
import Geography
import Quantities
import Scenario

/// The picture of one scenario's differences inside a map's frame.
struct DeltaDrawing {
  let report: ComparisonReport
  let side: ComparedScenario
  let view: MapView
  /// Pixels of the drawing for one of the marks' own: larger where the drawing is shown smaller.
  let zoom: Double
  private let ground: MapDrawing

  init(
    _ report: ComparisonReport, _ side: ComparedScenario, view: MapView, width: Double,
    tallest: Double = .infinity, zoom: Double = 1
  ) {
    self.report = report
    self.side = side
    self.view = view
    self.zoom = zoom
    var ground = MapDrawing(report.base, view: view, width: width, tallest: tallest)
    ground.prefix = "s\(side.number)-\(view.rawValue)"
    var members: [Int: [Int]] = [:]
    for cell in report.cells(side, view) {
      if let band = cell.band { members[band, default: []].append(cell.index) }
    }
    ground.tints = members.keys.sorted { abs($0) < abs($1) || ($0 < $1 && abs($0) == abs($1)) }
      .map { band in
        CellTint(
          name: DeltaBands.name(band), colour: DeltaBands.colour(band),
          cells: members[band] ?? [])
      }
    self.ground = ground
  }

  var frame: MapFrame { ground.frame }

  /// Land, coast, rivers and the tinted cells: the same in both languages.
  func background() -> SVGText { ground.background() }

  func scaleBar() -> SVGText { ground.scaleBar() }

  struct Mark {
    let change: CityChange
    let point: DrawingPoint
    let radius: Double
  }

  /// Cities that the frame shows, the quiet ones first.
  var marks: [Mark] {
    let origin = report.base.network.places[report.base.query.origin].id
    return side.allChanges.compactMap { change -> Mark? in
      guard let place = report.place(of: change, side)?.place, change.cityID != origin,
        view != .world || change.tier > 0,
        frame.shows(longitude: place.longitude, latitude: place.latitude)
      else { return nil }
      return Mark(
        change: change,
        point: frame.point(longitude: place.longitude, latitude: place.latitude),
        radius: radius(change) * zoom)
    }.sorted { a, b in
      let first = rank(a.change)
      let second = rank(b.change)
      if first != second { return first < second }
      return a.radius != b.radius ? a.radius > b.radius : a.change.cityID < b.change.cityID
    }
  }

  private func rank(_ change: CityChange) -> Int {
    switch change.status {
    case .gained, .lost: 2
    case .keptIn, .keptOut, .unreachable: change.direction == 0 ? 0 : 1
    }
  }

  /// Grows with the root of the hours, so that areas are as the hours.
  private func radius(_ change: CityChange) -> Double {
    if change.status == .gained || change.status == .lost { return ground.isOfWorld ? 6.2 : 7.5 }
    guard change.direction != 0 else { return 1.4 }
    let hours = change.deltaSeconds.map { Double(abs($0)) / 3_600 } ?? 48
    return min(7, max(2, 1.4 * hours.squareRoot()))
  }

  /// Signs of cities and of the origin: the same in both languages.
  func signs() -> SVGText {
    var svg = SVGText()
    svg.begin("g", ["class": "marks", "clip-path": "url(#\(ground.prefix)-frame)"])
    for gateway in ground.gatewayMarks {
      svg.element(
        "circle",
        [
          "class": "gateway", "cx": SVGText.number(gateway.point.x),
          "cy": SVGText.number(gateway.point.y), "r": SVGText.number(3.4 * zoom),
          "fill": "#ffffff", "stroke": "#4a5661", "stroke-width": SVGText.number(1.3 * zoom),
        ])
    }
    for mark in marks { add(mark, to: &svg) }
    svg.begin(
      "g",
      [
        "class": "origin",
        "transform": Self.move(ground.originPoint, zoom * 0.8),
      ])
    svg.element(
      "path",
      ["d": MapDrawing.star, "fill": "#1b2833", "stroke": "#ffffff", "stroke-width": "1.2"])
    svg.end()
    svg.end()
    return svg
  }

  private static func move(_ point: DrawingPoint, _ scale: Double) -> String {
    "translate(\(SVGText.number(point.x)) \(SVGText.number(point.y))) scale(\(SVGText.number(scale)))"
  }

  private func add(_ mark: Mark, to svg: inout SVGText) {
    let change = mark.change
    svg.begin(
      "g",
      [
        "class": "city " + change.status.rawValue,
        "transform": Self.move(mark.point, mark.radius / 10),
      ])
    Self.sign(change.status, direction: change.direction, to: &svg)
    svg.end()
  }

  /// A sign of radius 10: a disc with a plus, a square with a minus, or a plain disc.
  static func sign(_ status: CityChange.Status, direction: Int, to svg: inout SVGText) {
    let disc = "M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0z"
    switch status {
    case .gained:
      svg.element(
        "path", ["d": disc, "fill": DeltaBands.gained, "stroke": "#ffffff", "stroke-width": "3"])
      svg.element("path", ["d": "M-5.5 0H5.5M0-5.5V5.5", "stroke": "#ffffff", "stroke-width": "3"])
    case .lost:
      svg.element(
        "path",
        ["d": "M-9-9H9V9H-9z", "fill": DeltaBands.lost, "stroke": "#ffffff", "stroke-width": "3"])
      svg.element("path", ["d": "M-5.5 0H5.5", "stroke": "#ffffff", "stroke-width": "3"])
    case .keptIn, .keptOut, .unreachable:
      let fill = direction == 0 ? "#8b949b" : direction < 0 ? "#2e6da4" : "#d9711c"
      svg.element(
        "path",
        [
          "d": disc, "fill": fill, "fill-opacity": direction == 0 ? "1" : ".78",
          "stroke": "#ffffff", "stroke-width": direction == 0 ? "4" : "2.5",
        ])
    }
  }

  /// Names in the report's language, none over another: the origin, then the strongest changes.
  func labels(limit: Int) -> SVGText {
    var placer = LabelPlacer(
      frame: Box(left: 4, top: 4, right: frame.width - 4, bottom: frame.height - 4))
    let marks = marks
    for mark in marks where mark.change.direction != 0 || rank(mark.change) == 2 {
      placer.block(square(mark.point, mark.radius))
    }
    placer.block(square(ground.originPoint, 6 * zoom))
    if !ground.isOfWorld {
      // The scale's bar stands in the lower left.
      placer.block(
        Box(left: 0, top: frame.height - 40, right: 150, bottom: frame.height))
    }
    var svg = SVGText()
    svg.begin(
      "g",
      [
        "class": "labels lang-" + report.language.rawValue, "font-family": MapSheet.fonts,
      ])
    label(
      report.base.names.mapName(report.base.query.origin), ground.originPoint, 6 * zoom,
      colour: "#1b2833", size: 12, isBold: true, &placer, &svg)
    let named = marks.filter { rank($0.change) > 0 }.sorted { a, b in
      let first = rank(a.change)
      let second = rank(b.change)
      if first != second { return first > second }
      return a.change.weight != b.change.weight
        ? a.change.weight > b.change.weight : a.change.cityID < b.change.cityID
    }
    for mark in named.prefix(limit) {
      let isStrong = rank(mark.change) == 2
      let isGood = mark.change.status == .gained || mark.change.direction < 0
      label(
        report.mapName(of: mark.change, side), mark.point, mark.radius,
        colour: mark.change.status == .lost || !isGood ? "#7a2f00" : "#0b3c6f",
        size: isStrong ? 11.5 : 9.5, isBold: isStrong, &placer, &svg)
    }
    for (text, point) in landmarks {
      label(
        text, point, 4 * zoom, colour: "#4a5661", size: 9, isBold: false, &placer, &svg)
    }
    svg.end()
    return svg
  }

  /// Gateways, and in the delta its largest cities that do not change: where one is on the map.
  private var landmarks: [(text: String, point: DrawingPoint)] {
    let names = report.base.names
    let gateways = ground.gatewayMarks.prefix(6).map { mark in
      (
        text: ground.isOfWorld ? names.shortPlace(mark.place) : names.mapName(mark.place),
        point: mark.point
      )
    }
    guard view == .origin else { return gateways }
    let cities = marks.filter { rank($0.change) == 0 && $0.change.tier > 0 }.sorted { a, b in
      let first = report.place(of: a.change, side)?.place.population ?? 0
      let second = report.place(of: b.change, side)?.place.population ?? 0
      return first != second ? first > second : a.change.cityID < b.change.cityID
    }
    return gateways
      + cities.prefix(8).map { (text: report.mapName(of: $0.change, side), point: $0.point) }
  }

  private func square(_ point: DrawingPoint, _ half: Double) -> Box {
    Box(left: point.x - half, top: point.y - half, right: point.x + half, bottom: point.y + half)
  }

  private func label(
    _ text: String, _ point: DrawingPoint, _ radius: Double, colour: String, size: Double,
    isBold: Bool, _ placer: inout LabelPlacer, _ svg: inout SVGText
  ) {
    let scaled = size * zoom
    guard
      let spot = placer.place(
        text, size: scaled, at: point, radius: radius, far: isBold, isBold: isBold)
    else { return }
    if let leader = spot.leader {
      svg.element(
        "path",
        [
          "d": "M\(SVGText.number(point.x)) \(SVGText.number(point.y))L\(SVGText.number(leader.x)) "
            + SVGText.number(leader.y),
          "stroke": colour, "stroke-width": SVGText.number(zoom * 0.8),
        ])
    }
    svg.element(
      "text",
      [
        "x": SVGText.number(spot.x), "y": SVGText.number(spot.y), "text-anchor": spot.anchor,
        "font-size": SVGText.number(scaled), "font-weight": isBold ? "700" : "400",
        "fill": colour, "stroke": "#ffffff", "stroke-width": SVGText.number(2.4 * zoom),
        "stroke-linejoin": "round", "stroke-opacity": ".9", "paint-order": "stroke",
      ], text: text)
  }
}
