// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Catalogue
import FreightModel
import FreightSimulation
import NetworkIO
import Quantities
import Reporting

/// `tidebore simulate`: whether the network holds when the cargo really comes.
struct SimulateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "simulate", abstract: helpText("simulate"),
      discussion: helpText("simulate.examples"))
  }

  @Argument(help: help("network", "NETWORK"))
  var network: String?

  @Option(name: .long, help: help("scenario.on", "FILE"))
  var scenario: String?

  @Option(name: .long, help: help("simulate.log", "FILE"))
  var log: [String] = []

  @Flag(name: .long, help: help("excel"))
  var excel = false

  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var computing: ComputingOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var general: GeneralOptions

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    let plan = outputs.read(
      &inputs,
      OutputFormat.Choice(
        standardOutput: [.table, .json, .ndjson, .csv, .md],
        files: [.html, .json, .ndjson, .csv, .md]))
    let logs = readLogs(plan, &inputs)
    var wish = simulation.read(threads: computing.read(&inputs), &inputs)
    let source = try inputs.source(network, scenario: scenario)
    if let source {
      wish.query.extraServers = simulation.readServers(of: source.read.network, &inputs)
    }
    try inputs.check()
    guard let source else { throw CommandFailure.usage([]) }
    guard !source.read.network.demands.isEmpty else {
      throw CommandFailure.failed(session.text("simulate.no_demand", network ?? ""))
    }
    wish.query.logsEvents = !logs.isEmpty
    let series = SimulationSeries(
      network: source.read.network, wish: wish, session: session, isQuiet: general.quiet)
    let outcome = try series.run()

    var header = session.header(of: source.read)
    header.seed = wish.query.seed
    var report = SimulationReport(
      result: outcome.result, network: source.read.network, language: session.fileLanguage,
      header: header)
    report.serverValues = outcome.serverValues
    report.stopping = outcome.stopping
    try SimulationOutputs(report: report, isForExcel: excel, session: session)
      .write(plan, logs: logs)
    if !general.quiet {
      try session.notice(plan)
      if !logs.isEmpty {
        try session.say(session.text("cli.written", logs.map(\.path).joined(separator: ", ")))
      }
    }
    let faults = report.speaking(session.language).faults
    if !faults.isEmpty { throw CommandFailure.failed(faults.joined(separator: " ")) }
  }

  private func readLogs(_ plan: OutputPlan, _ inputs: inout CommandInputs) -> [EventLogFile] {
    var logs: [EventLogFile] = []
    for path in log {
      guard let file = EventLogFile(path) else {
        inputs.add("usage.ending", path, ".csv .sqlite")
        continue
      }
      if logs.contains(where: { $0.path == path })
        || plan.files.contains(where: { $0.path == path })
      {
        inputs.add("usage.same_file", path)
      }
      logs.append(file)
    }
    return logs
  }
}
