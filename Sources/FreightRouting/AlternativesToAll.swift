// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities
import RoutingCore

/// All sensible ways from one origin to every place at once: complete Pareto sets in (arrival, cost, CO2e), with itineraries.
///
/// One per task; a run keeps the memory of the last. For one destination `Router.alternatives` is
/// quicker, since it knows what the rest of the way costs at least. Only ways of which cost and CO2e are known
/// and below 2³¹ fen and grams are found; where an arc is not, the answer says that a cap was hit.
public struct AlternativesToAll: ~Copyable {
  /// One way, without its legs.
  public struct Alternative: Sendable, Hashable {
    public var arrive: Instant
    public var cost: Money
    public var co2e: Emission
  }

  public let router: Router
  private var scan: ParetoScan
  private var start: Int32 = 0
  /// Some arc charges what this search does not count.
  private let hasUncounted: Bool

  public init(_ router: Router) {
    self.router = router
    hasUncounted = (0..<router.graph.arcCount).contains {
      max(router.graph.cost(of: ID($0)), router.graph.co2e(of: ID($0))) >= Int64(Int32.max)
    }
    scan = ParetoScan(on: router.timetable)
  }

  /// Labels that the last run settled.
  public var labels: Int { scan.labelCount }

  /// Limits that cut something off in the last run, in the order of `LimitHit`.
  public var limitsHit: [LimitHit] {
    var hits: Set<LimitHit> = []
    if hasUncounted || scan.limitsHit.contains(.cap) { hits.formUnion([.maxCost, .maxCO2e]) }
    if scan.limitsHit.contains(.slack) { hits.insert(.slack) }
    if scan.limitsHit.contains(.labelBudget) { hits.insert(.labelBudget) }
    return LimitHit.allCases.filter(hits.contains)
  }

  /// Finds the set of every place.
  ///
  /// - Parameters:
  ///   - origin: A place of the customs area that the router was compiled for.
  ///   - readyAt: In the router's week of ready times.
  ///   - limits: Slack thins while searching: its error adds up from leg to leg. Main hauls are not limited here.
  public mutating func run(
    from origin: ID<Place>, readyAt: Instant, limits: AlternativeLimits = AlternativeLimits()
  ) {
    start = Int32(readyAt - router.epoch)
    var bounds = ParetoScan.Limits()
    // What is not known, or beyond 31 bits, stands as the greatest number.
    bounds.greatestCost = Int32(clamping: min(limits.maxCost?.count ?? .max, Int64(Int32.max) - 1))
    bounds.greatestCO2e = Int32(clamping: min(limits.maxCO2e?.count ?? .max, Int64(Int32.max) - 1))
    bounds.slackCost = Int32(clamping: limits.slackCost.count)
    bounds.slackCO2e = Int32(clamping: limits.slackCO2e.count)
    if let budget = limits.labelBudget { bounds.labelBudget = budget }
    scan.run(
      from: CargoState.node(.ready, at: origin), at: start,
      horizon: start + Int32(router.horizonSeconds), limits: bounds)
  }

  /// The set of a place, by arrival, then by cost; empty where it is not reached.
  public func alternatives(to place: ID<Place>) -> [Alternative] {
    scan.labels(at: CargoState.node(.delivered, at: place)).map {
      Alternative(
        arrive: router.epoch + Int64($0.arrival), cost: Money(Int64($0.cost)),
        co2e: Emission(Int64($0.co2e)))
    }
  }

  /// The itineraries of a place's set, in the same order.
  public func itineraries(to place: ID<Place>) -> [Itinerary] {
    scan.labels(at: CargoState.node(.delivered, at: place)).compactMap { label in
      router.graph.journey(
        along: scan.journey(to: label).map(\.tag).filter { $0 >= 0 }, from: start
      ).map(router.itinerary)
    }
  }
}
