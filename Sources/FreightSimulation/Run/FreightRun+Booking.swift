// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightModel
import Quantities

/// Room that lots have booked.
extension FreightRun {
  /// Least that is still to be booked on the sections of a seat; of a run not yet begun the whole hold.
  mutating func bookable(_ service: Int, _ run: Int, _ sections: Range<Int>, _ hold: Int) -> Int64 {
    let number = vehicleOfRun[system.firstRun[service] + run]
    if number == Self.gone { return 0 }
    let whole = Hold.whole(of: hold)
    guard number >= 0 else {
      return min(
        freeHold(service, run, hold, sections), freeHold(service, run, whole, sections))
    }
    if vehicles[Int(number)].isKnownBlank { return 0 }
    let count = system.services[service].sections
    var least = Int64.max
    for section in sections {
      least = min(
        least, vehicles[Int(number)].bookable[hold * count + section],
        vehicles[Int(number)].bookable[whole * count + section])
    }
    return least
  }

  /// Books what a way was forecast with.
  mutating func book(_ forecast: Forecast, _ lot: Int) {
    lots[lot].expected = forecast.arrives
    lots[lot].seat = forecast.seats[0]
    lots[lot].booked = forecast.runs[0]
    changeBooking(lots[lot].seat, lots[lot].booked, lot, by: -1)
    for later in lots[lot].later.indices {
      lots[lot].laterSeats[later] = forecast.seats[later + 1]
      lots[lot].later[later] = forecast.runs[later + 1]
      changeBooking(lots[lot].laterSeats[later], lots[lot].later[later], lot, by: -1)
    }
  }

  mutating func book(_ run: Int32, _ lot: Int) {
    changeBooking(lots[lot].seat, run, lot, by: -1)
    lots[lot].booked = run
  }

  mutating func unbook(_ lot: Int) {
    changeBooking(lots[lot].seat, lots[lot].booked, lot, by: 1)
    lots[lot].booked = -1
  }

  /// Gives back what is booked on the seats after the next.
  mutating func unbookLater(_ lot: Int) {
    for later in lots[lot].later.indices {
      changeBooking(lots[lot].laterSeats[later], lots[lot].later[later], lot, by: 1)
      (lots[lot].laterSeats[later], lots[lot].later[later]) = (-1, -1)
    }
  }

  /// The seat is taken: what was booked after it is next.
  mutating func turnToNextSeat(_ lot: Int) {
    lots[lot].eligible = -1
    lots[lot].seat = lots[lot].laterSeats[0]
    lots[lot].booked = lots[lot].later[0]
    let last = lots[lot].later.count - 1
    for later in 0..<last {
      lots[lot].laterSeats[later] = lots[lot].laterSeats[later + 1]
      lots[lot].later[later] = lots[lot].later[later + 1]
    }
    (lots[lot].laterSeats[last], lots[lot].later[last]) = (-1, -1)
  }

  private mutating func changeBooking(_ seat: Int32, _ run: Int32, _ lot: Int, by sign: Int64) {
    guard seat >= 0, run >= 0 else { return }
    let step = Int(seat)
    let room = Int(neighbours.steps[step].target)
    let service = system.rooms[room].service
    let row = Int(lots[lot].row)
    let (hold, units) = (system.demands[row].hold, system.demands[row].units)
    guard units > 0, let vehicle = vehicle(service, Int(run)) else { return }
    let count = system.services[service].sections
    if sign > 0, count == 1 {
      let departure = system.services[service].departure(Int(run), 0)
      let first = Int32(system.rooms[room].firstRun(notBefore: departure))
      for other in Hold.allCases.indices where Hold.whole(of: other) == Hold.whole(of: hold) {
        let cell = room * Hold.allCases.count + other
        fullUntil[cell] = min(fullUntil[cell], first)
      }
    }
    for section in system.rooms[room].stop..<Int(neighbours.steps[step].alights) {
      for taken in Hold.taken(by: hold) {
        vehicles[vehicle].bookable[taken * count + section] += sign * units
      }
    }
  }
}
