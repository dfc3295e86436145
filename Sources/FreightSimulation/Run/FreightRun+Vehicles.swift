// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightModel
import Glibc
import Quantities
import Stochastics

/// How vehicles go: alongside, unloaded, off again, to the next stop.
extension FreightRun {
  /// The vehicle of a run, made when it is first asked for; nil when its voyage is over.
  mutating func vehicle(_ service: Int, _ run: Int) -> Int? {
    let place = system.firstRun[service] + run
    if vehicleOfRun[place] == Self.gone { return nil }
    if vehicleOfRun[place] >= 0 { return Int(vehicleOfRun[place]) }
    let sections = system.services[service].sections
    var room: [Int64] = []
    for hold in Hold.allCases {
      for section in 0..<sections {
        room.append(freeHold(service, run, hold.rawValue, section..<section + 1))
      }
    }
    var vehicle = Vehicle(service: Int32(service), run: Int32(run), room: room, bookable: room)
    vehicle.isBlank =
      luck.uniform(runEntity(service, run), Purpose.blank.rawValue)
      < system.services[service].blankShare
    let number: Int
    if let free = freeVehicles.popLast() {
      number = Int(free)
      vehicles[number] = vehicle
    } else {
      number = vehicles.count
      vehicles.append(vehicle)
    }
    vehicleOfRun[place] = Int32(number)
    return number
  }

  /// The next run of a service sets out for its first stop, as much too late as its luck has it.
  mutating func sail(_ service: Int, _ engine: inout EventEngine) {
    let run = nextVoyage[service]
    nextVoyage[service] += 1
    scheduleVoyage(service, &engine)
    guard let number = vehicle(service, run) else { return }
    let runs = system.services[service]
    let isCounted = runs.departure(run, 0) >= system.warmup
    if vehicles[number].isBlank
      || shutter(ofRun: run, service, knownAt: runs.departure(run, 0)) >= 0
    {
      vehicles[number].isBlank = true
      vehicles[number].isKnownBlank = true
      if isCounted { blanks[service] += 1 }
      for stop in runs.stops.indices.dropLast() { putOff(number, at: stop, &engine) }
      return
    }
    if isCounted { sailings[service] += 1 }
    let late = Int64(
      runs.latenessMean > 0
        ? system.lateness(luck.uniform(runEntity(service, run), Purpose.lateness.rawValue))
          * runs.latenessMean : 0)
    engine.schedule(
      at: engine.now + late, code: Timer.arrives.rawValue, payload: UInt32(number))
  }

  mutating func scheduleVoyage(_ service: Int, _ engine: inout EventEngine) {
    let runs = system.services[service]
    let run = nextVoyage[service]
    guard run < runs.count else { return }
    let time = runs.departure(run, 0) - runs.leadSeconds
    engine.schedule(
      at: max(engine.now, time), code: Timer.voyage.rawValue, payload: UInt32(service))
  }

  /// The vehicle is at its stop: through the stations there, one after the other.
  mutating func arrive(_ number: Int, _ engine: inout EventEngine) {
    vehicles[number].phase = 0
    vehicles[number].passed = []
    let (service, stop) = (Int(vehicles[number].service), Int(vehicles[number].stop))
    let element = system.services[service].placeElements[stop]
    if element >= 0, system.services[service].stations[stop].isEmpty {
      // Nothing there could make it wait for the place to open.
      let opens = closedUntil(Int(element), engine.now)
      guard opens == engine.now else {
        engine.schedule(at: opens, code: Timer.arrives.rawValue, payload: UInt32(number))
        return
      }
    }
    pass(number, &engine)
  }

