// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import NetworkIO
import Reporting
import Studies

/// From where, to where.
struct QuestionOptions: ParsableArguments {
  @Argument(help: help("network", "NETWORK"))
  var network: String?

  @Option(name: .long, help: help("from", "ID"))
  var from: String?

  @Option(name: .long, help: help("to", "ID"))
  var to: String?

  @Option(name: .long, help: help("scenario.on", "FILE"))
  var scenario: String?
}

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
  @OptionGroup var requesting: RequestOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var computing: ComputingOptions
  @OptionGroup var general: GeneralOptions

  private var request: RouteRequest {
    var request = RouteRequest()
    (request.network, request.scenario) = (question.network, question.scenario)
    (request.from, request.to) = (question.from, question.to)
    (request.depart, request.arriveBy) = (depart, arriveBy)
    (request.cargo, request.objective) = (cargo.request, objective.request)
    (request.alternatives, request.demand) = (alternatives.request, demand.request)
    request.change = change.request
    return request
  }

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    let plan = outputs.read(
      &inputs,
      OutputFormat.Choice(
        standardOutput: [.table, .json, .geojson, .csv], files: [.json, .geojson, .csv]))
    _ = inputs.threads(computing.threads)
    let request = try requesting.take(request, &inputs)
    if try requesting.prints(request, inputs) { return }
    let study = try inputs.study { try RouteStudy(request) }
    let answer = try inputs.study { try study.run() }
    try plan.write(session) { format, language in
      var report = try RouteReport(
        itineraries: answer.itineraries, unreachable: answer.unreachable,
        network: answer.source.read.network, language: language, header: session.header(of: answer))
      report.limitsHit = answer.limitsHit
      report.labels = answer.labels
      return report.bytes(format)
    }
    if !general.quiet { try session.notice(plan) }
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
