// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities

/// One search on a router: run for an origin and a ready time, then ask for places.
///
/// One per task; nothing is allocated after the first run.
public struct RouterSearch: ~Copyable {
  private let router: Router

  public init(_ router: Router) { self.router = router }

  /// Finds the earliest delivery at every place.
  public mutating func run(from origin: ID<Place>, readyAt: Instant) {}

  /// Earliest delivery at a place, after which the clock stops; nil where unreachable within the horizon.
  public func delivery(at place: ID<Place>) -> Instant? { nil }

  /// The itinerary of that delivery: of all with the same arrival the cheapest, then the cleanest, then the shortest in legs.
  public mutating func itinerary(to place: ID<Place>) -> Itinerary? { nil }
}
