// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import Scenario

/// The tables of the circle: tiers, statuses, cities, swings.
extension ComparisonReport {
  typealias Heading = (String, TextTable.Side)

  var isSingle: Bool { sides.count == 1 }

  /// A heading of a scenario's column; the title is left out where there is one scenario.
  func heading(_ side: ComparedScenario, _ key: String) -> String {
    isSingle ? word(key) : word("comparison.col.of", title(of: side), word(key))
  }

  /// Name of a scenario's own column of figures.
  func column(_ side: ComparedScenario) -> String {
    isSingle ? word("comparison.col.scenario") : title(of: side)
  }

  /// Cities in per tier, and the difference with its width, a group of columns for each scenario.
  var tierTable: ReportTable {
    var headings: [Heading] = [
      (word("report.col.tier"), .left), (word("report.col.target"), .right),
      (word("comparison.base"), .right),
    ]
    if isSingle {
      headings += [
        (word("comparison.col.scenario"), .right), (word("comparison.col.difference"), .right),
        (word("comparison.col.swings"), .right), (word("comparison.col.verdict"), .left),
      ]
      headings += CityChange.Status.allCases.map {
        (word("comparison.status." + $0.rawValue), .right)
      }
    } else {
      headings += sides.flatMap {
        [(column($0), .right), (heading($0, "comparison.col.difference"), .left)] as [Heading]
      }
    }
    var table = ReportTable(word("comparison.table.tiers"), headings)
    for tier in base.result.tiers {
      table.add(
        [tierName(tier.tier), base.targetText(tier.tier), "\(tier.within)/\(tier.of)"]
          + sides.flatMap { cells(tier.tier, $0) })
    }
    return table
  }

  private func cells(_ tier: Int, _ side: ComparedScenario) -> [String] {
    let after = side.report.result.tiers.first { $0.tier == tier }
    let indicator = tierIndicator(tier, side)
    let count = after.map { "\($0.within)/\($0.of)" } ?? "–"
    guard isSingle else { return [count, difference(indicator)] }
    let interval: String
    if let low = indicator?.low, let high = indicator?.high {
      interval =
        low == high
        ? Differences.signed(low, 0)
        : word("comparison.range", Differences.signed(low, 0), Differences.signed(high, 0))
    } else {
      interval = "–"
    }
    return [
      count, Differences.whole(indicator?.difference),
      interval, verdictWord(indicator),
    ] + statusCells(tier, side)
  }

  private func verdictWord(_ indicator: Indicator?) -> String {
    guard let indicator, let difference = indicator.difference else { return "–" }
    if indicator.isSignificant {
      return word(difference > 0 ? "comparison.verdict.more" : "comparison.verdict.fewer")
    }
    let isZero = difference == 0 && (indicator.low ?? 0) == 0 && (indicator.high ?? 0) == 0
    return word(isZero ? "comparison.no_change" : "comparison.not_significant")
  }

  private func statusCells(_ tier: Int, _ side: ComparedScenario) -> [String] {
    CityChange.Status.allCases.map { String(side.count($0, tier: tier)) }
  }

  /// Cities by status, per tier; one scenario has them in the table of tiers.
  var statusTable: ReportTable? {
    guard !isSingle else { return nil }
    var headings: [Heading] = [(word("report.col.tier"), .left)]
    for side in sides {
      for status in CityChange.Status.allCases {
        headings.append((heading(side, "comparison.status." + status.rawValue), .right))
      }
    }
    var table = ReportTable(word("comparison.table.statuses"), headings)
    for tier in base.result.tiers {
      table.add(
        [tierName(tier.tier)] + sides.flatMap { statusCells(tier.tier, $0) })
    }
    return table
  }

  /// The changed cities of one scenario with everything that changes.
  func cityTable(_ side: ComparedScenario) -> ReportTable {
    var table = ReportTable(
      word("comparison.table.cities", title(of: side)),
      [
        (word("report.col.city"), .left), (word("report.col.country"), .left),
        (word("report.col.target"), .right), (word("report.col.status"), .left),
        (word("comparison.col.hours", String(percentile)), .right),
        (word("comparison.col.delta_h"), .right), (word("comparison.col.delta_cost"), .right),
        (word("comparison.col.delta_co2e"), .right), (word("comparison.col.exit"), .left),
        (word("comparison.col.service"), .left),
      ])
    for change in side.changedCities {
      let old = change.before
      let new = change.after
      table.add(
        [
          name(of: change, side), territory(of: change, side),
          target(change), word("comparison.status." + change.status.rawValue),
          arrow(hours(old?.statistic), hours(new?.statistic)),
          Differences.hours(change.deltaSeconds),
          change.deltaCostCNY.map { Differences.signed($0, 1) } ?? "–",
          change.deltaCO2eKG.map { Differences.signed($0, 1) } ?? "–",
          arrow(gateway(old, base), gateway(new, side.report)),
          arrow(service(old, base), service(new, side.report)),
        ], mark: change.status.rawValue)
    }
    return table
  }

  /// The cities that change in any scenario; nil where there is one scenario.
  var sideBySideTable: ReportTable? {
    guard !isSingle else { return nil }
    var headings: [Heading] = [
      (word("report.col.city"), .left), (word("report.col.target"), .right),
      (word("comparison.base"), .right),
    ]
    for side in sides {
      headings += [
        (column(side), .right), (heading(side, "comparison.col.delta_h"), .right),
        (heading(side, "report.col.status"), .left),
      ]
    }
    var table = ReportTable(word("comparison.table.side"), headings)
    var listed: Set<String> = []
    for first in sides {
      for change in first.changedCities where listed.insert(change.cityID).inserted {
        let rows = sides.map { side in
          (side, side.allChanges.first { $0.cityID == change.cityID })
        }
        table.add(
          [
            name(of: change, first), target(change),
            hours(change.before?.statistic),
          ]
            + rows.flatMap { _, row in
              [
                hours(row?.after?.statistic), Differences.hours(row?.deltaSeconds),
                row.map { word("comparison.status." + $0.status.rawValue) } ?? "–",
              ]
            })
      }
    }
    return table
  }

  /// Hours of the city's target, or that it is a district.
  private func target(_ change: CityChange) -> String {
    change.tier == 0 ? word("report.col.district") : base.targetText(change.tier)
  }

  func hours(_ seconds: Int64?) -> String { seconds.map(Numerals.roundHours) ?? "–" }

  /// Before → after, once where both are alike.
  func arrow(_ before: String, _ after: String) -> String {
    before == after ? before : "\(before) → \(after)"
  }

  /// Tier counts under each assumption, the base's beside the scenarios'.
  var swingTable: ReportTable {
    var table = ReportTable(
      word("comparison.table.swings"),
      [(word("report.col.assumption"), .left)]
        + base.result.tiers.map { (tierName($0.tier), .right) })
    for swing in base.result.swings {
      table.add(
        [word(swing.code)]
          + base.result.tiers.map { tier in
            ([swing]
              + sides.map { side in
                side.report.result.swings.first { $0.code == swing.code }
                  ?? Swing(code: swing.code, tiers: [])
              }).map { row in
                row.tiers.first { $0.tier == tier.tier }.map { String($0.within) } ?? "–"
              }.joined(separator: " | ")
          })
    }
    return table
  }
}
