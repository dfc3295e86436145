// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import NetworkIO
import Quantities

extension ChangeKind {
  /// Changes of hours, customs, doors and work at terminals.
  static let terminalKinds: [ChangeKind] = [
    ChangeKind("opening_hours", ["places"], optional: ["gate", "customs", "from", "to"]) {
      $0.openingHours()
    },
    ChangeKind("hours", ["hours"], optional: ["always", "days", "opens", "closes", "week"]) {
      $0.changeHours()
    },
    ChangeKind("calendar", ["hours", "dates"], optional: ["closed", "opens", "closes"]) {
      $0.calendar()
    },
    ChangeKind(
      "clearance", ["rows"],
      optional: ["time_h", "times", "hours", "inspection_share", "from", "to"]
    ) { $0.clearance() },
    ChangeKind("add_clearance", ["id"], columnsOf: "clearance") { $0.addClearance() },
    ChangeKind(
      "door", ["operation"], optional: ["territory", "class", "time_h", "times", "hours"]
    ) { $0.door() },
    ChangeKind(
      "handling", optional: ["inbound", "outbound", "class", "time_h", "times"],
      oneOf: [["place", "place_kind"]]
    ) { $0.handling() },
  ]
}

extension ChangeDesk {
  private static let ofHours = ["days", "opens", "closes"]

  /// Hours as an id of opening_hours.csv; hours that are written out get a calendar of their own.
  private mutating func hoursID(_ field: String) -> String? {
    guard let value = fields[field] else { return nil }
    if let id = value.text { return id == "always" ? alwaysID() : id }
    let rows = items(field, of: Self.ofHours)
    guard !rows.isEmpty else { return nil }
    let base = "\(scenario)-\(field)"
    var id = base
    var number = 2
    let known = Set(ids(of: "opening_hours"))
    while known.contains(id) {
      id = "\(base)-\(number)"
      number += 1
    }
    for row in rows { addHours(id, row) }
    return id
  }

  private mutating func alwaysID() -> String {
    let id = "always"
    if !ids(of: "opening_hours").contains(id) {
      add("opening_hours", ["id": id, "days": "daily", "opens": "00:00", "closes": "24:00"])
    }
    return id
  }

  private mutating func addHours(_ id: String, _ row: YAMLValue) {
    guard let opens = row["opens"]?.text, let closes = row["closes"]?.text else {
      log.add(.fieldMissing, row.position, "opens, closes")
      return
    }
    let days = row["days"]?.text ?? "daily"
    let words = ChangeWords.days(days)
    detail(
      "hours", "",
      Messages.name(
        en: "\(Messages.inLanguage(words, .en)) \(opens)–\(closes)",
        zh: "\(Messages.inLanguage(words, .zh)) \(opens)–\(closes)"))
    add("opening_hours", ["id": id, "days": days, "opens": opens, "closes": closes])
  }

  mutating func openingHours() {
    let found = rows("terminal", "place", field: "places")
    for (field, column) in [("gate", "gate_hours"), ("customs", "customs_hours")] {
      guard !found.isEmpty, let id = hoursID(field) else { continue }
      if fields.has("from") || fields.has("to") {
        if let dates = window()?.range { for row in found { keep(id, row, column, on: dates) } }
        // Hours written out for the window stand in its dates alone.
        if fields[field]?.text == nil {
          let table = self["opening_hours"]
          remove("opening_hours", table.present.filter { table.cell($0, "id") == id })
        }
      } else {
        for row in found { set("terminal", row, column, id) }
      }
    }
  }

