// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// Road distances, driving times and rests by the network's rules.
struct Trucking {
  private let network: Network
  /// Territory → its bands, by distance; those of territory *t* are `first[t] ..< first[t + 1]`.
  private let first: [Int]
  private let bands: [Band]
  /// Territory → its drivers' hours.
  private let drivers: [Hours?]

  /// A row of the road rules without its texts, whose counting would cost more than the look-up.
  private struct Band {
    var upToKM: Double
    var circuity: Double
    var speedKMH: Double
  }

  private struct Hours {
    var breakAfterSeconds: Int64
    var breakSeconds: Int64
    var dailySeconds: Int64
    var restSeconds: Int64
    var twoDriversOverDaily: Bool
  }

  init(_ network: Network) {
    self.network = network
    var first = [0]
    var bands: [Band] = []
    for territory in network.territories {
      for scope in [territory.code, territory.customsArea, "*"] {
        let rows = network.roadRules.filter { $0.territory == scope }
        guard !rows.isEmpty else { continue }
        bands += rows.sorted { $0.upToKM < $1.upToKM }.map {
          Band(upToKM: $0.upToKM, circuity: $0.circuity, speedKMH: $0.speedKMH)
        }
        break
      }
      first.append(bands.count)
    }
    self.first = first
    self.bands = bands
    drivers = network.territories.map { territory in
      for scope in [territory.code, territory.customsArea, "*"] {
        guard let rule = network.driverRules.first(where: { $0.territory == scope })
        else { continue }
        return Hours(
          breakAfterSeconds: rule.breakAfterSeconds, breakSeconds: rule.breakSeconds,
          dailySeconds: rule.dailySeconds, restSeconds: rule.restSeconds,
          twoDriversOverDaily: rule.twoDriversOverDaily)
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

  func circuities(in territory: ID<Territory>) -> [Double] {
    bands[first[territory.index]..<first[territory.index + 1]].map(\.circuity) + [1.3]
  }

  /// Overland kilometres at which circuity or speed may change, or two drivers take over.
  func breaks(in territory: ID<Territory>) -> [Double] {
    let rows = bands[first[territory.index]..<first[territory.index + 1]]
    let circuities = circuities(in: territory)
    // Driving is rounded to seconds before it is compared with a day's.
    let daily = drivers[territory.index].map { (Double($0.dailySeconds) + 0.5) / 3_600 }
    var found = rows.map { $0.upToKM / 1.3 }
    for circuity in circuities {
      found += rows.map { $0.upToKM / circuity }
      if let daily { found += (rows.map(\.speedKMH) + [60]).map { daily * $0 / circuity } }
    }
    return found
  }

  private func band(in territory: ID<Territory>, roadKM: Double) -> Band? {
    var row = first[territory.index]
    let end = first[territory.index + 1]
    guard row < end else { return nil }
    while row + 1 < end, roadKM > bands[row].upToKM { row += 1 }
    return bands[row]
  }
}
