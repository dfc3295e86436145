// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightModel
import Quantities

/// Where lots wait for a departure, and how one is loaded.
extension FreightRun {
  /// The lot stands at the terminal, its papers done: it keeps its booking, or books now.
  mutating func wait(_ number: UInt32, _ now: Int64) {
    let lot = Int(number)
    lots[lot].since = now
    lots[lot].eligible = -1
    lots[lot].accounted = 0
    lots[lot].waitsFor = -1
    if lots[lot].booked < 0 {
      chooseAgain(lot, now)
    } else if !keepsBooking(lot, now) {
      // It comes too late for what it had booked, and is as good as rolled over.
      chooseAgain(lot, now)
      lots[lot].rollovers = 1
      if lots[lot].isMeasured { result.missed += 1 }
    }
    tell(lot, .received, at: ID(Int(steps[Int(lots[lot].step)].place)), now)
    join(number, now)
  }

  /// Queues it at the room of its seat.
  private mutating func join(_ number: UInt32, _ now: Int64) {
    let lot = Int(number)
    guard lots[lot].seat >= 0 else {
      // In no queue: found missing at the end.
      lots[lot].eligible = now
      return
    }
    if lots[lot].eligible < 0 { lots[lot].eligible = firstDeparture(lots[lot].seat, now) }
    waiting[Int(neighbours.steps[Int(lots[lot].seat)].target)].append(number)
  }

  /// What it has booked is still to come, open for it, and not known to be cancelled.
  private mutating func keepsBooking(_ lot: Int, _ now: Int64) -> Bool {
    let seat = neighbours.steps[Int(lots[lot].seat)]
    let room = Int(seat.target)
    let run = Int(lots[lot].booked)
    let service = system.rooms[room].service
    let departure = system.services[service].departure(run, system.rooms[room].stop)
    guard departure >= now + Int64(seat.cutoffSeconds), departure > loadedUntil[room] else {
      return false
    }
    let vehicle = vehicleOfRun[system.firstRun[service] + run]
    if vehicle == Self.gone || (vehicle >= 0 && vehicles[Int(vehicle)].isKnownBlank) {
      return false
    }
    return !isAnythingShut(now) || shutter(Int(lots[lot].seat), run, knownAt: now) < 0
  }

  /// Loads the departure that is next at a room: what was left behind, the oldest first, then what is booked, then what stands by.
  mutating func load(_ number: Int, _ engine: inout EventEngine) {
    let place = nextLoading[number]
    nextLoading[number] += 1
    scheduleLoading(number, &engine)
    let departure = system.rooms[number].departures[place]
    loadedUntil[number] = departure
    guard !waiting[number].isEmpty else { return }
    let run = Int(system.rooms[number].runs[place])
    let service = system.rooms[number].service
    let stop = system.rooms[number].stop
    guard let vehicle = vehicle(service, run) else { return }
    let looksForClosures = isAnythingShut(engine.now)
    var queue: [(order: Int, born: Int64, lot: UInt32)] = []
    var stays: [UInt32] = []
    var missed: [(lot: UInt32, isBlank: Bool)] = []
    for lot in waiting[number] {
      let at = Int(lot)
      let seat = Int(lots[at].seat)
      let isBooked = lots[at].booked >= 0 && lots[at].booked <= Int32(run)
      if lots[at].since > departure - Int64(neighbours.steps[seat].cutoffSeconds) {
        stays.append(lot)
      } else if vehicles[vehicle].isBlank
        || looksForClosures && shutter(seat, run, knownAt: engine.now) >= 0
      {
        // A run that does not sail is no loss to what is booked on a later one.
        if isBooked || lots[at].booked < 0 { missed.append((lot, true)) } else { stays.append(lot) }
      } else if lots[at].rollovers > 0 {
        queue.append((0, lots[at].born, lot))
      } else {
        // A probe's booking takes nothing, so that others may have booked the same room after it.
        queue.append((isBooked ? (lots[at].probe >= 0 ? 1 : 2) : 3, lots[at].born, lot))
      }
    }
    if vehicles[vehicle].isBlank { vehicles[vehicle].isKnownBlank = true }
    queue.sort { ($0.order, $0.born, $0.lot) < ($1.order, $1.born, $1.lot) }
    let sections = system.services[service].sections
    for (_, _, lot) in queue {
      let at = Int(lot)
      let row = Int(lots[at].row)
      let (hold, units) = (system.demands[row].hold, system.demands[row].units)
      let span = stop..<Int(neighbours.steps[Int(lots[at].seat)].alights)
      var free = Int64.max
      let holds = Hold.taken(by: hold)
      for section in span {
        for hold in holds {
          free = min(free, vehicles[vehicle].room[hold * sections + section])
        }
      }
      guard free >= system.demands[row].roomWanted else {
        if lots[at].rollovers > 0 || (lots[at].booked >= 0 && lots[at].booked <= Int32(run)) {
          missed.append((lot, false))
        } else {
          stays.append(lot)
        }
        markLeftBehind(at)
        continue
      }
      for section in span {
        for hold in holds { vehicles[vehicle].room[hold * sections + section] -= units }
      }
      if lots[at].booked != Int32(run) {
        // It takes room that was not booked for it, and gives back what was.
        unbook(at)
        book(Int32(run), at)
      }
      board(lot, vehicle, number, departure, &engine)
    }
    waiting[number] = stays
    for (lot, isBlank) in missed.sorted(by: { lots[Int($0.lot)].born < lots[Int($1.lot)].born }) {
      leaveBehind(lot, number, departure, isBlank: isBlank, &engine)
    }
  }

