// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows by the 168 hours of the week, each row scaled by its own largest value.
struct HeatMap {
  struct Row {
    var label: String
    /// 168 values from Monday 00:00.
    var values: [Double]
    var isAssumed: Bool
  }

  var title: String
  var rows: [Row]
  var days: [String]
  let width = 1_120.0
  private let left = 410.0
  private let rowHeight = 21.0
  private let head = 24.0

  /// Steps from nothing to the row's largest.
  static let colours = [
    "#f4f6f8", "#dce8f3", "#bcd5ea", "#94bcdd", "#659ccb", "#3d7bb4", "#205a96", "#0b3c6f",
    "#062545",
  ]

  func svg() -> SVGText {
    let height = head + Double(rows.count) * rowHeight + 4
    let cell = (width - left - 70) / 168
    var svg = SVGText()
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "chart", "role": "img",
        "aria-label": title, "viewBox": "0 0 \(SVGText.number(width)) \(SVGText.number(height))",
        "font-family": MapSheet.fonts,
      ])
    for (day, name) in days.enumerated() {
      text(name, x: left + (Double(day) * 24 + 12) * cell, y: 16, size: 13, anchor: "middle", &svg)
    }
    for (number, row) in rows.enumerated() {
      add(row, top: head + Double(number) * rowHeight, cell, &svg)
    }
    var lines = ""
    for day in 0...7 {
      let x = SVGText.number(left + Double(day) * 24 * cell)
      lines += "M\(x) \(SVGText.number(head - 4))V\(SVGText.number(height - 4))"
    }
    svg.element("path", ["d": lines, "stroke": "#54626d", "stroke-width": ".8"])
    svg.end()
    return svg
  }

  private func add(_ row: Row, top: Double, _ cell: Double, _ svg: inout SVGText) {
    let most = row.values.max() ?? 0
    svg.begin("g")
    svg.element("title", [:], text: "\(row.label): ≤ \(EstimateText.figure(most))")
    text(
      BarChart.cut(row.label, to: left - 14, size: 14), x: left - 8, y: top + 15, size: 14,
      anchor: "end", &svg)
    let levels = row.values.map { Self.level($0, of: most) }
    var start = 0
    while start < levels.count {
      var end = start + 1
      while end < levels.count, levels[end] == levels[start] { end += 1 }
      svg.element(
        "rect",
        [
          "x": SVGText.number(left + Double(start) * cell), "y": SVGText.number(top + 1),
          "width": SVGText.number(Double(end - start) * cell + 0.15),
          "height": SVGText.number(rowHeight - 2), "fill": Self.colours[levels[start]],
        ])
      start = end
    }
    text(EstimateText.figure(most), x: width - 64, y: top + 15, size: 13, anchor: "start", &svg)
    svg.end()
  }

  static func level(_ value: Double, of most: Double) -> Int {
    guard most > 0, value > 0 else { return 0 }
    return min(colours.count - 1, 1 + Int(value / most * Double(colours.count - 1) * 0.9999))
  }

  private func text(
    _ content: String, x: Double, y: Double, size: Double, anchor: String, _ svg: inout SVGText
  ) {
    svg.element(
      "text",
      [
        "x": SVGText.number(x), "y": SVGText.number(y), "font-size": SVGText.number(size),
        "text-anchor": anchor, "fill": "#1b2833",
      ], text: content)
  }
}
