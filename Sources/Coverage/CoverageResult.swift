// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import FreightRouting
public import Quantities

/// What a circle is asked for.
public struct CoverageQuery: Sendable, Hashable {
  public var origin: ID<Place>
  public var circle: String
  /// `strict` or `broad`, or another set of the network's targets.
  public var targetSet: String
  public var consignment: Consignment
  public var options: RoutingOptions
  /// What differs from the network; the names must be known, and what touches nothing is left out.
  public var changes: [RouterChange] = []
  /// Monday of the week of ready times.
  public var week: CivilDate
  /// Ready times the statistic is over: the origin's hand-over hours, or all 168.
  public var ready: ReadyTimes
  /// Percentile of the statistic, 80 by default.
  public var percentile: Int
  public var threads: Int
  /// What chooses the itinerary of each ready time.
  public var objective: Objective

  public enum ReadyTimes: String, Sendable { case pickup, all }

  public init(
    origin: ID<Place>, circle: String = "123", targetSet: String = "strict",
    consignment: Consignment = Consignment(), options: RoutingOptions = RoutingOptions(),
    week: CivilDate, ready: ReadyTimes = .pickup, percentile: Int = 80, threads: Int = 2,
    objective: Objective = .time
  ) {
    self.objective = objective
    self.origin = origin
    self.circle = circle
    self.targetSet = targetSet
    self.consignment = consignment
    self.options = options
    self.week = week
    self.ready = ready
    self.percentile = percentile
    self.threads = threads
  }
}

/// One city's answer.
public struct CityResult: Sendable {
  public enum Status: String, Sendable {
    case within = "in"
    case out
    case unreachable
  }
  public var place: ID<Place>
  /// Tier of the target set; 0 for a district.
  public var tier: Int
  public var targetSeconds: Int64
  public var grade: String
  /// Door-to-door seconds for the 168 ready times of the week, Monday 00:00 first; nil is unreachable within the horizon.
  public var seconds: [Int64?]
  /// Nearest-rank percentiles over the ready times of the statistic; nil is infinite.
  public var p50, p80, p95: Int64?
  /// The statistic asked for (p80 unless asked otherwise).
  public var statistic: Int64?
  /// Share of the ready times that make the target, 0…1.
  public var shareInTime: Double
  /// Share delivered by 20:00 local of day 1, 2, 3 after the day of the ready time's date.
  public var dayShares: [Double]
  /// Target minus statistic; nil where infinite.
  public var slackSeconds: Int64?
  public var status: Status
  /// The itinerary at the rank of the statistic; nil where unreachable.
  public var itinerary: Itinerary?
  /// The ways of all hours of the week; nil where they were not asked for.
  public var week: HourlyWays?
  /// Hour of the week (0…167) at which that itinerary is ready.
  public var readyHour: Int?
  /// Last terminal in the origin's customs area that the main haul leaves from; for domestic cities the first main haul's.
  public var exitGateway: ID<Place>?
  /// Longest main haul (service), or nil where only line-haul or trucks are used.
  public var mainService: ID<Service>?
  /// The longest wait: where, how long, why.
  public var topWait: Wait?
  /// Catalogue key and arguments of the reason why it is out or unreachable; nil when in.
  public var reason: (code: String, arguments: [String])?
  /// Of a reliable circle; its ranks, shares and status are then over samples.
  public var reliability: Reliability?

  public struct Wait: Sendable, Hashable {
    public var place: ID<Place>
    public var cause: Leg.Cause
    public var seconds: Int64
    /// What it waits for.
    public var service: ID<Service>?
    public init(place: ID<Place>, cause: Leg.Cause, seconds: Int64, service: ID<Service>?) {
      self.place = place
      self.cause = cause
      self.seconds = seconds
      self.service = service
    }
  }

  public init(place: ID<Place>, tier: Int, targetSeconds: Int64, grade: String) {
    self.place = place
    self.tier = tier
    self.targetSeconds = targetSeconds
    self.grade = grade
    seconds = []
    shareInTime = 0
    dayShares = [0, 0, 0]
    status = .unreachable
  }
}

/// A row of the tier table.
public struct TierCount: Sendable, Hashable {
  public var tier: Int
  public var within: Int
  public var of: Int
  public var populationWithin: Int
  public var populationOf: Int

  public init(tier: Int, within: Int, of: Int, populationWithin: Int, populationOf: Int) {
    self.tier = tier
    self.within = within
    self.of = of
    self.populationWithin = populationWithin
    self.populationOf = populationOf
  }
}

/// The tier table under one change of the assumptions.
public struct Swing: Sendable {
  /// Catalogue key, such as `swing.base` or `swing.clearance_low`.
  public var code: String
  public var tiers: [TierCount]

  public init(code: String, tiers: [TierCount]) {
    self.code = code
    self.tiers = tiers
  }
}

/// Cities whose statistic leaves by one gateway.
public struct GatewayShare: Sendable, Hashable {
  /// Nil is "by road alone".
  public var gateway: ID<Place>?
  public var cities: Int
  public var citiesWithin: Int

  public init(gateway: ID<Place>?, cities: Int, citiesWithin: Int) {
    self.gateway = gateway
    self.cities = cities
    self.citiesWithin = citiesWithin
  }
}

/// A cell of the surface between the cities.
public struct SurfaceCell: Sendable, Hashable {
  public var index: Int
  /// The statistic in seconds; nil is infinite.
  public var seconds: Int64?
  /// Under half of the ready times arrive within the circle's widest target.
  public var isHatched: Bool

  public init(index: Int, seconds: Int64?, isHatched: Bool) {
    self.index = index
    self.seconds = seconds
    self.isHatched = isHatched
  }
}

/// The circle: everything that the reports show.
public struct CoverageResult: Sendable {
  public var query: CoverageQuery
  /// Hours of the week (0…167) whose ready times the statistic is over.
  public var countedHours: [Int]
  /// The first ready time of the week.
  public var weekStart = Instant(seconds: 0)
  /// Targets of the set (strict or broad), sorted by tier, then id.
  public var cities: [CityResult]
  /// Set `hmt` (Hong Kong, Macau, Taiwan), shown beside the mainland's tier 1.
  public var beside: [CityResult]
  public var districts: [CityResult]
  /// Tiers of the asked set; the other set's follow in `otherTiers`.
  public var tiers: [TierCount]
  public var besideTiers: [TierCount]
  public var otherSet: String
  public var otherTiers: [TierCount]
  /// Swings of the asked set.
  public var swings: [Swing]
  public var gateways: [GatewayShare]
  /// Cells of the world, of the whole network where that is less, and around the origin, on `grids`; empty where
  /// no map was asked for.
  public var world: [SurfaceCell]
  public var whole: [SurfaceCell]
  public var around: [SurfaceCell]
  /// Nil where no map was asked for.
  public var grids: SurfaceGrids?
  /// What was sampled; nil where the circle is the timetable's.
  public var sampling: Sampling?
  /// Mean chance of the asked tiers' cities.
  public var tierReliability: [TierReliability] = []
  /// Nil where no points were asked for.
  public var points: PointsResult?

  public init(query: CoverageQuery) {
    self.query = query
    countedHours = (0..<168).filter { query.ready == .all || (8..<20).contains($0 % 24) }
    cities = []
    beside = []
    districts = []
    tiers = []
    besideTiers = []
    otherSet = CityTargets.otherSet(than: query.targetSet)
    otherTiers = []
    swings = []
    gateways = []
    world = []
    whole = []
    around = []
  }
}
