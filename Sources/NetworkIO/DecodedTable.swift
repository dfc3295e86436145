// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// A table whose cells were read as its spec says; rows and columns are counted from 0.
///
/// A cell is eight bytes: a number's bits, a whole number, a position in a list of words or in the
/// sorted ids of another table, or the position of a list of these.
struct DecodedTable {
  let spec: TableSpec
  /// Place of the file in the order of the report.
  let order: Int
  /// Path as the user gave it.
  let file: String
  let document: CSVDocument
  /// Column of the spec → field of the file, −1 where the file lacks it.
  private let fields: [Int]
  /// Row-major, `spec.columns.count` wide.
  private var cells: [Int64]
  private var lists: [[Int]] = []
  /// False for rows with a fault: nothing more is checked in them.
  private(set) var isSound: [Bool]
  /// False where rows or required columns are missing, so that ids may be missing.
  let isComplete: Bool
  let rowCount: Int

  static let empty = Int64.min
  static let faulty = Int64.min + 1

  /// Reads all cells but references and scopes, which need the other tables.
  init(
    _ spec: TableSpec, order: Int, file: String, document: CSVDocument, log: inout DiagnosticLog
  ) {
    self.spec = spec
    self.order = order
    self.file = file
    self.document = document
    let header = Self.readHeader(spec, document, order, file, &log)
    fields = header.fields
    isComplete = header.isComplete && document.isComplete
    rowCount = max(document.rowCount - 1, 0)
    cells = Array(repeating: Self.empty, count: rowCount * spec.columns.count)
    isSound = Array(repeating: header.isComplete, count: rowCount)
    reportForm(header.count, &log)
    for row in 0..<rowCount where isSound[row] || !header.isComplete {
      for column in spec.columns.indices { decode(row, column, &log) }
    }
  }

  private static func readHeader(
    _ spec: TableSpec, _ document: CSVDocument, _ order: Int, _ file: String,
    _ log: inout DiagnosticLog
  ) -> (fields: [Int], count: Int, isComplete: Bool) {
    var fields = Array(repeating: -1, count: spec.columns.count)
    guard document.rowCount > 0 else {
      if document.isComplete { log.add(.fileEmpty, table: order, file: file, [spec.file]) }
      return (fields, 0, false)
    }
    let count = document.fieldCount(row: 0)
    let names = (0..<count).map { document.text(row: 0, field: $0) }
    var meant: Set<String> = []
    for (field, name) in names.enumerated() {
      let known = spec.column(name)
      if let known, fields[known] < 0 {
        fields[known] = field
        continue
      }
      guard !log.isFull else {
        log.drop()
        continue
      }
      let (line, column) = document.position(row: 0, field: field)
      if known != nil {
        log.add(.columnTwice, table: order, file: file, line: line, column: column, [name])
        continue
      }
      let offer = Self.columnMeant(by: name, spec, present: names)
      meant.insert(offer)
      log.add(
        .columnUnknown, table: order, file: file, line: line, column: column, [name, spec.file],
        hint: [offer, spec.columns.map(\.name).joined(separator: ", ")])
    }
    var isComplete = true
    for (index, column) in spec.columns.enumerated() where column.isRequired && fields[index] < 0 {
      isComplete = false
      // A misspelt column is reported as such.
      if meant.contains(column.name) { continue }
      log.add(
        .columnMissing, table: order, file: file, line: document.rowLine[0], [column.name],
        hint: [column.name])
    }
    return (fields, count, isComplete)
  }

  /// The column of the format that an unknown one probably is: one that the file lacks, if any is near.
  private static func columnMeant(
    by name: String, _ spec: TableSpec, present: [String]
  ) -> String {
    let absent = spec.columns.map(\.name).filter { !present.contains($0) }
    let start = absent.first { $0.utf8.count > 2 && (name.hasPrefix($0) || $0.hasPrefix(name)) }
    if let start, !name.isEmpty { return start }
    let offer = NearestName.offer(name, in: absent)
    return absent.contains(offer) ? offer : NearestName.offer(name, in: spec.columns.map(\.name))
  }

  /// Faults of quotes, control characters and field counts; their rows are not read further.
  private mutating func reportForm(_ headerCount: Int, _ log: inout DiagnosticLog) {
    for fault in document.faults {
      let (line, column) = document.position(of: fault.offset, row: fault.row)
      log.add(
        fault.code, table: order, file: file, line: line, column: column, fault.arguments)
      if fault.row > 0, fault.row <= rowCount { isSound[fault.row - 1] = false }
    }
    for row in 0..<rowCount where isSound[row] {
      let count = document.fieldCount(row: row + 1)
      if count != headerCount {
        isSound[row] = false
        guard !log.isFull else {
          log.drop()
          continue
        }
        log.add(
          .fieldCount, table: order, file: file, line: document.rowLine[row + 1],
          ["\(count)", "\(headerCount)"])
      }
    }
  }

  private mutating func decode(_ row: Int, _ column: Int, _ log: inout DiagnosticLog) {
    guard let (range, isDoubled) = fieldRange(row, column) else { return }
    let spec = spec.columns[column]
    if range.isEmpty {
      if spec.isRequired {
        fault(row, column, CellFault(code: .valueMissing), &log)
      }
      return
    }
    let bytes = document.bytes[range]
    if spec.kind != .text, Self.isBlank(bytes.first) || Self.isBlank(bytes.last) {
      fault(row, column, CellFault(code: .valueBlanks), &log)
      return
    }
    do throws(CellFault) {
      set(row, column, try decode(bytes, isDoubled, spec))
    } catch {
      fault(row, column, error, &log)
    }
  }

