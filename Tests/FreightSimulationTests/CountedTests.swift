// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightTestSupport
import Quantities
import Stochastics
import Testing

@testable import FreightSimulation

@Suite("Everyone who was ready is counted, by the right denominator")
struct CountedTests {
  private func result(_ small: SmallNetwork, _ query: SimulationQuery) throws -> SimulationResult {
    SimulationResult(
      try small.run(query, query.replications), query, in: small.network)
  }

  @Test(
    "Where a third never leaves the 80th percentile is infinite, and the share that is not there is told"
  )
  func undelivered() throws {
    var small = SmallNetwork()
    small.setCapacity(3)
    var query = SmallNetwork.query(days: 84, warmup: 14)
    query.replications = 2
    let result = try result(small, query)
    let missing = try #require(result.indicator("sim.not_delivered"))
    #expect(missing.mean > 25, "\(missing)")
    #expect(result.indicator("sim.hours_parcel_p80")?.mean == .infinity)
    #expect(result.lanes[0].p80.mean == .infinity && !result.lanes[0].p80.hasInterval)
    #expect(try #require(result.indicator("sim.left_behind")).mean > 100)
    // Who waits at the end has waited.
    #expect(try #require(result.indicator("sim.delay")).mean > 24 * 7)
  }

  @Test(
    "Taking the only flights away is never less of anything that is late: no way, not delivered, more hours"
  )
  func survivors() throws {
    let small = SmallNetwork()
    var none = small
    for row in none.network.services.indices { none.network.services[row].status = .suspended }
    var query = SmallNetwork.query(days: 56, warmup: 14)
    query.replications = 4
    query.keepsLots = true
    let (base, changed) = (try result(small, query), try result(none, query))
    let comparison = SimulationComparison(
      base: base, scenario: changed, baseNetwork: small.network, scenarioNetwork: none.network,
      measuredFrom: small.monday)
    func row(_ name: String) throws -> SimulationComparison.Row {
      try #require(comparison.rows.first { $0.key.name == name })
    }
    for name in ["sim.not_delivered", "sim.no_way", "sim.hours_parcel_p50", "sim.delay"] {
      let found = try row(name)
      #expect(found.difference.difference.mean > 0, "\(name)")
      #expect(found.isHeadline, "\(name)")
    }
    #expect(try row("sim.no_way").isSignificant)
    #expect(try row("sim.hours_parcel_p50").isScenarioInfinite)
    #expect(try #require(changed.indicator("sim.not_delivered")).mean == 100)
  }

  @Test("A run that is shorter than twice the longest way says how long is needed")
  func tooShort() throws {
    let small = SmallNetwork(days: "Tue")
    let short = try result(small, SmallNetwork.query(days: 7, warmup: 7))
    #expect(short.isTooShort && short.daysNeeded > 7)
    let long = try result(small, SmallNetwork.query(days: short.daysNeeded, warmup: 7))
    #expect(!long.isTooShort)
  }

  @Test("Intervals stay where the figure can be")
  func clamped() {
    let wait = Estimate([0, 0, 8], within: 0 ... .infinity)
    #expect(wait.lo == 0 && wait.hi > 8)
    let share = Estimate([0.9, 1, 1], within: 0...1)
    #expect(share.hi == 1 && share.lo < 0.9)
    #expect(Estimate([1, .infinity]).mean == .infinity)
    #expect(!Estimate([1, .infinity]).hasInterval && !Estimate([5]).hasInterval)
  }

