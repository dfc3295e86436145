// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities
public import Stochastics

/// What all replications together say; every figure is an estimate with its interval.
public struct SimulationResult: Sendable {
  /// A number of the whole run.
  public struct Indicator: Sendable, Hashable {
    /// Key of the catalogue, such as `sim.delivered`.
    public var name: String
    /// `t`, `h`, `lots`, `%`, `CNY/t`, `kg/t`, `1`.
    public var unit: String
    /// By replication: what is paired with another run's under common random numbers.
    public var values: [Double]
    /// Shares stay within 0 and 100, all else is not below 0.
    public var range: ClosedRange<Double> { unit == "%" ? 0...100 : 0 ... .infinity }
    public var estimate: Estimate { Estimate(values, within: range) }

    public init(name: String, unit: String, values: [Double]) {
      (self.name, self.unit, self.values) = (name, unit, values)
    }
  }

  /// Door-to-door times of one class to one destination.
  public struct LaneRow: Sendable, Hashable {
    public var destination: ID<Place>
    public var cargoClass: CargoClass
    /// Lots ready and delivered, mean over replications.
    public var ready: Double
    public var delivered: Double
    /// Share of those whose time is counted that is not there by the end.
    public var notDelivered: Estimate
    /// Hours, over all whose time is counted; infinite where so many are not delivered.
    public var p50, p80, p95: Estimate
    /// Hours of the tier; nil where the destination has none.
    public var tierHours: Double?
    /// Share delivered within it.
    public var withinTier: Estimate?
  }

  public struct StationRow: Sendable, Hashable {
    public var resource: Int
    /// Of the server time on duty.
    public var utilisation: Estimate
    /// Share of the time in which servers are on duty.
    public var onDuty: Double
    /// Jobs waiting, others' included.
    public var meanQueue: Estimate
    public var greatestQueue: Int
    /// Hours.
    public var meanWait: Estimate
    /// Work done in a year, in what the resource's rate counts; 0 where places are held.
    public var workPerYear: Estimate
    /// Jobs a year.
    public var jobsPerYear: Double
    public var turnedAwayPerYear: Double
    /// Tonne-hours of lots' waits a year.
    public var tonneHours: Estimate
    /// 168 means.
    public var queueByHour: [Double]
  }

  public struct ServiceRow: Sendable, Hashable {
    public var service: ID<Service>
    /// Air, lcl and fcl holds that it has: share of the capacity used, and of it by lots.
    public var holds: [Hold]
    public var departuresPerYear: Double
    public var blankPerYear: Double
    public var rolloversPerYear: Estimate
    public var latenessHours: Estimate

    public struct Hold: Sendable, Hashable {
      public var name: String
      public var unit: String
      public var offeredPerYear: Double
      public var loadFactor: Estimate
      public var ownShare: Estimate
      public var sections: [Section]
    }

    /// From one stop to the next.
    public struct Section: Sendable, Hashable {
      public var from, to: ID<Place>
      public var loadFactor: Estimate
    }
  }

  /// What is loaded or unloaded in each month at a terminal, all services together, or by a service, at all its stops: tonnes, of
  /// boxes TEU.
  public struct ThroughputRow: Sendable, Hashable {
    /// One of the two.
    public var terminal: ID<Place>?
    public var service: ID<Service>?
    public var cargoClass: CargoClass
    public var direction: ReplicationResult.ThroughputKey.Direction
    public var isOwn: Bool
    /// Means over replications, by `throughputMonths`.
    public var months: [Double]
    /// Of the whole run.
    public var total: Estimate
    public var unit: String { cargoClass == .fcl ? "TEU" : "t" }
  }

  /// All delay of one place and cause.
  public struct BottleneckGroup: Sendable, Hashable {
    public var place: ID<Place>
    public var cause: DelayCause
    public var tonneHours: Estimate
    /// Of all delay.
    public var share: Double
    /// What it is made of, largest first.
    public var parts: [Bottleneck]
  }

  /// Hours of delay a year that belong to one place and cause.
  public struct Bottleneck: Sendable, Hashable {
    public var owner: ReplicationResult.Owner
    /// Tonne-hours a year.
    public var tonneHours: Estimate
    /// Of all delay.
    public var share: Double
  }

  public struct GatewayRow: Sendable, Hashable {
    /// Nil is by road alone.
    public var gateway: ID<Place>?
    public var cargoClass: CargoClass
    public var tonnesPerYear: Estimate
  }

