// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import NetworkIO
import Quantities
import Testing

@testable import Scenario

/// What a direction of change must never do, on random networks.
@Suite struct `On random networks` {
  static let seeds = 1...48

  private func base(_ trial: borrowing TrialScenario) throws -> Network {
    try NetworkReader.read(directory: trial.network).network
  }

  /// The arrivals of the base, and those with the changes.
  private func answers(
    _ trial: borrowing TrialScenario, _ changes: [String], seed: Int
  ) throws -> (before: Arrivals, after: Arrivals) {
    let before = try trial.checksums()
    let scenario = try trial.read(changes)
    #expect(try trial.checksums() == before, "seed \(seed): the base was written")
    let origin = seed % 3 == 0 ? "SEL" : "HZ"
    let consignment = [Arrivals.parcel, Arrivals.box, Arrivals.partLoad][seed % 7 % 3]
    return (
      try Arrivals(base(trial), from: [origin], [consignment]),
      try Arrivals(scenario.read.network, from: [origin], [consignment])
    )
  }

  @Test(arguments: seeds)
  func `more departures a week make nothing later`(seed: Int) throws {
    let trial = try TrialScenario.drawn(seed)
    let ids = try DrawnIDs(trial)
    var random = SplitMix64(seed: seed + 10_000)
    let service = random.pick(random.chance(50) ? ids.published : ids.ruled)
    let network = try base(trial)
    let number = try #require(network.findService(service))
    let slots = weeklySlots(of: network.services[number], rules: network.slotRules, override: nil)
    let now = slots.reduce(0) { $0 + 1 / Double($1.periodWeeks) }
    guard now > 0 else { return }
    // Published days of every second week come every week first: whole weeks are nested, parts of them not.
    let floor = Double(slots.count)
    let more = floor + Double(random.integer(0..<5))
    guard more > now else { return }
    let change =
      random.chance(50)
      ? "kind: frequency, services: \(service), per_week: \(PlainText.text(more))"
      : "kind: frequency, services: \(service), times: \(Int((floor / now).rounded(.up)) + random.integer(0..<3) + 1)"
    let (before, after) = try answers(trial, [change], seed: seed)
    #expect(after.later(than: before).isEmpty, "seed \(seed): \(change)")
  }

  @Test(arguments: seeds)
  func `a closure makes nothing earlier, and nothing uses what is closed`(seed: Int) throws {
    let trial = try TrialScenario.drawn(seed)
    let ids = try DrawnIDs(trial)
    var random = SplitMix64(seed: seed + 20_000)
    let kinds = ids.passages.isEmpty ? 3 : 4
    let (field, id) = [
      ("places", random.pick(ids.places)), ("services", random.pick(ids.services)),
      ("links", random.pick(ids.links)), ("passages", ids.passages.last ?? ""),
    ][random.integer(0..<kinds)]
    let start = random.integer(1..<8)
    let window = random.chance(60)
    let times =
      window
      ? ", from: \"2026-03-0\(start)T06:00:00+08:00\", to: \"2026-03-\(start + 10)T00:00:00+08:00\""
      : ""
    let change = "kind: close, \(field): \(id)\(times)"
    let (before, after) = try answers(trial, [change], seed: seed)
    #expect(before.later(than: after).isEmpty, "seed \(seed): \(change)")
    let network = try trial.read(change).read.network
    let targets = network.places.map(\.id).filter { $0 != "HZ" }
    let consignment = seed % 2 == 0 ? Arrivals.parcel : Arrivals.box
    let ways = try Arrivals(network, [consignment], itinerariesTo: targets).itineraries
    let from = window ? Instant(rfc3339: "2026-03-0\(start)T06:00:00+08:00") : nil
    let to = window ? Instant(rfc3339: "2026-03-\(start + 10)T00:00:00+08:00") : nil
    for leg in ways.flatMap(\.legs) {
      let begins = leg.depart >= (from ?? leg.depart) && to.map { leg.depart < $0 } ?? true
      guard begins, isClosed(leg, field, id, network) else { continue }
      Issue.record("seed \(seed): \(change) but \(leg.kind) \(leg.row) at \(leg.depart)")
    }
  }

