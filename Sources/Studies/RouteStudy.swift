// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
public import FreightRouting
public import NetworkIO
import Quantities

/// Which way a consignment should go: one itinerary, or all that no other beats.
public struct RouteStudy: Sendable {
  public let request: RouteRequest
  public let source: NetworkSource
  private let way: RouteReading
  private let moment: Moment
  private let objective: ObjectiveReading
  private let criteria: Set<Criterion>?
  private let limits: AlternativeLimits
  /// A router, the same with what is to differ compiled in, and what that is; nil where nothing is.
  private let changed: (plain: Router, router: Router, changes: [RouterChange])?

  /// The end of the journey that the request fixes.
  private enum Moment {
    case depart(Instant)
    case arriveBy(Instant)
  }

  /// - Parameters:
  ///   - request: What is asked.
  ///   - known: Its network, where it was read before.
  /// - Throws: `StudyFaults` with everything that is wrong with the request; `InvalidInput` where the
  ///   network is; `TimeZoneFault`.
  /// - Complexity: That of reading the network, and with changes that of a router.
  public init(_ request: RouteRequest, source known: NetworkSource? = nil) throws {
    var reading = RequestReading()
    let readyAt = reading.time(request.depart, "--depart")
    let deadline = reading.time(request.arriveBy, "--arrive-by")
    switch (request.depart, request.arriveBy) {
    case (nil, nil): reading.add("usage.when")
    case (_?, _?): reading.add("usage.when_twice")
    default: break
    }
    let consignment = reading.consignment(request.cargo)
    criteria = request.alternatives.criteria.flatMap { reading.criteria($0) }
    let hasCriteria = request.alternatives.criteria != nil
    objective = reading.objective(request.objective, of: consignment, hasCriteria: hasCriteria)
    if hasCriteria, request.objective.objective != nil {
      reading.add("usage.criteria_and_objective")
    }
    limits = reading.limits(request.alternatives)
    if request.arriveBy != nil, criteria != nil || objective.goal.map({ $0 != .time }) ?? false {
      reading.add("usage.arrive_by_time")
    }
    let way = try RouteReading(
      from: request.from, to: request.to, consignment, request.cargo, request.demand,
      network: request.network, scenario: request.scenario, known: known, &reading)
    try reading.check()
    guard let moment = readyAt.map(Moment.depart) ?? deadline.map(Moment.arriveBy) else {
      throw reading.failure
    }
    if request.change.change.isEmpty {
      changed = nil
    } else {
      let plain = try way.router(Self.earliest(moment, way))
      let changes = reading.changes(request.change, in: plain.network)
      let router = try reading.compile(changes, on: plain)
      changed = (plain, router, changes.map(\.change))
    }
    (self.request, self.source) = (request, way.source)
    (self.way, self.moment) = (way, moment)
  }

  /// Searches.
  ///
  /// - Throws: `TimeZoneFault`; `CancelledStudy`.
  /// - Complexity: A router and one search; of all alternatives, grows with their number.
  public func run(
    progress: StudyProgress = { _, _, _ in }, cancellation: Cancellation = Cancellation()
  ) throws -> RouteAnswer {
    try cancellation.check()
    var answer = RouteAnswer(request: request, source: source)
    let plain = try changed?.plain ?? way.router(Self.earliest(moment, way))
    let router = changed?.router ?? plain
    switch moment {
    case .depart(let readyAt): try depart(readyAt, router, like: plain, &answer)
    case .arriveBy(let deadline):
      var search = ArriveBySearch(router)
      answer.itineraries =
        search.itinerary(from: way.origin, to: way.destination, by: deadline)
        .map { [$0] } ?? []
      if answer.itineraries.isEmpty {
        answer.unreachable = try whyTooLate(deadline, &search, like: plain)
      }
    }
    progress(.searching, 1, 1)
    return answer
  }

  /// The first moment at which cargo may be ready.
  private static func earliest(_ moment: Moment, _ way: RouteReading) -> Instant {
    switch moment {
    case .depart(let readyAt): readyAt
    case .arriveBy(let deadline):
      ArriveBySearch.earliestReady(
        for: deadline, way.consignment, way.options, in: way.source.read.network)
    }
  }

  /// Why nothing arrives in time: without a deadline it would, or the network does not allow it.
  private func whyTooLate(
    _ deadline: Instant, _ search: inout ArriveBySearch, like plain: Router
  ) throws -> Unreachable {
    let why = search.whyUnreachable(from: way.origin, to: way.destination)
    guard why.code != "unreachable.arrive_by" else { return why }
    var reasons = try ProvenReasons(plain, changes: changed?.changes ?? [])
    return try reasons.reason(
      from: way.origin, to: way.destination,
      readyAt: [deadline - search.router.horizonSeconds])
  }

  private func depart(
    _ readyAt: Instant, _ router: Router, like plain: Router, _ answer: inout RouteAnswer
  ) throws {
    let found = alternatives(readyAt, router)
    answer.itineraries = found.itineraries
    answer.limitsHit = found.limitsHit
    answer.labels = found.labels > 0 ? found.labels : nil
    if answer.itineraries.isEmpty {
      answer.unreachable = try whyNothing(readyAt, router, like: plain)
    }
  }

