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
  public let objective: Objective
  /// Nil where time is the objective.
  private var weighing: ObjectiveScan?
  /// Of the last run.
  private var changes: RouterChanges?
  private var changed: ChangedSearch?

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
  ///   - changes: What differs from the router, resolved by it.
  public mutating func run(
    from origin: ID<Place>, readyAt: Instant, changes: RouterChanges? = nil
  ) {
    run(from: CargoState.node(.ready, at: origin), readyAt: readyAt, changes: changes)
  }

  mutating func run(from source: ID<Node>, readyAt: Instant, changes: RouterChanges?) {
    let start = Int32(readyAt - router.epoch)
    let horizon = start + Int32(router.horizonSeconds)
    self.changes = changes
    if let changes {
      precondition(objective == .time, "changes go by time")
      if changed == nil { changed = ChangedSearch(router) }
      changed?.run(
        from: source, at: start, span: Int32(router.horizonSeconds), changes, into: &arrivals)
    } else if let found = weighing?.run(from: source, at: start, horizon: horizon) {
      arrivals.adopt(found, from: source, at: start, horizon: horizon)
    } else {
      arrivals.run(from: source, at: start, horizon: horizon)
    }
  }

  /// Takes over a lane of a scan of this router's timetable, as if `run` had been called for it.
  mutating func adopt(_ lane: Int, of scan: borrowing LaneScan, changes: RouterChanges? = nil) {
    self.changes = changes
    arrivals.adopt(lane, of: scan)
  }

  /// Finds the earliest delivery at every place that is delivered to by a moment, the horizon aside.
  ///
  /// - Parameters:
  ///   - origin: A place of the customs area that the router was compiled for.
  ///   - readyAt: Not before the router's week.
  ///   - deadline: Within what the router unrolls: its week and the horizon after it.
  public mutating func run(from origin: ID<Place>, readyAt: Instant, by deadline: Instant) {
    arrivals.run(
      from: CargoState.node(.ready, at: origin), at: Int32(readyAt - router.epoch),
      horizon: Int32(deadline - router.epoch))
  }

  /// Earliest delivery at a place; nil where unreachable within the horizon.
  public func delivery(at place: ID<Place>) -> Instant? {
    time(.delivered, at: place, in: nil)
  }

  /// Earliest time at which cargo stands at the place in free circulation and may still take a truck that leaves at once.
  ///
  /// Free means: never exported in the origin's customs area, import-cleared elsewhere.
  public func standing(at place: ID<Place>) -> Instant? {
    time(.freeA, at: place, in: router.layers?.accepting)
  }

  /// Earliest time at which a truck that left at once has brought free cargo to the place.
  public func trucked(to place: ID<Place>) -> Instant? {
    time(.freeD, at: place, in: router.layers?.accepting)
  }

  /// Earliest time at which free cargo is at the place, one line-haul away from all that is demanded.
  public func standingForLineHaul(at place: ID<Place>) -> Instant? {
    let layers = router.layers?.acceptingAfterRoad
    let times = (time(.freeA, at: place, in: layers), time(.freeD, at: place, in: layers))
    guard let standing = times.0, let trucked = times.1 else { return times.0 ?? times.1 }
    return min(standing, trucked)
  }

  /// The itinerary of the delivery: by time, of all with that arrival the cheapest, then the cleanest,
  /// then the one of fewest arcs.
  public mutating func itinerary(to place: ID<Place>) -> Itinerary? {
    if let changes {
      if changed == nil { changed = ChangedSearch(router) }
      return changed?.itinerary(
        to: CargoState.node(.delivered, at: place), after: arrivals, changes)
    }
    return journey(to: place).map(router.itinerary)
  }

  var hasChanges: Bool { changes != nil }

  /// The way under the changes of the last run.
  mutating func changedPath(to place: ID<Place>) -> PlannedPath? {
    guard let changes else { return nil }
    if changed == nil { changed = ChangedSearch(router) }
    let router = router
    let start = arrivals.start
    return changed?.moves(to: CargoState.node(.delivered, at: place), after: arrivals, changes)
      .map { moves in
        router.path(moves.list, from: start, arriving: moves.arrival)
      }
  }

  /// The arcs of the delivery at the place; the last run had no changes.
  mutating func journey(to place: ID<Place>) -> Journey? {
    let target = CargoState.node(.delivered, at: place)
    return objective == .time
      ? journeys.journey(to: target, after: arrivals) : weighing?.journey(to: target)
  }

  /// The earliest time in a state, over the layers; nil is layer 0 alone.
  private func time(_ state: CargoState, at place: ID<Place>, in layers: [Int]?) -> Instant? {
    let node = CargoState.node(state, at: place)
    guard let layers else {
      return arrivals.arrival(at: node).map { router.epoch + Int64($0) }
    }
    let nodes = router.network.places.count * CargoState.allCases.count
    return layers.compactMap { arrivals.arrival(at: ID($0 * nodes + node.index)) }.min()
      .map { router.epoch + Int64($0) }
  }
}