  public var query: SimulationQuery
  public var replications: [ReplicationResult]
  public var indicators: [Indicator]
  public var lanes: [LaneRow]
  public var stations: [StationRow]
  public var services: [ServiceRow]
  /// Largest first.
  public var bottlenecks: [Bottleneck]
  /// Lots that do not move at the end, over all replications, by what they wait for; most first.
  public var remaining: [(owner: ReplicationResult.Owner, lots: Int)]
  public var gateways: [GatewayRow]
  /// The same by place and cause, largest first.
  public var bottleneckGroups: [BottleneckGroup]
  /// Of every terminal, then of every service, by class, direction and whose it is.
  public var throughput: [ThroughputRow]
  /// Months since year 0 (12 · year + month − 1), in order; the first and the last may be parts of a month.
  public var throughputMonths: [Int]
  /// Seconds of the longest way that a row of demand's objective chooses.
  public var longestWaySeconds: Int64
  /// Days that a run must have, so that who is ready in its first half can be there by its end.
  public var daysNeeded: Int { Int((2 * longestWaySeconds + secondsPerDay - 1) / secondsPerDay) }
  public var isTooShort: Bool { query.days < daysNeeded }
  /// Of all replications together, exact counts of lots.
  public var conservation: ReplicationResult.Conservation
  /// Little's law held at every station of every replication, to the second.
  public var littleHolds: Bool

  public func indicator(_ name: String) -> Estimate? {
    indicators.first { $0.name == name }?.estimate
  }
}

