// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Geography
import Quantities

/// Distances that infrastructure links and great circles give to services.
struct InfrastructureDistances {
  private let network: Network
  /// The links of a mode between two places, either way, shortest first.
  private var links: [Key: [Way]] = [:]

  private struct Key: Hashable {
    var mode: Mode
    var pair: Network.PlacePair
  }
  private struct Way {
    var kilometres: Double
    var seconds: Int64
    var passages: [String]
  }

  init(_ network: Network) {
    self.network = network
    for link in network.links {
      let way = Way(
        kilometres: link.distanceKM, seconds: link.seconds, passages: link.passages)
      links[Key(mode: link.mode, pair: Network.PlacePair(link.from, link.to)), default: []]
        .append(way)
      links[Key(mode: link.mode, pair: Network.PlacePair(link.to, link.from)), default: []]
        .append(way)
    }
  }

  /// Kilometres from stop `i` to stop `j` of a service.
  func kilometres(_ service: Service, from i: Int, to j: Int) -> Double {
    if let listed = listed(service, from: service.stops[i].place, to: service.stops[j].place) {
      return listed
    }
    return (i..<j).reduce(0) { sum, stop in
      let from = service.stops[stop].place
      let to = service.stops[stop + 1].place
      return sum
        + (listed(service, from: from, to: to) ?? greatCircle(service.mode, from: from, to: to))
    }
  }

  /// Seconds of the listed road link between two places; 0 where none is listed.
  func roadSeconds(from: ID<Place>, to: ID<Place>) -> Int64 {
    let ways = links[Key(mode: .road, pair: Network.PlacePair(from, to))] ?? []
    return ways.map(\.seconds).min() ?? 0
  }

  private func listed(_ service: Service, from: ID<Place>, to: ID<Place>) -> Double? {
    guard let ways = links[Key(mode: service.mode, pair: Network.PlacePair(from, to))]
    else { return nil }
    let fitting = ways.filter { Set($0.passages).isSubset(of: service.passages) }
    return (fitting.isEmpty ? ways : fitting).map(\.kilometres).min()
  }

  private func greatCircle(_ mode: Mode, from: ID<Place>, to: ID<Place>) -> Double {
    let a = network.places[from]
    let b = network.places[to]
    let circuity =
      switch mode {
      case .air: 1.05
      case .sea: 1.15
      case .rail, .river, .road: 1.2
      }
    return greatCircleKM(a.latitude, a.longitude, b.latitude, b.longitude) * circuity
  }
}
