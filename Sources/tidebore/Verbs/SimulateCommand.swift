// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import NetworkIO
import Reporting
import Studies

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

  @OptionGroup var target: TargetOptions
  @OptionGroup var simulation: RunOptions

  @Option(name: .customLong("extra-servers"), help: help("simulate.extra_servers", "RESOURCE=N"))
  var extraServers: [String] = []

  @Option(name: .customLong("relative-half-width"), help: help("simulate.half_width", "0.05"))
  var relativeHalfWidth: String?

  @Option(name: .customLong("max-replications"), help: help("simulate.max_replications", "N"))
  var maxReplications: String?

  @Option(name: .customLong("value-of-server"), help: help("simulate.value_of_server", "N"))
  var valueOfServer: String?

  @OptionGroup var computing: ComputingOptions
  @OptionGroup var requesting: RequestOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var general: GeneralOptions

  private var request: SimulationRequest {
    var request = SimulationRequest()
    (request.network, request.scenario) = (network, scenario)
    (request.target, request.run) = (target.request, simulation.request)
    (request.extraServers, request.valueOfServer) = (extraServers, valueOfServer)
    request.relativeHalfWidth = relativeHalfWidth
    request.maxReplications = maxReplications
    return request
  }

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    let plan = outputs.read(
      &inputs,
      OutputFormat.Choice(
        standardOutput: [.table, .json, .ndjson, .csv, .md],
        files: [.html, .json, .ndjson, .csv, .md]))
    let logs = readLogs(plan, &inputs)
    let threads = inputs.threads(computing.threads)
    let request = try requesting.take(request, &inputs)
    if try requesting.prints(request, inputs) { return }
    let study = try inputs.study { try SimulationStudy(request, threads: threads) }
    if !general.quiet {
      try session.say(study.estimate(logsEvents: !logs.isEmpty).sentence(session))
    }
    let progress = StageProgress(isQuiet: general.quiet, session: session)
    let answer = try study.run(logsEvents: !logs.isEmpty, progress: progress.report)
    progress.end()
    var report = SimulationReport(
      result: answer.result, network: answer.source.read.network, language: session.fileLanguage,
      header: session.header(of: answer))
    report.serverValues = answer.serverValues
    report.stopping = answer.stopping.map { .init(target: $0.target, reached: $0.reached) }
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

extension SimulationEstimate {
  func sentence(_ session: Session) -> String {
    session.text(
      "simulate.estimate", String(demands), String(lots), String(replications),
      String(Int((bytes / 1e6).rounded())))
  }
}
