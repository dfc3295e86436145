// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightTestSupport
import Quantities

/// A random network of stations with all that happens to it, for the engine and its slow twin alike.
struct NetworkScript {
  struct Visit {
    var station: Int
    var ticks: Int64
    var units: UInt32
    var priority: UInt8
  }

  enum Action {
    case arrive(job: UInt32)
    case setServers(station: Int, Int)
    case fail(station: Int)
    case repair(station: Int)
    case take(station: Int, units: UInt32)
    case withdraw(station: Int, job: UInt32)
    /// Ends a hold; set by the job that begins it.
    case release(station: Int, units: UInt32)
  }

  var rules: [StationRule] = []
  /// Job → its visits in order.
  var jobs: [[Visit]] = []
  /// Job → ticks that it holds its last server; nil: it leaves.
  var holds: [Int64?] = []
  var actions: [(time: Int64, priority: UInt8, action: Action)] = []
  var horizon: Int64 = 0
  var resetAt: Int64 = 0
  /// Ticks at which the run ends and goes on.
  var cuts: [Int64] = []

  init(seed: Int) {
    var random = SplitMix64(seed: seed)
    let stationCount = Int.random(in: 1...5, using: &random)
    horizon = Int64.random(in: 40...400, using: &random)
    resetAt = Int64.random(in: 0...horizon / 2, using: &random)
    for _ in 0..<stationCount { rules.append(Self.rule(&random)) }
    for _ in 0..<Int.random(in: 5...80, using: &random) { addJob(&random) }
    for _ in 0..<Int.random(in: 0...25, using: &random) { addAction(&random) }
  }

  private static func rule(_ random: inout SplitMix64) -> StationRule {
    var rule = StationRule(servers: Int.random(in: 0...4, using: &random))
    if Bool.random(using: &random) { rule.roomLimit = Int.random(in: 0...5, using: &random) }
    rule.priorities = Int.random(in: 1...3, using: &random)
    if Int.random(in: 0..<4, using: &random) == 0 {
      let least = Int.random(in: 1...3, using: &random)
      rule.batch = .init(least: least, most: least + Int.random(in: 0...3, using: &random))
      rule.roomLimit = rule.roomLimit.map { max($0, least) }
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      rule.cycle = Int64.random(in: 8...40, using: &random)
      rule.shifts = [
        .init(offset: 0, servers: Int.random(in: 0...3, using: &random)),
        .init(
          offset: Int64.random(in: 1..<rule.cycle, using: &random),
          servers: Int.random(in: 0...3, using: &random)),
      ]
    }
    return rule
  }

  private mutating func addJob(_ random: inout SplitMix64) {
    var visits: [Visit] = []
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let station = Int.random(in: rules.indices, using: &random)
      visits.append(
        Visit(
          station: station, ticks: Int64.random(in: 0...12, using: &random),
          units: rules[station].batch == nil ? UInt32.random(in: 1...2, using: &random) : 1,
          priority: UInt8.random(in: 0..<UInt8(rules[station].priorities), using: &random)))
    }
    let mayHold = rules[visits[visits.count - 1].station].batch == nil
    holds.append(
      mayHold && Int.random(in: 0..<4, using: &random) == 0
        ? Int64.random(in: 0...20, using: &random) : nil)
    let time = Int64.random(in: 0..<horizon, using: &random)
    actions.append((time, 128, .arrive(job: UInt32(jobs.count))))
    jobs.append(visits)
  }

  private mutating func addAction(_ random: inout SplitMix64) {
    let station = Int.random(in: rules.indices, using: &random)
    let action: Action =
      switch Int.random(in: 0..<6, using: &random) {
      case 0: .setServers(station: station, Int.random(in: 0...4, using: &random))
      case 1, 2: .fail(station: station)
      case 3: .repair(station: station)
      case 4: .take(station: station, units: UInt32.random(in: 1...6, using: &random))
      default:
        .withdraw(station: station, job: UInt32.random(in: 0..<UInt32(jobs.count), using: &random))
      }
    actions.append(
      (
        Int64.random(in: 0..<horizon, using: &random), UInt8.random(in: 127...129, using: &random),
        action
      ))
  }
}

