// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities
import Testing

/// Pareto sets to all places at once are those of the slow search, and of the search for one place.
@Suite struct AlternativesToAllTests {
  @Test(arguments: 0..<320)
  func `the sets of all places are those of the slow search, with itineraries that add up`(
    seed: Int
  ) throws {
    let random = RandomNetwork(seed: seed)
    let router = try Router(
      network: random.network, consignment: random.consignment, origin: random.origin,
      options: random.options, week: random.week)
    let reference = try ReferenceSearch(
      network: random.network, consignment: random.consignment, options: random.options,
      week: random.week)
    var search = AlternativesToAll(router)
    for readyAt in random.readyTimes.prefix(2) {
      search.run(from: random.origin, readyAt: readyAt)
      let expected = reference.alternatives(from: random.origin, readyAt: readyAt)
      let isKnown = expected.joined().allSatisfy { $0.cost != nil && $0.co2e != nil }
      #expect(isKnown || search.limitsHit == [.maxCost, .maxCO2e], "seed \(seed)")
      for (place, all) in expected.enumerated() {
        // Ways of which something is not known are left out, and no way is for them.
        let set = all.filter { $0.cost != nil && $0.co2e != nil }
        let what: Comment = "seed \(seed), place \(place), ready \(readyAt.seconds)"
        let found = search.alternatives(to: ID(place))
        #expect(found.map(\.arrive) == set.map(\.arrive), what)
        #expect(found.map(\.cost) == set.compactMap(\.cost), what)
        #expect(found.map(\.co2e) == set.compactMap(\.co2e), what)
        let itineraries = search.itineraries(to: ID(place))
        #expect(itineraries.map(\.arrive) == set.map(\.arrive), what)
        for (itinerary, alternative) in zip(itineraries, found) {
          #expect(itinerary.cost == alternative.cost && itinerary.co2e == alternative.co2e, what)
          #expect(itinerary.legs.total(\.cost) == itinerary.cost, what)
        }
      }
    }
  }

  @Test(arguments: 0..<40)
  func `a cap leaves what is below it, and a budget says that it was hit`(seed: Int) throws {
    let random = RandomNetwork(seed: seed)
    let router = try Router(
      network: random.network, consignment: random.consignment, origin: random.origin,
      options: random.options, week: random.week)
    var whole = AlternativesToAll(router)
    var bounded = AlternativesToAll(router)
    let readyAt = random.readyTimes[0]
    whole.run(from: random.origin, readyAt: readyAt)
    let places = random.network.places.indices.map { ID<Place>($0) }
    let costs = places.flatMap { whole.alternatives(to: $0).map(\.cost) }.sorted()
    guard costs.count > 3 else { return }
    let cap = costs[costs.count / 2]
    bounded.run(
      from: random.origin, readyAt: readyAt, limits: AlternativeLimits(maxCost: cap))
    for place in places {
      #expect(
        bounded.alternatives(to: place) == whole.alternatives(to: place).filter { $0.cost <= cap },
        "seed \(seed), place \(place.index)")
    }
    bounded.run(
      from: random.origin, readyAt: readyAt,
      limits: AlternativeLimits(labelBudget: whole.labels / 2))
    #expect(bounded.limitsHit.contains(.labelBudget) && bounded.labels == whole.labels / 2)
  }
}
