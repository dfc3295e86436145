// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightSimulation
import JSONText
import Stochastics

extension SimulationComparisonReport {
  /// The comparison as JSON.
  ///
  /// - Returns: UTF-8, one object with a member of `scenarios` for each; what is not a number is null.
  public func json() -> [UInt8] {
    let root: [JSONValue.Member] = [
      .init("format", "tidebore.simulation-comparison/1"),
      .init("meta", .object(headerText.members)),
      .init("scenarios", .array(entries.map { .object(members($0)) })),
      .init("faults", .array(faults.map(JSONValue.string))),
    ]
    var bytes: [UInt8] = []
    JSONValue.object(root).write(into: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private func members(_ entry: Entry) -> [JSONValue.Member] {
    let comparison = entry.comparison
    let query = comparison.base.query
    return [
      .init("name", .string(entry.name)), .init("title", .string(title(entry))),
      .init(
        "run",
        .object([
          .init("replications", .integer(Int64(comparison.replications))),
          .init("days", .integer(Int64(query.days))),
          .init("warmup_days", .integer(Int64(query.warmupDays))),
          .init("seed", .string(String(query.seed))),
        ])),
      .init(
        "family",
        .object([
          .init("size", .integer(Int64(comparison.familySize))), .init("level", .number(0.05)),
          .init("correction", "holm"),
        ])),
      .init(
        "median_variance_ratio", comparison.medianVarianceRatio.map(EstimateText.json) ?? .null),
      .init("differences", .array(comparison.rows.map { .object(members($0)) })),
      .init("backlog", comparison.backlog.map { .object(members($0, entry)) } ?? .null),
      .init(
        "late_pct", estimate(comparison.diversions.latePercent)),
      .init(
        "diversions",
        .array(
          comparison.diversions.rows.map { row in
            .object([
              .init("from", .string(Self.key(row.from))), .init("to", .string(Self.key(row.to))),
              .init("lots", .integer(Int64(row.lots))), .init("teu", EstimateText.json(row.teu)),
              .init("late", .integer(Int64(row.late))),
              .init("undelivered", .integer(Int64(row.undelivered))),
              .init("mean_delay_h", EstimateText.json(row.meanDelayHours)),
            ])
          })),
    ]
  }

  private func members(_ row: SimulationComparison.Row) -> [JSONValue.Member] {
    let figures = row.difference
    return [
      .init("table", .string(row.key.table.name)), .init("key", .string(row.key.name)),
      .init("field", .string(row.key.field)), .init("unit", .string(row.key.unit)),
      .init("in", .string(row.side.rawValue)), .init("is_headline", .bool(row.isHeadline)),
      .init("base", EstimateText.json(row.isBaseInfinite ? .infinity : figures.base.mean)),
      .init(
        "scenario", EstimateText.json(row.isScenarioInfinite ? .infinity : figures.changed.mean)),
      .init("base_infinite", .bool(row.isBaseInfinite)),
      .init("scenario_infinite", .bool(row.isScenarioInfinite)),
      .init("difference", estimate(figures.difference)),
      .init("p_holm", row.adjustedP.map(EstimateText.json) ?? .null),
      .init(
        "is_significant",
        row.side == .both && figures.difference.n > 1 ? .bool(row.isSignificant) : .null),
      .init("verdict", .string(verdict(row))),
      .init("variance_ratio", figures.varianceRatio.map(EstimateText.json) ?? .null),
    ]
  }

  private func members(_ backlog: BacklogRecovery, _ entry: Entry) -> [JSONValue.Member] {
    func mean(_ series: [[Int32]]) -> JSONValue {
      .array(BacklogCurve(series).hours.map { EstimateText.json($0.mean) })
    }
    return [
      .init("places", .array(backlog.places.map(JSONValue.string))),
      .init("closes_h", .integer(Int64(backlog.closes))),
      .init("reopens_h", .integer(Int64(backlog.reopens))),
      .init("peak", estimate(backlog.peak)), .init("recovery_h", estimate(backlog.recoveryHours)),
      .init(
        "recovery_median_h",
        .object([
          .init("median", EstimateText.json(backlog.medianHours.value)),
          .init("lo", backlog.medianHours.lo.map(EstimateText.json) ?? .null),
          .init("hi", backlog.medianHours.hi.map(EstimateText.json) ?? .null),
        ])),
      .init("recovered", .integer(Int64(backlog.recovered))),
      .init("replications", .integer(Int64(backlog.recoveries.count))),
      .init("base_by_hour", mean(backlog.base)), .init("scenario_by_hour", mean(backlog.scenario)),
      .init(
        "published",
        .array(
          published(entry).map { row in
            .object([
              .init("id", .string(row.id)), .init("name", .string(row.name)),
              .init("value", row.value.map(EstimateText.json) ?? .null),
              .init("low", row.low.map(EstimateText.json) ?? .null),
              .init("high", row.high.map(EstimateText.json) ?? .null),
              .init("unit", .string(row.unit)), .init("source", .string(row.provenance.source)),
            ])
          })),
    ]
  }

  /// Without an interval lo and hi are null.
  private func estimate(_ value: Estimate) -> JSONValue {
    .object([
      .init("mean", EstimateText.json(value.mean)),
      .init("lo", value.n > 1 ? EstimateText.json(value.lo) : .null),
      .init("hi", value.n > 1 ? EstimateText.json(value.hi) : .null),
      .init("n", .integer(Int64(value.n))),
    ])
  }

  /// Id of a gateway, or `road`, `waiting`, `absent`.
  static func key(_ way: LotDiversions.Way) -> String {
    switch way {
    case .gateway(let id): id
    case .road: "road"
    case .waiting: "waiting"
    case .absent: "absent"
    }
  }

  /// One long table, RFC 4180: a row for each figure of each scenario.
  ///
  /// - Parameter excel: With a byte order mark, and text that a spreadsheet would run made inert.
  /// - Returns: UTF-8.
  public func csv(excel: Bool = false) -> [UInt8] {
    var csv = CSVText(forExcel: excel)
    csv.add(
      [
        "scenario", "table", "key", "field", "unit", "in", "is_headline", "base", "scenario_value",
        "difference", "lo", "hi", "n", "p_holm", "is_significant", "variance_ratio",
      ].map { Cell.text($0) })
    func cell(_ value: Double?) -> Cell { value.map(EstimateText.cell) ?? .empty }
    for entry in entries {
      for row in entry.comparison.rows {
        let figures = row.difference
        let hasInterval = figures.difference.n > 1
        csv.add([
          .text(entry.name), .text(row.key.table.name), .text(row.key.name), .text(row.key.field),
          .text(row.key.unit), .text(row.side.rawValue), .flag(row.isHeadline),
          cell(row.isBaseInfinite ? .infinity : figures.base.mean),
          cell(row.isScenarioInfinite ? .infinity : figures.changed.mean),
          cell(figures.difference.mean),
          cell(hasInterval ? figures.difference.lo : nil),
          cell(hasInterval ? figures.difference.hi : nil), .whole(figures.difference.n),
          cell(row.adjustedP),
          row.side == .both && hasInterval ? .flag(row.isSignificant) : .empty,
          cell(figures.varianceRatio),
        ])
      }
      for row in entry.comparison.diversions.rows {
        let key = "\(Self.key(row.from))>\(Self.key(row.to))"
        for (field, value) in [
          ("lots", Double(row.lots)), ("teu", row.teu), ("late", Double(row.late)),
          ("undelivered", Double(row.undelivered)),
          ("mean_delay_h", row.meanDelayHours),
        ] {
          csv.add(
            [
              .text(entry.name), .text("diversion"), .text(key), .text(field), .empty,
              .text("both"),
            ]
              + [.flag(false), .empty, cell(value)]
              + [Cell](repeating: .empty, count: 7))
        }
      }
    }
    return csv.bytes
  }
}