extension SimulationResult {
  /// Sums up replications of one query.
  public init(_ runs: [ReplicationResult], _ query: SimulationQuery, in network: Network) {
    self.query = query
    replications = runs
    let perYear = 364 / Double(query.days)
    func values(_ value: (ReplicationResult) -> Double) -> [Double] { runs.map(value) }
    conservation = runs.reduce(into: ReplicationResult.Conservation()) { sum, run in
      sum.generated += run.conservation.generated
      sum.delivered += run.conservation.delivered
      sum.inSystem += run.conservation.inSystem
    }
    let left = runs.flatMap(\.remaining)
    remaining = Dictionary(left.map { ($0.owner, $0.lots) }, uniquingKeysWith: +)
      .map { ($0.key, $0.value) }.sorted { ($1.lots, $0.owner) < ($0.lots, $1.owner) }
    littleHolds = runs.allSatisfy { $0.stations.allSatisfy(\.littleHolds) }
    lanes = Self.lanes(runs)
    stations = Self.stations(runs, perYear)
    services = Self.services(runs, perYear)
    let total = runs.reduce(0.0) { $0 + $1.delays.reduce(0) { $0 + $1.tonneHours } }
    let tables = runs.map { run in
      Dictionary(run.delays.map { ($0.owner, $0.tonneHours) }) { $0 + $1 }
    }
    bottlenecks = Set(tables.flatMap(\.keys)).map { owner in
      let values = tables.map { $0[owner] ?? 0 }
      return Bottleneck(
        owner: owner,
        tonneHours: Estimate(values.map { $0 * perYear }, within: 0 ... .infinity),
        share: total > 0 ? values.reduce(0, +) / total : 0)
    }.sorted { ($1.tonneHours.mean, $0.owner) < ($0.tonneHours.mean, $1.owner) }
    bottleneckGroups = Self.groups(bottlenecks, tables, perYear)
    throughputMonths = Set(runs.flatMap { $0.throughput.keys.map(\.month) }).sorted()
    throughput = Self.throughput(runs, throughputMonths)
    longestWaySeconds = runs.first?.lanes.map(\.plannedSeconds).max() ?? 0
    gateways = Set(runs.flatMap(\.gateways.keys)).map { key in
      GatewayRow(
        gateway: key.gateway, cargoClass: key.cargoClass,
        tonnesPerYear: Estimate(
          values { ($0.gateways[key] ?? 0) * perYear }, within: 0 ... .infinity))
    }.sorted {
      ($1.tonnesPerYear.mean, $0.cargoClass.rawValue, $0.gateway?.index ?? -1)
        < ($0.tonnesPerYear.mean, $1.cargoClass.rawValue, $1.gateway?.index ?? -1)
    }
    func ratio(_ amount: Double, _ tonnes: Double) -> Double { tonnes > 0 ? amount / tonnes : 0 }
    func share(_ part: Int, of whole: Int) -> Double {
      whole > 0 ? 100 * Double(part) / Double(whole) : 0
    }
    func within(_ lanes: [ReplicationResult.Lane]) -> Double {
      share(lanes.reduce(0) { $0 + $1.withinTier }, of: lanes.reduce(0) { $0 + $1.judged })
    }
    indicators = [
      .init(
        name: "sim.delivered", unit: "t/yr", values: values { $0.tonnesDelivered * perYear }),
      .init(
        name: "sim.lots_ready", unit: "lots/yr",
        values: values { Double($0.lanes.reduce(0) { $0 + $1.ready }) * perYear }),
      .init(
        name: "sim.not_delivered", unit: "%",
        values: values { run in
          share(
            run.lanes.reduce(0) { $0 + $1.timed - $1.seconds.count },
            of: run.lanes.reduce(0) { $0 + $1.timed })
        }),
      .init(
        name: "sim.no_way", unit: "lots/yr",
        values: values { Double($0.measuredWithoutWay) * perYear }),
      .init(
        name: "sim.left_behind", unit: "lots/yr", values: values { Double($0.leftBehind) * perYear }
      ),
      .init(
        name: "sim.missed", unit: "%", values: values { share($0.missed, of: $0.boardings) }),
      .init(name: "sim.in_system", unit: "t", values: values(\.meanInSystem)),
      .init(
        name: "sim.within_tier", unit: "%",
        values: values { within($0.lanes.filter { $0.tierSeconds > 0 }) }),
      .init(name: "sim.delay", unit: "h", values: values(\.delayHoursPerTonne)),
      .init(
        name: "sim.queue_delay", unit: "h",
        values: values { run in
          ratio(
            run.delays.reduce(0) {
              $0 + ($1.owner.cause == .queue || $1.owner.cause == .rollover ? $1.tonneHours : 0)
            }, run.tonnesReady)
        }),
      .init(
        name: "sim.rollovers", unit: "lots/yr",
        values: values { Double($0.rollovers) * perYear }),
      .init(
        name: "sim.replanned", unit: "lots/yr",
        values: values { Double($0.replanned) * perYear }),
      .init(
        name: "sim.diverted", unit: "lots/yr",
        values: values { Double($0.diverted) * perYear }),
      .init(
        name: "sim.cost", unit: "CNY/t",
        values: values { ratio($0.costYuan, $0.tonnesSent - $0.tonnesUnpriced) }),
      .init(
        name: "sim.storage", unit: "CNY/t", values: values { ratio($0.storageYuan, $0.tonnesReady) }
      ),
      .init(
        name: "sim.co2e", unit: "kg/t",
        values: values { ratio($0.co2eTonnes * 1_000, $0.tonnesSent - $0.tonnesWithoutFactor) }),
    ]
    if runs.contains(where: { $0.tonnesUnpriced > 0 }) {
      indicators.append(
        .init(name: "sim.unpriced", unit: "t/yr", values: values { $0.tonnesUnpriced * perYear }))
    }
    if runs.contains(where: { $0.tonnesWithoutFactor > 0 }) {
      indicators.append(
        .init(
          name: "sim.without_factor", unit: "t/yr",
          values: values { $0.tonnesWithoutFactor * perYear }))
    }
    for cargoClass in CargoClass.allCases {
      guard runs.contains(where: { $0.lanes.contains { $0.cargoClass == cargoClass } }) else {
        continue
      }
      func judged(_ run: ReplicationResult) -> [ReplicationResult.Lane] {
        run.lanes.filter { $0.cargoClass == cargoClass && $0.tierSeconds > 0 }
      }
      if runs.contains(where: { !judged($0).isEmpty }) {
        indicators.append(
          .init(
            name: "sim.within_tier_\(cargoClass.rawValue)", unit: "%",
            values: values { within(judged($0)) }))
      }
      for percentile in [50, 80, 95] {
        indicators.append(
          .init(
            name: "sim.hours_\(cargoClass.rawValue)_p\(percentile)", unit: "h",
            values: values { run in
              let lanes = run.lanes.filter { $0.cargoClass == cargoClass }
              return Self.hours(
                percentile, of: lanes.flatMap(\.seconds).sorted(),
                among: lanes.reduce(0) { $0 + $1.timed })
            }))
      }
    }
  }
}
