// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities
import Testing

/// The search for alternatives finds what its slow twin finds.
@Suite struct AlternativesTests {
  /// What is compared of an alternative.
  struct Triple: Hashable, Comparable {
    var arrive: Instant
    var cost: Money
    var co2e: Emission

    /// What is not known is more than anything.
    init(arrive: Instant, cost: Money?, co2e: Emission?) {
      self.arrive = arrive
      self.cost = cost ?? Self.notKnown
      self.co2e = co2e ?? Emission(Self.notKnown.count)
    }

    static let notKnown = Money(1 << 60)

    static func < (a: Self, b: Self) -> Bool {
      (a.arrive, a.cost, a.co2e) < (b.arrive, b.cost, b.co2e)
    }
  }

  /// A random network with both searches and the first ready times.
  struct Trial {
    let random: RandomNetwork
    let router: Router
    let reference: ReferenceSearch

    init(seed: Int) throws {
      random = RandomNetwork(seed: seed)
      router = try Router(
        network: random.network, consignment: random.consignment, origin: random.origin,
        options: random.options, week: random.week)
      reference = try ReferenceSearch(
        network: random.network, consignment: random.consignment, options: random.options,
        week: random.week)
    }

    func alternatives(
      to place: Int, at readyAt: Instant, in criteria: Set<Criterion> = Set(Criterion.allCases),
      _ limits: AlternativeLimits = AlternativeLimits()
    ) -> Alternatives {
      router.alternatives(query(to: place, at: readyAt, in: criteria, limits))
    }

    func query(
      to place: Int, at readyAt: Instant, in criteria: Set<Criterion> = Set(Criterion.allCases),
      _ limits: AlternativeLimits = AlternativeLimits()
    ) -> AlternativesQuery {
      AlternativesQuery(
        origin: random.origin, destination: ID(place), readyAt: readyAt, criteria: criteria,
        limits: limits)
    }

    func expected(at readyAt: Instant) -> [[Triple]] {
      reference.alternatives(from: random.origin, readyAt: readyAt).map { set in
        set.map { Triple(arrive: $0.arrive, cost: $0.cost, co2e: $0.co2e) }
      }
    }
  }

  private func triples(_ found: Alternatives) -> [Triple] {
    found.itineraries.map { Triple(arrive: $0.arrive, cost: $0.cost, co2e: $0.co2e) }
  }

  @Test(arguments: 0..<320)
  func `the set is that of the slow search at every place of a random network`(seed: Int) throws {
    let trial = try Trial(seed: seed)
    for readyAt in trial.random.readyTimes.prefix(1) {
      for (place, set) in trial.expected(at: readyAt).enumerated() {
        let found = trial.alternatives(to: place, at: readyAt)
        let what: Comment = "seed \(seed), place \(place), ready \(readyAt.seconds)"
        #expect(triples(found) == set, what)
        #expect(Set(found.limitsHit).isSubset(of: [.horizon]), what)
        for itinerary in found.itineraries {
          #expect(itinerary.legs.total(\.cost) == itinerary.cost, what)
          #expect(itinerary.legs.total(\.co2e) == itinerary.co2e, what)
          #expect(itinerary.depart == readyAt, what)
        }
      }
    }
  }

  @Test(arguments: 0..<320)
  func `each objective chooses what the slow search chooses`(seed: Int) throws {
    let trial = try Trial(seed: seed)
    let readyAt = trial.random.readyTimes[0]
    let prices = GeneralizedCost(
      valueOfTime: Money([0, 137, 2_500, 90_000][seed % 4]),
      carbonPrice: Money([0, 9_000, 123_456][seed % 3]))
    let cheapest = trial.reference.cheapest(from: trial.random.origin, readyAt: readyAt)
    let least = trial.reference.leastGeneralized(
      from: trial.random.origin, readyAt: readyAt, weighing: prices)
    let earliest = trial.reference.deliveries(from: trial.random.origin, readyAt: readyAt)
    for place in cheapest.indices {
      let query = trial.query(to: place, at: readyAt)
      for (objective, answer) in [
        (Objective.cost, cheapest[place]), (.generalized(prices), least[place]),
        (.time, earliest[place]),
      ] {
        let what: Comment = "seed \(seed), place \(place), \(objective)"
        let found = trial.router.best(objective, query).itineraries
        #expect(found.count == (answer == nil ? 0 : 1), what)
        #expect(found.first?.arrive == answer?.arrive, what)
        #expect(found.first?.cost == answer?.cost, what)
        #expect(found.first?.co2e == answer?.co2e, what)
      }
    }
  }

