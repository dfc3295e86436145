// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightTestSupport
import Quantities
import Testing

@Suite("Runs")
struct RunTests {
  /// Goes round without time passing.
  struct Roundabout: SimulationModel {
    var byTimer: Bool

    mutating func served(
      _ job: UInt32, at station: StationID, _ engine: inout EventEngine
    ) -> Step { .move(to: station, ticks: 0) }

    mutating func fired(_ code: UInt32, _ payload: UInt32, _ engine: inout EventEngine) {
      if byTimer { engine.schedule(at: engine.now, code: code, payload: payload) }
    }
  }

  @Test("a loop in which no time passes ends the run as stuck", arguments: [true, false])
  func zeroTimeLoop(byTimer: Bool) {
    var run = Simulation(model: Roundabout(byTimer: byTimer))
    run.engine.instantLimit = 1_000
    let station = run.engine.addStation(StationRule(servers: 1))
    run.engine.schedule(at: 5, code: 0, payload: 0)
    if !byTimer { run.engine.arrive(1, at: station, ticks: 5) }
    let end11 = run.run(until: .max)
    #expect(end11 == .stuck)
    #expect(run.engine.now == 5)
  }

  /// Starts a new job whenever one begins, within one instant.
  struct Fountain: SimulationModel {
    mutating func served(
      _ job: UInt32, at station: StationID, _ engine: inout EventEngine
    ) -> Step { .leave }
    mutating func fired(_ code: UInt32, _ payload: UInt32, _ engine: inout EventEngine) {}
    mutating func began(
      _ job: UInt32, at station: StationID, waited: Int64, _ engine: inout EventEngine
    ) {
      engine.arrive(job, at: station, ticks: 1)
    }
  }

  @Test("a loop of starts in which no event comes ends the run as stuck")
  func startLoop() {
    var run = Simulation(model: Fountain())
    run.engine.instantLimit = 1_000
    let station = run.engine.addStation(
      StationRule(servers: 100_000, batch: .init(least: 1, most: 1)))
    run.engine.arrive(1, at: station, ticks: 1)
    let end12 = run.run(until: .max)
    #expect(end12 == .stuck)
  }

  @Test("replications come back in their order, whatever the number of threads")
  func threads() {
    let one = replicate(40, threads: 1) { ScriptModel.run(NetworkScript(seed: $0)).result }
    #expect(one.count == 40)
    for threads in [2, 8] {
      let more = replicate(40, threads: threads) {
        ScriptModel.run(NetworkScript(seed: $0)).result
      }
      #expect(more == one, "\(threads) threads")
    }
  }

  @Test("no replications give no results")
  func noReplications() { #expect(replicate(0, threads: 4) { $0 }.isEmpty) }

  @Test("a run in two parts is the run in one", arguments: 0..<50)
  func parts(seed: Int) {
    let script = NetworkScript(seed: seed)
    var whole = script
    whole.resetAt = 0
    var random = SplitMix64(seed: seed)
    var parts = whole
    parts.cuts = (0..<5).map { _ in Int64(random.integer(0..<Int(script.horizon))) }.sorted()
    #expect(ScriptModel.run(parts).result == ScriptModel.run(whole).result, "seed \(seed)")
  }

  @Test("a timer in the past is refused")
  func past() async {
    await #expect(processExitsWith: .failure) {
      var engine = EventEngine()
      engine.schedule(at: -1, code: 0, payload: 0)
    }
  }

  @Test("a rule that contradicts itself is refused")
  func badRule() async {
    await #expect(processExitsWith: .failure) {
      var engine = EventEngine()
      _ = engine.addStation(StationRule(servers: 1, roomLimit: 1, batch: .init(least: 2, most: 3)))
    }
  }
}
