// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
import Geography
import Quantities

/// Every pair of places that a truck can join over land, with the kilometres before circuity.
///
/// Computed once for a network and shared by its routers: it depends on no consignment.
public struct RoadWays: Sendable {
  /// The ways of place *p* are `first[p] ..< first[p + 1]`, by the other end.
  private let first: [Int]
  private let ways: [Way]

  struct Way: Sendable {
    var to: ID<Place>
    var overlandKM: Double
  }

  /// Reaches as far as drayage or the line-haul rule of either end goes.
  ///
  /// - Complexity: O(*n* log *n* + pairs within the longest reach), plus a land search for each
  ///   place with pairs across water.
  public init(_ network: Network) {
    let general = network.lineHauls.filter { $0.fromKind == nil }.map(\.maxDistanceKM)
    let reach = max(
      network.parameter("drayage.max_km", default: 300), general.max() ?? 0)
    let reaches = network.places.map { place in
      max(
        reach,
        network.lineHauls.filter { $0.fromKind == place.kind }.map(\.maxDistanceKM).max() ?? 0)
    }
    let areas = network.places.map { network.territories[$0.territory].customsArea }
    let points = network.places.map {
      GeoPoint(latitude: $0.latitude, longitude: $0.longitude)
    }
    let land = OverlandNetwork(
      points: points,
      crossings: network.crossings.map {
        Crossing(
          a: GeoPoint(latitude: $0.latitudeA, longitude: $0.longitudeA),
          b: GeoPoint(latitude: $0.latitudeB, longitude: $0.longitudeB), lengthKM: $0.lengthKM)
      },
      snapKM: network.parameter("land.snap_km", default: 15),
      gapKM: network.parameter("land.gap_km", default: 5))
    let links = land.ways(atMostKM: reaches.max() ?? reach) { a, b in
      areas[a] == areas[b] && network.places[a].kind != .lock && network.places[b].kind != .lock
        ? max(reaches[a], reaches[b]) : 0
    }
    var perPlace = network.places.map { _ in [Way]() }
    for link in links {
      perPlace[link.a].append(Way(to: ID(link.b), overlandKM: link.way.kilometres))
      perPlace[link.b].append(Way(to: ID(link.a), overlandKM: link.way.kilometres))
    }
    var first = [0]
    for number in perPlace.indices {
      perPlace[number].sort { $0.to < $1.to }
      first.append(first[number] + perPlace[number].count)
    }
    self.first = first
    ways = perPlace.flatMap(\.self)
  }

  subscript(place: ID<Place>) -> ArraySlice<Way> {
    ways[first[place.index]..<first[place.index + 1]]
  }

  /// Pairs of places joined, either way counted once.
  public var pairCount: Int { ways.count / 2 }
}
