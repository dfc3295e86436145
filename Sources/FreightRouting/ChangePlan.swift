// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import RoutingCore

/// Changes with their ids looked up, and what is wrong with them.
struct ChangePlan {
  let router: Router
  /// The router's, with rights granted and withdrawn.
  var network: Network
  var edits = TimetableEdits()
  /// Services whose seats may come or go by a right.
  var heldBy: Set<ID<Service>> = []
  var faults: [RouterChangeFaults.Fault] = []

  init(_ router: Router) {
    self.router = router
    network = router.network
  }

  /// Services whose seats differ.
  var touched: Set<ID<Service>> {
    var touched = heldBy.union(edits.runs.keys)
    guard !edits.places.isEmpty else { return touched }
    let hubs = router.network.hubs.filter { edits.places[$0.ehub] != nil }.map(\.airport)
    let closed = Set(edits.places.keys).union(hubs)
    for (number, service) in router.network.services.enumerated()
    where service.stops.contains(where: { closed.contains($0.place) }) {
      touched.insert(ID(number))
    }
    return touched
  }

  mutating func read(_ change: RouterChange, number: Int) {
    func fail(_ reason: RouterChangeFaults.Reason) {
      faults.append(RouterChangeFaults.Fault(number: number, reason: reason))
    }
    switch change {
    case .cancel(let id, let window):
      guard let service = network.findService(id) else { return fail(.unknownService(id)) }
      guard departs(service, in: window) else { return fail(.matchesNothing) }
      edits.runs[service, default: .init()].cancelled.append(window ?? TimetableEdits.always)
    case .retime(let id, let seconds, let window):
      guard let service = network.findService(id) else { return fail(.unknownService(id)) }
      guard seconds != 0, abs(seconds) <= Int64(RoutingTime.spanLimit),
        departs(service, in: window)
      else { return fail(.matchesNothing) }
      edits.runs[service, default: .init()].shifts
        .append((window ?? TimetableEdits.always, seconds))
    case .add(let id, let departures):
      guard let service = network.findService(id) else { return fail(.unknownService(id)) }
      let span = router.epoch..<(router.epoch + router.spanSeconds)
      let leaves = Set(network.services[service].status.runs ? planned(service).map(\.first) : [])
      guard !departures.isEmpty, departures.allSatisfy(span.contains), carries(service),
        leaves.isDisjoint(with: departures), Set(departures).count == departures.count
      else { return fail(.matchesNothing) }
      edits.runs[service, default: .init()].added += departures
    case .closePlace(let id, let window):
      guard let place = network.findPlace(id) else { return fail(.unknownPlace(id)) }
      let passes = edits.closeStops(
        [window ?? TimetableEdits.always], of: carried, in: network
      ) { $0.place == place }
      guard isSeen(window), passes || isUsed(place, in: window) else {
        return fail(.matchesNothing)
      }
      edits.places[place, default: []].append(window ?? TimetableEdits.always)
    case .closeLink(let id, let window):
      guard let row = network.links.firstIndex(where: { $0.id == id }) else {
        return fail(.unknownLink(id))
      }
      guard isSeen(window), close(ID(row), window) else { return fail(.matchesNothing) }
    case .closePassage(let name, let window):
      if let reason = closePassage(named: name, window) { fail(reason) }
    case .grantRight(let holder, let from, let to), .withdrawRight(let holder, let from, let to):
      var isGrant = false
      if case .grantRight = change { isGrant = true }
      for reason in changeRight(of: holder, from, to, isGrant) { fail(reason) }
    }
  }

  // MARK: Services

  /// The options let the service run, and it takes the class.
  private func carries(_ service: ID<Service>) -> Bool {
    let row = network.services[service]
    guard !row.stops.isEmpty, router.options.take(row, in: network),
      let capacity = row.capacity[router.consignment.cargoClass]
    else { return false }
    return capacity.amount > 0
  }

