// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import Testing

@testable import FreightSimulation

@Suite("What is broken in a network ends in a clear outcome")
struct FaultTests {
  /// One replication, checked for what must always hold.
  private func outcome(
    _ small: SmallNetwork, _ query: SimulationQuery = SmallNetwork.query()
  ) throws -> ReplicationResult {
    let result = try #require(try small.run(query).first)
    #expect(result.fault == nil)
    #expect(result.conservation.generated > 0)
    return result
  }

  @Test("The network they are broken from delivers nearly all")
  func sound() throws {
    let result = try outcome(SmallNetwork())
    let counts = result.conservation
    #expect(counts.delivered > counts.generated * 8 / 10, "\(counts)")
    #expect(result.withoutWay == 0)
  }

  @Test(
    "A terminal without a server keeps all that comes, and is named",
    arguments: [ResourceKind.gateLane, .acceptance, .xray, .yard, .truckFleet, .inspection, .stand])
  func noServers(_ kind: ResourceKind) throws {
    var small = SmallNetwork()
    let row = small.add(
      kind, at: kind == .truckFleet ? "HZ" : "HGH", servers: 0, rate: kind.isPlaces ? 0 : 10)
    small.network.inspections = [
      InspectionRule(
        side: .export, probability: 1, hold: OperationTime(medianSeconds: 3_600),
        provenance: drawn)
    ]
    let result = try outcome(small)
    #expect(result.conservation.delivered == 0)
    if kind == .stand { return }
    let here = try #require(result.remaining.first, "\(result.remaining)")
    #expect(here.owner.resource == row && here.owner.cause == .queue)
    #expect(result.remaining.reduce(0) { $0 + $1.lots } <= result.conservation.inSystem)
    #expect(here.lots > result.conservation.inSystem / 2)
  }

  @Test("Demand to where no way leads is counted as without a way")
  func unreachable() throws {
    var small = SmallNetwork(lines: "place FAR city KR")
    small.network.demands.append(small.demand("far", to: "FAR"))
    small.network.demands.sort { $0.id < $1.id }
    let result = try outcome(small)
    #expect(result.withoutWay > 0 && result.withoutWay <= result.conservation.inSystem)
    #expect(result.conservation.delivered > 0)
    small.network.demands = [small.demand("nowhere", to: "no such place")]
    let nowhere = try outcome(small)
    #expect(nowhere.withoutWay == nowhere.conservation.generated)
    #expect(nowhere.conservation.delivered == 0)
  }

  @Test("A store that others fill for ever stops its gate, and is named", arguments: [true, false])
  func fullStore(_ hasGate: Bool) throws {
    var small = SmallNetwork()
    if hasGate { small.add(.gateLane, at: "HGH", servers: 4, rate: 10) }
    let yard = small.add(.yard, at: "HGH", servers: 2)
    small.network.backgrounds = [
      Background(
        id: "others", resource: ID(yard), arrivalsPerYear: 8_760 * 4, meanWork: 50_000, units: 1,
        provenance: drawn)
    ]
    let result = try outcome(small)
    #expect(result.conservation.delivered < result.conservation.generated / 20)
    let here = try #require(result.remaining.first)
    #expect(here.owner.place == small.place("HGH") && here.owner.cause == .queue)
    #expect(result.stations[yard].utilisation > 0.9)
  }

  @Test("A lot that is bigger than its store waits for ever, and is named")
  func smallStore() throws {
    var small = SmallNetwork()
    let yard = small.add(.yard, at: "HGH", servers: 1)
    let result = try outcome(small)
    #expect(result.conservation.delivered == 0)
    #expect(result.remaining.first?.owner.resource == yard)
  }

  @Test("A service whose departures are all cancelled leaves its cargo with its shippers")
  func blankSailings() throws {
    var small = SmallNetwork()
    small.network.parameters.append(
      Parameter(id: "blank.air", group: "", name: "", value: 1, unit: "", provenance: drawn))
    let result = try outcome(small)
    #expect(result.conservation.delivered == 0)
    #expect(result.services[0].departures == 0 && result.services[0].blank == 14)
    let here = try #require(result.remaining.first)
    #expect(here.owner.service == ID(0), "\(result.remaining)")
    #expect(here.lots == result.remaining.map(\.lots).max())
  }

  @Test("A service that never runs gives no way")
  func neverRuns() throws {
    var small = SmallNetwork()
    small.network.services[0].departures = []
    let result = try outcome(small)
    #expect(result.withoutWay == result.conservation.generated)
  }

