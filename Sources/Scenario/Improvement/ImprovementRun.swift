// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
public import Coverage
public import FreightModel
import FreightRouting
public import NetworkIO
import Quantities

/// Looks for the smallest single change that brings a city in, or gains a tier the most cities.
///
/// Every change is written as a scenario's, made in a copy of the tables, read, checked and run; only what
/// the run confirms is a remedy.
public struct ImprovementRun: Sendable {
  let tables: NetworkTables
  let network: Network
  let query: CoverageQuery
  let ways: RoadWays
  /// Cities of a tier whose itineraries are asked for candidates, those nearest to the target first.
  public var citiesAsked = 12
  /// Called on any thread with candidates tried and candidates in all.
  public var progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }

  /// - Parameters:
  ///   - tables: Of the network, or of the scenario that makes it.
  ///   - network: What they make.
  ///   - query: Of the circle.
  public init(tables: NetworkTables, network: Network, query: CoverageQuery) {
    self.tables = tables
    self.network = network
    self.query = query
    ways = RoadWays(network)
  }

  /// The circle as it is, without map and swings.
  public func base() throws -> CoverageResult { try circle(network, query) }

  func circle(_ network: Network, _ query: CoverageQuery) throws -> CoverageResult {
    var computation = CircleComputation(network: network, query: query)
    (computation.drawsSurface, computation.triesSwings) = (false, false)
    return try computation.run()
  }

  /// What would bring a city in: for each candidate its least degree that does, the least effort first.
  ///
  /// - Parameters:
  ///   - city: A target of the circle.
  ///   - base: The circle as it is.
  /// - Returns: Remedies confirmed by a run of the whole circle.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  /// - Complexity: A run of the city's ready times for each degree tried.
  public func improve(
    _ city: CityResult, base: CoverageResult
  ) throws -> Improvement {
    let id = network.places[city.place].id
    if city.status == .within {
      return Improvement(
        cityID: id, tier: city.tier, targetSeconds: city.targetSeconds, statistic: city.statistic,
        isInAlready: true, tried: 0, runs: 0, remedies: [])
    }
    let candidates = try finder(city.place, in: network, query).candidates()
    let counter = TriedCounter(of: candidates.count, report: progress)
    let found: [(remedy: Remedy?, runs: Int)] = spread(candidates.count, over: query.threads) {
      next, put in
      while let number = next() {
        put(number, least(candidates[number], cityID: id, target: city.targetSeconds))
        counter.step()
      }
    }
    var improvement = Improvement(
      cityID: id, tier: city.tier, targetSeconds: city.targetSeconds, statistic: city.statistic,
      isInAlready: false,
      tried: candidates.count, runs: found.reduce(0) { $0 + $1.runs }, remedies: [])
    improvement.remedies = found.compactMap(\.remedy).compactMap { remedy in
      var whole = confirmed(
        remedy.kind, Candidate.Degree(change: remedy.made, effort: remedy.effort), base,
        tier: city.tier)
      whole?.before = city.statistic
      whole?.after = remedy.after
      return whole
    }.filter { $0.gained.contains(id) }
      .sorted { ($0.effort, $0.yaml) < ($1.effort, $1.yaml) }
    if improvement.remedies.isEmpty { try bundle(&improvement, city, base) }
    return improvement
  }

  /// What gains a tier the most cities: each candidate of its missed cities in its greatest degree.
  ///
  /// - Parameters:
  ///   - tier: Of the circle.
  ///   - base: The circle as it is.
  /// - Returns: Remedies that gain a city of the tier, the most cities first, then the least effort.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  /// - Complexity: A run of the circle for each candidate.
  public func improve(tier: Int, base: CoverageResult) throws -> Improvement {
    let missed = base.cities.filter { $0.tier == tier && $0.status != .within }.sorted {
      ($0.statistic ?? .max, $0.place) < ($1.statistic ?? .max, $1.place)
    }
    var degrees: [(kind: Remedy.Kind, degree: Candidate.Degree)] = []
    var known: Set<NetworkChange> = []
    for city in missed.prefix(citiesAsked) {
      var finder = try finder(city.place, in: network, query)
      (finder.servicesTried, finder.shiftsTried) = (3, [-6, -3, 3, 6])
      for candidate in finder.candidates() {
        // Shifts have no greatest degree: all are tried.
        let tried = candidate.isMonotone ? Array(candidate.degrees.suffix(1)) : candidate.degrees
        for degree in tried where known.insert(degree.change).inserted {
          degrees.append((candidate.kind, degree))
        }
      }
    }
    let target = base.cities.first { $0.tier == tier }?.targetSeconds ?? 0
    let counter = TriedCounter(of: degrees.count, report: progress)
    let trials = degrees
    let found: [Remedy?] = spread(trials.count, over: query.threads) { next, put in
      while let number = next() {
        let (kind, degree) = trials[number]
        put(number, confirmed(kind, degree, base, tier: tier))
        counter.step()
      }
    }
    return Improvement(
      cityID: nil, tier: tier, targetSeconds: target, statistic: nil,
      isInAlready: missed.isEmpty, tried: degrees.count,
      runs: degrees.count,
      remedies: found.compactMap(\.self).filter { $0.gainedInTier > 0 }.sorted {
        ($1.gainedInTier, $0.effort, $0.yaml) < ($0.gainedInTier, $1.effort, $1.yaml)
      })
  }
}
