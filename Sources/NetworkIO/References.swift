// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel

/// The ids of a table, sorted, with the rows that hold them.
struct IDIndex {
  let spec: TableSpec
  /// Sorted by bytes; an `ID` is a position in it.
  let ids: [String]
  /// Position → the first row with this id, or several rows where the table allows it.
  let rows: [[Int]]
  let position: [String: Int]
  /// False where ids may be missing because rows were unreadable.
  let isComplete: Bool

  static func missing(_ spec: TableSpec, isComplete: Bool) -> Self {
    Self(spec: spec, ids: [], rows: [], position: [:], isComplete: isComplete)
  }
}

extension IDIndex {
  /// Collects the ids of a table; a second row with the id of another is a fault where ids are keys.
  ///
  /// - Complexity: O(*n* log *n*).
  init(of table: inout DecodedTable, allowsSeveralRows: Bool, log: inout DiagnosticLog) {
    let column = table.spec.key.count == 1 ? table.column(table.spec.key[0]) : table.column("id")
    var found: [String: [Int]] = [:]
    found.reserveCapacity(table.rowCount)
    for row in table.rows where table.cell(row, column) != nil {
      let id = table.text(row, column)
      if let first = found[id]?.first, !allowsSeveralRows {
        table.fault(
          row, column, CellFault(code: .idTwice, rule: ["\(table.line(first))"]), &log)
      } else {
        found[id, default: []].append(row)
      }
    }
    let sorted = found.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    spec = table.spec
    ids = sorted.map(\.key)
    rows = sorted.map(\.value)
    position = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    isComplete = table.isComplete
  }
}

/// Resolves the cells that name rows of other tables.
struct ReferenceResolver {
  private struct Unknown {
    var table: String
    var row: Int
    var column: Int
    var count: Int
  }

  private var indices: [String: IDIndex] = [:]
  private var areas: Set<String> = []
  private var markets: Set<String> = []
  /// Unknown values of a table, in the order in which they were met.
  private var unknown: [(target: String, value: String, found: Unknown)] = []
  private var unknownPosition: [String: Int] = [:]
  /// Rows that a misspelt reference probably means: what they seem to lack is no second fault.
  private(set) var suspects: [String: Set<Int>] = [:]
  private var used: [String: Set<Int>] = [:]

  /// Tables that others name, and whether several of their rows may share an id.
  private static let targets = [
    ("territory", false), ("place", false), ("opening_hours", true), ("resource", false),
    ("carrier", false), ("slot_rule", false), ("service", false), ("profile", true),
  ]

  /// Indexes the tables that others name.
  init(_ tables: inout [String: DecodedTable], unreadable: Set<String>, log: inout DiagnosticLog) {
    for spec in TableSpec.all {
      guard let (name, allowsSeveral) = Self.targets.first(where: { $0.0 == spec.name })
      else { continue }
      guard var table = tables[name] else {
        let isComplete = !unreadable.contains(name) && !spec.isRequired
        indices[name] = .missing(spec, isComplete: isComplete)
        continue
      }
      indices[name] = IDIndex(of: &table, allowsSeveralRows: allowsSeveral, log: &log)
      tables[name] = table
    }
    if let territories = tables["territory"] {
      let (code, area) = (territories.column("code"), territories.column("customs_area"))
      let market = territories.column("market")
      for row in territories.rows {
        let own = territories.text(row, area)
        areas.insert(own.isEmpty ? territories.text(row, code) : own)
        if territories.hasValue(row, market) { markets.insert(territories.text(row, market)) }
      }
    }
  }

  subscript(table: String) -> IDIndex {
    guard let index = indices[table] else { preconditionFailure("\(table) is not indexed") }
    return index
  }

  /// Whether a cell of another table names this row.
  func isUsed(_ table: String, _ position: Int) -> Bool { used[table]?.contains(position) ?? false }

  /// Whether cells name this id, which the table lacks, and that is to be reported.
  func isReported(_ value: String, of table: String) -> Bool {
    unknownPosition[table + "\u{1F}" + value] != nil
  }

  func isSuspect(_ table: String, _ position: Int) -> Bool {
    suspects[table]?.contains(position) ?? false
  }

