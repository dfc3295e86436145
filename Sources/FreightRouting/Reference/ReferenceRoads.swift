// SPDX-License-Identifier: GPL-3.0-or-later
internal import FreightModel
internal import Quantities

/// All road moves between two places.
struct ReferenceRoads: Sendable {
  /// A truck that leaves at once.
  struct Truck: Sendable {
    var to: ID<Place>
    /// The listed way; nil where it is worked out.
    var link: ID<Link>?
    /// Its ends lie in two customs areas.
    var changesArea: Bool
    /// Driving and rests.
    var seconds: Int64
    var cost: Tally
    var co2e: Tally
  }
  /// A timetabled truck for part loads.
  struct Haul: Sendable {
    var to: ID<Place>
    var link: ID<Link>?
    var changesArea: Bool
    var seconds: Int64
    var cost: Tally
    var co2e: Tally
  }

  /// Place → trucks that leave there.
  private(set) var trucks: [[Truck]] = []
  private(set) var hauls: [[Haul]] = []
  private(set) var isEndOfBorderLink: [Bool] = []

  init(_ rules: ReferenceRules, _ overland: OverlandDistances) {
    let network = rules.network
    for from in network.places.indices.map({ ID<Place>($0) }) {
      var trucks: [Truck] = []
      var hauls: [Haul] = []
      for to in network.places.indices.map({ ID<Place>($0) }) where to != from {
        let changesArea = rules.area(of: from) != rules.area(of: to)
        for road in Self.roads(from, to, rules, overland) {
          if Self.leavesAtOnce(road, from, rules) {
            trucks.append(
              Self.truck(from, to, road, changesArea: changesArea, rules))
          }
          if Self.isLineHaul(road, from, to, rules) {
            let price = rules.roadPrice("line_haul", from: from, to: to, km: road.km)
            hauls.append(
              Haul(
                to: to, link: road.link, changesArea: changesArea, seconds: road.seconds,
                cost: price.cost, co2e: price.co2e))
          }
        }
      }
      self.trucks.append(trucks)
      self.hauls.append(hauls)
      isEndOfBorderLink.append(
        network.links.contains { link in
          link.carries && link.mode == .road
            && (link.to == from || (link.from == from && !link.oneWay))
            && rules.area(of: link.from) != rules.area(of: link.to)
        })
    }
  }

  private struct Road {
    var km: Double
    var seconds: Int64
    var link: ID<Link>?
    var isListed: Bool { link != nil }
  }

  /// The listed links from one place to another or, where the pair has none, the way worked out.
  private static func roads(
    _ from: ID<Place>, _ to: ID<Place>, _ rules: ReferenceRules, _ overland: OverlandDistances
  ) -> [Road] {
    let network = rules.network
    let kinds = [network.places[from].kind, network.places[to].kind]
    guard !kinds.contains(.lock), !rules.options.without.contains(Mode.road.rawValue)
    else { return [] }
    let rows = network.links.enumerated().filter { $1.carries && $1.mode == .road }
    let there = rows.filter { $1.from == from && $1.to == to }
    let back = rows.filter { $1.from == to && $1.to == from }
    let listed = there.isEmpty ? back.filter { !$1.oneWay } : there
    if !listed.isEmpty {
      return listed.filter { rules.options.without.isDisjoint(with: $1.passages) }
        .map { Road(km: $1.distanceKM, seconds: $1.seconds, link: ID($0)) }
    }
    guard rules.area(of: from) == rules.area(of: to), let km = overland.roadKM(from, to)
    else { return [] }
    let speed = rules.roadBand(at: from, km: km)?.speedKMH ?? 60
    let driving = wholeSeconds(hours: km / speed)
    return [Road(km: km, seconds: driving + rests(driving, at: from, rules), link: nil)]
  }

  /// Breaks and rests of a driver who drives so long.
  private static func rests(_ driving: Int64, at place: ID<Place>, _ rules: ReferenceRules) -> Int64
  {
    guard driving > 0, let rule = rules.driver(at: place) else { return 0 }
    let breaks = (driving - 1) / rule.breakAfterSeconds * rule.breakSeconds
    guard driving > rule.dailySeconds else { return breaks }
    guard !rule.twoDriversOverDaily else { return 0 }
    return breaks + (driving - 1) / rule.dailySeconds * rule.restSeconds
  }

  private static func leavesAtOnce(
    _ road: Road, _ from: ID<Place>, _ rules: ReferenceRules
  ) -> Bool {
    if let rule = rules.lineHaul(from: from) { return road.km <= rule.minDistanceKM }
    return road.isListed || road.km <= rules.network.parameter("drayage.max_km", default: 300)
  }

  private static func isLineHaul(
    _ road: Road, _ from: ID<Place>, _ to: ID<Place>, _ rules: ReferenceRules
  ) -> Bool {
    let kinds = [rules.network.places[from].kind, rules.network.places[to].kind]
    guard let rule = rules.lineHaul(from: from), !kinds.contains(.borderCrossing)
    else { return false }
    return road.km > rule.minDistanceKM && (road.isListed || road.km <= rule.maxDistanceKM)
  }

  private static func truck(
    _ from: ID<Place>, _ to: ID<Place>, _ road: Road, changesArea: Bool, _ rules: ReferenceRules
  ) -> Truck {
    let purpose = rules.isFullTruck(at: from) ? "full_truck" : "van"
    let price = rules.roadPrice(purpose, from: from, to: to, km: road.km)
    return Truck(
      to: to, link: road.link, changesArea: changesArea,
      seconds: road.seconds, cost: price.cost, co2e: price.co2e)
  }

  /// Time of the quickest listed road between an airport and its eHub.
  static func listedSeconds(_ a: ID<Place>, _ b: ID<Place>, _ rules: ReferenceRules) -> Int64 {
    rules.network.links.filter {
      $0.mode == .road && (($0.from == a && $0.to == b) || ($0.from == b && $0.to == a))
    }.map(\.seconds).min() ?? 0
  }
}
