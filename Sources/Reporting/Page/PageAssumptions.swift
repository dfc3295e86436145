// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
import FreightModel
import FreightRouting
import JSONText
import Quantities

/// The rules that decide the answer, each with its quality, and how well each table is known.
struct PageAssumptions {
  /// The report in each language.
  let both: [(Language, CoverageReport)]

  private var network: Network { both[0].1.network }

  var value: JSONValue {
    .array(
      [tables, modes, clearances, lineHauls, doors].filter { group in
        group["rows"]?.arrayValue?.isEmpty == false
      })
  }

  private func group(
    _ title: String, _ heads: [String], quality: Int?, _ rows: [[JSONValue]]
  ) -> JSONValue {
    .object([
      .init("title", .string(title)), .init("heads", .array(heads.map(JSONValue.string))),
      .init("quality", quality.map { .integer(Int64($0)) } ?? .null),
      .init("rows", .array(rows.map(JSONValue.array))),
    ])
  }

  /// Rows of each table by quality.
  private var tables: JSONValue {
    let tables: [(String, [Quality])] = [
      ("place", network.places.map(\.provenance.quality)),
      ("terminal", network.terminals.map(\.provenance.quality)),
      ("link", network.links.map(\.provenance.quality)),
      ("service", network.services.map(\.provenance.quality)),
      ("clearance", network.clearances.map(\.provenance.quality)),
      ("tariff", network.tariffs.map(\.provenance.quality)),
      ("emission_factor", network.emissionFactors.map(\.provenance.quality)),
      ("opening_hours", network.openingHours.map(\.provenance.quality)),
    ]
    return group(
      "page.assume.tables",
      ["page.assume.table"] + Quality.allCases.map { "quality." + $0.rawValue }, quality: nil,
      tables.filter { !$0.1.isEmpty }.map { name, qualities in
        [.string(name)]
          + Quality.allCases.map { quality in .integer(Int64(qualities.count { $0 == quality })) }
      })
  }

  private var modes: JSONValue {
    group(
      "page.assume.modes",
      ["page.assume.rule", "page.assume.cutoff", "page.assume.release", "report.col.quality"],
      quality: 3,
      network.modeRules.map { rule in
        [
          words { report in
            let kind = rule.serviceType.isEmpty ? "" : " (\(rule.serviceType))"
            let reach = report.word(
              rule.isDomestic ? "page.assume.domestic" : "page.assume.international")
            return "\(report.word("mode." + rule.mode.rawValue))\(kind), \(reach)"
          },
          hours(rule.cutoffSeconds), hours(rule.releaseSeconds), quality(rule.provenance),
        ]
      })
  }

  private var clearances: JSONValue {
    group(
      "page.assume.clearance",
      ["page.assume.rule", "page.assume.median", "page.assume.range", "report.col.quality"],
      quality: 3,
      network.clearances.filter {
        $0.cargoClass == nil || $0.cargoClass == both[0].1.query.consignment.cargoClass
      }.map { rule in
        [
          .string(rule.id), hours(rule.time.medianSeconds),
          .string(
            "\(Numerals.hours(rule.time.lowSeconds))–\(Numerals.hours(rule.time.highSeconds))"),
          quality(rule.provenance),
        ]
      })
  }

  private var lineHauls: JSONValue {
    group(
      "page.assume.line_haul",
      [
        "page.assume.rule", "page.assume.departures", "page.assume.cutoff", "page.assume.release",
        "report.col.quality",
      ], quality: 4,
      network.lineHauls.map { rule in
        [
          .string(rule.id),
          .string(
            rule.departures.map { "\(two($0 / 3_600)):\(two($0 / 60 % 60))" }
              .joined(separator: ", ")),
          hours(Int64(rule.cutoffSeconds)), hours(Int64(rule.releaseSeconds)),
          quality(rule.provenance),
        ]
      })
  }

  private var doors: JSONValue {
    group(
      "page.assume.doors",
      ["page.assume.rule", "page.assume.median", "page.assume.hours", "report.col.quality"],
      quality: 3,
      network.doors.filter {
        $0.cargoClass == nil || $0.cargoClass == both[0].1.query.consignment.cargoClass
      }.map { rule in
        [
          words { report in
            let operation = rule.operation == .pickup ? "leg.pickup" : "leg.last_mile"
            return "\(report.word(operation)), \(rule.territory)"
          },
          hours(rule.time.medianSeconds),
          .string(rule.hours.map { network.openingHours[$0].id } ?? ""),
          quality(rule.provenance),
        ]
      })
  }

  private func words(_ text: (CoverageReport) -> String) -> JSONValue {
    .object(both.map { .init($0.rawValue, .string(text($1))) })
  }

  private func hours(_ seconds: Int64) -> JSONValue { .string(Numerals.hours(seconds)) }

  private func quality(_ row: Provenance) -> JSONValue { .string(row.quality.rawValue) }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
