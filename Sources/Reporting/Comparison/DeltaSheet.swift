// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
import Scenario

/// A printed sheet, A4 landscape: what a scenario makes faster and slower, in the world and the delta.
struct DeltaSheet {
  let report: ComparisonReport
  let side: ComparedScenario
  private let margin = 40.0

  func svg() -> String {
    let verdict = report.verdict(side, names: 10)
    var svg = SVGText()
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": SVGText.number(MapSheet.width),
        "height": SVGText.number(MapSheet.height),
        "viewBox": "0 0 \(SVGText.number(MapSheet.width)) \(SVGText.number(MapSheet.height))",
        "lang": report.language == .zh ? "zh-CN" : "en", "font-family": MapSheet.fonts,
      ])
    svg.element("title", [:], text: heading)
    svg.element("desc", [:], text: verdict.headline)
    svg.element(
      "rect",
      [
        "width": SVGText.number(MapSheet.width), "height": SVGText.number(MapSheet.height),
        "fill": "#ffffff",
      ])
    head(verdict, &svg)
    let main = DeltaDrawing(
      report, side, view: report.base.mainView, width: 1_180, tallest: 530,
      zoom: 1.25)
    add(main, x: margin, y: 150, labels: 30, &svg)
    let near = DeltaDrawing(report, side, view: .origin, width: 510, zoom: 1.1)
    add(near, x: margin, y: 1_118 - near.frame.height, labels: 24, &svg)
    var legend = MapPanel(x: 600, y: 690, width: 620)
    DeltaLegend(report: report).add(to: &legend, isEmpty: isWithoutCells, &svg)
    tiers(verdict, top: legend.y + 8, &svg)
    right(verdict, &svg)
    footer(&svg)
    svg.end()
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg.text
  }

  private var heading: String {
    report.word("comparison.map.title", String(report.percentile), report.title(of: side))
  }

  private var isWithoutCells: Bool {
    report.base.views.allSatisfy { report.cells(side, $0).isEmpty }
  }

  private func head(_ verdict: ScenarioVerdict, _ svg: inout SVGText) {
    var panel = MapPanel(x: margin, y: 54, width: MapSheet.width - 2 * margin)
    panel.line(heading, size: 31, weight: "700", &svg)
    panel.gap(-12)
    panel.line(verdict.headline, size: 19, weight: "700", colour: "#0b3c6f", &svg)
    panel.gap(-4)
    panel.line(
      report.word("comparison.map.statistic", report.subject), size: 14, colour: "#56646f", &svg)
  }

  private func add(
    _ drawing: DeltaDrawing, x: Double, y: Double, labels: Int, _ svg: inout SVGText
  ) {
    svg.begin("g", ["transform": "translate(\(SVGText.number(x)) \(SVGText.number(y)))"])
    svg.append(drawing.background())
    svg.append(drawing.signs())
    svg.append(drawing.labels(limit: labels))
    svg.append(drawing.scaleBar())
    svg.end()
  }

  private func tiers(_ verdict: ScenarioVerdict, top: Double, _ svg: inout SVGText) {
    var panel = MapPanel(x: 600, y: top, width: 620)
    panel.heading(report.word("comparison.table.tiers"), &svg)
    for line in verdict.tiers { panel.paragraph(line, size: 13, colour: "#1b2833", &svg) }
  }

  private func right(_ verdict: ScenarioVerdict, _ svg: inout SVGText) {
    var panel = MapPanel(x: 1_260, y: 160, width: 380)
    let lists = [
      ("comparison.gains_heading", verdict.gains, verdict.more.gains),
      ("comparison.loses_heading", verdict.loses, verdict.more.loses),
    ]
    for (key, cities, more) in lists {
      panel.heading(report.word(key), &svg)
      for city in cities.isEmpty ? [report.word("comparison.nobody")] : cities {
        panel.line(city, size: 13, &svg)
      }
      if more > 0 {
        panel.line(
          report.word("comparison.more", String(more)), size: 13, colour: "#56646f", &svg)
      }
      panel.gap(8)
    }
    panel.heading(report.word("comparison.what_changed"), &svg)
    for sentence in verdict.changes.prefix(6) {
      panel.paragraph(sentence, size: 13, colour: "#1b2833", &svg)
    }
    if verdict.changes.count > 6 {
      panel.line(
        report.word("comparison.more", String(verdict.changes.count - 6)), size: 13,
        colour: "#56646f", &svg)
    }
    panel.paragraph(verdict.rowsTouched, size: 13, colour: "#56646f", &svg)
    for line in ([verdict.because].compactMap { $0 } + verdict.figures + verdict.trust) {
      panel.paragraph(line, size: 13, colour: "#34434f", &svg)
    }
  }

  private func footer(_ svg: inout SVGText) {
    svg.element("path", ["d": "M40 1136H1640", "stroke": "#9aa7b1", "stroke-width": "1"])
    var panel = MapPanel(x: margin, y: 1_154, width: MapSheet.width - 2 * margin)
    panel.line(
      ([report.word("report.sketch"), report.word("report.rivers_note")] + report.notices).joined(
        separator: "  |  "), size: 12,
      colour: "#56646f", &svg)
    panel.line(report.base.headerText.line, size: 12, colour: "#56646f", &svg)
  }
}

extension ComparisonReport {
  /// A sheet of what a scenario makes faster and slower, in the report's language.
  ///
  /// - Parameter number: Of the scenario.
  /// - Returns: SVG; names in it are text, never markup. Empty where there is no such scenario.
  public func deltaMap(of number: Int = 0) -> String {
    guard sides.indices.contains(number) else { return "" }
    return DeltaSheet(report: self, side: sides[number]).svg()
  }
}
