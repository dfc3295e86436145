// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FreightModel
import FreightRouting
import NetworkIO
import Quantities
import Reporting

/// From where, to where, when.
struct QuestionOptions: ParsableArguments {
  @Argument(help: help("network", "NETWORK"))
  var network: String?

  @Option(name: .long, help: help("from", "ID"))
  var from: String?

  @Option(name: .long, help: help("to", "ID"))
  var to: String?

  @Option(name: .long, help: help("scenario.on", "FILE"))
  var scenario: String?
}

/// A network, two places and a consignment: what route and explain ask about.
struct Question {
  var read: ReadNetwork
  var folder: String
  var origin: ID<Place>
  var destination: ID<Place>
  var consignment: Consignment
  var options: RoutingOptions

  var network: Network { read.network }

  /// Reads what all of them need; the faults are in `inputs`.
  ///
  /// - Throws: `InvalidInput`; `CommandFailure.usage` with every fault found.
  init(
    _ question: QuestionOptions, _ cargo: CargoOptions, _ demand: DemandOptions,
    _ inputs: inout CommandInputs
  ) throws {
    consignment = cargo.readConsignment(&inputs)
    options = cargo.readOptions(&inputs)
    options.combination = demand.combination.flatMap { inputs.combination($0) }
    options.via = demand.via
    let from = inputs.required(question.from, "--from", example: "HZ-XS")
    let to = inputs.required(question.to, "--to", example: "G3117735")
    let folder = question.network ?? ""
    guard let read = try inputs.network(question.network, scenario: question.scenario)
    else {
      try inputs.check()
      throw CommandFailure.usage([])
    }
    let origin = inputs.place(from, "--from", in: read.network, folder: folder)
    let destination = inputs.place(to, "--to", in: read.network, folder: folder)
    if let origin, origin == destination {
      inputs.add("usage.same_place", read.network.places[origin].id)
    }
    inputs.checkWithout(options.without, in: read.network)
    inputs.checkVia(options, in: read.network, folder: folder)
    try inputs.check()
    guard let origin, let destination else { throw CommandFailure.usage([]) }
    (self.read, self.folder) = (read, folder)
    (self.origin, self.destination) = (origin, destination)
  }

  /// The moment that an option names.
  static func time(
    _ text: String?, _ option: String, _ inputs: inout CommandInputs
  ) -> Instant? {
    guard let text else { return nil }
    if let instant = Instant(rfc3339: text) { return instant }
    inputs.add("usage.time", option, text)
    return nil
  }
}

extension Session {
  /// Who makes the output, from what.
  func header(of read: ReadNetwork, and others: [InputFile] = []) -> RunHeader {
    RunHeader(
      toolVersion: Tidebore.toolVersion,
      inputs: (read.inputs + others).map {
        RunHeader.Input(path: $0.path, sha256: $0.sha256)
      },
      tzdataVersion: tzdataVersion() ?? "", command: repeatingCommand)
  }
}
