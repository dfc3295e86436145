// SPDX-License-Identifier: GPL-3.0-or-later
import NetworkIO

extension ChangeKind {
  /// New places, and places that go.
  static let placeKinds: [ChangeKind] = [
    ChangeKind(
      "add_place", ["id", "place_kind"], optional: ["terminal", "hub"], columnsOf: "place"
    ) { $0.addPlace() },
    ChangeKind("remove_place", ["places"]) { $0.removePlace() },
  ]

  /// Demand, parameters, and any row of any table.
  static let rowKinds: [ChangeKind] = [
    ChangeKind(
      "demand", ["times"], optional: ["origins", "destinations", "class", "export_mode"]
    ) { $0.demand() },
    ChangeKind("parameter", ["id", "value"]) { $0.parameter() },
    ChangeKind("set", ["table", "where", "values"]) { $0.setCells() },
    ChangeKind("add_row", ["table", "values"]) { $0.addRow() },
    ChangeKind("remove_row", ["table", "where"]) { $0.removeRow() },
  ]
}

extension ChangeDesk {
  mutating func addPlace() {
    guard let id = fields.text("id"), isFree(id, "place") else { return }
    name(id)
    var values = columns(of: "place")
    values["kind"] = fields.text("place_kind")
    add("place", values)
    if let terminal = cells("terminal", "terminal") {
      add("terminal", terminal.merging(["place": id]) { first, _ in first })
    }
    if let hub = cells("hub", "hub") {
      add("hub", hub.merging(["ehub": id]) { first, _ in first })
    }
  }

  mutating func removePlace() {
    let gone = Set(rows("place", "id", field: "places").map { self["place"].cell($0, "id") })
    let resources = self["resource"]
    let served = Set(
      resources.present.filter { gone.contains(resources.cell($0, "place")) }
        .map { resources.cell($0, "id") })
    remove(
      "background",
      self["background"].present.filter {
        served.contains(self["background"].cell($0, "resource"))
      })
    let columns = [
      ("load", "place"), ("terminal", "place"), ("handling", "place"), ("resource", "place"),
      ("hub", "ehub"),
      ("hub", "airport"), ("link", "from"), ("link", "to"), ("target", "place"),
      ("demand", "origin"), ("demand", "destination"), ("basket", "origin"),
      ("basket", "destination"), ("traffic_right", "from"), ("traffic_right", "to"),
      ("check", "from"), ("check", "to"), ("clearance", "place"), ("mode_rule", "place"),
      ("osm/road_distance", "from"), ("osm/road_distance", "to"), ("place", "id"),
    ]
    for (table, column) in columns {
      if table == "link" {
        let links = self[table].present.filter { gone.contains(self[table].cell($0, column)) }
        removeElements("link", Set(links.map { self[table].cell($0, "id") }))
      }
      remove(table, self[table].present.filter { gone.contains(self[table].cell($0, column)) })
    }
    removeElements("place", gone)
  }

  mutating func demand() {
    guard let times = number("times", in: 0...1_000) else { return }
    let table = self["demand"]
    let filters = [
      ("origins", "origin"), ("destinations", "destination"), ("class", "class"),
      ("export_mode", "export_mode"),
    ]
    var found = table.present
    for (field, column) in filters {
      guard fields.has(field) else { continue }
      let fitting = Set(rows("demand", column, field: field))
      found.removeAll { !fitting.contains($0) }
    }
    for row in found { scale("demand", row, "tonnes_per_year", to: nil, times: times) }
  }

  mutating func parameter() {
    guard let value = number("value", in: -1e12...1e12) else { return }
    for row in rows("parameter", "id", field: "id") {
      set("parameter", row, "value", PlainText.text(value))
    }
  }

  // MARK: Any row

  /// The table of the field; a fault where the format has none of that name.
  private mutating func tableName() -> String? {
    let asked = fields.text("table") ?? ""
    let name = asked.hasSuffix(".csv") ? String(asked.dropLast(4)) : asked
    if NetworkTables.names.contains(name) { return name }
    log.add(
      .tableUnknown, fields.position(of: "table"), asked,
      hint: nearest(asked, in: NetworkTables.names))
    return nil
  }

  /// A map of columns and texts; a fault for every column that the table does not know.
  private mutating func cells(_ field: String, _ table: String) -> [String: String]? {
    guard let value = fields[field] else { return nil }
    guard let members = value.members else {
      log.add(.wrongShape, value.position, field, "{ column: value }")
      return nil
    }
    let known = self[table].knownColumns
    var cells: [String: String] = [:]
    for member in members {
      guard known.contains(member.key) else {
        log.add(
          .columnUnknown, member.position, member.key, "\(table).csv",
          hint: nearest(member.key, in: known))
        continue
      }
      guard let texts = member.value.texts else {
        log.add(.wrongShape, member.value.position, member.key, "text; list")
        continue
      }
      cells[member.key] = texts.map(\.text).joined(separator: ";")
    }
    return cells
  }

  private mutating func matching(_ table: String) -> [Int] {
    guard let wanted = cells("where", table) else { return [] }
    let rows = self[table]
    let found = rows.present.filter { row in
      wanted.allSatisfy { Pattern($0.value).fits(rows.cell(row, $0.key)) }
    }.sorted { (rows.name(of: $0), $0) < (rows.name(of: $1), $1) }
    if found.isEmpty {
      let key = rows.key.first { wanted[$0] != nil } ?? wanted.keys.sorted().first ?? ""
      let known = Set(rows.present.map { rows.cell($0, key) }).sorted()
      log.add(
        .matchesNothing, fields.position(of: "where"),
        wanted.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "),
        "\(table).csv", hint: nearest(wanted[key] ?? "", in: known))
    }
    for row in found { name(rows.name(of: row)) }
    say(ChangeWords.table(table), fields: "table", "values")
    return found
  }

  mutating func setCells() {
    guard let table = tableName(), let values = cells("values", table) else { return }
    for row in matching(table) {
      for (column, value) in values.sorted(by: { $0.key < $1.key }) {
        set(table, row, column, value)
      }
    }
  }

  mutating func addRow() {
    guard let table = tableName(), let values = cells("values", table) else { return }
    let key = self[table].key.compactMap { values[$0] }
    let cells = values.sorted { $0.key < $1.key }
    name((key.isEmpty ? cells.prefix(3).map(\.value) : key).joined(separator: " "))
    for (column, value) in cells { detail(column, "", value) }
    say(ChangeWords.table(table), fields: "table", "values")
    add(table, values)
  }

  mutating func removeRow() {
    guard let table = tableName() else { return }
    remove(table, matching(table))
  }

  /// What was probably meant, or the first few there are.
  func nearest(_ text: String, in names: [String]) -> String {
    NearestName.of(text, in: names) ?? names.prefix(5).joined(separator: ", ")
  }
}
