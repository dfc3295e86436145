// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightModel
import FreightRouting
import Quantities

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
    let options = system.plans.options(of: row, slot: slot)
    guard let first = options.first else { return 0 }
    var best: (weight: Int64, lost: Int64, run: Int32, option: RoutePlans.Option)?
    for option in options {
      let path = Int(option.path)
      var lost: Int64 = 0
      var run: Int32 = -1
      if option.firstDeparture >= 0, system.firstSeat[path] >= 0 {
        let planned = now + Int64(option.firstDeparture) - RoutePlans.slotSeconds / 2
        guard
          let booking = firstBookable(
            steps[Int(system.firstSeat[path])], notBefore: planned, demand.units, demand.hold)
        else { continue }
        run = booking.run
        lost = booking.departure - booking.first
      }
      for element in system.elementsOfPath[path] {
        lost = max(lost, closedUntil(Int(element), now) - now)
      }
      let seconds = Int64(option.plannedSeconds) + lost
      var weight =
        demand.valueOfTime.map { system.pathCost[path] * 3_600 + $0 * seconds } ?? seconds
      // However cheap, nobody waits so long for room while another way has some.
      if lost > system.longestWait { weight += Int64.max / 4 }
      if weight < best?.weight ?? .max { best = (weight, lost, run, option) }
    }
    guard let chosen = best else {
      let seat = system.firstSeat[Int(first.path)]
      own(system.rooms[Int(steps[Int(seat)].target)].owner + 2, secondsPerDay, lot)
      return secondsPerDay
    }
    if chosen.option != first {
      lots[lot].isDiverted = true
      tell(diversionFrom: first.gateway, to: chosen.option.gateway, demand.kilograms, now)
    }
    let path = Int(chosen.option.path)
    lots[lot].step = system.firstStep[path]
    lots[lot].gateway = chosen.option.gateway.map { Int32($0.index) } ?? -1
    lots[lot].cost = system.pathCost[path]
    lots[lot].co2e = system.pathCO2e[path]
    guard chosen.run >= 0 else { return 0 }
    let seat = steps[Int(system.firstSeat[path])]
    book(chosen.run, seat, lot)
    own(system.rooms[Int(seat.target)].owner + 2, chosen.lost, lot)
    return chosen.lost
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
    var place = first
    let end = min(system.rooms[room].departures.count, first + 60)
    while place < end {
      let run = system.rooms[room].runs[place]
      if bookable(service, Int(run), sections, hold) >= units {
        return (run, system.rooms[room].departures[place], system.rooms[room].departures[first])
      }
      place += 1
    }
    return nil
  }

  /// Least that is still to be booked on the sections of a seat; of a run not yet begun the whole hold.
  private mutating func bookable(_ service: Int, _ run: Int, _ sections: Range<Int>, _ hold: Int) -> Int64 {
    let number = vehicleOfRun[system.firstRun[service] + run]
    if number == Self.gone { return 0 }
    guard number >= 0 else { return bookableAtFirst(freeHold(service, run, hold), service) }
    let first = hold * system.services[service].sections
    var least = Int64.max
    for section in sections {
      least = min(least, vehicles[Int(number)].bookable[first + section])
    }
    return least
  }

  /// A carrier books more than it has room for, by what it expects not to come.
  func bookableAtFirst(_ room: Int64, _ service: Int) -> Int64 {
    Int64((Double(room) * (1 + system.overbooking[service])).rounded())
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

  private mutating func changeBooking(_ run: Int32, _ seat: LotStep, _ lot: Int, by sign: Int64) {
    let room = Int(seat.target)
    let service = system.rooms[room].service
    let demand = system.demands[Int(lots[lot].row)]
    guard let vehicle = vehicle(service, Int(run)) else { return }
    let count = system.services[service].sections
    for section in system.rooms[room].stop..<Int(seat.alights) {
      vehicles[vehicle].bookable[demand.hold * count + section] += sign * demand.units
    }
  }
}
