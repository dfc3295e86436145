// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Geography
import Quantities

/// The cells of all maps with the places around them.
///
/// A cell is served along the geodesic where that is over land. Only a cell that nothing reaches so
/// is served by detours, round the water or over a crossing.
struct Surface {
  /// Cells of the world, then of the network, then around the origin.
  private let cells: [LandCell]
  private let levels: [Level]
  let grids: SurfaceGrids
  private let router: Router
  /// Place → the land that it stands on or is snapped to.
  private let grounds: [GeoPoint?]
  /// Place → kilometres that its trucks go at most.
  private let reaches: [Double]
  let points: PointDelivery

  /// A grid and the positions of its cells.
  private struct Level {
    let grid: SurfaceGrid
    let range: Range<Int>
  }

  init(router: Router, grids: SurfaceGrids, threads: Int) throws {
    self.router = router
    self.grids = grids
    let network = router.network
    var cells: [LandCell] = []
    var levels: [Level] = []
    for grid in [grids.world, grids.network, grids.origin] {
      let first = cells.count
      if let grid { cells += grid.cells() }
      levels.append(Level(grid: grid ?? grids.world, range: first..<cells.count))
    }
    self.cells = cells
    self.levels = levels
    let snap = network.parameter("land.snap_km", default: 15)
    grounds = network.places.map { place in
      guard place.kind != .lock else { return nil }
      return World.shared.nearestLand(
        latitude: place.latitude, longitude: place.longitude, withinKM: snap)?.point
    }
    let drayage = network.parameter("drayage.max_km", default: 300)
    reaches = network.places.map { place in
      max(
        drayage,
        network.lineHauls.filter { $0.fromKind == nil || $0.fromKind == place.kind }
          .map(\.maxDistanceKM).max() ?? 0)
    }
    points = try PointDelivery(
      router: router, points: Self.approaches(cells, grounds, reaches, threads))
  }

  /// For each cell the places within reach by great circle.
  private static func approaches(
    _ cells: [LandCell], _ grounds: [GeoPoint?], _ reaches: [Double], _ threads: Int
  ) -> [[PointDelivery.Approach]] {
    let chunk = 256
    let chunks = (cells.count + chunk - 1) / chunk
    let widest = reaches.max() ?? 0
    // Places by latitude, so that a cell looks at a band of them.
    let order = grounds.indices.filter { grounds[$0] != nil }
      .sorted { (grounds[$0]?.latitude ?? 0, $0) < (grounds[$1]?.latitude ?? 0, $1) }
    let sites = order.compactMap { grounds[$0] }
    let found: [[[PointDelivery.Approach]]] = spread(chunks, over: threads) { next, put in
      while let number = next() {
        put(
          number,
          cells[number * chunk..<min(cells.count, (number + 1) * chunk)].map { cell in
            let point = cell.landPoint
            let band = widest / 111.1
            var near: [PointDelivery.Approach] = []
            var position = sites.partitioningIndex { $0.latitude >= point.latitude - band }
            while position < sites.count, sites[position].latitude <= point.latitude + band {
              let place = order[position]
              let site = sites[position]
              position += 1
              guard abs(site.latitude - point.latitude) * 111.1 <= reaches[place] else { continue }
              let kilometres = site.kilometres(to: point)
              guard kilometres <= reaches[place] else { continue }
              near.append(PointDelivery.Approach(place: ID(place), overlandKM: kilometres))
            }
            return near
          })
      }
    }
    return found.flatMap(\.self)
  }

