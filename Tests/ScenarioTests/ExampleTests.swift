// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import NetworkIO
import Testing

@testable import Scenario

@Suite struct `Each kind of change` {
  @Test(arguments: Example.all)
  func `touches just these rows`(example: Example) throws {
    let trial = try TrialScenario()
    let before = try trial.checksums()
    let scenario = try trial.read(example.changes)
    #expect(scenario.briefs == example.edits, "\(example.says)")
    #expect(scenario.changes.count == example.changes.count)
    for sentence in scenario.changes {
      #expect(!sentence.en.isEmpty && !sentence.zh.isEmpty, "\(example.says)")
      #expect(!sentence.en.contains("{") && !sentence.zh.contains("{"), "\(sentence)")
    }
    #expect(try trial.checksums() == before, "the base was written")
  }

  @Test func `has an example`() {
    let covered = Set(Example.all.map(\.kind))
    #expect(covered.sorted() == ChangeKind.all.map(\.name).sorted())
  }

  @Test(arguments: Example.all)
  func `marks what it touches as assumed, or as the change says`(example: Example) throws {
    let trial = try TrialScenario()
    let named = example.changes.map { $0 + ", quality: derived, source: plan 19, note: why" }
    for (changes, quality, source) in [
      (example.changes, "assumed", "scenario trial"), (named, "derived", "plan 19"),
    ] {
      let scenario = try trial.read(changes)
      for table in scenario.tables.edited where table.knownColumns.contains("quality") {
        for row in table.present where table.rows[row].original == nil {
          #expect(table.cell(row, "quality") == quality, "\(table.name) \(table.name(of: row))")
          #expect(table.cell(row, "source") == source, "\(table.name) \(table.name(of: row))")
        }
        for row in table.present
        where table.rows[row].original.map({ $0 != table.rows[row].cells }) ?? false {
          #expect(table.cell(row, "quality") == quality, "\(table.name) \(table.name(of: row))")
          #expect(table.cell(row, "note").contains("scenario trial: "), "\(table.name(of: row))")
        }
      }
    }
  }
}
