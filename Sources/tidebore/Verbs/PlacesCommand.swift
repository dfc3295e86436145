// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FreightModel
import NetworkIO
import Reporting
import Studies

/// `tidebore places`: ids by any name.
struct PlacesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "places", abstract: helpText("places"), discussion: helpText("places.examples"))
  }

  @Argument(help: help("network", "NETWORK"))
  var network: String?

  @Argument(help: help("places.words", "WORDS"))
  var words: [String] = []

  @OptionGroup var outputs: OutputOptions
  @OptionGroup var general: GeneralOptions

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    let typed = inputs.required(network, "NETWORK", example: "networks/hangzhou")
    let plan = outputs.read(
      &inputs,
      OutputFormat.Choice(standardOutput: [.table, .json, .csv], files: [.json, .csv]))
    try inputs.check()
    guard let typed else { return }
    let read = try NetworkSource(CanonicalPath.of(typed, in: session.workingDirectory)).read
    let list = PlaceList(
      network: read.network, places: read.network.places(called: words))
    try plan.write(session) { format, language in
      switch format {
      case .json: list.json()
      case .csv: list.csv()
      default: Array(list.table(in: language).utf8)
      }
    }
    if list.places.isEmpty, !words.isEmpty, !general.quiet {
      try session.say(session.text("places.none", words.joined(separator: " ")))
    }
    if !general.quiet { try session.notice(plan) }
  }
}
