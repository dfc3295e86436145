// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
public import FreightModel
public import Quantities

/// A stay that makes an itinerary long: a wait, or the time in customs.
public struct BindingWait: Sendable, Hashable {
  public var place: ID<Place>
  public var cause: Leg.Cause
  public var seconds: Int64
  /// The service waited for.
  public var service: ID<Service>?
  /// Id of the row it rests on, such as a clearance row or a line-haul rule; empty for none.
  public var row: String

  public init(
    place: ID<Place>, cause: Leg.Cause, seconds: Int64, service: ID<Service>?, row: String
  ) {
    self.place = place
    self.cause = cause
    self.seconds = seconds
    self.service = service
    self.row = row
  }

  public var hours: Double { Double(seconds) / 3_600 }
}

extension Itinerary {
  /// Waits and times in customs, the longest first; those of one place, cause and row are added up.
  public var bindingWaits: [BindingWait] {
    var waits: [BindingWait] = []
    for leg in legs {
      let cause: Leg.Cause? =
        switch leg.kind {
        case .exportClearance, .importClearance: .customs
        default: leg.cause
        }
      guard let cause, leg.seconds > 0 else { continue }
      let wait = BindingWait(
        place: leg.from, cause: cause, seconds: leg.seconds, service: leg.service, row: leg.row)
      let known = waits.firstIndex {
        $0.place == wait.place && $0.cause == cause && $0.service == wait.service
          && $0.row == wait.row
      }
      if let known { waits[known].seconds += wait.seconds } else { waits.append(wait) }
    }
    // Equal waits keep the order of the journey.
    return waits.enumerated().sorted {
      ($1.element.seconds, $0.offset) < ($0.element.seconds, $1.offset)
    }.map(\.element)
  }
}

/// A change of one assumption, and what the route takes with it.
public struct Remedy: Sendable, Hashable {
  /// Catalogue key of the change in words, such as `remedy.daily`.
  public var code: String
  public var arguments: [String]
  /// The re-run's options.
  public var options: RoutingOptions
  /// Door-to-door seconds of the statistic after the change; nil is unreachable.
  public var seconds: Int64?
  /// Whether the change brings the place within its target; nil where none was named, or where it
  /// was within already.
  public var bringsIn: Bool?
}

/// Why a place takes so long, and what would bring it nearer.
public struct Explanation: Sendable {
  /// Door-to-door seconds at the percentile's rank of the ready times; nil is unreachable.
  public var seconds: Int64?
  /// The itinerary at that rank, of the earliest ready time that has it.
  public var itinerary: Itinerary?
  /// Of that itinerary, the longest first.
  public var binding: [BindingWait]
  /// Re-runs, in a fixed order of changes.
  public var remedies: [Remedy]
  /// Why there is no itinerary; nil where there is one.
  public var unreachable: Unreachable?

  /// What is to be explained.
  public struct Question: Sendable {
    public var consignment: Consignment
    public var options: RoutingOptions
    public var origin: ID<Place>
    public var destination: ID<Place>
    /// One, or those of a week that a percentile is over.
    public var readyTimes: [Instant]
    /// Monday of the week in which the ready times lie.
    public var week: CivilDate
    public var percentile: Int
    /// The target that the place should make, where there is one.
    public var targetSeconds: Int64?
    /// What chooses the way of each ready time, of the base and of every change.
    public var objective: Objective
    public var threads: Int

    public init(
      consignment: Consignment, options: RoutingOptions = RoutingOptions(), origin: ID<Place>,
      destination: ID<Place>, readyTimes: [Instant], week: CivilDate, percentile: Int = 80,
      targetSeconds: Int64? = nil, objective: Objective = .time,
      threads: Int = 2
    ) {
      self.consignment = consignment
      self.options = options
      self.origin = origin
      self.destination = destination
      self.readyTimes = readyTimes
      self.week = week
      self.percentile = percentile
      self.targetSeconds = targetSeconds
      self.objective = objective
      self.threads = threads
    }
  }