  private func isClosed(_ leg: Leg, _ field: String, _ id: String, _ network: Network) -> Bool {
    switch field {
    case "services":
      // A run that left its first stop before goes on.
      return leg.kind == .mainHaul
        && leg.service.map {
          network.services[$0].id == id && network.services[$0].stops.first?.place == leg.from
        } ?? false
    case "links": return leg.row == id && leg.kind == .drayage
    case "passages":
      return leg.kind == .mainHaul
        && leg.service.map { network.services[$0].passages.contains(id) } ?? false
    default:
      return leg.kind == .mainHaul && network.places[leg.from].id == id
    }
  }

  /// Slower or harder one way round, so quicker or easier the other.
  @Test(arguments: seeds)
  func `longer cut-offs, clearances and doors and shorter hours make nothing earlier`(seed: Int)
    throws
  {
    let trial = try TrialScenario.drawn(seed)
    let ids = try DrawnIDs(trial)
    var random = SplitMix64(seed: seed + 30_000)
    let service = random.pick(ids.services)
    let (slower, quicker) = random.pick([
      (
        "kind: cut_off, place: HGH, mode: air, times: 2",
        "kind: cut_off, place: HGH, mode: air, times: 0.5"
      ),
      (
        "kind: cut_off, services: \(service), cutoff_h: 60",
        "kind: cut_off, services: \(service), cutoff_h: 0"
      ),
      ("kind: clearance, rows: \"*\", times: 3", "kind: clearance, rows: \"*\", times: 0.4"),
      (
        "kind: clearance, rows: kr-*, time_h: 70",
        "kind: clearance, rows: kr-*, time_h: 1, hours: always"
      ),
      (
        "kind: hours, hours: office, days: Mon-Wed, opens: \"12:00\", closes: \"13:00\"",
        "kind: hours, hours: office, always: true"
      ),
      (
        "kind: calendar, hours: [day, canal], dates: { from: 2026-03-02, to: 2026-03-06 }, closed: true",
        "kind: calendar, hours: [day, canal], dates: { from: 2026-03-02, to: 2026-03-06 }, opens: \"00:00\", closes: \"24:00\""
      ),
      (
        "kind: door, operation: delivery, territory: KR, times: 2",
        "kind: door, operation: delivery, territory: KR, times: 0.3"
      ),
      ("kind: link, links: \"RO-*\", times: 1.4", "kind: link, links: \"RO-*\", times: 0.9"),
      (
        "kind: opening_hours, places: HGH, gate: { days: Tue, opens: \"09:00\", closes: \"10:00\" }",
        "kind: opening_hours, places: [XSH, PVG], gate: always"
      ),
      (
        "kind: handling, place: ICN, times: 4", "kind: handling, place: ICN, times: 0.25"
      ),
      (
        "kind: remove_service, services: \(service)",
        "kind: like_service, service: \(service), id: more"
      ),
      (
        "kind: status, services: \(service), status: historic",
        "kind: extra, service: \(service), departures: [{ date: 2026-03-03, time: \"11:00\" }]"
      ),
      (
        "kind: cancel, services: \(service), days: Mon-Thu",
        "kind: grant_right, carrier: america-air, from: KR, to: CN, both_ways: yes"
      ),
      (
        "kind: withdraw_right, carrier: america-air, from: HGH, to: ICN",
        "kind: grant_right, carrier: korea-air, from: CN, to: KR"
      ),
    ])
    for (change, isSlower) in [(slower, true), (quicker, false)] {
      guard let file = try? trial.scenario([change]), errors(in: file).isEmpty else {
        // A status that was so already.
        continue
      }
      let (before, after) = try answers(trial, [change], seed: seed)
      let wrong = isSlower ? before.later(than: after) : after.later(than: before)
      #expect(wrong.isEmpty, "seed \(seed): \(change)")
    }
  }
}
