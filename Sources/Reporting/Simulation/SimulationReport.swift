// SPDX-License-Identifier: GPL-3.0-or-later
public import Catalogue
public import FreightModel
public import FreightSimulation
import Quantities
import Stochastics

/// A simulation ready to be written in any format; all of them say the same.
public struct SimulationReport: Sendable {
  public let result: SimulationResult
  public let network: Network
  public let language: Language
  public let header: RunHeader
  public let warmup: WarmupCheck
  /// What one more server buys, where it was asked for.
  public var serverValues: [ServerValue] = []
  /// Half width that replications were added for, and whether it was reached.
  public var stopping: Stopping?
  let names: Names

  public struct Stopping: Sendable, Hashable {
    public var target: Double
    public var reached: Double

    public init(target: Double, reached: Double) {
      self.target = target
      self.reached = reached
    }

    public var isReached: Bool { reached <= target }
  }

  public init(
    result: SimulationResult, network: Network, language: Language, header: RunHeader
  ) {
    self.result = result
    self.network = network
    self.language = language
    self.header = header
    warmup = WarmupCheck(result.replications, warmupDays: result.query.warmupDays)
    names = Names(network: network, language: language)
  }

  /// Warnings in the report's language, for a terminal; they are in every output too.
  public var spokenWarnings: [String] { warnings }

  public func speaking(_ language: Language) -> SimulationReport {
    var report = SimulationReport(
      result: result, network: network, language: language, header: header)
    report.serverValues = serverValues
    report.stopping = stopping
    return report
  }

  /// Why the run cannot be trusted; empty where it can.
  public var faults: [String] {
    var faults: [String] = []
    for run in result.replications {
      let counts = run.conservation
      if !counts.holds {
        faults.append(
          word(
            "sim.fault.conservation", String(run.number + 1), String(counts.generated),
            String(counts.delivered), String(counts.inSystem)))
      }
      if run.isStuck { faults.append(word("sim.fault.stuck", String(run.number + 1))) }
      if run.cutHours > 0 {
        faults.append(word("sim.fault.cut", String(run.number + 1), String(run.cutHours)))
      }
      for station in run.stations where !station.littleHolds {
        faults.append(
          word("sim.fault.little", String(run.number + 1), network.resources[station.resource].id))
      }
    }
    return faults
  }

  func word(_ key: String, _ arguments: String...) -> String {
    Messages.text(key, arguments, in: language)
  }

  var query: SimulationQuery { result.query }

  var title: String {
    let title = language == .zh ? network.header.titleZH : network.header.titleEN
    return word("sim.title", title.isEmpty ? network.header.name : title)
  }

  var notices: [String] {
    var all = network.header.notices
    let usesGeoNames = network.places.contains { $0.provenance.source.contains("GeoNames") }
    if usesGeoNames, !all.contains(where: { $0.contains("GeoNames") }) {
      all.append(word("report.geonames"))
    }
    return all
  }

  var headerText: RunHeaderText {
    RunHeaderText(header: header, network: network, notices: notices, names: names)
  }

  /// A word of the catalogue, the code itself where it has none.
  func term(_ group: String, _ code: String) -> String {
    Messages.contains("\(group).\(code)") ? word("\(group).\(code)") : code
  }

  func kind(_ resource: Int) -> String {
    term("kind", network.resources[resource].kind.rawValue)
  }

  /// "Beilun port: quay cranes".
  func station(_ resource: Int) -> String {
    word("sim.station", names.place(network.resources[resource].place), kind(resource))
  }

  /// Likewise, with a place's short name.
  func chartStation(_ resource: Int) -> String {
    word("sim.station", names.mapName(network.resources[resource].place), kind(resource))
  }

  /// Place, and the resource or service waited for; the cause is the bar's colour.
  func chartName(of owner: ReplicationResult.Owner) -> String {
    let what =
      owner.resource.map(kind) ?? owner.service.map { service($0) } ?? cause(owner.cause)
    return word("sim.station", names.mapName(owner.place), what)
  }

  func service(_ id: ID<Service>) -> String { network.services[id].id }

  func cause(_ cause: DelayCause) -> String { term("sim.cause", cause.rawValue) }

  func cargoClass(_ cargoClass: CargoClass) -> String { word("class." + cargoClass.rawValue) }

  func gateway(_ place: ID<Place>?) -> String {
    place.map(names.place) ?? word("report.by_road")
  }

  /// What a bottleneck is: place, cause, and the resource or service waited for.
  func name(of owner: ReplicationResult.Owner) -> String {
    let what =
      owner.resource.map(kind) ?? owner.service.map { service($0) }
      ?? ""
    let cause = cause(owner.cause)
    return what.isEmpty
      ? word("sim.owner", names.place(owner.place), cause)
      : word("sim.owner_of", names.place(owner.place), cause, what)
  }

  func change(_ change: ServerValue.Change) -> String {
    switch change {
    case .server(let resource): word("sim.one_more", station(resource))
    case .capacity(let id): word("sim.more_capacity", service(id))
    }
  }

  /// Stations that did something, busiest first.
  var busyStations: [SimulationResult.StationRow] {
    result.stations.filter { $0.jobsPerYear > 0 }.sorted {
      ($1.utilisation.mean, $0.resource) < ($0.utilisation.mean, $1.resource)
    }
  }

  /// Services with their fullest hold, fullest first.
  var fullServices: [(row: SimulationResult.ServiceRow, hold: SimulationResult.ServiceRow.Hold)] {
    result.services.compactMap { row in
      row.holds.filter { $0.offeredPerYear > 0 && $0.loadFactor.mean > 0 }
        .max { ($0.loadFactor.mean, $1.name) < ($1.loadFactor.mean, $0.name) }
        .map { (row, $0) }
    }.sorted {
      ($1.hold.loadFactor.mean, $0.row.service.index)
        < ($0.hold.loadFactor.mean, $1.row.service.index)
    }
  }

  /// Rows of the network's resources that are assumed.
  var assumedResources: Int {
    network.resources.count { $0.provenance.quality == .assumed }
  }

  /// Tonnes of demand in a simulated year.
  var demandTonnes: Double {
    network.demands.reduce(0) { $0 + $1.tonnesPerYear } * query.demandFactor
  }
}
