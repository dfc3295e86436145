// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Scenario

extension ComparisonReport {
  /// One page that needs nothing else: the answer on one printed sheet, then maps and tables.
  ///
  /// It stands in both languages without a script; a script of its own, allowed by its hash, only
  /// switches between them.
  ///
  /// - Returns: HTML in UTF-8; names in it are text, never markup.
  public func page() -> [UInt8] { ComparisonPage(self).html() }
}

/// The page's parts in both languages.
struct ComparisonPage {
  private let report: ComparisonReport
  private let both: [ComparisonReport]
  /// Rows of a table that a page holds; the files hold all.
  private let rowLimit = 400

  init(_ report: ComparisonReport) {
    self.report = report
    both = Language.allCases.map(report.speaking)
  }

  func html() -> [UInt8] {
    let (css, js) = (PageParts.Comparison.css, PageParts.Comparison.js)
    return CoverageReport.fill(
      PageParts.Comparison.html,
      [
        "lang": Array(Self.code(report.language).utf8), "title": escaped(report.title),
        "generator": escaped("Tidebore \(report.header.toolVersion)"),
        "style": css, "style-hash": CoverageReport.policyHash(css),
        "script": js, "script-hash": CoverageReport.policyHash(js),
        "first": Array(first().text.utf8), "maps": Array(maps().text.utf8),
        "tables": Array(tables().utf8), "footer": Array(footer().text.utf8),
      ])
  }

  static func code(_ language: Language) -> String { language == .zh ? "zh-CN" : "en" }

  private func escaped(_ text: String) -> [UInt8] { Array(SVGText.escaped(text).utf8) }

  /// The same element once for each language.
  private func each(
    _ name: String, _ kind: String, _ svg: inout SVGText,
    _ write: (ComparisonReport, inout SVGText) -> Void
  ) {
    for report in both {
      svg.begin(
        name,
        [
          "class": "\(kind) lang-\(report.language.rawValue)", "lang": Self.code(report.language),
        ])
      write(report, &svg)
      svg.end()
    }
  }

  private func paragraph(_ text: String, _ kind: String, _ svg: inout SVGText) {
    svg.element("p", ["class": kind], text: text)
  }

  private func list(_ items: [String], more: String?, _ svg: inout SVGText) {
    svg.begin("ul")
    for item in items { svg.element("li", [:], text: item) }
    if let more { svg.element("li", ["class": "quiet"], text: more) }
    svg.end()
  }

  private func more(_ count: Int, _ report: ComparisonReport) -> String? {
    count > 0 ? report.word("comparison.more", String(count)) : nil
  }

  /// The sheet that a decision needs.
  private func first() -> SVGText {
    var svg = SVGText()
    for report in both {
      svg.element(
        "h1",
        [
          "class": "lang-" + report.language.rawValue, "lang": Self.code(report.language),
        ], text: report.title)
    }
    each("div", "head", &svg) { report, svg in
      paragraph(report.subject, "quiet", &svg)
      // A sheet holds three scenarios; the tables hold all.
      for side in report.sides.prefix(3) { add(report.verdict(side), report, &svg) }
      if let rest = more(report.sides.count - 3, report) { paragraph(rest, "quiet", &svg) }
      svg.append(report.tierTable.markup())
    }
    if let side = report.sides.first { pageMap(side, &svg) }
    return svg
  }

  private func add(_ verdict: ScenarioVerdict, _ report: ComparisonReport, _ svg: inout SVGText) {
    guard report.isSingle else { return addShort(verdict, report, &svg) }
    if !verdict.question.isEmpty { paragraph(verdict.question, "question", &svg) }
    paragraph(verdict.headline, "headline", &svg)
    if let because = verdict.because { paragraph(because, "because", &svg) }
    svg.begin("div", ["class": "pair"])
    svg.begin("div")
    svg.element("h3", [:], text: report.word("comparison.what_changed"))
    list(
      Array(verdict.changes.prefix(5)), more: more(verdict.changes.count - 5, report), &svg)
    paragraph(verdict.rowsTouched, "quiet", &svg)
    svg.end()
    svg.begin("div")
    svg.element("h3", [:], text: report.word("comparison.answer"))
    list(verdict.figures, more: nil, &svg)
    svg.end()
    svg.end()
  }

  /// Of several scenarios: title, answer, what it changes, what it costs.
  private func addShort(
    _ verdict: ScenarioVerdict, _ report: ComparisonReport, _ svg: inout SVGText
  ) {
    svg.element("h3", [:], text: verdict.title)
    paragraph(verdict.headline, "headline", &svg)
    if let because = verdict.because { paragraph(because, "because", &svg) }
    var changes = Array(verdict.changes.prefix(3))
    if let rest = more(verdict.changes.count - 3, report) { changes.append(rest) }
    let figures = verdict.figures.prefix(report.sides.count > 2 ? 1 : 2)
    list(
      ([changes.joined(separator: " ")] + figures).filter { !$0.isEmpty }, more: nil, &svg)
  }

