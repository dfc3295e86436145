// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Stochastics

extension FitReport {
  /// Two charts side by side: the distribution functions of sample and laws, and the quantiles of the chosen law
  /// against the sample's.
  ///
  /// - Returns: SVG in UTF-8; names in it are text, never markup.
  public func svg() -> [UInt8] { Array(FitChart(report: self).svg().text.utf8) }
}

/// The picture of a fit.
private struct FitChart {
  let report: FitReport
  private let width = 1_160.0
  private let height = 560.0
  private let top = 92.0
  private let bottom = 500.0
  /// Left and right end of each chart.
  private let left = (from: 64.0, to: 556.0)
  private let right = (from: 644.0, to: 1_136.0)
  private let ink = "#1b2833"
  private let quiet = "#56646f"
  private let colours = ["#0b4f9e", "#d9730d", "#7a8b2f", "#8e5aa8", "#b3261e", "#2a8a86"]

  private var sample: ObservedSample { report.sample }

  /// Hours at the right end of both charts: a round number beyond nearly all of the sample.
  private var end: Double {
    let most = max(sample.quantile(0.99), report.chosen.distribution.quantile(0.99))
    let step = tick(most)
    return (most / step).rounded(.up) * step
  }

  /// A round step that divides a range into four to ten.
  private func tick(_ range: Double) -> Double {
    var unit = 1.0
    while unit * 10 <= range { unit *= 10 }
    while unit > range { unit /= 10 }
    return range / unit >= 5 ? unit : range / unit >= 2 ? unit / 2 : unit / 5
  }

