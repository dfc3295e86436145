// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import FreightRouting
public import Quantities

/// A lot that takes room from nobody and only measures how long its way takes.
public struct Probe: Sendable {
  public var destination: ID<Place>
  /// Seconds from Monday 00:00 of the week to its ready time.
  public var readySeconds: Int64
  /// The way it follows, planned for its ready time in the first week.
  public var path: PlannedPath

  public init(destination: ID<Place>, readySeconds: Int64, path: PlannedPath) {
    self.destination = destination
    self.readySeconds = readySeconds
    self.path = path
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
  ///   - probes: Each with its own way.
  ///   - progress: Called on any thread after each run with the weeks that it had.
  /// - Returns: Probe → week → seconds from ready to delivered; nil where it was not delivered in time
  ///   to be seen. The same for every number of threads.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  public func run(
    _ probes: [Probe], progress: @Sendable (_ weeks: Int) -> Void = { _ in }
  ) throws -> [[Int64?]] {
    var simulation = SimulationQuery()
    simulation.seed = query.seed
    simulation.threads = query.threads
    simulation.demandFactor = query.demandFactor ?? 0
    simulation.warmupDays = ProbeQuery.warmupDays
    let plans = try RoutePlans(network, depth: simulation.depth, threads: query.threads)
    var systems: [FreightSystem] = []
    var first = 0
    while first < query.weeks {
      let weeks = min(ProbeQuery.weeksOfRun, query.weeks - first)
      simulation.days =
        weeks * 7 + Int((query.patienceSeconds + secondsPerDay - 1) / secondsPerDay)
      var system = try FreightSystem(plans, network, simulation)
      system.add(
        probes, consignment, weeks: weeks, takesLots: query.demandFactor != nil)
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
}
