// SPDX-License-Identifier: GPL-3.0-or-later
import NetworkIO

extension ChangeKind {
  /// What the capacity simulation alone shows: servers, storage, others' traffic, failures.
  static let simulationKinds: [ChangeKind] = [
    ChangeKind(
      "resource", ["rows"], optional: ["servers", "times", "rate", "rate_times", "shifts"]
    ) { $0.resource() },
    ChangeKind("storage", ["places"], optional: ["free_days"], oneOf: [["amount", "times"]]) {
      $0.storage()
    },
    ChangeKind("background", ["rows", "times"]) { $0.background() },
    ChangeKind("load", ["rows"], oneOf: [["share", "times"]]) { $0.load() },
    ChangeKind(
      "disrupt", ["target", "target_kind", "rate_per_year", "median_h"],
      optional: ["low_h", "high_h", "event", "recovery_h"]
    ) { $0.disrupt() },
  ]
}

extension ChangeDesk {
  mutating func resource() {
    let servers = number("servers", in: 0...1_000_000)
    let times = number("times", in: 0...1_000)
    let rate = number("rate", in: 0...1_000_000)
    let rateTimes = number("rate_times", in: 0...1_000)
    for row in rows("resource", "id", field: "rows") {
      if let servers { set("resource", row, "servers", PlainText.text(servers.rounded())) }
      if let times, let old = PlainText.number(self["resource"].cell(row, "servers")) {
        set("resource", row, "servers", PlainText.text((old * times).rounded()))
      }
      scale("resource", row, "rate", to: rate, times: rateTimes)
      if let shifts = fields.text("shifts") { set("resource", row, "shifts", shifts) }
    }
  }

  /// Room of terminals; where a yard stands in resource.csv it says the room, and is changed alike.
  mutating func storage() {
    let amount = number("amount")
    let times = number("times", in: 0...1_000)
    let days = number("free_days", in: 0...1_000)
    for row in rows("terminal", "place", field: "places") {
      let place = self["terminal"].cell(row, "place")
      for yard in self["resource"].present
      where self["resource"].cell(yard, "place") == place
        && self["resource"].cell(yard, "kind") == "yard"
      {
        let old = PlainText.number(self["resource"].cell(yard, "servers")) ?? 0
        let new = max(1, (amount ?? old * (times ?? 1)).rounded())
        set("resource", yard, "servers", PlainText.text(new))
      }
      scale("terminal", row, "storage_capacity", to: amount, times: times)
      if let days { set("terminal", row, "free_storage_days", PlainText.text(days)) }
    }
  }

  /// Others come more or less often; what each brings stays.
  mutating func background() {
    guard let times = number("times", in: 0...1_000) else { return }
    for row in rows("background", "id", field: "rows") {
      scale("background", row, "per_year", to: nil, times: times)
    }
  }

  /// The booked share; its low and high keep their distance and stay within 0…1.
  mutating func load() {
    let share = number("share", in: 0...1)
    let times = number("times", in: 0...1_000)
    for row in rows("load", "id", field: "rows") {
      guard let old = PlainText.number(self["load"].cell(row, "share")) else { continue }
      let new = share ?? min(1, old * (times ?? 1))
      set("load", row, "share", PlainText.text(new))
      for column in ["low", "high"] {
        guard let end = PlainText.number(self["load"].cell(row, column)) else { continue }
        set("load", row, column, PlainText.text(min(1, max(0, end + new - old))))
      }
    }
  }

  mutating func disrupt() {
    guard let target = fields.text("target"), let kind = fields.text("target_kind") else { return }
    name(target)
    let known = Set(ids(of: "disruption"))
    var number = known.count + 1
    while known.contains("\(scenario)-\(number)") { number += 1 }
    var values = ["id": "\(scenario)-\(number)"]
    (values["kind"], values["target"]) = (kind, target)
    for column in ["rate_per_year", "median_h", "low_h", "high_h", "event", "recovery_h"] {
      values[column] = fields.text(column)
    }
    add("disruption", values)
  }
}