/// What a run of a script must give, whoever runs it.
struct ScriptResult: Equatable {
  var log: [String] = []
  var end = RunEnd.idle
  /// Station → its sums as text.
  var sums: [String] = []
}

/// Acts a script on the engine.
struct ScriptModel: SimulationModel {
  var script: NetworkScript
  var visited: [Int]
  var log: [String] = []
  /// The first balance that did not hold.
  var imbalance: String?

  init(_ script: NetworkScript) {
    self.script = script
    visited = Array(repeating: 0, count: script.jobs.count)
  }

  static func run(_ script: NetworkScript) -> (result: ScriptResult, imbalance: String?) {
    var run = Simulation(model: ScriptModel(script))
    for rule in script.rules { _ = run.engine.addStation(rule) }
    for (number, row) in script.actions.enumerated() {
      run.engine.schedule(at: row.time, priority: row.priority, code: UInt32(number), payload: 0)
    }
    run.run(until: script.resetAt)
    run.engine.resetStatistics()
    for cut in script.cuts { run.run(until: cut) }
    let end = run.run(until: script.horizon)
    let sums = script.rules.indices.map { s in
      let of = run.engine.statistics(of: ID(s))
      return "arrivals \(of.arrivals) lost \(of.lost) starts \(of.starts) served \(of.served) "
        + "taken \(of.taken) withdrawn \(of.withdrawn) waits \(of.waitSum) \(of.longestWait) "
        + "\(of.mostWaiting) integrals \(of.waitingTicks) \(of.unitTicks) \(of.blockedTicks)"
    }
    let fault = script.rules.indices.lazy.compactMap { run.engine.imbalance(at: ID($0)) }.first
    return (
      ScriptResult(log: run.model.log, end: end, sums: sums), run.model.imbalance ?? fault
    )
  }

  mutating func served(_ job: UInt32, at station: StationID, _ engine: inout EventEngine) -> Step {
    log.append("\(engine.now) served \(job)@\(station.index)")
    let visit = visited[Int(job)]
    let visits = script.jobs[Int(job)]
    if visit + 1 < visits.count {
      let next = visits[visit + 1]
      visited[Int(job)] += 1
      return .move(
        to: ID(next.station), ticks: next.ticks, units: next.units, priority: next.priority)
    }
    guard let hold = script.holds[Int(job)] else { return .leave }
    engine.schedule(
      at: engine.now + hold, code: UInt32(script.actions.count), payload: 0)
    script.actions.append(
      (engine.now + hold, 128, .release(station: station.index, units: visits[visit].units)))
    return .hold
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

  mutating func fired(_ code: UInt32, _ payload: UInt32, _ engine: inout EventEngine) {
    for station in script.rules.indices where imbalance == nil {
      imbalance = engine.imbalance(at: ID(station)).map { "tick \(engine.now): \($0)" }
    }
    switch script.actions[Int(code)].action {
    case .arrive(let job):
      let first = script.jobs[Int(job)][0]
      let entry = engine.arrive(
        job, at: ID(first.station), ticks: first.ticks, units: first.units,
        priority: first.priority)
      log.append("\(engine.now) arrived \(job)@\(first.station) \(entry)")
    case .setServers(let station, let count): engine.setServers(count, at: ID(station))
    case .fail(let station):
      guard engine.broken(at: ID(station)) < engine.servers(at: ID(station)) else { return }
      engine.fail(at: ID(station))
    case .repair(let station):
      guard engine.broken(at: ID(station)) > 0 else { return }
      engine.repair(at: ID(station))
    case .take(let station, let units):
      var taken: [UInt32] = []
      engine.take(upTo: units, from: ID(station), into: &taken)
      log.append("\(engine.now) took \(taken)@\(station)")
    case .withdraw(let station, let job):
      log.append("\(engine.now) withdrew \(job): \(engine.withdraw(job, from: ID(station)))")
    case .release(let station, let units): engine.release(units: units, at: ID(station))
    }
  }
}
