// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Coverage
import NetworkIO
import Reporting
import Studies

/// `tidebore improve`: what it would take to bring a city in, or to gain a tier the most cities.
struct ImproveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "improve", abstract: helpText("improve"),
      discussion: helpText("improve.examples"))
  }

  @Argument(help: help("network", "NETWORK"))
  var network: String?

  @Option(name: .long, help: help("improve.city", "ID"))
  var city: [String] = []

  @Option(name: .long, help: help("improve.tier", "N"))
  var tier: String?

  @Option(name: .long, help: help("improve.cities", "N"))
  var cities: String?

  @OptionGroup var question: CircleOptions
  @OptionGroup var computing: ComputingOptions
  @OptionGroup var requesting: RequestOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var general: GeneralOptions

  private var request: ImprovementRequest {
    var request = ImprovementRequest()
    (request.network, request.city, request.tier) = (network, city, tier)
    (request.cities, request.circle) = (cities, question.request)
    return request
  }

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    let plan = outputs.read(
      &inputs,
      OutputFormat.Choice(standardOutput: [.table, .json, .md], files: [.json, .md]))
    let threads = inputs.threads(computing.threads)
    let request = try requesting.take(request, &inputs)
    if try requesting.prints(request, inputs) { return }
    let study = try inputs.study { try ImprovementStudy(request, threads: threads) }
    let progress = StageProgress(isQuiet: general.quiet, session: session)
    let answer = try study.run(progress: progress.report)
    progress.end()
    try plan.write(session) { format, language in
      let report = ImprovementReport(
        answer.improvements, circle: answer.query.circle, network: answer.source.read.network,
        language: language, header: session.header(of: answer))
      return switch format {
      case .json: report.json()
      case .md: Array(report.markdown().utf8)
      default: Array(report.table().utf8)
      }
    }
    if !general.quiet { try session.notice(plan) }
  }
}
