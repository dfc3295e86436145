// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightModel
import FreightRouting
import Quantities

/// Another way for what was left behind.
extension FreightRun {
  /// Times that one lot may leave its way for another.
  private static let plansAtMost: UInt8 = 3

  /// Asks the routing core for a lot that was left behind and whose next booking is further off than its shipper waits.
  ///
  /// - Returns: It goes another way, and no longer waits here.
  mutating func leavesForAnotherWay(
    _ number: UInt32, _ room: Int, _ engine: inout EventEngine
  ) -> Bool {
    let (at, now) = (Int(number), engine.now)
    let row = Int(lots[at].row)
    guard lots[at].probe < 0, lots[at].plans < Self.plansAtMost,
      let destination = system.demands[row].destination
    else { return false }
    let seat = lots[at].seat
    let departs =
      lots[at].booked < 0
      ? Int64.max
      : departure(of: Int(lots[at].booked), Int(neighbours.steps[Int(seat)].target))
    guard departs == .max || departs - now > system.demands[row].patience else { return false }
    let step = steps[Int(lots[at].step)]
    let offset = floorModulo(now - system.slotOffset, secondsPerWeek)
    let question = ReplanBook.Question(
      place: ID(Int(step.place)), standing: step.isCleared ? .cleared : .free,
      destination: destination, consignment: system.plans.sizes[row].consignment,
      slot: Int(offset / ReplanBook.slotSeconds),
      sails: Hold.whole(of: system.demands[row].hold) != Hold.flown.rawValue,
      without: system.network.services[system.services[system.rooms[room].service].service].id)
    guard let first = firstStep(of: question, row, isCleared: step.isCleared),
      let other = forecast(
        from: Int(first), at: now, system.demands[row], cost: 0, best: .max),
      other.arrives < lots[at].expected
    else { return false }
    unbook(at)
    unbookLater(at)
    // What it had waited for room before it went another way.
    if seat >= 0 { account(at, until: now) }
    lots[at].step = first
    book(other, at)
    lots[at].plans += 1
    lots[at].rollovers = 0
    lots[at].eligible = -1
    if lots[at].isMeasured { result.replanned += 1 }
    letGo(at, &engine)
    engine.schedule(at: now, code: Timer.lot.rawValue, payload: number)
    return true
  }

  private func departure(of run: Int, _ room: Int) -> Int64 {
    system.services[system.rooms[room].service].departure(run, system.rooms[room].stop)
  }

  /// The answer to a question among the run's steps; nil where there is none, or it takes a seat that no planned way has.
  private mutating func firstStep(
    of question: ReplanBook.Question, _ row: Int, isCleared: Bool
  ) -> Int32? {
    if let known = stepOfReplan[question] { return known >= 0 ? known : nil }
    stepOfReplan[question] = -1
    guard let answer = book.answer(question) else { return nil }
    let size = system.plans.sizes[row]
    var compiled = StepCompiler(system).compile(answer.stages, size, isCleared: isCleared)
    let boards = compiled.indices.filter { compiled[$0].operation == .board }
    for (number, stage) in zip(boards, answer.stages.filter { $0.kind == .seat }) {
      let key = SeatTable.Key(
        consignment: size.consignment,
        seat: SeatKey(
          from: stage.from, to: stage.to, mode: stage.mode, isCleared: compiled[number].isCleared))
      guard let range = neighbours.range(key) else { return nil }
      compiled[number].seats = range
    }
    let first = Int32(steps.count)
    restSeconds += system.leastRest(of: compiled, neighbours)
    steps += compiled
    stepOfReplan[question] = first
    return first
  }
}
