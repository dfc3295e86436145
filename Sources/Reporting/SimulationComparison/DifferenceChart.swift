// SPDX-License-Identifier: GPL-3.0-or-later

/// Differences in percent of the base around a line of no difference, with their intervals.
struct DifferenceChart {
  struct Row {
    var label: String
    /// Percent of the base.
    var mean: Double
    var lo: Double
    var hi: Double
    var isSignificant: Bool
    var figure: String
  }

  var title: String
  var rows: [Row]

  func svg() -> SVGText {
    let (width, rowHeight, size) = (1_120.0, 27.0, 14.0)
    let (left, right) = (430.0, width - 200)
    // One wild interval must not flatten the others: beyond 200 % it is cut off at the frame.
    let sizes = rows.flatMap { [abs($0.lo), abs($0.hi), abs($0.mean)] }.filter(\.isFinite)
    let most = max(1, min(200, sizes.max() ?? 1))
    let middle = (left + right) / 2
    func x(_ value: Double) -> Double {
      middle + (right - left) / 2 * max(-1, min(1, value / most))
    }
    let height = Double(rows.count) * rowHeight + 28
    var svg = SVGText()
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "chart", "role": "img",
        "aria-label": title, "viewBox": "0 0 \(SVGText.number(width)) \(SVGText.number(height))",
        "font-family": MapSheet.fonts,
      ])
    func text(_ content: String, _ x: Double, _ y: Double, _ anchor: String) {
      svg.element(
        "text",
        [
          "x": SVGText.number(x), "y": SVGText.number(y), "font-size": SVGText.number(size),
          "text-anchor": anchor, "fill": "#1b2833",
        ], text: content)
    }
    svg.element(
      "path",
      [
        "d": "M\(SVGText.number(middle)) 0V\(SVGText.number(height - 24))", "stroke": "#8a97a1",
        "stroke-width": "1",
      ])
    for (number, row) in rows.enumerated() {
      let y = (Double(number) + 0.5) * rowHeight
      let colour = row.isSignificant ? "#0b3c6f" : "#8a97a1"
      svg.begin("g")
      svg.element("title", [:], text: "\(row.label): \(row.figure)")
      text(BarChart.cut(row.label, to: left - 12, size: size), left - 8, y + 5, "end")
      let (a, b) = (SVGText.number(x(row.lo)), SVGText.number(x(row.hi)))
      svg.element(
        "path",
        [
          "d":
            "M\(a) \(SVGText.number(y))H\(b)M\(a) \(SVGText.number(y - 5))v10M\(b) \(SVGText.number(y - 5))v10",
          "stroke": colour, "stroke-width": "1.6", "fill": "none",
        ])
      svg.element(
        "circle",
        ["cx": SVGText.number(x(row.mean)), "cy": SVGText.number(y), "r": "4.5", "fill": colour])
      text(row.figure, right + 10, y + 5, "start")
      svg.end()
    }
    text("−\(Numerals.short(most, 0)) %", left, height - 6, "start")
    text("0", middle, height - 6, "middle")
    text("+\(Numerals.short(most, 0)) %", right, height - 6, "end")
    svg.end()
    return svg
  }
}
