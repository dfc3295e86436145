// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Geography
import Quantities

/// Rights that are missing, and services that nobody flies.
extension CandidateFinder {
  private var home: String { network.territory(of: origin).customsArea }

  private func kilometres(_ a: ID<Place>, _ b: ID<Place>) -> Double {
    let (a, b) = (network.places[a], network.places[b])
    return greatCircleKM(a.latitude, a.longitude, b.latitude, b.longitude)
  }

  /// Airports within a day's truck of the city in its own customs area, the nearest first.
  private var airports: [ID<Place>] {
    let area = network.territory(of: city).customsArea
    return network.places.indices.map { ID<Place>($0) }.filter {
      network.places[$0].kind == .airport && network.territory(of: $0).customsArea == area
        && kilometres($0, city) <= 250
    }.sorted { (kilometres($0, city), $0) < (kilometres($1, city), $1) }
  }

  /// Pairs of calls from home to near the city that a service passes without the right to carry.
  func rights() -> [Candidate] {
    let near = Set(airports)
    var found: [Candidate] = []
    for service in network.services
    where service.status.runs && (service.capacity[cargoClass]?.amount ?? 0) > 0 {
      let homes = network.carriers[service.carrier].homes
      let calls = service.stops.filter { !$0.isPassage }.map(\.place)
      for (number, from) in calls.enumerated()
      where network.territory(of: from).customsArea == home {
        for to in calls[(number + 1)...] where near.contains(to) {
          let isFree =
            homes.contains(network.places[from].territory)
            || homes.contains(network.places[to].territory)
          let (a, b) = (network.places[from].id, network.places[to].id)
          guard !isFree,
            !network.rights.contains(where: {
              $0.carrier == service.carrier && $0.from == from && $0.to == to
            })
          else { continue }
          found.append(
            Candidate(
              .right,
              [
                Candidate.Degree(
                  change: NetworkChange(
                    "grant_right",
                    ["service": .text(service.id), "from": .text(a), "to": .text(b)]),
                  effort: Effort.right)
              ]))
        }
      }
    }
    return Array(found.prefix(4))
  }

  /// A direct flight from the airports nearest the origin, like a flight of theirs that is about as long.
  func newServices() -> [Candidate] {
    guard cargoClass == .parcel || cargoClass == .air,
      network.territory(of: city).customsArea != home
    else { return [] }
    let gates = network.places.indices.map { ID<Place>($0) }.filter {
      network.places[$0].kind == .airport && network.territory(of: $0).customsArea == home
        && kilometres($0, origin) <= 200
    }.sorted { (kilometres($0, origin), $0) < (kilometres($1, origin), $1) }
    var candidates: [Candidate] = []
    for gate in gates.prefix(3) {
      for airport in airports.prefix(2) {
        if let candidate = newService(gate, airport) { candidates.append(candidate) }
      }
    }
    return candidates
  }

  private func newService(_ gate: ID<Place>, _ airport: ID<Place>) -> Candidate? {
    let distance = kilometres(gate, airport)
    let models = network.services.filter { service in
      service.mode == .air && service.slotRule != nil && service.stops.count == 2
        && service.stops[0].place == gate && service.status.runs
        && (service.capacity[cargoClass]?.amount ?? 0) > 0
        && network.carriers[service.carrier].homes.contains(network.places[gate].territory)
        && network.territory(of: service.stops[1].place).customsArea != home
        && service.stops[1].arrivalSeconds != nil
    }
    let gap = { (service: Service) in
      abs(self.kilometres(gate, service.stops[1].place) - distance)
    }
    guard let model = models.min(by: { (gap($0), $0.id) < (gap($1), $1.id) }),
      let seconds = model.stops[1].arrivalSeconds
    else { return nil }
    let length = max(1, kilometres(gate, model.stops[1].place))
    let hours = Double(seconds) / 3_600 * distance / length
    let (from, to) = (network.places[gate].id, network.places[airport].id)
    let served = model.stops[1].place == airport
    guard !served else { return nil }
    return Candidate(
      .newService,
      [1, 2, 3, 4, 5, 6, 7, 14].map { number in
        Candidate.Degree(
          change: NetworkChange(
            "like_service",
            [
              "service": .text(model.id), "id": "NEW-\(from)-\(to)",
              "name": "\(from)-\(to), like \(model.id)", "status": "unconfirmed",
              "per_week": "\(number)",
              "stops": [
                ["place": .text(from), "depart_h": "0"],
                ["place": .text(to), "arrive_h": .number((hours * 10).rounded() / 10)],
              ],
            ]),
          effort: Effort.newService + Double(number) * Effort.departure)
      })
  }
}
