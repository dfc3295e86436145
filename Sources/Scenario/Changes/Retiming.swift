// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import NetworkIO
import Quantities

/// When services leave: for good, or on some dates.
extension ChangeDesk {
  /// Longest window of dates, so that a slip of the pen makes no million rows.
  static let longestWindow: Int64 = 400

  mutating func retime() {
    let ids = rows("service", "id", field: "services").map { self["service"].cell($0, "id") }
    if fields.has("departures") {
      for field in ["from", "to", "days"] where fields.has(field) {
        log.add(
          .fieldUnknown, fields.memberPosition(of: field), field, hint: "services, departures")
      }
      let slots = publishedDepartures()
      sayDepartures(slots)
      guard let typed = TimetableText(network()) else { return }
      for id in ids where !slots.isEmpty {
        keepRunningTimes(of: id, typed)
        publish(slots, for: id)
      }
      return
    }
    guard let hours = number("shift_h", in: -8_760...8_760) else { return }
    let seconds = Int((hours * 3_600).rounded())
    guard let typed = TimetableText(network()) else { return }
    say(ChangeWords.shift(hours: hours), fields: "shift_h")
    let isForAWhile = fields.has("from") || fields.has("to") || fields.has("days")
    if isForAWhile { sayWindow() }
    let dates = isForAWhile ? window() : nil
    guard isForAWhile == (dates != nil) else { return }
    for id in ids {
      if let dates {
        shift(id, by: seconds, on: dates, typed)
      } else {
        keepRunningTimes(of: id, typed)
        shift(id, by: seconds, typed)
      }
    }
  }

  /// Dates and days of the change.
  private mutating func sayWindow() {
    say(
      ChangeWords.window(
        from: fields.text("from"), to: fields.text("to"), days: fields.text("days")),
      fields: "from", "to", "days")
  }

  private mutating func sayDepartures(
    _ slots: [(days: String, time: String, extra: [String: String])]
  ) {
    let texts = { (language: Language) in
      slots.map { slot in
        let days = Messages.inLanguage(ChangeWords.days(slot.days), language)
        let others = ["period_weeks", "phase_week"].compactMap { column in
          slot.extra[column].map { Messages.text("column.\(column)", in: language) + " " + $0 }
        }
        return ([days, slot.time] + others).joined(separator: " ")
      }.joined(separator: ", ")
    }
    detail("departures", "", Messages.name(en: texts(.en), zh: texts(.zh)))
  }

  /// Where stops have local times, the first says to which departure they belong before that moves:
  /// so every departure takes the running times that there are.
  private mutating func keepRunningTimes(of id: String, _ typed: TimetableText) {
    guard let usual = typed.timeOfLocalTimes(of: id) else { return }
    let table = self["stop_time"]
    let stops = table.present.filter { table.cell($0, "service") == id }
    let first = stops.min {
      (Int(table.cell($0, "sequence")) ?? 0) < (Int(table.cell($1, "sequence")) ?? 0)
    }
    guard let first, table.cell(first, "depart").isEmpty else { return }
    set("stop_time", first, "depart", PlainText.time(usual))
  }

  /// All departures, day after day where they cross midnight.
  private mutating func shift(_ id: String, by seconds: Int, _ typed: TimetableText) {
    let dated = datedDepartures(of: id)
    let slots = typed.slots(of: id) ?? []
    guard !slots.isEmpty || !dated.isEmpty else {
      log.add(.noDepartures, fields.position(of: "services"), id)
      return
    }
    let moved = slots.map { slot in
      var slot = slot
      let (days, second) = Self.split(slot.secondOfDay + seconds)
      let weekday = slot.day.rawValue - 1 + days
      let weeks = (weekday - (weekday % 7 + 7) % 7) / 7
      slot.secondOfDay = second
      slot.day = Weekday.allCases[weekday - 7 * weeks]
      // Counted from 0: the weeks of a period are a circle.
      slot.phaseWeek =
        ((slot.phaseWeek + weeks) % slot.periodWeeks + slot.periodWeeks) % slot.periodWeeks
      return slot
    }
    replaceDepartures(of: id, with: moved)
    for row in dated {
      guard let date = CellText.date(self["departure"].cell(row, "date")),
        let time = CellText.time(self["departure"].cell(row, "time"))
      else { continue }
      let (days, second) = Self.split(time + seconds)
      set("departure", row, "date", PlainText.date(date + Int64(days)))
      set("departure", row, "time", PlainText.time(second))
    }
    clearFrequency(of: id)
  }

  /// Whole days, and the second of the day.
  private static func split(_ seconds: Int) -> (days: Int, second: Int) {
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    return (days, seconds - days * 86_400)
  }

