// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FoundationEssentials
import FreightModel
import NetworkIO
import Testing

@testable import Scenario

/// One wrong change of the teaching network: where the fault stands, and what is offered.
struct WrongChange: Sendable {
  var change: String
  /// Where `§` stands in the change, else at its brace.
  var column: Int
  var code: String
  /// What the way out must say.
  var offers: String

  init(_ change: String, _ code: String, offers: String = "") {
    let parts = change.split(separator: "§", maxSplits: 1, omittingEmptySubsequences: false)
    column = parts.count == 2 ? parts[0].count + 7 : 5
    self.change = parts.joined()
    (self.code, self.offers) = (code, offers)
  }

  static let fields: [WrongChange] = [
    WrongChange(
      "services: AF-US, status: live", "scenario.field_missing"),
    WrongChange(
      "kind: §statsu, services: AF-US", "scenario.kind_unknown", offers: "status"),
    WrongChange(
      "kind: §[status], services: AF-US", "scenario.kind_unknown"),
    WrongChange(
      "kind: status, services: AF-US", "scenario.field_missing"),
    WrongChange(
      "kind: status, service: AF-US, status: live", "scenario.field_missing"),
    WrongChange(
      "kind: status, services: AF-US, status: live, §nots: x", "scenario.field_unknown",
      offers: "note"),
    WrongChange(
      "kind: frequency, services: AF-US", "scenario.one_of"),
    WrongChange(
      "kind: frequency, services: AF-US, per_week: 2, times: 2", "scenario.one_of"),
    WrongChange(
      "kind: close, places: HGH, links: RO-HZ-HGH", "scenario.one_of"),
    WrongChange(
      "kind: status, services: §AF-UZ, status: live", "scenario.matches_nothing", offers: "AF-US"),
    WrongChange(
      "kind: status, services: [AF-US, §\"XX-*\"], status: live", "scenario.matches_nothing"),
    WrongChange(
      "kind: status, services: §{ id: AF-US }, status: live", "scenario.wrong_shape"),
    WrongChange(
      "kind: status, services: AF-US, status: §alive", "scenario.wrong_value"),
    WrongChange(
      "kind: status, services: AF-KR, status: live", "scenario.changes_nothing"),
    WrongChange(
      "kind: link, links: RO-HZ-HGH", "scenario.changes_nothing"),
    WrongChange(
      "kind: close, passages: §suetz", "scenario.matches_nothing"),
    WrongChange(
      "kind: open, places: §HGH", "scenario.matches_nothing", offers: "XSH"),
    WrongChange(
      "kind: handling, place: §HGX, times: 2", "scenario.matches_nothing", offers: "HGH"),
    WrongChange(
      "kind: door, operation: pikcup, times: 2", "scenario.matches_nothing", offers: "pickup"),
    WrongChange(
      "kind: cut_off, place: HGH, times: 2", "scenario.field_missing"),
    WrongChange(
      "kind: cut_off, services: AF-KR, times: §2", "scenario.no_times"),
    WrongChange(
      "kind: set, table: §servcie, where: { id: x }, values: { id: y }", "scenario.table_unknown",
      offers: "service"),
    WrongChange(
      "kind: set, table: service, where: { id: AF-US }, values: { §staus: live }",
      "scenario.column_unknown", offers: "status"),
    WrongChange(
      "kind: set, table: service, where: §{ id: AF-UX }, values: { status: live }",
      "scenario.matches_nothing", offers: "AF-US"),
    WrongChange(
      "kind: add_service, id: §AF-US, mode: air, carrier: korea-air, per_week: 1, "
        + "stops: [{ place: HGH }], capacity: { parcel: 1 t }", "scenario.id_taken"),
    WrongChange(
      "kind: add_link, id: §RO-HZ-HGH, mode: road, from: NB, to: HGH", "scenario.id_taken"),
    WrongChange(
      "kind: frequency, services: BA-XSH, per_week: §0.347", "scenario.frequency", offers: "0.35"),
    WrongChange(
      "kind: frequency, services: BA-XSH, times: §0.333", "scenario.frequency", offers: "1.16"),
    WrongChange("kind: frequency, services: BA-XSH, per_week: 3.5", "scenario.changes_nothing"),
    WrongChange("kind: frequency, services: SH-BLN, times: 1", "scenario.changes_nothing"),
    WrongChange("kind: cancel, services: SH-old", "scenario.changes_nothing"),
    WrongChange("kind: cancel, services: AF-KR, days: §Mon", "scenario.no_departures"),
    WrongChange(
      "kind: cancel, services: AF-KR, from: §2026-03-02, to: 2026-03-02",
      "scenario.no_departures"),
    WrongChange(
      "kind: close, services: §AF-KR, days: Tue, start: \"01:00\", end: \"05:00\"",
      "scenario.no_departures"),
    WrongChange(
      "kind: close, places: HGH, to: §\"2019-03-05T00:00:00+08:00\"", "scenario.window_outside"),
    WrongChange(
      "kind: close, links: RO-HZ-HGH, from: §\"2031-03-05T00:00:00+08:00\"",
      "scenario.window_outside"),
    WrongChange(
      "kind: extra, service: AF-KR, departures: [§{ date: 2026-03-03, time: \"23:10\" }]",
      "scenario.leaves_already"),
    WrongChange(
      "kind: extra, service: §SH-old, departures: [{ date: 2026-03-03, time: \"23:10\" }]",
      "scenario.does_not_run"),
    WrongChange(
      "kind: clearance, rows: kr-import, times: 2, §from: 2026-03-02, to: 2026-03-08",
      "scenario.no_window"),
    WrongChange(
      "kind: cut_off, place: HGH, mode: air, times: 0.5, §from: 2026-03-02, to: 2026-03-08",
      "scenario.no_window"),
    WrongChange(
      "kind: capacity, services: SH-INC, times: 0.5, from: §2027-03-02, to: 2027-03-08",
      "scenario.no_departures"),
    WrongChange("kind: retime, services: SH-BLN, shift_h: 168", "scenario.changes_nothing"),
    WrongChange(
      "kind: retime, services: SH-BLN, shift_h: 1, from: §2026-03-04, to: 2026-03-05",
      "scenario.no_departures"),
    WrongChange(
      "kind: retime, services: SH-BLN, shift_h: 1, from: 2026-03-04", "scenario.field_missing"),
    WrongChange(
      "kind: retime, services: SH-BLN, shift_h: 1, days: Mon", "scenario.field_missing"),
    WrongChange(
      "kind: retime, services: SH-BLN, §from: 2026-03-02, to: 2026-03-08, "
        + "departures: [{ days: Mon, time: \"08:00\" }]", "scenario.field_unknown"),
  ]

