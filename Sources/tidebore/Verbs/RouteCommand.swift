// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FreightModel
import FreightRouting
import Quantities
import Reporting

/// `tidebore route`: the best way from door to door, or all alternatives.
struct RouteCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "route", abstract: helpText("route"), discussion: helpText("route.examples"))
  }

  @OptionGroup var question: QuestionOptions

  @Option(name: .long, help: help("depart", "TIME"))
  var depart: String?

  @Option(name: .customLong("arrive-by"), help: help("arrive_by", "TIME"))
  var arriveBy: String?

  @OptionGroup var cargo: CargoOptions
  @OptionGroup var objective: ObjectiveOptions
  @OptionGroup var alternatives: AlternativeOptions
  @OptionGroup var demand: DemandOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var computing: ComputingOptions
  @OptionGroup var general: GeneralOptions

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    let plan = outputs.read(
      &inputs,
      OutputFormat.Choice(
        standardOutput: [.table, .json, .geojson, .csv], files: [.json, .geojson, .csv]))
    _ = computing.read(&inputs)
    let moment = readMoment(&inputs)
    let wish = alternatives.read(objective, cargo, &inputs)
    if arriveBy != nil, wish.criteria != nil || wish.objective.goal.map({ $0 != .time }) ?? false {
      inputs.add("usage.arrive_by_time")
    }
    if !change.change.isEmpty {
      let isByTime = ["parcel", "air"].contains(cargo.cargoClass ?? "parcel")
      if wish.criteria != nil || (wish.objective.goal ?? (isByTime ? .time : .generalized)) != .time
        || arriveBy != nil || demand.combination != nil || !demand.via.isEmpty
      {
        inputs.add("usage.change_by_time")
      }
    }
    let asked = try Question(question, cargo, demand, &inputs)
    guard let moment else { return }

    let (answer, unreachable) = try moment.answer(wish, asked, change, &inputs)
    try plan.write(session) { format, language in
      var report = try RouteReport(
        itineraries: answer.itineraries, unreachable: unreachable,
        network: asked.network, language: language,
        header: session.header(of: asked.read))
      report.limitsHit = answer.limitsHit
      report.labels = answer.labels > 0 ? answer.labels : nil
      return report.bytes(format)
    }
    if !general.quiet { try session.notice(plan) }
  }

  /// Exactly one of the two times.
  private func readMoment(_ inputs: inout CommandInputs) -> Moment? {
    let readyAt = Question.time(depart, "--depart", &inputs)
    let deadline = Question.time(arriveBy, "--arrive-by", &inputs)
    switch (depart, arriveBy) {
    case (nil, nil): inputs.add("usage.when")
    case (_?, _?): inputs.add("usage.when_twice")
    default: break
    }
    return readyAt.map { .depart($0) } ?? deadline.map { .arriveBy($0) }
  }
}

/// The end of the journey that the question fixes.
private enum Moment {
  case depart(Instant)
  case arriveBy(Instant)

  /// What was asked for, else why there is none.
  func answer(
    _ wish: RouteWish, _ asked: Question, _ change: ChangeOptions, _ inputs: inout CommandInputs
  ) throws -> (answer: Alternatives, unreachable: Unreachable?) {
    let earliest =
      switch self {
      case .depart(let readyAt): readyAt
      case .arriveBy(let deadline):
        ArriveBySearch.earliestReady(
          for: deadline, asked.consignment, asked.options, in: asked.network)
      }
    let router = try Router(
      network: asked.network, consignment: asked.consignment, origin: asked.origin,
      options: asked.options, week: asked.network.week(of: earliest))
    switch self {
    case .depart(let readyAt) where !change.change.isEmpty:
      var search = RouterSearch(router)
      search.run(
        from: asked.origin, readyAt: readyAt, changes: try change.resolve(on: router, &inputs))
      let found = search.itinerary(to: asked.destination)
      return (
        Alternatives(itineraries: found.map { [$0] } ?? [], limitsHit: [], labels: 0),
        found == nil ? router.whyUnreachable(from: asked.origin, to: asked.destination) : nil
      )
    case .depart(let readyAt):
      let answer = router.answer(wish, asked, readyAt: readyAt)
      return (
        answer, answer.itineraries.isEmpty ? try router.whyNothing(asked, readyAt: readyAt) : nil
      )
    case .arriveBy(let deadline):
      var search = ArriveBySearch(router)
      let found = search.itinerary(from: asked.origin, to: asked.destination, by: deadline)
      return (
        Alternatives(itineraries: found.map { [$0] } ?? [], limitsHit: [], labels: 0),
        found == nil ? search.whyUnreachable(from: asked.origin, to: asked.destination) : nil
      )
    }
  }
}

extension RouteReport {
  /// The report in a form that routes have.
  func bytes(_ format: OutputFormat) -> [UInt8] {
    switch format {
    case .json: json()
    case .geojson: geoJSON()
    case .csv: csv()
    default: Array(table().utf8)
    }
  }
}
