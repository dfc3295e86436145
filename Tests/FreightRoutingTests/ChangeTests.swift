// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities
import Testing

@Suite struct ChangeTests {
  @Test(arguments: 0..<160)
  func `a change at query time equals a network that has it from the start`(seed: Int) throws {
    let random = RandomNetwork(seed: seed)
    let router = try Router(
      network: random.network, consignment: random.consignment, origin: random.origin,
      options: random.options, week: random.week)
    var draw = SplitMix64(seed: seed + 7_000)
    var search = RouterSearch(router)
    for kinds in (0...8).map({ [$0] }) + [[1, 6, 4, 3], [8, 7, 5], [2, 6, 3]] {
      var edited = random
      var list: [RouterChange] = []
      for kind in kinds {
        guard let edit = RandomChange(kind: kind, of: edited, &draw) else { continue }
        // A change that touches nothing is refused, and then the network is the same.
        guard (try? router.resolve(list + [edit.change])) != nil else { continue }
        (edited.network, edited.options) = (edit.network, edit.options)
        list.append(edit.change)
      }
      guard !list.isEmpty else { continue }
      let changes = try router.resolve(list)
      let scratch = try Router(
        network: edited.network, consignment: random.consignment, origin: random.origin,
        options: edited.options, week: random.week, ways: router.ways)
      var other = RouterSearch(scratch)
      for readyAt in random.readyTimes.prefix(4) {
        let what = "seed \(seed), \(list), ready \(readyAt.seconds)"
        search.run(from: random.origin, readyAt: readyAt, changes: changes)
        other.run(from: random.origin, readyAt: readyAt)
        for place in random.network.places.indices.map({ ID<Place>($0) }) {
          let at: Comment = "\(what), \(random.network.places[place].id)"
          #expect(search.delivery(at: place) == other.delivery(at: place), at)
          let found = search.itinerary(to: place)
          let expected = other.itinerary(to: place)
          #expect(found?.arrive == expected?.arrive && found?.cost == expected?.cost, at)
          #expect(found?.co2e == expected?.co2e, at)
          if let found { expectNoGap(in: found, from: random.origin, to: place, at) }
        }
      }
    }
  }

  @Test func `the random changes do bind, each kind of them`() throws {
    var accepted = [Int](repeating: 0, count: 9)
    var different = accepted
    for seed in 0..<60 {
      let random = RandomNetwork(seed: seed)
      let router = try Router(
        network: random.network, consignment: random.consignment, origin: random.origin,
        options: random.options, week: random.week)
      let places = random.network.places.indices.map { ID<Place>($0) }
      var runs = ReadyTimeRuns(
        router: router, origin: random.origin, readyTimes: random.readyTimes, threads: 1)
      let base = runs.seconds(to: places)
      var draw = SplitMix64(seed: seed + 7_000)
      for kind in 0...8 {
        guard let edit = RandomChange(kind: kind, of: random, &draw),
          let changes = try? router.resolve([edit.change])
        else { continue }
        accepted[kind] += 1
        runs.changes = changes
        if runs.seconds(to: places) != base { different[kind] += 1 }
      }
    }
    #expect(accepted.allSatisfy { $0 >= 5 }, "\(accepted)")
    #expect(different.allSatisfy { $0 >= 1 }, "\(different)")
  }

  @Test(arguments: 0..<60)
  func `closures make nothing earlier, departures nothing later, and nothing of them is left`(
    seed: Int
  ) throws {
    let random = RandomNetwork(seed: seed)
    let router = try Router(
      network: random.network, consignment: random.consignment, origin: random.origin,
      options: random.options, week: random.week)
    var draw = SplitMix64(seed: seed + 9_000)
    let places = random.network.places.indices.map { ID<Place>($0) }
    let monday = random.readyTimes.min() ?? router.epoch
    func times(_ changes: RouterChanges?) -> [[Int64?]] {
      ReadyTimeRuns(
        router: router, origin: random.origin, readyTimes: random.readyTimes, threads: 2,
        changes: changes
      ).seconds(to: places)
    }
    let base = times(nil)
    for _ in 0..<6 {
      let start = monday + Int64(draw.integer(0..<200)) * 3_600
      let window = start..<start + Int64(draw.integer(1..<100)) * 3_600
      let place = draw.pick(random.network.places).id
      let closes = draw.chance(60)
      let change =
        closes
        ? RouterChange.closePlace(place, window: window)
        : .add(service: draw.pick(random.network.services).id, departures: [start])
      guard let changes = try? router.resolve([change]) else { continue }
      let after = times(changes)
      for (ready, row) in after.enumerated() {
        for place in places.indices {
          let (old, new) = (base[ready][place] ?? .max, row[place] ?? .max)
          #expect(closes ? new >= old : new <= old, "seed \(seed), \(change), place \(place)")
        }
      }
      #expect(times(nil) == base, "seed \(seed), \(change)")
      guard closes else { continue }
      var search = RouterSearch(router)
      for (ready, readyAt) in random.readyTimes.enumerated() {
        search.run(from: random.origin, readyAt: readyAt, changes: changes)
        for target in places {
          let what: Comment = "seed \(seed), \(change), \(random.network.places[target].id)"
          let itinerary = search.itinerary(to: target)
          #expect(itinerary.map(\.durationSeconds) == after[ready][target.index], what)
          guard let itinerary else { continue }
          expectNoGap(in: itinerary, from: random.origin, to: target, what)
          for leg in itinerary.legs where leg.kind != .wait && leg.kind != .release {
            let begins = random.network.places[leg.from].id == place
            #expect(!begins || !window.contains(leg.depart), what)
            let lands = random.network.places[leg.to].id == place && leg.kind == .mainHaul
            #expect(!lands || !window.contains(leg.arrive), what)
          }
        }
      }
    }
  }

  private func expectNoGap(
    in itinerary: Itinerary, from: ID<Place>, to: ID<Place>, _ what: Comment
  ) {
    var (place, time) = (from, itinerary.depart)
    for leg in itinerary.legs {
      #expect(leg.from == place && leg.depart == time && leg.arrive >= leg.depart, what)
      (place, time) = (leg.to, leg.arrive)
    }
    #expect(place == to && time == itinerary.arrive, what)
    #expect(itinerary.legs.total(\.cost) == itinerary.cost, what)
    #expect(itinerary.legs.total(\.co2e) == itinerary.co2e, what)
  }
}
