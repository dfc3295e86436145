// SPDX-License-Identifier: GPL-3.0-or-later
internal import FreightModel
internal import Quantities

/// Which row of the network holds for a place and this consignment.
struct ReferenceRules: Sendable {
  let network: Network
  let consignment: Consignment
  let options: RoutingOptions
  private let clocks: [String: TimeZoneRules]
  private let terminals: [ID<Place>: Terminal]

  init(network: Network, consignment: Consignment, options: RoutingOptions) throws {
    self.network = network
    self.consignment = consignment
    self.options = options
    var clocks: [String: TimeZoneRules] = [:]
    for zone in Set(network.places.map(\.timeZone) + [network.header.homeTimeZone]) {
      clocks[zone] = try TimeZoneRules.load(zone)
    }
    self.clocks = clocks
    terminals = Dictionary(uniqueKeysWithValues: network.terminals.map { ($0.place, $0) })
  }

  var horizonSeconds: Int64 {
    let days =
      consignment.cargoClass == .fcl
      ? network.parameter("horizon.fcl_days", default: 70)
      : network.parameter("horizon.days", default: 21)
    return options.horizonSeconds ?? wholeSeconds(hours: days * 24)
  }

  /// Twenty-foot units that are charged.
  var teu: Double { consignment.cargoClass == .fcl ? consignment.teu : 0 }

  func area(of place: ID<Place>) -> String { network.territory(of: place).customsArea }
  func terminal(at place: ID<Place>) -> Terminal? { terminals[place] }
  func isForbidden(_ place: ID<Place>) -> Bool {
    options.without.contains(network.places[place].id)
  }

  /// Cargo for which no line-haul rule holds pays for the whole truck.
  func isFullTruck(at place: ID<Place>) -> Bool { lineHaul(from: place) == nil }

  /// How narrow a scope is that holds for a place: 2 territory, 1 customs area, 0 everywhere.
  private func rank(_ scope: String, _ place: ID<Place>) -> Int? {
    let territory = network.territory(of: place)
    if scope == territory.code { return 2 }
    if scope == territory.customsArea { return 1 }
    return scope == "*" ? 0 : nil
  }

  /// The row of the highest ranks, which are compared from left to right; of equals the first.
  private func narrowest<Row>(_ rows: [Row], ranks: (Row) -> [Int]?) -> Row? {
    var best: (row: Row, ranks: [Int])?
    for row in rows {
      guard let ranks = ranks(row) else { continue }
      if let best, !best.ranks.lexicographicallyPrecedes(ranks) { continue }
      best = (row, ranks)
    }
    return best?.row
  }

  func clearance(_ direction: ClearanceRule.Direction, at place: ID<Place>) -> ClearanceRule? {
    narrowest(network.clearances) { row in
      guard row.direction == direction, let territory = rank(row.territory, place),
        row.place == nil || row.place == place,
        row.placeKind == nil || row.placeKind == network.places[place].kind,
        row.cargoClass == nil || row.cargoClass == consignment.cargoClass,
        row.exportMode == nil || row.exportMode == consignment.exportMode
      else { return nil }
      return [
        row.place == nil ? 0 : 1, row.placeKind == nil ? 0 : 1, territory,
        (row.cargoClass == nil ? 0 : 1) + (row.exportMode == nil ? 0 : 1),
      ]
    }
  }

  func door(_ operation: DoorRule.Operation, at place: ID<Place>) -> DoorRule? {
    narrowest(network.doors) { row in
      guard row.operation == operation, let territory = rank(row.territory, place),
        row.cargoClass == nil || row.cargoClass == consignment.cargoClass
      else { return nil }
      return [territory, row.cargoClass == nil ? 0 : 1]
    }
  }

