// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities
import RoutingCore

/// A search backwards: how late a consignment may be ready to be delivered by a moment.
///
/// The router's week must be the one in which `earliestReady` lies, so that all from there to the
/// deadline is unrolled. One per task.
public struct ArriveBySearch: ~Copyable {
  public let router: Router
  private var latest: LatestStartSearch
  private var search: RouterSearch

  public init(_ router: Router) {
    self.router = router
    latest = LatestStartSearch(on: router.graph)
    search = RouterSearch(router)
  }

  /// The first ready time that the horizon leaves for a deadline.
  public static func earliestReady(
    for deadline: Instant, _ consignment: Consignment, _ options: RoutingOptions,
    in network: Network
  ) -> Instant {
    Instant(
      seconds: deadline.seconds - options.horizonSeconds(for: consignment, in: network))
  }

  /// The latest second at which cargo may be ready at `origin` to be delivered at `place` by `deadline`.
  ///
  /// - Returns: Nil where it would have to be ready before the horizon begins.
  public mutating func latestReady(
    from origin: ID<Place>, to place: ID<Place>, by deadline: Instant
  ) -> Instant? {
    let time = Int32(deadline - router.epoch)
    latest.run(
      to: CargoState.node(.delivered, at: place), by: time,
      notBefore: time - Int32(router.horizonSeconds))
    return latest.latest(at: CargoState.node(.ready, at: origin)).map {
      router.epoch + Int64($0)
    }
  }

  /// The best itinerary from the latest ready time: it may arrive before the deadline, not after it.
  public mutating func itinerary(
    from origin: ID<Place>, to place: ID<Place>, by deadline: Instant
  ) -> Itinerary? {
    guard let ready = latestReady(from: origin, to: place, by: deadline) else { return nil }
    search.run(from: origin, readyAt: ready, by: deadline)
    return search.itinerary(to: place)
  }

  /// Why nothing arrives in time.
  public func whyUnreachable(from origin: ID<Place>, to place: ID<Place>) -> Unreachable {
    let why = router.whyUnreachable(from: origin, to: place)
    guard why.code == "unreachable.horizon" else { return why }
    return Unreachable(code: "unreachable.arrive_by", arguments: why.arguments)
  }
}
