// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities

@testable import RoutingCore

/// Random changes of a random timetable, made three times: at query time, in the slow twin, and by
/// building the edited timetable from scratch.
struct RandomEdits {
  var timetable: RandomTimetable
  var changes: TimetableChanges
  var twin: TimetableReference
  /// Trips that one of the two found running and the other did not.
  var disagreements = 0
  private var closures: [(node: ID<Node>, window: Range<Int32>)] = []

  init(_ timetable: RandomTimetable, on base: Timetable) {
    self.timetable = timetable
    changes = TimetableChanges(on: base)
    twin = TimetableReference(timetable.builder)
    for _ in 0..<self.timetable.random.draw(1...5) { edit() }
    changes.seal()
  }

  private mutating func edit() {
    let number = Int(timetable.random.draw(0...Int32(timetable.trips.count - 1)))
    let trip = timetable.trips[number]
    let period = Int(timetable.random.draw(0...(timetable.periodCount - 1)))
    switch timetable.random.draw(0...3) {
    case 0:
      let found = changes.cancel(trip, startingIn: period)
      if found != twin.cancel(trip, startingIn: period) { disagreements += 1 }
    case 1:
      let leg = Int(timetable.random.draw(0...Int32(timetable.legCounts[number] - 1)))
      let seconds = 5 * timetable.random.draw(0...20)
      let found = changes.delay(trip, startingIn: period, by: seconds, fromLeg: leg)
      if found != twin.delay(trip, startingIn: period, by: seconds, fromLeg: leg) {
        disagreements += 1
      }
    case 2:
      let legs = timetable.drawLegs(from: 5 * timetable.random.draw(0...60))
      let cost = timetable.random.draw(0...2)
      changes.add(legs, boardingCost: cost, co2e: 1)
      twin.add(legs, boardingCost: cost, co2e: 1)
    default:
      let node = timetable.node()
      let start = 5 * timetable.random.draw(0...50)
      let window = start..<(start + 5 * timetable.random.draw(1...30))
      changes.close(node, during: window)
      twin.close(node, during: window)
      closures.append((node, window))
    }
  }

  /// The edited timetable in one period; a run that may not call everywhere as a trip for each seat that is left.
  func rebuilt() -> Timetable {
    var builder = TimetableBuilder(epoch: RandomTimetable.epoch, period: 100_000)
    builder.looksForClosedTransfers = timetable.builder.looksForClosedTransfers
    for turnaround in timetable.turnarounds { _ = builder.addNode(turnaround: turnaround) }
    for var transfer in timetable.transfers {
      transfer.openBefore = open(transfer.openBefore, at: transfer.tail)
      transfer.openAfter = open(transfer.openAfter, at: transfer.head)
      builder.add(transfer)
    }
    for run in twin.runs {
      let seats = twin.seats(of: run)
      let count = run.legs.count
      if seats.count == count * (count + 1) / 2 {
        _ = builder.addTrip(
          run.legs, periods: 1, boardingCost: run.boardingCost, co2e: run.boardingCO2e)
        continue
      }
      for seat in seats {
        let legs = run.legs[seat.from...seat.through]
        let whole = TripLeg(
          from: run.legs[seat.from].tail, to: run.legs[seat.through].head,
          departure: run.legs[seat.from].departure, arrival: run.legs[seat.through].arrival,
          cost: legs.reduce(0) { $0 + $1.cost }, co2e: legs.reduce(0) { $0 + $1.co2e })
        _ = builder.addTrip(
          [whole], periods: 1, boardingCost: run.boardingCost, co2e: run.boardingCO2e)
      }
    }
    return builder.build()
  }

  /// What is left of the opening hours of a transfer's end at a node.
  private func open(_ hours: [Range<Int32>]?, at node: ID<Node>) -> [Range<Int32>]? {
    let closed = closures.filter { $0.node == node }.map(\.window)
    guard !closed.isEmpty else { return hours }
    return closed.reduce(hours ?? [-10..<10_000]) { open, window in
      open.flatMap {
        [
          $0.clamped(to: .min..<window.lowerBound), $0.clamped(to: window.upperBound..<(.max)),
        ].filter { !$0.isEmpty }
      }
    }
  }
}
