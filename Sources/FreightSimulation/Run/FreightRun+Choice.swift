// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightModel
import FreightRouting
import Quantities

/// A way with what it would lose today.
private struct Offer {
  var option: RoutePlans.Option
  var weight: Int64
  /// Seconds for room and closures, and those for room alone.
  var lost: Int64
  var booked: Int64
  /// Element that is closed longest, where that is what counts; -1 for none.
  var closer: Int
  /// Seat → seconds lost for room, and the run that has it.
  var lostAt: [6 of Int64]
  var runs: [6 of Int32]
}

/// Which way a lot takes, and which departure it books.
extension FreightRun {
  /// Takes the way that its objective likes best with what it is expected to lose: the earliest, or the one of least
  /// generalized cost.
  ///
  /// What a way is expected to lose is the wait for a departure with room on its first seat, and for
  /// what is closed now to open again. So long the lot stays with its shipper.
  ///
  /// Where no way has room it stays a day and asks again.
  ///
  /// - Returns: Seconds that it stays.
  mutating func choose(_ lot: Int, _ now: Int64) -> Int64 {
    let row = Int(lots[lot].row)
    let demand = system.demands[row]
    let slot = Int(floorModulo(now - system.slotOffset, secondsPerWeek) / RoutePlans.slotSeconds)
    let probe = Int(lots[lot].probe)
    let isProbe = probe >= 0
    let options =
      isProbe
      ? system.probes.options[probe / system.probes.weeks...(probe / system.probes.weeks)]
      : system.plans.options(of: row, slot: slot)
    // What is planned for a slot is planned for its middle.
    let early = isProbe ? 0 : RoutePlans.slotSeconds / 2
    // No way from this hour of the week, though another has one: it asks again tomorrow.
    guard let first = options.first else { return secondsPerDay }
    var best: Offer?
    for option in options {
      let path = Int(option.path)
      var lost: Int64 = 0
      var lostAt = [6 of Int64](repeating: 0)
      var runs = [6 of Int32](repeating: -1)
      var hasRoom = true
      for seat in 0..<min(runs.count, system.seats[path].count) where option.departures[seat] >= 0 {
        let planned = now + Int64(option.departures[seat]) - early + lost
        guard
          let booking = firstBookable(
            steps[Int(system.seats[path][seat])], notBefore: planned, demand.roomWanted, demand.hold
          )
        else {
          hasRoom = false
          break
        }
        runs[seat] = booking.run
        lostAt[seat] = booking.departure - booking.first
        lost += lostAt[seat]
      }
      guard hasRoom else { continue }
      let booked = lost
      var closer = -1
      for element in system.elementsOfPath[path] {
        let closed = closedUntil(Int(element), now) - now
        if closed > lost { (lost, closer) = (closed, Int(element)) }
      }
      let seconds = Int64(option.plannedSeconds) + lost
      var weight =
        demand.valueOfTime.map { system.pathCost[path] * 3_600 + $0 * seconds } ?? seconds
      // However cheap, nobody waits so long for room while another way has some.
      if lost > system.longestWait { weight += Int64.max / 4 }
      if weight < best?.weight ?? .max {
        best = Offer(
          option: option, weight: weight, lost: lost, booked: booked, closer: closer,
          lostAt: lostAt, runs: runs)
      }
    }
    guard let chosen = best else {
      markLeftBehind(lot)
      if let seat = system.seats[Int(first.path)].first {
        own(system.rooms[Int(steps[Int(seat)].target)].owner + 2, secondsPerDay, lot)
      }
      return secondsPerDay
    }
    if chosen.booked > 0 { markLeftBehind(lot) }
    if chosen.option.path != first.path {
      lots[lot].isDiverted = true
      tell(diversionFrom: first.gateway, to: chosen.option.gateway, demand.kilograms, now)
    }
    let path = Int(chosen.option.path)
    lots[lot].step = system.firstStep[path]
    lots[lot].gateway = chosen.option.gateway.map { Int32($0.index) } ?? -1
    if lots[lot].isMeasured { countCosts(of: path, demand) }
    guard let number = system.seats[path].first else { return 0 }
    let seat = steps[Int(number)]
    book(chosen.runs[0], seat, lot)
    for (later, number) in system.seats[path].dropFirst().prefix(lots[lot].later.count).enumerated()
    where chosen.runs[later + 1] >= 0 {
      changeBooking(chosen.runs[later + 1], steps[Int(number)], lot, by: -1)
      lots[lot].later[later] = chosen.runs[later + 1]
    }
    // What a closure adds is its owner's; a passage has none, and its hours go to the first seat.
    let closer = chosen.closer < 0 ? -1 : system.closables[chosen.closer].owner
    own(closer, chosen.lost - chosen.booked, lot)
    // To the departures without room, the last first.
    var left = closer < 0 ? chosen.lost : chosen.booked
    for (place, number) in system.seats[path].prefix(chosen.lostAt.count).enumerated().reversed() {
      let part = place == 0 ? left : min(left, chosen.lostAt[place])
      own(system.rooms[Int(steps[Int(number)].target)].owner + 2, part, lot)
      left -= part
    }
    // So long it is still with its shipper.
    lots[lot].since = now + chosen.lost
    return chosen.lost
  }