  /// Searches for the route and for each change that bears on it.
  ///
  /// - Complexity: One router and a search for each ready time, for the base and for every change.
  public init(of question: Question, in network: Network) throws {
    let router = try question.router(with: question.options, in: network, like: nil)
    let base = question.times(on: router)
    seconds = nearestRank(question.percentile, of: base)
    binding = []
    remedies = []
    if let number = indexAtNearestRank(question.percentile, of: base)
      ?? base.firstIndex(where: { $0 != nil })
    {
      var search = RouterSearch(router, objective: question.objective)
      search.run(from: question.origin, readyAt: question.readyTimes[number])
      itinerary = search.itinerary(to: question.destination)
      binding = itinerary?.bindingWaits ?? []
    } else {
      var reasons = try ProvenReasons(router)
      let times = question.readyTimes
      unreachable = try reasons.reason(
        from: question.origin, to: question.destination,
        readyAt: times.isEmpty ? [] : [times[0], times[times.count / 2]])
    }
    remedies = try RemedyTrials(
      question: question, network: network, base: router, baseSeconds: seconds
    ).remedies(changes(for: itinerary, options: question.options, in: network))
  }
}

/// Re-runs with changed assumptions.
private struct RemedyTrials {
  let question: Explanation.Question
  let network: Network
  let base: Router
  let baseSeconds: Int64?

  /// Each change alone, then all that exclude no other, then the fewest of these that suffice.
  func remedies(_ changes: [AssumptionChange]) throws -> [Remedy] {
    var list = try changes.map { try remedy($0.code, $0.arguments, [$0]) }
    let joint = changes.filter { !$0.excludesOthers }
    guard joint.count > 1 else { return list }
    let isEnoughAlone = list.contains { $0.bringsIn == true }
    list.append(try remedy("remedy.all", [], joint))
    if !isEnoughAlone, list.last?.bringsIn == true, let fewest = try fewest(of: joint) {
      list.append(fewest)
    }
    return list
  }

  /// Leaves out one change after another, those of the shortest waits first, while the rest suffice.
  private func fewest(of joint: [AssumptionChange]) throws -> Remedy? {
    var kept = joint
    var enough: Remedy?
    for number in joint.indices.reversed() {
      var rest = kept
      rest.remove(at: number)
      let words = { (language: Language) in
        rest.map { Messages.text($0.code, $0.arguments, in: language) }
          .joined(separator: language == .zh ? "；" : "; ")
      }
      let trial = try remedy(
        "remedy.fewest", [Messages.name(en: words(.en), zh: words(.zh))], rest)
      if trial.bringsIn == true { (kept, enough) = (rest, trial) }
    }
    return enough
  }

  private func remedy(
    _ code: String, _ arguments: [String], _ changes: [AssumptionChange]
  ) throws -> Remedy {
    var options = question.options
    for change in changes { change.apply(&options) }
    let router = try question.router(with: options, in: network, like: base)
    let after = nearestRank(question.percentile, of: question.times(on: router))
    var bringsIn: Bool?
    if let target = question.targetSeconds, baseSeconds.map({ $0 > target }) ?? true {
      bringsIn = after.map { $0 <= target } ?? false
    }
    return Remedy(
      code: code, arguments: arguments, options: options, seconds: after, bringsIn: bringsIn)
  }
}

extension Explanation.Question {
  fileprivate func router(
    with options: RoutingOptions, in network: Network, like other: Router?
  ) throws -> Router {
    try Router(
      network: network, consignment: consignment, origin: origin, options: options, week: week,
      ways: other?.ways)
  }

  fileprivate func times(on router: Router) -> [Int64?] {
    ReadyTimeRuns(
      router: router, origin: origin, readyTimes: readyTimes, threads: threads,
      objective: objective
    ).seconds(to: [destination]).map { $0[0] }
  }
}
