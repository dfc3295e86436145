// SPDX-License-Identifier: GPL-3.0-or-later
public import Coverage
public import FreightModel
import FreightRouting
import FreightSimulation
import Geography
public import JSONText
public import NetworkIO
import Quantities
import Scenario

/// Whom an origin reaches, how fast, by which gateway, why not.
public struct CircleStudy: Sendable {
  public let request: CircleRequest
  public let source: NetworkSource
  /// What the engine is asked.
  public let query: CoverageQuery
  public let requirements: [Requirement]
  private let sampling: Sampling?
  private let delivery: ReadPoints?
  private let base: Base?

  /// What it is held against.
  private enum Base {
    case circle(NetworkSource, CoverageQuery)
    case earlier(name: String, JSONValue)
  }

  /// What is computed beside the cities.
  public struct Parts: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The cells of the map.
    public static let surface = Parts(rawValue: 1)
    /// The tier table under other assumptions; of the timetable's circle alone.
    public static let swings = Parts(rawValue: 2)
    /// The ways of all hours of the week, not of the rank's alone.
    public static let everyHour = Parts(rawValue: 4)
  }

  /// - Parameters:
  ///   - request: What is asked; where it is silent, what the network's scenario asks.
  ///   - threads: Changes no answer.
  ///   - known: Its network, where it was read before.
  /// - Throws: `StudyFaults` with everything that is wrong with the request; `StudyFailure` where
  ///   queues are asked of a network without demand; `InvalidInput` where a file is wrong;
  ///   `TimeZoneFault`.
  /// - Complexity: That of reading the networks, and with changes that of a router.
  public init(
    _ request: CircleRequest, threads: Int = 2, source known: NetworkSource? = nil
  ) throws {
    var reading = RequestReading()
    let requirements = request.require.compactMap { text in
      let requirement = Requirement(text)
      if requirement == nil { reading.add("usage.require", text) }
      return requirement
    }
    var sampling = reading.sampling(request.sample)
    if request.sample.samples != nil {
      if !request.change.change.isEmpty { reading.add("usage.not_with", "--samples", "--change") }
      if request.points != nil { reading.add("usage.not_with", "--samples", "--points") }
    }
    sampling?.probes.threads = threads
    let source = try reading.source(request.network, scenario: request.scenario, known: known)
    let terms = request.circle.filled(from: source?.scenario?.ask)
    let asked = CircleReading(terms, threads: threads, &reading)
    guard let source else { throw reading.failure }
    let network = source.read.network
    let found = asked.query(in: source, &reading)
    if let found { reading.checkTiers(of: requirements, network, found) }
    let base = try Self.base(request, asked, &reading)
    try reading.check()
    guard var query = found else { throw reading.failure }
    if !request.change.change.isEmpty {
      let changes = reading.changes(request.change, in: network)
      _ = try reading.resolve(
        changes,
        on: Router(
          network: network, consignment: query.consignment, origin: query.origin,
          options: query.options, week: query.week))
      query.changes = changes.map(\.change)
    }
    if request.sample.queues, network.demands.isEmpty {
      throw StudyFailure("simulate.no_demand", [source.path])
    }
    delivery = try request.points.map { try PointsReader.read(file: $0) }
    (self.request, self.source, self.query) = (request, source, query)
    (self.requirements, self.sampling, self.base) = (requirements, sampling, base)
  }

  private static func base(
    _ request: CircleRequest, _ asked: CircleReading, _ reading: inout RequestReading
  ) throws -> Base? {
    guard let path = request.compare else { return nil }
    if path.lowercased().hasSuffix(".json") {
      guard let json = try? EarlierResult.read(path) else {
        reading.add("usage.baseline", path)
        return nil
      }
      return .earlier(name: path, json)
    }
    guard let source = try reading.source(path) else { return nil }
    return asked.query(in: source, &reading).map { .circle(source, $0) }
  }

  /// The file of an earlier run that the circle is held against, read as JSON alone; nil where it is not.
  public var earlier: (name: String, json: JSONValue)? {
    if case .earlier(let name, let json) = base { (name, json) } else { nil }
  }

  /// Computes the circle and what it is held against; the same for any number of threads.
  ///
  /// - Throws: `TimeZoneFault`; `CancelledStudy`.
  public func run(
    _ parts: Parts = [], progress: @escaping StudyProgress = { _, _, _ in },
    cancellation: Cancellation = Cancellation()
  ) throws -> CircleAnswer {
    try cancellation.check()
    var baseline: CircleAnswer.Baseline?
    switch base {
    case .circle(let source, let query):
      var computation = CircleComputation(network: source.read.network, query: query)
      (computation.drawsSurface, computation.triesSwings) = (false, false)
      computation.sampling = sampling
      baseline = .circle(
        name: source.name, result: try computation.run(), network: source.read.network)
      try cancellation.check()
    case .earlier(let name, let json): baseline = .earlier(name: name, json)
    case nil: break
    }
    var computation = CircleComputation(network: source.read.network, query: query)
    computation.drawsSurface = parts.contains(.surface)
    computation.keepsEveryHour = parts.contains(.everyHour)
    computation.triesSwings = parts.contains(.swings) && sampling == nil
    computation.sampling = sampling
    computation.points = (delivery?.points ?? []).map {
      GeoPoint(latitude: $0.latitude, longitude: $0.longitude)
    }
    computation.progress = { progress(.searching, $0, $1) }
    return CircleAnswer(
      request: request, source: source, result: try computation.run(),
      points: delivery?.points ?? [], baseline: baseline,
      inputs: source.read.inputs + [delivery?.input].compactMap(\.self),
      seed: sampling?.probes.seed, requirements: requirements)
  }
}

