// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
import Geography
public import Quantities

/// Every pair of places that a truck can join over land, with the kilometres before circuity.
///
/// Computed once for a network and shared by its routers: it depends on no consignment.
public struct RoadWays: Sendable {
  /// Place → its ways; those of place *p* are `first[p] ..< first[p + 1]`.
  let first: [Int]
  let ways: [Way]

  struct Way: Sendable {
    var to: ID<Place>
    var overlandKM: Double
  }

  /// - Parameter reachKM: Longest way, by default the longest of the network's drayage and line-haul.
  /// - Complexity: O(*n* log *n* + pairs within reach).
  public init(_ network: Network, reachKM: Double? = nil) {
    let reach =
      reachKM
      ?? max(
        network.parameter("drayage.max_km", default: 300),
        network.lineHauls.map(\.maxDistanceKM).max() ?? 0)
    let areas = network.places.map { network.territories[$0.territory].customsArea }
    let land = OverlandNetwork(
      world: World.shared, points: network.places.map { ($0.latitude, $0.longitude) },
      crossings: network.crossings.map {
        ($0.latitudeA, $0.longitudeA, $0.latitudeB, $0.longitudeB, $0.lengthKM)
      },
      snapKM: network.parameter("land.snap_km", default: 15),
      gapKM: network.parameter("land.gap_km", default: 5))
    var perPlace = network.places.map { _ in [Way]() }
    let byLatitude = network.places.indices.sorted {
      (network.places[$0].latitude, $0) < (network.places[$1].latitude, $1)
    }
    for (position, p) in byLatitude.enumerated() where network.places[p].kind != .lock {
      let here = network.places[p]
      for q in byLatitude[(position + 1)...] {
        let there = network.places[q]
        guard (there.latitude - here.latitude) * 111.19 <= reach else { break }
        guard areas[p] == areas[q], there.kind != .lock,
          greatCircleKM(here.latitude, here.longitude, there.latitude, there.longitude) <= reach,
          let way = land.way(from: min(p, q), to: max(p, q), maxKM: reach)
        else { continue }
        perPlace[p].append(Way(to: ID(q), overlandKM: way.kilometres))
        perPlace[q].append(Way(to: ID(p), overlandKM: way.kilometres))
      }
    }
    var first = [0]
    var ways: [Way] = []
    for list in perPlace {
      ways += list.sorted { $0.to < $1.to }
      first.append(ways.count)
    }
    self.first = first
    self.ways = ways
  }

  subscript(place: ID<Place>) -> ArraySlice<Way> {
    ways[first[place.index]..<first[place.index + 1]]
  }
}
