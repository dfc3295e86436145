// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FreightModel
import FreightRouting
import Quantities
import Reporting

/// `tidebore route`: the fastest way from door to door.
struct RouteCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "route", abstract: helpText("route"), discussion: helpText("route.examples"))
  }

  @OptionGroup var question: QuestionOptions

  @Option(name: .long, help: help("depart", "TIME"))
  var depart: String?

  @OptionGroup var cargo: CargoOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var computing: ComputingOptions
  @OptionGroup var general: GeneralOptions

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    let plan = outputs.read(
      &inputs,
      OutputFormat.Choice(
        standardOutput: [.table, .json, .geojson, .csv], files: [.json, .geojson, .csv]))
    _ = computing.read(&inputs)
    let readyAt = Question.depart(
      inputs.required(depart, "--depart", example: "2026-03-02T09:00:00+08:00"), &inputs)
    let asked = try Question(question, cargo, &inputs)
    guard let readyAt else { return }

    let router = try Router(
      network: asked.network, consignment: asked.consignment, origin: asked.origin,
      options: asked.options, week: asked.network.week(of: readyAt))
    var search = RouterSearch(router)
    search.run(
      from: asked.origin, readyAt: readyAt,
      changes: try change.resolve(on: router, &inputs))
    let itinerary = search.itinerary(to: asked.destination)
    let unreachable =
      itinerary == nil
      ? router.whyUnreachable(from: asked.origin, to: asked.destination) : nil
    try plan.write(session) { format, language in
      try RouteReport(
        itineraries: itinerary.map { [$0] } ?? [], unreachable: unreachable,
        network: asked.network, language: language,
        header: session.header(of: asked.read, folder: asked.folder)
      ).bytes(format)
    }
    if !general.quiet { try session.notice(plan) }
  }
}

extension RouteReport {
  /// The report in a form that routes have.
  func bytes(_ format: OutputFormat) -> [UInt8] {
    switch format {
    case .json: json()
    case .geojson: geoJSON()
    case .csv: csv()
    default: Array(table().utf8)
    }
  }
}
