// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities
import Testing

/// Runs to all places deliver what an objective chooses, as the slow search does.
@Suite struct ObjectiveRunTests {
  @Test(arguments: 0..<320)
  func `at every place the run delivers what the slow search chooses`(seed: Int) throws {
    let random = RandomNetwork(seed: seed)
    let reference = try ReferenceSearch(
      network: random.network, consignment: random.consignment, options: random.options,
      week: random.week)
    let router = try Router(
      network: random.network, consignment: random.consignment, origin: random.origin,
      options: random.options, week: random.week)
    let prices = GeneralizedCost(
      valueOfTime: Money([0, 137, 2_500, 90_000][seed % 4]),
      carbonPrice: Money([0, 9_000, 123_456][seed % 3]))
    let readyTimes = Array(random.readyTimes.prefix(2))
    for objective in [Objective.cost, .generalized(prices)] {
      let found = ReadyTimeRuns(
        router: router, origin: random.origin, readyTimes: readyTimes, threads: 2,
        objective: objective
      ).map { search, _ in
        random.network.places.indices.map {
          (search.delivery(at: ID($0)), search.itinerary(to: ID($0)))
        }
      }
      for (readyAt, row) in zip(readyTimes, found) {
        let expected =
          objective == .cost
          ? reference.cheapest(from: random.origin, readyAt: readyAt)
          : reference.leastGeneralized(from: random.origin, readyAt: readyAt, weighing: prices)
        for (place, (delivery, itinerary)) in row.enumerated() {
          let what: Comment = "seed \(seed), place \(place), \(objective.name)"
          #expect(delivery == expected[place]?.arrive, what)
          #expect(itinerary?.arrive == delivery, what)
          if objective == .cost { #expect(itinerary?.cost == expected[place]?.cost, what) }
        }
      }
    }
  }

  @Test(arguments: 0..<60)
  func `lanes deliver when single searches do`(seed: Int) throws {
    let random = RandomNetwork(seed: seed)
    let router = try Router(
      network: random.network, consignment: random.consignment, origin: random.origin,
      options: random.options, week: random.week)
    let readyTimes = (0..<3).flatMap { shift in
      random.readyTimes.map { $0 + Int64(shift) * secondsPerHour }
    }
    let places = random.network.places.indices.map { ID<Place>($0) }
    let found = ReadyTimeRuns(
      router: router, origin: random.origin, readyTimes: readyTimes, threads: 2
    ).map { search, _ in
      places.map { [search.delivery(at: $0), search.standing(at: $0), search.trucked(to: $0)] }
    }
    var search = RouterSearch(router)
    for (readyAt, row) in zip(readyTimes, found) {
      search.run(from: random.origin, readyAt: readyAt)
      for place in places {
        #expect(
          row[place.index]
            == [search.delivery(at: place), search.standing(at: place), search.trucked(to: place)],
          "seed \(seed), \(random.network.places[place].id), ready \(readyAt.seconds)")
      }
    }
  }
}
