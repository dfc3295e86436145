// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Catalogue
import Coverage
import FreightModel
import FreightRouting
import Geography
import NetworkIO
import Quantities
import Reporting
import Scenario

/// `tidebore coverage`: the circle.
struct CoverageCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "coverage", abstract: helpText("coverage"),
      discussion: helpText("coverage.examples"))
  }

  @Argument(help: help("network", "NETWORK"))
  var network: String?

  @Option(name: .long, help: help("scenario.on", "FILE"))
  var scenario: String?

  @Option(name: .long, help: help("compare.with", "NETWORK|SCENARIO"))
  var compare: String?

  @Option(name: .long, help: help("require", "tier3>=0.8"))
  var require: [String] = []

  @Option(name: .long, help: help("points", "FILE.csv"))
  var points: String?

  @Flag(name: .long, help: help("excel"))
  var excel = false

  @OptionGroup var question: CircleOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var sample: SampleOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup var general: GeneralOptions

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    let plan = outputs.read(
      &inputs,
      OutputFormat.Choice(
        standardOutput: [.table, .json, .csv, .geojson],
        files: [.html, .svg, .png, .geojson, .gpkg, .csv, .json]))
    checkPoints(plan, &inputs)
    let requirements = readRequirements(&inputs)
    var sampling = sample.read(&inputs)
    sample.refuse(change: !change.change.isEmpty, points: points != nil, &inputs)
    let (source, query) = try readQuery(&inputs)
    let read = source.read
    sampling?.probes.threads = query.threads
    if sample.queues, read.network.demands.isEmpty {
      throw CommandFailure.failed(session.text("simulate.no_demand", network ?? ""))
    }
    let baseline = try readBaseline(sampling, &inputs)
    let delivery = try points.map { try PointsReader.read(file: $0) }
    if plan.formats.contains(.png), PictureConverter.find(session) == nil {
      throw CommandFailure.failed(session.text("cli.no_converter"))
    }

    let progress = Progress(
      label: session.text("cli.searching"), isQuiet: general.quiet, session: session)
    var computation = CircleComputation(network: read.network, query: query)
    let forms = plan.circleFormats
    computation.drawsSurface = !forms.isDisjoint(with: [.html, .svg, .png, .geojson, .gpkg])
    // The swings are of the timetable's circle.
    computation.triesSwings = !forms.isEmpty && sampling == nil
    computation.sampling = sampling
    computation.points = (delivery?.points ?? []).map {
      GeoPoint(latitude: $0.latitude, longitude: $0.longitude)
    }
    computation.progress = { progress.reach($0, of: $1) }
    let result = try computation.run()
    progress.end()

    var header = session.header(of: read, and: [delivery?.input].compactMap(\.self))
    header.seed = sampling?.probes.seed
    try CircleOutputs(
      result: result, network: read.network, points: delivery?.points ?? [], header: header,
      baseline: baseline, isForExcel: excel, session: session
    ).write(plan)
    if !general.quiet { try session.notice(plan) }
    try check(requirements, result.tiers, session)
  }

  /// The circle of another network, asked the same, or of an earlier file.
  private func readBaseline(
    _ sampling: Sampling?, _ inputs: inout CommandInputs
  ) throws -> CircleBaseline? {
    guard let compare else { return nil }
    if compare.lowercased().hasSuffix(".json") {
      let read = (try? EarlierResult.read(compare)).flatMap {
        CircleBaseline(name: compare, json: $0)
      }
      if read == nil { inputs.add("usage.baseline", compare) }
      try inputs.check()
      return read
    }
    let own = try inputs.source(network, scenario: scenario)
    guard let source = try inputs.source(compare) else { return nil }
    let question = question.filled(from: own?.scenario?.ask)
    let wish = question.read(&inputs)
    let query = question.query(wish, in: source.read.network, folder: compare, &inputs)
    try inputs.check()
    guard let query else { return nil }
    var computation = CircleComputation(network: source.read.network, query: query)
    (computation.drawsSurface, computation.triesSwings) = (false, false)
    computation.sampling = sampling
    return CircleBaseline(
      name: source.name, result: try computation.run(), network: source.read.network)
  }

  /// Points and the file for their rows go together.
  private func checkPoints(_ plan: OutputPlan, _ inputs: inout CommandInputs) {
    let file = plan.files.first { $0.isForPoints }
    if points != nil, file == nil { inputs.add("usage.points_file") }
    if points == nil, let file { inputs.add("usage.points_missing", file.path) }
  }

  private func readRequirements(_ inputs: inout CommandInputs) -> [Requirement] {
    require.compactMap { text in
      let requirement = Requirement(text)
      if requirement == nil { inputs.add("usage.require", text) }
      return requirement
    }
  }

  private func readQuery(
    _ inputs: inout CommandInputs
  ) throws -> (NetworkSource, CoverageQuery) {
    let source = try inputs.source(network, scenario: scenario)
    let question = question.filled(from: source?.scenario?.ask)
    let wish = question.read(&inputs)
    guard let source else {
      try inputs.check()
      throw CommandFailure.usage([])
    }
    let network = source.read.network
    let asked = question.query(wish, in: network, folder: self.network ?? "", &inputs)
    if let asked { checkTiers(network, asked, &inputs) }
    try inputs.check()
    guard var query = asked else { throw CommandFailure.usage([]) }
    if !change.change.isEmpty, query.objective != .time {
      inputs.add("usage.change_by_time")
      try inputs.check()
    }
    query.changes = try change.changes(of: query, in: network, &inputs)
    return (source, query)
  }

  /// Required tiers that the circle does not have.
  private func checkTiers(
    _ network: Network, _ query: CoverageQuery, _ inputs: inout CommandInputs
  ) {
    let tiers = Set(network.tiers.filter { $0.circle == query.circle }.map(\.tier))
    for requirement in require.compactMap({ Requirement($0) })
    where !tiers.contains(requirement.tier) {
      inputs.add(
        "usage.require_tier", String(requirement.tier),
        tiers.sorted().map(String.init).joined(separator: ", "))
    }
  }

  /// - Throws: `CommandFailure.targetMissed` naming each tier that falls short.
  private func check(
    _ requirements: [Requirement], _ tiers: [TierCount], _ session: Session
  ) throws {
    let missed = requirements.compactMap { requirement -> String? in
      guard let row = tiers.first(where: { $0.tier == requirement.tier }) else { return nil }
      let share = row.of == 0 ? 0 : Double(row.within) / Double(row.of)
      guard share < requirement.share else { return nil }
      return session.text(
        "cli.required_missed", String(row.tier), "\(requirement.share)", String(row.within),
        String(row.of), "\((share * 1_000).rounded() / 1_000)")
    }
    if !missed.isEmpty { throw CommandFailure.targetMissed(missed) }
  }
}
