// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightSimulation
import Quantities
import Reporting
import Stochastics

/// All replications of one command: those asked for, those added until the interval is narrow, and
/// those with one more server.
struct SimulationSeries {
  let network: Network
  let wish: SimulationOptions.Wish
  let session: Session
  let isQuiet: Bool

  struct Outcome {
    var result: SimulationResult
    var stopping: SimulationReport.Stopping?
    var serverValues: [ServerValue] = []
    var measuredFrom: Instant
  }

  func run() throws -> Outcome {
    var query = wish.query
    if !isQuiet { try session.say(estimateSentence) }
    let plans = try RoutePlans(network, depth: query.depth, threads: query.threads)
    if wish.findsWarmup { query.warmupDays = try warmup(query, plans) }
    let simulation = try SimulationRun(network, query, plans: plans)
    var runs = replications(
      of: simulation, 0..<query.replications, label: session.text("cli.simulating"))
    var outcome = Outcome(
      result: SimulationResult(runs, query, in: network), measuredFrom: simulation.measuredFrom)
    if let target = wish.halfWidth {
      var reached = Self.mainHalfWidth(runs)
      while reached > target, runs.count < wish.mostReplications {
        // A step that threads do not change: the same replications on every machine.
        let next = runs.count..<min(wish.mostReplications, runs.count + max(2, runs.count / 4))
        runs += replications(
          of: simulation, next, label: session.text("cli.adding", String(next.upperBound)))
        reached = Self.mainHalfWidth(runs)
      }
      query.replications = runs.count
      outcome.result = SimulationResult(runs, query, in: network)
      outcome.stopping = .init(target: target, reached: reached)
    }
    if wish.servers > 0 {
      outcome.serverValues = try serverValues(outcome.result, query, plans)
    }
    return outcome
  }

  /// Days to leave out of this network, by a run of its own.
  func findWarmup() throws -> Int {
    let query = wish.query
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
    let runs = replications(
      of: try SimulationRun(network, pilot, plans: plans), 0..<1,
      label: session.text("cli.warming"))
    let daily = runs.first.map(WarmupCheck.series) ?? []
    return WarmupCheck.truncation(daily).map { max(28, $0) } ?? query.warmupDays
  }

  private func serverValues(
    _ base: SimulationResult, _ query: SimulationQuery, _ plans: RoutePlans
  ) throws -> [ServerValue] {
    var values: [ServerValue] = []
    let changes = ServerValue.candidates(base, count: wish.servers)
    for (number, change) in changes.enumerated() {
      var changed = query
      changed.logsEvents = false
      switch change {
      case .server(let resource): changed.extraServers[resource, default: 0] += 1
      case .capacity(let service):
        changed.capacityFactors[service, default: 1] *= ServerValue.capacityFactor
      }
      let runs = replications(
        of: try SimulationRun(network, changed, plans: plans), 0..<query.replications,
        label: session.text("cli.one_more", String(number + 1), String(changes.count)))
      values.append(ServerValue(change, base: base.replications, changed: runs))
    }
    ServerValue.correct(&values)
    return values
  }

  /// Runs as many at once as there are threads, and says how far it is.
  private func replications(
    of simulation: SimulationRun, _ numbers: Range<Int>, label: String
  ) -> [ReplicationResult] {
    let progress = Progress(label: label, isQuiet: isQuiet, session: session)
    var runs: [ReplicationResult] = []
    var next = numbers.lowerBound
    while next < numbers.upperBound {
      let end = min(numbers.upperBound, next + max(1, simulation.query.threads))
      runs += simulation.run(next..<end)
      next = end
      progress.reach(next - numbers.lowerBound, of: numbers.count)
    }
    progress.end()
    return runs
  }

  /// Lots of a replication, and the memory of what is kept of all replications.
  private var estimateSentence: String {
    let query = wish.query
    let years = Double(query.days + query.warmupDays) / 364
    let lots = network.demands.reduce(0.0) { sum, demand in
      let size = LotSize(demand.cargoClass, demand.exportMode, in: network).tonnes
      return sum + demand.tonnesPerYear * query.demandFactor * years / max(size, 0.001)
    }
    // A lot keeps its time; its milestones are kept where they are written.
    let bytes =
      4e7 + 5e5 * Double(network.demands.count)
      + lots * Double(4 * query.replications + (query.logsEvents ? 12 * 48 : 0))
    return session.text(
      "simulate.estimate", String(network.demands.count), String(Int(lots.rounded())),
      String(query.replications), String(Int((bytes / 1e6).rounded())))
  }
}
