// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import FreightRouting
public import NetworkIO
public import Quantities

/// Earliest deliveries from many places to many, row after row.
public struct MatrixStudy: Sendable {
  public let request: MatrixRequest
  public let source: NetworkSource
  public let origins: [ID<Place>]
  public let destinations: [ID<Place>]
  /// In their order.
  public let readyTimes: [Instant]
  /// No delivery is later.
  public let latest: Instant
  private let search: MatrixSearch

  /// - Parameters:
  ///   - request: What is asked.
  ///   - threads: Changes no answer.
  ///   - known: Its network, where it was read before.
  /// - Throws: `StudyFaults` with everything that is wrong with the request; `InvalidInput` where the
  ///   network is; `TimeZoneFault`.
  /// - Complexity: That of reading the network and of a router.
  public init(
    _ request: MatrixRequest, threads: Int = 2, source known: NetworkSource? = nil
  ) throws {
    var reading = RequestReading()
    let consignment = reading.consignment(request.cargo)
    let options = reading.options(request.cargo)
    let readyAt = reading.time(request.depart, "--depart")
    let isReference = request.week == "reference"
    let named = isReference ? nil : request.week.flatMap(CalendarWeek.monday)
    if let week = request.week, !isReference, named == nil { reading.add("usage.week", week) }
    switch (request.depart, request.week) {
    case (nil, nil): reading.add("usage.matrix_when")
    case (_?, _?): reading.add("usage.matrix_when_twice")
    default: break
    }
    let from = reading.required(request.origins, "--origins", example: "HZ-XS,HZ-BJ")
    let to = reading.required(request.destinations, "--destinations", example: "kind:city")
    guard let source = try reading.source(request.network, known: known) else {
      throw reading.failure
    }
    let network = source.read.network
    origins = from.map { reading.places($0, "--origins", in: source) } ?? []
    destinations = to.map { reading.places($0, "--destinations", in: source) } ?? []
    reading.checkWithout(options.without, in: network)
    try reading.check()
    let week =
      try readyAt.map { try network.week(of: $0) } ?? named ?? network.header.referenceWeek
    if let readyAt {
      readyTimes = [readyAt]
    } else {
      let home = try TimeZoneRules.load(network.header.homeTimeZone)
      let start = home.instant(date: week, secondOfDay: 0)
      readyTimes = (0..<168).map { start + Int64($0) * secondsPerHour }
    }
    latest =
      (readyTimes.max() ?? Instant(seconds: 0))
      + options.horizonSeconds(for: consignment, in: network)
    search = try MatrixSearch(
      network: network, consignment: consignment, options: options, origins: origins,
      destinations: destinations, readyTimes: readyTimes, week: week, threads: threads)
    (self.request, self.source) = (request, source)
  }

  /// What the rows rest on, known before the first of them.
  public var answer: MatrixAnswer { MatrixAnswer(request: request, source: source) }

  /// Searches, and hands on each row in its order.
  ///
  /// - Throws: What `body` throws; `CancelledStudy`.
  public func run(
    progress: StudyProgress = { _, _, _ in }, cancellation: Cancellation = Cancellation(),
    _ body: (MatrixSearch.Row) throws -> Void
  ) throws {
    var done = 0
    try search.run(withCosts: request.withCost) { row in
      try cancellation.check()
      try body(row)
      done += 1
      progress(.searching, done, search.rowCount)
    }
  }
}

/// What made a matrix.
public struct MatrixAnswer: StudyAnswer {
  public let request: MatrixRequest
  public let source: NetworkSource

  public var inputs: [InputFile] { source.read.inputs }
  public var command: String { request.command }
}
