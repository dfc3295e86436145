// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FreightModel
import NetworkIO
import Quantities
import Reporting
import Studies

/// `tidebore matrix`: earliest deliveries from many places to many, as a table that is streamed.
struct MatrixCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "matrix", abstract: helpText("matrix"), discussion: helpText("matrix.examples"))
  }

  @Argument(help: help("network", "NETWORK"))
  var network: String?

  @Option(name: .long, help: help("matrix.origins", "ID,…"))
  var origins: String?

  @Option(name: .long, help: help("matrix.destinations", "ID,…"))
  var destinations: String?

  @Option(name: .long, help: help("depart", "TIME"))
  var depart: String?

  @Option(name: .long, help: help("matrix.week", "2026-W10"))
  var week: String?

  @Flag(name: .customLong("with-cost"), help: help("matrix.with_cost"))
  var withCost = false

  @OptionGroup var cargo: CargoOptions
  @OptionGroup var requesting: RequestOptions
  @Option(name: [.customShort("o"), .long], help: help("matrix.output", "FILE"))
  var output: [String] = []
  @OptionGroup var computing: ComputingOptions
  @OptionGroup var general: GeneralOptions

  private var request: MatrixRequest {
    var request = MatrixRequest()
    (request.network, request.depart, request.week) = (network, depart, week)
    (request.origins, request.destinations) = (origins, destinations)
    (request.withCost, request.cargo) = (withCost, cargo.request)
    return request
  }

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    for path in output where MatrixSink.Form(path) == nil {
      inputs.add("usage.ending", path, ".csv .tbm")
    }
    let threads = inputs.threads(computing.threads)
    let request = try requesting.take(request, &inputs)
    if try requesting.prints(request, inputs) { return }
    let study = try inputs.study { try MatrixStudy(request, threads: threads) }
    let network = study.source.read.network
    let table = MatrixTable(
      origins: try points(study.origins, network),
      destinations: try points(study.destinations, network),
      readyTimes: study.readyTimes, latest: study.latest, withCosts: request.withCost)
    let progress = StageProgress(isQuiet: general.quiet, session: session)
    var sink = try MatrixSink(
      table: table, files: output, header: session.header(of: study.answer),
      home: try TimeZoneRules.load(network.header.homeTimeZone), session: session)
    try study.run(progress: progress.report) { row in try sink.write(row) }
    try sink.finish()
    progress.end()
    if !general.quiet, !output.isEmpty {
      try session.say(session.text("cli.written", output.joined(separator: ", ")))
    }
  }

  private func points(
    _ places: [ID<Place>], _ network: Network
  ) throws -> [MatrixTable.Point] {
    var zones: [String: TimeZoneRules] = [:]
    return try places.map { place in
      let name = network.places[place].timeZone
      let zone = try zones[name] ?? TimeZoneRules.load(name)
      zones[name] = zone
      return MatrixTable.Point(id: network.places[place].id, zoneName: name, zone: zone)
    }
  }
}
