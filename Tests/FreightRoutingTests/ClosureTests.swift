// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities
import Testing

/// Closures of a network against changes of a search, against the slow search, and by what they must keep.
@Suite struct ClosureTests {
  @Test(arguments: 0..<90)
  func `a network with closures answers as one that is changed for a search`(seed: Int) throws {
    let random = RandomNetwork(seed: seed).withPassages()
    let plain = try Self.router(random.network, random)
    var draw = SplitMix64(seed: seed + 11_000)
    for number in 0..<4 {
      let closures = (0...number / 3).map { _ in RandomClosure(of: random, &draw).closure }
      var network = random.network
      network.closures = closures
      let closed = try Self.router(network, random, like: plain)
      let list = try closures.flatMap { try RandomClosure.changes(of: $0, in: network) }
      let changes = try plain.resolve(list, skipsWhatTouchesNothing: true)
      var search = RouterSearch(closed)
      var other = RouterSearch(plain)
      for readyAt in random.readyTimes.prefix(4) {
        search.run(from: random.origin, readyAt: readyAt)
        other.run(from: random.origin, readyAt: readyAt, changes: changes)
        for place in network.places.indices.map({ ID<Place>($0) }) {
          let what: Comment =
            "seed \(seed), \(closures), ready \(readyAt.seconds), \(network.places[place].id)"
          #expect(search.delivery(at: place) == other.delivery(at: place), what)
          let found = search.itinerary(to: place)
          let expected = other.itinerary(to: place)
          #expect(found?.arrive == expected?.arrive && found?.cost == expected?.cost, what)
          #expect(found?.co2e == expected?.co2e, what)
        }
      }
    }
  }

  @Test(arguments: 0..<150)
  func `fast and slow search agree on networks with closures`(seed: Int) throws {
    let random = RandomNetwork(seed: seed).withPassages()
    var draw = SplitMix64(seed: seed + 13_000)
    var network = random.network
    network.closures = (0..<1 + seed % 3).map { _ in RandomClosure(of: random, &draw).closure }
    let reference = try ReferenceSearch(
      network: network, consignment: random.consignment, options: random.options,
      week: random.week)
    let router = try Self.router(network, random)
    var search = RouterSearch(router)
    for readyAt in random.readyTimes.prefix(5) {
      search.run(from: random.origin, readyAt: readyAt)
      let answers = reference.deliveries(from: random.origin, readyAt: readyAt)
      for place in network.places.indices.map({ ID<Place>($0) }) {
        let answer = answers[place.index]
        let what: Comment =
          "seed \(seed), \(network.closures), \(network.places[place].id), ready \(readyAt.seconds)"
        #expect(search.delivery(at: place) == answer?.arrive, what)
        let itinerary = search.itinerary(to: place)
        #expect(itinerary?.arrive == answer?.arrive && itinerary?.cost == answer?.cost, what)
        #expect(itinerary?.co2e == answer?.co2e, what)
      }
    }
  }

