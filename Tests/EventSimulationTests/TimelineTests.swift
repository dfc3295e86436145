// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import Quantities
import Testing

/// Writes down what it is told, and does what a script says.
struct Script: SimulationModel {
  var log: [String] = []
  /// Job → where it goes after each of its services; then it leaves.
  var steps: [UInt32: [Step]] = [:]
  /// Code of a timer → what it does.
  var actions: [UInt32: (inout EventEngine) -> Void] = [:]

  mutating func served(_ job: UInt32, at station: StationID, _ engine: inout EventEngine) -> Step {
    log.append("\(engine.now) served \(job)@\(station.index)")
    guard var rest = steps[job], !rest.isEmpty else { return .leave }
    let step = rest.removeFirst()
    steps[job] = rest
    return step
  }

  mutating func fired(_ code: UInt32, _ payload: UInt32, _ engine: inout EventEngine) {
    if let action = actions[code] {
      action(&engine)
    } else {
      log.append("\(engine.now) timer \(code)")
    }
  }

  mutating func began(
    _ job: UInt32, at station: StationID, waited: Int64, _ engine: inout EventEngine
  ) {
    log.append("\(engine.now) began \(job)@\(station.index) after \(waited)")
  }

  mutating func unblocked(
    _ job: UInt32, from station: StationID, to next: StationID, _ engine: inout EventEngine
  ) {
    log.append("\(engine.now) unblocked \(job) \(station.index)→\(next.index)")
  }
}

@Suite("Timelines drawn by hand")
struct TimelineTests {
  @Test("one server: the second job waits until the first is served")
  func oneServer() {
    var run = Simulation(model: Script())
    let desk = run.engine.addStation(StationRule(servers: 1))
    #expect(run.engine.arrive(1, at: desk, ticks: 5) == .started)
    #expect(run.engine.arrive(2, at: desk, ticks: 3) == .waits)
    #expect(run.run(until: .max) == .idle)
    #expect(run.model.log == ["5 served 1@0", "5 began 2@0 after 5", "8 served 2@0"])
    #expect(run.engine.imbalance(at: desk) == nil)
  }
}