  /// A calendar of the terminal's own that is as before but on these dates, when it is as `id`.
  private mutating func keep(
    _ id: String, _ row: Int, _ column: String, on dates: ClosedRange<CivilDate>
  ) {
    let old = self["terminal"].cell(row, column)
    let place = self["terminal"].cell(row, "place")
    let base = "\(scenario)-\(place)-\(column)"
    var own = base
    var number = 2
    let known = Set(ids(of: "opening_hours"))
    while known.contains(own) {
      own = "\(base)-\(number)"
      number += 1
    }
    let usual = old.isEmpty ? alwaysID() : old
    let hours = self["opening_hours"]
    for row in hours.present where hours.cell(row, "id") == usual {
      add("opening_hours", copy("opening_hours", row).merging(["id": own]) { $1 })
    }
    let exceptions = self["hours_exception"]
    let name = exceptions.knownColumns.first ?? "id"
    for row in exceptions.present where exceptions.cell(row, name) == old && !old.isEmpty {
      guard let date = CellText.date(exceptions.cell(row, "date")), !dates.contains(date) else {
        continue
      }
      add("hours_exception", copy("hours_exception", row).merging([name: own]) { $1 })
    }
    let during = self["opening_hours"]
    let rows = during.present.filter { during.cell($0, "id") == id }
    for number in dates.lowerBound.dayNumber...dates.upperBound.dayNumber {
      let date = CivilDate(dayNumber: number)
      let open = rows.filter {
        CellText.days(during.cell($0, "days"))?.contains(date.weekday) == true
      }
      for row in open {
        add(
          "hours_exception",
          [
            name: own, "date": PlainText.date(date), "opens": during.cell(row, "opens"),
            "closes": during.cell(row, "closes"),
          ])
      }
      if open.isEmpty { add("hours_exception", [name: own, "date": PlainText.date(date)]) }
    }
    set("terminal", row, column, own, isSaid: true)
    say(
      ChangeWords.window(from: fields.text("from"), to: fields.text("to")), fields: "from", "to")
  }

  /// The calendar itself, for all that keep it.
  mutating func changeHours() {
    let found = rows("opening_hours", "id", field: "hours")
    let calendars = Set(found.map { self["opening_hours"].cell($0, "id") }).sorted()
    let week: [YAMLValue]
    if fields.flag("always") {
      week = [
        .map(
          [
            YAMLMember(key: "opens", position: .start, value: .text("00:00", .start)),
            YAMLMember(key: "closes", position: .start, value: .text("24:00", .start)),
          ], fields.position)
      ]
    } else if fields.has("week") {
      week = items("week", of: Self.ofHours)
    } else {
      let members = ["days", "opens", "closes"].compactMap { name in
        fields[name].map { YAMLMember(key: name, position: $0.position, value: $0) }
      }
      week = [.map(members, fields.position)]
    }
    remove("opening_hours", found)
    for id in calendars { for row in week { addHours(id, row) } }
  }

  /// Dates that differ from the week.
  mutating func calendar() {
    let found = rows("opening_hours", "id", field: "hours")
    let calendars = Set(found.map { self["opening_hours"].cell($0, "id") }).sorted()
    let dates = readDates()
    let isClosed = fields.flag("closed")
    let hours = (fields.text("opens"), fields.text("closes"))
    guard isClosed || (hours.0 != nil && hours.1 != nil) else {
      log.add(.oneOf, fields.position, "closed: true; opens + closes")
      return
    }
    let isList = fields["dates"]?.texts != nil
    say(
      isList
        ? dates.joined(separator: ", ")
        : ChangeWords.window(from: dates.first, to: dates.last), fields: "dates")
    say(
      isClosed
        ? ChangeWords.both("change.closed_all_day") : "\(hours.0 ?? "")–\(hours.1 ?? "")",
      fields: "closed", "opens", "closes")
    for id in calendars {
      let exceptions = self["hours_exception"]
      let column = exceptions.knownColumns.first ?? "id"
      remove(
        "hours_exception",
        exceptions.present.filter {
          exceptions.cell($0, column) == id && dates.contains(exceptions.cell($0, "date"))
        })
      for date in dates {
        var values = [column: id, "date": date]
        if !isClosed { (values["opens"], values["closes"]) = hours }
        add("hours_exception", values)
      }
    }
  }

  /// A date, a list of dates, or `{from, to}`, both included.
  private mutating func readDates() -> [String] {
    guard let value = fields["dates"] else { return [] }
    if let texts = value.texts { return texts.map(\.text) }
    check(value, of: ["from", "to"])
    guard let from = value["from"]?.text.flatMap(CellText.date),
      let to = value["to"]?.text.flatMap(CellText.date), from <= to,
      to.dayNumber - from.dayNumber < 400
    else {
      log.add(.wrongShape, value.position, "dates", "{ from: 2026-10-01, to: 2026-10-07 }")
      return []
    }
    return (from.dayNumber...to.dayNumber).map { PlainText.date(CivilDate(dayNumber: $0)) }
  }

  mutating func clearance() {
    refuseWindow("rows")
    let time = number("time_h", in: 0...10_000)
    let times = number("times", in: 0...1_000)
    let share = number("inspection_share", in: 0...1)
    let found = rows("clearance", "id", field: "rows")
    let hours = found.isEmpty ? nil : hoursID("hours")
    for row in found {
      if time != nil || times != nil { scaleTime("clearance", row, to: time, times: times) }
      if let hours { set("clearance", row, "hours", hours) }
      if let share { set("clearance", row, "inspection_share", PlainText.text(share)) }
    }
  }

