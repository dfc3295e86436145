// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightSimulation
import Stochastics

extension SimulationComparisonReport {
  /// One page that needs nothing else: for each scenario sentences, differences, backlog, tables.
  ///
  /// A policy in its head allows its own script and style by their hashes and forbids all else.
  ///
  /// - Returns: HTML in UTF-8, in the report's language; names in it are text, never markup.
  public func page() -> [UInt8] {
    let (css, js) = (PageParts.Simulation.css, PageParts.Simulation.js)
    var first = SVGText()
    first.element("h1", [:], text: title)
    for fault in faults { first.element("p", ["class": "fault"], text: fault) }
    if let entry = entries.first {
      for line in what(entry).prefix(2) { first.element("p", ["class": "quiet"], text: line) }
    }
    var parts = SVGText()
    for (number, entry) in entries.enumerated() {
      parts.begin("section", ["id": "scenario-\(number + 1)"])
      section(entry, &parts)
      parts.end()
    }
    var footer = SVGText()
    let lines =
      notices + [headerText.line, header.command]
      + header.inputs.map { "\($0.path) sha256 \($0.sha256)" }
    for line in lines where !line.isEmpty { footer.element("p", ["class": ""], text: line) }
    func escaped(_ text: String) -> [UInt8] { Array(SVGText.escaped(text).utf8) }
    return CoverageReport.fill(
      PageParts.Simulation.html,
      [
        "lang": Array(ComparisonPage.code(language).utf8), "title": escaped(title),
        "generator": escaped("Tidebore \(header.toolVersion)"),
        "style": css, "style-hash": CoverageReport.policyHash(css),
        "script": js, "script-hash": CoverageReport.policyHash(js),
        "first": Array(first.text.utf8), "sections": Array(parts.text.utf8),
        "footer": Array(footer.text.utf8), "data": Array("{}".utf8),
      ])
  }

  private func section(_ entry: Entry, _ svg: inout SVGText) {
    svg.element("h2", [:], text: title(entry))
    for line in what(entry).dropFirst(2) { svg.element("p", [:], text: line) }
    let chart = differenceChart(entry)
    svg.element("h3", [:], text: chart.title)
    svg.begin("div", ["class": "wide"])
    svg.append(chart.svg())
    svg.end()
    if let backlog = entry.comparison.backlog {
      svg.element("h3", [:], text: word("simcompare.backlog_title"))
      for line in recovery(entry) { svg.element("p", [:], text: line) }
      svg.begin("div", ["class": "wide"])
      svg.append(
        BacklogCurve.svg(
          title: word("simcompare.backlog_title"), base: BacklogCurve(backlog.base),
          scenario: BacklogCurve(backlog.scenario), closed: backlog.closes..<backlog.reopens,
          unit: word("simcompare.ships")))
      svg.end()
      svg.element("p", ["class": "quiet"], text: word("simcompare.backlog_note"))
    }
    svg.element("p", [:], text: diversionSentence(entry))
    for table in tables(entry) {
      svg.append(
        table.first(SimulationPage.rowLimit) { word("comparison.more", $0) }.markup())
    }
  }

  /// The family in percent of the base; what the base has none of has no percent.
  private func differenceChart(_ entry: Entry) -> DifferenceChart {
    DifferenceChart(
      title: word("simcompare.chart"),
      rows: entry.comparison.rows.filter(\.isHeadline).compactMap { row in
        let figures = row.difference
        guard figures.base.mean > 0 else { return nil }
        let percent = EstimateText.scaled(figures.difference, 100 / figures.base.mean)
        return .init(
          label: name(row.key, entry), mean: percent.mean, lo: percent.lo, hi: percent.hi,
          isSignificant: row.isSignificant,
          figure: "\(EstimateText.signed(percent.mean)) % \(row.isSignificant ? "*" : "")")
      })
  }
}
