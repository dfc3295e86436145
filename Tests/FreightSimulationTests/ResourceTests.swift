// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightTestSupport
import Quantities
import Stochastics
import Testing

@testable import FreightSimulation

@Suite("Resources work as their rows say")
struct ResourceTests {
  @Test("A server that breaks down stops its work: mean wait of the closed form")
  func breakdowns() throws {
    var small = SmallNetwork()
    small.network.demands = []
    let row = small.add(.gateLane, at: "HGH", servers: 1, rate: 1)
    let (up, repair, work, perHour) = (8.0, 8.0, 8.0, 0.03)
    small.network.resources[row].breakdown = .init(meanUpHours: up, meanRepairHours: repair)
    small.network.backgrounds = [
      Background(
        id: "jobs", resource: ID(row), arrivalsPerYear: perHour * 8_760, meanWork: work, workCV: 0,
        provenance: drawn)
    ]
    // Completion of a job of w: w + a Poisson number (w ÷ up) of repairs. Avi-Itzhak and Naor (1963).
    let mean = work * (1 + repair / up)
    let square = mean * mean + work / up * 2 * repair * repair
    let busy = perHour * square / (2 * (1 - perHour * mean))
    // An arrival at an idle server finds it broken with this probability.
    let (fails, mends) = (1 / up / (1 / up + perHour), 1 / repair / (1 / repair + perHour))
    let broken = fails * (1 - mends) / (1 - fails * mends)
    let exact = busy + broken * repair
    let runs = try small.run(SmallNetwork.query(days: 500, warmup: 28), 16)
    for run in runs { #expect(run.fault == nil) }
    let wait = Estimate(runs.map { $0.stations[row].meanWaitHours }, level: 0.999)
    #expect(wait.lo < exact && exact < wait.hi, "\(wait) against \(exact)")
    #expect(wait.hi - wait.lo < exact, "\(wait)")
  }

  @Test("Two resources of a kind serve side by side, and their ids change nothing")
  func two() throws {
    var waits: [[Int32]] = []
    for (first, second) in [("a", "b"), ("b", "a")] {
      var small = SmallNetwork()
      for (id, rate) in [(first, 0.12), (second, 0.2)] {
        let row = small.add(.acceptance, at: "HGH", servers: 1, rate: rate)
        small.network.resources[row].id = id
      }
      small.network.resources.sort { $0.id < $1.id }
      let result = try #require(try small.run(SmallNetwork.query(days: 56, warmup: 14)).first)
      #expect(result.fault == nil)
      // 0.228 t an hour are more than either does.
      #expect(result.stations.allSatisfy { $0.jobs > 30 }, "\(result.stations.map(\.jobs))")
      waits.append(result.lanes[0].seconds)
    }
    #expect(waits[0] == waits[1])
  }

  @Test("Reach-stackers and gantry cranes of one terminal serve together")
  func stackersAndCranes() throws {
    var small = SmallNetwork()
    small.add(.reachStacker, at: "HGH", servers: 1, rate: 10)
    small.add(.gantryCrane, at: "HGH", servers: 1, rate: 10)
    let plans = try RoutePlans(small.network, threads: 1)
    let system = try FreightSystem(plans, small.network, SmallNetwork.query())
    let pool = try #require(system.pool([.reachStacker, .gantryCrane], at: small.place("HGH")))
    #expect(system.pools[Int(pool)].count == 2)
  }

  @Test("A profile runs in the local time of the place where the cargo comes")
  func localTime() throws {
    var small = SmallNetwork()
    small.network.profiles = [
      Profile(id: "noon", hourOfDay: (0..<24).map { $0 == 12 ? 24 : 0 }, provenance: drawn)
    ]
    let row = small.add(.gateLane, at: "ICN", servers: 1, rate: 10)
    let home = small.add(.gateLane, at: "HGH", servers: 1, rate: 10)
    for (id, resource) in [("seoul", row), ("hangzhou", home)] {
      small.network.backgrounds.append(
        Background(
          id: id, resource: ID(resource), arrivalsPerYear: 8_760, meanWork: 1, profile: ID(0),
          provenance: drawn))
    }
    let plans = try RoutePlans(small.network, threads: 1)
    let system = try FreightSystem(plans, small.network, SmallNetwork.query())
    // Hours from midnight in Hangzhou: noon in Seoul is eleven o'clock there.
    for (background, noon) in [(0, 11), (1, 12)] {
      let profile = system.backgrounds[background].profile
      #expect((0..<24).filter { system.weight(profile, hour: $0) > 0 } == [noon])
    }
  }

  @Test("A clearance row's inspection holds where inspection.csv has no row")
  func clearance() throws {
    var small = SmallNetwork()
    let plain = try #require(try small.run(SmallNetwork.query(days: 28)).first)
    for row in small.network.clearances.indices {
      small.network.clearances[row].inspectionShare = 1
      small.network.clearances[row].inspectionTime = OperationTime(medianSeconds: 100 * 3_600)
    }
    let held = try #require(try small.run(SmallNetwork.query(days: 28)).first)
    #expect(plain.hours(.inspection) == 0 && held.hours(.inspection) > 0)
    small.network.inspections = [
      InspectionRule(
        side: .export, probability: 0, hold: OperationTime(medianSeconds: 0), provenance: drawn),
      InspectionRule(
        side: .import, probability: 0, hold: OperationTime(medianSeconds: 0), provenance: drawn),
    ]
    let overruled = try #require(try small.run(SmallNetwork.query(days: 28)).first)
    #expect(overruled.hours(.inspection) == 0)
  }

  @Test("A disruption whose least duration is 0 runs, and so does one of none at all")
  func lowZero() throws {
    for duration in [
      OperationTime(medianSeconds: 36_000, lowSeconds: 0, highSeconds: 90_000),
      OperationTime(medianSeconds: 0, lowSeconds: 0, highSeconds: 90_000),
      OperationTime(medianSeconds: 0),
    ] {
      var small = SmallNetwork()
      small.network.disruptions = [
        Disruption(
          id: "x", element: .place(small.place("HGH")), ratePerYear: 50, duration: duration,
          provenance: drawn)
      ]
      #expect(try #require(try small.run().first).fault == nil)
    }
  }
}
