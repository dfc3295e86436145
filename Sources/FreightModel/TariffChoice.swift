// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// Which tariff row holds where several might: the narrowest.
///
/// A row for the service wins, then the narrower `from`, the narrower `to`, then one that names a
/// mode, a type, a class; of equals the first by id.
public struct TariffChoice: Sendable {
  private let network: Network
  private let byPurpose: [String: [Tariff]]

  /// The rows of a network that are for a class.
  public init(_ network: Network, _ cargoClass: CargoClass) {
    self.network = network
    byPurpose = Dictionary(
      grouping: network.tariffs.filter { $0.cargoClass == nil || $0.cargoClass == cargoClass },
      by: \.purpose)
  }

  /// Purposes whose rows name no place and no service: their choice depends on territories alone.
  public var areal: Set<String> {
    Set(
      byPurpose.filter { _, rows in
        rows.allSatisfy {
          $0.service == nil && network.findPlace($0.from) == nil && network.findPlace($0.to) == nil
        }
      }.keys)
  }

  /// The row for a leg, nil where none fits: its cost is then not known.
  ///
  /// - Parameters:
  ///   - purpose: As `Tariff.purpose`.
  ///   - mode: Of what moves.
  ///   - serviceType: Of the service, or the purpose of a road haul.
  ///   - service: Nil for road hauls.
  ///   - from: Where the leg begins.
  ///   - to: Where it ends.
  /// - Returns: The narrowest row that fits.
  /// - Complexity: O(rows of the purpose).
  public func tariff(
    _ purpose: String, _ mode: Mode, type serviceType: String, service: ID<Service>?,
    from: ID<Place>, to: ID<Place>
  ) -> Tariff? {
    var best: (rank: [Int], row: Tariff)?
    for row in byPurpose[purpose] ?? [] {
      guard row.service == nil || row.service == service, row.mode == nil || row.mode == mode,
        row.serviceType.isEmpty || row.serviceType == serviceType,
        let fromRank = rank(row.from, at: from), let toRank = rank(row.to, at: to)
      else { continue }
      let rank = [
        row.service == nil ? 0 : 1, fromRank, toRank, row.mode == nil ? 0 : 1,
        row.serviceType.isEmpty ? 0 : 1, row.cargoClass == nil ? 0 : 1,
      ]
      if let known = best {
        guard known.rank.lexicographicallyPrecedes(rank) else { continue }
      }
      best = (rank, row)
    }
    return best?.row
  }

  /// How narrowly `scope` names the place: 3 by id, 2 by territory, 1 by market, 0 by `*`.
  private func rank(_ scope: String, at place: ID<Place>) -> Int? {
    if scope == "*" { return 0 }
    let territory = network.places[place].territory
    if scope == network.territories[territory].code { return 2 }
    if scope == network.markets[territory.index] { return 1 }
    return scope == network.places[place].id ? 3 : nil
  }
}

extension Network {
  /// The factor of a leg: of its own type before one of every type; nil where none fits, and its CO2e is then not known.
  ///
  /// - Parameters:
  ///   - mode: Of what moves.
  ///   - serviceType: Of the service, or the purpose of a road haul.
  ///   - distanceKM: Nil asks for a row of any distance.
  /// - Returns: The row that fits.
  public func emissionFactor(
    _ mode: Mode, type serviceType: String, distanceKM: Double?
  ) -> EmissionFactor? {
    var general: EmissionFactor?
    for row in emissionFactors where row.mode == mode {
      if let distanceKM, distanceKM < row.fromKM || distanceKM >= row.toKM { continue }
      if row.serviceType.isEmpty {
        general = general ?? row
      } else if row.serviceType == serviceType {
        return row
      }
    }
    return general
  }

  /// Whether the carrier is at home at one end, or was granted the right.
  public func mayCarry(_ service: ID<Service>, from: ID<Place>, to: ID<Place>) -> Bool {
    let carrier = services[service].carrier
    let homes = carriers[carrier].homes
    if homes.contains(places[from].territory) || homes.contains(places[to].territory) {
      return true
    }
    return rights.contains {
      $0.carrier == carrier && ($0.service == nil || $0.service == service) && $0.from == from
        && $0.to == to
    }
  }
}