  /// The line-haul that part loads take from a place; nil for whole trucks.
  func lineHaul(from place: ID<Place>) -> LineHaulRule? {
    narrowest(network.lineHauls) { row in
      guard consignment.massKG < row.maxMassKG, let territory = rank(row.territory, place),
        row.fromKind == nil || row.fromKind == network.places[place].kind,
        row.classes.contains(consignment.cargoClass)
      else { return nil }
      return [row.fromKind == nil ? 0 : 1, territory]
    }
  }

  func driver(at place: ID<Place>) -> DriverRule? {
    narrowest(network.driverRules) { rank($0.territory, place).map { [$0] } }
  }

  /// The first band of the narrowest territory that reaches so far, else its last.
  func roadBand(at place: ID<Place>, km: Double) -> RoadRule? {
    guard
      let scope = narrowest(network.roadRules, ranks: { rank($0.territory, place).map { [$0] } })
    else { return nil }
    let bands = network.roadRules.filter { $0.territory == scope.territory }
      .sorted { $0.upToKM < $1.upToKM }
    return bands.first { $0.upToKM >= km } ?? bands.last
  }

  /// Work at a place between a mode that brought cargo and the road; nil where there is none.
  func handlingToRoad(at place: ID<Place>, from mode: Mode) -> Handling? {
    narrowest(network.handlings) { row in
      guard row.inbound == mode, row.outbound == .road,
        row.place == place
          || (row.place == nil && row.placeKind == network.places[place].kind),
        row.cargoClass == nil || row.cargoClass == consignment.cargoClass
      else { return nil }
      return [row.place == nil ? 0 : 1, row.cargoClass == nil ? 0 : 1]
    }
  }

  /// For what is loaded or unloaded at `place` on the way from the one to the other.
  func modeRule(
    _ service: Service, from: ID<Place>, to: ID<Place>, at place: ID<Place>
  ) -> ModeRule? {
    let isDomestic = network.places[from].territory == network.places[to].territory
    return narrowest(network.modeRules) { row in
      guard row.mode == service.mode, row.isDomestic == isDomestic,
        row.place == nil || row.place == place,
        row.serviceType.isEmpty || row.serviceType == service.serviceType
      else { return nil }
      return [row.place == nil ? 0 : 1, row.serviceType.isEmpty ? 0 : 1]
    }
  }

  func mayCarry(_ service: ID<Service>, from: ID<Place>, to: ID<Place>) -> Bool {
    let carrier = network.services[service].carrier
    let ends = [network.places[from].territory, network.places[to].territory]
    if network.carriers[carrier].homes.contains(where: ends.contains) { return true }
    return network.rights.contains { right in
      right.carrier == carrier && (right.service == nil || right.service == service)
        && right.from == from && right.to == to
    }
  }
}

extension ReferenceRules {
  func clock(of place: ID<Place>) -> TimeZoneRules {
    clock(named: network.places[place].timeZone)
  }

  func clock(named zone: String) -> TimeZoneRules {
    guard let rules = clocks[zone] else { preconditionFailure("no clock for \(zone)") }
    return rules
  }

  /// When a calendar is open at or after a time; nil hours are always open, nil result is never.
  func opening(_ hours: ID<OpeningHours>?, at place: ID<Place>, from time: Instant) -> Instant? {
    guard let hours else { return time }
    let calendar = network.openingHours[hours]
    let clock = clock(of: place)
    let today = clock.local(time).date
    for day in Int64(-1)...400 {
      let date = today + day
      let intervals = calendar.exceptions[date] ?? calendar.week[date.weekday.rawValue - 1]
      for interval in intervals {
        let opens = clock.instant(date: date, secondOfDay: interval.lowerBound)
        let closes = clock.instant(date: date, secondOfDay: interval.upperBound)
        if closes > time, closes > opens { return max(opens, time) }
      }
    }
    return nil
  }

  /// When a truck that comes at a time may go in.
  func gateOpening(at place: ID<Place>, from time: Instant) -> Instant? {
    opening(terminal(at: place)?.gateHours, at: place, closures(of: place), from: time)
  }
}
