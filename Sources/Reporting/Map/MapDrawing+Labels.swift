// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
import FreightModel
import Quantities

extension MapDrawing {
  /// A wish for a label; earlier wishes are served first.
  private struct Wish {
    var text: String
    var point: DrawingPoint
    var radius: Double
    var size: Double
    var style: Style
    var isFar: Bool
  }
  private enum Style { case origin, gateway, terminal, city, river }

  /// Names in the report's language, none over another.
  func labels() -> SVGText {
    var placer = LabelPlacer(
      frame: Box(left: 4, top: 4, right: frame.width - 4, bottom: frame.height - 4))
    block(&placer)
    var svg = SVGText()
    svg.begin(
      "g",
      [
        "class": "labels lang-" + report.language.rawValue, "font-family": MapSheet.fonts,
        "fill": "#22303c",
      ])
    for wish in wishes {
      guard
        let spot = placer.place(
          wish.text, size: wish.size, at: wish.point, radius: wish.radius, far: wish.isFar,
          isBold: wish.style == .origin || wish.style == .gateway)
      else { continue }
      beginPin("label", wish.point, 1, &svg)
      if let leader = spot.leader { add(leader, wish, to: &svg) }
      svg.element("text", attributes(wish, spot), text: wish.text)
      svg.end()
    }
    svg.end()
    return svg
  }

  private func attributes(
    _ wish: Wish, _ spot: LabelPlacer.Placed
  ) -> KeyValuePairs<String, String> {
    [
      "x": SVGText.number(spot.x - wish.point.x), "y": SVGText.number(spot.y - wish.point.y),
      "text-anchor": spot.anchor,
      "font-size": SVGText.number(wish.size),
      "font-weight": wish.style == .origin || wish.style == .gateway ? "700" : "400",
      "fill": colour(wish.style), "stroke": "#ffffff", "stroke-width": "2.6",
      "stroke-linejoin": "round", "stroke-opacity": ".88", "paint-order": "stroke",
    ]
  }

  private func colour(_ style: Style) -> String {
    switch style {
    case .origin: "#8f1c15"
    case .gateway: "#6d3b00"
    case .terminal: "#1d3145"
    case .city: "#22303c"
    case .river: "#125a6d"
    }
  }

  private func add(_ leader: DrawingPoint, _ wish: Wish, to svg: inout SVGText) {
    svg.element(
      "path",
      [
        "d": "M0 0L\(SVGText.number(leader.x - wish.point.x)) "
          + SVGText.number(leader.y - wish.point.y),
        "stroke": colour(wish.style), "stroke-width": "1", "opacity": ".9",
      ])
  }

  /// Signs keep their places free of names.
  private func block(_ placer: inout LabelPlacer) {
    func square(_ point: DrawingPoint, _ half: Double) -> Box {
      Box(
        left: point.x - half, top: point.y - half, right: point.x + half, bottom: point.y + half)
    }
    for mark in cityMarks { placer.block(square(mark.point, signSize(tier: mark.city.tier) * 4)) }
    for terminal in terminalMarks { placer.block(square(terminal.point, 7.5)) }
    placer.block(square(originPoint, isOfWorld ? 5 : 9))
  }

  private var wishes: [Wish] { isOfWorld ? worldWishes : windowWishes }

  private var worldWishes: [Wish] {
    var all = [
      Wish(
        text: report.names.mapName(report.query.origin), point: originPoint, radius: 7, size: 12.5,
        style: .origin, isFar: true)
    ]
    all += gatewayMarks.prefix(5).map { mark in
      Wish(
        text: report.names.shortPlace(mark.place), point: mark.point, radius: 6, size: 11,
        style: .gateway, isFar: true)
    }
    return all + cityWishes(size: 10, far: 6)
  }

  private var windowWishes: [Wish] {
    var all = [
      Wish(
        text: report.names.mapName(report.query.origin), point: originPoint, radius: 10, size: 15,
        style: .origin, isFar: true)
    ]
    let gateways = Set(report.result.gateways.compactMap(\.gateway))
    let terminals = terminalMarks.sorted { a, b in
      (rank(a.place, gateways), a.place) < (rank(b.place, gateways), b.place)
    }
    all += terminals.map { mark in
      Wish(
        text: report.names.mapName(mark.place), point: mark.point, radius: 8.5,
        size: rank(mark.place, gateways) < 2 ? 13.5 : 11.5,
        style: gateways.contains(mark.place) ? .gateway : .terminal, isFar: true)
    }
    // The network's cities are what a circle is about: they come before terminals that are no gateways.
    let chief = 1 + terminals.count { gateways.contains($0.place) }
    return all.prefix(chief) + cityWishes(size: 12.5, far: 40) + all.dropFirst(chief)
  }

  private func rank(_ id: ID<Place>, _ gateways: Set<ID<Place>>) -> Int {
    if gateways.contains(id) { return 0 }
    switch report.network.places[id].kind {
    case .seaport, .seaportTerminal, .riverPort, .airport: return 1
    case .railTerminal: return 2
    case .lock, .bondedZone, .ehub: return 3
    default: return 4
    }
  }

  /// The largest cities of each tier, the largest of all tiers first, then the second of all.
  ///
  /// - Parameters:
  ///   - size: Of the letters.
  ///   - far: So many of a tier may stand away from their sign.
  /// - Returns: At most 120 of a tier.
  private func cityWishes(size: Double, far: Int) -> [Wish] {
    let places = report.network.places
    let marks = cityMarks.sorted { a, b in
      let first = (weight(a.city), places[a.city.place].population ?? 0)
      let second = (weight(b.city), places[b.city.place].population ?? 0)
      return first != second ? first > second : a.number < b.number
    }
    let tiers = Set(marks.map(\.city.tier)).sorted().map { tier in
      marks.filter { $0.city.tier == tier }.prefix(120)
    }
    return (0..<120).flatMap { rank in
      tiers.compactMap { tier -> Wish? in
        guard rank < tier.count else { return nil }
        let mark = tier[tier.startIndex + rank]
        return Wish(
          text: report.names.mapName(mark.city.place), point: mark.point,
          radius: signSize(tier: mark.city.tier) * 5,
          size: mark.city.tier == 0 ? size + 0.5 : size, style: .city, isFar: rank < far)
      }
    }
  }

  /// World cities by their grade: Alpha++ before Alpha+ before Alpha.
  private func weight(_ city: CityResult) -> Int {
    guard city.grade.hasPrefix("Alpha") else { return 0 }
    return 10 + city.grade.count { $0 == "+" } - city.grade.count { $0 == "-" }
  }
}
