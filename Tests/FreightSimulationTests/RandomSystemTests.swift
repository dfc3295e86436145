// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightTestSupport
import Quantities
import Testing

@testable import FreightSimulation

@Suite("What holds in every network")
struct RandomSystemTests {
  @Test(
    "No lot lost, Little's law at every queue, nothing overbooked, milestones in order",
    arguments: 0..<24)
  func invariants(_ seed: Int) throws {
    var drawn = RandomSystem(seed: seed)
    drawn.query.logsEvents = true
    drawn.query.keepsLots = true
    let result = try #require(try drawn.small.run(drawn.query).first)
    #expect(result.fault == nil, "seed \(seed)")
    #expect(result.conservation.generated > 0, "seed \(seed)")
    let waiting = result.remaining.reduce(0) { $0 + $1.lots } + result.withoutWay
    #expect(waiting <= result.conservation.inSystem, "seed \(seed)")
    for service in result.services {
      for hold in service.holds {
        #expect(hold.lots + hold.others <= hold.offered + 1e-9, "seed \(seed): \(hold)")
      }
    }
    for delay in result.delays { #expect(delay.tonneHours > 0, "seed \(seed)") }
    expectOrder(result, seed)
  }

  /// RCS ≤ DEP ≤ ARR ≤ RCF ≤ NFD ≤ DLV of every lot that is delivered, each once a seat.
  private func expectOrder(_ result: ReplicationResult, _ seed: Int) {
    let order = ReplicationResult.Milestone.allCases
    for (lot, events) in Dictionary(grouping: result.events, by: \.lot) {
      guard events.contains(where: { $0.milestone == .delivered }) else { continue }
      let told = events.sorted { $0.at < $1.at }
      for (milestone, next) in zip(order, order.dropFirst()) {
        guard let first = told.first(where: { $0.milestone == milestone }),
          let second = told.last(where: { $0.milestone == next })
        else { continue }
        #expect(first.at <= second.at, "seed \(seed), lot \(lot): \(milestone) after \(next)")
      }
      #expect(events.count { $0.milestone == .delivered } == 1, "seed \(seed), lot \(lot)")
      let ends = [ReplicationResult.Milestone.departed, .arrived].map { milestone in
        events.count { $0.milestone == milestone }
      }
      #expect(ends[0] == ends[1], "seed \(seed), lot \(lot): departed and arrived \(ends)")
    }
  }

  @Test("The same bits with 1, 2 and 8 threads", arguments: [3, 11])
  func threads(_ seed: Int) throws {
    var drawn = RandomSystem(seed: seed)
    drawn.query.keepsLots = true
    let runs = try [1, 2, 8].map { threads in
      drawn.query.threads = threads
      return try drawn.small.run(drawn.query, 4)
    }
    for other in runs.dropFirst() {
      for (one, two) in zip(runs[0], other) {
        #expect(one.conservation == two.conservation, "seed \(seed)")
        #expect(one.fates == two.fates, "seed \(seed)")
        #expect(one.stations == two.stations && one.services == two.services, "seed \(seed)")
        #expect(one.delays.map(\.owner) == two.delays.map(\.owner), "seed \(seed)")
        #expect(one.delays.map(\.tonneHours) == two.delays.map(\.tonneHours), "seed \(seed)")
        #expect(one.costYuan == two.costYuan && one.eventCount == two.eventCount, "seed \(seed)")
      }
    }
    #expect(runs[0][0].fates != runs[0][1].fates, "seed \(seed): replications differ")
  }

  @Test("A lot that a change does not touch has the same times with and without it")
  func commonRandomNumbers() throws {
    var small = SmallNetwork(
      lines: """
        territory JP Asia/Tokyo market=japan
        place NRT airport JP customs modes=air,road
        place PVG airport CN customs modes=air,road
        road HZ PVG 180km 3:00
        import JP 1:00
        delivery JP 1:00
        service NH1 air JP daily PVG 09:00 > NRT 12:30
        """)
    small.setCapacity(30)
    small.network.demands = [small.demand("seoul", to: "SEL"), small.demand("tokyo", to: "NRT")]
    small.network.parameters.append(
      Parameter(id: "late.air", group: "", name: "", value: 2, unit: "h", provenance: drawn))
    small.network.parameters.append(
      Parameter(id: "late.truck", group: "", name: "", value: 0.2, unit: "", provenance: drawn))
    var query = SmallNetwork.query()
    query.keepsLots = true
    let base = try #require(try small.run(query).first)
    small.close(.place(small.place("HGH")), from: 2, to: 5)
    small.network.demands.append(small.demand("zeta", to: "SEL", tonnes: 900))
    let changed = try #require(try small.run(query).first)
    let tokyo = base.fates.filter { $0.value.demand == 1 }
    #expect(tokyo.count > 40)
    for (lot, fate) in tokyo { #expect(changed.fates[lot] == fate) }
    let seoul = base.fates.filter { $0.value.demand == 0 }
    #expect(seoul.contains { changed.fates[$0.key] != $0.value }, "the closure does something")
  }
}
