// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities
import Testing

/// The fast search finds what the slow one finds.
@Suite struct ReferenceTests {
  @Test(arguments: 0..<320)
  func `fast and slow search agree on every delivery of a random network`(seed: Int) throws {
    let random = RandomNetwork(seed: seed)
    let reference = try ReferenceSearch(
      network: random.network, consignment: random.consignment, options: random.options,
      week: random.week)
    let router = try Router(
      network: random.network, consignment: random.consignment, origin: random.origin,
      options: random.options, week: random.week)
    var search = RouterSearch(router)
    for readyAt in random.readyTimes {
      search.run(from: random.origin, readyAt: readyAt)
      let answers = reference.deliveries(from: random.origin, readyAt: readyAt)
      for place in random.network.places.indices.map({ ID<Place>($0) }) {
        let answer = answers[place.index]
        let what: Comment =
          "seed \(seed), \(random.network.places[place].id), ready \(readyAt.seconds)"
        #expect(search.delivery(at: place) == answer?.arrive, what)
        let itinerary = search.itinerary(to: place)
        #expect(itinerary?.arrive == answer?.arrive, what)
        guard let itinerary, itinerary.arrive == answer?.arrive else { continue }
        #expect(itinerary.cost == answer?.cost, what)
        #expect(itinerary.co2e == answer?.co2e, what)
        expectNoGap(in: itinerary, readyAt: readyAt, from: random.origin, to: place, what)
      }
    }
  }

  /// Legs follow each other in time and place, and their sums are the itinerary's.
  private func expectNoGap(
    in itinerary: Itinerary, readyAt: Instant, from: ID<Place>, to: ID<Place>, _ what: Comment
  ) {
    #expect(itinerary.depart == readyAt, what)
    var (place, time) = (from, readyAt)
    for leg in itinerary.legs {
      #expect(leg.from == place && leg.depart == time && leg.arrive >= leg.depart, what)
      #expect((leg.cause != nil) == (leg.kind == .wait), what)
      (place, time) = (leg.to, leg.arrive)
    }
    #expect(place == to && time == itinerary.arrive, what)
    #expect(itinerary.legs.total(\.cost) == itinerary.cost, what)
    #expect(itinerary.legs.total(\.co2e) == itinerary.co2e, what)
  }
}
