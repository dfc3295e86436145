// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

/// A change of the teaching network, and the rows that it must touch.
struct Example: Sendable, CustomTestStringConvertible {
  var says: String
  /// The example is for the kind of the last change.
  var changes: [String]
  /// As `brief` writes them, in the order of tables and rows.
  var edits: [String]

  init(_ says: String, _ changes: String..., edits: [String]) {
    self.says = says
    self.changes = changes
    self.edits = edits
  }

  var testDescription: String { says }

  /// The word after `kind:`.
  var kind: String {
    let change = changes[changes.count - 1]
    return String(change.dropFirst("kind: ".count).prefix { $0.isLetter || $0 == "_" })
  }

  static let all = services + timetables + newServices + terminals + ways + places + rows

  static let services: [Example] = [
    Example(
      "a frequency of a slot rule is one cell",
      "kind: frequency, services: BA-XSH, per_week: 5",
      edits: ["service BA-XSH: frequency_per_week 3.5→5"]),
    Example(
      "a frequency times two takes what is there",
      "kind: frequency, services: [BA-XSH, RA-YIW], times: 2",
      edits: [
        "service BA-XSH: frequency_per_week 3.5→7", "service RA-YIW: frequency_per_week 7→14",
      ]),
    Example(
      "a service that does not run is unconfirmed once it has departures",
      "kind: frequency, services: SH-old, per_week: 2",
      edits: ["service SH-old: status suspended→unconfirmed, frequency_per_week 1→2"]),
    Example(
      "published days are written out, and days that are free follow",
      "kind: frequency, services: SH-BLN, per_week: 3",
      edits: [
        "-departure SH-BLN Tue", "+departure service=SH-BLN, days=Tue, time=16:00",
        "+departure service=SH-BLN, days=Mon, time=16:00",
        "+departure service=SH-BLN, days=Wed, time=16:00",
      ]),
    Example(
      "half a published week is every second week",
      "kind: frequency, services: SH-BLN, times: 0.5",
      edits: [
        "-departure SH-BLN Tue",
        "+departure service=SH-BLN, days=Tue, time=16:00, period_weeks=2, phase_week=0",
      ]),
    Example(
      "a voyage on one date stays what it is",
      "kind: frequency, services: SH-INC, per_week: 2",
      edits: [
        "-departure SH-INC Sat", "+departure service=SH-INC, days=Sat, time=20:00",
        "+departure service=SH-INC, days=Mon, time=20:00",
      ]),
    Example(
      "no departure a week is none, published or not",
      "kind: frequency, services: SH-BLN, per_week: 0",
      edits: ["service SH-BLN: frequency_per_week →0"]),
    Example(
      "a status", "kind: status, services: AF-US, status: live",
      edits: ["service AF-US: status unconfirmed→live"]),
    Example(
      "a pattern takes all that fit", "kind: status, services: \"AF-*\", status: historic",
      edits: [
        "service AF-KR: status live→historic", "service AF-KR-back: status live→historic",
        "service AF-US: status unconfirmed→historic",
      ]),
    Example(
      "the capacity of one class", "kind: capacity, services: AF-US, class: parcel, amount: 90 t",
      edits: ["capacity AF-US parcel: amount 80→90"]),
    Example(
      "the capacity of all classes, multiplied",
      "kind: capacity, services: RA-YIW, times: 1.5",
      edits: ["capacity RA-YIW fcl: amount 80→120", "capacity RA-YIW lcl: amount 100→150"]),
    Example(
      "a capacity in another unit", "kind: capacity, services: RA-YIW, class: lcl, amount: 250 m3",
      edits: ["capacity RA-YIW lcl: amount 100→250, unit t→m3"]),
    Example(
      "the cut-off of a service",
      "kind: cut_off, services: AF-US, cutoff_h: 2, release_h: 3",
      edits: ["service AF-US: cutoff_h 5→2, release_h →3"]),
    Example(
      "the cut-off of a terminal is a rule of its own",
      "kind: cut_off, place: HGH, mode: air, times: 0.5",
      edits: ["+mode_rule mode=air, domestic=no, cutoff_h=3, release_h=6, place=HGH"]),
    Example(
      "a terminal that has a rule of its own keeps one",
      "kind: cut_off, place: HGH, mode: air, times: 0.5",
      "kind: cut_off, place: HGH, mode: air, cutoff_h: 1, release_h: 2",
      edits: ["+mode_rule mode=air, domestic=no, cutoff_h=1, release_h=2, place=HGH"]),
    Example(
      "the cut-off of barges at home",
      "kind: cut_off, place: XSH, mode: river, service_type: barge, domestic: yes, release_times: 2",
      edits: [
        "+mode_rule mode=river, service_type=barge, domestic=yes, cutoff_h=4, release_h=8, place=XSH"
      ]),
    Example(
      "a service that goes leaves no row",
      "kind: remove_service, services: AF-US",
      edits: [
        "-traffic_right america-air AF-US HGH ICN", "-service AF-US", "-stop_time AF-US 1",
        "-stop_time AF-US 2", "-departure AF-US Wed;Fri;Sun", "-capacity AF-US parcel",
        "-capacity AF-US air", "-tariff air-us",
      ]),
  ]

