// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightModel
import Quantities

/// Where lots wait for a departure, and how one is loaded.
extension FreightRun {
  /// The lot stands at the terminal, its papers done: it keeps its booking, or books now.
  mutating func wait(_ number: UInt32, for seat: LotStep, _ now: Int64) {
    let lot = Int(number)
    let room = Int(seat.target)
    let demand = system.demands[Int(lots[lot].row)]
    let ready = now + Int64(seat.cutoffSeconds)
    lots[lot].since = now
    let eligible = system.rooms[room].firstRun(
      notBefore: max(ready, loadedUntil[room] + 1))
    lots[lot].eligible = Int32(eligible)
    lots[lot].accounted = 0
    if lots[lot].booked >= 0 {
      let departure = system.services[system.rooms[room].service].departure(
        Int(lots[lot].booked), system.rooms[room].stop)
      if departure < ready || departure <= loadedUntil[room] {
        // It comes too late for what it had booked, and is as good as rolled over.
        unbook(seat, lot)
        lots[lot].rollovers = 1
        if lots[lot].isMeasured { result.missed += 1 }
      }
    }
    if lots[lot].booked < 0,
      let booking = firstBookable(seat, notBefore: ready, demand.roomWanted, demand.hold)
    {
      book(booking.run, seat, lot)
    }
    waiting[room].append(number)
    tell(lot, .received, at: ID(Int(seat.place)), now)
  }

  /// Loads the departure that is next at a room: oldest rollovers, then what is booked, then what stands by.
  mutating func load(_ number: Int, _ engine: inout EventEngine) {
    let place = nextLoading[number]
    nextLoading[number] += 1
    scheduleLoading(number, &engine)
    guard !waiting[number].isEmpty else {
      loadedUntil[number] = system.rooms[number].departures[place]
      return
    }
    let room = system.rooms[number]
    let run = Int(room.runs[place])
    let departure = room.departures[place]
    loadedUntil[number] = departure
    guard let vehicle = vehicle(room.service, run) else { return }
    var classes = [[UInt32]](repeating: [], count: 6)
    var stays: [UInt32] = []
    for lot in waiting[number] {
      let at = Int(lot)
      let seat = steps[Int(lots[at].step)]
      if lots[at].since > departure - Int64(seat.cutoffSeconds) {
        stays.append(lot)
      } else if vehicles[vehicle].isBlank {
        leaveBehind(at, place, seat, isBlank: true)
        stays.append(lot)
      } else if lots[at].rollovers > 0 {
        classes[3 - min(3, Int(lots[at].rollovers))].append(lot)
      } else {
        // A probe's booking takes nothing, so that others may have booked the same room after it.
        let isBooked = lots[at].booked >= 0 && lots[at].booked <= Int32(run)
        classes[isBooked ? (lots[at].probe >= 0 ? 3 : 4) : 5].append(lot)
      }
    }
    let sections = system.services[room.service].sections
    for lot in classes.joined() {
      let at = Int(lot)
      let seat = steps[Int(lots[at].step)]
      let demand = system.demands[Int(lots[at].row)]
      let span = room.stop..<Int(seat.alights)
      var free = Int64.max
      let holds = Hold.taken(by: demand.hold)
      for section in span {
        for hold in holds {
          free = min(free, vehicles[vehicle].room[hold * sections + section])
        }
      }
      guard free >= demand.roomWanted else {
        if lots[at].rollovers > 0 || (lots[at].booked >= 0 && lots[at].booked <= Int32(run)) {
          leaveBehind(at, place, seat, isBlank: false)
        }
        // Who stands by is left behind too, and only counts no rollover.
        markLeftBehind(at)
        stays.append(lot)
        continue
      }
      for section in span {
        for hold in holds {
          vehicles[vehicle].room[hold * sections + section] -= demand.units
        }
      }
      if lots[at].booked != Int32(run) {
        // It takes room that was not booked for it, and gives back what was.
        unbook(seat, at)
        book(Int32(run), seat, at)
      }
      board(lot, vehicle, seat, room, departure, &engine)
    }
    waiting[number] = stays
    if !stays.isEmpty { replan(stays, number, engine.now, &engine) }
  }

  private mutating func board(
    _ lot: UInt32, _ vehicle: Int, _ seat: LotStep, _ room: Room, _ departure: Int64,
    _ engine: inout EventEngine
  ) {
    let at = Int(lot)
    let cutoff = Int64(seat.cutoffSeconds)
    let first =
      Int(lots[at].eligible) < room.departures.count
      ? room.departures[Int(lots[at].eligible)] : departure
    own(room.owner, first - cutoff - lots[at].since, at)
    own(room.owner + 1, cutoff, at)
    own(room.owner + 2, departure - max(first, lots[at].accounted), at)
    letGo(at, &engine)
    if lots[at].isMeasured { result.boardings += 1 }
    lots[at].rollovers = 0
    lots[at].booked = lots[at].later[0]
    for later in 1..<lots[at].later.count { lots[at].later[later - 1] = lots[at].later[later] }
    lots[at].later[lots[at].later.count - 1] = -1
    lots[at].boarded = UInt8(room.stop)
    vehicles[vehicle].aboard.append(lot)
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

  private mutating func leaveBehind(_ lot: Int, _ place: Int, _ seat: LotStep, isBlank: Bool) {
    let room = system.rooms[Int(seat.target)]
    let demand = system.demands[Int(lots[lot].row)]
    if lots[lot].rollovers < .max { lots[lot].rollovers += 1 }
    if place + 1 < room.departures.count {
      let from = max(room.departures[place], lots[lot].accounted)
      own(room.owner + (isBlank ? 3 : 2), room.departures[place + 1] - from, lot)
      lots[lot].accounted = room.departures[place + 1]
    }
    if lots[lot].isMeasured {
      result.rollovers += 1
      rolled[room.service] += 1
    }
    unbook(seat, lot)
    if place + 1 < room.departures.count,
      let booking = firstBookable(
        seat, notBefore: room.departures[place + 1], demand.roomWanted, demand.hold)
    {
      book(booking.run, seat, lot)
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