  private mutating func pass(_ number: Int, _ engine: inout EventEngine) {
    let (service, run) = (Int(vehicles[number].service), Int(vehicles[number].run))
    let (stop, phase) = (Int(vehicles[number].stop), vehicles[number].phase)
    guard Int(phase) < system.services[service].stations[stop].count else {
      let stay = staySeconds(number)
      let holds = vehicles[number].passed.contains { system.stations[Int($0)].kind.isPlaces }
      if !isWorkedByCranes(service, stop) { unload(number, &engine) }
      // A place that is held for no time is let go all the same, once it is held.
      if stay > 0 || holds {
        engine.schedule(
          at: engine.now + stay, code: Timer.handled.rawValue, payload: UInt32(number))
      } else {
        depart(number, &engine)
      }
      return
    }
    let station = station(
      ofPool: system.services[service].stations[stop][Int(phase)], engine)
    let spec = system.stations[station]
    if spec.kind == .tideWindow, !needsTide(vehicles[number]) {
      vehicles[number].phase += 1
      pass(number, &engine)
      return
    }
    vehicles[number].passed.append(Int32(station))
    var work = spec.kind.isPlaces ? 0 : 1.0
    var cranes = 1
    if spec.kind == .crane {
      // What gets off here is there when the cranes begin.
      unload(number, &engine)
      cranes = spec.workers(of: system.services[service].cranes)
      work = system.services[service].craneMoves / Double(cranes)
    }
    engine.arrive(
      UInt32(number) | Job.vehicle, at: stationIDs[station],
      ticks: self.service(
        work, spec, runEntity(service, run), Purpose.work.rawValue, UInt8(stop) &* 8 &+ phase),
      units: UInt32(cranes))
  }

  private func isWorkedByCranes(_ service: Int, _ stop: Int) -> Bool {
    system.services[service].stations[stop].contains { system.kind(ofPool: $0) == .crane }
  }

  /// Some ships are so deep that they wait for the tide; where a bore runs, all craft do.
  private func needsTide(_ vehicle: Vehicle) -> Bool {
    luck.uniform(
      runEntity(Int(vehicle.service), Int(vehicle.run)), Purpose.work.rawValue,
      200 + UInt32(vehicle.stop)) < system.tideShare(vehicle)
  }

  /// A station let the vehicle in, or has served it.
  mutating func servedVehicle(
    _ number: Int, at station: Int, _ engine: inout EventEngine
  ) -> Step {
    if system.stations[station].kind == .berth,
      let anchorage = vehicles[number].passed.first(where: {
        system.stations[Int($0)].kind == .anchorage
      })
    {
      engine.release(units: 1, at: stationIDs[Int(anchorage)])
    }
    vehicles[number].phase += 1
    pass(number, &engine)
    return system.stations[station].kind.isPlaces ? .hold : .leave
  }

  private func staySeconds(_ number: Int) -> Int64 {
    let vehicle = vehicles[number]
    let mean = system.services[Int(vehicle.service)].staySeconds[Int(vehicle.stop)]
    guard mean > 0 else { return 0 }
    return Int64(
      mean
        * factor(
          sigma: 0.3,
          at: luck.uniform(
            runEntity(Int(vehicle.service), Int(vehicle.run)), Purpose.work.rawValue,
            128 + UInt32(vehicle.stop))))
  }

  /// It leaves its berth, and the stop, if nothing on its way is closed.
  mutating func handled(_ number: Int, _ engine: inout EventEngine) {
    for station in vehicles[number].passed
    where system.stations[Int(station)].kind.isPlaces
      && system.stations[Int(station)].kind != .anchorage
    {
      engine.release(units: 1, at: stationIDs[Int(station)])
    }
    depart(number, &engine)
  }

  private mutating func depart(_ number: Int, _ engine: inout EventEngine) {
    let vehicle = vehicles[number]
    let runs = system.services[Int(vehicle.service)]
    let (run, stop) = (Int(vehicle.run), Int(vehicle.stop))
    guard stop + 1 < runs.stops.count else {
      othersChange(number, at: stop, engine.now)
      // Its last stop: the voyage is over.
      vehicleOfRun[system.firstRun[Int(vehicle.service)] + run] = Self.gone
      vehicles[number].aboard = []
      freeVehicles.append(UInt32(number))
      return
    }
    var leaves = max(engine.now, runs.departure(run, stop))
    if runs.placeElements[stop] >= 0 {
      let element = Int(runs.placeElements[stop])
      // The vehicle waits with what came on it; a departure planned while its place is closed takes nothing from there.
      if closedUntil(element, runs.departure(run, stop)) > runs.departure(run, stop) {
        putOff(number, at: stop, &engine)
      }
      leaves = closedUntil(element, leaves)
    }
    for element in runs.passages { leaves = max(leaves, closedUntil(Int(element), leaves)) }
    // After what is loaded in the same second.
    engine.schedule(
      at: leaves, priority: Self.departurePriority, code: Timer.departs.rawValue,
      payload: UInt32(number))
  }

