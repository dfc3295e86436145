// SPDX-License-Identifier: GPL-3.0-or-later

/// One table as text, with what was edited in it.
public struct TextTable: Sendable {
  /// Where an edit was asked for.
  public struct Mark: Sendable, Hashable {
    public var file: String
    /// Counted from 1.
    public var line, column: Int
    public init(file: String, line: Int, column: Int) {
      (self.file, self.line, self.column) = (file, line, column)
    }
  }
  public struct Row: Sendable {
    public fileprivate(set) var cells: [String]
    /// As the file has them; nil for an added row.
    public fileprivate(set) var original: [String]?
    public fileprivate(set) var isRemoved = false
    /// Line in the file, 0 for an added row.
    fileprivate var line: Int
    fileprivate(set) var mark: Mark?
  }

  public let name: String
  /// Columns that together name a row.
  public let key: [String]
  public private(set) var columns: [String]
  /// Removed rows stay, and say so.
  public private(set) var rows: [Row]
  /// Columns that the format knows, the three of provenance at the end.
  public let knownColumns: [String]
  private var numbers: [String: Int] = [:]

  init(named name: String, bytes: [UInt8], limits: ReadLimits) {
    guard let spec = TableSpec.all.first(where: { $0.name == name }) else {
      preconditionFailure("no table \(name) in the format")
    }
    self.name = name
    key = spec.key
    knownColumns = spec.columns.map(\.name)
    let document = CSVDocument(bytes: bytes, limits: limits)
    guard document.rowCount > 0 else {
      columns = knownColumns
      rows = []
      number()
      return
    }
    columns = (0..<document.fieldCount(row: 0)).map { document.text(row: 0, field: $0) }
    let count = columns.count
    rows = (1..<max(1, document.rowCount)).map { row in
      let cells = (0..<count).map { document.text(row: row, field: $0) }
      return Row(cells: cells, original: cells, line: document.rowLine[row])
    }
    number()
  }

  private mutating func number() {
    numbers = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
  }

  public var isEdited: Bool {
    rows.contains { row in row.isRemoved || row.original.map { $0 != row.cells } ?? true }
  }

  /// Numbers of the rows that are there.
  public var present: [Int] { rows.indices.filter { !rows[$0].isRemoved } }

  /// A cell; empty where the file lacks the column.
  public func cell(_ row: Int, _ column: String) -> String {
    numbers[column].map { $0 < rows[row].cells.count ? rows[row].cells[$0] : "" } ?? ""
  }

  /// The cell as the file has it; empty for an added row.
  public func original(_ row: Int, _ column: String) -> String {
    guard let number = numbers[column], let cells = rows[row].original, number < cells.count
    else { return "" }
    return cells[number]
  }

  /// What names a row: its key, or its first two filled cells where the table has none.
  public func name(of row: Int) -> String {
    let names = key.isEmpty ? Array(columns.prefix(2)) : key
    return names.map { cell(row, $0) }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// - Returns: Whether the cell was another.
  @discardableResult
  public mutating func set(
    _ row: Int, _ column: String, _ value: String, mark: Mark
  ) -> Bool {
    guard cell(row, column) != value else { return false }
    let number = field(of: column)
    while rows[row].cells.count < columns.count { rows[row].cells.append("") }
    rows[row].cells[number] = value
    rows[row].mark = mark
    return true
  }

  /// Adds a row; columns that are not named stay empty.
  public mutating func add(_ values: [String: String], mark: Mark) {
    for column in values.keys.sorted() { _ = field(of: column) }
    let cells = columns.map { values[$0] ?? "" }
    rows.append(Row(cells: cells, original: nil, line: 0, mark: mark))
  }

  public mutating func remove(_ row: Int) {
    if rows[row].original == nil {
      rows.remove(at: row)
    } else {
      rows[row].isRemoved = true
    }
  }

  /// The column's place in the file, at its end where the file lacked it.
  private mutating func field(of column: String) -> Int {
    if let number = numbers[column] { return number }
    columns.append(column)
    number()
    return columns.count - 1
  }

  /// The table as CSV: rows of the file on their lines, added ones after them.
  ///
  /// - Returns: The bytes, and line → row.
  func written() -> (bytes: [UInt8], rows: [Int: Row]) {
    var text = columns.map(Self.quoted).joined(separator: ",") + "\n"
    var line = 2
    var places: [Int: Row] = [:]
    for row in rows where !row.isRemoved {
      while line < row.line {
        text += "\n"
        line += 1
      }
      let cells = row.cells + Array(repeating: "", count: columns.count - row.cells.count)
      let written = cells.map(Self.quoted).joined(separator: ",")
      places[line] = row
      text += written + "\n"
      line += 1 + written.utf8.count { $0 == UInt8(ascii: "\n") }
    }
    return (Array(text.utf8), places)
  }

  static func quoted(_ cell: String) -> String {
    let needs = cell.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    return needs ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }
}
