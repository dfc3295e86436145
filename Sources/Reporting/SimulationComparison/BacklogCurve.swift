// SPDX-License-Identifier: GPL-3.0-or-later
import Stochastics

/// A backlog by hour: its mean over replications with a 95 % band.
struct BacklogCurve {
  let hours: [Estimate]

  init(_ series: [[Int32]]) {
    let count = series.map(\.count).min() ?? 0
    hours = (0..<count).map { hour in Estimate(series.map { Double($0[hour]) }) }
  }

  /// Base in grey, scenario in blue, the closure as a grey field.
  static func svg(
    title: String, base: BacklogCurve, scenario: BacklogCurve, closed: Range<Int>, unit: String
  ) -> SVGText {
    let (width, height) = (1_120.0, 300.0)
    let (left, right, up, down) = (46.0, width - 8, 26.0, height - 26)
    let count = min(base.hours.count, scenario.hours.count)
    let top = max(1, (base.hours + scenario.hours).map { max($0.hi, $0.mean) }.max() ?? 1)
    func x(_ hour: Int) -> Double {
      left + (right - left) * Double(hour) / Double(max(1, count - 1))
    }
    func y(_ value: Double) -> Double { down - (down - up) * max(0, min(top, value)) / top }
    var svg = SVGText()
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "chart", "role": "img",
        "aria-label": title, "viewBox": "0 0 \(SVGText.number(width)) \(SVGText.number(height))",
        "font-family": MapSheet.fonts,
      ])
    svg.element(
      "rect",
      [
        "x": SVGText.number(x(closed.lowerBound)), "y": SVGText.number(up),
        "width": SVGText.number(x(min(count - 1, closed.upperBound)) - x(closed.lowerBound)),
        "height": SVGText.number(down - up), "fill": "#ececec",
      ])
    for (curve, line, fill) in [(base, "#56646f", "#d3dbe1"), (scenario, "#0b3c6f", "#c9dced")] {
      let hours = curve.hours.prefix(count).enumerated()
      let upper = hours.map { DrawingPoint(x: x($0), y: y($1.hi)) }
      let lower = hours.reversed().map { DrawingPoint(x: x($0), y: y($1.lo)) }
      var (band, path) = (PathData(), PathData())
      band.add(upper + lower, closed: true)
      path.add(hours.map { DrawingPoint(x: x($0), y: y($1.mean)) }, closed: false)
      svg.begin("g", ["transform": "scale(.1)"])
      svg.element("path", ["d": band.data, "fill": fill, "opacity": ".6"])
      svg.element(
        "path", ["d": path.data, "fill": "none", "stroke": line, "stroke-width": "16"])
      svg.end()
    }
    svg.element(
      "path",
      [
        "d": "M\(SVGText.number(left)) \(SVGText.number(down))H\(SVGText.number(right))",
        "stroke": "#54626d",
      ])
    func text(_ content: String, _ x: Double, _ y: Double, _ anchor: String) {
      svg.element(
        "text",
        [
          "x": SVGText.number(x), "y": SVGText.number(y), "font-size": "13",
          "text-anchor": anchor, "fill": "#56646f",
        ], text: content)
    }
    text("\(Int(top.rounded())) \(unit)", left, 16, "start")
    text("0", left - 6, down, "end")
    for day in stride(from: 0, through: count / 24, by: max(1, count / 24 / 12)) {
      text(String(day), x(min(count - 1, day * 24)), height - 8, "middle")
    }
    svg.end()
    return svg
  }
}
