// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
public import FreightSimulation
public import NetworkIO
public import Scenario

/// What scenarios do to a base: by the timetable, or with replications simulated under the same luck.
public struct ComparisonStudy: Sendable {
  public let request: ComparisonRequest
  /// The base first, then the scenarios in the order of the request.
  public let sources: [NetworkSource]
  private let way: Way

  private enum Way {
    case planned([CoverageQuery])
    case simulated(ReplicationsReading)
  }

  /// Replications are asked for.
  public var isSimulated: Bool { if case .simulated = way { true } else { false } }

  /// - Parameters:
  ///   - request: What is asked; where it is silent, what the first scenario asks.
  ///   - threads: Changes no answer.
  ///   - known: Its networks, where they were read before.
  /// - Throws: `StudyFaults` with everything that is wrong with the request; `StudyFailure` where a
  ///   network to be simulated has no demand; `InvalidInput` where one is wrong.
  public init(
    _ request: ComparisonRequest, threads: Int = 2, sources known: [NetworkSource]? = nil
  ) throws {
    var reading = RequestReading()
    if request.base != nil, request.scenarios.isEmpty { reading.add("usage.compare_none") }
    if request.run.replications == nil {
      for option in request.run.givenOptions {
        reading.add("usage.needs", option, "--replications")
      }
    } else {
      var unused = request.circle
      unused.target = TargetRequest()
      for option in unused.givenOptions + (request.noSwings ? ["--no-swings"] : []) {
        reading.add("usage.not_with", option, "--replications")
      }
    }
    var sources: [NetworkSource] = known ?? []
    if known == nil {
      for path in [request.base] + request.scenarios.map(Optional.some) {
        if let source = try reading.source(path) { sources.append(source) }
      }
    }
    if request.run.replications == nil {
      let ask = sources.dropFirst().lazy.compactMap { $0.scenario?.ask }.first
      let asked = CircleReading(request.circle.filled(from: ask), threads: threads, &reading)
      let queries = sources.compactMap { asked.query(in: $0, &reading) }
      try reading.check()
      way = .planned(queries)
    } else {
      var asked = reading.replications(request.run, threads: threads)
      asked.mostReplications = max(50, asked.query.replications)
      for source in sources {
        reading.checkTarget(request.circle.target, in: source.read.network)
      }
      try reading.check()
      asked.judge(
        by: request.circle.target,
        ask: sources.dropFirst().lazy.compactMap { $0.scenario?.ask }.first)
      way = .simulated(asked)
      for source in sources where source.read.network.demands.isEmpty {
        throw StudyFailure("simulate.no_demand", [source.path])
      }
    }
    (self.request, self.sources) = (request, sources)
  }

  /// Networks, searches, time and memory, from a sample of the searches; nil of a simulated comparison.
  ///
  /// - Throws: `TimeZoneFault`.
  /// - Complexity: Two routers and 168 searches.
  public func estimate() throws -> ComparisonEstimate? {
    guard case .planned(let queries) = way else { return nil }
    return try ComparisonEstimate(
      sources.map(\.read.network), queries, triesSwings: !request.noSwings)
  }

  /// What each network's simulation would take; none of a planned comparison.
  public var simulationEstimates: [SimulationEstimate] {
    guard case .simulated(let asked) = way else { return [] }
    return sources.map { SimulationEstimate(of: $0.read.network, asked.query) }
  }

  /// Asks every network the same.
  ///
  /// With `drawsSurface` the cells of the map are computed.
  ///
  /// - Throws: `TimeZoneFault`; `CancelledStudy`.
  public func run(
    drawsSurface: Bool = false, progress: @escaping StudyProgress = { _, _, _ in },
    cancellation: Cancellation = Cancellation()
  ) throws -> ComparisonAnswer {
    let outcome: ComparisonAnswer.Outcome
    var seed: UInt64?
    switch way {
    case .planned(let queries):
      outcome = .planned(
        try plan(queries, drawsSurface: drawsSurface, progress, cancellation))
    case .simulated(let asked):
      seed = asked.query.seed
      outcome = .simulated(
        try simulate(asked, progress, cancellation))
    }
    return ComparisonAnswer(request: request, sources: sources, seed: seed, outcome: outcome)
  }

