// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FreightSimulation
import NetworkIO
import Reporting
import Scenario
import Studies

/// `tidebore compare`: what scenarios do to a base.
struct CompareCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "compare", abstract: helpText("compare"),
      discussion: helpText("compare.examples"))
  }

  @Argument(help: help("compare.base", "BASE"))
  var base: String?

  @Argument(help: help("compare.scenarios", "SCENARIO"))
  var scenarios: [String] = []

  @Flag(name: .customLong("dry-run"), help: help("dry_run"))
  var dryRun = false

  @Flag(name: .customLong("no-swings"), help: help("no_swings"))
  var noSwings = false

  @Flag(name: .long, help: help("excel"))
  var excel = false

  @OptionGroup var simulation: RunOptions
  @OptionGroup var question: CircleOptions
  @OptionGroup var computing: ComputingOptions
  @OptionGroup var requesting: RequestOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var general: GeneralOptions

  private var request: ComparisonRequest {
    var request = ComparisonRequest()
    (request.base, request.scenarios) = (base, scenarios)
    (request.circle, request.run) = (question.request, simulation.request)
    request.noSwings = noSwings
    return request
  }

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    let request = try requesting.take(request, &inputs)
    let isSimulated = request.run.replications != nil
    let plan = outputs.read(
      &inputs,
      OutputFormat.Choice(
        standardOutput: [.table, .json, .csv, .md],
        files: isSimulated
          ? [.html, .md, .csv, .json] : [.html, .md, .csv, .json, .gpkg, .geojson, .svg, .png]))
    if isSimulated, dryRun { inputs.add("usage.not_with", "--dry-run", "--replications") }
    let threads = inputs.threads(computing.threads)
    if try requesting.prints(request, inputs) { return }
    let study = try inputs.study { try ComparisonStudy(request, threads: threads) }
    if plan.formats.contains(.png), PictureConverter.find(session) == nil {
      throw CommandFailure.failed(session.text("cli.no_converter"))
    }
    if dryRun, let estimate = try study.estimate() {
      return try session.output.write(estimate.sentence(session) + "\n")
    }
    if !general.quiet {
      for estimate in study.simulationEstimates { try session.say(estimate.sentence(session)) }
    }
    let clock = ContinuousClock()
    let start = clock.now
    let drawn: Set<OutputFormat> = [.html, .svg, .png, .geojson, .gpkg]
    let progress = StageProgress(isQuiet: general.quiet, session: session)
    let answer = try study.run(
      drawsSurface: !plan.formats.isDisjoint(with: drawn), progress: progress.report)
    progress.end()
    let searched = clock.now
    switch answer.outcome {
    case .planned(let comparison): try write(comparison, answer, plan, session)
    case .simulated(let comparisons): try write(comparisons, answer, plan, session)
    }
    guard !general.quiet, !isSimulated else { return }
    try session.say(
      session.text(
        "compare.took", Self.seconds(searched - start), Self.seconds(clock.now - searched)))
  }

  private func write(
    _ comparison: Comparison, _ answer: ComparisonAnswer, _ plan: OutputPlan, _ session: Session
  ) throws {
    try ComparisonOutputs(
      comparison: comparison, header: session.header(of: answer),
      headers: comparison.scenarios.indices.map { session.header(of: answer.alone($0)) },
      isForExcel: excel, session: session
    ).write(plan)
    if !general.quiet { try session.notice(plan) }
  }

  private func write(
    _ comparisons: [SimulationComparison], _ answer: ComparisonAnswer, _ plan: OutputPlan,
    _ session: Session
  ) throws {
    let base = answer.sources[0]
    let entries = zip(answer.sources.dropFirst(), comparisons).map { source, comparison in
      SimulationComparisonReport.Entry(
        name: source.name, titleEN: source.title.en, titleZH: source.title.zh,
        network: source.read.network, comparison: comparison)
    }
    let report = SimulationComparisonReport(
      base: base.read.network, baseTitleEN: base.title.en, baseTitleZH: base.title.zh,
      entries: entries, language: session.fileLanguage, header: session.header(of: answer))
    try plan.write(session) { format, language in
      let report = report.speaking(language)
      switch format {
      case .html: return report.page()
      case .json: return report.json()
      case .csv: return report.csv(excel: excel)
      case .md: return Array(report.markdown().utf8)
      default: return Array(report.table().utf8)
      }
    }
    if !general.quiet { try session.notice(plan) }
    let faults = report.speaking(session.language).faults
    if !faults.isEmpty { throw CommandFailure.failed(faults.joined(separator: " ")) }
  }

  private static func seconds(_ duration: Duration) -> String {
    let tenths =
      duration.components.seconds * 10
      + duration.components.attoseconds / 100_000_000_000_000_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension ComparisonEstimate {
  func sentence(_ session: Session) -> String {
    func short(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
    return session.text(
      "compare.estimate", "\(networks)", "\(searches)", short(seconds),
      "\(Int(megabytes.rounded()))", "\(sampled)", short(sampleSeconds))
  }
}
