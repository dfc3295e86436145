// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import NetworkIO
import Reporting
import Studies

/// `tidebore coverage`: the circle.
struct CoverageCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "coverage", abstract: helpText("coverage"),
      discussion: helpText("coverage.examples"))
  }

  @Argument(help: help("network", "NETWORK"))
  var network: String?

  @Option(name: .long, help: help("scenario.on", "FILE"))
  var scenario: String?

  @Option(name: .long, help: help("compare.with", "NETWORK|SCENARIO"))
  var compare: String?

  @Option(name: .long, help: help("require", "tier3>=0.8"))
  var require: [String] = []

  @Option(name: .long, help: help("points", "FILE.csv"))
  var points: String?

  @Flag(name: .long, help: help("excel"))
  var excel = false

  @OptionGroup var question: CircleOptions
  @OptionGroup var computing: ComputingOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var sample: SampleOptions
  @OptionGroup var requesting: RequestOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var general: GeneralOptions

  private var request: CircleRequest {
    var request = CircleRequest()
    (request.network, request.scenario, request.compare) = (network, scenario, compare)
    (request.require, request.points) = (require, points)
    (request.circle, request.change) = (question.request, change.request)
    request.sample = sample.request
    return request
  }

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    let plan = outputs.read(
      &inputs,
      OutputFormat.Choice(
        standardOutput: [.table, .json, .csv, .geojson],
        files: [.html, .svg, .png, .geojson, .gpkg, .csv, .json]))
    let threads = inputs.threads(computing.threads)
    let request = try requesting.take(request, &inputs)
    if try requesting.prints(request, inputs) { return }
    checkPoints(request, plan, &inputs)
    let study = try inputs.study { try CircleStudy(request, threads: threads) }
    if let earlier = study.earlier,
      CircleBaseline(name: earlier.name, json: earlier.json) == nil
    {
      inputs.add("usage.baseline", earlier.name)
      try inputs.check()
    }
    if plan.formats.contains(.png), PictureConverter.find(session) == nil {
      throw CommandFailure.failed(session.text("cli.no_converter"))
    }
    let progress = StageProgress(isQuiet: general.quiet, session: session)
    let answer = try study.run(plan.circleParts, progress: progress.report)
    progress.end()
    try checkQuestion(answer, session)
    try CircleOutputs(
      result: answer.result, network: answer.source.read.network, points: answer.points,
      header: session.header(of: answer), baseline: baseline(answer),
      isForExcel: excel, session: session
    ).write(plan)
    if !general.quiet { try session.notice(plan) }
    let missed = answer.misses.map { miss in
      session.text(
        "cli.required_missed", String(miss.requirement.tier), "\(miss.requirement.share)",
        String(miss.within), String(miss.of), "\((miss.share * 1_000).rounded() / 1_000)")
    }
    if !missed.isEmpty { throw CommandFailure.targetMissed(missed) }
  }

  /// What the circle is held against, as its report shows it.
  private func baseline(_ answer: CircleAnswer) -> CircleBaseline? {
    switch answer.baseline {
    case .circle(let name, let result, let network):
      return CircleBaseline(name: name, result: result, network: network)
    case .earlier(let name, let json): return CircleBaseline(name: name, json: json)
    case nil: return nil
    }
  }

  /// An earlier circle must have been asked the same; what only may not be used is named.
  private func checkQuestion(_ answer: CircleAnswer, _ session: Session) throws {
    guard case .earlier(let name, let json) = answer.baseline else { return }
    let report = try CoverageReport(
      result: answer.result, network: answer.source.read.network, language: session.language,
      header: session.header(of: answer))
    let found = report.differences(from: json)
    let words = { (list: [QuestionDifference]) in
      list.map { $0.words(in: session.language) }.joined(separator: "; ")
    }
    let others = found.filter(\.isAnother)
    guard others.isEmpty else {
      throw CommandFailure.usage([session.text("usage.other_question", name, words(others))])
    }
    if !found.isEmpty { try session.say(session.text("cli.differs", name, words(found))) }
  }

  /// Points and the file for their rows go together.
  private func checkPoints(
    _ request: CircleRequest, _ plan: OutputPlan, _ inputs: inout CommandInputs
  ) {
    let file = plan.files.first { $0.isForPoints }
    if request.points != nil, file == nil { inputs.add("usage.points_file") }
    if request.points == nil, let file { inputs.add("usage.points_missing", file.path) }
  }
}

extension OutputPlan {
  /// What the forms of a circle show beside its cities.
  fileprivate var circleParts: CircleStudy.Parts {
    let forms = circleFormats
    var parts: CircleStudy.Parts = []
    if !forms.isDisjoint(with: [.html, .svg, .png, .geojson, .gpkg]) { parts.insert(.surface) }
    if !forms.isEmpty { parts.insert(.swings) }
    if forms.contains(.html) { parts.insert(.everyHour) }
    return parts
  }
}
