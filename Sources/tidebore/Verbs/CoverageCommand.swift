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

/// `tidebore coverage`: the circle.
struct CoverageCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "coverage", abstract: helpText("coverage"),
      discussion: helpText("coverage.examples"))
  }

  @Argument(help: help("network", "NETWORK"))
  var network: String?

  @Option(name: .long, help: help("origin", "ID"))
  var origin: String?

  @Option(name: .long, help: help("circle", "123"))
  var circle: String?

  @Option(name: .long, help: help("targets", "strict|broad"))
  var targets: String = "strict"

  @Option(name: .long, help: help("require", "tier3>=0.8"))
  var require: [String] = []

  @Option(name: .long, help: help("points", "FILE.csv"))
  var points: String?

  @Flag(name: .long, help: help("excel"))
  var excel = false

  @OptionGroup var week: WeekOptions
  @OptionGroup var cargo: CargoOptions
  @OptionGroup var objective: ObjectiveOptions
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
        standardOutput: [.table, .json, .csv, .geojson],
        files: [.html, .svg, .png, .geojson, .gpkg, .csv, .json]))
    checkPoints(plan, &inputs)
    let requirements = readRequirements(&inputs)
    let (read, query) = try readQuery(&inputs)
    let delivery = try points.map { try PointsReader.read(file: $0) }
    if plan.formats.contains(.png), PictureConverter.find(session) == nil {
      throw CommandFailure.failed(session.text("cli.no_converter"))
    }

    let progress = Progress(
      label: session.text("cli.searching"), isQuiet: general.quiet, session: session)
    var computation = CircleComputation(network: read.network, query: query)
    let forms = plan.circleFormats
    computation.drawsSurface = !forms.isDisjoint(with: [.html, .svg, .png, .geojson, .gpkg])
    computation.triesSwings = !forms.isEmpty
    computation.points = (delivery?.points ?? []).map {
      GeoPoint(latitude: $0.latitude, longitude: $0.longitude)
    }
    computation.progress = { progress.reach($0, of: $1) }
    let result = try computation.run()
    progress.end()

    try CircleOutputs(
      result: result, network: read.network, points: delivery?.points ?? [],
      header: session.header(of: read, folder: network ?? "", and: delivery?.input),
      isForExcel: excel, session: session
    ).write(plan)
    if !general.quiet { try session.notice(plan) }
    try check(requirements, result.tiers, session)
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
  ) throws -> (ReadNetwork, CoverageQuery) {
    let wish = objective.read(cargo, &inputs)
    let consignment = cargo.readConsignment(&inputs)
    let options = cargo.readOptions(&inputs)
    let asked = week.read(&inputs)
    let threads = computing.read(&inputs)
    let from = inputs.required(origin, "--origin", example: "HZ-XS")
    guard let read = try inputs.network(network) else {
      try inputs.check()
      throw CommandFailure.usage([])
    }
    let network = read.network
    let place = inputs.place(from, "--origin", in: network, folder: self.network ?? "")
    let usual = consignment.cargoClass == .fcl ? "fcl" : "123"
    let circle = circle ?? (network.tiers.contains { $0.circle == usual } ? usual : "123")
    inputs.known(circle, "--circle", among: Set(network.tiers.map(\.circle)).sorted())
    inputs.known(targets, "--targets", among: Set(network.targets.map(\.set)).sorted())
    inputs.checkWithout(options.without, in: network)
    let tiers = Set(network.tiers.filter { $0.circle == circle }.map(\.tier))
    for requirement in require.compactMap({ Requirement($0) })
    where !tiers.contains(requirement.tier) {
      inputs.add(
        "usage.require_tier", String(requirement.tier),
        tiers.sorted().map(String.init).joined(separator: ", "))
    }
    try inputs.check()
    guard let place else { throw CommandFailure.usage([]) }
    var query = CoverageQuery(
      origin: place, circle: circle, targetSet: targets, consignment: consignment,
      options: options, week: asked.monday ?? network.header.referenceWeek, ready: asked.ready,
      percentile: asked.percentile, threads: threads,
      objective: wish.objective(for: consignment, in: network))
    if !change.change.isEmpty, query.objective != .time {
      inputs.add("usage.change_by_time")
      try inputs.check()
    }
    query.changes = try change.changes(of: query, in: network, &inputs)
    return (read, query)
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
