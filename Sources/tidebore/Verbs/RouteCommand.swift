// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FreightModel
import FreightRouting
import Quantities
import Reporting

/// `tidebore route`: the fastest way from door to door.
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
  @OptionGroup var demand: DemandOptions
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
    let asked = try Question(question, cargo, demand, &inputs)
    guard let moment else { return }

    let answer = try moment.answer(asked)
    try plan.write(session) { format, language in
      try RouteReport(
        itineraries: answer.itinerary.map { [$0] } ?? [], unreachable: answer.unreachable,
        network: asked.network, language: language,
        header: session.header(of: asked.read, folder: asked.folder)
      ).bytes(format)
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

  /// The best itinerary, else why there is none.
  func answer(_ asked: Question) throws -> (itinerary: Itinerary?, unreachable: Unreachable?) {
    let (origin, target) = (asked.origin, asked.destination)
    let earliest =
      switch self {
      case .depart(let readyAt): readyAt
      case .arriveBy(let deadline):
        ArriveBySearch.earliestReady(
          for: deadline, asked.consignment, asked.options, in: asked.network)
      }
    let router = try Router(
      network: asked.network, consignment: asked.consignment, origin: origin,
      options: asked.options, week: asked.network.week(of: earliest))
    switch self {
    case .depart(let readyAt):
      var search = RouterSearch(router)
      search.run(from: origin, readyAt: readyAt)
      if let itinerary = search.itinerary(to: target) { return (itinerary, nil) }
      return (nil, router.whyUnreachable(from: origin, to: target))
    case .arriveBy(let deadline):
      var search = ArriveBySearch(router)
      if let itinerary = search.itinerary(from: origin, to: target, by: deadline) {
        return (itinerary, nil)
      }
      return (nil, search.whyUnreachable(from: origin, to: target))
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
