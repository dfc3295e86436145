// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities
import Testing

/// What no tariff or factor gives is not known, and is not taken for little.
@Suite struct UnknownChargeTests {
  private static let drawn = Provenance(quality: .assumed)

  private func router(
    _ network: Network, _ random: RandomNetwork, _ consignment: Consignment? = nil
  )
    throws -> Router
  {
    try Router(
      network: network, consignment: consignment ?? random.consignment, origin: random.origin,
      options: random.options, week: random.week)
  }

  private func best(_ router: Router, _ random: RandomNetwork, _ objective: Objective)
    -> [Itinerary?]
  {
    router.network.places.indices.map { place in
      router.best(
        objective,
        AlternativesQuery(
          origin: random.origin, destination: ID(place), readyAt: random.readyTimes[0])
      ).itineraries.first
    }
  }

  @Test(arguments: 0..<60)
  func `a cost that is not known never beats one that is, alone, in sets and in scans`(
    seed: Int
  ) throws {
    let random = RandomNetwork(seed: seed)
    let router = try router(random.network, random)
    let prices = GeneralizedCost(valueOfTime: Money(90_000), carbonPrice: Money(7_000))
    var byCost = RouterSearch(router, objective: .cost)
    var byAll = RouterSearch(router, objective: .generalized(prices))
    let alone = [best(router, random, .cost), best(router, random, .generalized(prices))]
    byCost.run(from: random.origin, readyAt: random.readyTimes[0])
    byAll.run(from: random.origin, readyAt: random.readyTimes[0])
    for place in router.network.places.indices {
      let what: Comment = "seed \(seed), place \(place)"
      let set = router.alternatives(
        AlternativesQuery(
          origin: random.origin, destination: ID(place), readyAt: random.readyTimes[0])
      ).itineraries
      if set.contains(where: { $0.cost != nil }) {
        #expect(alone[0][place]?.cost != nil, what)
        let found = byCost.itinerary(to: ID(place))
        #expect(found?.cost == set.compactMap(\.cost).min(), what)
      }
      if set.contains(where: { $0.cost != nil && $0.co2e != nil }) {
        #expect(alone[1][place]?.cost != nil && alone[1][place]?.co2e != nil, what)
        let found = byAll.itinerary(to: ID(place))
        #expect(found?.cost != nil && found?.co2e != nil, what)
      }
      for one in set where one.cost == nil && one.co2e == nil {
        // It may be the earliest, nothing else.
        #expect(
          set.allSatisfy { $0.arrive >= one.arrive || $0.cost == nil || $0.co2e == nil }, what)
      }
    }
  }

  @Test(arguments: 0..<60)
  func `adding a tariff makes no other way dearer`(seed: Int) throws {
    let random = RandomNetwork(seed: seed)
    guard !random.network.services.isEmpty else { return }
    var bare = random.network
    bare.tariffs.removeAll { $0.purpose == "main_haul" }
    var priced = bare
    priced.tariffs.append(
      Tariff(
        id: "one", purpose: "main_haul", service: ID(seed % bare.services.count),
        fixed: Double(seed * 37), provenance: Self.drawn))
    let before = best(try router(bare, random), random, .cost)
    let after = best(try router(priced, random), random, .cost)
    for (place, old) in before.enumerated() {
      guard let cost = old?.cost else { continue }
      #expect(
        after[place]?.cost.map { $0 <= cost } ?? false,
        "seed \(seed), place \(place): \(String(describing: after[place]?.cost))")
    }
  }

  @Test(arguments: 0..<40)
  func `a TEU of many costs and emits no more than one alone, up to four thousand`(
    seed: Int
  ) throws {
    let random = RandomNetwork(seed: seed)
    var network = random.network
    // Rows for a kilogram or a tonne-kilometre are drawn for parcels; here they stay within what a sum holds.
    for row in network.tariffs.indices {
      network.tariffs[row].perKilogram /= 1_000
      network.tariffs[row].perTonneKM /= 100
      network.tariffs[row].perTEUKM /= 100
    }
    for number in network.services.indices {
      network.services[number].capacity[.fcl] = Service.Capacity(
        amount: 1_000_000, unit: "TEU", quality: .assumed)
    }
    // Rounding adds half a fen or gram to each leg, which a TEU of many has a part of.
    let slack = 50.0
    var last: [Itinerary?]?
    var lastSize = 1.0
    for size in [1.0, 300, 1_700, 4_000] {
      let consignment = Consignment(cargoClass: .fcl, teu: size, exportMode: .generalTrade)
      let found = best(try router(network, random, consignment), random, .cost)
      for (place, way) in found.enumerated() {
        guard let way, let before = last?[place] else { continue }
        let what: Comment = "seed \(seed), place \(place), \(size) TEU"
        #expect((way.cost == nil) == (before.cost == nil), what)
        if let cost = way.cost, let old = before.cost {
          #expect(
            Double(cost.count) / size <= (Double(old.count) + slack) / lastSize, what)
        }
      }
      (last, lastSize) = (found, size)
    }
  }

  @Test
  func `a charge beyond what a sum holds is refused with its row`() throws {
    let random = RandomNetwork(seed: 1)
    var network = random.network
    network.tariffs = [
      Tariff(
        id: "gold", purpose: "full_truck", fixed: 1e12, provenance: Self.drawn),
      Tariff(id: "van", purpose: "van", fixed: 1e12, provenance: Self.drawn),
      Tariff(id: "line", purpose: "line_haul", fixed: 1e12, provenance: Self.drawn),
    ]
    #expect(throws: ChargeFault.self) { try router(network, random) }
  }

  @Test(arguments: 0..<80)
  func `handling follows what a service brought, once, and trucks that a truck brought pay none`(
    seed: Int
  ) throws {
    let random = RandomNetwork(seed: seed)
    let router = try router(random.network, random)
    for way in best(router, random, .time).compactMap(\.self) {
      let moves = way.legs.filter { $0.mode != nil || $0.kind == .handling }
      for (number, leg) in moves.enumerated() where leg.kind == .handling {
        let before = number > 0 ? moves[number - 1] : nil
        #expect(before?.kind == .mainHaul, "seed \(seed): \(moves.map(\.kind))")
        let next = number + 1 < moves.count ? moves[number + 1] : nil
        #expect(next?.mode == .road, "seed \(seed): \(moves.map(\.kind))")
      }
    }
  }

  @Test(arguments: 0..<60)
  func `no departure carries more than it has room for, and what is refused names what goes`(
    seed: Int
  ) throws {
    let random = RandomNetwork(seed: seed)
    var options = random.options
    options.without.insert(Mode.road.rawValue)
    let cargoClass = random.consignment.cargoClass
    let large = Consignment(
      cargoClass: cargoClass, massKG: 24_600, teu: 2, exportMode: random.consignment.exportMode)
    func router(_ consignment: Consignment) throws -> Router {
      try Router(
        network: random.network, consignment: consignment, origin: random.origin,
        options: options, week: random.week)
    }
    // Random services take 20 t.
    let all = try router(large)
    let fitting = try router(
      Consignment(
        cargoClass: cargoClass, massKG: 20_000, teu: 20_000 / 12_300,
        exportMode: large.exportMode))
    var search = RouterSearch(all)
    var smaller = RouterSearch(fitting)
    search.run(from: random.origin, readyAt: all.epoch)
    smaller.run(from: random.origin, readyAt: all.epoch)
    for place in random.network.places.indices.map({ ID<Place>($0) }) {
      let what: Comment = "seed \(seed), place \(place.index)"
      if let way = search.itinerary(to: place) {
        #expect(!way.legs.contains { $0.kind == .mainHaul }, what)
      } else if smaller.delivery(at: place) != nil {
        let why = all.whyUnreachable(from: random.origin, to: place)
        #expect(why.code == "unreachable.too_large", what)
        #expect(why.arguments.last == (cargoClass == .fcl ? "1.626 TEU" : "20 t"), what)
      } else {
        #expect(
          all.whyUnreachable(from: random.origin, to: place).code != "unreachable.too_large", what)
      }
    }
  }

  @Test(arguments: 0..<30)
  func `a wait or a release rests on its rule too, and an itinerary is marked by its hours`(
    seed: Int
  ) throws {
    let random = RandomNetwork(seed: seed)
    var network = random.network
    let published = Provenance(quality: .published)
    for number in network.services.indices {
      network.services[number].provenance = published
      for stop in network.services[number].stops.indices {
        network.services[number].stops[stop].provenance = published
      }
      for row in network.services[number].departures.indices {
        network.services[number].departures[row].provenance = published
      }
      network.services[number].frequencyPerWeek = nil
      (network.services[number].cutoffSeconds, network.services[number].releaseSeconds) = (nil, nil)
    }
    let router = try router(network, random)
    for way in best(router, random, .time).compactMap(\.self) {
      for leg in way.legs where leg.service != nil && (leg.cause != nil || leg.kind == .release) {
        #expect(leg.quality == .assumed, "seed \(seed): \(leg.kind)")
      }
      let assumed = way.legs.filter { $0.quality == .assumed }.reduce(0) { $0 + $1.seconds }
      #expect(
        way.durationSeconds == 0
          || way.assumedShare == Double(assumed) / Double(way.durationSeconds), "seed \(seed)")
    }
  }
}
