// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightModel
import FreightRouting
import Quantities
import Stochastics

/// Probes of a system, by ready time.
struct ProbeSchedule: Sendable {
  struct Item: Sendable {
    /// Row of the system's demands.
    var row: Int32
    var number: Int32
    var readySeconds: Int64
    /// Name of its luck, the ready hour left out.
    var name: UInt64
  }
  /// In order of ready time.
  var items: [Item] = []
  /// Number of the probe → its ways, by row of the system's paths.
  var ways: [[Int32]] = []
  var weeks = 0

  /// Items that are ready with the one at `place`.
  func together(from place: Int) -> Range<Int> {
    var end = place
    while end < items.count, items[end].readySeconds == items[place].readySeconds { end += 1 }
    return place..<end
  }
}

extension FreightSystem {
  /// Adds probes for every week.
  mutating func add(_ fleet: ProbeFleet, weeks: Int) {
    let (probes, consignment) = (fleet.probes, fleet.consignment)
    var size = LotSize(consignment.cargoClass, consignment.exportMode, in: network)
    let isBox = consignment.cargoClass == .fcl
    let lot = Int64(((isBox ? size.teu : size.tonnes) * 1_000).rounded())
    // No work at any station: what is measured is the wait.
    (size.tonnes, size.teu) = (0, 0)
    size.consignment = consignment
    let destinations = Set(probes.map(\.destination)).sorted()
    let names = destinations.map { RandomStream.name("probe " + network.places[$0].id) }
    let firstRow = demands.count
    for (place, name) in zip(destinations, names) {
      demands.append(
        DemandSpec(
          name: name, lotsPerHour: 0, profile: -1, tonnes: 0, kilograms: 0, units: 0,
          roomWanted: fleet.takesLots ? lot : 1, hold: Hold(consignment.cargoClass).rawValue,
          classNumber: 0, consignments: 0, lane: 0,
          valueOfTime: fleet.valueOfTime, patience: .max, hasWay: true, storageFenPerDay: 0,
          tierSeconds: 0,
          destination: place))
    }
    let rowOf = Dictionary(
      uniqueKeysWithValues: destinations.enumerated().map { ($1, firstRow + $0) })
    let compiler = StepCompiler(self)
    var ways: [ProbeFleet.Line: [Int32]] = [:]
    for (line, menu) in fleet.menus.sorted(by: {
      ($0.key.source, $0.key.destination) < ($1.key.source, $1.key.destination)
    }) {
      for stages in menu.ways {
        // What does not run while it is simulated takes nobody anywhere.
        let runs = stages.allSatisfy { stage in
          stage.service.map { serviceNumber[$0.index] >= 0 } ?? true
        }
        guard runs else { continue }
        ways[line, default: []].append(Int32(firstStep.count))
        add(stages, size, menu.seats, compiler)
      }
    }
    for (number, probe) in probes.enumerated() {
      self.probes.ways.append(ways[ProbeFleet.Line(probe)] ?? [])
      let row = rowOf[probe.destination] ?? firstRow
      self.probes.items.append(
        ProbeSchedule.Item(
          row: Int32(row), number: Int32(number), readySeconds: probe.readySeconds,
          name: demands[row].name))
    }
    self.probes.items.sort { ($0.readySeconds, $0.number) < ($1.readySeconds, $1.number) }
    self.probes.weeks = weeks
  }
}

extension FreightRun {
  /// Sets the timer of the next probes: `place` counts the items of all weeks.
  mutating func scheduleProbes(_ place: Int, _ engine: inout EventEngine) {
    let count = system.probes.items.count
    guard count > 0, place < count * system.probes.weeks else { return }
    let week = Int64(place / count)
    engine.schedule(
      at: system.warmup + week * secondsPerWeek
        + system.probes.items[place % count].readySeconds,
      code: Timer.probes.rawValue, payload: UInt32(place))
  }

  /// The probes of one ready time set out.
  mutating func send(_ place: Int, _ engine: inout EventEngine) {
    let count = system.probes.items.count
    let week = place / count
    let range = system.probes.together(from: place % count)
    let hour = UInt64(engine.now / secondsPerHour)
    for item in system.probes.items[range] {
      var lot = Lot(
        entity: RandomStream.name(item.name, hour), row: item.row, step: -1, born: engine.now,
        since: engine.now)
      lot.probe = item.number * Int32(system.probes.weeks) + Int32(week)
      result.conservation.generated += 1
      let number = freeLots.popLast() ?? UInt32(lots.count)
      if Int(number) == lots.count { lots.append(lot) } else { lots[Int(number)] = lot }
      engine.schedule(at: engine.now, code: Timer.lot.rawValue, payload: number)
    }
    scheduleProbes(week * count + range.upperBound, &engine)
  }
}

/// Runs each system once, spread over threads: seconds by probe and week, -1 for none.
func replicateProbes(
  _ systems: [FreightSystem], _ query: SimulationQuery, _ book: ReplanBook,
  _ progress: @Sendable (Int) -> Void
) -> [[Int32]] {
  replicate(systems.count, threads: query.threads) { number in
    let seconds = systems[number].run(query, replication: number, book: book).probeSeconds
    progress(systems[number].probes.weeks)
    return seconds
  }
}
