// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import Quantities

/// What colours and signs mean.
struct MapLegend {
  let report: CoverageReport
  let view: MapView

  func add(to panel: inout MapPanel, _ svg: inout SVGText) {
    panel.heading(
      report.word("report.legend.surface", String(report.query.percentile)), &svg)
    bands(&panel, &svg)
    panel.heading(report.word("report.legend.signs"), &svg)
    signs(&panel, &svg)
    if view != .world { terminals(&panel, &svg) }
  }

  private func bands(_ panel: inout MapPanel, _ svg: inout SVGText) {
    let bands = report.bands(of: view)
    let columns = 3
    let step = panel.width / Double(columns)
    for band in 0..<bands.count {
      swatch(
        bands.colour(band), report.bandText(band, bands), column: band % columns, step, panel,
        &svg)
      if band % columns == columns - 1 { panel.gap(22) }
    }
    let column = bands.count % columns
    swatch(
      "url(#\(view.rawValue)-legend)", report.word("report.legend.hatch"), column: column, step,
      panel, &svg)
    svg.begin("defs")
    svg.begin(
      "pattern",
      [
        "id": view.rawValue + "-legend", "width": "6", "height": "6",
        "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)",
      ])
    svg.element(
      "path", ["d": "M0 0V6", "stroke": "#5d4a2c", "stroke-width": "1", "opacity": ".6"])
    svg.end()
    svg.end()
    panel.gap(34)
  }

  private func swatch(
    _ fill: String, _ text: String, column: Int, _ step: Double, _ panel: MapPanel,
    _ svg: inout SVGText
  ) {
    let x = panel.x + Double(column) * step
    svg.element(
      "rect",
      [
        "x": SVGText.number(x), "y": SVGText.number(panel.y - 12), "width": "24", "height": "14",
        "fill": fill, "stroke": "#8a97a1", "stroke-width": "0.6",
      ])
    caption(text, x: x + 31, panel, &svg)
  }

  private func caption(_ text: String, x: Double, _ panel: MapPanel, _ svg: inout SVGText) {
    svg.element(
      "text",
      [
        "x": SVGText.number(x), "y": SVGText.number(panel.y), "font-size": "13",
        "fill": "#1b2833",
      ], text: text)
  }

  private func signs(_ panel: inout MapPanel, _ svg: inout SVGText) {
    var row = panel
    let hasDistricts = view != .world && !report.result.districts.isEmpty
    let tiers = report.result.tiers.map(\.tier) + (hasDistricts ? [0] : [])
    let perRow = tiers.count > 4 ? 3 : 1
    for (number, tier) in tiers.enumerated() {
      let shift = Double(number % perRow) * panel.width / 3
      if number > 0, number % perRow == 0 { row.gap(22) }
      sign(Glyphs.tier(tier), "#ffffff", "#0b2f57", x: row.x + shift, row, &svg)
      let name =
        tier == 0
        ? report.word("report.districts") : report.names.tier(tier, circle: report.query.circle)
      caption(name, x: row.x + shift + 31, row, &svg)
    }
    row.gap(22)
    for (number, status) in [CityResult.Status.within, .out, .unreachable].enumerated() {
      let x = row.x + Double(number) * panel.width / 3
      if status == .unreachable {
        sign(Glyphs.cross, "none", Glyphs.fill(status), x: x, row, &svg)
      } else {
        sign(Glyphs.tier(1), Glyphs.fill(status), Glyphs.stroke(status), x: x, row, &svg)
      }
      caption(report.status(status), x: x + 31, row, &svg)
    }
    row.gap(22)
    sign(MapDrawing.star, "#b3261e", "#ffffff", x: row.x, row, &svg)
    caption(report.word("report.legend.origin"), x: row.x + 31, row, &svg)
    sign(
      "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z", "none", "#8a4b00",
      x: row.x + panel.width / 3, row, &svg)
    caption(report.word("report.legend.gateway"), x: row.x + panel.width / 3 + 31, row, &svg)
    sign("M-9 0H9", "none", "#1c7c94", x: row.x + panel.width / 3 * 2, row, &svg)
    caption(report.word("report.legend.river"), x: row.x + panel.width / 3 * 2 + 31, row, &svg)
    row.gap(30)
    panel = row
  }

  private func sign(
    _ path: String, _ fill: String, _ stroke: String, x: Double, _ panel: MapPanel,
    _ svg: inout SVGText
  ) {
    svg.element(
      "path",
      [
        "d": path, "fill": fill, "stroke": stroke, "stroke-width": "1.6",
        "transform": "translate(\(SVGText.number(x + 12)) \(SVGText.number(panel.y - 5)))",
      ])
  }

  private func terminals(_ panel: inout MapPanel, _ svg: inout SVGText) {
    let kinds = Set(
      MapDrawing(report, view: view, width: 1_120).terminalMarks.map {
        report.network.places[$0.place.index].kind
      })
    var shown: [PlaceKind] = []
    for kind in PlaceKind.allCases where kinds.contains(kind) {
      let isKnown = shown.contains { Glyphs.terminal($0) == Glyphs.terminal(kind) }
      if !isKnown { shown.append(kind) }
    }
    for (number, kind) in shown.enumerated() {
      let x = panel.x + Double(number % 3) * panel.width / 3
      if number > 0, number % 3 == 0 { panel.gap(22) }
      svg.begin(
        "g",
        [
          "transform":
            "translate(\(SVGText.number(x + 12)) \(SVGText.number(panel.y - 5))) scale(.9)"
        ])
      MapDrawing.badge(kind, to: &svg)
      svg.end()
      caption(report.word("report.kind." + kind.rawValue), x: x + 31, panel, &svg)
    }
    panel.gap(32)
  }
}
