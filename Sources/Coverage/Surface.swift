// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
public import Geography
import Quantities

/// A grid of land cells that the map draws.
public struct SurfaceGrid: Sendable {
  /// Side of a cell in degrees.
  public let degrees: Double
  public let west, south, east, north: Double

  /// The world but for Antarctica.
  public static let world = SurfaceGrid(
    degrees: 0.5, west: -180, south: -60, east: 180, north: 90)
  /// The Yangtze delta and Hangzhou Bay.
  public static let delta = SurfaceGrid(
    degrees: 0.05, west: 118, south: 29, east: 123, north: 32.5)

  /// Its cells, by index; `SurfaceCell.index` names one of them.
  public func cells() -> [LandCell] {
    World.shared.landCells(
      degrees: degrees, window: (west: west, south: south, east: east, north: north))
  }
}

/// The cells of both views with the places around them.
struct Surface {
  let world: [LandCell]
  let delta: [LandCell]
  /// World cells, then delta cells.
  let points: PointDelivery
  private let router: Router

  init(router: Router, threads: Int) throws {
    self.router = router
    let network = router.network
    world = SurfaceGrid.world.cells()
    delta = SurfaceGrid.delta.cells()
    let land = OverlandNetwork(
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
    let drayage = network.parameter("drayage.max_km", default: 300)
    let reaches = network.places.map { place in
      max(
        drayage,
        network.lineHauls.filter { $0.fromKind == nil || $0.fromKind == place.kind }
          .map(\.maxDistanceKM).max() ?? 0)
    }
    var approaches = [[PointDelivery.Approach]](
      repeating: [], count: world.count + delta.count)
    let batches = Self.batches(of: network, reaches: reaches)
    for (grid, offset) in [(world, 0), (delta, world.count)] {
      let found: [[[(cell: Int, kilometres: Double)]]] = spread(batches.count, over: threads) {
        next, put in
        while let number = next() {
          let batch = batches[number]
          put(number, land.reach(from: batch, cells: grid, maxKM: reaches[batch[0]]))
        }
      }
      for (place, cells) in zip(batches.joined(), found.joined()) {
        for (cell, kilometres) in cells {
          approaches[offset + cell].append(
            PointDelivery.Approach(place: ID(place), overlandKM: kilometres))
        }
      }
    }
    points = try PointDelivery(router: router, points: approaches)
  }

  /// Places of one reach and of neighbouring latitudes, whose searches share their preparation.
  private static func batches(of network: Network, reaches: [Double]) -> [[Int]] {
    let order = network.places.indices.filter { network.places[$0].kind != .lock }
      .sorted {
        (reaches[$0], network.places[$0].latitude, $0)
          < (reaches[$1], network.places[$1].latitude, $1)
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

  /// The values of both views.
  ///
  /// - Parameters:
  ///   - starts: Of the counted ready times.
  ///   - ready: The ready times.
  ///   - query: Percentile and threads.
  ///   - widest: Fewer than half of the ready times within it hatch a cell.
  ///   - cities: Places whose cell takes their value; of two in one cell the first.
  /// - Returns: Cells that something reaches, by index.
  func cells(
    starts: [RunStarts], ready: ReadyTimes, query: CoverageQuery, widest: Int64,
    cities: [(place: ID<Place>, statistic: PointDelivery.Statistic?)]
  ) -> (world: [SurfaceCell], delta: [SurfaceCell]) {
    let table = points.table(starts, readyTimes: ready.counted.map { ready.instants[$0] })
    var values = points.statistics(
      table, percentile: query.percentile, target: widest, threads: query.threads)
    for (grid, offset, cells) in [
      (SurfaceGrid.world, 0, world), (SurfaceGrid.delta, world.count, delta),
    ] {
      for city in cities.reversed() {
        let place = router.network.places[city.place]
        if let cell = grid.position(
          latitude: place.latitude, longitude: place.longitude, in: cells)
        {
          values[offset + cell] = city.statistic
        }
      }
    }
    func drawn(_ cells: [LandCell], _ offset: Int) -> [SurfaceCell] {
      cells.indices.compactMap { number in
        values[offset + number].map {
          SurfaceCell(
            index: cells[number].index, seconds: $0.seconds,
            isHatched: 2 * $0.inTime < ready.counted.count)
        }
      }
    }
    return (drawn(world, 0), drawn(delta, world.count))
  }
}

extension SurfaceGrid {
  /// The position of the cell that holds a point; nil where it is no land cell of the grid.
  ///
  /// - Complexity: O(log *n*): cells are sorted by index.
  func position(latitude: Double, longitude: Double, in cells: [LandCell]) -> Int? {
    let row = Int(((latitude + 90) / degrees).rounded(.down))
    let column = Int(((longitude + 180) / degrees).rounded(.down))
    let index = row * Int((360 / degrees).rounded()) + column
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].index < index { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].index == index ? low : nil
  }
}
