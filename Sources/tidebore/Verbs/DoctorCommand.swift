// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FoundationEssentials
import JSONText

/// `tidebore doctor`: whether this machine has what is needed.
struct DoctorCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor", abstract: helpText("doctor"),
      discussion: helpText("doctor.examples"))
  }

  @Argument(help: help("doctor.network", "NETWORK"))
  var network: String?

  @Option(name: .long, help: help("format", "table|json"))
  var format: String?

  @OptionGroup var general: GeneralOptions

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    let plan = OutputPlan.read(
      format: format, files: [],
      choice: OutputFormat.Choice(standardOutput: [.table, .json], files: []), &inputs)
    try inputs.check()
    let surroundings = Surroundings(session: session)
    let findings = surroundings.findings + (network.map { [surroundings.network($0)] } ?? [])
    try session.output.write(
      plan.standardOutput == .json
        ? Finding.json(findings).text(.pretty) + "\n" : Finding.table(findings, session))
    let missing = findings.filter { !$0.isHealthy }.count
    if missing > 0 {
      throw CommandFailure.failed(session.text("doctor.ill", String(missing)))
    }
    if !general.quiet { try session.say(session.text("doctor.healthy")) }
  }
}
