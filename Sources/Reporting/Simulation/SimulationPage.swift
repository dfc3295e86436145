// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightSimulation
import Stochastics

extension SimulationReport {
  /// One page that needs nothing else: figures with intervals, bottlenecks, a week on the map, tables.
  ///
  /// A policy in its head allows its own script and style by their hashes and forbids all else; without
  /// scripts the map stands still at the worst hour.
  ///
  /// - Returns: HTML in UTF-8, in the report's language; names in it are text, never markup.
  public func page() -> [UInt8] { SimulationPage(report: self).html() }
}

/// The page's parts.
struct SimulationPage {
  let report: SimulationReport
  /// Rows of a table and of a chart that the page holds; the data files hold all.
  static let rowLimit = 120
  private static let chartLimit = 16

  func html() -> [UInt8] {
    let (css, js) = (PageParts.Simulation.css, PageParts.Simulation.js)
    let map = WeekMap(report)
    var parts = SVGText()
    section("map", "sim.page.map", &parts) { svg in week(map, &svg) }
    section("bottlenecks", "sim.page.bottlenecks", &parts, bottlenecks)
    section("lanes", "sim.page.lanes", &parts) { svg in table(report.laneTable, &svg) }
    section("stations", "sim.page.stations", &parts, stations)
    section("heat", "sim.page.heat", &parts, heat)
    section("services", "sim.page.services", &parts, services)
    section("gateways", "sim.page.gateways", &parts, gateways)
    section("throughput", "sim.table.throughput", &parts) { svg in
      table(report.throughputTable, &svg)
    }
    section("series", "sim.page.series", &parts, series)
    if !report.serverValues.isEmpty {
      section("servers", "sim.page.servers", &parts) { svg in table(report.serverTable, &svg) }
    }
    section("checks", "sim.page.checks", &parts, checks)
    return CoverageReport.fill(
      PageParts.Simulation.html,
      [
        "lang": Array(ComparisonPage.code(report.language).utf8), "title": escaped(report.title),
        "generator": escaped("Tidebore \(report.header.toolVersion)"),
        "style": css, "style-hash": CoverageReport.policyHash(css),
        "script": js, "script-hash": CoverageReport.policyHash(js),
        "first": Array(first().text.utf8), "sections": Array(parts.text.utf8),
        "footer": Array(footer().text.utf8), "data": map.data,
      ])
  }

  private func escaped(_ text: String) -> [UInt8] { Array(SVGText.escaped(text).utf8) }

  func paragraph(_ text: String, _ kind: String, _ svg: inout SVGText) {
    svg.element("p", ["class": kind], text: text)
  }

  private func section(
    _ id: String, _ heading: String, _ svg: inout SVGText, _ write: (inout SVGText) -> Void
  ) {
    svg.begin("section", ["id": id])
    svg.element("h2", [:], text: report.word(heading))
    write(&svg)
    svg.end()
  }

  func table(_ table: ReportTable, _ svg: inout SVGText) {
    guard !table.isEmpty else { return paragraph(report.word("sim.page.none"), "quiet", &svg) }
    svg.append(table.first(Self.rowLimit) { report.word("comparison.more", $0) }.markup())
  }

  /// Title, what was simulated, the figures that decide.
  private func first() -> SVGText {
    var svg = SVGText()
    svg.element("h1", [:], text: report.title)
    for fault in report.faults + report.warnings { paragraph(fault, "fault", &svg) }
    paragraph(report.headline.first ?? "", "quiet", &svg)
    svg.begin("div", ["class": "cards"])
    let names = [
      "sim.not_delivered", "sim.no_way", "sim.left_behind", "sim.within_tier_parcel",
      "sim.hours_parcel_p80", "sim.delay", "sim.queue_delay", "sim.missed", "sim.delivered",
      "sim.rollovers", "sim.diverted", "sim.cost", "sim.co2e",
    ]
    for name in names {
      if let row = report.result.indicators.first(where: { $0.name == name }),
        !row.estimate.mean.isNaN
      {
        card(row, &svg)
      }
    }
    svg.end()
    svg.element("h3", [:], text: report.word("sim.worst"))
    svg.begin("ol")
    for row in report.result.bottleneckGroups.prefix(3) {
      svg.element("li", [:], text: report.sentence(row))
    }
    svg.end()
    for line in report.checks.dropFirst(report.warmup.isEnough ? 3 : 2).prefix(
      report.warmup.isEnough ? 2 : 3)
    {
      paragraph(line, "quiet", &svg)
    }
    return svg
  }

