// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities

/// The 168 hourly ready times of a week, and those that the statistic is over.
public struct ReadyTimes: Sendable, Hashable {
  /// Monday 00:00 of the network's home zone first.
  public var instants: [Instant]
  /// Numbers into `instants`, rising.
  public var counted: [Int]
  /// For each ready time its local date at the origin, from which days are counted.
  public var dates: [CivilDate]

  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  public init(network: Network, query: CoverageQuery) throws {
    let home = try TimeZoneRules.load(network.header.homeTimeZone)
    let origin = try TimeZoneRules.load(network.places[query.origin].timeZone)
    let start = home.instant(date: query.week, secondOfDay: 0)
    instants = (0..<168).map { start + Int64($0) * secondsPerHour }
    let local = instants.map { origin.local($0) }
    dates = local.map(\.date)
    let opens = Int((network.parameter("handover.opens", default: 8) * 3_600).rounded())
    let closes = Int((network.parameter("handover.closes", default: 20) * 3_600).rounded())
    counted = instants.indices.filter { number in
      let second = local[number].secondOfDay
      return switch query.ready {
      case .all: true
      case .pickup where opens < closes: (opens..<closes).contains(second)
      case .pickup: second >= opens || second < closes
      }
    }
  }
}