  static let values: [WrongChange] = [
    WrongChange(
      "kind: frequency, services: AF-US, per_week: §1e5", "scenario.wrong_value"),
    WrongChange(
      "kind: frequency, services: AF-US, per_week: §nan", "scenario.wrong_value"),
    WrongChange(
      "kind: frequency, services: AF-US, per_week: §-1", "scenario.wrong_value"),
    WrongChange(
      "kind: frequency, services: AF-US, per_week: §0x10", "scenario.wrong_value"),
    WrongChange(
      "kind: frequency, services: AF-US, per_week: §[2]", "scenario.wrong_value"),
    WrongChange(
      "kind: frequency, services: AF-US, times: §inf", "scenario.wrong_value"),
    WrongChange(
      "kind: frequency, services: AF-US, times: §\"\"", "scenario.wrong_value"),
    WrongChange(
      "kind: clearance, rows: cn-*, inspection_share: §2", "scenario.wrong_value"),
    WrongChange(
      "kind: capacity, services: AF-US, amount: §20", "scenario.wrong_value"),
    WrongChange(
      "kind: capacity, services: AF-US, amount: 20 lb", "value.unknown_word"),
    WrongChange(
      "kind: retime, services: SH-BLN, shift_h: 1, from: §2026-02-30, to: 2026-03-05",
      "scenario.wrong_value"),
    WrongChange(
      "kind: retime, services: SH-BLN, shift_h: 1, from: 2026-03-05, to: §2026-03-04",
      "scenario.wrong_value"),
    WrongChange(
      "kind: cancel, services: SH-BLN, from: 2026-03-02, to: §2028-03-04", "scenario.wrong_value"),
    WrongChange(
      "kind: cancel, services: SH-BLN, from: 2026-03-02, to: 2026-03-04, days: §Funday",
      "scenario.wrong_value"),
    WrongChange(
      "kind: calendar, hours: office, dates: §{ from: 2026-10-07, to: 2026-10-01 }, "
        + "closed: yes", "scenario.wrong_shape"),
    WrongChange(
      "kind: calendar, hours: office, dates: 2026-10-07", "scenario.one_of"),
    WrongChange(
      "kind: calendar, hours: office, dates: 2026-13-07, closed: yes", "value.impossible_date"),
    WrongChange(
      "kind: close, places: HGH, from: 2026-03-02 08:00", "value.not_a_moment"),
    WrongChange(
      "kind: close, places: HGH, start: \"08:00\"", "closure.half_given"),
    WrongChange(
      "kind: close, passages: suez, reroute: §cape", "scenario.wrong_shape"),
    WrongChange(
      "kind: extra, service: SH-BLN, departures: [§{ date: 2026-03-05 }]", "scenario.field_missing"),
    WrongChange(
      "kind: extra, service: SH-BLN, departures: [{ date: 2026-03-05, time: \"10:00\", §dais: Mon }]",
      "scenario.field_unknown", offers: "date"),
    WrongChange(
      "kind: opening_hours, places: HGH, gate: nights", "reference.unknown"),
  ]
}

@Suite struct `A wrong change` {
  @Test(arguments: WrongChange.fields + WrongChange.values)
  func `is reported where it stands, with a way out`(wrong: WrongChange) throws {
    let trial = try TrialScenario()
    let before = try trial.checksums()
    let file = try trial.scenario([wrong.change])
    let found = errors(in: file)
    #expect(
      found.map(brief).first == "5:\(wrong.column) \(wrong.code)",
      "\(wrong.change)\n\(listing(found))")
    #expect(found.allSatisfy { $0.file == file }, "\(listing(found))")
    let hint = found.first?.hint(in: .en) ?? ""
    #expect(hint.contains(wrong.offers), "\(wrong.change)\n\(listing(found))")
    for diagnostic in found {
      let said = [
        diagnostic.message(in: .en), diagnostic.message(in: .zh), diagnostic.hint(in: .en) ?? "-",
        diagnostic.hint(in: .zh) ?? "-",
      ]
      #expect(said.allSatisfy { !$0.isEmpty && !$0.contains("{0}") && !$0.contains("{1}") })
      #expect(!said[2].contains("mean ?"), "an empty offer: \(listing(found))")
    }
    #expect(try trial.checksums() == before)
  }
}
