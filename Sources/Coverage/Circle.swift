// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import FreightRouting
import FreightSimulation
public import Geography
import Quantities

/// Whom an origin reaches in one, two and three days.
///
/// The week's ready times are searched one by one, the statistic taken over those in the origin's
/// hand-over hours, and the itinerary shown is the one that stands at its rank.
public struct CircleComputation: Sendable {
  public var network: Network
  public var query: CoverageQuery
  /// Compute the cells of the map.
  public var drawsSurface = true
  /// Of these cells: those of the base, so that both can be compared; the network's own where nil.
  public var grids: SurfaceGrids?
  /// Keep the ways of all hours of the week, not of the rank's alone.
  public var keepsEveryHour = false
  /// Re-run with changed assumptions.
  public var triesSwings = true
  /// Points that are no places of the network, for which rows are wanted.
  public var points: [GeoPoint] = []
  /// Where trucks can go in this network; computed where nil.
  public var ways: RoadWays?
  /// Asks for a reliable circle: ranks and statuses are over samples.
  public var sampling: Sampling?
  /// Called on any thread with searches done and searches in all.
  public var progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }

  public init(network: Network, query: CoverageQuery) {
    self.network = network
    self.query = query
  }

  /// Computes the circle; the same for any number of threads.
  ///
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone of the network.
  public func run() throws -> CoverageResult {
    var result = CoverageResult(query: query)
    let targets = Targets(network: network, query: query, otherSet: result.otherSet)
    let ready = try ReadyTimes(network: network, query: query)
    result.countedHours = ready.counted
    result.weekStart = ready.instants[0]
    let sources = try CircleSources(
      network: network, query: query, options: query.options, like: nil, ways: ways)
    let places = targets.places
    let counter = ProgressCounter(
      of: (ready.instants.count + (triesSwings ? SwingRuns.count * ready.counted.count : 0))
        * sources.sources.count + (sampling?.probes.weeks ?? 0), report: progress)
    let surface =
      drawsSurface
      ? try Surface(
        router: sources.sources[0].router,
        grids: grids ?? SurfaceGrids(network: network, origin: query.origin),
        threads: query.threads) : nil
    result.grids = surface?.grids
    let delivery =
      points.isEmpty
      ? surface?.points
      : try surface?.points ?? PointDelivery(router: sources.sources[0].router, points: [])
    let times = sources.times(
      to: places, readyTimes: ready.instants, threads: query.threads, points: delivery,
      progress: { counter.step() })

    var board = try ScoreBoard(
      network: network, query: query, places: places, ready: ready, times: times)
    if let sampling {
      board.sampled = try sources.sampled(
        to: places, ready: ready, times: times, network: network, query: query,
        sampling: sampling, widest: targets.widest,
        progress: { for _ in 0..<$0 { counter.step() } })
      result.sampling = sampling
      result.tierReliability = board.tierReliability(targets.asked, of: targets)
    }
    let told = Set((targets.asked + targets.beside + targets.districts).map(\.place))
    board.unreachable = try sources.whyUnreachable(
      places.indices.filter { number in
        told.contains(places[number])
          && ready.counted.allSatisfy { times.seconds[number][$0] == nil }
      }.map { places[$0] }, ready: ready, changes: query.changes)
    let itineraries = board.itineraries(
      of: Set((targets.asked + targets.beside + targets.districts).map(\.place)).sorted(),
      sources: sources)
    func judged(_ rows: [Target]) -> [CityResult] {
      rows.map { board.judge($0, targets: targets, itineraries: itineraries, sources: sources) }
    }
    result.cities = judged(targets.asked)
    result.beside = judged(targets.beside)
    result.districts = judged(targets.districts)
    if keepsEveryHour {
      let week = board.everyHour(
        of: Set((targets.asked + targets.beside + targets.districts).map(\.place)).sorted(),
        sources: sources)
      for number in result.cities.indices {
        result.cities[number].week = week[result.cities[number].place]
      }
      for number in result.beside.indices {
        result.beside[number].week = week[result.beside[number].place]
      }
      for number in result.districts.indices {
        result.districts[number].week = week[result.districts[number].place]
      }
    }
    result.tiers = board.counts(targets.asked, of: targets)
    result.besideTiers = board.counts(targets.beside, of: targets)
    result.otherTiers = board.counts(targets.other, of: targets)
    result.gateways = gatewayShares(result.cities)
    if triesSwings {
      result.swings = try SwingRuns(
        network: network, query: query, targets: targets, ready: ready, base: board,
        like: sources, progress: { counter.step() }
      ).run()
    }
    if let surface {
      let known = (targets.asked + targets.other + targets.beside + targets.districts)
        .map(\.place)
      (result.world, result.whole, result.around) = try surface.values(
        starts: ready.counted.map { times.starts[$0] }, ready: ready, query: query,
        widest: targets.widest, cities: board.statistics(of: known, target: targets.widest))
    }
    if let delivery, !points.isEmpty {
      result.points = try CirclePoints(
        network: network, query: query, router: sources.sources[0].router, delivery: delivery
      ).result(
        points, starts: times.starts, ready: ready, targets: targets.bands.map(\.seconds))
    }
    return result
  }

  /// By cities, the most first; by road alone where there is no gateway.
  private func gatewayShares(_ cities: [CityResult]) -> [GatewayShare] {
    var shares: [GatewayShare] = []
    for city in cities where city.itinerary != nil {
      let known = shares.firstIndex { $0.gateway == city.exitGateway }
      let number = known ?? shares.count
      if known == nil {
        shares.append(GatewayShare(gateway: city.exitGateway, cities: 0, citiesWithin: 0))
      }
      shares[number].cities += 1
      if city.status == .within { shares[number].citiesWithin += 1 }
    }
    return shares.sorted {
      ($1.cities, $0.gateway?.index ?? .max) < ($0.cities, $1.gateway?.index ?? .max)
    }
  }
}

/// Whom an origin reaches: the circle with its swings and the cells of its map.
public func circle(network: Network, query: CoverageQuery) throws -> CoverageResult {
  try CircleComputation(network: network, query: query).run()
}
