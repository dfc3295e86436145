// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities
import Testing

/// What a planner reads after a change, the network being that of the hand-drawn timetables.
struct ChangeHandDrawnTests {
  private let japanese =
    HandDrawn.korea + "territory JP Asia/Tokyo\nservice NH1 air JP daily HGH 20:00 > ICN 23:00"

  private func drawing(
    _ timetable: String, _ changes: (TextTimetable) -> [RouterChange]
  ) throws -> String {
    let text = TextTimetable(timetable)
    let origin = text.id("HZ")
    let router = try Router(
      network: text.network, consignment: Consignment(), origin: origin,
      options: RoutingOptions(), week: text.week)
    var search = RouterSearch(router)
    search.run(
      from: origin, readyAt: text.instant("Mon 08:00", at: "HZ"),
      changes: try router.resolve(changes(text)))
    return search.itinerary(to: text.id("SEL")).map(text.drawing) ?? "unreachable"
  }

  private func window(
    _ from: String, _ to: String, at place: String, _ text: TextTimetable
  ) -> Range<Instant> {
    text.instant(from, at: place)..<text.instant(to, at: place)
  }

  private func monday(_ text: TextTimetable) -> Range<Instant> {
    window("Mon 00:00", "Tue 00:00", at: "HZ", text)
  }

  private let onWednesday =
    "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
    + " ~ wait next_departure Wed 4. 16:00 ~ wait cut_off 20:00 ~ OZ1 ~ ICN 23:00"
    + " ~ release Thu 5. 1:00 ~ import_clearance 4:00 ~ truck ~ SEL 5:00 ~ last_mile 6:00"

  @Test func `a cancelled flight: the next one`() throws {
    let drawing = try drawing(HandDrawn.korea + HandDrawn.evenings) {
      [.cancel(service: "OZ1", window: monday($0))]
    }
    #expect(drawing == onWednesday)
  }

