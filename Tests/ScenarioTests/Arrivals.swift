// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Quantities
import Synchronization

/// The ways over land, which hang on the places alone in these tests: computed once for each list of them.
enum SharedWays {
  private static let known = Mutex<[[String]: RoadWays]>([:])

  static func of(_ network: Network) -> RoadWays {
    known.withLock { known in
      let places = network.places.map { "\($0.id) \($0.latitude) \($0.longitude)" }
      if let ways = known[places] { return ways }
      let ways = RoadWays(network)
      known[places] = ways
      return ways
    }
  }
}

/// A question that is put to a network before and after.
struct Question: Hashable {
  var origin: String
  var consignment: Consignment
  var ready: Instant
}

/// Earliest arrivals at every place, for several consignments, origins and ready times.
struct Arrivals: Equatable {
  /// Seconds after the ready time by question and place; places that are not reached are left out.
  var seconds: [Question: [String: Int64]] = [:]
  /// The itineraries to the places asked for, where there are any.
  var itineraries: [Itinerary] = []

  static let parcel = Consignment()
  static let box = Consignment(cargoClass: .fcl, teu: 1, exportMode: .generalTrade)
  static let partLoad = Consignment(
    cargoClass: .lcl, massKG: 900, teu: 0, exportMode: .generalTrade)

  /// Monday 00:00 in Shanghai of the teaching network's reference week.
  static func monday(of network: Network) -> Instant {
    Instant(seconds: network.header.referenceWeek.dayNumber * secondsPerDay - 8 * secondsPerHour)
  }

  /// Arrivals at all places for ready times `hours` after Monday 00:00; itineraries to `listed` as well.
  init(
    _ network: Network, from origins: [String] = ["HZ"],
    _ consignments: [Consignment] = [parcel, box], hours: [Double] = [9, 50, 110],
    itinerariesTo listed: [String] = []
  ) throws {
    let ways = SharedWays.of(network)
    for origin in origins {
      guard let start = network.findPlace(origin) else { continue }
      for consignment in consignments {
        let router = try Router(
          network: network, consignment: consignment, origin: start, options: RoutingOptions(),
          week: network.header.referenceWeek, ways: ways)
        var search = RouterSearch(router)
        for hour in hours {
          let ready = Self.monday(of: network) + Int64(hour * 3_600)
          search.run(from: start, readyAt: ready)
          var row: [String: Int64] = [:]
          for (number, place) in network.places.enumerated() {
            row[place.id] = search.delivery(at: ID(number)).map { $0 - ready }
          }
          seconds[Question(origin: origin, consignment: consignment, ready: ready)] = row
          for id in listed {
            guard let place = network.findPlace(id), let way = search.itinerary(to: place) else {
              continue
            }
            itineraries.append(way)
          }
        }
      }
    }
  }

  static func == (a: Arrivals, b: Arrivals) -> Bool { a.seconds == b.seconds }

  /// Places that are reached later than in `other`, or not at all, as texts.
  func later(than other: Arrivals) -> [String] {
    other.seconds.flatMap { question, row in
      row.compactMap { place, before in
        let after = seconds[question]?[place]
        guard after.map({ $0 > before }) ?? true else { return nil }
        return "\(question.origin)–\(place) \(question.consignment.cargoClass) \(question.ready):"
          + " \(before) → \(after.map(String.init) ?? "∞")"
      }
    }.sorted()
  }

  /// Seconds from the first origin for the first consignment and ready time asked.
  func first(to place: String) -> Int64? {
    seconds.min { $0.key.ready < $1.key.ready }?.value[place]
  }
}
