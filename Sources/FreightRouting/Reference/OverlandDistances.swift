// SPDX-License-Identifier: GPL-3.0-or-later
internal import FreightModel
internal import Geography
internal import Quantities

/// Ways by road between places for which no link is listed.
struct OverlandDistances: Sendable {
  private let rules: ReferenceRules
  private let network: OverlandNetwork
  /// The longest way that any rule lets a truck go.
  private let reachKM: Double

  init(_ rules: ReferenceRules) {
    self.rules = rules
    reachKM = max(
      rules.network.parameter("drayage.max_km", default: 300),
      rules.network.lineHauls.map(\.maxDistanceKM).max() ?? 0)
    network = OverlandNetwork(
      points: rules.network.places.map {
        GeoPoint(latitude: $0.latitude, longitude: $0.longitude)
      },
      crossings: rules.network.crossings.map {
        Crossing(
          a: GeoPoint(latitude: $0.latitudeA, longitude: $0.longitudeA),
          b: GeoPoint(latitude: $0.latitudeB, longitude: $0.longitudeB), lengthKM: $0.lengthKM)
      })
  }

  /// Kilometres by road; nil where no way leads over land.
  func roadKM(_ from: ID<Place>, _ to: ID<Place>) -> Double? {
    if let measured = rules.network.roadDistances[Network.PlacePair(from, to)] { return measured }
    guard let way = network.way(from: from.index, to: to.index, maxKM: reachKM) else { return nil }
    return way.kilometres * (rules.roadBand(at: from, km: way.kilometres * 1.3)?.circuity ?? 1.3)
  }
}

extension ReferenceRules {
  func geodesicKM(_ from: ID<Place>, _ to: ID<Place>) -> Double {
    let a = network.places[from]
    let b = network.places[to]
    return greatCircleKM(a.latitude, a.longitude, b.latitude, b.longitude)
  }
}
