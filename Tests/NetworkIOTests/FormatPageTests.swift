// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import JSONText
import Quantities
import Testing

@testable import NetworkIO

/// The format's page, the reader's list of tables and the teaching network say the same.
@Suite struct `The page of the format` {
  private let page: String

  init() throws {
    let data = try Data(contentsOf: URL(filePath: repository + "/networks/README.md"))
    page = String(decoding: data, as: UTF8.self)
  }

  /// Table → its rows `| column | value | when empty | …`, its key.
  private var tables: [(file: String, columns: [[String]], key: [String])] {
    page.components(separatedBy: "\n### ").dropFirst().map { section in
      let body = section.components(separatedBy: "\n## ")[0]
      let lines = body.split(separator: "\n").map(String.init)
      let columns = lines.filter { $0.hasPrefix("| `") }.map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().prefix(3).map {
          $0.trimmed(" `")
        }
      }
      let key = lines.first { $0.contains("Key: ") }?.components(separatedBy: "Key: ").last ?? ""
      let names = key.split(separator: "`").enumerated().filter { $0.offset % 2 == 0 }
      return (
        lines[0], columns,
        key.hasPrefix("`") ? names.map { String($0.element) }.filter { $0 != "." } : []
      )
    }
  }

  @Test func `lists the reader's tables with their columns in order`() {
    #expect(tables.map(\.file) == TableSpec.all.map(\.file))
    for (table, spec) in zip(tables, TableSpec.all) {
      let own = spec.columns.dropLast(3)
      #expect(table.columns.map { $0[0] } == own.map(\.name), "\(table.file)")
      #expect(
        table.columns.filter { $0[2] == "required" }.map { $0[0] }
          == own.filter(\.isRequired).map(\.name), "\(table.file)")
      #expect(table.key == spec.key, "\(table.file)")
      for (row, column) in zip(table.columns, own) {
        switch column.kind {
        case .number, .integer:
          #expect(row[1] == word(column.kind), "\(table.file) \(row)")
        default: #expect(row[1].hasPrefix(word(column.kind)), "\(table.file) \(row)")
        }
      }
    }
  }

  /// The first word under which the page writes a kind.
  private func word(_ kind: ColumnKind) -> String {
    switch kind {
    case .text: "text"
    case .identifier: "id"
    case .number(let bounds): "number \(bounds.text)"
    case .integer(let bounds): "integer \(bounds.text)"
    case .flag: "yes or no"
    case .date: "date"
    case .time: "time"
    case .closingTime: "closing time"
    case .stopTime: "stop time"
    case .instant: "moment"
    case .days: "days"
    case .word(let words): "one of `\(words[0])"
    case .list(.word(let words)): "list of one of `\(words[0])"
    case .list: "list of"
    case .reference(let table): "→ \(table)"
    case .territoryScope: "territory scope"
    case .tariffScope: "tariff scope"
    }
  }

  @Test func `holds every file of the teaching network as it stands in its folder`() throws {
    var blocks: [String: String] = [:]
    for part in page.components(separatedBy: "\n`networks/teaching/").dropFirst() {
      let lines = part.components(separatedBy: "```")
      guard lines.count >= 2, let start = lines[1].firstIndex(of: "\n") else { continue }
      blocks[String(lines[0].prefix { $0 != "`" })] = String(lines[1][start...].dropFirst())
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: teachingFolder)
    #expect(blocks.keys.sorted() == files.filter { $0 != "datapackage.json" }.sorted())
    for (name, block) in blocks {
      let data = try Data(contentsOf: URL(filePath: teachingFolder + "/" + name))
      #expect(String(decoding: data, as: UTF8.self) == block, "\(name)")
    }
  }

  @Test func `declares what datapackage.json of the teaching network declares`() throws {
    let data = try Data(contentsOf: URL(filePath: teachingFolder + "/datapackage.json"))
    let root = try JSONDocument(parsing: [UInt8](data)).root
    let resources = try #require(root["resources"]?.arrayValue)
    #expect(resources.count >= 28)
    for resource in resources {
      let path = try #require(resource["path"]?.stringValue)
      let spec = try #require(TableSpec.all.first { $0.file == path })
      let fields = try #require(resource["schema"]?["fields"]?.arrayValue)
      for field in fields {
        let name = try #require(field["name"]?.stringValue)
        let column = try #require(spec.columns.first { $0.name == name }, "\(path) \(name)")
        let isRequired = field["constraints"]?["required"] == .bool(true)
        #expect(isRequired == column.isRequired, "\(path) \(name)")
        #expect(field["type"]?.stringValue == type(column.kind), "\(path) \(name)")
      }
    }
  }

  private func type(_ kind: ColumnKind) -> String {
    switch kind {
    case .number: "number"
    case .integer: "integer"
    case .flag: "boolean"
    case .date: "date"
    default: "string"
    }
  }
}

extension Substring {
  /// Without any of `characters` at either end.
  func trimmed(_ characters: String) -> String {
    var text = self
    while let first = text.first, characters.contains(first) { text.removeFirst() }
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return String(text)
  }
}