  /// The values of all maps.
  ///
  /// - Parameters:
  ///   - starts: Of the counted ready times.
  ///   - ready: The ready times.
  ///   - query: Percentile and threads.
  ///   - widest: Fewer than half of the ready times within it hatch a cell.
  ///   - cities: Places whose cell takes their value; of two in one cell the first.
  /// - Returns: Cells that something reaches, by index.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  func values(
    starts: [RunStarts], ready: ReadyTimes, query: CoverageQuery, widest: Int64,
    cities: [(place: ID<Place>, statistic: PointDelivery.Statistic?)]
  ) throws -> (world: [SurfaceCell], whole: [SurfaceCell], around: [SurfaceCell]) {
    let table = points.table(starts, readyTimes: ready.counted.map { ready.instants[$0] })
    let gap = router.network.parameter("land.gap_km", default: 5)
    var values = points.statistics(
      table, percentile: query.percentile, target: widest, threads: query.threads
    ) { [cells, grounds] cell, place in
      guard let ground = grounds[place.index] else { return false }
      let point = cells[cell].landPoint
      return ground.kilometres(to: point) <= gap
        || World.shared.isOverland(ground, point, gapKM: gap)
    }
    for (cell, statistic) in try detours(
      to: cells.indices.filter { values[$0] == nil }, table, query, widest: widest)
    {
      values[cell] = statistic
    }
    for (cell, statistic) in try drivenOn(to: starts, ready: ready, query, widest: widest) {
      // Unreachable is later than any hour.
      if (statistic?.seconds ?? .max) < (values[cell]?.seconds ?? .max) || values[cell] == nil {
        values[cell] = statistic
      }
    }
    for level in levels {
      for city in cities.reversed() {
        let place = router.network.places[city.place]
        if let cell = level.grid.position(
          latitude: place.latitude, longitude: place.longitude, in: cells[level.range])
        {
          values[cell] = city.statistic
        }
      }
    }
    func drawn(_ range: Range<Int>) -> [SurfaceCell] {
      range.compactMap { number in
        values[number].map {
          SurfaceCell(
            index: cells[number].index, seconds: $0.seconds,
            isHatched: 2 * $0.inTime < ready.counted.count)
        }
      }
    }
    return (drawn(levels[0].range), drawn(levels[1].range), drawn(levels[2].range))
  }

  /// Kilometres over land that a truck which came over listed roads goes on to a cell.
  static let onwardKM = 60.0

  /// Statistics of the cells around places to which whole trucks come over listed roads.
  private func drivenOn(
    to starts: [RunStarts], ready: ReadyTimes, _ query: CoverageQuery, widest: Int64
  ) throws -> [(cell: Int, statistic: PointDelivery.Statistic?)] {
    let table = points.table(
      starts.map(\.drivingOn), readyTimes: ready.counted.map { ready.instants[$0] })
    let sites = grounds.indices.compactMap { place in
      table.starts(at: ID(place)) ? grounds[place].map { (place: place, point: $0) } : nil
    }
    guard !sites.isEmpty else { return [] }
    var near: [Int] = []
    var approaches: [[PointDelivery.Approach]] = []
    for (number, cell) in cells.enumerated() {
      let point = cell.landPoint
      let around = sites.compactMap { site -> PointDelivery.Approach? in
        guard abs(site.point.latitude - point.latitude) * 111.1 <= Self.onwardKM else { return nil }
        let kilometres = site.point.kilometres(to: point)
        guard kilometres <= Self.onwardKM else { return nil }
        return PointDelivery.Approach(place: ID(site.place), overlandKM: kilometres)
      }
      guard !around.isEmpty else { continue }
      near.append(number)
      approaches.append(around)
    }
    let gap = router.network.parameter("land.gap_km", default: 5)
    let statistics = try PointDelivery(router: router, points: approaches).statistics(
      table, percentile: query.percentile, target: widest, threads: query.threads
    ) { [cells, grounds, near] number, place in
      guard let ground = grounds[place.index] else { return false }
      let point = cells[near[number]].landPoint
      return ground.kilometres(to: point) <= gap
        || World.shared.isOverland(ground, point, gapKM: gap)
    }
    return zip(near, statistics).filter { $1 != nil }.map { ($0, $1) }
  }

  /// Statistics of cells that no geodesic over land reaches.
  private func detours(
    to missing: [Int], _ table: StartTable, _ query: CoverageQuery, widest: Int64
  ) throws -> [(cell: Int, statistic: PointDelivery.Statistic?)] {
    let network = router.network
    let sources = network.places.indices.filter {
      grounds[$0] != nil && table.starts(at: ID($0))
    }
    let land = OverlandNetwork(of: network)
    var approaches = [Int: [PointDelivery.Approach]]()
    for level in levels {
      let open = missing.filter { level.range.contains($0) }
      let batches = batches(of: sources)
      let found: [[[(cell: Int, kilometres: Double)]]] = spread(
        batches.count, over: query.threads
      ) { [cells, reaches] next, put in
        let wanted = open.map { cells[$0] }
        while let number = next() {
          let batch = batches[number]
          put(number, land.reach(from: batch, cells: wanted, maxKM: reaches[batch[0]]))
        }
      }
      for (place, ways) in zip(batches.joined(), found.joined()) {
        for (cell, kilometres) in ways {
          approaches[open[cell], default: []].append(
            PointDelivery.Approach(place: ID(place), overlandKM: kilometres))
        }
      }
    }
    let reached = approaches.keys.sorted()
    let points = try PointDelivery(
      router: router, points: reached.map { approaches[$0] ?? [] })
    let statistics = points.statistics(
      table, percentile: query.percentile, target: widest, threads: query.threads)
    return zip(reached, statistics).map { ($0, $1) }
  }

  /// Places of one reach and of neighbouring latitudes, whose searches share their preparation.
  private func batches(of places: [Int]) -> [[Int]] {
    let order = places.sorted {
      (reaches[$0], grounds[$0]?.latitude ?? 0, $0) < (reaches[$1], grounds[$1]?.latitude ?? 0, $1)
    }
    var batches: [[Int]] = []
    for place in order {
      if let last = batches.last, last.count < 128, reaches[last[0]] == reaches[place] {
        batches[batches.count - 1].append(place)
      } else {
        batches.append([place])
      }
    }
    return batches
  }
}

extension OverlandNetwork {
  /// The land between a network's places, with its crossings and parameters.
  init(of network: Network) {
    self.init(
      points: network.places.map {
        GeoPoint(latitude: $0.latitude, longitude: $0.longitude)
      },
      crossings: network.crossings.map {
        Crossing(
          a: GeoPoint(latitude: $0.latitudeA, longitude: $0.longitudeA),
          b: GeoPoint(latitude: $0.latitudeB, longitude: $0.longitudeB), lengthKM: $0.lengthKM)
      },
      snapKM: network.parameter("land.snap_km", default: 15),
      gapKM: network.parameter("land.gap_km", default: 5))
  }
}
