// SPDX-License-Identifier: GPL-3.0-or-later
import NetworkIO
public import Stochastics

/// A row of a network that takes a law of times.
public struct FitTarget: Sendable {
  /// What the columns of a table say of the law.
  private enum Columns: Sendable {
    /// Median, P5 and P95 of a lognormal law.
    case quantiles(median: String, low: String, high: String)
    /// Mean and coefficient of variation.
    case moments(mean: String, variation: String)
    case mean(String)
  }

  private struct Kind: Sendable {
    /// As `--row` has it.
    var word: String
    var table: String
    var columns: Columns
  }

  private static let kinds: [Kind] = [
    Kind(word: "handling", table: "handling", columns: times("time_h")),
    Kind(word: "clearance", table: "clearance", columns: times("time_h")),
    Kind(
      word: "clearance.inspection", table: "clearance",
      columns: .quantiles(
        median: "inspection_h", low: "inspection_low_h", high: "inspection_high_h")),
    Kind(word: "door", table: "door", columns: times("time_h")),
    Kind(word: "inspection", table: "inspection", columns: times("hold_h")),
    Kind(word: "disruption", table: "disruption", columns: times("median_h")),
    Kind(
      word: "background", table: "background",
      columns: .moments(mean: "work", variation: "work_cv")),
    Kind(word: "terminal", table: "terminal", columns: .mean("observed_dwell_h")),
  ]

  private static func times(_ median: String) -> Columns {
    .quantiles(median: median, low: "low_h", high: "high_h")
  }

  private let kind: Kind
  private let row: Int
  /// The row as the command line names it.
  public let text: String

  /// Finds the row; nil after a fault.
  init?(_ text: String, in tables: inout NetworkTables, _ reading: inout RequestReading) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let kind = Self.kinds.first(where: { $0.word == parts[0] }) else {
      reading.add("usage.fit_row", text, Self.kinds.map(\.word).joined(separator: ", "))
      return nil
    }
    let table = tables[kind.table]
    var wanted: [(column: String, value: String)] = []
    if parts[1].utf8.contains(UInt8(ascii: "=")) {
      for pair in parts[1].split(separator: ",") {
        let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let column = String(sides[0])
        guard sides.count == 2, table.knownColumns.contains(column) else {
          let near = NearestName.of(column, in: table.knownColumns).map { [$0] } ?? []
          reading.add("usage.fit_column", kind.table, column, reading.didYouMean(near))
          return nil
        }
        wanted.append((column, String(sides[1])))
      }
    } else if table.key.count == 1 {
      wanted = [(table.key[0], parts[1])]
    } else {
      reading.add("usage.fit_key", kind.table, table.key.joined(separator: ", "))
      return nil
    }
    let rows = table.present.filter { row in
      wanted.allSatisfy { table.cell(row, $0.column) == $0.value }
    }
    guard rows.count == 1 else {
      if rows.isEmpty {
        let names = wanted.count == 1 ? table.present.map { table.cell($0, wanted[0].column) } : []
        let near = NearestName.of(wanted.first?.value ?? "", in: names).map { [$0] } ?? []
        reading.add("usage.fit_no_row", kind.table, parts[1], reading.didYouMean(near))
      } else {
        reading.add(
          "usage.fit_rows", kind.table, parts[1], String(rows.count),
          table.key.joined(separator: ", "))
      }
      return nil
    }
    (self.kind, row, self.text) = (kind, rows[0], text)
  }

  /// Writes the law into the row, with what it rests on.
  ///
  /// The row's quality stays: it speaks of all its figures, and only these were measured.
  ///
  /// - Parameters:
  ///   - fit: The law.
  ///   - source: The file of observations, and its column.
  ///   - tables: The network that has the row.
  func put(
    _ fit: DistributionFit, source: (file: InputFileName, column: String),
    into tables: inout NetworkTables
  ) {
    let law = fit.distribution
    var values: [(String, String)] = []
    switch kind.columns {
    case .quantiles(let median, let low, let high):
      values = [
        (median, PlainNumber.text(law.quantile(0.5))), (low, PlainNumber.text(law.quantile(0.05))),
        (high, PlainNumber.text(law.quantile(0.95))),
      ]
      if kind.table == "handling" { values.append(("distribution", "lognormal")) }
    case .moments(let mean, let variation):
      values = [
        (mean, PlainNumber.text(law.mean)),
        (variation, PlainNumber.text(law.variance.squareRoot() / law.mean)),
      ]
    case .mean(let mean): values = [(mean, PlainNumber.text(law.mean))]
    }
    let parameters = law.fittedParameters.map { "\($0.name) \(PlainNumber.text($0.value))" }
    let table = tables[kind.table]
    let measured = values[0].0
    values += [
      (
        "source",
        table.cell(row, "source").naming(
          measured, "\(source.file.path) sha256 \(source.file.hash)")
      ),
      (
        "note",
        table.cell(row, "note").naming(
          measured,
          "measured, \(fit.family.rawValue) law (\(parameters.joined(separator: ", "))) of \(fit.count) observations in \(source.column), by tidebore fit"
        )
      ),
    ]
    for (column, value) in values {
      tables[kind.table].set(
        row, column, value, mark: .init(file: "--row \(text)", line: 1, column: 1))
    }
  }

  /// The file of observations as a row names it.
  struct InputFileName {
    var path: String
    /// The first twelve digits of its hash.
    var hash: String
  }

  /// P5 and P95 as the network will draw them and as the law has them, where these differ.
  public func approximation(
    _ fit: DistributionFit
  ) -> [(drawn: Double, fitted: Double)]? {
    guard case .quantiles = kind.columns, fit.family != .lognormal else { return nil }
    let law = fit.distribution
    let ends = [0.05, 0.95].map(law.quantile)
    let drawn = Distribution.lognormal(median: law.quantile(0.5), low: ends[0], high: ends[1])
    return zip([0.05, 0.95].map(drawn.quantile), ends).map { (drawn: $0, fitted: $1) }
  }
}

extension String {
  /// Remarks divided by `; ` with one on this column, in the place of what was said of it before.
  fileprivate func naming(_ column: String, _ remark: String) -> String {
    let others = split(separator: "; ").filter { !$0.hasPrefix("\(column): ") }
    return (others + ["\(column): \(remark)"]).joined(separator: "; ")
  }
}