  private func alternatives(_ readyAt: Instant, _ router: Router) -> Alternatives {
    var query = AlternativesQuery(
      origin: way.origin, destination: way.destination, readyAt: readyAt,
      limits: limits)
    if let criteria {
      query.criteria = criteria
      return router.alternatives(query)
    }
    let objective = objective.objective(for: router.consignment, in: router.network)
    switch objective {
    case .cost, .generalized: return router.best(objective, query)
    case .time:
      guard limits == AlternativeLimits() else { return router.best(.time, query) }
      var search = RouterSearch(router)
      search.run(from: way.origin, readyAt: readyAt)
      return Alternatives(
        itineraries: search.itinerary(to: way.destination).map { [$0] } ?? [],
        limitsHit: [], labels: 0)
    }
  }

  /// Why there is no answer: the limits, or the network.
  private func whyNothing(
    _ readyAt: Instant, _ router: Router, like plain: Router
  ) throws -> Unreachable {
    var search = RouterSearch(router)
    search.run(from: way.origin, readyAt: readyAt)
    guard search.delivery(at: way.destination) != nil else {
      var reasons = try ProvenReasons(plain, changes: changed?.changes ?? [])
      return try reasons.reason(from: way.origin, to: way.destination, readyAt: [readyAt])
    }
    let place = router.network.places[way.destination]
    return Unreachable(
      code: "unreachable.limits",
      arguments: [Messages.name(en: place.nameEN, zh: place.nameZH)])
  }
}

/// The ways of a consignment.
public struct RouteAnswer: StudyAnswer {
  public let request: RouteRequest
  public let source: NetworkSource
  /// Sorted by arrival; one unless all alternatives were asked for.
  public internal(set) var itineraries: [Itinerary] = []
  /// Why there is none; nil where there is one.
  public internal(set) var unreachable: Unreachable?
  /// Limits that left alternatives out.
  public internal(set) var limitsHit: [LimitHit] = []
  /// Labels that the search of alternatives made; nil where it made none.
  public internal(set) var labels: Int?

  public var inputs: [InputFile] { source.read.inputs }
  public var command: String { request.command }
}

/// Two places and a consignment: what route and explain ask about.
struct RouteReading {
  var source: NetworkSource
  var origin: ID<Place>
  var destination: ID<Place>
  var consignment: Consignment
  var options: RoutingOptions

  /// Reads what both need; ids are checked together with all that is wrong so far.
  ///
  /// - Throws: `InvalidInput`; `StudyFaults` with every fault found.
  init(
    from: String?, to: String?, _ consignment: Consignment, _ cargo: CargoRequest,
    _ demand: DemandRequest, network: String?, scenario: String?, known: NetworkSource?,
    _ reading: inout RequestReading
  ) throws {
    self.consignment = consignment
    options = reading.options(cargo)
    reading.demand(demand, &options)
    let from = reading.required(from, "--from", example: "HZ-XS")
    let to = reading.required(to, "--to", example: "G3117735")
    guard let source = try reading.source(network, scenario: scenario, known: known) else {
      throw reading.failure
    }
    let origin = reading.place(from, "--from", in: source)
    let destination = reading.place(to, "--to", in: source)
    if let origin, origin == destination {
      reading.add("usage.same_place", source.read.network.places[origin].id)
    }
    reading.checkWithout(options.without, in: source.read.network)
    reading.checkVia(options, in: source)
    guard let origin, let destination else { throw reading.failure }
    self.source = source
    (self.origin, self.destination) = (origin, destination)
  }

  /// The network's timetable for the consignment, around a moment.
  func router(_ moment: Instant) throws -> Router {
    let network = source.read.network
    return try Router(
      network: network, consignment: consignment, origin: origin, options: options,
      week: network.week(of: moment))
  }
}

extension RequestReading {
  fileprivate mutating func criteria(_ text: String) -> Set<Criterion>? {
    let words = text.split(separator: ",", omittingEmptySubsequences: false)
    let criteria = words.compactMap { Criterion(rawValue: String($0)) }
    if criteria.count == words.count { return Set(criteria) }
    add("usage.criteria", text)
    return nil
  }

  fileprivate mutating func limits(_ asked: AlternativesRequest) -> AlternativeLimits {
    var limits = AlternativeLimits()
    limits.maxCost = asked.maxCost.flatMap { amount($0, "--max-cost", example: "900") }
      .map { Money(rounding: $0 * 100) }
    limits.maxCO2e = asked.maxCO2e.flatMap { amount($0, "--max-co2e", example: "50") }
      .map { Emission(rounding: $0 * 1_000) }
    limits.maxMainHauls = asked.maxLegs.flatMap { wholeNumber($0, "--max-legs", in: 0...99) }
    limits.labelBudget = asked.labelBudget.flatMap {
      wholeNumber($0, "--label-budget", in: 1...999_999_999)
    }
    if let slack = asked.slack {
      if asked.criteria == nil { add("usage.slack_alone") }
      readSlack(slack, &limits)
    }
    return limits
  }

  private mutating func readSlack(_ text: String, _ limits: inout AlternativeLimits) {
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let pair = part.split(separator: "=", omittingEmptySubsequences: false)
      guard pair.count == 2, let value = Decimal.value(pair[1]) else {
        return add("usage.slack", text)
      }
      switch pair[0] {
      case "cost": limits.slackCost = Money(rounding: value * 100)
      case "co2e": limits.slackCO2e = Emission(rounding: value * 1_000)
      default: return add("usage.slack", text)
      }
    }
  }
}
