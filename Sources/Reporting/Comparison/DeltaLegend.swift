// SPDX-License-Identifier: GPL-3.0-or-later
import Scenario

/// What the colours and signs of a map of differences mean.
struct DeltaLegend {
  let report: ComparisonReport

  /// Colours with their words, from much faster to much slower.
  var bands: [(colour: String, text: String)] {
    let count = DeltaBands.limits.count
    return (-count...count).map { band in
      let text: String
      if band == 0 {
        text = report.word("comparison.map.small")
      } else {
        let limit = DeltaBands.limits[count - abs(band)]
        text = report.word("comparison.map.band", String(limit))
      }
      return (DeltaBands.colour(band), text)
    }
  }

  /// What a sign stands for.
  enum Sign {
    case city(CityChange.Status, direction: Int)
    case gateway, origin
  }

  /// Signs with their words.
  var signs: [(sign: Sign, text: String)] {
    [
      (.city(.gained, direction: -1), report.word("comparison.map.gained")),
      (.city(.lost, direction: 1), report.word("comparison.map.lost")),
      (.city(.keptIn, direction: -1), report.word("comparison.map.faster_city")),
      (.city(.keptIn, direction: 1), report.word("comparison.map.slower_city")),
      (.city(.keptIn, direction: 0), report.word("comparison.map.unchanged")),
      (.gateway, report.word("report.legend.gateway")),
      (.origin, report.word("report.legend.origin")),
    ]
  }

  /// Signs in two columns.
  func signs(x: Double, y: Double, width: Double, size: Double, _ svg: inout SVGText) {
    for (number, sign) in signs.enumerated() {
      let left = x + Double(number % 2) * width / 2
      let base = y + Double(number / 2) * size * 1.65
      let scale =
        switch sign.sign {
        case .city(_, let direction): direction == 0 ? 0.3 : 0.78
        case .gateway, .origin: 1.0
        }
      svg.begin(
        "g",
        [
          "transform": "translate(\(SVGText.number(left + 9)) \(SVGText.number(base - 5))) "
            + "scale(\(SVGText.number(scale)))"
        ])
      draw(sign.sign, &svg)
      svg.end()
      svg.element(
        "text",
        [
          "x": SVGText.number(left + 26), "y": SVGText.number(base),
          "font-size": SVGText.number(size), "fill": "#1b2833",
        ], text: sign.text)
    }
  }

  private func draw(_ sign: Sign, _ svg: inout SVGText) {
    switch sign {
    case .city(let status, let direction):
      DeltaDrawing.sign(status, direction: direction, to: &svg)
    case .gateway:
      svg.element(
        "circle", ["r": "4.5", "fill": "#ffffff", "stroke": "#4a5661", "stroke-width": "1.6"])
    case .origin:
      svg.element("path", ["d": MapDrawing.star, "fill": "#1b2833"])
    }
  }

  /// The bands as one bar under "faster" and "slower".
  func bar(x: Double, y: Double, width: Double, size: Double, _ svg: inout SVGText) {
    let step = width / Double(bands.count)
    let words = [
      (x, "start", report.word("comparison.map.faster"), DeltaBands.gained),
      (x + width, "end", report.word("comparison.map.slower"), DeltaBands.lost),
    ]
    for (at, anchor, word, colour) in words {
      svg.element(
        "text",
        [
          "x": SVGText.number(at), "y": SVGText.number(y), "text-anchor": anchor,
          "font-size": SVGText.number(size), "font-weight": "700", "fill": colour,
        ], text: word)
    }
    for (number, band) in bands.enumerated() {
      let left = x + Double(number) * step
      svg.element(
        "rect",
        [
          "x": SVGText.number(left), "y": SVGText.number(y + size * 0.5),
          "width": SVGText.number(step), "height": SVGText.number(size * 1.1),
          "fill": band.colour, "stroke": "#8a97a1", "stroke-width": "0.6",
        ])
      svg.element(
        "text",
        [
          "x": SVGText.number(left + step / 2), "y": SVGText.number(y + size * 2.7),
          "text-anchor": "middle", "font-size": SVGText.number(size * 0.9), "fill": "#1b2833",
        ], text: band.text)
    }
  }

  func add(to panel: inout MapPanel, isEmpty: Bool, _ svg: inout SVGText) {
    bar(x: panel.x, y: panel.y, width: panel.width, size: 14, &svg)
    panel.gap(60)
    panel.line(
      report.word(isEmpty ? "comparison.map.no_cells" : "comparison.map.reach"), size: 12,
      colour: "#56646f", &svg)
    panel.gap(8)
    signs(x: panel.x, y: panel.y, width: panel.width, size: 13, &svg)
    panel.gap(Double((signs.count + 1) / 2) * 21)
    panel.gap(20)
  }
}