  @Test func `a delayed flight has a later cut-off too`() throws {
    let drawing = try drawing(HandDrawn.korea + HandDrawn.evenings) {
      [.retime(service: "OZ1", seconds: 6 * 3_600, window: monday($0))]
    }
    #expect(
      drawing
        == "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 22:00 ~ wait cut_off Tue 3. 2:00 ~ OZ1 ~ ICN 5:00"
        + " ~ release 7:00 ~ import_clearance 10:00 ~ truck ~ SEL 11:00 ~ last_mile 12:00")
  }

  @Test func `an earlier flight is missed`() throws {
    let drawing = try drawing(HandDrawn.korea + HandDrawn.evenings) {
      [.retime(service: "OZ1", seconds: -5 * 3_600, window: monday($0))]
    }
    #expect(drawing == onWednesday)
  }

  @Test func `an extra flight lands at the published time`() throws {
    let drawing = try drawing(HandDrawn.korea + HandDrawn.evenings) {
      [
        .cancel(service: "OZ1", window: monday($0)),
        .add(service: "OZ1", departures: [$0.instant("Tue 12:00", at: "HGH")]),
      ]
    }
    #expect(
      drawing
        == "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure Tue 3. 8:00 ~ wait cut_off 12:00 ~ OZ1 ~ ICN 23:00"
        + " ~ release Wed 4. 1:00 ~ import_clearance 4:00 ~ truck ~ SEL 5:00 ~ last_mile 6:00")
  }

  @Test func `a flight that would land at a closed airport does not`() throws {
    let drawing = try drawing(HandDrawn.korea + HandDrawn.evenings) {
      [.closePlace("ICN", window: window("Mon 22:00", "Tue 00:00", at: "ICN", $0))]
    }
    #expect(drawing == onWednesday)
  }

  @Test func `a closed passage stops the runs that are under way`() throws {
    let suez = HandDrawn.evenings.dropLast() + " passage=suez\n"
    let stopped = try drawing(HandDrawn.korea + suez) {
      [.closePassage("suez", window: window("Mon 21:00", "Mon 21:30", at: "HZ", $0))]
    }
    #expect(stopped == onWednesday)
    let before = try drawing(HandDrawn.korea + suez) {
      [.closePassage("suez", window: window("Mon 12:00", "Mon 20:00", at: "HZ", $0))]
    }
    #expect(before != onWednesday && before.contains("OZ1 ~ ICN 23:00 ~ release Tue 3."))
  }

  @Test func `customs of a closed airport wait`() throws {
    let drawing = try drawing(HandDrawn.korea + HandDrawn.evenings) {
      [.closePlace("ICN", window: window("Tue 00:30", "Tue 06:00", at: "ICN", $0))]
    }
    #expect(
      drawing
        == "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 16:00 ~ wait cut_off 20:00 ~ OZ1 ~ ICN 23:00"
        + " ~ release Tue 3. 1:00 ~ wait before_opening 6:00 ~ import_clearance 9:00 ~ truck ~ SEL 10:00"
        + " ~ last_mile 11:00")
  }

  @Test func `a truck waits until its road is open again`() throws {
    let drawing = try drawing(HandDrawn.korea + HandDrawn.evenings) { text in
      [
        .closeLink(
          text.network.links[0].id, window: window("Mon 00:00", "Mon 12:00", at: "HZ", text))
      ]
    }
    #expect(
      drawing
        == "HZ Mon 2. 8:00 ~ pickup 9:00 ~ wait before_opening 12:00 ~ truck ~ HGH 13:00"
        + " ~ export_clearance 15:00 ~ wait next_departure 16:00 ~ wait cut_off 20:00 ~ OZ1"
        + " ~ ICN 23:00 ~ release Tue 3. 1:00 ~ import_clearance 4:00 ~ truck ~ SEL 5:00"
        + " ~ last_mile 6:00")
  }

  @Test func `a right that is granted makes the seat`() throws {
    #expect(try drawing(japanese) { _ in [] } == "unreachable")
    let drawing = try drawing(japanese) { _ in
      [.grantRight(holder: "NH1", from: "HGH", to: "ICN")]
    }
    #expect(
      drawing
        == "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 20:00 ~ NH1 ~ ICN 23:00"
        + " ~ import_clearance Tue 3. 2:00 ~ truck ~ SEL 3:00 ~ last_mile 4:00")
  }

  @Test func `a right that is withdrawn takes the seat away`() throws {
    let drawing = try drawing(japanese + "\nright JP HGH ICN") { _ in
      [.withdrawRight(holder: "NH1", from: "HGH", to: "ICN")]
    }
    #expect(drawing == "unreachable")
  }

  @Test func `everything that is wrong is said at once`() throws {
    let text = TextTimetable(HandDrawn.korea + HandDrawn.evenings)
    let router = try Router(
      network: text.network, consignment: Consignment(), origin: text.id("HZ"),
      options: RoutingOptions(), week: text.week)
    let sunday = text.instant("Sun 00:00", at: "HZ")..<text.instant("Sun 12:00", at: "HZ")
    let thrown = #expect(throws: RouterChangeFaults.self) {
      try router.resolve([
        .cancel(service: "OZ2", window: nil), .cancel(service: "OZ1", window: sunday),
        .closePlace("HGX", window: nil), .closePassage("suez", window: nil),
        .grantRight(holder: "XX", from: "HGH", to: "ICX"),
        .grantRight(holder: "OZ1", from: "HGH", to: "ICN"), .closeLink("L", window: nil),
      ])
    }
    #expect(
      thrown?.faults.map(\.reason) == [
        .unknownService("OZ2"), .matchesNothing, .unknownPlace("HGX"), .unknownPassage("suez"),
        .unknownHolder("XX"), .unknownPlace("ICX"), .matchesNothing, .unknownLink("L"),
      ])
    #expect(thrown?.faults.map(\.number) == [0, 1, 2, 3, 4, 4, 5, 6])
  }
}
