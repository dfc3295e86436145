// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FreightModel
import NetworkIO
import Studies

/// `tidebore validate`: all that is wrong with a network, at once.
struct ValidateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "validate", abstract: helpText("validate"),
      discussion: helpText("validate.examples"))
  }

  @Argument(help: help("network", "NETWORK"))
  var network: String?

  @OptionGroup var outputs: OutputOptions
  @OptionGroup var general: GeneralOptions

  func run() throws {
    var inputs = CommandInputs()
    let typed = inputs.required(network, "NETWORK", example: "networks/hangzhou")
    let plan = outputs.read(
      &inputs, OutputFormat.Choice(standardOutput: [.table, .json, .ndjson], files: [.json]))
    try inputs.check()
    guard let typed else { return }
    let folder = CanonicalPath.of(typed, in: inputs.session.workingDirectory)
    let invalid: InvalidInput
    do {
      invalid = InvalidInput(errors: [], warnings: try NetworkSource(folder).read.warnings)
    } catch {
      invalid = error
    }
    try DiagnosticReport(invalid).write(plan, folder: folder)
    if !invalid.errors.isEmpty { throw CommandFailure.invalid(invalid, shown: true) }
  }
}
