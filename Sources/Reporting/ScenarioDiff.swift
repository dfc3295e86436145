// SPDX-License-Identifier: GPL-3.0-or-later
public import Catalogue
import FreightModel
import JSONText
import NetworkIO
public import Scenario

/// What a scenario changes: a sentence for each change, then the rows.
public struct ScenarioDiff: Sendable {
  private let scenario: ReadScenario
  private let language: Language

  public init(_ scenario: ReadScenario, language: Language) {
    self.scenario = scenario
    self.language = language
  }

  private func word(_ key: String, _ arguments: String...) -> String {
    Messages.text(key, arguments, in: language)
  }

  /// For a terminal.
  public func text() -> String {
    var out = "\(title)\n"
    let question = scenario.question.text(in: language)
    if !question.isEmpty { out += "  \(TextWidth.printable(question))\n" }
    out += "  \(word("diff.base", scenario.base, scenario.baseFolder))\n\n"
    for change in scenario.changes { out += "- \(printable(change))\n" }
    if scenario.changes.isEmpty { out += "- \(word("diff.nothing"))\n" }
    out += "\n\(word("diff.rows", String(scenario.edits.count)))\n"
    for edit in RowEdit.byKey(scenario.edits) { out += "  \(line(edit))\n" }
    if !scenario.overlaps.isEmpty {
      out += "\n\(word("diff.overlaps"))\n"
      for cell in scenario.overlaps { out += "  \(TextWidth.printable(cell))\n" }
    }
    return out
  }

  /// For machines.
  public func json(_ header: RunHeader) -> [UInt8] {
    let edits = RowEdit.byKey(scenario.edits).map { edit -> JSONValue in
      [
        "table": .string(edit.table), "row": .string(edit.key),
        "action": .string(edit.action.rawValue),
        "cells": .array(
          edit.cells.map {
            [
              "column": .string($0.column), "before": .string($0.before),
              "after": .string($0.after),
            ]
          }),
      ]
    }
    let network = scenario.read.network
    let head = RunHeaderText(
      header: header, network: network, notices: network.header.notices,
      names: Names(network: network, language: language))
    let members: [JSONValue.Member] = [
      .init("scenario", .string(scenario.name)),
      .init("title", .string(scenario.title.text(in: language))),
      .init("base", .string(scenario.base)),
      .init("changes", .array(scenario.changes.map { .string($0.text(in: language)) })),
      .init("rows", .array(edits)),
      .init("overlaps", .array(scenario.overlaps.map { .string($0) })),
    ]
    return Array((JSONValue.object(head.members + members).text(.pretty) + "\n").utf8)
  }

  private var title: String {
    let title = scenario.title.text(in: language)
    return TextWidth.printable(title.isEmpty ? scenario.name : title)
  }

  private func printable(_ change: LocalizedText) -> String {
    TextWidth.printable(change.text(in: language))
  }

  private func line(_ edit: RowEdit) -> String {
    let sign = ["set": "~", "add": "+", "remove": "-"][edit.action.rawValue] ?? " "
    return TextWidth.printable("\(sign) \(edit.table) \(edit.key): \(cells(edit))")
  }

  /// All cells that are set; of a row added or removed the first few.
  private func cells(_ edit: RowEdit) -> String {
    let shown = edit.action == .set ? edit.cells : Array(edit.cells.prefix(6))
    let texts = shown.map { cell in
      let before = cell.before.isEmpty ? "–" : cell.before
      let after = cell.after.isEmpty ? "–" : cell.after
      return switch edit.action {
      case .set: "\(cell.column) \(before) → \(after)"
      case .add: "\(cell.column) \(after)"
      case .remove: "\(cell.column) \(before)"
      }
    }
    let rest = edit.cells.count > shown.count ? " …" : ""
    return texts.joined(separator: ", ") + rest
  }
}
