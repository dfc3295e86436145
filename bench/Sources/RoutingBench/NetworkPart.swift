// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Quantities

/// A part of a network that is small enough for the reference search.
struct NetworkPart {
  let network: Network
  /// The origin's number in the part.
  let origin: ID<Place>

  /// Keeps the origin, its 20 nearest places, the stops of every `serviceStep`-th service, and the
  /// nearest demand place of each; all rows between them, and no demand or checks.
  init(of whole: Network, around origin: ID<Place>, serviceStep: Int) {
    let places = Self.places(of: whole, around: origin, serviceStep: serviceStep)
    let number = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, ID<Place>($0)) })
    func keeps(_ place: ID<Place>?) -> Bool { place.map { number[$0] != nil } ?? true }
    func moved(_ place: ID<Place>) -> ID<Place> { number[place] ?? place }

    var part = whole
    part.places = places.map { whole.places[$0] }
    part.terminals = whole.terminals.filter { keeps($0.place) }
    for row in part.terminals.indices {
      part.terminals[row].place = moved(part.terminals[row].place)
    }
    part.handlings = whole.handlings.filter { keeps($0.place) }
    for row in part.handlings.indices {
      part.handlings[row].place = part.handlings[row].place.map(moved)
    }
    part.links = whole.links.filter { keeps($0.from) && keeps($0.to) }
    for row in part.links.indices {
      part.links[row].from = moved(part.links[row].from)
      part.links[row].to = moved(part.links[row].to)
    }
    let services = whole.services.indices.filter {
      whole.services[$0].stops.allSatisfy { keeps($0.place) }
    }
    let serviceNumber = Dictionary(
      uniqueKeysWithValues: services.enumerated().map { (ID<Service>($1), ID<Service>($0)) })
    part.services = services.map { whole.services[$0] }
    for row in part.services.indices {
      for stop in part.services[row].stops.indices {
        part.services[row].stops[stop].place = moved(part.services[row].stops[stop].place)
      }
    }
    part.serviceExceptions = whole.serviceExceptions.compactMap { row in
      guard let service = serviceNumber[row.service] else { return nil }
      var row = row
      row.service = service
      return row
    }
    part.rights = whole.rights.compactMap { row in
      guard keeps(row.from), keeps(row.to) else { return nil }
      var row = row
      if let service = row.service {
        guard let known = serviceNumber[service] else { return nil }
        row.service = known
      }
      (row.from, row.to) = (moved(row.from), moved(row.to))
      return row
    }
    part.tariffs = whole.tariffs.compactMap { row in
      var row = row
      guard let service = row.service else { return row }
      row.service = serviceNumber[service]
      return row.service == nil ? nil : row
    }
    part.clearances = whole.clearances.filter { keeps($0.place) }
    for row in part.clearances.indices {
      part.clearances[row].place = part.clearances[row].place.map(moved)
    }
    part.hubs = whole.hubs.filter { keeps($0.ehub) && keeps($0.airport) }
    for row in part.hubs.indices {
      part.hubs[row].ehub = moved(part.hubs[row].ehub)
      part.hubs[row].airport = moved(part.hubs[row].airport)
    }
    part.roadDistances = Dictionary(
      uniqueKeysWithValues: whole.roadDistances.compactMap { pair, km in
        guard let from = number[pair.from], let to = number[pair.to] else { return nil }
        return (Network.PlacePair(from, to), km)
      })
    (part.resources, part.targets, part.demands, part.checks) = ([], [], [], [])
    network = part
    self.origin = moved(origin)
  }

  /// In the order of the whole network, so that places stay sorted by id.
  private static func places(
    of whole: Network, around origin: ID<Place>, serviceStep: Int
  ) -> [ID<Place>] {
    func distance(_ a: ID<Place>, _ b: ID<Place>) -> Double {
      let (dx, dy) = (
        whole.places[a].longitude - whole.places[b].longitude,
        whole.places[a].latitude - whole.places[b].latitude
      )
      return dx * dx + dy * dy
    }
    let all = whole.places.indices.map { ID<Place>($0) }
    var kept = Set(all.sorted { distance($0, origin) < distance($1, origin) }.prefix(21))
    for number in stride(from: 0, to: whole.services.count, by: serviceStep) {
      kept.formUnion(whole.services[number].stops.map(\.place))
    }
    let demand = all.filter { whole.places[$0].kind.isDemand }
    for place in kept.sorted() where !whole.places[place].kind.isDemand {
      if let city = demand.min(by: { distance($0, place) < distance($1, place) }) {
        kept.insert(city)
      }
    }
    return kept.sorted()
  }
}
