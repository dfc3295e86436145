// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Catalogue
import JSONText
import NetworkIO
import Reporting
import Scenario
import Studies

/// `tidebore diff`: what a scenario changes, in words and row by row.
struct DiffCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff", abstract: helpText("diff"), discussion: helpText("diff.examples"))
  }

  @Argument(help: help("scenario", "SCENARIO"))
  var scenario: String?

  @OptionGroup var outputs: OutputOptions
  @OptionGroup var general: GeneralOptions

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    let plan = outputs.read(
      &inputs, OutputFormat.Choice(standardOutput: [.table, .json], files: [.json]))
    let typed = inputs.required(scenario, "SCENARIO", example: "scenarios/suez-open/scenario.yaml")
    if let typed, !ScenarioReader.isScenario(typed) { inputs.add("usage.scenario_file", typed) }
    try inputs.check()
    guard let typed else { return }
    let file = CanonicalPath.of(typed, in: session.workingDirectory)
    let read = try ScenarioReader.read(file: file)
    try plan.write(session) { format, language in
      let report = ScenarioDiff(read, language: language)
      return switch format {
      case .json:
        report.json(
          session.header(
            of: (command: "tidebore diff \(ShellWord.quoted(file))", inputs: read.read.inputs)))
      default: Array(report.text().utf8)
      }
    }
    if !general.quiet { try session.notice(plan) }
  }
}
