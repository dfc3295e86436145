// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import NetworkIO

/// Works out one change after the other in a copy of the tables, and keeps what is wrong.
struct ChangeDesk {
  private(set) var tables: NetworkTables
  var log: ScenarioLog
  /// Name of the scenario, the source of what it touches.
  let scenario: String
  private(set) var fields = ChangeFields(kind: "", position: .start, members: [])
  /// A sentence of the catalogue and its arguments for each change.
  private(set) var sentences: [(key: String, arguments: [String])] = []
  /// Cells that more than one change has set, in the order met.
  private(set) var overlaps: [String] = []
  private var change = 0
  /// What the change at hand names, and the cells it has made other.
  private var subjects: [String] = []
  private var details: [(column: String, before: String, after: String)] = []
  private var touched = 0
  private var touchedTables: Set<String> = []
  /// Fields that the sentence has said.
  private var said: Set<String> = []
  private var setBy: [String: Int] = [:]
  /// Ids that faulty changes would have added: what refers to them is no second fault.
  private var missing: Set<String> = []
  /// The change at hand refers to one of them.
  private var isForgiven = false

  init(_ tables: NetworkTables, scenario: String, log: ScenarioLog) {
    self.tables = tables
    self.scenario = scenario
    self.log = log
  }

  /// Works out the change; its faults go to the log.
  mutating func run(_ kind: ChangeKind, _ fields: ChangeFields) {
    self.fields = fields
    change += 1
    (subjects, details, touched, isForgiven) = ([], [], 0, false)
    (touchedTables, said) = ([], [])
    let faults = log.errors.count
    let before = tables
    kind.apply(&self)
    if log.errors.count > faults {
      if let id = fields.text("id") { missing.insert(id) }
      return
    }
    if !isForgiven, touched == 0 || leavesRows(of: before) {
      log.add(.changesNothing, fields.position, kind.name)
    }
    sayTheRest()
    sentences.append(sentence(of: kind.name))
  }

  /// What refers to the id of a faulty change is no second fault.
  mutating func forgive(_ id: String?) {
    if let id { missing.insert(id) }
  }

  /// Every row of the tables touched is there as before, in whatever order.
  private func leavesRows(of before: NetworkTables) -> Bool {
    var (before, after) = (before, tables)
    return touchedTables.allSatisfy { name in
      let rows = { (table: TextTable) in
        let columns = table.columns.filter { !["quality", "source", "note"].contains($0) }
        return table.present.map { row in columns.map { table.cell(row, $0) } }
          .sorted { $0.lexicographicallyPrecedes($1) }
      }
      return rows(before[name]) == rows(after[name])
    }
  }

  // MARK: Tables

  subscript(table: String) -> TextTable {
    mutating get { tables[table] }
  }

  mutating func ids(of table: String) -> [String] {
    let rows = tables[table]
    let column = rows.key.count == 1 ? rows.key[0] : "id"
    return rows.present.map { rows.cell($0, column) }
  }

  /// The network that the changes so far make, for what only its timetable can say.
  ///
  /// What is wrong with it is reported: a later change could not repair what this one has to know.
  mutating func network() -> Network? {
    do throws(InvalidInput) {
      return try tables.read().network
    } catch {
      log.add(error.errors)
      return nil
    }
  }

  /// The sentence says it in other words where `isSaid`.
  mutating func set(
    _ table: String, _ row: Int, _ column: String, _ value: String, isSaid: Bool = false
  ) {
    let before = tables[table].cell(row, column)
    guard before != value else { return }
    let name = tables[table].name(of: row)
    let cell = "\(table) \(name) \(column)"
    // A cell of the file that differs before any change of this scenario was set by its base.
    let isOfBase =
      tables[table].rows[row].original != nil && tables[table].original(row, column) != before
    if setBy[cell].map({ $0 != change }) ?? isOfBase, !overlaps.contains(cell) {
      overlaps.append(cell)
    }
    setBy[cell] = change
    tables[table].set(row, column, value, mark: mark)
    if !isSaid { details.append((column, before, value)) }
    touched += 1
    touchedTables.insert(table)
    markSource(table, row, "\(column) \(before.isEmpty ? "–" : before) → \(value)")
  }

  mutating func add(_ table: String, _ values: [String: String]) {
    var values = values
    values["quality"] = values["quality"] ?? fields.text("quality") ?? "assumed"
    values["source"] = values["source"] ?? fields.text("source") ?? "scenario \(scenario)"
    if let note = fields.text("note"), values["note"] == nil { values["note"] = note }
    tables[table].add(values, mark: mark)
    touched += 1
    touchedTables.insert(table)
  }

  mutating func remove(_ table: String, _ rows: [Int]) {
    for row in rows.sorted(by: >) { tables[table].remove(row) }
    touched += rows.count
    if !rows.isEmpty { touchedTables.insert(table) }
  }

  private mutating func markSource(_ table: String, _ row: Int, _ what: String) {
    let known = tables[table].knownColumns
    guard known.contains("quality") else { return }
    tables[table].set(row, "quality", fields.text("quality") ?? "assumed", mark: mark)
    let note = [tables[table].cell(row, "note"), "scenario \(scenario): \(what)"]
      .filter { !$0.isEmpty }.joined(separator: "; ")
    tables[table].set(row, "note", note, mark: mark)
    if let source = fields.text("source") {
      tables[table].set(row, "source", source, mark: mark)
    }
  }

