// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FreightRouting
import NetworkIO
import Reporting
import Studies

/// `tidebore explain`: why it takes so long, and what would bring it in.
struct ExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain", abstract: helpText("explain"),
      discussion: helpText("explain.examples"))
  }

  @OptionGroup var question: QuestionOptions

  @Option(name: .long, help: help("explain.depart", "TIME"))
  var depart: String?

  @OptionGroup var target: TargetOptions
  @OptionGroup var week: WeekOptions
  @OptionGroup var cargo: CargoOptions
  @OptionGroup var objective: ObjectiveOptions
  @OptionGroup var demand: DemandOptions
  @OptionGroup var requesting: RequestOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var computing: ComputingOptions
  @OptionGroup var general: GeneralOptions

  private var request: ExplainRequest {
    var request = ExplainRequest()
    (request.network, request.scenario) = (question.network, question.scenario)
    (request.from, request.to, request.depart) = (question.from, question.to, depart)
    (request.target, request.week) = (target.request, week.request)
    (request.cargo, request.demand) = (cargo.request, demand.request)
    request.objective = objective.request
    return request
  }

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    let plan = outputs.read(
      &inputs,
      OutputFormat.Choice(
        standardOutput: [.table, .json, .geojson, .csv], files: [.json, .geojson, .csv]))
    let threads = inputs.threads(computing.threads)
    let request = try requesting.take(request, &inputs)
    if try requesting.prints(request, inputs) { return }
    let study = try inputs.study { try ExplainStudy(request, threads: threads) }
    let answer = try study.run()
    let explanation = answer.explanation
    try plan.write(session) { format, language in
      try RouteReport(
        itineraries: explanation.itinerary.map { [$0] } ?? [],
        unreachable: explanation.unreachable, explanation: explanation,
        network: answer.source.read.network, language: language, header: session.header(of: answer)
      ).bytes(format)
    }
    if !general.quiet { try session.notice(plan) }
  }
}
