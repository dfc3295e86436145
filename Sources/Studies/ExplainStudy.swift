// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
public import FreightRouting
public import NetworkIO
import Quantities
import Scenario

/// Why a place takes so long, and what would bring it in.
public struct ExplainStudy: Sendable {
  public let request: ExplainRequest
  public let source: NetworkSource
  /// What the engine is asked.
  public let question: Explanation.Question

  /// - Parameters:
  ///   - request: What is asked; where it is silent, the set of targets that the scenario asks, and
  ///     its circle where the class is the same.
  ///   - threads: Changes no answer.
  ///   - known: Its network, where it was read before.
  /// - Throws: `StudyFaults` with everything that is wrong with the request; `InvalidInput` where the
  ///   network is; `TimeZoneFault`.
  public init(
    _ request: ExplainRequest, threads: Int = 2, source known: NetworkSource? = nil
  ) throws {
    var reading = RequestReading()
    let readyAt = reading.time(request.depart, "--depart")
    let week = reading.week(request.week)
    let consignment = reading.consignment(request.cargo)
    let objective = reading.objective(request.objective, of: consignment)
    let asked = try RouteReading(
      from: request.from, to: request.to, consignment, request.cargo, request.demand,
      network: request.network, scenario: request.scenario, known: known, &reading)
    let network = asked.source.read.network
    let target = request.target.filled(
      from: asked.source.scenario?.ask, of: consignment.cargoClass)
    let (circle, set) = reading.target(target, of: consignment.cargoClass, in: network)
    try reading.check()
    let monday =
      try readyAt.map { try network.week(of: $0) } ?? week.monday ?? network.header.referenceWeek
    let query = CoverageQuery(
      origin: asked.origin, circle: circle, targetSet: set, consignment: consignment,
      options: asked.options, week: monday, ready: week.ready, percentile: week.percentile,
      threads: threads)
    let hours = try ReadyTimes(network: network, query: query)
    question = Explanation.Question(
      consignment: consignment, options: asked.options, origin: asked.origin,
      destination: asked.destination,
      readyTimes: readyAt.map { [$0] } ?? hours.counted.map { hours.instants[$0] }, week: monday,
      percentile: week.percentile,
      targetSeconds: CityTargets(network, circle: circle, set: set)
        .seconds(of: asked.destination),
      objective: objective.objective(for: consignment, in: network), threads: threads)
    (self.request, source) = (request, asked.source)
  }

  /// Searches for the way and for each change that bears on it.
  ///
  /// - Throws: `TimeZoneFault`; `CancelledStudy`.
  public func run(
    progress: StudyProgress = { _, _, _ in }, cancellation: Cancellation = Cancellation()
  ) throws -> ExplainAnswer {
    try cancellation.check()
    let explanation = try Explanation(of: question, in: source.read.network)
    progress(.searching, 1, 1)
    return ExplainAnswer(request: request, source: source, explanation: explanation)
  }
}

/// What binds, and what would help.
public struct ExplainAnswer: StudyAnswer {
  public let request: ExplainRequest
  public let source: NetworkSource
  public let explanation: Explanation

  public var inputs: [InputFile] { source.read.inputs }
  public var command: String { request.command }
}
