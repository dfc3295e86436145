// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities
import RoutingCore

/// One search on a router: run for an origin and a ready time, then ask for places.
///
/// One per task; a run allocates nothing, save the first that has changes.
public struct RouterSearch: ~Copyable {
  public let router: Router
  private var arrivals: EarliestArrivalSearch
  private var journeys: BestJourneySearch
  /// Of the last run.
  private var changes: RouterChanges?
  private var changed: ChangedSearch?

  public init(_ router: Router) {
    self.router = router
    arrivals = EarliestArrivalSearch(on: router.graph)
    journeys = BestJourneySearch(on: router.graph)
  }

  /// Finds the earliest delivery at every place.
  ///
  /// - Parameters:
  ///   - origin: A place of the customs area that the router was compiled for.
  ///   - readyAt: In the router's week of ready times.
  ///   - changes: What differs from the router, resolved by it.
  public mutating func run(
    from origin: ID<Place>, readyAt: Instant, changes: RouterChanges? = nil
  ) {
    let start = Int32(readyAt - router.epoch)
    self.changes = changes
    if let changes {
      if changed == nil { changed = ChangedSearch(router) }
      changed?.run(
        from: CargoState.node(.ready, at: origin), at: start, span: Int32(router.horizonSeconds),
        changes, into: &arrivals)
      return
    }
    arrivals.run(
      from: CargoState.node(.ready, at: origin), at: start,
      horizon: start + Int32(router.horizonSeconds))
  }

  /// Takes over a lane of a scan of this router's timetable, as if `run` had been called for it.
  mutating func adopt(_ lane: Int, of scan: borrowing LaneScan, changes: RouterChanges? = nil) {
    self.changes = changes
    arrivals.adopt(lane, of: scan)
  }

  /// Earliest delivery at a place; nil where unreachable within the horizon.
  public func delivery(at place: ID<Place>) -> Instant? { time(.delivered, at: place) }

  /// Earliest time at which cargo stands at the place in free circulation and may still take a truck that leaves at once.
  ///
  /// Free means: never exported in the origin's customs area, import-cleared elsewhere.
  public func standing(at place: ID<Place>) -> Instant? { time(.freeA, at: place) }

  /// Earliest time at which a truck that left at once has brought free cargo to the place.
  public func trucked(to place: ID<Place>) -> Instant? { time(.freeD, at: place) }

  /// The itinerary of the earliest delivery: of all with that arrival the cheapest, then the cleanest, then the one of fewest arcs.
  public mutating func itinerary(to place: ID<Place>) -> Itinerary? {
    if let changes {
      if changed == nil { changed = ChangedSearch(router) }
      return changed?.itinerary(
        to: CargoState.node(.delivered, at: place), after: arrivals, changes)
    }
    guard
      let journey = journeys.journey(
        to: CargoState.node(.delivered, at: place), after: arrivals)
    else { return nil }
    var writer = LegWriter(router.network, epoch: router.epoch)
    for step in journey.steps {
      writer.append(router.meanings[step.arc.index], step.traversal)
    }
    return Itinerary(
      depart: router.epoch + Int64(journey.start), arrive: router.epoch + Int64(journey.arrival),
      legs: writer.legs, cost: Money(journey.cost), co2e: Emission(journey.co2e),
      quality: writer.legs.map(\.quality).max() ?? .measured)
  }

  private func time(_ state: CargoState, at place: ID<Place>) -> Instant? {
    arrivals.arrival(at: CargoState.node(state, at: place)).map { router.epoch + Int64($0) }
  }
}
