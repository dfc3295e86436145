// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightTestSupport
import NetworkIO
import Testing

@testable import Scenario

@Suite struct `Changes on changes` {
  static let seeds = 1...48

  /// A change, and what takes it back.
  private static func pair(
    _ ids: DrawnIDs, _ random: inout SplitMix64
  ) -> (change: String, back: String, leavesRows: Bool) {
    let link = random.pick(ids.links)
    let place = random.pick(
      ids.places.filter { !["XSH", "HGH", "ICN", "BLN", "PVG"].contains($0) })
    return random.pick([
      (
        "kind: close, links: \(link == "RO-ICN-SEL" ? "RO-HZ-HGH" : link)",
        "kind: open, links: \(link == "RO-ICN-SEL" ? "RO-HZ-HGH" : link)", false
      ),
      ("kind: close, places: \(place), days: Mon", "kind: open, places: \(place)", false),
      ("kind: close, services: AF-KR", "kind: open, services: AF-KR", false),
      (
        "kind: frequency, services: BA-XSH, per_week: 6",
        "kind: frequency, services: BA-XSH, per_week: 3.5", false
      ),
      (
        "kind: frequency, services: SH-BLN, per_week: 5",
        "kind: frequency, services: SH-BLN, per_week: 1", true
      ),
      (
        "kind: grant_right, carrier: korea-air, from: HGH, to: ICN",
        "kind: withdraw_right, carrier: korea-air, from: HGH, to: ICN", false
      ),
      (
        "kind: status, services: AF-KR, status: suspended",
        "kind: status, services: AF-KR, status: live", false
      ),
      ("kind: cancel, services: AF-KR", "kind: status, services: AF-KR, status: live", false),
      (
        "kind: clearance, rows: kr-import, times: 2",
        "kind: clearance, rows: kr-import, times: 0.5", false
      ),
      (
        "kind: retime, services: SH-INC, shift_h: 30",
        "kind: retime, services: SH-INC, shift_h: -30", true
      ),
      (
        "kind: cut_off, services: AF-US, cutoff_h: 9",
        "kind: cut_off, services: AF-US, cutoff_h: 5", false
      ),
      (
        "kind: like_service, service: AF-KR, id: more", "kind: remove_service, services: more",
        false
      ),
      (
        "kind: add_link, id: new, mode: road, from: NB, to: HGH, distance_km: 140, time_h: 2",
        "kind: remove_link, links: new", false
      ),
      (
        "kind: door, operation: delivery, territory: KR, class: fcl, time_h: 3",
        "kind: door, operation: delivery, territory: KR, class: fcl, time_h: 6", false
      ),
      (
        "kind: capacity, services: AF-US, times: 0.5", "kind: capacity, services: AF-US, times: 2",
        false
      ),
    ])
  }

  @Test(arguments: seeds)
  func `what is taken back is as it was`(seed: Int) throws {
    let trial = try TrialScenario.drawn(seed)
    var random = SplitMix64(seed: seed + 40_000)
    let (change, back, leavesRows) = Self.pair(try DrawnIDs(trial), &random)
    let scenario = try trial.read(change, back)
    if !leavesRows { #expect(scenario.briefs.isEmpty, "seed \(seed): \(change)") }
    let kind = seed % 2 == 0 ? Arrivals.parcel : Arrivals.box
    let base = try NetworkReader.read(directory: trial.network).network
    let isSame = try Arrivals(base, [kind]) == Arrivals(scenario.read.network, [kind])
    #expect(isSame, "seed \(seed): \(change)")
  }

  @Test(arguments: seeds)
  func `a scenario on a scenario is one list after the other`(seed: Int) throws {
    let trial = try TrialScenario.drawn(seed)
    let ids = try DrawnIDs(trial)
    var random = SplitMix64(seed: seed + 50_000)
    let a = Self.pair(ids, &random).change
    var b = Self.pair(ids, &random)
    // What stops a service that does not run touches nothing.
    let stops = { (change: String) in
      ["kind: close, services: AF-KR", "kind: cancel", "kind: status"].contains {
        change.hasPrefix($0)
      }
    }
    while b.change == a || (stops(a) && stops(b.change)) { b = Self.pair(ids, &random) }
    let both = try trial.read(a, b.change)
    _ = try trial.scenario([a], named: "trial", file: "below")
    let chained = try ScenarioReader.read(
      file: try trial.scenario([b.change], named: "trial", file: "above", on: "below.yaml"))
    let says = "seed \(seed): \(a) + \(b.change)"
    #expect(both.briefs == chained.briefs, "\(says)")
    #expect(both.allRows == chained.allRows, "\(says)")
    #expect(both.changes == chained.changes && both.overlaps == chained.overlaps, "\(says)")
    #expect(chained.baseFolder == trial.network)
    let kind = seed % 2 == 0 ? Arrivals.parcel : Arrivals.box
    let isSame = try Arrivals(both.read.network, [kind]) == Arrivals(chained.read.network, [kind])
    #expect(isSame, "\(says)")
    // The other way round, unless they set the same cells.
    let other = try trial.read(b.change, a)
    if both.overlaps.isEmpty, Self.isApart(a, b.change) {
      for (name, rows) in both.plainRows {
        #expect(Self.sorted(rows) == Self.sorted(other.plainRows[name]), "\(says) in \(name)")
      }
    }
  }

  /// Ids of closures count up, and a factor takes what is left: such changes do not commute by row.
  private static func isApart(_ a: String, _ b: String) -> Bool {
    !(a.hasPrefix("kind: close") && b.hasPrefix("kind: close")) && !a.contains("SH-INC, shift")
      && !b.contains("like_service") && !a.contains("like_service")
  }

  private static func sorted(_ rows: [[String]]?) -> [[String]] {
    (rows ?? []).sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test func `cells that two changes set are listed, in one file or in two`() throws {
    let trial = try TrialScenario()
    let changes = [
      "kind: status, services: AF-US, status: live", "kind: capacity, services: AF-US, times: 2",
      "kind: status, services: AF-*, status: suspended",
    ]
    #expect(try trial.read(changes).overlaps == ["service AF-US status"])
    #expect(try trial.read(changes[0], changes[1]).overlaps.isEmpty)
    _ = try trial.scenario([changes[0]], named: "below")
    let above = try trial.scenario([changes[2]], named: "above", on: "below.yaml")
    #expect(try ScenarioReader.read(file: above).overlaps == ["service AF-US status"])
    #expect(
      try trial.read("kind: link, links: RO-HZ-HGH, time_h: 2, distance_km: 40").overlaps.isEmpty)
  }

  @Test func `the later of two changes of a cell wins, and a factor takes what is left`() throws {
    let trial = try TrialScenario()
    let twice = try trial.read(
      "kind: link, links: RO-HZ-HGH, time_h: 2", "kind: link, links: RO-HZ-HGH, times: 1.5",
      "kind: link, links: RO-HZ-HGH, times: 2")
    #expect(twice.briefs == ["link RO-HZ-HGH: time_h 0.7→6"])
    #expect(twice.overlaps == ["link RO-HZ-HGH time_h"])
  }
}
