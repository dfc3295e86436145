// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// Road distances, driving times and rests by the network's rules.
struct Trucking {
  private let network: Network
  /// Territory → its road rules, by distance.
  private let roads: [[RoadRule]]
  /// Territory → its drivers' hours.
  private let drivers: [DriverRule?]

  init(_ network: Network) {
    self.network = network
    roads = network.territories.map { territory in
      for scope in [territory.code, territory.customsArea, "*"] {
        let rows = network.roadRules.filter { $0.territory == scope }
        if !rows.isEmpty { return rows.sorted { $0.upToKM < $1.upToKM } }
      }
      return []
    }
    drivers = network.territories.map { territory in
      for scope in [territory.code, territory.customsArea, "*"] {
        if let rule = network.driverRules.first(where: { $0.territory == scope }) { return rule }
      }
      return nil
    }
  }

  /// Kilometres by road for a way of `overlandKM` before circuity.
  func roadKM(from: ID<Place>, to: ID<Place>, overlandKM: Double) -> Double {
    if let measured = network.roadDistances[Network.PlacePair(from, to)] { return measured }
    return overlandKM * circuity(in: network.places[from].territory, overlandKM: overlandKM)
  }

  /// Circuity of the band in which `overlandKM × 1.3` lies.
  func circuity(in territory: ID<Territory>, overlandKM: Double) -> Double {
    band(in: territory, roadKM: overlandKM * 1.3)?.circuity ?? 1.3
  }

  /// Seconds under way, rests included, of a truck that starts in `territory`.
  func seconds(in territory: ID<Territory>, roadKM: Double) -> Int64 {
    let speed = band(in: territory, roadKM: roadKM)?.speedKMH ?? 60
    let driving = wholeSeconds(hours: roadKM / speed)
    guard let rule = drivers[territory.index], driving > 0 else { return driving }
    if driving > rule.dailySeconds, rule.twoDriversOverDaily { return driving }
    var total = driving + (driving - 1) / rule.breakAfterSeconds * rule.breakSeconds
    if driving > rule.dailySeconds {
      total += (driving - 1) / rule.dailySeconds * rule.restSeconds
    }
    return total
  }

  private func band(in territory: ID<Territory>, roadKM: Double) -> RoadRule? {
    let rows = roads[territory.index]
    return rows.first { roadKM <= $0.upToKM } ?? rows.last
  }
}
