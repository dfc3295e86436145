// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import FreightRouting
public import Quantities

/// A lot that takes room from nobody and only measures how long its way takes.
public struct Probe: Sendable {
  public var destination: ID<Place>
  /// Seconds from Monday 00:00 of the week to its ready time.
  public var readySeconds: Int64
  /// The way planned for its ready time in the first week: one of those between which it chooses.
  public var path: PlannedPath
  /// Its row among the sources.
  public var source: Int

  public init(
    destination: ID<Place>, readySeconds: Int64, path: PlannedPath, source: Int = 0
  ) {
    self.destination = destination
    self.readySeconds = readySeconds
    self.path = path
    self.source = source
  }
}

/// Where probes set out, and by what rules they choose.
public struct ProbeSource: Sendable {
  public var origin: ID<Place>
  public var options: RoutingOptions
  /// Its ways are under changes or demands of their own: only those planned for some ready time are taken, on their own services.
  public var keepsToPlan: Bool

  public init(origin: ID<Place>, options: RoutingOptions, keepsToPlan: Bool) {
    self.origin = origin
    self.options = options
    self.keepsToPlan = keepsToPlan
  }
}

/// How often probes are sent, and through what.
public struct ProbeQuery: Sendable, Hashable {
  /// Weeks sampled, one after the other from that of the query on.
  public var weeks: Int
  public var seed: UInt64
  public var threads: Int
  /// Nil: no queues, nobody else is there; else the factor on the demand table of what is.
  public var demandFactor: Double?
  /// Seconds for which the last week's probes are still waited for.
  public var patienceSeconds: Int64

  public init(
    weeks: Int, seed: UInt64 = 1, threads: Int = 2, demandFactor: Double? = nil,
    patienceSeconds: Int64 = 14 * secondsPerDay
  ) {
    self.weeks = weeks
    self.seed = seed
    self.threads = threads
    self.demandFactor = demandFactor
    self.patienceSeconds = patienceSeconds
  }

  /// Weeks of one run; the next weeks are a run of their own, with luck of its own.
  ///
  /// A week's luck does not depend on how many weeks are sampled.
  public static let weeksOfRun = 26
  static let warmupDays = 84
}

/// The door-to-door times of probes over many weeks.
public struct ProbeRun: Sendable {
  private let network: Network
  private let consignment: Consignment
  private let query: ProbeQuery

  /// - Parameters:
  ///   - network: Its reference week is the first that is sampled.
  ///   - consignment: What the probes stand for: class, export mode.
  ///   - query: How many weeks, with what else on the way.
  public init(_ network: Network, _ consignment: Consignment, _ query: ProbeQuery) {
    var network = network
    if query.demandFactor == nil {
      network.demands = []
      network.backgrounds = []
      network.loads = []
      // There is room wherever something runs.
      for row in network.services.indices {
        network.services[row].capacity[consignment.cargoClass] = Service.Capacity(
          amount: 1_000, unit: "", quality: .assumed)
      }
    }
    self.network = network
    self.consignment = consignment
    self.query = query
  }

  /// Sends every probe in every week.
  ///
  /// - Parameters:
  ///   - probes: Those of one source to one destination choose between all their ways and their neighbours.
  ///   - sources: Where they set out.
  ///   - objective: By what they choose.
  ///   - progress: Called on any thread after each run with the weeks that it had.
  /// - Returns: Probe → week → seconds from ready to delivered; nil where it was not delivered in time
  ///   to be seen. The same for every number of threads.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  public func run(
    _ probes: [Probe], from sources: [ProbeSource], objective: Objective = .time,
    progress: @Sendable (_ weeks: Int) -> Void = { _ in }
  ) throws -> [[Int64?]] {
    var simulation = SimulationQuery()
    simulation.seed = query.seed
    simulation.threads = query.threads
    simulation.demandFactor = query.demandFactor ?? 0
    simulation.warmupDays = ProbeQuery.warmupDays
    let plans = try RoutePlans(network, depth: simulation.depth, threads: query.threads)
    let fleet = ProbeFleet(
      probes: probes, menus: try menus(probes, sources, objective), consignment: consignment,
      takesLots: query.demandFactor != nil, valueOfTime: objective.valueOfTime)
    var systems: [FreightSystem] = []
    var first = 0
    while first < query.weeks {
      let weeks = min(ProbeQuery.weeksOfRun, query.weeks - first)
      simulation.days =
        weeks * 7 + Int((query.patienceSeconds + secondsPerDay - 1) / secondsPerDay)
      var system = try FreightSystem(plans, network, simulation)
      system.add(fleet, weeks: weeks)
      systems.append(system)
      first += weeks
    }
    let book = ReplanBook(plans)
    let (sent, shared) = (systems, simulation)
    let runs = replicateProbes(sent, shared, book, progress)
    return probes.indices.map { probe in
      runs.flatMap { run in
        let weeks = run.count / max(1, probes.count)
        return (0..<weeks).map { week -> Int64? in
          let seconds = run[probe * weeks + week]
          return seconds < 0 ? nil : Int64(seconds)
        }
      }
    }
  }

  /// The ways of each source to each destination that a probe has.
  private func menus(
    _ probes: [Probe], _ sources: [ProbeSource], _ objective: Objective
  ) throws -> [ProbeFleet.Line: ProbeFleet.Menu] {
    var menus: [ProbeFleet.Line: ProbeFleet.Menu] = [:]
    for probe in probes {
      let line = ProbeFleet.Line(probe)
      if menus[line, default: .init()].ways.contains(probe.path.stages) { continue }
      menus[line, default: .init()].ways.append(probe.path.stages)
    }
    let home = try TimeZoneRules.load(network.header.homeTimeZone)
    let timeless = try TimelessNetwork(
      network, around: home.instant(date: network.header.referenceWeek, secondOfDay: 0))
    var roads: RoadWays?
    for (number, source) in sources.enumerated() where !source.keepsToPlan {
      let router = try Router(
        network: timeless.network, consignment: consignment, origin: source.origin,
        options: source.options, week: network.header.referenceWeek, ways: roads)
      roads = router.ways
      let search = WaySearch(
        router, from: [source.origin], objective: objective, intervals: timeless.intervals)
      let lines = menus.keys.filter { $0.source == number }
      for line in lines {
        menus[line]?.seats = search.seats
        for way in search.ways(to: line.destination)[0]
        where menus[line]?.ways.contains(way) == false {
          menus[line]?.ways.append(way)
        }
      }
    }
    return menus
  }
}

/// Probes with all that they choose between.
struct ProbeFleet: Sendable {
  struct Line: Hashable {
    var source: Int
    var destination: ID<Place>

    init(_ probe: Probe) { (source, destination) = (probe.source, probe.destination) }
  }
  struct Menu {
    var ways: [[PathStage]] = []
    /// Neighbours; none where each way keeps to its own services.
    var seats: [SeatKey: [PathStage]] = [:]
  }
  var probes: [Probe]
  var menus: [Line: Menu]
  var consignment: Consignment
  /// A departure has room for a probe if it has room for a lot of its class; else any room will do.
  var takesLots: Bool
  var valueOfTime: Int64?
}

extension Objective {
  /// Fen an hour of the consignment; nil where time comes first.
  fileprivate var valueOfTime: Int64? {
    switch self {
    case .time: nil
    case .cost: 0
    case .generalized(let prices): prices.valueOfTime.count
    }
  }
}
