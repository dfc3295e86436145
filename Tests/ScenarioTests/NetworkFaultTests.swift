// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import NetworkIO
import Testing

@testable import Scenario

@Suite struct `What only the network's checks find` {
  private static let service =
    "kind: add_service, id: N1, mode: air, per_week: 1, slot_rule: even, capacity: { parcel: 1 t }"

  @Test(arguments: [
    service + ", carrier: nobody, stops: [{ place: HGH }, { place: ICN, arrive_h: 2 }]",
    service + ", carrier: korea-air, stops: [{ place: HGH }]",
    service + ", carrier: korea-air, stops: [{ place: HGH }, { place: NOWHERE, arrive_h: 2 }]",
    service
      + ", carrier: korea-air, stops: [{ place: HGH, depart_h: 5 }, { place: ICN, arrive_h: 2 }]",
    service + ", carrier: korea-air, stops: [{ place: HGH }, { place: ICN, arrive_h: 1e5 }]",
    service + ", carrier: korea-air, stops: [{ place: HGH }, { place: ICN, arrive_h: soon }]",
    service
      + ", carrier: korea-air, slot_phase: 9, stops: [{ place: HGH }, { place: ICN, arrive_h: 2 }]",
    "kind: grant_right, carrier: korea-air, from: HGH, to: ICM",
    "kind: grant_right, carrier: america-air, from: HGH, to: ICN, freedom: 12",
    "kind: cut_off, place: HGX, mode: air, times: 2",
    "kind: add_row, table: target, values: { set: strict, place: SEL, tier: 2 }",
    "kind: add_place, id: X, place_kind: city, name_en: X, lat: 99, lon: 0, territory: KR, time_zone: Asia/Seoul",
    "kind: set, table: link, where: { id: RO-HZ-HGH }, values: { time_h: -1 }",
    "kind: disrupt, target: NOWHERE, target_kind: place, rate_per_year: 1, median_h: 1",
  ])
  func `is reported at the change`(change: String) throws {
    let trial = try TrialScenario()
    let file = try trial.scenario(["kind: status, services: AF-US, status: live", change])
    let found = errors(in: file)
    #expect(!found.isEmpty, "\(change)")
    for diagnostic in found {
      #expect(diagnostic.file == file && diagnostic.line == 6 && diagnostic.column == 5)
      #expect(!diagnostic.code.hasPrefix("scenario."), "\(listing(found))")
    }
  }

  @Test func `is reported before a later change is said to do nothing`() throws {
    let trial = try TrialScenario()
    let found = try trial.faults(
      Self.service + ", carrier: nobody, stops: [{ place: HGH }, { place: ICN, arrive_h: 2 }]",
      "kind: retime, services: SH-BLN, shift_h: 1")
    #expect(found == ["5:5 reference.unknown"])
  }

  @Test func `of a place where services call is an error`() throws {
    let trial = try TrialScenario()
    let found = errors(in: try trial.scenario(["kind: remove_place, places: XSH"]))
    #expect(found.first?.code == "reference.unknown", "\(listing(found))")
    #expect(found.first?.file.hasSuffix("stop_time.csv") == true)
  }

  @Test func `comes after all faults of the file, in the order of lines`() throws {
    let trial = try TrialScenario()
    let found = try trial.faults(
      "kind: status, services: AF-UX, status: live", "kind: statsu, services: AF-US",
      "kind: set, table: link, where: { id: RO-HZ-HGH }, values: { time_h: -1 }",
      "kind: link, links: RO-HZ-HGH, times: -2", "kind: status, services: AF-KR, status: live",
      "kind: retime, services: [AF-KR, AF-KR-back, SH-BLX], shift_h: 1",
      "kind: close, places: [HGX, ICX]")
    #expect(
      found == [
        "5:31 scenario.matches_nothing", "6:13 scenario.kind_unknown", "7:5 value.negative",
        "8:44 scenario.wrong_value", "9:5 scenario.changes_nothing",
        "10:51 scenario.matches_nothing",
        "11:29 scenario.matches_nothing", "11:34 scenario.matches_nothing",
      ])
  }

  @Test func `faults of the head come with those of the changes`() throws {
    let trial = try TrialScenario()
    let text = """
      schema: tidebore-scenario/3
      name: a b
      base: network
      nmae: x
      ask: { orgin: HZ }
      changes:
        - { kind: status, services: AF-UX, status: live }
      """
    #expect(
      errors(in: try trial.file(text.utf8)).map(brief) == [
        "1:9 scenario.schema", "2:7 scenario.bad_name", "4:1 scenario.field_unknown",
        "5:8 scenario.field_unknown", "7:31 scenario.matches_nothing",
      ])
    let headless = text.replacing("base: network", with: "bsae: network")
    #expect(
      errors(in: try trial.file(headless.utf8)).map(brief) == [
        "1:1 scenario.field_missing", "1:9 scenario.schema", "2:7 scenario.bad_name",
        "3:1 scenario.field_unknown", "4:1 scenario.field_unknown", "5:8 scenario.field_unknown",
      ])
  }

  @Test func `what a faulty change would have added is no second fault`() throws {
    let trial = try TrialScenario()
    let found = try trial.faults(
      Self.service + ", carier: korea-air, stops: []",
      "kind: status, services: N1, status: live", "kind: close, services: N1")
    #expect(found == ["5:5 scenario.field_missing", "5:102 scenario.field_unknown"])
  }
}
