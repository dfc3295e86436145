// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// The cities of a circle and their tiers.
struct Targets {
  /// Sorted by tier, then id.
  private(set) var asked: [Target]
  private(set) var other: [Target]
  private(set) var beside: [Target]
  private(set) var districts: [Target]
  /// The hours of every tier and city.
  let rule: CityTargets

  /// The home city and the origin itself are no targets; a district delivers to itself too.
  init(network: Network, query: CoverageQuery, otherSet: String) {
    let home = network.header.homeCity.flatMap { network.findPlace($0) }
    func rows(_ set: String) -> [Target] {
      network.targets.filter { $0.set == set && $0.place != home && $0.place != query.origin }
        .sorted { ($0.tier, $0.place) < ($1.tier, $1.place) }
    }
    asked = rows(query.targetSet)
    other = rows(otherSet)
    beside = rows("hmt")
    districts = network.targets.filter { $0.set == "districts" }
      .sorted { ($0.tier, $0.place) < ($1.tier, $1.place) }
    rule = CityTargets(network, circle: query.circle, set: query.targetSet)
  }

  var bands: [(tier: Int, seconds: Int64)] { rule.bands }
  var isBanded: Bool { rule.isBanded }

  /// Every place of any set, once, by number.
  var places: [ID<Place>] {
    Set((asked + other + beside + districts).map(\.place)).sorted()
  }

  var widest: Int64 { rule.widest }

  /// The tier of a city with its target, as `CityTargets` has it.
  func band(of tier: Int, reachedIn seconds: Int64?) -> (tier: Int, seconds: Int64) {
    rule.band(of: tier, reachedIn: seconds)
  }

  /// The tier table of a set under the statistics of its places.
  func counts(
    _ rows: [Target], statistic: (ID<Place>) -> Int64?, population: (ID<Place>) -> Int
  ) -> [TierCount] {
    if isBanded {
      return bands.map { band in
        count(rows, tier: band.tier, target: band.seconds, statistic, population)
      }
    }
    return Set(rows.map(\.tier)).sorted().map { tier in
      count(
        rows.filter { $0.tier == tier }, tier: tier,
        target: band(of: tier, reachedIn: nil).seconds, statistic, population)
    }
  }

  private func count(
    _ rows: [Target], tier: Int, target: Int64, _ statistic: (ID<Place>) -> Int64?,
    _ population: (ID<Place>) -> Int
  ) -> TierCount {
    let within = rows.filter { row in statistic(row.place).map { $0 <= target } ?? false }
    return TierCount(
      tier: tier, within: within.count, of: rows.count,
      populationWithin: within.reduce(0) { $0 + population($1.place) },
      populationOf: rows.reduce(0) { $0 + population($1.place) })
  }
}
