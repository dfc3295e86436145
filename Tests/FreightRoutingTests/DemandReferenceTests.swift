// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightTestSupport
import Quantities
import Testing

@testable import FreightRouting

/// The search in layers finds what the slow one finds by looking at whole ways.
@Suite struct DemandReferenceTests {
  /// How a demand changed the answers of a network.
  struct Effect {
    var same = 0
    var changed = 0
    var blocked = 0

    static func + (a: Effect, b: Effect) -> Effect {
      Effect(
        same: a.same + b.same, changed: a.changed + b.changed, blocked: a.blocked + b.blocked)
    }
  }

  @Test(arguments: 0..<160)
  func `fast and slow search agree under a random demand`(seed: Int) throws {
    _ = try effect(seed: seed)
  }

  @Test func `random demands bind often, and are met often`() throws {
    let sum = try (0..<40).map { try effect(seed: $0) }.reduce(Effect(), +)
    #expect(sum.changed >= 30, "\(sum)")
    #expect(sum.blocked >= 100, "\(sum)")
    #expect(sum.same >= 100, "\(sum)")
  }

  @Test(arguments: 0..<60)
  func `alternatives under a random demand are those of the slow search`(seed: Int) throws {
    let network = RandomNetwork(seed: seed)
    var random = SplitMix64(seed: seed + 9_000)
    let free = try Router(
      network: network.network, consignment: network.consignment, origin: network.origin,
      options: network.options, week: network.week)
    var freeSearch = RouterSearch(free)
    let readyAt = network.readyTimes[0]
    freeSearch.run(from: network.origin, readyAt: readyAt)
    let ways = network.network.places.indices.compactMap { freeSearch.itinerary(to: ID($0)) }
    var options = network.options
    options.demand(of: ways, in: network.network, &random)
    let router = try Router(
      network: network.network, consignment: network.consignment, origin: network.origin,
      options: options, week: network.week, ways: free.ways)
    let reference = try ReferenceSearch(
      network: network.network, consignment: network.consignment, options: options,
      week: network.week)
    let sets = reference.alternatives(from: network.origin, readyAt: readyAt)
    for place in network.network.places.indices.map({ ID<Place>($0) }) where place != network.origin
    {
      let answer = router.alternatives(
        AlternativesQuery(origin: network.origin, destination: place, readyAt: readyAt))
      let what: Comment = "seed \(seed), \(network.network.places[place].id)"
      #expect(
        answer.itineraries.map { [$0.arrive.seconds, $0.cost?.count, $0.co2e?.count] }
          == sets[place.index].map { [$0.arrive.seconds, $0.cost?.count, $0.co2e?.count] }, what)
    }
  }

  private func effect(seed: Int) throws -> Effect {
    let network = RandomNetwork(seed: seed)
    var random = SplitMix64(seed: seed + 7_000)
    let free = try Router(
      network: network.network, consignment: network.consignment, origin: network.origin,
      options: network.options, week: network.week)
    var freeSearch = RouterSearch(free)
    let readyTimes = Array(network.readyTimes.prefix(2))
    freeSearch.run(from: network.origin, readyAt: readyTimes[0])
    let ways = network.network.places.indices.compactMap { freeSearch.itinerary(to: ID($0)) }
    var effect = Effect()
    for _ in 0..<2 {
      var options = network.options
      options.demand(of: ways, in: network.network, &random)
      let router = try Router(
        network: network.network, consignment: network.consignment, origin: network.origin,
        options: options, week: network.week, ways: free.ways)
      let reference = try ReferenceSearch(
        network: network.network, consignment: network.consignment, options: options,
        week: network.week)
      var search = RouterSearch(router)
      for readyAt in readyTimes {
        search.run(from: network.origin, readyAt: readyAt)
        freeSearch.run(from: network.origin, readyAt: readyAt)
        let answers = reference.deliveries(from: network.origin, readyAt: readyAt)
        for place in network.network.places.indices.map({ ID<Place>($0) }) {
          let answer = answers[place.index]
          let what: Comment =
            """
            seed \(seed), \(options.combination?.text ?? "-") via \(options.via), \
            \(network.network.places[place].id), ready \(readyAt.seconds)
            """
          #expect(search.delivery(at: place) == answer?.arrive, what)
          let itinerary = search.itinerary(to: place)
          #expect(itinerary?.arrive == answer?.arrive, what)
          #expect(itinerary?.cost == answer?.cost, what)
          #expect(itinerary?.co2e == answer?.co2e, what)
          if let itinerary { expectMet(options, itinerary, in: network.network, what) }
          guard let before = freeSearch.delivery(at: place) else { continue }
          switch itinerary?.arrive {
          case before: effect.same += 1
          case nil:
            effect.blocked += 1
            let why = router.whyUnreachable(from: network.origin, to: place).code
            // Less cargo, or another demand: either undone reaches the place.
            let proved = ["unreachable.combination", "unreachable.via", "unreachable.too_large"]
            #expect(proved.contains(why), what)
          default: effect.changed += 1
          }
        }
      }
    }
    return effect
  }

  /// Reads the demand off the legs themselves.
  private func expectMet(
    _ options: RoutingOptions, _ itinerary: Itinerary, in network: Network, _ what: Comment
  ) {
    let hauls = itinerary.legs.filter { $0.kind == .mainHaul || $0.kind == .lineHaul }
      .compactMap(\.mode)
    if let combination = options.combination {
      #expect(ReferenceDemand.accepts(hauls, combination), what)
    }
    var asked = options.via[...]
    for leg in itinerary.legs {
      for place in [leg.from, leg.to] where network.places[place].id == asked.first {
        asked = asked.drop { $0 == network.places[place].id }
      }
    }
    // A terminal that is both origin and target has no legs to read from.
    #expect(asked.isEmpty || itinerary.legs.isEmpty, what)
  }
}

