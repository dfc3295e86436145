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
  /// `line:column code`; the change's brace stands at 5:5.
  var fault: String
  /// What the way out must say.
  var offers: String

  init(_ change: String, _ fault: String, offers: String = "") {
    (self.change, self.fault, self.offers) = (change, fault, offers)
  }

  static let fields: [WrongChange] = [
    WrongChange("services: AF-US, status: live", "5:5 scenario.field_missing"),
    WrongChange("kind: statsu, services: AF-US", "5:13 scenario.kind_unknown", offers: "status"),
    WrongChange("kind: [status], services: AF-US", "5:13 scenario.kind_unknown"),
    WrongChange("kind: status, services: AF-US", "5:5 scenario.field_missing"),
    WrongChange(
      "kind: status, service: AF-US, status: live", "5:5 scenario.field_missing"),
    WrongChange(
      "kind: status, services: AF-US, status: live, nots: x", "5:52 scenario.field_unknown",
      offers: "note"),
    WrongChange("kind: frequency, services: AF-US", "5:5 scenario.one_of"),
    WrongChange(
      "kind: frequency, services: AF-US, per_week: 2, times: 2", "5:5 scenario.one_of"),
    WrongChange("kind: close, places: HGH, links: RO-HZ-HGH", "5:5 scenario.one_of"),
    WrongChange(
      "kind: status, services: AF-UZ, status: live", "5:31 scenario.matches_nothing",
      offers: "AF-US"),
    WrongChange(
      "kind: status, services: [AF-US, \"XX-*\"], status: live", "5:39 scenario.matches_nothing"),
    WrongChange(
      "kind: status, services: { id: AF-US }, status: live", "5:31 scenario.wrong_shape"),
    WrongChange(
      "kind: status, services: AF-US, status: alive", "5:46 scenario.wrong_value", offers: "live"),
    WrongChange("kind: status, services: AF-KR, status: live", "5:5 scenario.changes_nothing"),
    WrongChange("kind: link, links: RO-HZ-HGH", "5:5 scenario.changes_nothing"),
    WrongChange(
      "kind: close, passages: suetz", "5:29 scenario.matches_nothing"),
    WrongChange("kind: open, places: HGH", "5:26 scenario.matches_nothing", offers: "XSH"),
    WrongChange(
      "kind: handling, place: HGX, times: 2", "5:29 scenario.matches_nothing", offers: "HGH"),
    WrongChange(
      "kind: door, operation: pikcup, times: 2", "5:5 scenario.matches_nothing", offers: "pickup"),
    WrongChange(
      "kind: cut_off, place: HGH, times: 2", "5:5 scenario.field_missing"),
    WrongChange(
      "kind: cut_off, services: AF-KR, times: 2", "5:45 scenario.no_times"),
    WrongChange(
      "kind: set, table: servcie, where: { id: x }, values: { id: y }",
      "5:25 scenario.table_unknown", offers: "service"),
    WrongChange(
      "kind: set, table: service, where: { id: AF-US }, values: { staus: live }",
      "5:65 scenario.column_unknown", offers: "status"),
    WrongChange(
      "kind: set, table: service, where: { id: AF-UX }, values: { status: live }",
      "5:41 scenario.matches_nothing", offers: "AF-US"),
    WrongChange(
      "kind: add_service, id: AF-US, mode: air, carrier: korea-air, per_week: 1, "
        + "stops: [{ place: HGH }], capacity: { parcel: 1 t }", "5:30 scenario.id_taken"),
    WrongChange(
      "kind: add_link, id: RO-HZ-HGH, mode: road, from: NB, to: HGH", "5:27 scenario.id_taken"),
    WrongChange(
      "kind: retime, services: AF-KR, shift_h: 1", "5:31 scenario.local_times"),
    WrongChange(
      "kind: retime, services: SH-BLN, shift_h: 1, from: 2026-03-04, to: 2026-03-05",
      "5:57 scenario.no_departures"),
    WrongChange(
      "kind: retime, services: SH-BLN, shift_h: 1, from: 2026-03-04",
      "5:5 scenario.field_missing"),
    WrongChange(
      "kind: retime, services: SH-BLN, shift_h: 1, days: Mon", "5:5 scenario.field_missing"),
    WrongChange(
      "kind: retime, services: SH-BLN, from: 2026-03-02, to: 2026-03-08, "
        + "departures: [{ days: Mon, time: \"08:00\" }]", "5:43 scenario.field_unknown"),
  ]

  static let values: [WrongChange] = [
    WrongChange("kind: frequency, services: AF-US, per_week: 1e5", "5:51 scenario.wrong_value"),
    WrongChange("kind: frequency, services: AF-US, per_week: nan", "5:51 scenario.wrong_value"),
    WrongChange("kind: frequency, services: AF-US, per_week: -1", "5:51 scenario.wrong_value"),
    WrongChange("kind: frequency, services: AF-US, per_week: 0x10", "5:51 scenario.wrong_value"),
    WrongChange("kind: frequency, services: AF-US, per_week: [2]", "5:51 scenario.wrong_value"),
    WrongChange("kind: frequency, services: AF-US, times: inf", "5:48 scenario.wrong_value"),
    WrongChange("kind: frequency, services: AF-US, times: \"\"", "5:48 scenario.wrong_value"),
    WrongChange("kind: clearance, rows: cn-*, inspection_share: 2", "5:52 scenario.wrong_value"),
    WrongChange("kind: capacity, services: AF-US, amount: 20", "5:47 scenario.wrong_value"),
    WrongChange("kind: capacity, services: AF-US, amount: 20 lb", "5:5 value.unknown_word"),
    WrongChange(
      "kind: retime, services: SH-BLN, shift_h: 1, from: 2026-02-30, to: 2026-03-05",
      "5:57 scenario.wrong_value"),
    WrongChange(
      "kind: retime, services: SH-BLN, shift_h: 1, from: 2026-03-05, to: 2026-03-04",
      "5:73 scenario.wrong_value"),
    WrongChange(
      "kind: cancel, services: SH-BLN, from: 2026-03-02, to: 2028-03-04",
      "5:60 scenario.wrong_value"),
    WrongChange(
      "kind: cancel, services: SH-BLN, from: 2026-03-02, to: 2026-03-04, days: Funday",
      "5:78 scenario.wrong_value"),
    WrongChange(
      "kind: calendar, hours: office, dates: { from: 2026-10-07, to: 2026-10-01 }, closed: yes",
      "5:44 scenario.wrong_shape"),
    WrongChange("kind: calendar, hours: office, dates: 2026-10-07", "5:5 scenario.one_of"),
    WrongChange(
      "kind: calendar, hours: office, dates: 2026-13-07, closed: yes", "5:5 value.not_a_date"),
    WrongChange(
      "kind: close, places: HGH, from: 2026-03-02 08:00", "5:5 value.not_a_moment"),
    WrongChange(
      "kind: close, places: HGH, start: \"08:00\"", "5:5 closure.half_given"),
    WrongChange(
      "kind: close, passages: suez, reroute: cape", "5:44 scenario.wrong_shape"),
    WrongChange(
      "kind: extra, service: SH-BLN, departures: [{ date: 2026-03-05 }]",
      "5:49 scenario.field_missing"),
    WrongChange(
      "kind: extra, service: SH-BLN, departures: [{ date: 2026-03-05, tiem: \"10:00\" }]",
      "5:69 scenario.field_unknown", offers: "time"),
    WrongChange(
      "kind: opening_hours, places: HGH, gate: nights", "5:5 reference.unknown"),
  ]
}

@Suite struct `A wrong change` {
  @Test(arguments: WrongChange.fields + WrongChange.values)
  func `is reported where it stands, with a way out`(wrong: WrongChange) throws {
    let trial = try TrialScenario()
    let before = try trial.checksums()
    let file = try trial.scenario([wrong.change])
    let found = errors(in: file)
    #expect(found.map(brief).first == wrong.fault, "\(wrong.change)\n\(listing(found))")
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
