// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Coverage
import FreightModel
import FreightRouting
import Quantities
import Reporting

/// `tidebore explain`: why it takes so long, and what would bring it in.
struct ExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain", abstract: helpText("explain"),
      discussion: helpText("explain.examples"))
  }

  @OptionGroup var question: QuestionOptions

  @Option(name: .long, help: help("explain.depart", "TIME"))
  var depart: String?

  @OptionGroup var week: WeekOptions
  @OptionGroup var cargo: CargoOptions
  @OptionGroup var demand: DemandOptions
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
    let threads = computing.read(&inputs)
    let readyAt = Question.time(depart, "--depart", &inputs)
    let weekAsked = week.read(&inputs)
    let asked = try Question(question, cargo, demand, &inputs)

    let explanation = try Explanation(
      of: try whole(asked, readyAt, weekAsked, threads: threads), in: asked.network)
    try plan.write(session) { format, language in
      try RouteReport(
        itineraries: explanation.itinerary.map { [$0] } ?? [],
        unreachable: explanation.unreachable, explanation: explanation, network: asked.network,
        language: language, header: session.header(of: asked.read)
      ).bytes(format)
    }
    if !general.quiet { try session.notice(plan) }
  }

  /// One ready time where it is named, else those of the week that the statistic is over.
  private func whole(
    _ asked: Question, _ readyAt: Instant?, _ week: WeekOptions.Week, threads: Int
  ) throws -> Explanation.Question {
    let network = asked.network
    let monday =
      try readyAt.map { try network.week(of: $0) } ?? week.monday ?? network.header.referenceWeek
    let query = CoverageQuery(
      origin: asked.origin, consignment: asked.consignment, options: asked.options, week: monday,
      ready: week.ready, percentile: week.percentile, threads: threads)
    let hours = try ReadyTimes(network: network, query: query)
    return Explanation.Question(
      consignment: asked.consignment, options: asked.options, origin: asked.origin,
      destination: asked.destination,
      readyTimes: readyAt.map { [$0] } ?? hours.counted.map { hours.instants[$0] }, week: monday,
      percentile: week.percentile, targetSeconds: network.target(of: asked.destination),
      threads: threads)
  }
}

extension Network {
  /// Seconds of the 123 circle's tier that a city belongs to; nil where it is no target.
  fileprivate func target(of place: ID<Place>) -> Int64? {
    for set in ["strict", "broad", "hmt", "districts"] {
      guard let row = targets.first(where: { $0.set == set && $0.place == place }),
        let tier = tiers.first(where: { $0.circle == "123" && $0.tier == max(row.tier, 1) })
      else { continue }
      return wholeSeconds(hours: tier.targetHours)
    }
    return nil
  }
}
