// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FreightModel
import NetworkIO

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
    let folder = inputs.required(network, "NETWORK", example: "networks/hangzhou")
    let plan = outputs.read(
      &inputs, OutputFormat.Choice(standardOutput: [.table, .json, .ndjson], files: [.json]))
    try inputs.check()
    guard let folder else { return }
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