  private mutating func board(
    _ lot: UInt32, _ vehicle: Int, _ room: Int, _ departure: Int64, _ engine: inout EventEngine
  ) {
    let at = Int(lot)
    account(at, until: departure)
    letGo(at, &engine)
    if lots[at].isMeasured { result.boardings += 1 }
    lots[at].boarded = UInt8(system.rooms[room].stop)
    vehicles[vehicle].aboard.append(lot)
  }

  /// Gives the hours for which a lot has waited for a seat to their owners: the next departure's and the cut-off's up to the first
  /// that it could have taken, then those of what left it behind.
  mutating func account(_ lot: Int, until moment: Int64) {
    let seat = neighbours.steps[Int(lots[lot].seat)]
    let owner = system.rooms[Int(seat.target)].owner
    if lots[lot].accounted == 0 {
      let cutoff = Int64(seat.cutoffSeconds)
      let first = min(moment, lots[lot].eligible < 0 ? moment : lots[lot].eligible)
      own(owner, first - cutoff - lots[lot].since, lot)
      own(owner + 1, min(cutoff, first - lots[lot].since), lot)
      lots[lot].accounted = max(first, lots[lot].since)
    }
    own(
      lots[lot].waitsFor < 0 ? owner + 2 : lots[lot].waitsFor, moment - lots[lot].accounted, lot)
    lots[lot].accounted = max(lots[lot].accounted, moment)
  }

  /// Leaves its store, if it stands in one.
  mutating func letGo(_ lot: Int, _ engine: inout EventEngine) {
    let store = Int(lots[lot].store)
    guard store >= 0 else { return }
    let demand = system.demands[Int(lots[lot].row)]
    engine.release(units: lots[lot].storeUnits, at: stationIDs[store])
    let days = Double(engine.now - lots[lot].storedSince) / Double(secondsPerDay)
    let charged = max(0, days - system.freeDays[store])
    if lots[lot].isMeasured { storage += Int64(charged * demand.storageFenPerDay) }
    lots[lot].store = -1
  }

  /// A departure goes without the lot, or does not go: it takes the next that has room, among all neighbours and ways from there.
  mutating func leaveBehind(
    _ number: UInt32, _ room: Int, _ departure: Int64, isBlank: Bool, _ engine: inout EventEngine
  ) {
    let lot = Int(number)
    if lots[lot].rollovers < .max { lots[lot].rollovers += 1 }
    account(lot, until: departure)
    lots[lot].waitsFor = system.rooms[room].owner + (isBlank ? 3 : 2)
    if lots[lot].isMeasured {
      result.rollovers += 1
      rolled[system.rooms[room].service] += 1
    }
    chooseAgain(lot, engine.now)
    if !leavesForAnotherWay(number, room, &engine) { join(number, engine.now) }
  }

  /// What was loaded at a stop for a departure that does not leave there is unloaded, and left behind.
  mutating func putOff(_ vehicle: Int, at stop: Int, _ engine: inout EventEngine) {
    let service = Int(vehicles[vehicle].service)
    let run = Int(vehicles[vehicle].run)
    let room = system.firstRoom[service] + stop
    let aboard = vehicles[vehicle].aboard
    vehicles[vehicle].aboard = aboard.filter { Int(lots[Int($0)].boarded) != stop }
    let sections = system.services[service].sections
    for lot in aboard where Int(lots[Int(lot)].boarded) == stop {
      let row = Int(lots[Int(lot)].row)
      let alights = Int(neighbours.steps[Int(lots[Int(lot)].seat)].alights)
      for section in stop..<alights {
        for hold in Hold.taken(by: system.demands[row].hold) {
          vehicles[vehicle].room[hold * sections + section] += system.demands[row].units
        }
      }
      leaveBehind(
        lot, room, max(engine.now, system.services[service].departure(run, stop)), isBlank: true,
        &engine)
    }
  }

  mutating func scheduleLoading(_ number: Int, _ engine: inout EventEngine) {
    let place = nextLoading[number]
    guard place < system.rooms[number].departures.count else { return }
    let time = system.rooms[number].departures[place] - system.rooms[number].cutoffSeconds
    engine.schedule(
      at: max(engine.now, time), priority: system.loadingPriority, code: Timer.loading.rawValue,
      payload: UInt32(number))
  }
}
