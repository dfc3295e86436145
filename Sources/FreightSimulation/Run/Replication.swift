// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightModel
import Quantities

extension FreightSystem {
  /// Runs one replication from an empty network to the end.
  func run(_ query: SimulationQuery, replication: Int, book: ReplanBook) -> ReplicationResult {
    var engine = EventEngine()
    var model = FreightRun(self, query, replication: replication, book: book)
    for spec in stations {
      model.stationIDs.append(
        engine.addStation(StationRule(servers: spec.servers, roomLimit: spec.roomLimit)))
    }
    model.start(&engine)
    var simulation = Simulation(model: model, engine: engine)
    let reason = simulation.run(until: end)
    return simulation.model.finish(simulation.engine, isStuck: reason == .stuck)
  }
}

extension FreightRun {
  /// Sets the first of every timer.
  mutating func start(_ engine: inout EventEngine) {
    drawDisruptions()
    engine.schedule(at: 0, code: Timer.hour.rawValue, payload: 0)
    engine.schedule(at: system.warmup, priority: 0, code: Timer.warm.rawValue, payload: 0)
    for service in system.services.indices { scheduleVoyage(service, &engine) }
    for room in system.rooms.indices where !system.rooms[room].departures.isEmpty {
      scheduleLoading(room, &engine)
    }
    for background in system.backgrounds.indices { scheduleStranger(background, &engine) }
    scheduleDisruptions(&engine)
    scheduleProbes(0, &engine)
    for station in system.stations.indices {
      if system.stations[station].shifts != nil { changeShift(station, &engine) }
      scheduleFailure(station, &engine)
    }
  }

  /// What the run measured.
  mutating func finish(_ engine: borrowing EventEngine, isStuck: Bool) -> ReplicationResult {
    result.isStuck = isStuck
    ownUnfinished(engine.now)
    result.eventCount = engine.eventCount
    result.conservation.inSystem = countLots()
    result.lanes = lanes
    result.costYuan = Double(cost) / 100
    result.storageYuan = Double(storage) / 100
    result.co2eTonnes = Double(co2e) / 1_000_000
    result.meanInSystem = systemSeen > 0 ? systemSum / Double(systemSeen) : 0
    result.diversions = diversions.sorted {
      ($0.key.day, $0.key.from?.index ?? -1, $0.key.to?.index ?? -1)
        < ($1.key.day, $1.key.from?.index ?? -1, $1.key.to?.index ?? -1)
    }.map { ($0.key, $0.value) }
    for (number, kilogramSeconds) in owned.enumerated() where kilogramSeconds > 0 {
      result.delays.append(
        (system.owners.owners[number], Double(kilogramSeconds) / 3_600_000))
    }
    result.delays.sort { $0.tonneHours > $1.tonneHours }
    let classes = CargoClass.allCases
    for (cell, tonnes) in gatewayTonnes.enumerated() where tonnes > 0 {
      let place = cell / classes.count - 1
      let key = ReplicationResult.GatewayKey(
        gateway: place < 0 ? nil : ID(place), cargoClass: classes[cell % classes.count])
      result.gateways[key] = tonnes
    }
    for place in system.network.places.indices {
      let sums = waitingByHour[place * 168..<(place + 1) * 168]
      guard sums.contains(where: { $0 > 0 }) else { continue }
      result.waitingByHour.append(
        (ID(place), zip(sums, hoursSeen).map { $1 > 0 ? Double($0) / Double($1) : 0 }))
    }
    keepUndelivered()
    result.remaining = countRemaining(engine.now)
    finishStations(engine)
    finishServices()
    return result
  }

  /// Lots that are somewhere, each found where it is: a lot that should wait for a seat and stands in no queue, or in two, or sits in
  /// a vehicle that never goes, is not.
  private func countLots() -> Int {
    var found = [Int](repeating: 0, count: lots.count)
    for lot in waiting.joined() { found[Int(lot)] += 1 }
    for number in vehicleOfRun where number >= 0 && !vehicles[Int(number)].isKnownBlank {
      for lot in vehicles[Int(number)].aboard { found[Int(lot)] += 1 }
    }
    for lot in batches.joined() { found[Int(lot)] += 1 }
    let free = Set(freeLots)
    return lots.indices.count { number in
      guard !free.contains(UInt32(number)) else { return false }
      // Before it has come to the terminal of its seat a timer or a station has it.
      let waits =
        lots[number].step >= 0 && lots[number].eligible >= 0
        && steps[Int(lots[number].step)].operation == .board
      return found[number] == 1 || found[number] == 0 && !waits
    }
  }

  private mutating func finishStations(_ engine: borrowing EventEngine) {
    for (station, spec) in system.stations.enumerated() {
      let statistics = engine.statistics(of: stationIDs[station])
      var record = ReplicationResult.StationRecord(resource: spec.resource)
      // What is begun in a shift and finished after it is of that shift.
      let onDuty = Double(duty[station].total(at: engine.now))
      record.utilisation = onDuty > 0 ? min(1, Double(statistics.unitTicks) / onDuty) : 0
      record.onDutyShare =
        spec.servers > 0 && engine.now > system.warmup
        ? onDuty / Double(spec.servers) / Double(engine.now - system.warmup) : 0
      record.meanQueue = statistics.meanWaiting
      record.greatestQueue = statistics.mostWaiting
      record.meanWaitHours = statistics.meanWait / 3_600
      record.jobs = Int(statistics.arrivals)
      if !spec.kind.isPlaces {
        record.work = Double(statistics.unitTicks) / spec.secondsPerWork / Double(spec.scale)
      }
      record.turnedAway = Int(statistics.lost)
      record.lotTonneHours =
        Double(owned[Int(system.ownerOfStation[station])]) / 3_600_000
      record.queueByHour = zip(queueByHour[station], hoursSeen).map {
        $1 > 0 ? Double($0) / Double($1) : 0
      }
      record.littleHolds = engine.imbalance(at: stationIDs[station]) == nil
      result.stations.append(record)
    }
  }

  private mutating func finishServices() {
    for (number, runs) in system.services.enumerated() {
      var record = ReplicationResult.ServiceRecord(service: runs.service)
      record.departures = sailings[number]
      record.blank = blanks[number]
      record.rollovers = rolled[number]
      record.latenessHours =
        sailings[number] > 0 ? late[number] / Double(sailings[number]) / 3_600 : 0
      for (hold, name) in Hold.reported {
        let cells = hold.rawValue * runs.sections..<(hold.rawValue + 1) * runs.sections
        func thousands(_ sums: [[Int64]]) -> [Double] {
          sums[number][cells].map { Double($0) / 1_000 }
        }
        let (whole, own, others) = (thousands(offered), thousands(carried), thousands(background))
        guard whole.contains(where: { $0 > 0 }) else { continue }
        record.holds.append(
          ReplicationResult.ServiceRecord.HoldRecord(
            unit: hold == .fcl ? "TEU" : "t", name: name,
            sections: (0..<runs.sections).map {
              .init(
                from: runs.stops[$0], to: runs.stops[min($0 + 1, runs.stops.count - 1)],
                offered: whole[$0], lots: own[$0], others: others[$0])
            }))
      }
      result.services.append(record)
    }
  }
}
