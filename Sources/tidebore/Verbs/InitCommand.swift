// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FoundationEssentials

/// `tidebore init`: a network to start from.
struct InitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "init", abstract: helpText("init"), discussion: helpText("init.examples"))
  }

  @Argument(help: help("init.folder", "DIR"))
  var folder: String?

  @Option(name: .long, help: help("init.example", "NAME"))
  var example: String?

  @Option(name: .long, help: help("init.from", "FOLDER"))
  var from: String?

  @OptionGroup var general: GeneralOptions

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    let target = inputs.required(folder, "DIR", example: "my-network")
    if example == nil, from == nil { inputs.add("usage.missing", "--example", "hangzhou") }
    if let target, FileManager.default.fileExists(atPath: target) {
      inputs.add("usage.folder_exists", target)
    }
    let shipped = ShippedNetworks(session: session)
    let source = from ?? example.flatMap { shipped.find($0) }
    if let example, source == nil {
      inputs.add("usage.unknown_example", example, shipped.names.joined(separator: ", "))
    }
    if let from, !FileManager.default.fileExists(atPath: "\(from)/datapackage.json") {
      inputs.add("usage.no_network", from)
    }
    try inputs.check()
    guard let target, let source else { return }
    try FolderCopy.copy(source, to: target)
    if let example { try ShippedScenarios(session: session).copy(for: example, to: target) }
    if !general.quiet { try session.say(session.text("init.done", target)) }
  }
}