  func svg() -> SVGText {
    var svg = SVGText()
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-label": report.title,
        "width": SVGText.number(width), "height": SVGText.number(height),
        "viewBox": "0 0 \(SVGText.number(width)) \(SVGText.number(height))",
        "lang": report.language == .zh ? "zh-CN" : "en", "font-family": MapSheet.fonts,
      ])
    svg.element("rect", ["width": "100%", "height": "100%", "fill": "#ffffff"])
    let title = BarChart.cut(report.title, to: width - 64, size: 19)
    text(title, left.from - 32, 32, 19, "start", ink, &svg)
    text(report.word("fit.chart.cdf"), left.from, 62, 15, "start", ink, &svg)
    text(
      report.word("fit.chart.qq", report.name(report.chosen.family)), right.from, 62, 15, "start",
      ink, &svg)
    axes(left, isShare: true, &svg)
    axes(right, isShare: false, &svg)
    functions(&svg)
    quantiles(&svg)
    svg.end()
    return svg
  }

  private func x(_ hours: Double, _ chart: (from: Double, to: Double)) -> Double {
    chart.from + (chart.to - chart.from) * min(hours / end, 1)
  }

  private func y(_ share: Double) -> Double { bottom - (bottom - top) * min(share, 1) }

  private func axes(
    _ chart: (from: Double, to: Double), isShare: Bool, _ svg: inout SVGText
  ) {
    let step = tick(end)
    var grid = ""
    for number in 0...Int((end / step).rounded()) {
      let hours = Double(number) * step
      let place = x(hours, chart)
      grid += "M\(SVGText.number(place)) \(SVGText.number(top))V\(SVGText.number(bottom))"
      text(Numerals.short(hours, 6), place, bottom + 18, 12, "middle", quiet, &svg)
      if !isShare {
        grid += horizontal(hours / end, chart)
        text(
          Numerals.short(hours, 6), chart.from - 7, y(hours / end) + 4, 12, "end", quiet, &svg)
      }
    }
    if isShare {
      for quarter in 0...4 {
        grid += horizontal(Double(quarter) / 4, chart)
        text(
          "\(quarter * 25) %", chart.from - 7, y(Double(quarter) / 4) + 4, 12, "end", quiet, &svg)
      }
    }
    line(grid, "#dde4ea", 1, &svg)
    text(
      report.word(isShare ? "fit.chart.hours" : "fit.chart.law_hours"), chart.to, bottom + 40, 13,
      "end", quiet, &svg)
    if !isShare {
      text(report.word("fit.chart.sample_hours"), chart.from, top - 10, 13, "start", quiet, &svg)
    }
  }

  private func horizontal(_ share: Double, _ chart: (from: Double, to: Double)) -> String {
    "M\(SVGText.number(chart.from)) \(SVGText.number(y(share)))H\(SVGText.number(chart.to))"
  }

  /// The sample as steps, each law as a curve, the chosen one thick.
  private func functions(_ svg: inout SVGText) {
    let points = 240
    for (number, fit) in report.fits.enumerated().reversed() {
      var path = ""
      for point in 0...points {
        let hours = end * Double(point) / Double(points)
        path += point == 0 ? "M" : "L"
        path += "\(SVGText.number(x(hours, left))) "
        path += SVGText.number(y(fit.distribution.cdf(hours)))
      }
      line(path, colours[number % colours.count], isChosen(fit) ? 3 : 1.3, &svg)
    }
    // No more steps than can be seen.
    let count = min(sample.count, 600)
    var path = "M\(SVGText.number(left.from)) \(SVGText.number(bottom))"
    for step in 1...count {
      let share = Double(step) / Double(count)
      let hours = sample.quantile(share)
      guard hours <= end else { break }
      path += "H\(SVGText.number(x(hours, left)))V\(SVGText.number(y(share)))"
    }
    line(path, ink, 1.6, &svg)
    legend(&svg)
  }

  private func isChosen(_ fit: DistributionFit) -> Bool { fit.family == report.chosen.family }

  private func legend(_ svg: inout SVGText) {
    let rows =
      [(report.word("fit.chart.sample"), ink, 1.6)]
      + report.fits.enumerated().map { number, fit in
        (report.name(fit.family), colours[number % colours.count], isChosen(fit) ? 3.0 : 1.3)
      }
    let widest = rows.map { TextMetrics.width($0.0, size: 13) }.max() ?? 0
    let from = left.to - widest - 42
    let first = bottom - 14 - 20 * Double(rows.count - 1)
    svg.element(
      "rect",
      [
        "x": SVGText.number(from - 8), "y": SVGText.number(first - 18),
        "width": SVGText.number(widest + 46), "height": SVGText.number(20 * Double(rows.count) + 6),
        "fill": "#ffffff", "opacity": ".85",
      ])
    for (number, row) in rows.enumerated() {
      let place = first + 20 * Double(number)
      line("M\(SVGText.number(from)) \(SVGText.number(place - 4))h24", row.1, row.2, &svg)
      text(row.0, from + 32, place, 13, "start", ink, &svg)
    }
  }

  /// A point for each observation, or for each of 400 shares of a large sample.
  private func quantiles(_ svg: inout SVGText) {
    line(
      "M\(SVGText.number(right.from)) \(SVGText.number(bottom))L\(SVGText.number(right.to)) \(SVGText.number(top))",
      quiet, 1.2, &svg)
    let count = min(sample.count, 400)
    let law = report.chosen.distribution
    svg.begin("g", ["fill": "#0b4f9e", "fill-opacity": ".65"])
    for number in 0..<count {
      let share = (Double(number) + 0.5) / Double(count)
      let (expected, observed) = (law.quantile(share), sample.quantile(share))
      guard expected <= end, observed <= end else { continue }
      svg.element(
        "circle",
        [
          "cx": SVGText.number(x(expected, right)), "cy": SVGText.number(y(observed / end)),
          "r": "2.6",
        ])
    }
    svg.end()
  }

  private func line(_ path: String, _ colour: String, _ width: Double, _ svg: inout SVGText) {
    svg.element(
      "path",
      [
        "d": path, "fill": "none", "stroke": colour, "stroke-width": SVGText.number(width),
        "stroke-linejoin": "round",
      ])
  }

  private func text(
    _ content: String, _ x: Double, _ y: Double, _ size: Double, _ anchor: String,
    _ colour: String, _ svg: inout SVGText
  ) {
    svg.element(
      "text",
      [
        "x": SVGText.number(x), "y": SVGText.number(y), "font-size": SVGText.number(size),
        "text-anchor": anchor, "fill": colour,
      ], text: content)
  }
}
