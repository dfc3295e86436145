// SPDX-License-Identifier: GPL-3.0-or-later

/// The number waiting at a resource over the run: the first replication, and the range of all.
struct BacklogChart {
  var title: String
  /// Of each replication, at equal steps.
  var series: [[Int32]]
  var stepsPerDay: Int
  var most: (Int) -> String
  var days: (Int) -> String
  let width = 360.0
  let height = 150.0

  /// Day → least and most over the replications, and most of the first; each of a day's steps.
  var daily: [(low: Int32, high: Int32, first: Int32)] {
    let count = (series.map(\.count).min() ?? 0) / stepsPerDay
    return (0..<count).map { day in
      let peaks = series.map { $0[day * stepsPerDay..<(day + 1) * stepsPerDay].max() ?? 0 }
      return (peaks.min() ?? 0, peaks.max() ?? 0, peaks[0])
    }
  }

  func svg() -> SVGText {
    let daily = daily
    let top = max(1, Double(daily.map(\.high).max() ?? 1))
    let (left, right, up, down) = (8.0, width - 8, 40.0, height - 22)
    func x(_ day: Int) -> Double {
      left + (right - left) * Double(day) / Double(max(1, daily.count - 1))
    }
    func y(_ value: Int32) -> Double { down - (down - up) * Double(value) / top }
    var svg = SVGText()
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-label": title,
        "viewBox": "0 0 \(SVGText.number(width)) \(SVGText.number(height))",
        "font-family": MapSheet.fonts,
      ])
    text(BarChart.cut(title, to: width - 12, size: 14), x: 6, y: 15, size: 14, "start", &svg)
    text(most(Int(top)), x: 6, y: 32, size: 12, "start", &svg)
    var band = PathData()
    let upper = daily.indices.map { DrawingPoint(x: x($0), y: y(daily[$0].high)) }
    let lower = daily.indices.reversed().map { DrawingPoint(x: x($0), y: y(daily[$0].low)) }
    band.add(upper + lower, closed: true)
    var line = PathData()
    line.add(daily.indices.map { DrawingPoint(x: x($0), y: y(daily[$0].first)) }, closed: false)
    svg.begin("g", ["transform": "scale(.1)"])
    svg.element("path", ["d": band.data, "fill": "#c9dced"])
    svg.element(
      "path",
      [
        "d": line.data, "fill": "none", "stroke": "#0b3c6f", "stroke-width": "13",
        "stroke-linejoin": "round",
      ])
    svg.end()
    svg.element(
      "path",
      [
        "d": "M\(SVGText.number(left)) \(SVGText.number(down))H\(SVGText.number(right))",
        "stroke": "#54626d", "stroke-width": "1",
      ])
    text("0", x: left, y: height - 7, size: 11, "start", &svg)
    text(days(daily.count), x: right, y: height - 7, size: 11, "end", &svg)
    svg.end()
    return svg
  }

  private func text(
    _ content: String, x: Double, y: Double, size: Double, _ anchor: String, _ svg: inout SVGText
  ) {
    svg.element(
      "text",
      [
        "x": SVGText.number(x), "y": SVGText.number(y), "font-size": SVGText.number(size),
        "text-anchor": anchor, "fill": size > 13 ? "#1b2833" : "#56646f",
      ], text: content)
  }
}
