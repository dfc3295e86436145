// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// How much room a run has, and what it carries.
extension FreightRun {
  func runEntity(_ service: Int, _ run: Int) -> UInt64 {
    system.runNames[system.firstRun[service] + run]
  }

  /// The least that others leave of a hold on some sections: the capacity less what they have booked of this run.
  mutating func freeHold(_ service: Int, _ run: Int, _ hold: Int, _ sections: Range<Int>) -> Int64 {
    // Of one section it is drawn once.
    guard system.services[service].sections == 1 else {
      return sections.map { drawHold(service, run, hold, $0) }.min() ?? 0
    }
    let cell = (system.firstRun[service] + run) * Hold.allCases.count + hold
    if freeHolds[cell] < 0 { freeHolds[cell] = drawHold(service, run, hold, 0) }
    return freeHolds[cell]
  }

  /// All classes and sections of a run meet one luck: where one is full, the others are fuller than usual.
  private func drawHold(_ service: Int, _ run: Int, _ number: Int, _ section: Int) -> Int64 {
    guard let hold = Hold(rawValue: number) else { return 0 }
    if hold == .flown {
      return max(
        drawHold(service, run, Hold.parcel.rawValue, section),
        drawHold(service, run, Hold.air.rawValue, section))
    }
    let runs = system.services[service]
    let capacity = runs.capacity[number]
    let law = system.loads[service][number * runs.sections + section]
    guard law.high > 0, capacity > 0 else { return capacity }
    let u = luck.uniform(
      runEntity(service, run), Purpose.hold.rawValue, UInt32(hold.whole.rawValue))
    return Int64((Double(capacity) * (1 - law.share(at: u))).rounded())
  }

  /// Counts what a run carries on the section that it sets out on.
  mutating func tellLoad(_ number: Int) {
    let vehicle = vehicles[number]
    let service = Int(vehicle.service)
    let runs = system.services[service]
    let (run, section) = (Int(vehicle.run), Int(vehicle.stop))
    guard runs.departure(run, 0) >= system.warmup, section < runs.sections else { return }
    for (hold, _) in Hold.reported {
      let cell = hold.rawValue * runs.sections + section
      let free = freeHold(service, run, hold.rawValue, section..<section + 1)
      offered[service][cell] += runs.capacity[hold.rawValue]
      background[service][cell] += runs.capacity[hold.rawValue] - free
      carried[service][cell] += free - vehicle.room[cell]
    }
  }
}
