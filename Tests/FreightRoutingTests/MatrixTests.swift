// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities
import Testing

/// A matrix holds what single searches find, in the order asked for, on any number of threads.
@Suite struct MatrixTests {
  @Test(arguments: 0..<60)
  func `every row is a search of its own`(seed: Int) throws {
    let random = RandomNetwork(seed: seed)
    let places = random.network.places.indices.map { ID<Place>($0) }
    func rows(_ threads: Int) throws -> [MatrixSearch.Row] {
      var rows: [MatrixSearch.Row] = []
      try MatrixSearch(
        network: random.network, consignment: random.consignment, options: random.options,
        origins: places.reversed(), destinations: places,
        readyTimes: Array(random.readyTimes.prefix(3)), week: random.week, threads: threads
      ).run(withCosts: true) { rows.append($0) }
      return rows
    }
    let found = try rows(1)
    #expect(found == (try rows(3)), "seed \(seed): threads change the rows")
    #expect(found.count == places.count * 3)
    for (number, row) in found.enumerated() {
      #expect(row.origin == number / 3 && row.ready == number % 3, "seed \(seed)")
      let origin = places[places.count - 1 - row.origin]
      let readyAt = random.readyTimes[row.ready]
      let router = try Router(
        network: random.network, consignment: random.consignment, origin: origin,
        options: random.options, week: random.week)
      guard number % 7 == 0 else { continue }
      var search = RouterSearch(router)
      search.run(from: origin, readyAt: readyAt)
      for place in places where place != origin {
        let what: Comment = "seed \(seed), from \(origin.index) to \(place.index)"
        let itinerary = search.itinerary(to: place)
        #expect(
          row.seconds[place.index] == itinerary.map { Int32($0.arrive - readyAt) } ?? -1, what)
        #expect(
          row.costs[place.index] == (row.seconds[place.index] == 0 ? .zero : itinerary?.cost), what)
        #expect(
          row.co2e[place.index] == (row.seconds[place.index] == 0 ? .zero : itinerary?.co2e), what)
      }
    }
  }
}
