// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FoundationEssentials
import FreightModel
import NetworkIO
import Quantities

@testable import Scenario

/// The repository's folder, from this file's own path.
let repository = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

/// A copy of the teaching network in a folder of its own, scenarios beside it; removed at the end.
struct TrialScenario: ~Copyable {
  let folder: String

  var network: String { folder + "/network" }

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/tidebore-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: repository + "/networks/teaching", toPath: folder + "/network")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func text(_ table: String) throws -> String {
    try String(contentsOfFile: "\(network)/\(table).csv", encoding: .utf8)
  }

  func write(_ table: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(network)/\(table).csv"))
  }

  func append(_ table: String, _ rows: String...) throws {
    try write(table, try text(table) + rows.map { $0 + "\n" }.joined())
  }

  func replace(_ table: String, _ old: String, _ new: String) throws {
    let before = try text(table)
    guard before.contains(old) else { throw NotFound(table: table, text: old) }
    try write(table, before.replacing(old, with: new))
  }

  struct NotFound: Error {
    var table: String
    var text: String
  }

  /// Writes a scenario file; returns its path.
  func file(_ bytes: some Sequence<UInt8>, named name: String = "trial") throws -> String {
    let path = "\(folder)/\(name).yaml"
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  /// Writes a scenario of these changes: each is a flow map such as `kind: status, …`, or block lines.
  func scenario(
    _ changes: [String], named name: String = "trial", file: String? = nil,
    on base: String = "network"
  ) throws -> String {
    let head = "schema: tidebore-scenario/1\nname: \(name)\nbase: \(base)\nchanges:\n"
    return try self.file(
      (head + changes.map { "  - { \($0) }\n" }.joined()).utf8, named: file ?? name)
  }

  func read(_ changes: String...) throws -> ReadScenario { try read(changes) }

  func read(_ changes: [String]) throws -> ReadScenario {
    try ScenarioReader.read(file: try scenario(changes))
  }

  /// What is wrong with these changes, `line:column code` each; the first change is on line 5.
  func faults(_ changes: String...) throws -> [String] {
    try errors(in: scenario(changes)).map(brief)
  }

  /// Every file of the network with its checksum.
  func checksums() throws -> [String: String] {
    var sums: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: network) {
      let bytes = try Data(contentsOf: URL(filePath: "\(network)/\(name)"))
      sums[name] = SHA256.hex(of: [UInt8](bytes))
    }
    return sums
  }
}

/// What is wrong with a scenario file; empty where nothing is.
func errors(in file: String) -> [Diagnostic] {
  do throws(InvalidInput) {
    _ = try ScenarioReader.read(file: file)
    return []
  } catch {
    return error.errors
  }
}

func brief(_ diagnostic: Diagnostic) -> String {
  "\(diagnostic.line):\(diagnostic.column) \(diagnostic.code)"
}

/// Faults as the command line prints them, for messages of tests.
func listing(_ diagnostics: [Diagnostic]) -> String {
  diagnostics.map {
    "\($0.file):\($0.line):\($0.column): \($0.code): \($0.message(in: .en))"
      + " [\($0.hint(in: .en) ?? "")]"
  }.joined(separator: "\n")
}

/// `table key: column before → after, …`, with + or - before an added or removed row.
func brief(_ edit: RowEdit) -> String {
  let cells = edit.cells.map { cell in
    switch edit.action {
    case .set: "\(cell.column) \(cell.before)→\(cell.after)"
    case .add: "\(cell.column)=\(cell.after)"
    case .remove: "\(cell.column)=\(cell.before)"
    }
  }
  switch edit.action {
  case .set: return "\(edit.table) \(edit.key): \(cells.joined(separator: ", "))"
  case .add: return "+\(edit.table) \(cells.joined(separator: ", "))"
  case .remove: return "-\(edit.table) \(edit.key)"
  }
}

extension ReadScenario {
  var briefs: [String] { edits.map(brief) }

  /// The rows of all edited tables as they are now; marks of provenance left out.
  var plainRows: [String: [[String]]] {
    var rows: [String: [[String]]] = [:]
    for table in tables.edited {
      rows[table.name] = table.present.map { row in
        table.knownColumns.filter { !["quality", "source", "note"].contains($0) }.map {
          table.cell(row, $0)
        }
      }
    }
    return rows
  }

  /// The cells of all edited tables, those of provenance too.
  var allRows: [String: [[String]]] {
    var rows: [String: [[String]]] = [:]
    for table in tables.edited {
      rows[table.name] =
        [table.columns] + table.present.map { row in table.columns.map { table.cell(row, $0) } }
    }
    return rows
  }
}
