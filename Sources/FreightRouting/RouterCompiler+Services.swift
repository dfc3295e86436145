// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import RoutingCore

/// Seats on scheduled services.
extension RouterCompiler {
  /// Adds the seats of all services, or of some.
  mutating func addServices(only touched: Set<ID<Service>>? = nil) {
    let exceptions = Dictionary(grouping: network.serviceExceptions, by: \.service)
    let hubs = Dictionary(grouping: network.hubs, by: \.airport)
    let distances = InfrastructureDistances(network)
    for number in network.services.indices {
      let id = ID<Service>(number)
      let service = network.services[number]
      if let touched, !touched.contains(id) { continue }
      guard options.take(service, in: network), service.status.runs || edits.adds(to: id),
        service.holds(consignment)
      else { continue }
      addSeats(
        id, service, exceptions: exceptions[id] ?? [], hubs: hubs, distances: distances)
    }
  }

  private mutating func addSeats(
    _ id: ID<Service>, _ service: Service, exceptions: [ServiceException],
    hubs: [ID<Place>: [HubRule]], distances: InfrastructureDistances
  ) {
    guard !service.stops.isEmpty else { return }
    let stopZones = service.stops.map { zones[zoneOfPlace[$0.place.index]] }
    let longest =
      service.stops.compactMap { $0.arrivalSeconds ?? $0.arrivalLocal.map(Int64.init) }
      .max() ?? 0
    // Passages may hold a vehicle for days.
    let from = epoch - (longest + 14 * secondsPerDay)
    let planned = departures(
      of: service, rules: network.slotRules, exceptions: exceptions,
      override: options.frequencyOverrides[service.id], zoneOfFirstStop: stopZones[0],
      from: from - edits.greatestShift(of: id), to: end + edits.greatestShift(of: id))
    let departures = edits.departures(of: id, service, planned, zone: stopZones[0])
    guard !departures.isEmpty else { return }
    let passageHours: [[Range<Int64>]?] = service.stops.map { stop in
      guard stop.isPassage, let hours = rules.terminals[stop.place]?.gateHours,
        !network.openingHours[hours].isAlways
      else { return nil }
      return openIntervals(
        network.openingHours[hours], zone: zones[zoneOfPlace[stop.place.index]], from: from,
        to: end + 30 * secondsPerDay)
    }
    let plannedCalls = departures.map {
      callTimes(
        of: service, departure: $0.planned, late: $0.late, zones: stopZones,
        passageHours: passageHours)
    }
    let times = edits.openCalls(of: id, service, plannedCalls)
    let calls = service.stops.indices.filter { !service.stops[$0].isPassage }
    for i in calls {
      for j in calls where j > i && service.stops[i].place != service.stops[j].place {
        addSeat(id, service, i, j, times, hubs: hubs, distances: distances)
      }
    }
  }

  /// The worst of the service, its departures or slot rule, and its stop times there.
  private func seatQuality(_ service: Service, _ i: Int, _ j: Int) -> Quality {
    let slots = service.frequencyPerWeek == nil ? nil : service.slotRule
    let rows =
      [service.provenance, service.stops[i].provenance, service.stops[j].provenance]
      + service.departures.map(\.provenance)
      + (slots.map { [network.slotRules[$0].provenance] } ?? [])
    return rows.map(\.quality).max() ?? .measured
  }

  private mutating func addSeat(
    _ id: ID<Service>, _ service: Service, _ i: Int, _ j: Int, _ times: [[CallTimes]],
    hubs: [ID<Place>: [HubRule]], distances: InfrastructureDistances
  ) {
    let from = service.stops[i].place
    let to = service.stops[j].place
    guard usable[from.index], usable[to.index], rules.mayCarry(id, from: from, to: to)
    else { return }
    var departures: [Int32] = []
    var durations: [Int32] = []
    for call in times {
      guard let depart = call[i].depart, let arrive = call[j].arrive, arrive >= depart,
        depart >= epoch, depart < end
      else { continue }
      departures.append(Int32(depart - epoch))
      durations.append(Int32(arrive - depart))
    }
    guard !departures.isEmpty else { return }
    let schedule = builder.addSchedule(departures: departures, durations: durations)
    let turn = rules.turn(of: service, from: from, to: to)
    var meaning = ArcMeaning(kind: .seat, from: from, to: to, mode: service.mode)
    meaning.row = .service(id)
    (meaning.boards, meaning.alights) = (i, j)
    meaning.distanceKM = distances.kilometres(service, from: i, to: j)
    meaning.main = tariffs.charge(
      Haul(
        purpose: "main_haul", mode: service.mode, serviceType: service.serviceType, service: id),
      from: from, to: to, distanceKM: meaning.distanceKM)
    meaning.quality = seatQuality(service, i, j)
    meaning.before = max(meaning.quality, turn.cutoffQuality)
    meaning.after = max(meaning.quality, turn.releaseQuality)
    var arc = ArcSpec(
      from: CargoState.node(.freeA, at: from), to: CargoState.node(.freeA, at: to))
    arc.schedule = schedule
    arc.lead = Int32(turn.cutoff)
    meaning.lead = arc.lead
    arc.after = Int32(turn.release)
    arc.cost = meaning.main.cost
    arc.co2e = meaning.main.co2e
    let fromHome = isHome(from)
    let toHome = isHome(to)
    if rules.shareArea(from, to) {
      add(
        arc, meaning, from: [.freeBoarding],
        to: CargoState.landed(by: service.mode, inTransit: false))
    }
    guard !(fromHome && toHome) || service.customsTransit else { return }
    let landed = CargoState.landed(by: service.mode, inTransit: true)
    add(arc, meaning, from: [.transitBoarding], to: landed)
    for hub in hubs[to] ?? [] where usable[hub.ehub.index] {
      arc.after = Int32(hub.releaseSeconds) + Int32(distances.roadSeconds(from: to, to: hub.ehub))
      // Only the way on from an airport to its hub ends where the vehicle does not.
      let gate = closed[hub.ehub]
      let open = departures.indices.filter { row in
        !gate.contains { $0.contains(departures[row] + durations[row] + arc.after) }
      }
      guard !open.isEmpty else { continue }
      arc.schedule =
        open.count == departures.count
        ? schedule
        : builder.addSchedule(
          departures: open.map { departures[$0] }, durations: open.map { durations[$0] })
      meaning.to = hub.ehub
      add(arc, meaning, from: [.transitBoarding], to: landed)
    }
  }
}

extension Service {
  /// Whether one departure has room for all of it.
  func holds(_ consignment: Consignment) -> Bool {
    holds(
      consignment.cargoClass, kilograms: consignment.massKG, teu: consignment.teu,
      cubicMetres: consignment.volumeM3)
  }
}

extension RoutingOptions {
  /// Nothing of the options forbids the service; its status may.
  func take(_ service: Service, in network: Network) -> Bool {
    guard !(liveServicesOnly && service.status != .live),
      !(withoutAssumedInterline && service.isAssumedInterline)
    else { return false }
    let names = [service.id, service.mode.rawValue, service.serviceType] + service.passages
    let passed = service.stops.filter(\.isPassage).map { network.places[$0.place].id }
    return without.isDisjoint(with: names + passed)
  }
}