  private var mark: TextTable.Mark {
    TextTable.Mark(
      file: log.file, line: fields.position.line, column: fields.position.column)
  }

  // MARK: What is said of it

  mutating func name(_ subject: String) { subjects.append(subject) }

  mutating func detail(_ column: String, _ before: String, _ after: String) {
    details.append((column, before, after))
  }

  /// Words of the sentence that no column names; `names` are the fields that they say.
  mutating func say(_ words: String, fields names: String...) {
    details.append(("", "", words))
    said.formUnion(names)
  }

  /// Fields that neither a subject nor a cell has said yet stand at the end of the sentence.
  private mutating func sayTheRest() {
    let columns = Set(details.map(\.column))
    for field in fields.names where !ChangeFields.common.contains(field) && !said.contains(field) {
      let texts = fields[field]?.words ?? []
      if columns.contains(field) || texts.allSatisfy(subjects.contains) { continue }
      if ["times", "per_week"].contains(field), !columns.isEmpty { continue }
      if let value = fields[field] { details.append((field, "", ChangeWords.value(value))) }
    }
  }

  private func sentence(of kind: String) -> (key: String, arguments: [String]) {
    let names = subjects.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let words = ChangeWords.details(details)
    let subject = names.isEmpty ? ChangeWords.everything : names.joined(separator: ", ")
    return ("change.\(kind)", [subject, words])
  }
}

extension ChangeDesk {
  /// Rows of a table whose column fits the ids of a field, patterns with `*` among them.
  ///
  /// An id that fits no row is a fault, with the nearest name as the way out.
  mutating func rows(
    _ table: String, _ column: String, field: String, known: [String]? = nil
  ) -> [Int] {
    guard let wanted = texts(field) else { return [] }
    said.insert(field)
    let rows = tables[table]
    let present = rows.present
    var found: [Int] = []
    for (text, position) in wanted {
      let fitting = sorted(
        present.filter { Pattern(text).fits(rows.cell($0, column)) }, by: column, of: rows)
      if fitting.isEmpty, missing.contains(text) { isForgiven = true }
      if fitting.isEmpty, !missing.contains(text) {
        let names = known ?? Set(present.map { rows.cell($0, column) }).sorted()
        log.add(
          .matchesNothing, position, text, field,
          hint: NearestName.of(text, in: names) ?? names.prefix(5).joined(separator: ", "))
      }
      for row in fitting {
        name(rows.cell(row, column))
        if !found.contains(row) { found.append(row) }
      }
    }
    return found
  }

  /// Rows in the order of a column, so that the order of a file's rows changes nothing.
  private func sorted(_ found: [Int], by column: String, of rows: TextTable) -> [Int] {
    found.sorted { a, b in
      let (x, y) = (rows.cell(a, column), rows.cell(b, column))
      return x == y ? a < b : x < y
    }
  }

  /// Texts of a field that takes one or a list; a fault where it is a map.
  mutating func texts(_ field: String) -> [(text: String, position: Position)]? {
    guard let value = fields[field] else { return nil }
    if let texts = value.texts { return texts }
    log.add(.wrongShape, value.position, field, "text; list")
    return nil
  }

  /// A number of a field; a fault where it is none, or not in the range.
  mutating func number(_ field: String, in range: ClosedRange<Double> = 0...1e9) -> Double? {
    guard let value = fields[field] else { return nil }
    guard let text = value.text, let number = PlainText.number(text), range.contains(number)
    else {
      log.add(
        .wrongValue, value.position, value.text ?? "…", field,
        "\(PlainText.text(range.lowerBound)) … \(PlainText.text(range.upperBound))")
      return nil
    }
    return number
  }

  /// One of some words; a fault where it is another.
  mutating func word(_ field: String, of words: [String]) -> String? {
    guard let value = fields[field] else { return nil }
    if let text = value.text, words.contains(text) { return text }
    log.add(
      .wrongValue, value.position, value.text ?? "…", field, words.joined(separator: ", "),
      hint: NearestName.of(value.text ?? "", in: words) ?? words[0])
    return nil
  }

  /// Sets a decimal cell, or multiplies it; an empty cell times anything is a fault.
  mutating func scale(
    _ table: String, _ row: Int, _ column: String, to value: Double?, times: Double?
  ) {
    let before = tables[table].cell(row, column)
    if let value {
      set(table, row, column, PlainText.text(value))
    } else if let times {
      guard let old = PlainText.number(before) else {
        log.add(
          .noTimes, fields.position(of: "times"), tables[table].name(of: row), column)
        return
      }
      set(table, row, column, PlainText.text(old * times))
    }
  }

  /// Sets a median time, its low and high points in proportion.
  mutating func scaleTime(
    _ table: String, _ row: Int, to value: Double?, times: Double?, median: String = "time_h",
    low: String = "low_h", high: String = "high_h"
  ) {
    let old = PlainText.number(tables[table].cell(row, median))
    let ratio = times ?? (old.map { $0 > 0 ? (value ?? 0) / $0 : 1 } ?? 1)
    scale(table, row, median, to: value, times: times)
    for column in [low, high] where !tables[table].cell(row, column).isEmpty {
      if old == 0, let value {
        set(table, row, column, PlainText.text(value))
      } else {
        scale(table, row, column, to: nil, times: ratio)
      }
    }
  }
}
