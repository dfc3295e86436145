// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import RoutingCore

extension Router {
  /// The complete set of itineraries that none beats in the criteria asked for, within the limits.
  ///
  /// - Complexity: Labels kept × arcs out of their nodes × labels of the nodes there.
  public func alternatives(_ query: AlternativesQuery) -> Alternatives {
    let answer = search(query, weight: nil)
    var hits = answer.limitsHit
    // What arrives later is never earlier; and where nothing arrives, there is nothing to beat.
    if query.criteria == [.time] || answer.journeys.isEmpty { hits.remove(.horizon) }
    let best = answer.journeys.nonDominated(in: query.criteria)
    let kept = best.thinned(by: query.limits)
    if kept.count < best.count { hits.insert(.slack) }
    return Alternatives(
      itineraries: kept.map(itinerary), limitsHit: LimitHit.allCases.filter(hits.contains),
      labels: answer.labels)
  }

  /// The one itinerary that an objective chooses; nil where the place is unreachable within the limits.
  ///
  /// The query's criteria and slack do not matter.
  public func best(_ objective: Objective, _ query: AlternativesQuery) -> Alternatives {
    var query = query
    query.limits.slackCost = .zero
    query.limits.slackCO2e = .zero
    let weight: AlternativeJourneySearch.Weight? =
      switch objective {
      case .time: nil
      case .cost: .init(perHour: 0, carbonPrice: 0)
      case .generalized(let prices):
        .init(perHour: prices.valueOfTime.count, carbonPrice: prices.carbonPrice.count)
      }
    guard let weight else {
      query.criteria = [.time]
      return alternatives(query)
    }
    let answer = search(query, weight: weight)
    return Alternatives(
      itineraries: answer.journeys.map(itinerary),
      limitsHit: LimitHit.allCases.filter { $0 != .horizon && answer.limitsHit.contains($0) },
      labels: answer.labels)
  }

  private func search(
    _ query: AlternativesQuery, weight: AlternativeJourneySearch.Weight?
  ) -> AlternativeJourneySearch.Answer {
    let start = Int32(query.readyAt - epoch)
    var limits = AlternativeJourneySearch.Limits(horizon: start + Int32(horizonSeconds))
    limits.maxCost = query.limits.maxCost?.count
    limits.maxCO2e = query.limits.maxCO2e?.count
    limits.labelBudget = query.limits.labelBudget
    limits.maxCounted = query.limits.maxMainHauls
    return AlternativeJourneySearch.run(
      on: graph, from: CargoState.node(.ready, at: query.origin), at: start,
      to: CargoState.node(.delivered, at: query.destination), limits: limits, weight: weight,
      counted: query.limits.maxMainHauls == nil
        ? nil : (0..<graph.arcCount).map { meaning(of: ID($0)).kind == .seat })
  }

  func itinerary(_ journey: Journey) -> Itinerary {
    var writer = LegWriter(network, epoch: epoch)
    for step in journey.steps { writer.append(meaning(of: step.arc), step.traversal) }
    return Itinerary(
      depart: epoch + Int64(journey.start), arrive: epoch + Int64(journey.arrival),
      legs: writer.legs, cost: Money(charged: journey.cost), co2e: Emission(charged: journey.co2e))
  }
}

extension AlternativeJourneySearch.Answer {
  fileprivate var limitsHit: Set<LimitHit> {
    var hits: Set<LimitHit> = []
    if isOverBudget { hits.insert(.labelBudget) }
    if isOverCost { hits.insert(.maxCost) }
    if isOverCO2e { hits.insert(.maxCO2e) }
    if isOverHorizon { hits.insert(.horizon) }
    return hits
  }
}

extension [Journey] {
  /// Those that none beats in the criteria; of those that tie in them the first in the order of (arrival, cost, CO2e).
  ///
  /// Exact where this is the set of all three criteria: what is best in some of them, and then in
  /// the rest, is dominated in none.
  fileprivate func nonDominated(in criteria: Set<Criterion>) -> [Journey] {
    let keys = map { $0.values(criteria) }
    return indices.filter { one in
      !indices.contains { other in
        let isNoWorse = zip(keys[other], keys[one]).allSatisfy { $0 <= $1 }
        return isNoWorse && (keys[other] != keys[one] || other < one)
      }
    }.map { self[$0] }
  }

  /// Leaves out, in order of arrival, what a kept one is nearly as good as.
  fileprivate func thinned(by limits: AlternativeLimits) -> [Journey] {
    guard limits.slackCost > .zero || limits.slackCO2e > .zero else { return self }
    return reduce(into: []) { kept, journey in
      let isNearlyKept = kept.contains {
        $0.cost <= journey.cost + limits.slackCost.count
          && $0.co2e <= journey.co2e + limits.slackCO2e.count
      }
      if !isNearlyKept { kept.append(journey) }
    }
  }
}

extension Journey {
  fileprivate func values(_ criteria: Set<Criterion>) -> [Int64] {
    Criterion.allCases.filter(criteria.contains).map {
      switch $0 {
      case .time: Int64(arrival)
      case .cost: cost
      case .co2e: co2e
      }
    }
  }
}