  private func card(_ row: SimulationResult.Indicator, _ svg: inout SVGText) {
    svg.begin("div", ["class": "card"])
    svg.element("div", ["class": "name"], text: report.word(row.name))
    svg.begin("div", ["class": "value"])
    svg.element("span", [:], text: EstimateText.figure(row.estimate.mean))
    svg.element("span", ["class": "unit"], text: " " + report.unit(row.unit))
    svg.end()
    if row.estimate.n > 1, row.estimate.lo < row.estimate.hi {
      svg.element(
        "div", ["class": "range"],
        text:
          "95 %: \(EstimateText.figure(row.estimate.lo)) – \(EstimateText.figure(row.estimate.hi))")
    }
    svg.end()
  }

  private func week(_ map: WeekMap, _ svg: inout SVGText) {
    paragraph(report.word("sim.page.map_note"), "quiet", &svg)
    guard !map.spots.isEmpty else { return paragraph(report.word("sim.page.none"), "quiet", &svg) }
    svg.begin("div", ["class": "player", "hidden": "hidden"])
    svg.element("button", ["type": "button"], text: report.word("sim.page.play"))
    svg.element(
      "input",
      [
        "type": "range", "min": "0", "max": "167", "value": String(map.worstHour),
        "aria-label": report.word("sim.page.hour"),
      ])
    svg.element("output", [:], text: map.name(ofHour: map.worstHour))
    svg.end()
    legend(
      [(report.word("sim.page.lots"), "#0b4f9e"), (report.word("sim.page.jobs"), "#d9730d")], &svg)
    for view in [MapView.origin, .world] {
      svg.begin("div", ["class": "map \(view.rawValue)"])
      svg.append(map.map(view))
      svg.end()
    }
    paragraph(
      report.word(
        "report.and", report.word("sim.page.still", map.name(ofHour: map.worstHour)),
        report.word("report.sketch")), "quiet", &svg)
  }

  func legend(_ entries: [(String, String)], _ svg: inout SVGText) {
    svg.begin("div", ["class": "legend"])
    for (text, colour) in entries {
      svg.begin("span")
      svg.begin("svg", ["viewBox": "0 0 10 10", "aria-hidden": "true"])
      svg.element("rect", ["width": "10", "height": "10", "rx": "2", "fill": colour])
      svg.end()
      svg.element("span", [:], text: text)
      svg.end()
    }
    svg.end()
  }

  func chart(_ chart: BarChart, _ svg: inout SVGText) {
    guard !chart.rows.isEmpty else { return paragraph(report.word("sim.page.none"), "quiet", &svg) }
    svg.begin("div", ["class": "wide"])
    svg.append(chart.svg())
    svg.end()
  }

  private func checks(_ svg: inout SVGText) {
    for line in report.checks { paragraph(line, report.faults.contains(line) ? "fault" : "", &svg) }
    table(report.indicatorTable, &svg)
    table(report.stationTable, &svg)
  }

  private func footer() -> SVGText {
    var svg = SVGText()
    let lines =
      [report.word("report.sketch")] + report.notices + [
        report.headerText.line, report.header.command,
      ]
      + report.header.inputs.map { "\($0.path) sha256 \($0.sha256)" }
    for line in lines where !line.isEmpty { paragraph(line, "", &svg) }
    return svg
  }
}
