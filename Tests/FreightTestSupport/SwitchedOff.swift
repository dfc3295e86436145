// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities

extension Network {
  /// All cut-offs at the departure itself.
  public func withoutCutOffs() -> Network {
    var network = self
    for index in services.indices { network.services[index].cutoffSeconds = 0 }
    for index in lineHauls.indices { network.lineHauls[index].cutoffSeconds = 0 }
    return network
  }

  /// All carriers at home everywhere.
  public func withAllRights() -> Network {
    var network = self
    for index in carriers.indices {
      network.carriers[index].homes = territories.indices.map { ID($0) }
    }
    return network
  }

  /// All gates, offices and doors open at all hours.
  public func withoutOpeningHours() -> Network {
    var network = self
    for index in openingHours.indices {
      network.openingHours[index].week = Array(repeating: [0..<86_400], count: 7)
      network.openingHours[index].exceptions = [:]
    }
    return network
  }

  /// All clocks as they stand at a moment: none is changed afterwards.
  public func withClocksFixed(at moment: Instant) -> Network {
    var network = self
    for index in places.indices {
      guard let rules = try? TimeZoneRules.load(places[index].timeZone) else { continue }
      // The names of these zones count hours west of Greenwich.
      let hours = -rules.offsetSeconds(at: moment) / 3_600
      network.places[index].timeZone = "Etc/GMT" + (hours < 0 ? "\(hours)" : "+\(hours)")
    }
    return network
  }
}
