// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Quantities

/// Where the clock starts: the origin, or for export mode 9810 every overseas warehouse that holds stock.
///
/// An order under 9810 is ready at the warehouse: each customs area is served from its own
/// warehouses, the origin's from the origin. The way to the warehouses is another clock.
struct CircleSources {
  struct Source {
    var origin: ID<Place>
    var router: Router
    /// Without the changes, where the router has them compiled in; else the same.
    var plain: Router
    var changes: RouterChanges?
    /// Place → served from here.
    var serves: [Bool]
  }

  let sources: [Source]
  let objective: Objective

  /// The ways of `other`, of the same network, are taken over.
  init(
    network: Network, query: CoverageQuery, options: RoutingOptions, like other: CircleSources?,
    ways known: RoadWays? = nil
  ) throws {
    objective = query.objective
    var ways = other?.sources.first?.router.ways ?? known
    func router(from origin: ID<Place>) throws -> Router {
      let made = try Router(
        network: network, consignment: query.consignment, origin: origin, options: options,
        week: query.week, ways: ways)
      ways = made.ways
      return made
    }
    func source(_ origin: ID<Place>, _ router: Router, serves: [Bool]) throws -> Source {
      var made = Source(origin: origin, router: router, plain: router, serves: serves)
      guard !query.changes.isEmpty else { return made }
      // Each source has ways of its own: a change may touch those of another only.
      if query.objective == .time {
        made.changes = try router.resolve(query.changes, skipsWhatTouchesNothing: true)
      } else {
        // Searches with changes go by time; for other objectives they are compiled in.
        made.router = try router.compiled(with: query.changes, skipsWhatTouchesNothing: true)
      }
      return made
    }
    let home = try router(from: query.origin)
    let areas = network.places.map { network.territories[$0.territory].customsArea }
    guard query.consignment.exportMode == .overseasWarehouse else {
      sources = [try source(query.origin, home, serves: areas.map { _ in true })]
      return
    }
    var list = [
      try source(query.origin, home, serves: areas.map { $0 == home.homeArea })
    ]
    var routerOfArea: [String: Router] = [:]
    for (number, place) in network.places.enumerated()
    where place.kind == .overseasWarehouse && areas[number] != home.homeArea {
      let known = try routerOfArea[areas[number]] ?? router(from: ID(number))
      routerOfArea[areas[number]] = known
      list.append(
        try source(ID(number), known, serves: areas.map { $0 == areas[number] }))
    }
    sources = list
  }
}

/// What the runs of a circle found.
struct CircleTimes {
  /// Place (by its number in the query) → seconds for each ready time asked for.
  var seconds: [[Int64?]]
  /// Likewise the number of the source that gives them.
  var source: [[Int]]
  /// For each ready time, when trucks can leave every place; empty where no map was asked for.
  var starts: [RunStarts]
}

extension CircleSources {
  /// Runs every source for every ready time.
  ///
  /// - Parameters:
  ///   - places: Where deliveries are wanted.
  ///   - readyTimes: In the routers' week.
  ///   - threads: The answer does not depend on it.
  ///   - points: Whose starts are wanted.
  ///   - progress: Called on any thread after each run.
  /// - Returns: Times by place and ready time.
  func times(
    to places: [ID<Place>], readyTimes: [Instant], threads: Int, points: PointDelivery? = nil,
    progress: @Sendable () -> Void = {}
  ) -> CircleTimes {
    var times = CircleTimes(
      seconds: places.map { _ in readyTimes.map { _ in nil } },
      source: places.map { _ in readyTimes.map { _ in 0 } }, starts: [])
    for (number, source) in sources.enumerated() {
      let runs = ReadyTimeRuns(
        router: source.router, origin: source.origin, readyTimes: readyTimes, threads: threads,
        objective: objective, changes: source.changes)
      let served = places.indices.filter { source.serves[places[$0].index] }
      let found = runs.map { search, ready in
        defer { progress() }
        return Run(
          seconds: served.map { place in
            search.delivery(at: places[place]).map { $0 - readyTimes[ready] }
          },
          starts: points?.starts(of: search) { source.serves[$0.index] })
      }
      for (ready, run) in found.enumerated() {
        for (place, seconds) in zip(served, run.seconds) {
          guard let seconds, seconds < times.seconds[place][ready] ?? .max else { continue }
          times.seconds[place][ready] = seconds
          times.source[place][ready] = number
        }
      }
      let starts = found.compactMap(\.starts)
      times.starts =
        times.starts.isEmpty ? starts : zip(times.starts, starts).map { $0.earliest($1) }
    }
    return times
  }

  private struct Run: Sendable {
    var seconds: [Int64?]
    var starts: RunStarts?
  }
}
