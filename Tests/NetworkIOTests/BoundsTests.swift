// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import Testing

@testable import NetworkIO

@Suite struct `Numbers beyond their bounds` {
  /// Every numeric column of the format, with the next number beyond either end.
  private static let beyond: [(table: String, column: String, text: String, bounds: Bounds)] =
    TableSpec.all.flatMap { spec in
      spec.columns.flatMap { column -> [(String, String, String, Bounds)] in
        switch column.kind {
        case .number(let bounds), .integer(let bounds):
          [bounds.low - 1, bounds.high + 1].map {
            (spec.name, column.name, String(Int64($0.rounded(.down))), bounds)
          }
        default: []
        }
      }
    }

  @Test func `are refused in every numeric column, with the rule`() throws {
    #expect(Self.beyond.count > 200)
    for (table, column, text, bounds) in Self.beyond {
      let spec = try #require(
        TableSpec.all.first { $0.name == table }?.columns.first { $0.name == column })
      let fault = #expect(throws: CellFault.self, "\(table) \(column) \(text)") {
        try CellDecoder.scalar(ArraySlice(Array(text.utf8)), spec.kind, column)
      }
      let isNegative = text.hasPrefix("-") && bounds.low >= 0
      #expect(
        isNegative ? fault?.rule == [] : fault?.rule == [bounds.text], "\(table) \(column) \(text)")
    }
  }

  @Test(
    arguments: [
      ("link.csv", "990,40,no", "990,80000,no", "link.csv:12 value.out_of_range"),
      ("service.csv", ",3.5,even", ",10000000,even", "service.csv:5 value.out_of_range"),
      ("resource.csv", "crane,4,25", "crane,2147483648,25", "resource.csv:2 value.out_of_range"),
      ("service.csv", ",,,5,,", ",,,100000,,", "service.csv:4 value.out_of_range"),
      ("road_rule.csv", "1.35,40", "1.35,0.0001", "road_rule.csv:2 value.out_of_range"),
      ("disruption.csv", ",12,3,1,8", ",12,3,0,8", "disruption.csv:2 value.out_of_range"),
      ("clearance.csv", ",4,2,12,", ",4,0,12,", "clearance.csv:2 value.out_of_range"),
      ("departure.csv", "2026-03-04", "9999-03-04", "departure.csv:6 value.out_of_range"),
    ])
  func `that crashed later are named by file, line and column`(
    file: String, old: String, new: String, fault: String
  ) throws {
    let trial = try TrialNetwork()
    try trial.edit(file, old, new)
    let errors = trial.validate().errors
    #expect(errors.map(brief) == [fault], "\(listing(errors))")
    #expect(errors.allSatisfy { $0.column > 1 })
  }

  @Test(arguments: [
    ("horizon.days", "500"), ("horizon.days", "-1"), ("horizon.fcl_days", "400"),
    ("land.snap_km", "-1"), ("objective.value_of_time_cny_h_fcl", "1000000000000"),
    ("objective.carbon_price_cny_t", "1000000000000"), ("fx.EUR", "0"), ("handover.closes", "25"),
  ])
  func `are refused in parameters, of whatever kind they are`(id: String, value: String) throws {
    let trial = try TrialNetwork()
    let rows = try trial.text("parameter.csv").split(separator: "\n").filter {
      !$0.hasPrefix(id + ",")
    }
    try trial.write(
      "parameter.csv", rows.joined(separator: "\n") + "\n\(id),,,\(value),,,,x,,,,assumed,,\n")
    #expect(trial.faults() == ["parameter.csv:\(rows.count + 1) parameter.range"])
  }
}
