// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities

/// A network made ready to be searched for one kind of consignment from one customs area.
///
/// Compiled once, then shared by all threads; `RouterSearch` holds the state of one search.
public struct Router: Sendable {
  public let network: Network
  public let consignment: Consignment
  public let options: RoutingOptions
  /// Local midnight of Monday of the first week that departures are unrolled for.
  public let epoch: Instant

  /// Departures are unrolled from `week`'s Monday (local to the home zone) for the week and the horizon.
  public init(
    network: Network, consignment: Consignment, origin: ID<Place>, options: RoutingOptions,
    week: CivilDate
  ) throws {
    self.network = network
    self.consignment = consignment
    self.options = options
    epoch = Instant(seconds: 0)
  }
}