  @Test(arguments: 0..<60)
  func
    `closures make nothing earlier, nothing goes while it is closed, and to take them out undoes them`(
      seed: Int
    ) throws
  {
    let random = RandomNetwork(seed: seed).withPassages()
    var draw = SplitMix64(seed: seed + 17_000)
    let places = random.network.places.indices.map { ID<Place>($0) }
    let plain = try Self.router(random.network, random)
    let before = Self.seconds(plain, random, places)
    for _ in 0..<3 {
      var network = random.network
      network.closures = [RandomClosure(of: random, &draw).closure]
      let router = try Self.router(network, random, like: plain)
      let after = Self.seconds(router, random, places)
      for (ready, row) in after.enumerated() {
        for place in places.indices {
          #expect(
            (row[place] ?? .max) >= (before[ready][place] ?? .max),
            "seed \(seed), \(network.closures), place \(place)")
        }
      }
      var search = RouterSearch(router)
      for readyAt in random.readyTimes {
        search.run(from: random.origin, readyAt: readyAt)
        for target in places {
          guard let itinerary = search.itinerary(to: target) else { continue }
          let what: Comment =
            "seed \(seed), \(network.closures), ready \(readyAt.seconds), \(target.index)"
          for (number, leg) in itinerary.legs.enumerated() {
            // The handling before a truck is its start.
            let isLoaded = number > 0 && itinerary.legs[number - 1].kind == .handling
            guard leg.kind != .wait, leg.kind != .release, leg.kind != .drayage || !isLoaded
            else { continue }
            #expect(!Self.uses(leg, network), what)
          }
        }
      }
      network.closures = []
      #expect(
        Self.seconds(try Self.router(network, random, like: plain), random, places) == before,
        "seed \(seed)")
    }
  }

  @Test(arguments: 0..<80)
  func `a search may be changed on top of closures`(seed: Int) throws {
    let random = RandomNetwork(seed: seed).withPassages()
    var draw = SplitMix64(seed: seed + 19_000)
    let plain = try Self.router(random.network, random)
    for _ in 0..<3 {
      var network = random.network
      network.closures = (0..<2).map { _ in RandomClosure(of: random, &draw).closure }
      let own = try network.closures.flatMap { try RandomClosure.changes(of: $0, in: network) }
      var more = try RandomClosure.changes(
        of: RandomClosure(of: random, &draw).closure, in: network)
      if draw.chance(50), let edit = RandomChange(kind: draw.integer(0..<9), of: random, &draw) {
        more.append(edit.change)
      }
      let router = try Self.router(network, random, like: plain)
      let changes = try router.resolve(more, skipsWhatTouchesNothing: true)
      let all = try plain.resolve(own + more, skipsWhatTouchesNothing: true)
      var search = RouterSearch(router)
      var other = RouterSearch(plain)
      for readyAt in random.readyTimes.prefix(4) {
        search.run(from: random.origin, readyAt: readyAt, changes: changes)
        other.run(from: random.origin, readyAt: readyAt, changes: all)
        for place in network.places.indices.map({ ID<Place>($0) }) {
          let what: Comment =
            "seed \(seed), \(network.closures), \(more), ready \(readyAt.seconds), \(place.index)"
          #expect(search.delivery(at: place) == other.delivery(at: place), what)
          #expect(search.itinerary(to: place)?.cost == other.itinerary(to: place)?.cost, what)
        }
      }
    }
  }

  @Test func `the random closures do bind, each kind of them, for a window and for ever`() throws {
    var binding: [String: Int] = [:]
    for seed in 0..<80 {
      let random = RandomNetwork(seed: seed).withPassages()
      let places = random.network.places.indices.map { ID<Place>($0) }
      let plain = try Self.router(random.network, random)
      let before = Self.seconds(plain, random, places)
      var draw = SplitMix64(seed: seed + 13_000)
      for _ in 0..<6 {
        let drawn = RandomClosure(of: random, &draw)
        var network = random.network
        network.closures = [drawn.closure]
        guard Self.seconds(try Self.router(network, random, like: plain), random, places) != before
        else { continue }
        binding[drawn.words, default: 0] += 1
      }
    }
    for kind in ["place", "link", "passage", "service"] {
      for when in ["for ever", "window", "days"] {
        #expect(binding["\(kind) \(when)", default: 0] >= 1, "\(kind) \(when): \(binding)")
      }
    }
  }

  private static func router(
    _ network: Network, _ random: RandomNetwork, like other: Router? = nil
  ) throws -> Router {
    try Router(
      network: network, consignment: random.consignment, origin: random.origin,
      options: random.options, week: random.week, ways: other?.ways)
  }

  private static func seconds(
    _ router: Router, _ random: RandomNetwork, _ places: [ID<Place>]
  ) -> [[Int64?]] {
    ReadyTimeRuns(
      router: router, origin: random.origin, readyTimes: random.readyTimes, threads: 1
    ).seconds(to: places)
  }

  /// The leg begins, lands or leaves while what it takes is closed.
  private static func uses(_ leg: Leg, _ network: Network) -> Bool {
    network.closures.contains { closure in
      let closed = { (time: Instant) in RandomClosure.holds(closure, at: time, in: network) }
      switch closure.element {
      case .place(let place):
        let begins = leg.from == place && closed(leg.depart)
        return begins || (leg.to == place && leg.kind == .mainHaul && closed(leg.arrive))
      case .link(let link):
        return leg.row == network.links[link].id && closed(leg.depart)
      case .passage(let name):
        guard let service = leg.service.map({ network.services[$0] }),
          service.passages.contains(name),
          !service.stops.contains(where: \.isPassage)
        else { return false }
        return closed(leg.depart) || closed(leg.arrive)
      case .service(let service):
        return leg.service == service && network.services[service].stops[0].place == leg.from
          && leg.kind == .mainHaul && closed(leg.depart)
      }
    }
  }
}
