// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Geography
import Quantities

/// The cells of both views with the places around them.
///
/// A cell is served along the geodesic where that is over land. Only a cell that nothing reaches so
/// is served by detours, round the water or over a crossing.
struct Surface {
  /// World cells, then delta cells.
  private let cells: [LandCell]
  private let worldCount: Int
  private let router: Router
  /// Place → the land that it stands on or is snapped to.
  private let grounds: [GeoPoint?]
  /// Place → kilometres that its trucks go at most.
  private let reaches: [Double]
  let points: PointDelivery

  init(router: Router, threads: Int) throws {
    self.router = router
    let network = router.network
    let world = SurfaceGrid.world.cells()
    cells = world + SurfaceGrid.delta.cells()
    worldCount = world.count
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
      router: router, points: Self.approaches(cells, worldCount, grounds, reaches, threads))
  }

  /// For each cell the places within reach by great circle.
  private static func approaches(
    _ cells: [LandCell], _ worldCount: Int, _ grounds: [GeoPoint?], _ reaches: [Double],
    _ threads: Int
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

  /// The values of both views.
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
  ) throws -> (world: [SurfaceCell], delta: [SurfaceCell]) {
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
    for (grid, range) in [
      (SurfaceGrid.world, 0..<worldCount), (SurfaceGrid.delta, worldCount..<cells.count),
    ] {
      for city in cities.reversed() {
        let place = router.network.places[city.place]
        if let cell = grid.position(
          latitude: place.latitude, longitude: place.longitude, in: cells[range])
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
    return (drawn(0..<worldCount), drawn(worldCount..<cells.count))
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
    for range in [0..<worldCount, worldCount..<cells.count] {
      let open = missing.filter { range.contains($0) }
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