  /// All places over the full width; under them the origin's surroundings beside who gains and loses.
  private func pageMap(_ side: ComparedScenario, _ svg: inout SVGText) {
    if !report.isSingle {
      each("p", "quiet", &svg) { report, svg in
        svg.append(text(report.word("comparison.first_map", report.title(of: side))))
      }
    }
    map(number: side.number, report.base.mainView, &svg)
    svg.begin("div", ["class": "lower"])
    svg.begin("div")
    map(number: side.number, .origin, &svg)
    each("p", "quiet", &svg) { report, svg in
      svg.append(
        text(
          report.word("report.and", report.word("report.sketch"), report.word("report.rivers_note"))
        ))
    }
    svg.end()
    svg.begin("div")
    each("div", "who", &svg) { report, svg in
      let verdict = report.verdict(report.sides[side.number])
      svg.begin("div", ["class": "pair"])
      let lists = [
        ("gains", verdict.gains, verdict.more.gains), ("loses", verdict.loses, verdict.more.loses),
      ]
      for (key, cities, rest) in lists {
        svg.begin("div", ["class": key])
        svg.element("h3", [:], text: report.word("comparison.\(key)_heading"))
        list(
          cities.isEmpty ? [report.word("comparison.nobody")] : cities, more: more(rest, report),
          &svg)
        svg.end()
      }
      svg.end()
      svg.element("h3", [:], text: report.word("comparison.trust"))
      for line in verdict.trust { paragraph(line, "quiet", &svg) }
    }
    svg.end()
    svg.end()
  }

  private func text(_ text: String) -> SVGText {
    var svg = SVGText()
    svg.element("span", [:], text: text)
    return svg
  }

  /// A map with the names and the legend of both languages; the page shows those of its own.
  private func map(number: Int, _ view: MapView, _ svg: inout SVGText) {
    let isMain = view == report.base.mainView
    let width = isMain ? 1_180.0 : 560
    let zoom = isMain ? 1.35 : 1.3
    let tallest = isMain ? 620.0 : .infinity
    let drawing = DeltaDrawing(
      report, report.sides[number], view: view, width: width, tallest: tallest, zoom: zoom)
    let legendHeight = isMain ? 106.0 : 0
    svg.begin("div", ["class": "map " + view.rawValue])
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img",
        "aria-label": both.map { report in
          report.word(
            "comparison.map.title", String(report.percentile),
            report.title(of: report.sides[number]))
        }.joined(separator: " / "),
        "viewBox":
          "0 0 \(SVGText.number(width)) \(SVGText.number(drawing.frame.height + legendHeight))",
      ])
    svg.append(drawing.background())
    svg.append(drawing.signs())
    for report in both {
      let drawing = DeltaDrawing(
        report, report.sides[number], view: view, width: width, tallest: tallest, zoom: zoom)
      svg.append(drawing.labels(limit: isMain ? 24 : 14))
      if isMain { legend(report, top: drawing.frame.height, &svg) }
    }
    svg.append(drawing.scaleBar())
    svg.end()
    svg.end()
  }

  private func legend(_ report: ComparisonReport, top: Double, _ svg: inout SVGText) {
    let legend = DeltaLegend(report: report)
    svg.begin(
      "g", ["class": "lang-" + report.language.rawValue, "font-family": MapSheet.fonts])
    legend.bar(x: 8, y: top + 24, width: 600, size: 16, &svg)
    legend.signs(x: 640, y: top + 24, width: 540, size: 15, &svg)
    svg.end()
  }

  /// Maps of the scenarios after the first.
  private func maps() -> SVGText {
    var svg = SVGText()
    guard report.sides.count > 1 else { return svg }
    svg.begin("section", ["class": "maps"])
    each("h2", "", &svg) { report, svg in svg.append(text(report.word("comparison.maps"))) }
    for side in report.sides.dropFirst() {
      each("h3", "", &svg) { report, svg in svg.append(text(report.title(of: side))) }
      map(number: side.number, report.base.mainView, &svg)
      map(number: side.number, .origin, &svg)
    }
    svg.end()
    return svg
  }

  private func tables() -> String {
    var svg = SVGText()
    svg.begin("section", ["class": "tables"])
    each("div", "", &svg) { report, svg in
      svg.element("h2", [:], text: report.word("comparison.tables"))
      // The first table stands on the sheet above.
      for table in report.tables().dropFirst() {
        svg.append(table.first(rowLimit) { report.word("comparison.more", $0) }.markup())
      }
    }
    svg.end()
    return svg.text
  }

  private func footer() -> SVGText {
    var svg = SVGText()
    each("div", "", &svg) { report, svg in
      let lines =
        [report.base.clockSentence, report.base.idealChain, report.word("report.sketch")]
        + report.notices + [report.base.headerText.line, report.header.command]
      for line in lines where !line.isEmpty { paragraph(line, "", &svg) }
    }
    return svg
  }
}