  /// Rows of voyages on single dates: no part of a week.
  private mutating func datedDepartures(of id: String) -> [Int] {
    let table = self["departure"]
    return table.present.filter {
      table.cell($0, "service") == id && !table.cell($0, "date").isEmpty
    }
  }

  /// On some dates: each is cancelled, and what left on it leaves at its new time.
  private mutating func shift(
    _ id: String, by seconds: Int, on dates: (range: ClosedRange<CivilDate>, days: Set<Weekday>),
    _ typed: TimetableText
  ) {
    let planned = typed.departures(of: id, dates.range, days: dates.days)
    guard !planned.isEmpty else {
      log.add(.noDepartures, fields.position(of: "from"), id)
      return
    }
    let touched = Set(planned.map { PlainText.date($0.date) })
    let exceptions = self["service_exception"]
    remove(
      "service_exception",
      exceptions.present.filter {
        exceptions.cell($0, "service") == id && touched.contains(exceptions.cell($0, "date"))
      })
    for date in touched.sorted() {
      add("service_exception", ["service": id, "date": date, "action": "cancel"])
    }
    for row in planned {
      let (days, second) = Self.split(row.secondOfDay + seconds)
      add(
        "service_exception",
        [
          "service": id, "date": PlainText.date(row.date + Int64(days)), "action": "add",
          "time": PlainText.time(second),
        ])
    }
  }

  mutating func cancel() {
    let found = rows("service", "id", field: "services")
    guard fields.has("from") || fields.has("to") || fields.has("days") else {
      for row in found {
        let status = self["service"].cell(row, "status")
        guard ServiceStatus(rawValue: status)?.runs != false else { continue }
        set("service", row, "status", ServiceStatus.suspended.rawValue)
      }
      return
    }
    sayWindow()
    let dates = fields.has("from") || fields.has("to") ? window() : nil
    if (fields.has("from") || fields.has("to")) && dates == nil { return }
    guard let typed = TimetableText(network()) else { return }
    for row in found {
      let id = self["service"].cell(row, "id")
      guard let zone = typed.zone(of: id) else { continue }
      var values = ["kind": "service", "target": id, "days": fields.text("days") ?? ""]
      if let range = dates?.range {
        values["from"] = zone.instant(date: range.lowerBound, secondOfDay: 0).rfc3339(in: zone)
        values["to"] = zone.instant(date: range.upperBound + 1, secondOfDay: 0).rfc3339(in: zone)
      }
      if typed.planned(of: id, dates: dates?.range, days: fields.text("days")).isEmpty {
        log.add(.noDepartures, fields.position(of: dates == nil ? "days" : "from"), id)
      }
      addClosure(values)
    }
  }

  /// A closure of a service must meet a departure of it.
  mutating func checkDepartures(of id: String, in window: [String: String]) {
    guard let typed = TimetableText(network()), let zone = typed.zone(of: id) else { return }
    let from = window["from"].flatMap { Instant(rfc3339: $0) }
    let to = window["to"].flatMap { Instant(rfc3339: $0) }
    let start = window["start"].flatMap { CellText.time($0) } ?? 0
    let end = window["end"].flatMap { CellText.time($0, upToMidnight: true) } ?? 86_400
    var dates = typed.year
    if let from { dates = zone.local(from).date...max(zone.local(from).date, dates.upperBound) }
    if let to { dates = min(dates.lowerBound, zone.local(to).date)...zone.local(to).date }
    let isMet = typed.planned(of: id, dates: dates, days: window["days"]).contains { row in
      let moment = zone.instant(date: row.date, secondOfDay: row.secondOfDay)
      return from.map { $0 <= moment } ?? true && to.map { moment < $0 } ?? true
        && (start..<end).contains(row.secondOfDay)
    }
    if !isMet { log.add(.noDepartures, fields.position(of: "services"), id) }
  }

  /// A window that has ended before the network's week, or begins years after it, touches nothing.
  mutating func touchesTheNetwork(_ window: [String: String]) -> Bool {
    guard window["from"] != nil || window["to"] != nil, let network = network() else { return true }
    let monday = network.header.referenceWeek
    guard let zone = try? TimeZoneRules.load(network.header.homeTimeZone) else { return true }
    let (first, last) = (
      zone.instant(date: monday, secondOfDay: 0), zone.instant(date: monday + 731, secondOfDay: 0)
    )
    for (field, isOutside) in [
      ("to", { (moment: Instant) in moment <= first }), ("from", { $0 >= last }),
    ] {
      guard let text = window[field], let moment = Instant(rfc3339: text), isOutside(moment) else {
        continue
      }
      log.add(.windowOutside, fields.position(of: field), text, PlainText.date(monday))
      return false
    }
    return true
  }

