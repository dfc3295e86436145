// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import Testing

@testable import FreightSimulation

@Suite("Lots choose among the departures that really run")
struct ChoiceTests {
  private func outcome(
    _ small: SmallNetwork, _ query: SimulationQuery = SmallNetwork.query(days: 84)
  ) throws -> ReplicationResult {
    var query = query
    query.keepsLots = true
    let result = try #require(try small.run(query).first)
    #expect(result.fault == nil)
    return result
  }

  /// Seconds by lot; a lot that is not delivered has none.
  private func seconds(_ result: ReplicationResult) -> [UInt64: Int32] {
    result.fates.compactMapValues(\.seconds)
  }

  private func mean(_ result: ReplicationResult) -> Double {
    let all = seconds(result).values
    return all.reduce(0) { $0 + Double($1) } / Double(max(1, all.count))
  }

  /// No lot is later than in the base; some are earlier.
  private func expectNoLotLater(_ base: ReplicationResult, _ changed: ReplicationResult) {
    let (before, after) = (seconds(base), seconds(changed))
    #expect(before.count > 100)
    var earlier = 0
    for (lot, known) in before {
      guard let now = after[lot] else {
        Issue.record("lot \(lot) is delivered no more")
        continue
      }
      #expect(now <= known, "lot \(lot)")
      if now < known { earlier += 1 }
    }
    #expect(earlier > 0)
  }

  @Test(
    "A flight every second week beside a weekly one makes no lot later, whichever weeks it runs in",
    arguments: [0, 1])
  func fortnightly(_ phase: Int) throws {
    let base = try outcome(SmallNetwork(days: "Tue,Fri"))
    let changed = try outcome(
      SmallNetwork(
        days: "Tue,Fri",
        lines: "service OZ2 air KR Thu HGH 21:00 > ICN 00:30+1 | every=2 phase=\(phase)"))
    expectNoLotLater(base, changed)
    #expect(changed.services[1].departures > 0)
    #expect(changed.services[1].holds.contains { $0.lots > 0 })
  }

  @Test("One dated voyage is taken by the lots of its days, and by no others")
  func datedVoyage() throws {
    let base = try outcome(SmallNetwork(days: "Tue"))
    let changed = try outcome(
      SmallNetwork(
        days: "Tue", lines: "service OZ2 air KR 2026-03-20 HGH 21:00 > ICN 00:30+1"))
    expectNoLotLater(base, changed)
  }

  @Test("The weeks in which a fortnightly flight runs change no yearly mean")
  func phase() throws {
    let means = try [0, 1].map { phase in
      mean(
        try outcome(
          SmallNetwork(
            days: "Tue",
            lines: "service OZ2 air KR Thu HGH 21:00 > ICN 00:30+1 | every=2 phase=\(phase)"),
          SmallNetwork.query(days: 364, warmup: 14)))
    }
    // A departure's luck is of its date, so that the two years meet other luck.
    #expect(abs(means[0] / means[1] - 1) < 0.06, "\(means)")
  }

  @Test(
    "A small flight beside a large one that is half empty makes nobody later", arguments: [3, 6.0])
  func fullBesideEmpty(_ tonnes: Double) throws {
    var small = SmallNetwork(
      days: "Tue,Thu,Sat", lines: "service OZ2 air KR Wed,Fri,Sun HGH 03:30 > ICN 07:00")
    small.setCapacity(80)
    func set(_ amount: Double) {
      small.network.services[0].capacity[.parcel] = .init(
        amount: amount, unit: "t", quality: .assumed)
      small.network.services[0].capacity[.air] = small.network.services[0].capacity[.parcel]
    }
    set(0)
    let none = try outcome(small)
    set(tonnes)
    let some = try outcome(small)
    expectNoLotLater(none, some)
    let loads = some.services.map { $0.holds.first { $0.name == "air" }?.lots ?? 0 }
    #expect(loads[0] > 0 && loads[1] > loads[0], "\(loads)")
  }

  @Test("Two services at the same time share what one of their size would carry")
  func twinsShare() throws {
    var one = SmallNetwork()
    one.setCapacity(12)
    var two = SmallNetwork(lines: "service OZ2 air KR daily HGH 22:00 > ICN 01:30+1")
    two.setCapacity(6)
    let (whole, shared) = (try outcome(one), try outcome(two))
    #expect(shared.conservation.delivered == whole.conservation.delivered)
    for service in shared.services { #expect(service.holds.contains { $0.lots > 0 }) }
  }

  @Test("What was loaded for a departure that a strike stops goes with the next; nothing stays")
  func strikes() throws {
    var small = SmallNetwork(lines: "service OZ2 air KR Wed,Sun HGH 03:30 > ICN 07:00")
    small.network.disruptions = [
      Disruption(
        id: "strike", element: .service(ID(0)), ratePerYear: 52,
        duration: OperationTime(medianSeconds: 86_400), event: "", recoverySeconds: 0,
        provenance: drawn)
    ]
    var query = SmallNetwork.query(days: 182)
    query.keepsLots = true
    let result = try #require(try small.run(query).first)
    #expect(result.fault == nil)
    #expect(result.services[0].blank > 5)
    #expect(result.rollovers > 0)
    #expect(result.hours(.blankSailing) > 0)
    let old = result.fates.values.filter { $0.ready < 168 * secondsPerDay && $0.seconds == nil }
    #expect(old.isEmpty, "\(old.count) lots stay for ever")
  }

  @Test("Beyond a queue of a hundred days the oldest still goes first")
  func oldestFirst() throws {
    var small = SmallNetwork()
    // 5.5 t a day for 3 t.
    small.setCapacity(3)
    let result = try outcome(small, SmallNetwork.query(days: 300, warmup: 0))
    let lots = result.fates.values.compactMap { fate in
      fate.seconds.map { (ready: fate.ready, delivered: fate.ready + Int64($0)) }
    }.sorted { $0.ready < $1.ready }
    #expect(lots.contains { $0.delivered - $0.ready > 100 * secondsPerDay })
    for (one, next) in zip(lots, lots.dropFirst()) {
      #expect(one.delivered <= next.delivered, "ready at \(one.ready) and \(next.ready)")
    }
  }

  @Test("More room never delivers fewer", arguments: 0..<12)
  func moreRoom(_ seed: Int) throws {
    var delivered: [Int] = []
    for factor in 1...3 {
      var small = SmallNetwork(
        days: ["daily", "Mon,Thu", "Tue"][seed % 3],
        lines: "service OZ2 air KR \(["Wed", "Sun,Tue"][seed % 2]) HGH 12:00 > ICN 15:30")
      small.setCapacity(Double(factor * (2 + seed)))
      delivered.append(try outcome(small).conservation.delivered)
    }
    #expect(delivered == delivered.sorted(), "seed \(seed): \(delivered)")
  }
}
