// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Coverage
import FreightModel
import FreightSimulation
import NetworkIO
import Quantities
import Reporting
import Scenario

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
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var general: GeneralOptions

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    guard simulation.replications == nil else { return try simulate(&inputs, session) }
    for option in simulation.given { inputs.add("usage.needs", option, "--replications") }
    let plan = outputs.read(
      &inputs,
      OutputFormat.Choice(
        standardOutput: [.table, .json, .csv, .md],
        files: [.html, .md, .csv, .json, .gpkg, .geojson, .svg, .png]))
    if base != nil, scenarios.isEmpty { inputs.add("usage.compare_none") }
    let (sources, queries) = try readQueries(&inputs)
    if plan.formats.contains(.png), PictureConverter.find(session) == nil {
      throw CommandFailure.failed(session.text("cli.no_converter"))
    }
    if dryRun {
      try session.output.write(
        try RunEstimate(sources, queries, triesSwings: !noSwings).sentence(session) + "\n")
      return
    }
    let clock = ContinuousClock()
    let start = clock.now
    let comparison = try compute(sources, queries, plan, session)
    let searched = clock.now
    try ComparisonOutputs(
      comparison: comparison, header: header(sources, session),
      headers: scenarios.enumerated().map { number, path in
        var alone = header([sources[0], sources[number + 1]], session)
        alone.command = "tidebore compare \(base ?? "") \(path)"
        return alone
      }, isForExcel: excel,
      session: session
    ).write(plan)
    guard !general.quiet else { return }
    try session.notice(plan)
    try session.say(
      session.text(
        "compare.took", Self.seconds(searched - start), Self.seconds(clock.now - searched)))
  }

  /// What queues and closures do to both, under common random numbers.
  private func simulate(_ inputs: inout CommandInputs, _ session: Session) throws {
    let plan = outputs.read(
      &inputs,
      OutputFormat.Choice(
        standardOutput: [.table, .json, .csv, .md], files: [.html, .md, .csv, .json]))
    if base != nil, scenarios.isEmpty { inputs.add("usage.compare_none") }
    let unused = [
      ("--origin", question.origin != nil), ("--circle", question.circle != nil),
      ("--targets", question.targets != nil), ("--week", question.week.week != nil),
      ("--class", question.cargo.cargoClass != nil), ("--mass", question.cargo.mass != nil),
      ("--teu", question.cargo.teu != nil), ("--export-mode", question.cargo.exportMode != nil),
      ("--statistic", question.week.statistic != "p80"),
      ("--ready", question.week.ready != "pickup"),
      ("--dry-run", dryRun), ("--no-swings", noSwings),
    ]
    for (option, isGiven) in unused where isGiven {
      inputs.add("usage.not_with", option, "--replications")
    }
    let wish = simulation.read(threads: question.computing.read(&inputs), &inputs)
    var sources: [NetworkSource] = []
    for path in [base] + scenarios.map(Optional.some) {
      if let source = try inputs.source(path) { sources.append(source) }
    }
    try inputs.check()
    for (source, path) in zip(sources, [base ?? ""] + scenarios)
    where source.read.network.demands.isEmpty {
      throw CommandFailure.failed(session.text("simulate.no_demand", path))
    }
    var header = header(sources, session)
    header.seed = wish.query.seed
    let report = try SimulatedComparison(
      sources: sources, wish: wish, session: session, isQuiet: general.quiet
    ).run(header)
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

  private func readQueries(
    _ inputs: inout CommandInputs
  ) throws -> ([NetworkSource], [CoverageQuery]) {
    var sources: [NetworkSource] = []
    for path in [base] + scenarios.map(Optional.some) {
      if let source = try inputs.source(path) { sources.append(source) }
    }
    let ask = sources.dropFirst().lazy.compactMap { $0.scenario?.ask }.first
    let question = question.filled(from: ask)
    let wish = question.read(&inputs)
    let paths = [base ?? ""] + scenarios
    let queries = zip(sources, paths).compactMap { source, path in
      question.query(wish, in: source.read.network, folder: path, &inputs)
    }
    try inputs.check()
    return (sources, queries)
  }

  private func compute(
    _ sources: [NetworkSource], _ queries: [CoverageQuery], _ plan: OutputPlan,
    _ session: Session
  ) throws -> Comparison {
    let drawn: Set<OutputFormat> = [.html, .svg, .png, .geojson, .gpkg]
    var answers: [NetworkAnswer] = []
    for (source, query) in zip(sources, queries) {
      let progress = Progress(label: source.name, isQuiet: general.quiet, session: session)
      var run = AnswerRun(
        name: source.name, title: source.title, network: source.read.network, query: query)
      run.drawsSurface = !plan.formats.isDisjoint(with: drawn)
      run.triesSwings = !noSwings
      run.progress = { progress.reach($0, of: $1) }
      answers.append(try run.run())
      progress.end()
    }
    var seen: Set<String> = []
    for (number, source) in sources.enumerated().dropFirst()
    where !seen.insert(source.name).inserted {
      answers[number].name += "-\(number)"
    }
    var comparison = Comparison(
      base: answers[0],
      scenarios: zip(sources, answers).dropFirst().map { source, answer in
        ScenarioAnswer(
          answer: answer, question: source.scenario?.question ?? LocalizedText(en: "", zh: ""),
          changes: source.scenario?.changes ?? [],
          edits: RowEdit.byKey(source.scenario?.edits ?? []))
      })
    for number in comparison.scenarios.indices {
      comparison.scenarios[number].unchangedBecause = comparison.unchangedReason(of: number)
    }
    return comparison
  }

  /// Inputs of all networks, each file once.
  private func header(_ sources: [NetworkSource], _ session: Session) -> RunHeader {
    var files: [InputFile] = []
    for file in sources.flatMap(\.read.inputs) where !files.contains(file) { files.append(file) }
    var read = sources[0].read
    read.inputs = files
    return session.header(of: read)
  }

  private static func seconds(_ duration: Duration) -> String {
    let tenths =
      duration.components.seconds * 10
      + duration.components.attoseconds / 100_000_000_000_000_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
