// SPDX-License-Identifier: GPL-3.0-or-later

/// Bars that lie, one row each, with an interval and a figure at their end.
struct BarChart {
  struct Segment {
    var value: Double
    var colour: String
    /// Nothing rests on it: never hatched.
    var isFree = false
  }

  struct Row {
    var label: String
    /// Under the label, in small.
    var detail = ""
    var segments: [Segment]
    /// Interval around the end of the last segment that is a figure.
    var interval: ClosedRange<Double>?
    var figure: String
    /// Rests on an assumed row of the network.
    var isAssumed = false
  }

  var title: String
  var rows: [Row]
  /// Value at the right end of the longest bar; nil is the largest of the rows.
  var end: Double?
  /// Starts ids, so that several charts can stand in one page.
  var prefix: String
  var width = 1_120.0
  var labelWidth = 380.0
  var figureWidth = 190.0
  var assumedMark = ""

  private let size = 15.0
  private let rowHeight = 27.0

  static func interval(_ lo: Double, _ hi: Double, n: Int) -> ClosedRange<Double>? {
    n > 1 && lo.isFinite && hi.isFinite && lo <= hi ? max(0, lo)...max(0, hi) : nil
  }

  private var most: Double {
    let sums = rows.map { row in
      max(row.segments.reduce(0) { $0 + $1.value }, row.interval?.upperBound ?? 0)
    }
    return max(end ?? sums.max() ?? 1, 1e-12)
  }

  func svg() -> SVGText {
    var svg = SVGText()
    let height = Double(rows.count) * rowHeight + 6
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "chart", "role": "img",
        "aria-label": title,
        "viewBox": "0 0 \(SVGText.number(width)) \(SVGText.number(height))",
        "font-family": MapSheet.fonts,
      ])
    hatch(&svg)
    for (number, row) in rows.enumerated() { add(row, top: Double(number) * rowHeight, &svg) }
    svg.element(
      "path",
      [
        "d": "M\(SVGText.number(labelWidth)) 0V\(SVGText.number(height))", "stroke": "#8a97a1",
        "stroke-width": "1",
      ])
    svg.end()
    return svg
  }

  private func hatch(_ svg: inout SVGText) {
    svg.begin("defs")
    svg.begin(
      "pattern",
      [
        "id": "\(prefix)-assumed", "width": "6", "height": "6",
        "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)",
      ])
    svg.element(
      "path", ["d": "M0 0V6", "stroke": "#ffffff", "stroke-width": "2.4", "opacity": ".55"])
    svg.end()
    svg.end()
  }

  private func add(_ row: Row, top: Double, _ svg: inout SVGText) {
    let scale = (width - labelWidth - figureWidth) / most
    let middle = top + rowHeight / 2
    svg.begin("g")
    let mark = row.isAssumed && !assumedMark.isEmpty ? " (\(assumedMark))" : ""
    svg.element("title", [:], text: "\(row.label) \(row.detail)\(mark): \(row.figure)")
    let room =
      labelWidth - 12 - (row.detail.isEmpty ? 0 : TextMetrics.width(row.detail, size: 12) + 8)
    svg.element(
      "text",
      [
        "x": SVGText.number(labelWidth - 8), "y": SVGText.number(middle + 5),
        "text-anchor": "end", "font-size": SVGText.number(size), "fill": "#1b2833",
      ], text: Self.cut(row.label, to: room, size: size))
    if !row.detail.isEmpty {
      svg.element(
        "text",
        [
          "x": "0", "y": SVGText.number(middle + 4.5), "font-size": "12", "fill": "#56646f",
        ], text: row.detail)
    }
    var x = labelWidth
    for segment in row.segments where segment.value > 0 {
      let length = min(segment.value * scale, width - figureWidth - x)
      bar(x, top, length, segment.colour, &svg)
      if row.isAssumed, !segment.isFree { bar(x, top, length, "url(#\(prefix)-assumed)", &svg) }
      x += length
    }
    if let interval = row.interval { whisker(interval, scale, middle, &svg) }
    let right = max(x, labelWidth + min(row.interval?.upperBound ?? 0, most) * scale)
    svg.element(
      "text",
      [
        "x": SVGText.number(right + 7), "y": SVGText.number(middle + 4.5), "font-size": "13",
        "fill": "#1b2833",
      ], text: row.figure)
    svg.end()
  }

  private func bar(
    _ x: Double, _ top: Double, _ length: Double, _ colour: String, _ svg: inout SVGText
  ) {
    guard length > 0 else { return }
    svg.element(
      "rect",
      [
        "x": SVGText.number(x), "y": SVGText.number(top + 4), "width": SVGText.number(length),
        "height": SVGText.number(rowHeight - 8), "fill": colour,
      ])
  }

  private func whisker(
    _ interval: ClosedRange<Double>, _ scale: Double, _ middle: Double, _ svg: inout SVGText
  ) {
    let a = labelWidth + min(interval.lowerBound, most) * scale
    let b = labelWidth + min(interval.upperBound, most) * scale
    guard b - a > 0.5 else { return }
    let (left, right) = (SVGText.number(a), SVGText.number(b))
    let (y, up) = (SVGText.number(middle), SVGText.number(middle - 5))
    svg.element(
      "path",
      [
        "d": "M\(left) \(y)H\(right)M\(left) \(up)v10M\(right) \(up)v10", "stroke": "#1b2833",
        "stroke-width": "1.3", "fill": "none",
      ])
  }

  /// Text that fits, its end left out where it must be.
  static func cut(_ text: String, to width: Double, size: Double) -> String {
    guard TextMetrics.width(text, size: size) > width else { return text }
    var short = text
    while !short.isEmpty, TextMetrics.width(short + "…", size: size) > width { short.removeLast() }
    return short + "…"
  }
}

/// Colours of causes; blue to red is what capacity can change, grey what it cannot.
enum CauseColour {
  static func of(_ cause: String) -> String {
    switch cause {
    case "queue": "#b3261e"
    case "rollover": "#d9730d"
    case "inspection": "#8e5aa8"
    case "closure": "#5b3a29"
    case "blank_sailing": "#c2a200"
    case "lateness": "#7a8b2f"
    case "next_departure": "#0b4f9e"
    case "cut_off": "#5b93c9"
    case "before_opening": "#6c7a85"
    default: "#a7b3bc"
    }
  }
}
