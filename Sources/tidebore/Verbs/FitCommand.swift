// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import EventSimulation
import FreightModel
import NetworkIO
import Reporting
import Scenario
import Stochastics

/// `tidebore fit`: the laws of observed times.
struct FitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "fit", abstract: helpText("fit"), discussion: helpText("fit.examples"))
  }

  @Argument(help: help("fit.file", "FILE.csv"))
  var file: String?

  @Option(name: .long, help: help("fit.column", "NAME"))
  var column: String?

  @Option(
    name: .long,
    help: help("fit.family", FitFamily.allCases.map(\.rawValue).joined(separator: "|")))
  var family: String?

  @Option(name: .long, help: help("fit.bootstrap", "N"))
  var bootstrap: String?

  @Option(name: .long, help: help("fit.seed", "S"))
  var seed: String?

  @Option(name: .long, help: help("fit.into", "NETWORK"))
  var into: String?

  @Option(name: .long, help: help("fit.row", "TABLE:ID"))
  var row: String?

  @Flag(name: .long, help: help("excel"))
  var excel = false

  @OptionGroup var computing: ComputingOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var general: GeneralOptions

  /// The network that takes the law, and where.
  private struct Destination {
    var tables: NetworkTables
    var target: FitTarget
  }

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    let plan = outputs.read(
      &inputs,
      OutputFormat.Choice(
        standardOutput: [.table, .json, .csv, .md], files: [.json, .csv, .md, .svg, .png]))
    let asked = family.flatMap { inputs.choice($0, "--family", FitFamily.self) }
    let samples =
      bootstrap.flatMap { inputs.wholeNumber($0, "--bootstrap", in: 0...100_000) } ?? 199
    let seed = seed.map { SimulationOptions.readSeed($0, &inputs) } ?? 1
    let threads = computing.read(&inputs)
    let path = inputs.required(file, "FILE.csv", example: "dwell.csv")
    var destination = try readDestination(&inputs)
    guard let path, inputs.faults.isEmpty else { return try inputs.check() }
    let read = try ObservationsReader.read(
      file: path, column: column, least: ObservedSample.leastCount)
    if let asked, read.hours.count < asked.leastCount {
      inputs.add(
        "usage.fit_too_few", asked.rawValue, String(asked.leastCount), String(read.hours.count))
    }
    try inputs.check()
    guard let sample = ObservedSample(read.hours) else { return }

    var fits = FitFamily.allCases.filter { $0.leastCount <= sample.count }.map {
      DistributionFit($0, to: sample)
    }
    judge(&fits, samples: samples, seed: seed, threads: threads, session)
    let header = RunHeader(
      toolVersion: Tidebore.toolVersion,
      inputs: [.init(path: read.input.path, sha256: read.input.sha256)], seed: seed,
      command: session.repeatingCommand)
    let report = FitReport(
      sample, fits: fits, choosing: asked, column: read.column, language: session.fileLanguage,
      header: header)
    // Nothing is written where the network would not take it.
    var files: [NetworkTables.EditedFile] = []
    if var filled = destination {
      files = try put(report.chosen, read, into: &filled)
      destination = filled
    }
    try write(report, plan, session)
    for file in files { try session.write(file.bytes, to: file.path) }
    if !general.quiet {
      try session.notice(plan)
      try announce(report, destination, files, session)
    }
  }

  private func readDestination(_ inputs: inout CommandInputs) throws -> Destination? {
    guard let into, let row else {
      if into != nil { inputs.add("usage.needs", "--into", "--row") }
      if row != nil { inputs.add("usage.needs", "--row", "--into") }
      return nil
    }
    guard !ScenarioReader.isScenario(into) else {
      inputs.add("usage.fit_folder", into)
      return nil
    }
    do {
      var tables = try NetworkTables(directory: into)
      return FitTarget(row, in: &tables, &inputs).map { Destination(tables: tables, target: $0) }
    } catch {
      guard inputs.faults.isEmpty else { return nil }
      throw error
    }
  }

  private func judge(
    _ fits: inout [DistributionFit], samples: Int, seed: UInt64, threads: Int, _ session: Session
  ) {
    guard samples > 0 else { return }
    let progress = Progress(
      label: session.text("cli.fitting"), isQuiet: general.quiet, session: session)
    for number in fits.indices {
      let fit = fits[number]
      var refits: [DistributionFit] = []
      for start in stride(from: 0, to: samples, by: 32) {
        let count = min(32, samples - start)
        refits += replicate(count, threads: threads) { fit.refit(start + $0, seed: seed) }
          .compactMap(\.self)
        progress.reach(number * samples + start + count, of: fits.count * samples)
      }
      fits[number].judge(by: refits)
    }
    progress.end()
  }

  private func put(
    _ fit: DistributionFit, _ read: ReadObservations, into destination: inout Destination
  ) throws -> [NetworkTables.EditedFile] {
    let file = FitTarget.InputFileName(
      path: read.input.path, hash: String(read.input.sha256.prefix(12)))
    destination.target.put(
      fit, source: (file: file, column: read.column), into: &destination.tables)
    return try destination.tables.files()
  }

  private func write(_ report: FitReport, _ plan: OutputPlan, _ session: Session) throws {
    for file in plan.files where file.format == .png {
      try PictureConverter.write(svg: report.svg(), to: file.path, session)
    }
    var others = plan
    others.files.removeAll { $0.format == .png }
    try others.write(session) { format, language in
      let report = report.speaking(language)
      return switch format {
      case .json: report.json()
      case .csv: report.csv(excel: excel)
      case .md: Array(report.markdown().utf8)
      case .svg: report.svg()
      default: Array(report.table().utf8)
      }
    }
  }

  private func announce(
    _ report: FitReport, _ destination: Destination?, _ files: [NetworkTables.EditedFile],
    _ session: Session
  ) throws {
    guard let destination, let written = files.first else { return }
    let word = session.text("fit.family.\(report.chosen.family.rawValue)")
    try session.say(session.text("fit.written", written.path, destination.target.text, word))
    if let ends = destination.target.approximation(report.chosen) {
      try session.say(
        session.text(
          "fit.approximated", word, plain(ends[0].drawn), plain(ends[0].fitted),
          plain(ends[1].drawn), plain(ends[1].fitted)))
    }
  }
}
