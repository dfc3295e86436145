// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Quantities

/// Every departure of a service in the time simulated, with its calls.
struct ServiceRuns: Sendable {
  var service: ID<Service>
  var mode: Mode
  var stops: [ID<Place>]
  var isPassage: [Bool]
  /// Run → stop → planned arrival and departure, seconds since the start; `Int64.min` where it does not call.
  var arrivals: [Int64] = []
  var departures: [Int64] = []
  var count = 0
  /// Stop → numbers of the pools of stations that its vehicles pass there, in order.
  var stations: [[Int32]]
  /// Seconds of the berth, stand or siding at a stop for one call, beside what cranes work.
  var staySeconds: [Double]
  /// Moves of one call, where quay cranes make them, and how many cranes work it.
  var craneMoves = 0.0
  var cranes = 0
  /// Hold → kilograms, or thousandths of a TEU, of one departure.
  var capacity: [Int64]
  /// Mean of the gamma law of its lateness, seconds, and its shape.
  var latenessMean: Double
  var blankShare: Double
  /// Passages it needs, its stops, and itself, by number of closable elements; -1 for none.
  var passages: [Int32]
  var placeElements: [Int32]
  var ownElement: Int32 = -1
  /// So long before its first departure a vehicle comes to its first stop.
  var leadSeconds: Int64 = 0
  var sections: Int { max(1, stops.count - 1) }

  func arrival(_ run: Int, _ stop: Int) -> Int64 { arrivals[run * stops.count + stop] }
  func departure(_ run: Int, _ stop: Int) -> Int64 { departures[run * stops.count + stop] }
  static let none = Int64.min
}

extension ServiceRuns {
  /// The runs of one service whose first departure lies in the window.
  ///
  /// - Returns: Nil where it does not run at all; one that only has no departure in the window has no runs, so
  ///   that a way that counts on it waits instead of going on without it.
  init?(
    _ id: ID<Service>, in network: Network, exceptions: [ServiceException],
    calendars: CalendarBook, start: Instant, end: Instant
  ) {
    let service = network.services[id]
    guard service.status.runs, service.capacity.values.contains(where: { $0.amount > 0 }),
      service.stops.count > 1
    else { return nil }
    let stopZones = service.stops.compactMap { calendars.zones[network.places[$0.place].timeZone] }
    guard stopZones.count == service.stops.count else { return nil }
    let planned = FreightModel.departures(
      of: service, rules: network.slotRules, exceptions: exceptions, override: nil,
      zoneOfFirstStop: stopZones[0], from: start, to: end)
    self.service = id
    mode = service.mode
    stops = service.stops.map(\.place)
    isPassage = service.stops.map(\.isPassage)
    stations = stops.map { _ in [] }
    staySeconds = stops.map { _ in 0 }
    capacity = Hold.allCases.map { _ in 0 }
    (latenessMean, blankShare, passages) = (0, 0, [])
    placeElements = stops.map { _ in -1 }
    for (cargoClass, value) in service.capacity {
      for hold in [Hold(cargoClass), Hold(cargoClass).whole] {
        capacity[hold.rawValue] = max(
          capacity[hold.rawValue], Int64((value.amount * 1_000).rounded()))
      }
    }
    let gates = Dictionary(network.terminals.map { ($0.place, $0.gateHours) }) { first, _ in first }
    let hours: [[Range<Int64>]?] = zip(service.stops, stopZones).map { stop, zone in
      guard stop.isPassage, let gate = gates[stop.place] ?? nil,
        !network.openingHours[gate].isAlways
      else { return nil }
      return openIntervals(
        network.openingHours[gate], zone: zone, from: start, to: end + 100 * secondsPerDay)
    }
    for departure in planned {
      let calls = callTimes(
        of: service, departure: departure, zones: stopZones, passageHours: hours)
      arrivals += calls.map { $0.arrive.map { $0 - start } ?? Self.none }
      departures += calls.map { $0.depart.map { $0 - start } ?? Self.none }
      count += 1
    }
  }
}