  private static func isBlank(_ byte: UInt8?) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private mutating func decode(
    _ bytes: ArraySlice<UInt8>, _ isDoubled: Bool, _ column: ColumnSpec
  ) throws(CellFault) -> Int64 {
    switch column.kind {
    case .identifier:
      // Lists of ids are divided by it.
      if bytes.contains(UInt8(ascii: ";")) { throw CellFault(code: .badIdentifier) }
      return 0
    case .text, .reference, .territoryScope, .tariffScope: return 0
    case .list(let kind):
      var list: [Int] = []
      for part in bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
        guard !part.isEmpty, !Self.isBlank(part.first), !Self.isBlank(part.last)
        else { throw CellFault(code: .listPart) }
        list.append(Int(try CellDecoder.scalar(part, kind, column.name)))
      }
      lists.append(list)
      return Int64(lists.count - 1)
    default: return try CellDecoder.scalar(bytes, column.kind, column.name)
    }
  }
}

extension DecodedTable {
  var rows: Range<Int> { 0..<rowCount }

  /// The number of a column of the spec.
  func column(_ name: String) -> Int {
    guard let number = spec.column(name) else {
      preconditionFailure("no column \(name) in \(file)")
    }
    return number
  }

  func line(_ row: Int) -> Int { document.rowLine[row + 1] }

  func hasValue(_ row: Int, _ column: Int) -> Bool {
    guard let field = fieldRange(row, column) else { return false }
    return !field.range.isEmpty
  }

  func text(_ row: Int, _ column: Int) -> String {
    guard let (range, isDoubled) = fieldRange(row, column), !range.isEmpty else { return "" }
    return isDoubled
      ? document.text(row: row + 1, field: fields[column])
      : String(decoding: document.bytes[range], as: UTF8.self)
  }

  func texts(_ row: Int, _ column: Int) -> [String] {
    text(row, column).split(separator: ";").map(String.init)
  }

  /// The cell, nil where it is empty or faulty.
  func cell(_ row: Int, _ column: Int) -> Int64? {
    let value = cells[row * spec.columns.count + column]
    return value == Self.empty || value == Self.faulty ? nil : value
  }

  func integer(_ row: Int, _ column: Int) -> Int? { cell(row, column).map { Int($0) } }
  func flag(_ row: Int, _ column: Int) -> Bool { cell(row, column) == 1 }
  func date(_ row: Int, _ column: Int) -> CivilDate? {
    cell(row, column).map { CivilDate(dayNumber: $0) }
  }
  func number(_ row: Int, _ column: Int) -> Double? {
    cell(row, column).map { Double(bitPattern: UInt64(bitPattern: $0)) }
  }
  func seconds(hours column: Int, _ row: Int) -> Int64? {
    number(row, column).map { wholeSeconds(hours: $0) }
  }
  func list(_ row: Int, _ column: Int) -> [Int] { cell(row, column).map { lists[Int($0)] } ?? [] }
  func id<Row>(_ row: Int, _ column: Int, _: Row.Type = Row.self) -> ID<Row>? {
    cell(row, column).map { ID(Int($0)) }
  }
  func days(_ row: Int, _ column: Int) -> Set<Weekday> {
    let bits = cell(row, column) ?? 0
    return Set(Weekday.allCases.filter { bits & (1 << Int64($0.rawValue - 1)) != 0 })
  }

  mutating func set(_ row: Int, _ column: Int, _ value: Int64) {
    cells[row * spec.columns.count + column] = value
  }

  mutating func set(_ row: Int, _ column: Int, list: [Int]) {
    lists.append(list)
    set(row, column, Int64(lists.count - 1))
  }

  mutating func spoil(_ row: Int) { isSound[row] = false }

  /// Line and column of a cell; the line's own where the file lacks the column.
  func position(_ row: Int, _ column: Int) -> (line: Int, column: Int) {
    guard fieldRange(row, column) != nil else { return (line(row), 0) }
    return document.position(row: row + 1, field: fields[column])
  }

  mutating func fault(_ row: Int, _ column: Int, _ fault: CellFault, _ log: inout DiagnosticLog) {
    isSound[row] = false
    set(row, column, Self.faulty)
    guard !log.isFull else {
      log.drop()
      return
    }
    let (line, position) = position(row, column)
    log.add(
      fault.code, table: order, file: file, line: line, column: position,
      [fault.value ?? text(row, column), spec.columns[column].name] + fault.rule,
      hint: hint(fault, row, column))
  }

  /// The way out: what the fault says, or the nearest of the words that it allows.
  private func hint(_ fault: CellFault, _ row: Int, _ column: Int) -> [String] {
    guard !fault.words.isEmpty else { return fault.hint }
    let value = fault.value ?? text(row, column)
    return [NearestName.offer(value, in: fault.words), fault.words.joined(separator: ", ")]
  }

  private func fieldRange(_ row: Int, _ column: Int) -> (range: Range<Int>, isDoubled: Bool)? {
    let field = fields[column]
    guard field >= 0, field < document.fieldCount(row: row + 1) else { return nil }
    return document.range(row: row + 1, field: field)
  }
}
