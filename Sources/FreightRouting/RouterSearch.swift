// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities
import RoutingCore

/// One search on a router: run for an origin and a ready time, then ask for places.
///
/// One per task; a run allocates nothing.
public struct RouterSearch: ~Copyable {
  public let router: Router
  private var arrivals: EarliestArrivalSearch
  private var journeys: BestJourneySearch
  public let objective: Objective
  /// Nil where time is the objective.
  private var weighing: ObjectiveScan?

  /// - Parameters:
  ///   - router: What is searched.
  ///   - objective: What chooses the delivery at each place, and so what "earliest" below is read as.
  public init(_ router: Router, objective: Objective = .time) {
    self.router = router
    self.objective = objective
    arrivals = EarliestArrivalSearch(on: router.graph)
    journeys = BestJourneySearch(on: router.graph)
    if let prices = objective.prices { weighing = ObjectiveScan(router, prices) }
  }

  /// Finds the delivery at every place: the earliest, or what the objective chooses.
  ///
  /// - Parameters:
  ///   - origin: A place of the customs area that the router was compiled for.
  ///   - readyAt: In the router's week of ready times.
  public mutating func run(from origin: ID<Place>, readyAt: Instant) {
    let start = Int32(readyAt - router.epoch)
    let source = CargoState.node(.ready, at: origin)
    let horizon = start + Int32(router.horizonSeconds)
    if let found = weighing?.run(from: source, at: start, horizon: horizon) {
      arrivals.adopt(found, from: source, at: start, horizon: horizon)
    } else {
      arrivals.run(from: source, at: start, horizon: horizon)
    }
  }

  /// Takes over a lane of a scan of this router's timetable, as if `run` had been called for it.
  mutating func adopt(_ lane: Int, of scan: borrowing LaneScan) { arrivals.adopt(lane, of: scan) }

  /// Earliest delivery at a place; nil where unreachable within the horizon.
  public func delivery(at place: ID<Place>) -> Instant? { time(.delivered, at: place) }

  /// Earliest time at which cargo stands at the place in free circulation and may still take a truck that leaves at once.
  ///
  /// Free means: never exported in the origin's customs area, import-cleared elsewhere.
  public func standing(at place: ID<Place>) -> Instant? { time(.freeA, at: place) }

  /// Earliest time at which a truck that left at once has brought free cargo to the place.
  public func trucked(to place: ID<Place>) -> Instant? { time(.freeD, at: place) }

  /// The itinerary of the delivery: by time, of all with that arrival the cheapest, then the cleanest,
  /// then the one of fewest arcs.
  public mutating func itinerary(to place: ID<Place>) -> Itinerary? {
    let target = CargoState.node(.delivered, at: place)
    if objective != .time {
      return weighing?.journey(to: target).map(router.itinerary)
    }
    return journeys.journey(to: target, after: arrivals).map(router.itinerary)
  }

  private func time(_ state: CargoState, at place: ID<Place>) -> Instant? {
    arrivals.arrival(at: CargoState.node(state, at: place)).map { router.epoch + Int64($0) }
  }
}
