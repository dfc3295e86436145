// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import NetworkIO
import Reporting
import Stochastics
import Studies

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

  private var request: FitRequest {
    var request = FitRequest()
    (request.file, request.column, request.family) = (file, column, family)
    (request.bootstrap, request.seed) = (bootstrap, seed)
    (request.into, request.row) = (into, row)
    return request
  }

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    let plan = outputs.read(
      &inputs,
      OutputFormat.Choice(
        standardOutput: [.table, .json, .csv, .md], files: [.json, .csv, .md, .svg, .png]))
    let threads = inputs.threads(computing.threads)
    let study = try inputs.study {
      try FitStudy(request.canonical(in: session.workingDirectory), threads: threads)
    }
    let progress = StageProgress(isQuiet: general.quiet, session: session)
    let answer = try study.run(progress: progress.report)
    progress.end()
    var header = session.header(of: answer)
    header.tzdataVersion = ""
    let report = FitReport(
      answer.sample, fits: answer.fits, choosing: answer.family,
      column: answer.observations.column, language: session.fileLanguage, header: header)
    // Nothing is written where the network would not take it.
    let files = try study.filled(with: report.chosen)
    try write(report, plan, session)
    for file in files { try TableUpdate.write(file.bytes, over: file.original, at: file.path) }
    if !general.quiet {
      try session.notice(plan)
      try announce(report, study.target, files, session)
    }
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
    _ report: FitReport, _ target: FitTarget?, _ files: [NetworkTables.EditedFile],
    _ session: Session
  ) throws {
    guard let target, let written = files.first else { return }
    let word = session.text("fit.family.\(report.chosen.family.rawValue)")
    try session.say(session.text("fit.written", written.path, target.text, word))
    if let ends = target.approximation(report.chosen) {
      try session.say(
        session.text(
          "fit.approximated", word, PlainNumber.text(ends[0].drawn),
          PlainNumber.text(ends[0].fitted), PlainNumber.text(ends[1].drawn),
          PlainNumber.text(ends[1].fitted)))
    }
  }
}