/// The circle and what was asked beside it.
public struct CircleAnswer: StudyAnswer {
  /// What the circle is held against.
  public enum Baseline: Sendable {
    case circle(name: String, result: CoverageResult, network: Network)
    /// A result that an earlier run wrote.
    case earlier(name: String, JSONValue)
  }
  /// A required tier that falls short.
  public struct Miss: Sendable, Hashable {
    public var requirement: Requirement
    public var within: Int
    public var of: Int
    /// `within` of `of`, 0…1; 0 of none.
    public var share: Double { of == 0 ? 0 : Double(within) / Double(of) }
  }

  public let request: CircleRequest
  public let source: NetworkSource
  public let result: CoverageResult
  /// Those asked for, in the order of their rows.
  public let points: [DeliveryPoint]
  public let baseline: Baseline?
  public let inputs: [InputFile]
  public let seed: UInt64?
  let requirements: [Requirement]

  public var command: String { request.command }

  /// The requirements that are not met.
  public var misses: [Miss] {
    requirements.compactMap { requirement in
      guard let row = result.tiers.first(where: { $0.tier == requirement.tier }) else { return nil }
      let miss = Miss(requirement: requirement, within: row.within, of: row.of)
      return miss.share < requirement.share ? miss : nil
    }
  }
}

extension RequestReading {
  /// Nil where the timetable's circle is asked for.
  fileprivate mutating func sampling(_ sample: SampleRequest) -> Sampling? {
    if sample.samples == nil {
      if sample.queues { add("usage.needs", "--queues", "--samples") }
      if sample.seed != nil { add("usage.needs", "--seed", "--samples") }
    }
    if sample.demandFactor != nil, !sample.queues {
      add("usage.needs", "--demand-factor", "--queues")
    }
    var factor = 1.0
    if let text = sample.demandFactor {
      factor = positiveNumber(text, "--demand-factor", example: "2") ?? 1
    }
    let seed = sample.seed.map { self.seed($0) } ?? 1
    guard let text = sample.samples, let weeks = wholeNumber(text, "--samples", in: 1...520) else {
      return nil
    }
    return Sampling(
      ProbeQuery(weeks: weeks, seed: seed, demandFactor: sample.queues ? factor : nil))
  }

  /// Required tiers that the circle does not have.
  fileprivate mutating func checkTiers(
    of requirements: [Requirement], _ network: Network, _ query: CoverageQuery
  ) {
    let tiers = Set(network.tiers.filter { $0.circle == query.circle }.map(\.tier))
    for requirement in requirements where !tiers.contains(requirement.tier) {
      add(
        "usage.require_tier", String(requirement.tier),
        tiers.sorted().map(String.init).joined(separator: ", "))
    }
  }
}
