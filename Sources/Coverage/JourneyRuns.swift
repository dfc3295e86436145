// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import FreightRouting
public import Quantities

/// One origin and destination over the counted ready times of a week.
public struct Journey: Sendable {
  public var destination: ID<Place>
  /// Door-to-door seconds at the ranks; nil is infinite.
  public var p50, p80, p95: Int64?
  /// At the percentile asked for.
  public var statistic: Int64?
  /// The itinerary at that rank.
  public var itinerary: Itinerary?
  /// Last terminal of the origin's customs area that a main haul leaves from; nil by road alone.
  public var exitGateway: ID<Place>?
  /// Why no ready time arrives.
  public var unreachable: Unreachable?
}

/// Consignments of several kinds and origins over the ready times of one week.
///
/// Unlike a circle, export mode 9810 goes all the way from the origin: it is the replenishment.
/// Routers are kept, one for each kind of consignment and customs area.
public struct JourneyRuns {
  public let network: Network
  private let week: CivilDate
  private let ready: CoverageQuery.ReadyTimes
  private let percentile: Int
  private let threads: Int
  private var ways: RoadWays?
  private var routers: [Key: Router] = [:]

  private struct Key: Hashable {
    var consignment: Consignment
    var area: String
    var options: RoutingOptions
  }

  /// - Parameters:
  ///   - network: What is searched.
  ///   - query: Week, ready times, percentile and threads are taken from it.
  ///   - ways: Those of another network with the same places, links and rules of roads; nil computes them.
  public init(network: Network, query: CoverageQuery, ways: RoadWays? = nil) {
    self.network = network
    self.ways = ways
    week = query.week
    ready = query.ready
    percentile = query.percentile
    threads = query.threads
  }

  /// Searches every counted ready time, then the itineraries at the rank.
  ///
  /// - Parameters:
  ///   - origin: Where the clock starts.
  ///   - destinations: Where it stops.
  ///   - consignment: What is carried.
  ///   - objective: What chooses the itinerary of each ready time.
  ///   - options: What may not be used.
  /// - Returns: In the order of the destinations.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  public mutating func run(
    from origin: ID<Place>, to destinations: [ID<Place>], _ consignment: Consignment,
    objective: Objective, options: RoutingOptions = RoutingOptions()
  ) throws -> [Journey] {
    let router = try router(origin, consignment, options)
    let hours = try ReadyTimes(
      network: network,
      query: CoverageQuery(origin: origin, week: week, ready: ready))
    let instants = hours.counted.map { hours.instants[$0] }
    let runs = ReadyTimeRuns(
      router: router, origin: origin, readyTimes: instants, threads: threads,
      objective: objective)
    let found = runs.map { search, number in
      destinations.map { place in search.delivery(at: place).map { $0 - instants[number] } }
    }
    var journeys: [Journey] = []
    var reasons: ProvenReasons?
    var placesOfRank: [Int: [Int]] = [:]
    for (number, place) in destinations.enumerated() {
      let seconds = found.map { $0[number] }
      var journey = Journey(destination: place)
      journey.p50 = nearestRank(50, of: seconds)
      journey.p80 = nearestRank(80, of: seconds)
      journey.p95 = nearestRank(95, of: seconds)
      journey.statistic = nearestRank(percentile, of: seconds)
      if let rank = indexAtNearestRank(percentile, of: seconds) {
        placesOfRank[rank, default: []].append(number)
      } else if seconds.allSatisfy({ $0 == nil }) {
        var proven = try reasons ?? ProvenReasons(router)
        journey.unreachable = try proven.reason(
          from: origin, to: place, readyAt: [instants[0], instants[instants.count / 2]])
        reasons = proven
      }
      journeys.append(journey)
    }
    let jobs = placesOfRank.sorted { $0.key < $1.key }
    let itineraries: [[Itinerary?]] = spread(jobs.count, over: threads) { next, put in
      var search = RouterSearch(router, objective: objective)
      while let number = next() {
        search.run(from: origin, readyAt: instants[jobs[number].key])
        put(number, jobs[number].value.map { search.itinerary(to: destinations[$0]) })
      }
    }
    let home = network.territory(of: origin).customsArea
    for (job, list) in zip(jobs, itineraries) {
      for (number, itinerary) in zip(job.value, list) {
        journeys[number].itinerary = itinerary
        journeys[number].exitGateway = itinerary.flatMap {
          MainChain(of: $0, network: network, homeArea: home).exitGateway
        }
      }
    }
    return journeys
  }

  private mutating func router(
    _ origin: ID<Place>, _ consignment: Consignment, _ options: RoutingOptions
  ) throws -> Router {
    let key = Key(
      consignment: consignment, area: network.territory(of: origin).customsArea, options: options)
    if let known = routers[key] { return known }
    let made = try Router(
      network: network, consignment: consignment, origin: origin, options: options, week: week,
      ways: ways)
    ways = made.ways
    routers[key] = made
    return made
  }
}
