// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import NetworkIO

extension ChangeKind {
  /// Changes of services that are there.
  static let serviceKinds: [ChangeKind] = [
    ChangeKind("frequency", ["services"], oneOf: [["per_week", "times"]]) { $0.frequency() },
    ChangeKind("status", ["services", "status"]) { $0.status() },
    ChangeKind(
      "retime", ["services"], optional: ["from", "to", "days"],
      oneOf: [["shift_h", "departures"]]
    ) { $0.retime() },
    ChangeKind("cancel", ["services"], optional: ["from", "to", "days"]) { $0.cancel() },
    ChangeKind("extra", ["service", "departures"]) { $0.extra() },
    ChangeKind(
      "add_service", ["id", "mode", "carrier", "stops", "capacity"],
      optional: [
        "name", "service_type", "vehicle", "status", "departures", "per_week", "slot_rule",
        "slot_phase", "phase_week", "cutoff_h", "release_h", "passages", "customs_transit",
        "also_back",
      ]
    ) { $0.addService() },
    ChangeKind(
      "like_service", ["service", "id"],
      optional: [
        "stops", "per_week", "departures", "carrier", "name", "slot_phase", "slot_rule", "status",
        "places", "passages", "cutoff_h", "release_h", "frequency_per_week", "vehicle",
      ]
    ) { $0.likeService() },
    ChangeKind("remove_service", ["services"]) { $0.removeService() },
    ChangeKind(
      "capacity", ["services"], optional: ["class", "from", "to"], oneOf: [["amount", "times"]]
    ) { $0.capacity() },
    ChangeKind(
      "cut_off",
      optional: [
        "mode", "domestic", "cutoff_h", "times", "release_h", "release_times", "service_type",
        "from", "to",
      ], oneOf: [["services", "place"]]
    ) { $0.cutOff() },
  ]
}

extension ChangeDesk {
  mutating func status() {
    let words = ServiceStatus.allCases.map(\.rawValue)
    guard let status = word("status", of: words) else { return }
    for row in rows("service", "id", field: "services") { set("service", row, "status", status) }
  }

  /// Departures a week: where days are published they are written out, else the frequency is set.
  mutating func frequency() {
    let perWeek = number("per_week", in: 0...WeeklyFrequency.most)
    let times = number("times", in: 0...1_000)
    let found = rows("service", "id", field: "services")
    guard perWeek != nil || times != nil, !found.isEmpty else { return }
    let typed = TimetableText(network())
    for row in found {
      let id = self["service"].cell(row, "id")
      let published = self["departure"].present.contains {
        self["departure"].cell($0, "service") == id
      }
      let now = typed?.perWeek(of: id)
      guard let wanted = perWeek ?? now.map({ $0 * (times ?? 1) }) else {
        log.add(.noTimes, fields.position, id, "frequency_per_week")
        continue
      }
      guard WeeklyFrequency(perWeek: wanted) != nil else {
        let nearest = WeeklyFrequency.nearest(to: wanted)
        log.add(
          .frequency, fields.position(of: perWeek == nil ? "times" : "per_week"), id,
          PlainText.text(wanted), "\(WeeklyFrequency.longestPeriod)",
          hint: PlainText.text(nearest.below), PlainText.text(nearest.above))
        continue
      }
      let cell = self["service"].cell(row, "frequency_per_week")
      if published, wanted > 0, let slots = typed?.slots(of: id, perWeek: wanted) {
        // The same departures stay as they are written.
        if Set(slots) != Set(typed?.slots(of: id) ?? []) || now == 0 {
          detail("per_week", PlainText.text(now ?? 0), PlainText.text(wanted))
          replaceDepartures(of: id, with: slots)
          set("service", row, "frequency_per_week", "")
          set("service", row, "slot_rule", "")
        }
      } else if PlainText.number(cell) != wanted {
        set("service", row, "frequency_per_week", PlainText.text(wanted))
      }
      let status = self["service"].cell(row, "status")
      if wanted > 0, ServiceStatus(rawValue: status)?.runs == false {
        set("service", row, "status", ServiceStatus.unconfirmed.rawValue)
      }
    }
  }

  mutating func replaceDepartures(of id: String, with slots: [TimetableText.Slot]) {
    // Voyages on single dates are no part of the week.
    let old = self["departure"].present.filter {
      self["departure"].cell($0, "service") == id && self["departure"].cell($0, "date").isEmpty
    }
    remove("departure", old)
    for slot in slots {
      add(
        "departure",
        [
          "service": id, "days": PlainText.weekday(slot.day),
          "time": PlainText.time(slot.secondOfDay),
          "period_weeks": slot.periodWeeks == 1 ? "" : "\(slot.periodWeeks)",
          "phase_week": slot.periodWeeks == 1 ? "" : "\(slot.phaseWeek)",
        ])
    }
  }

