// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities
import RoutingCore

/// All sensible ways from one origin to every place at once: complete Pareto sets in (arrival, cost, CO2e), with itineraries.
///
/// One per task; a run keeps the memory of the last. For one destination `Router.alternatives` is
/// quicker, since it knows what the rest of the way costs at least.
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

  public init(_ router: Router) {
    self.router = router
    scan = ParetoScan(on: router.timetable)
  }

  /// Labels that the last run settled.
  public var labels: Int { scan.labelCount }

  /// Limits that cut something off in the last run, in the order of `LimitHit`.
  public var limitsHit: [LimitHit] {
    var hits: Set<LimitHit> = []
    if scan.limitsHit.contains(.cap) { hits.formUnion([.maxCost, .maxCO2e]) }
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
    if let cap = limits.maxCost { bounds.greatestCost = Int32(clamping: cap.count) }
    if let cap = limits.maxCO2e { bounds.greatestCO2e = Int32(clamping: cap.count) }
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
      router.graph.journey(along: scan.journey(to: label), from: start).map(router.itinerary)
    }
  }
}

extension RoutingGraph {
  /// The journey along a scan's steps, whose tags are arcs; nil where they cannot be taken.
  func journey(along steps: [ParetoScan.Step], from start: Int32) -> Journey? {
    var journey = Journey(steps: [], start: start, arrival: start, cost: 0, co2e: 0)
    for step in steps where step.tag >= 0 {
      // What leads to the common departure of many arcs is no arc itself: its tag is -1.
      let arc = ID<Arc>(Int(step.tag))
      guard let traversal = traverse(arc, from: journey.arrival) else { return nil }
      journey.steps.append(Journey.Step(arc: arc, traversal: traversal))
      journey.arrival = traversal.end
      journey.cost += Int64(cost(of: arc))
      journey.co2e += Int64(co2e(of: arc))
    }
    return journey
  }
}