  mutating func addClearance() {
    guard let id = fields.text("id"), isFree(id, "clearance") else { return }
    name(id)
    if let hours = fields.text("time_h") { detail("time_h", "", hours) }
    add("clearance", columns(of: "clearance"))
  }

  /// Fields that are columns of a table, as the cells of a row.
  mutating func columns(of table: String) -> [String: String] {
    var values: [String: String] = [:]
    // `kind` is the change's own.
    for column in self[table].knownColumns where column != "kind" {
      values[column] = fields[column]?.texts?.map(\.text).joined(separator: ";")
    }
    return values
  }

  mutating func door() {
    let time = number("time_h", in: 0...1_000)
    let times = number("times", in: 0...1_000)
    let table = self["door"]
    let asked = ["operation", "territory", "class"].compactMap { column in
      fields.text(column).map { (column, $0) }
    }
    let found = table.present.filter { row in
      asked.allSatisfy { table.cell(row, $0.0) == $0.1 }
    }
    guard !found.isEmpty else {
      log.add(
        .matchesNothing, fields.position, asked.map(\.1).joined(separator: " "), "door.csv",
        hint: "pickup, delivery")
      return
    }
    let hours = hoursID("hours")
    for row in found {
      name(table.name(of: row))
      if time != nil || times != nil { scaleTime("door", row, to: time, times: times) }
      if let hours { set("door", row, "hours", hours) }
    }
  }

  /// The rows of a place; where it has none of its own, those of its kind are copied for it first.
  mutating func handling() {
    let time = number("time_h", in: 0...1_000)
    let times = number("times", in: 0...1_000)
    let place = fields.text("place")
    let kind =
      place.flatMap { id in
        self["place"].present.first { self["place"].cell($0, "id") == id }.map {
          self["place"].cell($0, "kind")
        }
      } ?? fields.text("place_kind")
    let asked = ["inbound", "outbound", "class"].compactMap { column in
      fields.text(column).map { (column, $0) }
    }
    let table = self["handling"]
    let fitting = table.present.filter { row in
      asked.allSatisfy { table.cell(row, $0.0) == $0.1 }
    }
    let general = fitting.filter {
      table.cell($0, "place").isEmpty && table.cell($0, "place_kind") == kind
    }
    guard let place else { return scaleHandling(general, time, times, kind ?? "") }
    let own = fitting.filter { table.cell($0, "place") == place }
    guard own.isEmpty else { return scaleHandling(own, time, times, place) }
    let isMoving = { (row: Int) in (PlainText.number(table.cell(row, "time_h")) ?? 0) > 0 }
    let modes = Set(general.filter(isMoving).map { Self.modes(table, $0) })
    // Rows that take no time are copied where a row of the same modes is, which would hide them.
    let copied = general.filter { modes.contains(Self.modes(table, $0)) }
    guard time != nil || times != nil else {
      log.add(.oneOf, fields.position, "time_h, times")
      return
    }
    for row in copied {
      var values: [String: String] = [:]
      for column in table.columns where !["quality", "source", "note"].contains(column) {
        values[column] = table.cell(row, column)
      }
      (values["place"], values["place_kind"]) = (place, "")
      add("handling", values)
    }
    let added = self["handling"].present.suffix(copied.count)
    scaleHandling(zip(copied, added).filter { isMoving($0.0) }.map(\.1), time, times, place)
  }

  private static func modes(_ table: TextTable, _ row: Int) -> String {
    "\(table.cell(row, "inbound")) \(table.cell(row, "outbound"))"
  }

  private mutating func scaleHandling(
    _ rows: [Int], _ time: Double?, _ times: Double?, _ subject: String
  ) {
    guard !rows.isEmpty else {
      let isPlace = fields.has("place")
      let known = isPlace ? ids(of: "place") : self["handling"].kinds
      log.add(
        .matchesNothing, fields.position(of: isPlace ? "place" : "place_kind"), subject,
        "handling.csv", hint: nearest(subject, in: known))
      return
    }
    name(subject)
    for row in rows { scaleTime("handling", row, to: time, times: times) }
  }
}

extension TextTable {
  /// Kinds of places that the rows of `handling` name.
  fileprivate var kinds: [String] {
    Set(present.map { cell($0, "place_kind") }).filter { !$0.isEmpty }.sorted()
  }
}