  mutating func extra() {
    guard let id = fields.text("service") else { return }
    let found = rows("service", "id", field: "service")
    let typed = TimetableText(network())
    if !found.isEmpty, typed?.runs(id) == false {
      log.add(.doesNotRun, fields.position(of: "service"), id)
    }
    for item in items("departures", of: ["date", "time"]) {
      guard let date = item["date"]?.text, let time = item["time"]?.text else {
        log.add(.fieldMissing, item.position, "date, time")
        continue
      }
      if let day = CellText.date(date), let second = CellText.time(time), let typed,
        typed.departures(of: id, day...day, days: Set(Weekday.allCases)).contains(where: {
          $0.secondOfDay == second
        })
      {
        log.add(.leavesAlready, item.position, id, "\(date) \(time)")
      }
      detail("departures", "", "\(date) \(time)")
      add("service_exception", ["service": id, "date": date, "action": "add", "time": time])
    }
  }

  // MARK: Reading

  /// Dates `from`…`to`, both included, on some days of the week.
  mutating func window() -> (range: ClosedRange<CivilDate>, days: Set<Weekday>)? {
    func date(_ field: String) -> CivilDate? {
      guard let text = fields.text(field) else {
        log.add(.fieldMissing, fields.position, field)
        return nil
      }
      if let date = CellText.date(text) { return date }
      log.add(.wrongValue, fields.position(of: field), text, field, "2026-03-02")
      return nil
    }
    let days = fields.text("days").map { CellText.days($0) } ?? Set(Weekday.allCases)
    guard let days else {
      log.add(
        .wrongValue, fields.position(of: "days"), fields.text("days") ?? "", "days", "Mon-Fri;Sun")
      return nil
    }
    guard let from = date("from"), let to = date("to") else { return nil }
    guard from <= to, to.dayNumber - from.dayNumber < Self.longestWindow else {
      log.add(
        .wrongValue, fields.position(of: "to"), PlainText.date(to), "to",
        "\(PlainText.date(from)) …, ≤ \(Self.longestWindow) d")
      return nil
    }
    return (from...to, days)
  }

  /// Maps of a field that takes one or a list of them; a fault for every name that is none of theirs.
  mutating func items(_ field: String, of names: [String]) -> [YAMLValue] {
    items(fields[field], field, of: names)
  }

  private mutating func items(
    _ value: YAMLValue?, _ field: String, of names: [String]
  ) -> [YAMLValue] {
    guard let value else { return [] }
    switch value {
    case .map:
      check(value, of: names)
      return [value]
    case .list(let items, _) where items.allSatisfy({ $0.members != nil }):
      for item in items { check(item, of: names) }
      return items
    default:
      log.add(.wrongShape, value.position, field, "list of { … }")
      return []
    }
  }

  /// A fault for every name of a map that is none of these.
  mutating func check(_ value: YAMLValue, of names: [String]) {
    for member in value.members ?? [] where !names.contains(member.key) {
      log.add(.fieldUnknown, member.position, member.key, hint: nearest(member.key, in: names))
    }
  }

  /// Published departures of the change: days and times.
  mutating func publishedDepartures() -> [(days: String, time: String, extra: [String: String])] {
    publishedDepartures(fields["departures"], "departures")
  }

  mutating func publishedDepartures(
    _ value: YAMLValue?, _ field: String
  ) -> [(days: String, time: String, extra: [String: String])] {
    items(value, field, of: ["days", "date", "time", "period_weeks", "phase_week"]).compactMap {
      item in
      guard let days = item["days"]?.text ?? item["date"]?.text, let time = item["time"]?.text
      else {
        log.add(.fieldMissing, item.position, "days, time")
        return nil
      }
      var extra: [String: String] = [:]
      for column in ["period_weeks", "phase_week"] { extra[column] = item[column]?.text }
      extra[item["date"] == nil ? "days" : "date"] = days
      return (days, time, extra)
    }
  }

  mutating func publish(
    _ slots: [(days: String, time: String, extra: [String: String])], for id: String
  ) {
    let old = self["departure"].present.filter { self["departure"].cell($0, "service") == id }
    remove("departure", old)
    for slot in slots {
      add(
        "departure", ["service": id, "time": slot.time].merging(slot.extra) { first, _ in first })
    }
    clearFrequency(of: id)
  }

  private mutating func clearFrequency(of id: String) {
    for row in self["service"].present where self["service"].cell(row, "id") == id {
      set("service", row, "frequency_per_week", "")
      set("service", row, "slot_rule", "")
    }
  }
}
