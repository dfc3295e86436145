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
      guard !departures.isEmpty, departures.allSatisfy(span.contains), carries(service) else {
        return fail(.matchesNothing)
      }
      edits.runs[service, default: .init()].added += departures
    case .closePlace(let id, let window):
      guard let place = network.findPlace(id) else { return fail(.unknownPlace(id)) }
      let passes = edits.closeStops(
        [window ?? TimetableEdits.always], of: carried, in: network
      ) { $0.place == place }
      guard passes || router.meanings.contains(where: { $0.from == place || $0.to == place })
      else { return fail(.matchesNothing) }
      edits.places[place, default: []].append(window ?? TimetableEdits.always)
    case .closeLink(let id, let window):
      guard let row = network.links.firstIndex(where: { $0.id == id }) else {
        return fail(.unknownLink(id))
      }
      guard close(ID(row), window) else { return fail(.matchesNothing) }
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
    let row = network.services[service]
    guard row.status.runs, carries(service),
      let zone = try? TimeZoneRules.load(network.places[row.stops[0].place].timeZone)
    else { return false }
    let longest =
      row.stops.compactMap { $0.arrivalSeconds ?? $0.arrivalLocal.map(Int64.init) }.max() ?? 0
    let planned = departures(
      of: row, rules: network.slotRules,
      exceptions: network.serviceExceptions.filter { $0.service == service },
      override: router.options.frequencyOverrides[row.id], zoneOfFirstStop: zone,
      from: router.epoch - (longest + 14 * secondsPerDay), to: router.epoch + router.spanSeconds)
    return planned.contains { (window ?? TimetableEdits.always).contains($0.first) }
  }

  // MARK: Ways

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
