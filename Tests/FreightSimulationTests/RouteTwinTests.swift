// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities
import Testing

@testable import FreightSimulation

/// The routing core as the slow twin of the choice: without luck and with room for all, a lot is delivered when `route` says.
@Suite("Without luck each lot is delivered to the second when route says")
struct RouteTwinTests {
  /// Flights, hours and doors drawn from a seed; every time is certain.
  private func draw(_ seed: Int, more: String = "") -> Network {
    var random = SplitMix64(seed: seed)
    let days = ["daily", "Tue", "Mon,Thu", "Fri-Sun", "Wed"]
    func clock(_ hours: Range<Int>) -> String {
      "\(random.integer(hours)):\(["00", "15", "40"][random.integer(0..<3)])"
    }
    func rare() -> String {
      switch random.integer(0..<4) {
      case 0: " | every=2 phase=\(random.integer(0..<2))"
      case 1: " | from=2026-03-05"
      case 2: " | to=2026-03-14"
      default: ""
      }
    }
    var lines = """
      territory CN Asia/Shanghai market=home
      territory KR Asia/Seoul market=korea
      territory JP Asia/Tokyo market=japan
      hours door Mon-Fri 0\(random.integer(6..<9)):00-19:30
      hours office Mon-Sat 08:00-\(random.integer(16..<22)):00
      place HGH airport CN \(random.pick(["customs=office", "customs"])) modes=air,road
      place PVG airport CN customs modes=air,road
      place HZ demand_zone CN
      place SHA city CN
      place ICN airport KR customs modes=air,road
      place SEL city KR
      place NRT airport JP customs modes=air,road
      place TYO city JP
      road HZ HGH 40km \(clock(0..<2))
      road HZ PVG 180km 3:\(random.pick(["00", "30"]))
      road PVG SHA 40km 1:00
      road ICN SEL 50km 1:00
      road NRT TYO 70km 1:30
      pickup CN 1:00 hours=door
      delivery CN 1:00
      delivery KR 1:00 hours=door
      delivery JP 2:00
      export CN 1:00
      import KR 3:00
      import JP 2:00
      rule air cutoff=4:00 release=2:00
      rule air cutoff=0:40 release=1:00 domestic
      tariff main_haul 100
      service KE1 air KR \(random.pick(days)) HGH \(clock(10..<19)) > ICN 23:50\(rare())
      service KE2 air KR \(random.pick(days)) PVG \(clock(10..<19)) > ICN 23:55\(rare())
      service KE3 air KR \(random.pick(days)) ICN \(clock(10..<19)) > NRT 23:00 | transit
      service OZ1 air KR \(random.pick(days)) HGH \(clock(2..<9)) > ICN 13:10\(rare())
      service CA1 air CN \(random.pick(days)) HGH \(clock(10..<15)) > PVG 16:40 17:30 > NRT 22:00
      service CA2 air CN daily HGH 20:00 > PVG 21:00

      """
    lines += more
    var network = TextTimetable(lines).network
    network.demands = ["SEL", "TYO", "SHA"].map { city in
      Demand(
        id: "to-\(city)", origin: network.findPlace("HZ") ?? ID(0), destination: city,
        cargoClass: .parcel, exportMode: .directParcel, tonnesPerYear: 900, provenance: drawn)
    }
    for service in network.services.indices {
      for cargoClass in [CargoClass.parcel, .air] {
        network.services[service].capacity[cargoClass] = Service.Capacity(
          amount: 4_000, unit: "t", quality: .assumed)
      }
    }
    return network
  }

  private func fates(_ network: Network) throws -> [UInt64: ReplicationResult.LotFate] {
    var query = SmallNetwork.query(days: 42)
    query.keepsLots = true
    let result = try #require(try SimulationRun(network, query).run(0..<1).first)
    #expect(result.fault == nil)
    return result.fates
  }

  /// Compares every lot of the first week with a search at its own instant; how many there were.
  private func compare(_ network: Network, _ label: String) throws -> Int {
    let origin = network.demands[0].origin
    let consignment = LotSize(.parcel, .directParcel, in: network).consignment
    let router = try Router(
      network: network, consignment: consignment, origin: origin, options: RoutingOptions(),
      week: network.header.referenceWeek)
    var search = RouterSearch(router)
    var count = 0
    for (lot, fate) in try fates(network) where fate.ready < secondsPerWeek {
      let ready = router.epoch + fate.ready
      search.run(from: origin, readyAt: ready)
      let place = network.findPlace(network.demands[Int(fate.demand)].destination)
      let planned = place.flatMap { search.delivery(at: $0) }.map { $0 - ready }
      let end = 42 * secondsPerDay - fate.ready
      if let planned, planned < end {
        #expect(
          fate.seconds.map(Int64.init) == planned, "\(label), lot \(lot), ready \(fate.ready)")
        count += 1
      }
    }
    return count
  }

  @Test("… on random networks with fortnightly and seasonal flights", arguments: 0..<40)
  func random(_ seed: Int) throws {
    #expect(try compare(draw(seed), "seed \(seed)") > 10)
  }

  @Test("… also where a closed airport lets no flight of its closure go", arguments: 0..<5)
  func closedAirport(_ day: Int64) throws {
    var small = SmallNetwork()
    small.close(.place(small.place("HGH")), from: day, to: day + 1)
    small.setCapacity(4_000)
    #expect(try compare(small.network, "closed on day \(day)") > 10)
  }

  @Test("A service more makes no lot later on random networks", arguments: 100..<120)
  func oneServiceMore(_ seed: Int) throws {
    let base = try fates(draw(seed))
    let changed = try fates(
      draw(
        seed, more: "service XX9 air KR Mon,Sat HGH 13:20 > ICN 17:00 | every=2 phase=\(seed % 2)\n"
      ))
    for (lot, fate) in base {
      guard let known = fate.seconds else { continue }
      #expect((changed[lot]?.seconds ?? .max) <= known, "seed \(seed), lot \(lot)")
    }
  }
}
