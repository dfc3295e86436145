// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// The hours that each city has: the one rule of circle, explanation, simulation and improvement.
///
/// A city has the hours of its tier in the asked set of targets. A place that the set does not count
/// has those of `hmt`, else of `districts` (the first tier's), else of the other of `strict` and
/// `broad`, as the circle shows them beside the set.
public struct CityTargets: Sendable {
  /// Tier → seconds, rising.
  public let bands: [(tier: Int, seconds: Int64)]
  /// The tiers are bands of time for every city alike, not labels of cities: a circle that has more
  /// of them than the target sets know, as that of containers.
  public let isBanded: Bool
  /// The set shown beside the asked one.
  public let otherSet: String
  private let tierOfPlace: [ID<Place>: Int]

  /// - Parameters:
  ///   - network: Its tables `tier` and `target`.
  ///   - circle: A circle of the network.
  ///   - set: A set of its targets.
  /// - Complexity: O(tiers + targets).
  public init(_ network: Network, circle: String, set: String) {
    otherSet = Self.otherSet(than: set)
    bands = network.tiers.filter { $0.circle == circle }
      .map { ($0.tier, wholeSeconds(hours: $0.targetHours)) }.sorted { $0.tier < $1.tier }
    var tiers: [ID<Place>: Int] = [:]
    var labels = 0
    for name in [set, "hmt", "districts", otherSet] {
      for row in network.targets where row.set == name {
        if name == set || name == otherSet { labels = max(labels, row.tier) }
        if tiers[row.place] == nil { tiers[row.place] = row.tier }
      }
    }
    tierOfPlace = tiers
    isBanded = bands.contains { [labels] band in band.tier > labels }
  }

  public static func otherSet(than set: String) -> String { set == "broad" ? "strict" : "broad" }

  public var widest: Int64 { bands.map(\.seconds).max() ?? 0 }

  /// Seconds that a city of this tier has; a district has those of the first tier.
  ///
  /// - Parameters:
  ///   - tier: The label of the city.
  ///   - seconds: Its statistic: where tiers are bands, the first band that holds it counts.
  /// - Returns: The tier and its target.
  public func band(
    of tier: Int, reachedIn seconds: Int64?
  ) -> (tier: Int, seconds: Int64) {
    guard let first = bands.first, let last = bands.last else { return (tier, 0) }
    if isBanded {
      guard let seconds else { return last }
      return bands.first { seconds <= $0.seconds } ?? last
    }
    return bands.first { $0.tier == tier } ?? (
      tier, tier <= first.tier ? first.seconds : last.seconds
    )
  }

  /// Seconds within which a place is to be reached; nil where no set counts it.
  ///
  /// Of a circle of bands it is the widest.
  public func seconds(of place: ID<Place>) -> Int64? {
    guard !bands.isEmpty, let tier = tierOfPlace[place] else { return nil }
    return band(of: tier, reachedIn: nil).seconds
  }

  // MARK: What holds unless asked otherwise

  /// Circle `fcl` of boxes and `123` of all else; where the network has neither, its only one.
  public static func usualCircle(of cargoClass: CargoClass, in network: Network) -> String {
    let names = Set(network.tiers.map(\.circle))
    let wanted = cargoClass == .fcl && names.contains("fcl") ? "fcl" : "123"
    return names.contains(wanted) ? wanted : names.count == 1 ? names.first ?? wanted : wanted
  }

  /// Set `strict`; where the network lacks it, its only set of cities.
  public static func usualSet(in network: Network) -> String {
    let names = Set(network.targets.map(\.set)).subtracting(["hmt", "districts"])
    return names.contains("strict") || names.count != 1 ? "strict" : names.first ?? "strict"
  }
}