  private var carried: [ID<Service>] {
    network.services.indices.map { ID($0) }.filter(carries)
  }

  /// A planned departure from the first stop lies in the window and in the time that is unrolled.
  private func departs(_ service: ID<Service>, in window: Range<Instant>?) -> Bool {
    guard network.services[service].status.runs, carries(service) else { return false }
    return planned(service).contains { (window ?? TimetableEdits.always).contains($0.first) }
  }

  /// Planned departures in the time that is unrolled, and before it those still under way.
  private func planned(_ service: ID<Service>) -> [PlannedDeparture] {
    let row = network.services[service]
    guard let stop = row.stops.first,
      let zone = try? TimeZoneRules.load(network.places[stop.place].timeZone)
    else { return [] }
    let longest =
      row.stops.compactMap { $0.arrivalSeconds ?? $0.arrivalLocal.map(Int64.init) }.max() ?? 0
    return departures(
      of: row, rules: network.slotRules,
      exceptions: network.serviceExceptions.filter { $0.service == service },
      override: router.options.frequencyOverrides[row.id], zoneOfFirstStop: zone,
      from: router.epoch - (longest + 14 * secondsPerDay), to: router.epoch + router.spanSeconds)
  }

  // MARK: Ways

  /// The window meets the time that is unrolled.
  private func isSeen(_ window: Range<Instant>?) -> Bool {
    guard let window else { return true }
    return window.upperBound > router.epoch
      && window.lowerBound < router.epoch + router.spanSeconds
  }

  /// Trucks, doors or customs are at the place, or a vehicle calls there in the window.
  private func isUsed(_ place: ID<Place>, in window: Range<Instant>?) -> Bool {
    let here = router.meanings.filter { $0.from == place || $0.to == place }
    guard let window, !here.isEmpty, here.allSatisfy({ $0.kind == .seat }) else {
      return !here.isEmpty
    }
    return carried.contains { id in
      let row = network.services[id]
      let calls = row.stops.indices.filter { row.stops[$0].place == place }
      let zones = row.stops.compactMap {
        try? TimeZoneRules.load(network.places[$0.place].timeZone)
      }
      guard !calls.isEmpty, zones.count == row.stops.count else { return false }
      return planned(id).contains { departure in
        let times = callTimes(
          of: row, departure: departure, zones: zones, passageHours: row.stops.map { _ in nil })
        return calls.contains { call in
          [times[call].arrive, times[call].depart].contains { $0.map(window.contains) ?? false }
        }
      }
    }
  }

  private mutating func close(_ link: ID<Link>, _ window: Range<Instant>?) -> Bool {
    guard router.meanings.contains(where: { $0.usedLink == link }) else { return false }
    edits.links[link, default: []].append(window ?? TimetableEdits.always)
    return true
  }

  private mutating func closePassage(
    named name: String, _ window: Range<Instant>?
  ) -> RouterChangeFaults.Reason? {
    let isNamed =
      network.links.contains { $0.passages.contains(name) }
      || network.services.contains { service in
        service.passages.contains(name)
          || service.stops.contains { $0.isPassage && network.places[$0.place].id == name }
      }
    guard isNamed else { return .unknownPassage(name) }
    guard isSeen(window) else { return .matchesNothing }
    var isUsed = edits.closePassage(
      name, [window ?? TimetableEdits.always], of: carried, in: network)
    for number in network.links.indices where network.links[number].passages.contains(name) {
      if close(ID(number), window) { isUsed = true }
    }
    return isUsed ? nil : .matchesNothing
  }
}

extension ArcMeaning {
  /// The listed link that a truck takes.
  var usedLink: ID<Link>? {
    if case .link(let id) = row { id } else { link }
  }
}

extension Router {
  /// Seconds after the epoch up to which departures are unrolled.
  var spanSeconds: Int64 { secondsPerWeek + horizonSeconds + secondsPerDay }
}
