// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightSimulation
import Quantities
import Testing

@testable import Coverage

private let assumed = Provenance(quality: .assumed)

/// Hangzhou to Madrid and around, with what may go wrong put in by each test.
struct ReliabilityTests {
  private func circle(
    _ network: Network, _ query: ProbeQuery?, stride: Int = 1
  ) throws -> CoverageResult {
    var computation = CircleComputation(network: network, query: IberianNetwork().query)
    (computation.drawsSurface, computation.triesSwings) = (false, false)
    computation.sampling = query.map { Sampling($0, stride: stride) }
    return try computation.run()
  }

  /// The Iberian network in which every time is certain.
  private var certain: Network {
    var network = IberianNetwork().network
    for row in network.clearances.indices {
      let median = network.clearances[row].time.medianSeconds
      network.clearances[row].time = OperationTime(medianSeconds: median)
    }
    // Clocks that nobody sets back or forth in the weeks sampled.
    for row in network.places.indices where network.places[row].timeZone == "Europe/Madrid" {
      network.places[row].timeZone = "Africa/Lagos"
    }
    return network
  }

  private func parameter(_ id: String, _ value: Double) -> Parameter {
    Parameter(id: id, group: "", name: "", value: value, unit: "", provenance: assumed)
  }

  @Test func withoutLuckTheSamplesAreTheTimetable() throws {
    let network = certain
    let planned = try circle(network, nil)
    let sampled = try circle(network, ProbeQuery(weeks: 2, threads: 1))
    #expect(sampled.cities.count == planned.cities.count)
    for (sample, plan) in zip(sampled.cities, planned.cities) {
      #expect(sample.p50 == plan.p50, "place \(plan.place.index)")
      #expect(sample.p80 == plan.p80, "place \(plan.place.index)")
      #expect(sample.p95 == plan.p95, "place \(plan.place.index)")
      #expect(sample.status == plan.status)
      #expect(sample.dayShares == plan.dayShares)
      let chance = try #require(sample.reliability)
      #expect(abs(chance.within - plan.shareInTime) < 1e-12)
      #expect(chance.samples == 2 * sampled.countedHours.count)
    }
    #expect(sampled.tiers == planned.tiers)
  }

  /// Customs in Spain holds a quarter of all for ten days: so many fewer are in time.
  @Test func aKnownChanceLiesInTheInterval() throws {
    var network = certain
    let planned = try circle(network, nil)
    network.inspections = [
      InspectionRule(
        side: .import, area: "ES", probability: 0.25,
        hold: OperationTime(medianSeconds: 10 * secondsPerDay), provenance: assumed)
    ]
    let sampled = try circle(network, ProbeQuery(weeks: 60, seed: 7, threads: 2))
    let madrid = IberianNetwork.place("Madrid")
    let plan = try #require(planned.cities.first { $0.place == madrid })
    let chance = try #require(sampled.cities.first { $0.place == madrid }?.reliability)
    let exact = 0.75 * plan.shareInTime
    #expect(plan.shareInTime > 0.1)
    #expect(chance.lo <= exact && exact <= chance.hi, "\(chance), exact \(exact)")
    #expect(chance.hi - chance.lo < 0.1)
    let shanghai = IberianNetwork.place("Shanghai")
    let home = try #require(sampled.cities.first { $0.place == shanghai }?.reliability)
    let homePlan = try #require(planned.cities.first { $0.place == shanghai })
    #expect(abs(home.within - homePlan.shareInTime) < 1e-12)
  }

  @Test func threadsAndMoreWeeksChangeNothing() throws {
    var network = IberianNetwork().network
    network.parameters.append(parameter("late.air", 2))
    let one = try circle(network, ProbeQuery(weeks: 30, seed: 3, threads: 1), stride: 7)
    let two = try circle(network, ProbeQuery(weeks: 30, seed: 3, threads: 2), stride: 7)
    let other = try circle(network, ProbeQuery(weeks: 30, seed: 4, threads: 2), stride: 7)
    #expect(one.cities.map(\.p95) == two.cities.map(\.p95))
    #expect(one.cities.map(\.reliability) == two.cities.map(\.reliability))
    #expect(one.tierReliability == two.tierReliability)
    #expect(one.cities.map(\.reliability) != other.cities.map(\.reliability))
  }

  @Test func theIntervalOfEqualWeeksIsWilsons() {
    let all = Reliability(shares: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], samples: 10)
    #expect(all.within == 1 && all.hi == 1)
    // z²/(n + z²) of ten trials: 1 − 0.2775.
    #expect(abs(all.lo - 0.722_467) < 1e-5)
    let some = Reliability(shares: [0.2, 0.4], samples: 20)
    #expect(some.lo == 0 && some.hi == 1)
    #expect(abs(some.within - 0.3) < 1e-12)
  }
}
