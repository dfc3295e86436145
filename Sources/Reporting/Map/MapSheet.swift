// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
import FreightModel
import Quantities

/// A printed sheet, A4 landscape: title, statistic in words, map, legend, tier table, notices.
struct MapSheet {
  static let fonts =
    "'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif"
  static let width = 1_680.0
  static let height = 1_188.0
  private let margin = 40.0
  let report: CoverageReport
  let view: MapView

  func svg() -> String {
    var svg = SVGText()
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": SVGText.number(Self.width),
        "height": SVGText.number(Self.height),
        "viewBox": "0 0 \(SVGText.number(Self.width)) \(SVGText.number(Self.height))",
        "lang": report.language == .zh ? "zh-CN" : "en", "font-family": Self.fonts,
      ])
    svg.element("title", [:], text: heading)
    svg.element(
      "desc", [:],
      text: [report.cargo, report.statistic, report.headerText.line].joined(separator: " / "))
    svg.element(
      "rect",
      [
        "width": SVGText.number(Self.width), "height": SVGText.number(Self.height),
        "fill": "#ffffff",
      ])
    heading(&svg)
    // A wide map stands over its tables, another beside them.
    let wide = MapDrawing(report, view: view, width: 1_600)
    let isWide = wide.frame.aspect > 1.9
    let drawing =
      isWide
      ? MapDrawing(report, view: view, width: 1_600, tallest: 690)
      : MapDrawing(report, view: view, width: 1_120, tallest: 985)
    let shift = isWide ? (1_600 - drawing.frame.width) / 2 : 0
    svg.begin("g", ["transform": "translate(\(SVGText.number(margin + shift)) 130)"])
    svg.append(drawing.background())
    svg.append(drawing.marks())
    svg.append(drawing.labels())
    svg.append(drawing.scaleBar())
    svg.end()
    if isWide {
      panelsBelow(&svg, top: 130 + drawing.frame.height + 30)
    } else {
      panelsBeside(&svg)
    }
    footer(&svg)
    svg.end()
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg.text
  }

  private var heading: String {
    report.word("report.heading", report.title, report.word("report.view." + view.rawValue))
  }

  private func heading(_ svg: inout SVGText) {
    var panel = MapPanel(x: margin, y: 54, width: Self.width - 2 * margin)
    panel.line(heading, size: 31, weight: "700", &svg)
    panel.gap(-14)
    panel.line(
      report.word("report.and", report.cargo, report.statistic), size: 17, colour: "#34434f", &svg)
    panel.gap(-2)
    panel.line(report.clockSentence, size: 14, colour: "#56646f", &svg)
  }

  /// Four columns under the map: legend, tiers, swings, gateways.
  private func panelsBelow(_ svg: inout SVGText, top: Double) {
    var legend = MapPanel(x: margin, y: top, width: 390)
    MapLegend(report: report, view: view).add(to: &legend, &svg)
    var tiers = MapPanel(x: 470, y: top, width: 390)
    tierTable(&tiers, &svg)
    tiers.gap(6)
    if !hasManyTiers { tiers.paragraph(report.idealChain, size: 13, colour: "#34434f", &svg) }
    var swings = MapPanel(x: 900, y: top, width: 390)
    swingTable(&swings, &svg)
    var right = MapPanel(x: 1_330, y: top, width: 310)
    gatewayTable(&right, &svg, rows: hasManyTiers ? 5 : 7)
    if hasManyTiers { right.paragraph(report.idealChain, size: 13, colour: "#34434f", &svg) }
    right.paragraph(assumedShare, size: 13, colour: "#34434f", &svg)
  }

  /// A circle of containers has six.
  private var hasManyTiers: Bool { report.result.tiers.count > 3 }

  private func panelsBeside(_ svg: inout SVGText) {
    var panel = MapPanel(x: 1_190, y: 140, width: 450)
    MapLegend(report: report, view: view).add(to: &panel, &svg)
    panel.gap(10)
    if view == .network || report.result.districts.isEmpty {
      tierTable(&panel, &svg)
    } else {
      districtTable(&panel, &svg)
    }
    panel.gap(10)
    gatewayTable(&panel, &svg, rows: 6)
    panel.paragraph(assumedShare, size: 13, colour: "#34434f", &svg)
    panel.paragraph(report.word("report.rivers_note"), size: 13, colour: "#34434f", &svg)
  }

  private var assumedShare: String {
    report.word(
      "report.assumed_share", Numerals.percent(report.qualityShares[.assumed]),
      Numerals.percent(report.qualityShares[.derived]),
      Numerals.percent(report.qualityShares[.published] + report.qualityShares[.measured]))
  }

  private func tierTable(_ panel: inout MapPanel, _ svg: inout SVGText) {
    panel.heading(
      report.word("report.tiers", report.setName(report.query.targetSet)), &svg)
    let columns = [0.0, 215, 280, 325, 390]
    panel.row(
      [
        report.word("report.col.tier"), report.word("report.col.target"),
        report.word("report.status.in"), report.word("report.col.share"),
        report.word("report.col.people"),
      ], at: columns, colour: "#56646f", &svg)
    for tier in report.result.tiers { panel.row(cells(tier), at: columns, &svg) }
    for tier in report.besideCounts {
      panel.row(
        [report.word("report.beside"), "", "\(tier.within)/\(tier.of)", "", ""], at: columns, &svg)
    }
    panel.gap(6)
  }

  private func swingTable(_ panel: inout MapPanel, _ svg: inout SVGText) {
    panel.heading(report.word("report.swings"), &svg)
    let tiers = report.result.tiers
    // With many tiers the counts stand without their wholes.
    let columns =
      [0.0]
      + tiers.indices.map {
        390 - Double(tiers.count - 1 - $0) * (hasManyTiers ? 38 : 57)
      }
    panel.row(
      [report.word("report.col.assumption")]
        + tiers.map {
          hasManyTiers
            ? report.targetHours($0.tier).map(report.duration) ?? "–" : report.targetText($0.tier)
        }, at: columns, colour: "#56646f", &svg)
    for swing in report.result.swings {
      panel.row(
        [report.word(swing.code)]
          + swing.tiers.map { hasManyTiers ? "\($0.within)" : "\($0.within)/\($0.of)" },
        at: columns, &svg)
    }
  }

  private func cells(_ tier: TierCount) -> [String] {
    [
      report.names.tier(tier.tier, circle: report.query.circle), report.targetText(tier.tier),
      "\(tier.within)/\(tier.of)",
      tier.of == 0 ? "–" : Numerals.percent(Double(tier.within) / Double(tier.of)) + " %",
      report.millions(tier.populationWithin),
    ]
  }

  private func gatewayTable(_ panel: inout MapPanel, _ svg: inout SVGText, rows: Int) {
    panel.heading(report.word("report.gateways"), &svg)
    let columns = [0.0, 262, 310]
    panel.row(
      [
        report.word("report.col.gateway"), report.word("report.col.cities"),
        report.word("report.status.in"),
      ], at: columns, colour: "#56646f", &svg)
    for share in report.gatewaysByCities.prefix(rows) {
      panel.row(
        [report.gatewayName(share.gateway), "\(share.cities)", "\(share.citiesWithin)"],
        at: columns, &svg)
    }
    panel.gap(6)
  }

  private func districtTable(_ panel: inout MapPanel, _ svg: inout SVGText) {
    guard !report.result.districts.isEmpty else { return }
    panel.heading(report.word("report.districts"), &svg)
    let columns = [0.0, 230, 300, 370]
    panel.row(
      [report.word("report.col.district"), "P50 h", "P80 h", "P95 h"], at: columns,
      colour: "#56646f", &svg)
    for city in report.result.districts {
      panel.row(
        [report.names.place(city.place)]
          + [city.p50, city.p80, city.p95].map { $0.map(Numerals.roundHours) ?? "–" },
        at: columns, &svg)
    }
  }

  private func footer(_ svg: inout SVGText) {
    svg.element(
      "path",
      [
        "d": "M40 1136H1640", "stroke": "#9aa7b1", "stroke-width": "1",
      ])
    var panel = MapPanel(x: margin, y: 1_154, width: Self.width - 2 * margin)
    panel.line(
      ([report.word("report.sketch")] + report.notices).joined(separator: "  |  "), size: 12,
      colour: "#56646f", &svg)
    panel.line(report.headerText.line, size: 12, colour: "#56646f", &svg)
  }
}
