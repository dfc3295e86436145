// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightSimulation
import Quantities
import Stochastics

/// All replications of one network: those asked for, those added until the interval is narrow, and
/// those with one more server.
struct SimulationSeries {
  let network: Network
  let asked: ReplicationsReading
  let progress: StudyProgress
  let cancellation: Cancellation

  struct Outcome {
    var result: SimulationResult
    var stopping: SimulationAnswer.Stopping?
    var serverValues: [ServerValue] = []
    var measuredFrom: Instant
  }

  func run() throws -> Outcome {
    var query = asked.query
    let plans = try RoutePlans(network, depth: query.depth, threads: query.threads)
    if asked.findsWarmup { query.warmupDays = try warmup(query, plans) }
    let simulation = try SimulationRun(network, query, plans: plans)
    var runs = try replications(
      of: simulation, 0..<query.replications, StudyStage("cli.simulating"))
    var outcome = Outcome(
      result: SimulationResult(runs, query, in: network), measuredFrom: simulation.measuredFrom)
    if let target = asked.halfWidth {
      var reached = Self.mainHalfWidth(runs)
      while reached > target, runs.count < asked.mostReplications {
        // A step that threads do not change: the same replications on every machine.
        let next = runs.count..<min(asked.mostReplications, runs.count + max(2, runs.count / 4))
        runs += try replications(
          of: simulation, next, StudyStage("cli.adding", [String(next.upperBound)]))
        reached = Self.mainHalfWidth(runs)
      }
      query.replications = runs.count
      outcome.result = SimulationResult(runs, query, in: network)
      outcome.stopping = .init(target: target, reached: reached)
    }
    if asked.servers > 0 {
      outcome.serverValues = try serverValues(outcome.result, query, plans)
    }
    return outcome
  }

  /// Days to leave out of this network, by a run of its own.
  func findWarmup() throws -> Int {
    let query = asked.query
    return try warmup(
      query, RoutePlans(network, depth: query.depth, threads: query.threads))
  }

  /// Half width over mean of `sim.delay`.
  private static func mainHalfWidth(_ runs: [ReplicationResult]) -> Double {
    Estimate(runs.map(\.delayHoursPerTonne)).relativeHalfWidth
  }

  /// A replication of its own, cut by MSER, not below four weeks.
  private func warmup(_ query: SimulationQuery, _ plans: RoutePlans) throws -> Int {
    var pilot = query
    pilot.logsEvents = false
    let runs = try replications(
      of: try SimulationRun(network, pilot, plans: plans), 0..<1, StudyStage("cli.warming"))
    let daily = runs.first.map(WarmupCheck.series) ?? []
    return WarmupCheck.truncation(daily).map { max(28, $0) } ?? query.warmupDays
  }

  private func serverValues(
    _ base: SimulationResult, _ query: SimulationQuery, _ plans: RoutePlans
  ) throws -> [ServerValue] {
    var values: [ServerValue] = []
    let changes = ServerValue.candidates(base, count: asked.servers)
    for (number, change) in changes.enumerated() {
      var changed = query
      changed.logsEvents = false
      switch change {
      case .server(let resource): changed.extraServers[resource, default: 0] += 1
      case .capacity(let service):
        changed.capacityFactors[service, default: 1] *= ServerValue.capacityFactor
      }
      let runs = try replications(
        of: try SimulationRun(network, changed, plans: plans), 0..<query.replications,
        StudyStage("cli.one_more", [String(number + 1), String(changes.count)]))
      values.append(ServerValue(change, base: base.replications, changed: runs))
    }
    ServerValue.correct(&values)
    return values
  }

  /// Runs as many at once as there are threads, and says how far it is.
  private func replications(
    of simulation: SimulationRun, _ numbers: Range<Int>, _ stage: StudyStage
  ) throws -> [ReplicationResult] {
    var runs: [ReplicationResult] = []
    var next = numbers.lowerBound
    while next < numbers.upperBound {
      try cancellation.check()
      let end = min(numbers.upperBound, next + max(1, simulation.query.threads))
      runs += simulation.run(next..<end)
      next = end
      progress(stage, next - numbers.lowerBound, numbers.count)
    }
    return runs
  }
}
