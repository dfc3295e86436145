// SPDX-License-Identifier: GPL-3.0-or-later
import NetworkIO

/// One row of a table, as a scenario has it.
public struct RowEdit: Sendable, Hashable {
  public enum Action: String, Sendable { case set, add, remove }
  public struct Cell: Sendable, Hashable {
    public var column: String
    /// Empty for an added row.
    public var before: String
    /// Empty for a removed row.
    public var after: String
    public init(column: String, before: String, after: String) {
      self.column = column
      self.before = before
      self.after = after
    }
  }
  public var action: Action
  /// Name of the table, such as `service`.
  public var table: String
  /// The row's key, or its first cells where the table has none, such as `AF-HGH-LGG`.
  public var key: String
  /// Cells that differ; those that are filled, for a row added or removed.
  public var cells: [Cell]

  public init(action: Action, table: String, key: String, cells: [Cell]) {
    self.action = action
    self.table = table
    self.key = key
    self.cells = cells
  }
}

extension RowEdit {
  /// In the order of tables and, within one, of keys: the order of a file's rows changes no answer.
  public static func byKey(_ edits: [RowEdit]) -> [RowEdit] {
    var order: [String: Int] = [:]
    for edit in edits where order[edit.table] == nil { order[edit.table] = order.count }
    return edits.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      let tables = (order[x.table] ?? 0, order[y.table] ?? 0)
      if tables.0 != tables.1 { return tables.0 < tables.1 }
      return x.key == y.key ? a.offset < b.offset : x.key < y.key
    }.map(\.element)
  }

  /// What differs between a table and its file; marks of provenance are no difference.
  static func edits(in table: TextTable) -> [RowEdit] {
    let columns = table.columns.filter { !["quality", "source", "note"].contains($0) }
    return table.rows.indices.compactMap { row in
      let isAdded = table.rows[row].original == nil
      let isRemoved = table.rows[row].isRemoved
      let cells = columns.compactMap { column -> Cell? in
        let before = isAdded ? "" : table.original(row, column)
        let after = isRemoved ? "" : table.cell(row, column)
        return before == after ? nil : Cell(column: column, before: before, after: after)
      }
      guard !cells.isEmpty else { return nil }
      return RowEdit(
        action: isAdded ? .add : isRemoved ? .remove : .set, table: table.name,
        key: table.name(of: row), cells: cells)
    }
  }
}
