// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import FreightRouting

extension BasketAnswer {
  /// Routes every consignment of the network's basket.
  ///
  /// - Parameter runs: Of the network whose basket it is.
  /// - Returns: In the basket's order.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  static func run(_ runs: inout JourneyRuns) throws -> [BasketAnswer] {
    []
  }
}
