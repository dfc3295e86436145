// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import Geography
import Quantities

/// A city on the map; its number is its place in `CoverageReport.allCities`.
struct CityMark {
  let number: Int
  let city: CityResult
  let point: DrawingPoint
}

extension MapDrawing {
  /// Cities that the frame shows; later ones are drawn over earlier ones.
  var cityMarks: [CityMark] {
    let network = report.network
    return report.allCities.enumerated().compactMap { number, city in
      let place = network.places[city.place]
      guard frame.shows(longitude: place.longitude, latitude: place.latitude),
        view != .world || city.tier > 0, city.place != report.query.origin
      else { return nil }
      return CityMark(
        number: number, city: city,
        point: frame.point(longitude: place.longitude, latitude: place.latitude))
    }
  }

  /// Terminals that the frame shows, in the order of their ids; on a map of the world none, and where they would
  /// cover the map the gateways alone.
  var terminalMarks: [(place: ID<Place>, point: DrawingPoint)] {
    guard !isOfWorld else { return [] }
    let all: [(place: ID<Place>, point: DrawingPoint)] = report.network.places.indices.compactMap {
      number in
      let place = report.network.places[number]
      guard !place.kind.isDemand,
        frame.shows(longitude: place.longitude, latitude: place.latitude)
      else { return nil }
      return (ID(number), frame.point(longitude: place.longitude, latitude: place.latitude))
    }
    guard view == .network, all.count > 60 else { return all }
    let gateways = Set(report.result.gateways.compactMap(\.gateway))
    return all.filter { gateways.contains($0.place) }
  }

  var originPoint: DrawingPoint {
    let place = report.network.places[report.query.origin]
    return frame.point(longitude: place.longitude, latitude: place.latitude)
  }

  /// Gateways that the frame shows, those with most cities first.
  var gatewayMarks: [(share: GatewayShare, place: ID<Place>, point: DrawingPoint)] {
    report.gatewaysByCities.compactMap { share in
      guard let id = share.gateway else { return nil }
      let place = report.network.places[id]
      guard frame.shows(longitude: place.longitude, latitude: place.latitude) else { return nil }
      return (share, id, frame.point(longitude: place.longitude, latitude: place.latitude))
    }
  }

  func signSize(tier: Int) -> Double {
    if !isOfWorld { return tier == 0 ? 1.0 : 1.05 }
    return tier == 1 ? 0.52 : 0.74
  }

  /// Signs of terminals, cities, gateways and the origin: the same in both languages.
  func marks() -> SVGText {
    var svg = SVGText()
    svg.begin("g", ["class": "marks", "clip-path": "url(#\(prefix)-frame)"])
    for terminal in terminalMarks { add(terminal: terminal.place, at: terminal.point, to: &svg) }
    let marks = cityMarks.sorted {
      (order($0.city), $0.city.tier, $0.number) < (order($1.city), $1.city.tier, $1.number)
    }
    for mark in marks { add(mark, to: &svg) }
    svg.begin("g", ["class": "gateways", "fill": "none", "stroke": "#8a4b00"])
    for (_, _, point) in gatewayMarks {
      beginPin("gateway", point, 1, &svg)
      svg.element(
        "circle",
        [
          "r": isOfWorld ? "4.6" : "11.5", "stroke-width": isOfWorld ? "1.5" : "2.2",
        ])
      svg.end()
    }
    svg.end()
    beginPin("origin", originPoint, isOfWorld ? 0.75 : 1.25, &svg)
    svg.element(
      "path",
      ["d": Self.star, "fill": "#b3261e", "stroke": "#ffffff", "stroke-width": "1"])
    svg.end()
    svg.end()
    return svg
  }

  static let star =
    "M0-8L1.9-2.6L7.6-2.5L3.1 1L4.7 6.5L0 3.2L-4.7 6.5L-3.1 1L-7.6-2.5L-1.9-2.6z"

  /// The missed are drawn under the reached.
  private func order(_ city: CityResult) -> Int {
    switch city.status {
    case .unreachable: 0
    case .out: 1
    case .within: 2
    }
  }

  /// Begins a group that keeps its size when a page zooms.
  func beginPin(
    _ name: String, _ point: DrawingPoint, _ size: Double, _ svg: inout SVGText
  ) {
    svg.begin(
      "g",
      [
        "class": "pin " + name, "data-x": SVGText.number(point.x),
        "data-y": SVGText.number(point.y), "data-size": SVGText.number(size),
        "transform": Self.place(point, size),
      ])
  }

  private static func place(_ point: DrawingPoint, _ scale: Double) -> String {
    let move = "translate(\(SVGText.number(point.x)) \(SVGText.number(point.y)))"
    return "\(move) scale(\(SVGText.number(scale)))"
  }

  private func add(_ mark: CityMark, to svg: inout SVGText) {
    let status = mark.city.status
    let size = signSize(tier: mark.city.tier)
    svg.begin(
      "g",
      [
        "class": "pin t\(mark.city.tier) s-\(status.rawValue)",
        "data-city": String(mark.number), "data-x": SVGText.number(mark.point.x),
        "data-y": SVGText.number(mark.point.y), "data-size": SVGText.number(size),
        "transform": Self.place(mark.point, size),
      ])
    if status == .unreachable {
      svg.element(
        "path",
        [
          "d": Glyphs.cross, "fill": "none", "stroke": Glyphs.fill(status),
          "stroke-width": "1.8",
        ])
    } else {
      svg.element(
        "path",
        [
          "d": Glyphs.tier(mark.city.tier), "fill": Glyphs.fill(status),
          "stroke": Glyphs.stroke(status), "stroke-width": status == .within ? "1.7" : "0.8",
        ])
    }
    svg.end()
  }

  private func add(terminal: ID<Place>, at point: DrawingPoint, to svg: inout SVGText) {
    let kind = report.network.places[terminal].kind
    beginPin("terminal", point, 0.95, &svg)
    Self.badge(kind, to: &svg)
    svg.end()
  }

  /// A terminal's sign: white strokes on a dark disc.
  static func badge(_ kind: PlaceKind, to svg: inout SVGText) {
    svg.element(
      "circle", ["r": "8", "fill": "#2c4257", "stroke": "#ffffff", "stroke-width": "1.2"])
    svg.element(
      "path",
      [
        "d": Glyphs.terminal(kind), "fill": "none", "stroke": "#ffffff", "stroke-width": "1.3",
        "stroke-linecap": "round", "stroke-linejoin": "round",
      ])
  }
}

extension CoverageReport {
  /// Gateways with most cities first; ties by id, "by road alone" last among equals.
  var gatewaysByCities: [GatewayShare] {
    result.gateways.sorted { a, b in
      if a.cities != b.cities { return a.cities > b.cities }
      return (a.gateway?.index ?? Int.max) < (b.gateway?.index ?? Int.max)
    }
  }
}