  private mutating func countCosts(of path: Int, _ demand: FreightSystem.DemandSpec) {
    result.tonnesSent += demand.tonnes
    cost += Int64((Double(system.pathCost[path]) * demand.consignments).rounded())
    co2e += Int64((Double(system.pathCO2e[path]) * demand.consignments).rounded())
  }

  private mutating func tell(
    diversionFrom from: ID<Place>?, to: ID<Place>?, _ kilograms: Int64, _ now: Int64
  ) {
    guard now >= system.warmup else { return }
    let key = ReplicationResult.Diversion(
      from: from, to: to, day: Int32((now - system.warmup) / secondsPerDay))
    diversions[key, default: 0] += kilograms
  }

  /// The first run from a time on whose seat has room to book, and the departure of the first run at all.
  ///
  /// Nil where no run of the next sixty has room.
  mutating func firstBookable(
    _ seat: LotStep, notBefore time: Int64, _ units: Int64, _ hold: Int
  ) -> (run: Int32, departure: Int64, first: Int64)? {
    let room = Int(seat.target)
    let service = system.rooms[room].service
    let sections = system.rooms[room].stop..<Int(seat.alights)
    let first = system.rooms[room].firstRun(notBefore: time)
    // Runs that are known to be full are not asked again.
    let cell = room * Hold.allCases.count + hold
    let isWhole = system.services[service].sections == 1 && units >= system.lotUnits[hold]
    var place = isWhole ? max(first, Int(fullUntil[cell])) : first
    let start = place
    let end = min(system.rooms[room].departures.count, first + 60)
    while place < end {
      let run = system.rooms[room].runs[place]
      if bookable(service, Int(run), sections, hold) >= units {
        if isWhole, start == Int(fullUntil[cell]) { fullUntil[cell] = Int32(place) }
        return (run, system.rooms[room].departures[place], system.rooms[room].departures[first])
      }
      place += 1
    }
    return nil
  }

  /// Least that is still to be booked on the sections of a seat; of a run not yet begun the whole hold.
  private mutating func bookable(_ service: Int, _ run: Int, _ sections: Range<Int>, _ hold: Int)
    -> Int64
  {
    let number = vehicleOfRun[system.firstRun[service] + run]
    if number == Self.gone { return 0 }
    let whole = Hold.whole(of: hold)
    guard number >= 0 else {
      return min(
        freeHold(service, run, hold, sections), freeHold(service, run, whole, sections))
    }
    let count = system.services[service].sections
    var least = Int64.max
    for section in sections {
      least = min(
        least, vehicles[Int(number)].bookable[hold * count + section],
        vehicles[Int(number)].bookable[whole * count + section])
    }
    return least
  }

  mutating func book(_ run: Int32, _ seat: LotStep, _ lot: Int) {
    changeBooking(run, seat, lot, by: -1)
    lots[lot].booked = run
  }

  mutating func unbook(_ seat: LotStep, _ lot: Int) {
    guard lots[lot].booked >= 0 else { return }
    changeBooking(lots[lot].booked, seat, lot, by: 1)
    lots[lot].booked = -1
  }

  /// Gives back what is booked on the seats after the next.
  mutating func unbookLater(_ lot: Int) {
    var at = Int(lots[lot].step) + 1
    for later in lots[lot].later.indices where lots[lot].later[later] >= 0 {
      while steps[at].operation != .board, steps[at].operation != .done { at += 1 }
      guard steps[at].operation == .board else { break }
      changeBooking(lots[lot].later[later], steps[at], lot, by: 1)
      at += 1
    }
    lots[lot].later = [5 of Int32](repeating: -1)
  }

  private mutating func changeBooking(_ run: Int32, _ seat: LotStep, _ lot: Int, by sign: Int64) {
    let room = Int(seat.target)
    let service = system.rooms[room].service
    let demand = system.demands[Int(lots[lot].row)]
    guard let vehicle = vehicle(service, Int(run)) else { return }
    let count = system.services[service].sections
    if sign > 0, count == 1 {
      let departure = system.services[service].departure(Int(run), 0)
      let first = Int32(system.rooms[room].firstRun(notBefore: departure))
      for hold in Hold.allCases.indices
      where Hold.whole(of: hold) == Hold.whole(of: demand.hold) {
        let cell = room * Hold.allCases.count + hold
        fullUntil[cell] = min(fullUntil[cell], first)
      }
    }
    for section in system.rooms[room].stop..<Int(seat.alights) {
      for hold in Hold.taken(by: demand.hold) {
        vehicles[vehicle].bookable[hold * count + section] += sign * demand.units
      }
    }
  }
}