  mutating func removeService() {
    let ids = rows("service", "id", field: "services").map { self["service"].cell($0, "id") }
    let gone = Set(ids)
    for table in [
      "stop_time", "departure", "service_exception", "capacity", "traffic_right", "tariff",
      "service",
    ] {
      let column = table == "service" ? "id" : "service"
      remove(table, self[table].present.filter { gone.contains(self[table].cell($0, column)) })
    }
    removeElements("service", gone)
  }

  /// Closures and disruptions of what goes.
  mutating func removeElements(_ kind: String, _ gone: Set<String>) {
    for name in ["closure", "disruption"] {
      let table = self[name]
      remove(
        name,
        table.present.filter {
          table.cell($0, "kind") == kind && gone.contains(table.cell($0, "target"))
        })
    }
  }

  mutating func capacity() {
    let ids = rows("service", "id", field: "services").map { self["service"].cell($0, "id") }
    guard let dated = duringWindow(ids) else { return }
    let services = Set(dated)
    let asked = texts("class")?.map(\.text)
    let times = number("times")
    var amount: (value: String, unit: String)?
    if let text = fields.text("amount") {
      let parts = text.split(separator: " ").map(String.init)
      guard parts.count == 2, PlainText.number(parts[0]) != nil else {
        log.add(.wrongValue, fields.position(of: "amount"), text, "amount", "100 t, 64 TEU")
        return
      }
      amount = (parts[0], parts[1])
    }
    for row in self["capacity"].present
    where services.contains(self["capacity"].cell(row, "service"))
      && (asked?.contains(self["capacity"].cell(row, "class")) ?? true)
    {
      if let amount {
        set("capacity", row, "amount", amount.value)
        set("capacity", row, "unit", amount.unit)
      } else {
        scale("capacity", row, "amount", to: nil, times: times)
      }
    }
  }

  mutating func cutOff() {
    let cutoff = number("cutoff_h", in: 0...1_000)
    let release = number("release_h", in: 0...1_000)
    if fields.has("place") {
      cutOffOfPlace(cutoff, release)
      return
    }
    let times = (number("times"), number("release_times"))
    let ids = rows("service", "id", field: "services").map { self["service"].cell($0, "id") }
    guard let dated = duringWindow(ids).map(Set.init) else { return }
    for row in self["service"].present where dated.contains(self["service"].cell(row, "id")) {
      scale("service", row, "cutoff_h", to: cutoff, times: times.0)
      scale("service", row, "release_h", to: release, times: times.1)
    }
  }

  /// A rule of its own for a terminal, from the rule that holds for all.
  private mutating func cutOffOfPlace(_ cutoff: Double?, _ release: Double?) {
    refuseWindow("place")
    let modes = Mode.allCases.map(\.rawValue)
    guard let place = fields.text("place"), let mode = word("mode", of: modes) else {
      if !fields.has("mode") { log.add(.fieldMissing, fields.position, "mode") }
      return
    }
    let domestic = fields.text("domestic") ?? "no"
    let type = fields.text("service_type") ?? ""
    let rules = self["mode_rule"]
    let fitting = rules.present.filter {
      rules.cell($0, "mode") == mode && rules.cell($0, "domestic") == domestic
        && rules.cell($0, "service_type") == type
    }
    guard let general = fitting.first(where: { rules.cell($0, "place").isEmpty }) else {
      log.add(
        .matchesNothing, fields.position(of: "mode"), "\(mode) \(type)", "mode_rule", hint: "")
      return
    }
    let factor = (number("times") ?? 1, number("release_times") ?? 1)
    let old = (
      PlainText.number(rules.cell(general, "cutoff_h")) ?? 0,
      PlainText.number(rules.cell(general, "release_h")) ?? 0
    )
    let new = (cutoff ?? old.0 * factor.0, release ?? old.1 * factor.1)
    name(place)
    if let own = fitting.first(where: { rules.cell($0, "place") == place }) {
      set("mode_rule", own, "cutoff_h", PlainText.text(new.0))
      set("mode_rule", own, "release_h", PlainText.text(new.1))
      return
    }
    for (column, before, after) in [("cutoff_h", old.0, new.0), ("release_h", old.1, new.1)]
    where before != after { detail(column, PlainText.text(before), PlainText.text(after)) }
    add(
      "mode_rule",
      [
        "mode": mode, "service_type": type, "domestic": domestic, "place": place,
        "cutoff_h": PlainText.text(new.0), "release_h": PlainText.text(new.1),
      ])
  }
}