  /// Later in its second than all loading.
  private static let departurePriority = EventEngine.usualPriority + 8

  /// The vehicle leaves its stop, loaded: what it carries is counted, and it goes to the next.
  mutating func leave(_ number: Int, _ engine: inout EventEngine) {
    let vehicle = vehicles[number]
    let runs = system.services[Int(vehicle.service)]
    let (run, stop, leaves) = (Int(vehicle.run), Int(vehicle.stop), engine.now)
    tellLoad(number)
    tellLoaded(number, at: stop, leaves)
    let planned = runs.departure(run, stop)
    let sailing = max(0, runs.arrival(run, stop + 1) - max(planned, 0))
    vehicles[number].delay = planned == ServiceRuns.none ? vehicle.delay : leaves - planned
    vehicles[number].stop += 1
    let arrives =
      runs.arrival(run, stop + 1) == ServiceRuns.none || planned == ServiceRuns.none
      ? leaves : leaves + sailing
    engine.schedule(at: arrives, code: Timer.arrives.rawValue, payload: UInt32(number))
    if logs {
      for lot in vehicle.aboard where Int(lots[Int(lot)].boarded) == stop {
        tell(Int(lot), .departed, at: runs.stops[stop], leaves, service: runs.service)
      }
    }
    if runs.departure(run, 0) >= system.warmup, stop == 0 {
      late[Int(vehicle.service)] += Double(vehicles[number].delay)
    }
  }

  /// What gets off here is released after a while, all of it together.
  private mutating func unload(_ number: Int, _ engine: inout EventEngine) {
    let stop = vehicles[number].stop
    let service = Int(vehicles[number].service)
    let run = Int(vehicles[number].run)
    guard stop > 0 else { return }
    var off: [(release: Int32, lots: [UInt32])] = []
    var stays: [UInt32] = []
    let planned = system.services[service].arrival(run, Int(stop))
    for lot in vehicles[number].aboard {
      let seat = neighbours.steps[Int(lots[Int(lot)].seat)]
      guard Int32(seat.alights) == stop else {
        stays.append(lot)
        continue
      }
      own(
        system.rooms[Int(seat.target)].owner + 4, engine.now - planned, Int(lot))
      tell(
        Int(lot), .arrived, at: system.services[service].stops[Int(stop)], engine.now,
        service: system.services[service].service)
      tellUnloaded(lot, service, at: Int(stop), engine.now)
      lots[Int(lot)].step += 1
      if let known = off.firstIndex(where: { $0.release == seat.releaseSeconds }) {
        off[known].lots.append(lot)
      } else {
        off.append((seat.releaseSeconds, [lot]))
      }
    }
    vehicles[number].aboard = stays
    for group in off {
      let batch = freeBatches.popLast() ?? UInt32(batches.count)
      if Int(batch) == batches.count { batches.append([]) }
      batches[Int(batch)] = group.lots
      engine.schedule(
        at: engine.now + Int64(group.release), code: Timer.released.rawValue, payload: batch)
    }
  }

  mutating func release(_ batch: Int, _ engine: inout EventEngine) {
    let released = batches[batch]
    batches[batch] = []
    freeBatches.append(UInt32(batch))
    for lot in released {
      if logs {
        let seat = neighbours.steps[Int(lots[Int(lot)].seat)]
        let service = system.rooms[Int(seat.target)].service
        tell(
          Int(lot), .unloaded, at: system.services[service].stops[Int(seat.alights)], engine.now,
          service: system.services[service].service)
      }
      turnToNextSeat(Int(lot))
      advance(lot, &engine)
    }
  }
}