  @Test(
    "A short cut-off changes neither the load factor nor the departures told", arguments: [1, 6])
  func loadAtDeparture(_ cutoffHours: Int) throws {
    var small = SmallNetwork()
    for row in small.network.modeRules.indices {
      small.network.modeRules[row].cutoffSeconds = Int64(cutoffHours) * 3_600
    }
    small.add(.stand, at: "HGH", servers: 4)
    small.network.parameters.append(
      Parameter(
        id: "port_stay.aircraft_h", group: "", name: "", value: 3, unit: "h", provenance: drawn))
    var query = SmallNetwork.query(days: 56, warmup: 14)
    query.logsEvents = true
    let result = try #require(try small.run(query).first)
    let hold = try #require(result.services[0].holds.first)
    // 2,000 t a year on 40 t a day.
    #expect(abs(hold.loadFactor - 2_000 / 364.0 / 40) < 0.03, "\(hold.loadFactor)")
    let told = Dictionary(grouping: result.events, by: \.milestone).mapValues(\.count)
    let departed = try #require(told[.departed])
    #expect(abs(departed - (told[.arrived] ?? 0)) < departed / 10, "\(told)")
  }

  @Test("A ship that fills at its second stop has the load of each section")
  func sections() throws {
    var small = SmallNetwork(
      lines: """
        place PVG airport CN customs modes=air,road
        service LONG air KR daily PVG 12:00 > HGH 14:00 > ICN 18:00
        """)
    small.network.services.removeAll { $0.id == "KE1" }
    small.setCapacity(10)
    small.network.loads = [
      BackgroundLoad(
        id: "later", mode: .air, place: small.place("HGH"), share: 0.2, provenance: drawn)
    ]
    let result = try #require(try small.run(SmallNetwork.query(days: 56, warmup: 14)).first)
    let hold = try #require(result.services.last?.holds.first)
    #expect(hold.sections.count == 2)
    #expect(hold.sections[0].loadFactor == 0, "\(hold)")
    #expect(hold.sections[1].loadFactor > 0.6, "\(hold)")
  }

  @Test("Parcels have the room of their own row beside that of air cargo")
  func roomOfAClass() throws {
    var small = SmallNetwork()
    small.setCapacity(40)
    for row in small.network.services.indices {
      small.network.services[row].capacity[.parcel]?.amount = 3
    }
    let tight = try #require(try small.run(SmallNetwork.query(days: 28)).first)
    // 3 t of parcels a day, of 5.5 t that come.
    #expect(tight.services[0].holds[0].lots <= 3.0 * Double(tight.services[0].departures))
    #expect(tight.leftBehind > 0)
  }

  @Test("A lane that works a shift is busy by the hours on duty")
  func utilisation() throws {
    var small = SmallNetwork(lines: "hours shift Mon-Sun 08:00-16:00")
    let row = small.add(.gateLane, at: "HGH", servers: 1, rate: 1, shifts: ID(0))
    small.network.resources[row].serviceCV = 0
    small.network.backgrounds = [
      Background(
        id: "trucks", resource: ID(row), arrivalsPerYear: 0.9 * 8 * 365, meanWork: 1, workCV: 0,
        provenance: drawn)
    ]
    let result = try #require(try small.run(SmallNetwork.query(days: 112, warmup: 14)).first)
    let station = result.stations[row]
    #expect(abs(station.onDutyShare - 1 / 3.0) < 0.01, "\(station.onDutyShare)")
    #expect(station.utilisation > 0.85 && station.utilisation <= 1, "\(station.utilisation)")
  }

  @Test("What is loaded at a terminal by month sums to what services carried")
  func throughput() throws {
    let small = SmallNetwork()
    var query = SmallNetwork.query(days: 70, warmup: 14)
    query.replications = 1
    let result = try result(small, query)
    let hgh = result.throughput.filter {
      $0.terminal == small.place("HGH") && $0.isOwn && $0.direction == .loaded
    }
    #expect(hgh.count == 1 && result.throughputMonths.count >= 3)
    let total = try #require(hgh.first).total.mean
    let carried = result.replications[0].services[0].holds[0].lots
    #expect(abs(total - carried) < 12, "\(total) \(carried)")
    #expect(abs(hgh[0].months.reduce(0, +) - total) < 1e-6)
    #expect(result.throughput.contains { $0.service != nil })
  }
}