  /// Resolves every reference of a table; the faults come out with `report`.
  mutating func resolve(_ table: inout DecodedTable, log: inout DiagnosticLog) {
    for (column, spec) in table.spec.columns.enumerated() {
      switch spec.kind {
      case .reference(let target):
        for row in table.rows where table.cell(row, column) != nil {
          let value = table.text(row, column)
          if let position = indices[target]?.position[value] {
            table.set(row, column, Int64(position))
            use(target, position, by: table)
          } else {
            miss(target, value, &table, row, column)
          }
        }
      case .list(.reference(let target)):
        for row in table.rows where table.cell(row, column) != nil {
          var list: [Int] = []
          for value in table.texts(row, column) {
            if let position = indices[target]?.position[value] {
              list.append(position)
              use(target, position, by: table)
            } else {
              miss(target, value, &table, row, column)
            }
          }
          if table.cell(row, column) != nil { table.set(row, column, list: list) }
        }
      case .territoryScope, .tariffScope:
        for row in table.rows where table.cell(row, column) != nil {
          checkScope(&table, row, column, isTariff: spec.kind == .tariffScope, log: &log)
        }
      default: break
      }
    }
  }

  /// Exceptions of hours do not make them used.
  private mutating func use(_ target: String, _ position: Int, by table: DecodedTable) {
    if table.spec.name != "hours_exception" { used[target, default: []].insert(position) }
  }

  private mutating func miss(
    _ target: String, _ value: String, _ table: inout DecodedTable, _ row: Int, _ column: Int
  ) {
    table.set(row, column, DecodedTable.faulty)
    table.spoil(row)
    guard indices[target]?.isComplete == true else { return }
    let key = target + "\u{1F}" + value
    if let position = unknownPosition[key] {
      unknown[position].found.count += 1
    } else {
      unknownPosition[key] = unknown.count
      unknown.append(
        (target, value, Unknown(table: table.spec.name, row: row, column: column, count: 1)))
    }
  }

  private mutating func checkScope(
    _ table: inout DecodedTable, _ row: Int, _ column: Int, isTariff: Bool,
    log: inout DiagnosticLog
  ) {
    let value = table.text(row, column)
    let territories = self["territory"]
    let places = self["place"]
    if value == "*" || territories.position[value] != nil { return }
    if isTariff ? markets.contains(value) || places.position[value] != nil : areas.contains(value) {
      return
    }
    guard territories.isComplete, !isTariff || places.isComplete else {
      table.spoil(row)
      return
    }
    let known =
      ["*"] + territories.ids + (isTariff ? markets.sorted() + places.ids : areas.sorted())
    let nearest = log.isFull ? nil : NearestName.of(value, in: known.dropFirst())
    table.fault(
      row, column, CellFault(code: .scopeUnknown, hint: [nearest ?? "*"]),
      &log)
  }

  /// Reports each unknown value once, where it was first met, with the number of its rows.
  mutating func report(_ tables: [String: DecodedTable], log: inout DiagnosticLog) {
    for (target, value, found) in unknown {
      guard let table = tables[found.table], let index = indices[target] else { continue }
      let (line, column) = table.position(found.row, found.column)
      let name = table.spec.columns[found.column].name
      guard !index.ids.isEmpty else {
        log.add(
          .referenceNoTable, table: table.order, file: table.file, line: line, column: column,
          [value, name, index.spec.file, "\(found.count)"], hint: [index.spec.file])
        continue
      }
      let nearest = log.isFull ? nil : NearestName.of(value, in: index.ids)
      let offer = log.isFull ? "" : NearestName.offer(value, in: index.ids)
      if let nearest, let position = index.position[nearest] {
        suspects[target, default: []].insert(position)
      }
      log.add(
        .referenceUnknown, table: table.order, file: table.file, line: line, column: column,
        [value, name, index.spec.file, "\(found.count)"], hint: [offer, index.spec.file])
    }
  }
}

extension DecodedTable {
  /// Reports rows with the key of an earlier row, in tables whose ids nobody has collected yet.
  mutating func reportRepeatedKeys(log: inout DiagnosticLog) {
    guard !spec.key.isEmpty else { return }
    let columns = spec.key.map(column)
    var first: [String: Int] = [:]
    first.reserveCapacity(rowCount)
    for row in rows where isSound[row] {
      let values = columns.map { text(row, $0) }
      let key = values.joined(separator: "\u{1F}")
      guard let before = first[key] else {
        first[key] = row
        continue
      }
      let rule = "\(line(before))"
      if columns.count == 1 {
        fault(row, columns[0], CellFault(code: .idTwice, rule: [rule]), &log)
        continue
      }
      spoil(row)
      log.add(
        .rowTwice, table: order, file: file, line: line(row),
        [values.filter { !$0.isEmpty }.joined(separator: ", "), rule])
    }
  }
}
