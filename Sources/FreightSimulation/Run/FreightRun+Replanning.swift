// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightModel
import FreightRouting
import Quantities

/// Another way for what was left behind.
extension FreightRun {
  /// Times that one lot may leave its way for another.
  private static let plansAtMost: UInt8 = 3

  /// Asks the routing core for each lot that was left behind and whose next booking is further off than its shipper waits.
  mutating func replan(
    _ stays: [UInt32], _ number: Int, _ now: Int64, _ engine: inout EventEngine
  ) {
    let room = system.rooms[number]
    var leaving: Set<UInt32> = []
    for lot in stays {
      let at = Int(lot)
      let demand = system.demands[Int(lots[at].row)]
      guard lots[at].rollovers > 0, lots[at].plans < Self.plansAtMost,
        let destination = demand.destination
      else { continue }
      let seat = steps[Int(lots[at].step)]
      let booked =
        lots[at].booked >= 0
        ? system.services[room.service].departure(Int(lots[at].booked), room.stop)
        : now + 60 * secondsPerDay
      guard booked - now > demand.patience else { continue }
      let offset = floorModulo(now - system.slotOffset, secondsPerWeek)
      let question = ReplanBook.Question(
        place: ID(Int(seat.place)), standing: seat.isCleared ? .cleared : .free,
        destination: destination, consignment: system.plans.sizes[Int(lots[at].row)].consignment,
        slot: Int(offset / ReplanBook.slotSeconds),
        sails: Hold.whole(of: demand.hold) != Hold.flown.rawValue,
        without: system.network.services[system.services[room.service].service].id)
      guard let answer = book.answer(question),
        now + answer.seconds < booked + restSeconds(after: Int(lots[at].step))
      else { continue }
      unbook(seat, at)
      unbookLater(at)
      let compiled = StepCompiler(system).compile(
        answer.stages, system.plans.sizes[Int(lots[at].row)], isCleared: seat.isCleared)
      // What it had waited for room before it went another way.
      own(system.rooms[number].owner + 2, now - max(lots[at].since, lots[at].accounted), at)
      lots[at].step = Int32(steps.count)
      steps += compiled
      lots[at].plans += 1
      lots[at].rollovers = 0
      lots[at].eligible = -1
      if lots[at].isMeasured { result.replanned += 1 }
      letGo(at, &engine)
      leaving.insert(lot)
    }
    guard !leaving.isEmpty else { return }
    waiting[number].removeAll { leaving.contains($0) }
    for lot in stays where leaving.contains(lot) {
      engine.schedule(at: now, code: Timer.lot.rawValue, payload: lot)
    }
  }

  /// Planned seconds of the way after a seat's departure, waits left out.
  private func restSeconds(after step: Int) -> Int64 {
    var seconds: Int64 = 0
    var at = step
    while steps[at].operation != .done {
      seconds += steps[at].seconds + Int64(steps[at].releaseSeconds)
      if steps[at].operation == .board {
        let room = system.rooms[Int(steps[at].target)]
        let runs = system.services[room.service]
        if let run = room.runs.first {
          let arrives = runs.arrival(Int(run), Int(steps[at].alights))
          seconds += max(0, arrives - runs.departure(Int(run), room.stop))
        }
      }
      at += 1
    }
    return seconds
  }
}