  private func plan(
    _ queries: [CoverageQuery], drawsSurface: Bool, _ progress: @escaping StudyProgress,
    _ cancellation: Cancellation
  ) throws -> Comparison {
    var answers: [NetworkAnswer] = []
    for (source, query) in zip(sources, queries) {
      try cancellation.check()
      var run = AnswerRun(
        name: source.name, title: source.title, network: source.read.network, query: query)
      run.drawsSurface = drawsSurface
      run.grids = answers.first?.circle.grids
      run.triesSwings = !request.noSwings
      run.progress = { progress(.named(source.name), $0, $1) }
      answers.append(try run.run())
    }
    var seen: Set<String> = []
    for (number, source) in sources.enumerated().dropFirst()
    where !seen.insert(source.name).inserted {
      answers[number].name += "-\(number)"
    }
    var comparison = Comparison(
      base: answers[0],
      scenarios: zip(sources, answers).dropFirst().map { source, answer in
        ScenarioAnswer(
          answer: answer, question: source.scenario?.question ?? LocalizedText(en: "", zh: ""),
          changes: source.scenario?.changes ?? [],
          edits: RowEdit.byKey(source.scenario?.edits ?? []))
      })
    for number in comparison.scenarios.indices {
      comparison.scenarios[number].unchangedBecause = comparison.unchangedReason(of: number)
    }
    return comparison
  }

  private func simulate(
    _ asked: ReplicationsReading, _ progress: @escaping StudyProgress, _ cancellation: Cancellation
  ) throws -> [SimulationComparison] {
    let base = sources[0].read.network
    func series(_ network: Network, _ asked: ReplicationsReading) -> SimulationSeries {
      SimulationSeries(
        network: network, asked: asked, progress: progress, cancellation: cancellation)
    }
    var asked = asked
    asked.query.keepsLots = true
    if asked.findsWarmup {
      asked.query.warmupDays = try series(base, asked).findWarmup()
      asked.findsWarmup = false
    }
    // One run of the base serves all scenarios: what any of them closes is watched.
    var before = asked
    for source in sources.dropFirst() {
      before.query.hourlyResources.formUnion(
        BacklogRecovery.resources(of: base, base: base, scenario: source.read.network))
    }
    let baseOutcome = try series(base, before).run()
    return try sources.dropFirst().map { source in
      let network = source.read.network
      var after = asked
      after.query.hourlyResources = BacklogRecovery.resources(
        of: network, base: base, scenario: network)
      return SimulationComparison(
        base: baseOutcome.result, scenario: try series(network, after).run().result,
        baseNetwork: base, scenarioNetwork: network, measuredFrom: baseOutcome.measuredFrom)
    }
  }
}

/// A base and its scenarios side by side.
public struct ComparisonAnswer: StudyAnswer {
  public enum Outcome: Sendable {
    case planned(Comparison)
    /// In the order of the scenarios.
    case simulated([SimulationComparison])
  }

  public let request: ComparisonRequest
  /// The base first.
  public let sources: [NetworkSource]
  public let seed: UInt64?
  public let outcome: Outcome

  public var inputs: [InputFile] { sources.inputs }
  public var command: String { request.command }

  /// The planned comparison; nil where it was simulated.
  public var planned: Comparison? {
    if case .planned(let comparison) = outcome { comparison } else { nil }
  }

  /// The same with one scenario alone: its line and its files.
  public func alone(_ number: Int) -> (command: String, inputs: [InputFile]) {
    var request = request
    request.scenarios = [self.request.scenarios[number]]
    return (request.command, [sources[0], sources[number + 1]].inputs)
  }
}