  @Test(arguments: 0..<60)
  func `in fewer criteria the set holds the best of the whole set`(seed: Int) throws {
    let trial = try Trial(seed: seed)
    let readyAt = trial.random.readyTimes[0]
    for (place, set) in trial.expected(at: readyAt).enumerated() {
      let what: Comment = "seed \(seed), place \(place)"
      let timeCost = triples(trial.alternatives(to: place, at: readyAt, in: [.time, .cost]))
      var cheapest = Money(Int64.max)
      var staircase: [Triple] = []
      // Among what is not known, how much of it is not known decides, which a triple does not tell.
      for triple in set where triple.cost < min(cheapest, Triple.notKnown) {
        staircase.append(triple)
        cheapest = triple.cost
      }
      #expect(timeCost.filter { $0.cost < Triple.notKnown } == staircase, what)
      #expect(timeCost.isEmpty == set.isEmpty && timeCost.first?.arrive == set.first?.arrive, what)
      let cleanest = triples(trial.alternatives(to: place, at: readyAt, in: [.co2e]))
      let least = set.map(\.co2e).min()
      #expect(cleanest.map(\.co2e) == set.prefix(1).compactMap { _ in least }, what)
      if let least, least.count < Triple.notKnown.count {
        #expect(cleanest == Array(set.filter { $0.co2e == least }.prefix(1)), what)
      }
    }
  }

  @Test(arguments: 0..<80)
  func `a cap keeps exactly what is below it, and is named where it cost an alternative`(
    seed: Int
  ) throws {
    let trial = try Trial(seed: seed)
    let readyAt = trial.random.readyTimes[0]
    for (place, set) in trial.expected(at: readyAt).enumerated() where !set.isEmpty {
      let what: Comment = "seed \(seed), place \(place)"
      // No cap is so high that what is not known were below it.
      let middle = set[set.count / 2]
      guard middle.cost < Triple.notKnown, middle.co2e.count < Triple.notKnown.count
      else { continue }
      let byCost = trial.alternatives(
        to: place, at: readyAt, AlternativeLimits(maxCost: middle.cost))
      let cheap = set.filter { $0.cost <= middle.cost }
      #expect(triples(byCost) == cheap, what)
      if cheap.count < set.count { #expect(byCost.limitsHit.contains(.maxCost), what) }
      let byCO2e = trial.alternatives(
        to: place, at: readyAt, AlternativeLimits(maxCO2e: middle.co2e))
      let clean = set.filter { $0.co2e <= middle.co2e }
      #expect(triples(byCO2e) == clean, what)
      if clean.count < set.count { #expect(byCO2e.limitsHit.contains(.maxCO2e), what) }
    }
  }

  @Test(arguments: 0..<80)
  func `what slack leaves out has one that is nearly as good and no later`(seed: Int) throws {
    let trial = try Trial(seed: seed)
    let readyAt = trial.random.readyTimes[0]
    let (cost, co2e) = (Money(5_000), Emission(2_000))
    for (place, set) in trial.expected(at: readyAt).enumerated() {
      let what: Comment = "seed \(seed), place \(place)"
      let found = trial.alternatives(
        to: place, at: readyAt, AlternativeLimits(slackCost: cost, slackCO2e: co2e))
      let kept = triples(found)
      #expect(Set(kept).isSubset(of: set), what)
      #expect(found.limitsHit.contains(.slack) == (kept.count < set.count), what)
      for triple in set {
        let isNear = kept.contains {
          $0.arrive <= triple.arrive && $0.cost <= triple.cost + cost
            && $0.co2e <= triple.co2e + co2e
        }
        #expect(isNear, what)
      }
    }
  }

  @Test(arguments: 0..<60)
  func `a budget gives the beginning of the set and says so`(seed: Int) throws {
    let trial = try Trial(seed: seed)
    let readyAt = trial.random.readyTimes[0]
    for (place, set) in trial.expected(at: readyAt).enumerated() where set.count > 1 {
      let what: Comment = "seed \(seed), place \(place)"
      let whole = trial.alternatives(to: place, at: readyAt)
      let half = trial.alternatives(
        to: place, at: readyAt, AlternativeLimits(labelBudget: whole.labels - 1))
      #expect(half.labels == whole.labels - 1, what)
      #expect(half.limitsHit.contains(.labelBudget), what)
      #expect(triples(half) == Array(set.prefix(half.itineraries.count)), what)
      let enough = trial.alternatives(
        to: place, at: readyAt, AlternativeLimits(labelBudget: whole.labels))
      #expect(!enough.limitsHit.contains(.labelBudget), what)
      #expect(triples(enough) == set, what)
    }
  }

  @Test(arguments: 0..<60)
  func `at most so many main hauls, and as many as it takes where there is no limit`(
    seed: Int
  ) throws {
    let trial = try Trial(seed: seed)
    let readyAt = trial.random.readyTimes[0]
    for place in trial.random.network.places.indices {
      let what: Comment = "seed \(seed), place \(place)"
      let whole = triples(trial.alternatives(to: place, at: readyAt))
      let one = trial.alternatives(to: place, at: readyAt, AlternativeLimits(maxMainHauls: 1))
      for itinerary in one.itineraries {
        #expect(itinerary.legs.count { $0.kind == .mainHaul } <= 1, what)
      }
      for itinerary in trial.alternatives(to: place, at: readyAt).itineraries
      where itinerary.legs.count(where: { $0.kind == .mainHaul }) <= 1 {
        #expect(
          triples(one).contains(
            Triple(arrive: itinerary.arrive, cost: itinerary.cost, co2e: itinerary.co2e)), what)
      }
      let many = trial.alternatives(to: place, at: readyAt, AlternativeLimits(maxMainHauls: 9))
      #expect(triples(many) == whole, what)
    }
  }
}