  @Test("A way that only some hours of the week have is waited for", arguments: [0, 3, 6])
  func onceOnly(_ day: Int64) throws {
    var small = SmallNetwork()
    small.network.services[0].departures = [
      Departure(days: .date(small.week + day), secondOfDay: 79_200, provenance: drawn)
    ]
    let result = try outcome(small)
    #expect(result.withoutWay == 0)
    #expect(result.conservation.inSystem > result.conservation.generated / 2)
  }

  @Test("A way that counts on a departure after all that is simulated waits for it")
  func afterTheEnd() throws {
    var small = SmallNetwork()
    small.network.services[0].departures = [
      Departure(days: .date(small.week + 64), secondOfDay: 79_200, provenance: drawn)
    ]
    let result = try outcome(small, SmallNetwork.query(days: 2, warmup: 1))
    #expect(result.conservation.delivered == 0)
  }

  @Test("Without capacity there is no way; without room cargo stays with its shipper, and is named")
  func noCapacity() throws {
    var small = SmallNetwork()
    small.setCapacity(0)
    let none = try outcome(small)
    #expect(none.withoutWay == none.conservation.generated)
    small.setCapacity(40)
    var query = SmallNetwork.query()
    query.capacityFactors = [ID(0): 0]
    let full = try outcome(small, query)
    #expect(full.conservation.delivered == 0 && full.withoutWay == 0)
    let here = try #require(full.remaining.first)
    #expect(here.owner.service == ID(0) && here.owner.cause == .rollover)
    #expect(here.lots == full.conservation.inSystem)
  }

  @Test(
    "A closure without end keeps what is behind it", arguments: ["HGH", "ICN", "link", "service"])
  func closedForEver(_ what: String) throws {
    var small = SmallNetwork()
    small.add(.acceptance, at: "HGH", servers: 4, rate: 10)
    small.add(.stand, at: "ICN", servers: 3)
    let element: NetworkElement =
      switch what {
      case "link": .link(ID(0))
      case "service": .service(ID(0))
      default: .place(small.place(what))
      }
    small.close(element, from: 2)
    let result = try outcome(small, SmallNetwork.query(days: 28))
    let counts = result.conservation
    #expect(counts.delivered > 0, "before it closes")
    #expect(counts.inSystem > counts.generated / 2, "\(counts)")
    #expect(!result.remaining.isEmpty)
  }

  @Test("A closure that was over before the run begins changes nothing")
  func pastClosure() throws {
    var small = SmallNetwork()
    small.add(.acceptance, at: "HGH", servers: 4, rate: 10)
    let base = try outcome(small)
    small.close(.place(small.place("HGH")), from: -90, to: -60)
    let closed = try outcome(small)
    #expect(base.conservation == closed.conservation)
    #expect(base.lanes == closed.lanes)
  }

  @Test("A dated closure of some hours closes only these")
  func nightClosure() throws {
    var small = SmallNetwork()
    let row = small.add(.acceptance, at: "HGH", servers: 4, rate: 10)
    var query = SmallNetwork.query()
    query.hourlyResources = [row]
    small.close(.place(small.place("HGH")), from: -90, to: 90)
    let always = try outcome(small, query)
    // Over the cut-off of the evening's flight: who comes then takes the next day's.
    small.network.closures[0].secondsOfDay = 36_000..<79_200
    let nights = try outcome(small, query)
    #expect(always.conservation.delivered == 0)
    #expect(nights.conservation.delivered > nights.conservation.generated * 8 / 10)
    small.network.closures = []
    let open = try outcome(small, query)
    #expect(open.lanes != nights.lanes)
  }

  @Test("More lots in an hour than can be are said to be cut off")
  func tooManyLots() throws {
    var small = SmallNetwork()
    small.network.demands[0].tonnesPerYear = 20_000_000
    let result = try outcome(small, SmallNetwork.query(days: 1, warmup: 0))
    #expect(result.cutHours == 24)
    let few = try outcome(SmallNetwork())
    #expect(few.cutHours == 0)
  }

  @Test("A place that fails several times a day is no other place's failure")
  func manyFailures() throws {
    var small = SmallNetwork()
    small.add(.acceptance, at: "HGH", servers: 4, rate: 10)
    small.network.disruptions = [
      Disruption(
        id: "flicker", element: .place(small.place("HGH")), ratePerYear: 8_000,
        duration: OperationTime(medianSeconds: 60), provenance: drawn)
    ]
    let result = try outcome(small, SmallNetwork.query(days: 60))
    #expect(result.conservation.delivered > result.conservation.generated / 2)
  }
}