extension RoutingOptions {
  /// A combination or places to pass, or both: drawn, or read off a way and then often twisted.
  fileprivate mutating func demand(
    of ways: [Itinerary], in network: Network, _ random: inout SplitMix64
  ) {
    let way = ways.isEmpty ? nil : random.pick(ways)
    if random.chance(75) { combination = random.combination(like: way) }
    guard combination == nil || random.chance(35) else { return }
    let passed = way.map { $0.legs.map { network.places[$0.to].id } } ?? []
    for _ in 0..<random.integer(1..<3) {
      via.append(
        passed.isEmpty || random.chance(40)
          ? random.pick(network.places.map(\.id)) : random.pick(passed))
    }
    if via.count > 1, random.chance(50), let first = passed.firstIndex(of: via[0]),
      let second = passed.firstIndex(of: via[1]), second < first
    {
      via.swapAt(0, 1)
    }
  }
}

extension SplitMix64 {
  fileprivate mutating func combination(like way: Itinerary?) -> Combination? {
    var hauls = (way?.legs ?? []).filter { $0.kind == .mainHaul || $0.kind == .lineHaul }
      .compactMap(\.mode?.rawValue)
    let text: String
    switch integer(0..<10) {
    case 0: text = pick(Combination.names)
    case 1..<4: text = pattern()
    default:
      if hauls.isEmpty { hauls = [pick(Mode.allCases.map(\.rawValue))] }
      // One haul more, or another one, or one by all but the mode that is the fastest.
      let place = integer(0..<hauls.count)
      switch integer(0..<4) {
      case 0: hauls.insert(pick(["any", "any+", "road"]), at: place)
      case 1: hauls[place] = "any"
      case 2:
        hauls[place] =
          Mode.allCases.map(\.rawValue).filter { $0 != hauls[place] }.joined(separator: "|")
      default: break
      }
      text = hauls.joined(separator: ">") + pick(["", ">any*", ">road?"])
    }
    return try? Combination(text)
  }
}
