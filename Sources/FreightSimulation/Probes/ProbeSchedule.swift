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
  /// Number of the probe → its one way.
  var options: [RoutePlans.Option] = []
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
  ///
  /// With `takesLots` a departure has room for a probe if it has room for a lot of its class; else any room will do.
  mutating func add(
    _ probes: [Probe], _ consignment: Consignment, weeks: Int, takesLots: Bool
  ) {
    var size = LotSize(consignment.cargoClass, consignment.exportMode, in: network)
    let isBox = consignment.cargoClass == .fcl
    let lot = Int64(((isBox ? size.teu : size.tonnes) * 1_000).rounded())
    // No work at any station: what is measured is the wait.
    (size.tonnes, size.teu) = (0, 0)
    size.consignment = consignment
    // Cargo that comes in the second of a cut-off makes it, as in the timetable.
    loadingPriority += 1
    let destinations = Set(probes.map(\.destination)).sorted()
    let names = destinations.map { RandomStream.name("probe " + network.places[$0].id) }
    let firstRow = demands.count
    for (place, name) in zip(destinations, names) {
      demands.append(
        DemandSpec(
          name: name, lotsPerHour: 0, profile: -1, tonnes: 0, kilograms: 0, units: 0,
          roomWanted: takesLots ? lot : 1, hold: Hold(consignment.cargoClass).rawValue,
          classNumber: 0, consignments: 0, lane: 0,
          valueOfTime: nil, patience: .max, hasWay: true, storageFenPerDay: 0, tierSeconds: 0,
          destination: place))
    }
    let rowOf = Dictionary(
      uniqueKeysWithValues: destinations.enumerated().map { ($1, firstRow + $0) })
    let compiler = StepCompiler(self)
    var known: [[PathStage]: Int32] = [:]
    for (number, probe) in probes.enumerated() {
      // What does not run while it is simulated takes nobody anywhere.
      let runs = probe.path.stages.allSatisfy { stage in
        stage.service.map { serviceNumber[$0.index] >= 0 } ?? true
      }
      guard runs else {
        self.probes.options.append(RoutePlans.option(probe.path, -1))
        continue
      }
      let path = known[probe.path.stages] ?? Int32(firstStep.count)
      if known[probe.path.stages] == nil {
        known[probe.path.stages] = path
        add(compiler.compile(probe.path.stages, size), probe.path.stages)
      }
      self.probes.options.append(RoutePlans.option(probe.path, path))
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