  static let timetables: [Example] = [
    Example(
      "all departures an hour and a half earlier",
      "kind: retime, services: SH-BLN, shift_h: -1.5",
      edits: ["-departure SH-BLN Tue", "+departure service=SH-BLN, days=Tue, time=14:30"]),
    Example(
      "a shift past midnight falls on the next day",
      "kind: retime, services: SH-BLN, shift_h: 10",
      edits: ["-departure SH-BLN Tue", "+departure service=SH-BLN, days=Wed, time=02:00"]),
    Example(
      "a shift past the end of the week comes round",
      "kind: retime, services: AF-US, shift_h: 21",
      edits: [
        "-departure AF-US Wed;Fri;Sun", "+departure service=AF-US, days=Thu, time=00:30",
        "+departure service=AF-US, days=Sat, time=00:30",
        "+departure service=AF-US, days=Mon, time=00:30",
      ]),
    Example(
      "dated departures are shifted as well",
      "kind: retime, services: SH-INC, shift_h: 13",
      edits: [
        "-departure SH-INC Sat", "departure SH-INC: date 2026-03-04→2026-03-05, time 12:00→01:00",
        "+departure service=SH-INC, days=Sun, time=09:00",
      ]),
    Example(
      "slots of a rule are written out, every second week too",
      "kind: retime, services: BA-XSH, shift_h: 1",
      edits: [
        "service BA-XSH: frequency_per_week 3.5→, slot_rule even→",
        "+departure service=BA-XSH, days=Tue, time=23:00",
        "+departure service=BA-XSH, days=Fri, time=23:00",
        "+departure service=BA-XSH, days=Sun, time=23:00",
        "+departure service=BA-XSH, days=Wed, time=23:00, period_weeks=2, phase_week=0",
      ]),
    Example(
      "a departure of every second week that leaves its week keeps its weeks",
      "kind: retime, services: BA-XSH, shift_h: 120",
      edits: [
        "service BA-XSH: frequency_per_week 3.5→, slot_rule even→",
        "+departure service=BA-XSH, days=Sun, time=22:00",
        "+departure service=BA-XSH, days=Wed, time=22:00",
        "+departure service=BA-XSH, days=Fri, time=22:00",
        "+departure service=BA-XSH, days=Mon, time=22:00, period_weeks=2, phase_week=1",
      ]),
    Example(
      "published departures in place of the old",
      "kind: retime, services: SH-BLN, departures: [{ days: Mon;Thu, time: \"08:00\" }]",
      edits: ["-departure SH-BLN Tue", "+departure service=SH-BLN, days=Mon;Thu, time=08:00"]),
    Example(
      "in a window these dates move, the others stay",
      "kind: retime, services: SH-BLN, shift_h: 9, from: 2026-03-02, to: 2026-03-15",
      edits: [
        "+service_exception service=SH-BLN, date=2026-03-03, action=cancel",
        "+service_exception service=SH-BLN, date=2026-03-10, action=cancel",
        "+service_exception service=SH-BLN, date=2026-03-04, action=add, time=01:00",
        "+service_exception service=SH-BLN, date=2026-03-11, action=add, time=01:00",
      ]),
    Example(
      "in a window only some days move",
      "kind: retime, services: AF-US, shift_h: 1, from: 2026-03-02, to: 2026-03-08, days: Fri",
      edits: [
        "+service_exception service=AF-US, date=2026-03-06, action=cancel",
        "+service_exception service=AF-US, date=2026-03-06, action=add, time=04:30",
      ]),
    Example(
      "a cancellation for good suspends", "kind: cancel, services: SH-BLN",
      edits: ["service SH-BLN: status live→suspended"]),
    Example(
      "a cancellation on dates is a closure in the zone of the first stop",
      "kind: cancel, services: SH-BLN, from: 2026-03-02, to: 2026-03-03",
      edits: [
        "+closure id=trial-3, kind=service, target=SH-BLN, from=2026-03-02T00:00:00+09:00, "
          + "to=2026-03-04T00:00:00+09:00"
      ]),
    Example(
      "a cancellation on days of the week", "kind: cancel, services: AF-US, days: Wed;Sun",
      edits: ["+closure id=trial-3, kind=service, target=AF-US, days=Wed;Sun"]),
    Example(
      "a departure more",
      "kind: extra, service: SH-BLN, departures: [{ date: 2026-03-05, time: \"10:00\" }]",
      edits: ["+service_exception service=SH-BLN, date=2026-03-05, action=add, time=10:00"]),
  ]
}
