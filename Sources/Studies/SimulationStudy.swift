// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
public import FreightSimulation
public import NetworkIO
import Quantities
import Scenario

/// Whether a network holds when the cargo really comes.
public struct SimulationStudy: Sendable {
  public let request: SimulationRequest
  public let source: NetworkSource
  private let asked: ReplicationsReading

  /// - Parameters:
  ///   - request: What is asked; where it is silent, the set of targets that the scenario asks.
  ///   - threads: Changes no answer.
  ///   - known: Its network, where it was read before.
  /// - Throws: `StudyFaults` with everything that is wrong with the request; `StudyFailure` where the
  ///   network has no demand; `InvalidInput` where it is wrong.
  public init(
    _ request: SimulationRequest, threads: Int = 2, source known: NetworkSource? = nil
  ) throws {
    var reading = RequestReading()
    var asked = reading.replications(request.run, threads: threads)
    reading.extend(&asked, by: request)
    let source = try reading.source(request.network, scenario: request.scenario, known: known)
    if let source {
      let network = source.read.network
      asked.query.extraServers = reading.servers(request.extraServers, of: network)
      asked.judge(by: request.target, ask: source.scenario?.ask)
      reading.checkTarget(request.target, in: network)
    }
    try reading.check()
    guard let source else { throw reading.failure }
    guard !source.read.network.demands.isEmpty else {
      throw StudyFailure("simulate.no_demand", [source.path])
    }
    (self.request, self.source, self.asked) = (request, source, asked)
  }

  /// Lots, replications and memory, from the tables alone.
  public var estimate: SimulationEstimate { estimate(logsEvents: false) }

  /// Likewise, where the milestones of the first replication's lots are kept.
  public func estimate(logsEvents: Bool) -> SimulationEstimate {
    var query = asked.query
    query.logsEvents = logsEvents
    return SimulationEstimate(of: source.read.network, query)
  }

  /// Runs all replications: those asked for, those added until the interval is narrow, and those with
  /// one more server.
  ///
  /// With `logsEvents` the milestones of the first replication's lots are kept.
  ///
  /// - Throws: `TimeZoneFault`; `CancelledStudy`.
  public func run(
    logsEvents: Bool = false, progress: @escaping StudyProgress = { _, _, _ in },
    cancellation: Cancellation = Cancellation()
  ) throws -> SimulationAnswer {
    var asked = asked
    asked.query.logsEvents = logsEvents
    let outcome = try SimulationSeries(
      network: source.read.network, asked: asked, progress: progress, cancellation: cancellation
    ).run()
    return SimulationAnswer(
      request: request, source: source, seed: asked.query.seed, result: outcome.result,
      stopping: outcome.stopping, serverValues: outcome.serverValues)
  }
}

/// Indicators of a simulated network.
public struct SimulationAnswer: StudyAnswer {
  /// When replications were no longer added.
  public struct Stopping: Sendable, Hashable {
    /// Half width over mean that was asked for, and that was reached.
    public var target, reached: Double
  }

  public let request: SimulationRequest
  public let source: NetworkSource
  public let seed: UInt64?
  public let result: SimulationResult
  /// Nil where a number of replications was asked for.
  public let stopping: Stopping?
  public let serverValues: [ServerValue]

  public var inputs: [InputFile] { source.read.inputs }
  public var command: String { request.command }
}

/// What a simulation would take.
public struct SimulationEstimate: Sendable, Hashable {
  /// Rows of demand.
  public var demands: Int
  /// Lots of a replication.
  public var lots: Int
  public var replications: Int
  /// Memory of what is kept of all replications.
  public var bytes: Double

  init(of network: Network, _ query: SimulationQuery) {
    let years = Double(query.days + query.warmupDays) / 364
    let lots = network.demands.reduce(0.0) { sum, demand in
      let size = LotSize(demand.cargoClass, demand.exportMode, in: network).tonnes
      return sum + demand.tonnesPerYear * query.demandFactor * years / max(size, 0.001)
    }
    demands = network.demands.count
    self.lots = Int(clamping: Int64(min(lots.rounded(), 9e18)))
    replications = query.replications
    // A lot keeps its time; its milestones are kept where they are written.
    bytes =
      4e7 + 5e5 * Double(network.demands.count)
      + lots * Double(4 * query.replications + (query.logsEvents ? 12 * 48 : 0))
  }
}
