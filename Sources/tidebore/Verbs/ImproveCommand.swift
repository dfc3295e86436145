// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Coverage
import FreightModel
import FreightRouting
import NetworkIO
import Quantities
import Reporting
import Scenario

/// `tidebore improve`: what it would take to bring a city in, or to gain a tier the most cities.
struct ImproveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "improve", abstract: helpText("improve"),
      discussion: helpText("improve.examples"))
  }

  @Argument(help: help("network", "NETWORK"))
  var network: String?

  @Option(name: .long, help: help("improve.city", "ID"))
  var city: [String] = []

  @Option(name: .long, help: help("improve.tier", "N"))
  var tier: String?

  @Option(name: .long, help: help("improve.cities", "N"))
  var cities: String = "12"

  @OptionGroup var question: CircleOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var general: GeneralOptions

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    let plan = outputs.read(
      &inputs,
      OutputFormat.Choice(standardOutput: [.table, .json, .md], files: [.json, .md]))
    if city.isEmpty == (tier == nil) { inputs.add("usage.improve_what") }
    let tier = tier.flatMap { inputs.wholeNumber($0, "--tier", in: 1...99) }
    let asked = inputs.wholeNumber(cities, "--cities", in: 1...999)
    let source = try inputs.source(network)
    let question = question.filled(from: source?.scenario?.ask)
    let wish = question.read(&inputs)
    guard let source else {
      try inputs.check()
      return
    }
    let made = source.read.network
    let query = question.query(wish, in: made, folder: network ?? "", &inputs)
    if query?.consignment.exportMode == .overseasWarehouse { inputs.add("usage.improve_9810") }
    let wanted = city.compactMap { inputs.place($0, "--city", in: made, folder: network ?? "") }
    try inputs.check()
    guard let query, let folder = network else { return }

    let tables = try source.scenario?.tables ?? NetworkTables(directory: folder)
    var run = ImprovementRun(tables: tables, network: made, query: query)
    run.citiesAsked = asked ?? 12
    let base = try run.base()
    var improvements: [Improvement] = []
    for place in wanted {
      guard let row = base.cities.first(where: { $0.place == place }) else {
        inputs.add("usage.improve_target", made.places[place].id)
        continue
      }
      improvements.append(
        try following(&run, session, made.places[place].id) { try $0.improve(row, base: base) })
    }
    try inputs.check()
    if let tier {
      improvements.append(
        try following(&run, session, "tier \(tier)") { try $0.improve(tier: tier, base: base) })
    }
    try plan.write(session) { format, language in
      let report = ImprovementReport(
        improvements, network: made, language: language, header: session.header(of: source.read))
      return switch format {
      case .json: report.json()
      case .md: Array(report.markdown().utf8)
      default: Array(report.table().utf8)
      }
    }
    if !general.quiet { try session.notice(plan) }
  }

  private func following(
    _ run: inout ImprovementRun, _ session: Session, _ label: String,
    _ body: (ImprovementRun) throws -> Improvement
  ) throws -> Improvement {
    let progress = Progress(label: label, isQuiet: general.quiet, session: session)
    run.progress = { progress.reach($0, of: $1) }
    defer { progress.end() }
    return try body(run)
  }
}
