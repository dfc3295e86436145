// SPDX-License-Identifier: GPL-3.0-or-later
public import Coverage
import FreightModel
import FreightRouting
public import NetworkIO
import Quantities
public import Scenario

/// What it would take to bring a city in, or to gain a tier the most cities.
public struct ImprovementStudy: Sendable {
  public let request: ImprovementRequest
  public let source: NetworkSource
  /// What the engine is asked.
  public let query: CoverageQuery
  private let tables: NetworkTables
  private let cities: [ID<Place>]
  private let tier: Int?
  private let citiesAsked: Int

  /// - Parameters:
  ///   - request: What is asked; where it is silent, what the network's scenario asks.
  ///   - threads: Changes no answer.
  ///   - known: Its network, where it was read before.
  /// - Throws: `StudyFaults` with everything that is wrong with the request; `InvalidInput` where the
  ///   network is.
  public init(
    _ request: ImprovementRequest, threads: Int = 2, source known: NetworkSource? = nil
  ) throws {
    var reading = RequestReading()
    if request.city.isEmpty == (request.tier == nil) { reading.add("usage.improve_what") }
    tier = request.tier.flatMap { reading.wholeNumber($0, "--tier", in: 1...99) }
    citiesAsked =
      request.cities.flatMap { reading.wholeNumber($0, "--cities", in: 1...999) } ?? 12
    let source = try reading.source(request.network, known: known)
    let terms = request.circle.filled(from: source?.scenario?.ask)
    let asked = CircleReading(terms, threads: threads, &reading)
    guard let source else { throw reading.failure }
    let network = source.read.network
    let query = asked.query(in: source, &reading)
    if query?.consignment.exportMode == .overseasWarehouse { reading.add("usage.improve_9810") }
    cities = request.city.compactMap { reading.place($0, "--city", in: source) }
    if let query {
      let home = network.header.homeCity.flatMap(network.findPlace)
      let counted = Set(
        network.targets.filter {
          $0.set == query.targetSet && $0.place != home && $0.place != query.origin
        }.map(\.place))
      for city in cities where !counted.contains(city) {
        reading.add("usage.improve_target", network.places[city].id)
      }
    }
    try reading.check()
    guard let query else { throw reading.failure }
    tables = try source.scenario?.tables ?? NetworkTables(directory: source.path)
    (self.request, self.source, self.query) = (request, source, query)
  }

  /// Tries changes one by one; what is told is confirmed by a run of the whole circle.
  ///
  /// - Throws: `TimeZoneFault`; `CancelledStudy`.
  public func run(
    progress: @escaping StudyProgress = { _, _, _ in },
    cancellation: Cancellation = Cancellation()
  ) throws -> ImprovementAnswer {
    let network = source.read.network
    var run = ImprovementRun(tables: tables, network: network, query: query)
    run.citiesAsked = citiesAsked
    try cancellation.check()
    let base = try run.base()
    var improvements: [Improvement] = []
    for city in cities {
      try cancellation.check()
      guard let row = base.cities.first(where: { $0.place == city }) else { continue }
      run.progress = { progress(.named(network.places[city].id), $0, $1) }
      improvements.append(try run.improve(row, base: base))
    }
    if let tier {
      try cancellation.check()
      run.progress = { progress(.named("tier \(tier)"), $0, $1) }
      improvements.append(try run.improve(tier: tier, base: base))
    }
    return ImprovementAnswer(
      request: request, source: source, query: query, improvements: improvements)
  }
}

/// What each city, or the tier, was told.
public struct ImprovementAnswer: StudyAnswer {
  public let request: ImprovementRequest
  public let source: NetworkSource
  public let query: CoverageQuery
  public let improvements: [Improvement]

  public var inputs: [InputFile] { source.read.inputs }
  public var command: String { request.command }
}
