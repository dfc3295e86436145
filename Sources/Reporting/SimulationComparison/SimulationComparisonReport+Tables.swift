// SPDX-License-Identifier: GPL-3.0-or-later
import FreightSimulation
import Stochastics

/// Tables that a terminal, a page and Markdown show alike.
extension SimulationComparisonReport {
  /// The family that Holm's correction was made over.
  func headlineTable(_ entry: Entry) -> ReportTable {
    table(
      entry, word("simcompare.headlines"), word("simcompare.headlines_note"),
      entry.comparison.rows.filter(\.isHeadline))
  }

  /// Rows outside the family whose own interval leaves out 0; the furthest from 0 first.
  func exploratoryTable(_ entry: Entry) -> ReportTable {
    table(
      entry, word("simcompare.exploratory"), word("simcompare.exploratory_note"),
      entry.comparison.rows.filter { !$0.isHeadline && $0.isSignificant }.sorted {
        ($1.difference.t, $0.key) < ($0.difference.t, $1.key)
      })
  }

  func oneSidedTable(_ entry: Entry) -> ReportTable {
    table(
      entry, word("simcompare.one_sided"), nil, entry.comparison.rows.filter { $0.side != .both })
  }

  private func table(
    _ entry: Entry, _ title: String, _ note: String?, _ rows: [SimulationComparison.Row]
  ) -> ReportTable {
    var table = ReportTable(
      title,
      [
        (word("sim.col.indicator"), .left), (word("sim.col.unit"), .left),
        (word("simcompare.col.base"), .right), (word("simcompare.col.scenario"), .right),
        (word("simcompare.col.difference"), .right), (word("sim.col.verdict"), .left),
        (word("sim.col.variance_ratio"), .right),
      ], note: note)
    for row in rows {
      let figures = row.difference
      table.add([
        name(row.key, entry), unit(row.key.unit),
        EstimateText.figure(row.isBaseInfinite ? .infinity : figures.base.mean),
        EstimateText.figure(row.isScenarioInfinite ? .infinity : figures.changed.mean),
        row.side == .both ? EstimateText.signedBoth(figures.difference) : "–", verdict(row),
        figures.varianceRatio.map(EstimateText.figure) ?? "–",
      ])
    }
    return table
  }

  func diversionTable(_ entry: Entry) -> ReportTable {
    var table = ReportTable(
      word("simcompare.diversions"),
      [
        (word("simcompare.col.from"), .left), (word("simcompare.col.to"), .left),
        (word("sim.col.lots"), .right), ("TEU", .right), (word("simcompare.col.late"), .right),
        (word("simcompare.col.delay"), .right), (word("simcompare.col.undelivered"), .right),
      ], note: word("simcompare.diversions_note"))
    for row in entry.comparison.diversions.rows where row.isDiversion || row.late > 0 {
      table.add([
        way(row.from, entry), way(row.to, entry), Numerals.grouped(row.lots),
        EstimateText.figure(row.teu), Numerals.grouped(row.late),
        row.late > 0 ? EstimateText.figure(row.meanDelayHours) : "–",
        Numerals.grouped(row.undelivered),
      ])
    }
    return table
  }

  func tables(_ entry: Entry) -> [ReportTable] {
    [
      headlineTable(entry), diversionTable(entry), exploratoryTable(entry), oneSidedTable(entry),
    ].filter { !$0.isEmpty }
  }

  func sentences(_ entry: Entry) -> [String] {
    what(entry) + recovery(entry) + [diversionSentence(entry)]
  }

  /// The comparison as text for a terminal; lines end with a newline.
  public func table() -> String {
    var out = "\(TextWidth.printable(title))\n"
    for entry in entries {
      out += "\n\(TextWidth.printable(title(entry)))\n"
      for line in sentences(entry) { out += "  \(TextWidth.printable(line))\n" }
      for (number, table) in tables(entry).enumerated() {
        out += table.first(number == 0 ? 80 : 12) { word("comparison.more", $0) }.text()
      }
    }
    out += "\n"
    for line in faults + notices + [headerText.line] { out += "  \(TextWidth.printable(line))\n" }
    return out
  }

  /// The same as GitHub-flavoured Markdown.
  public func markdown() -> String {
    var out = "# \(MarkdownText.escaped(title))\n\n"
    for entry in entries {
      out += "## \(MarkdownText.escaped(title(entry)))\n\n"
      for line in sentences(entry) { out += "- \(MarkdownText.escaped(line))\n" }
      out += "\n"
      for (number, table) in tables(entry).enumerated() {
        out += table.first(number == 0 ? 80 : 20) { word("comparison.more", $0) }.markdown()
      }
    }
    for line in faults + notices + [headerText.line] { out += "\(MarkdownText.escaped(line))\n\n" }
    return out
  }
}
