// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// A cell of the map's surface that holds land.
public struct LandCell: Hashable, Sendable {
  /// Row × columns + column, rows from the South Pole, columns from 180° W; stable for a cell size.
  public var index: Int
  public var centre: GeoPoint
  public var west: Double
  public var south: Double
  public var east: Double
  public var north: Double
  /// Share of the cell's area (of its raster cells) that is land, above 0 and at most 1.
  public var landShare: Double
  /// Where a delivery to the cell goes: the centre, or the land nearest to it in degrees.
  public var landPoint: GeoPoint

  /// The corners, closed and counter-clockwise, as GeoJSON wants them.
  public var ring: [GeoPoint] {
    [
      GeoPoint(latitude: south, longitude: west), GeoPoint(latitude: south, longitude: east),
      GeoPoint(latitude: north, longitude: east), GeoPoint(latitude: north, longitude: west),
      GeoPoint(latitude: south, longitude: west),
    ]
  }
}

extension World {
  /// The cells of a grid that hold land, by index; no cell spans ±180°.
  ///
  /// - Parameters:
  ///   - degrees: Side of a cell: a divisor of 180 and a multiple of the raster's 1/60°.
  ///   - window: West, south, east, north; cells whose centre lies inside are given.
  /// - Returns: The cells by index.
  public func landCells(
    degrees: Double,
    window: (west: Double, south: Double, east: Double, north: Double) = (-180, -60, 180, 90)
  ) -> [LandCell] {
    let side = Int((degrees * Double(fineness)).rounded())
    precondition(
      side > 0 && rows % side == 0
        && abs(Double(side) / Double(fineness) - degrees) < 1e-9,
      "a cell's side is a multiple of the raster's and divides 180°")
    let unit = Double(side) / Double(fineness)
    let acrossWorld = columns / side
    let firstColumn = max(0, Int(((window.west + 180) / unit - 0.5).rounded(.up)))
    let lastColumn = min(acrossWorld - 1, Int(((window.east + 180) / unit - 0.5).rounded(.down)))
    let firstRow = max(0, Int(((window.south + 90) / unit - 0.5).rounded(.up)))
    let lastRow = min(rows / side - 1, Int(((window.north + 90) / unit - 0.5).rounded(.down)))
    var cells: [LandCell] = []
    guard firstColumn <= lastColumn, firstRow <= lastRow else { return [] }
    for row in firstRow...lastRow {
      var counts = [Int](repeating: 0, count: acrossWorld)
      for fine in row * side..<(row + 1) * side {
        for run in Int(firstRun[fine])..<Int(firstRun[fine + 1]) {
          count(Int(starts[run])..<Int(ends[run]), side: side, into: &counts)
        }
      }
      for column in firstColumn...lastColumn where counts[column] > 0 {
        let west = Double(column * side) / Double(fineness) - 180
        let south = Double(row * side) / Double(fineness) - 90
        cells.append(
          LandCell(
            index: row * acrossWorld + column,
            centre: GeoPoint(latitude: south + unit / 2, longitude: west + unit / 2),
            west: west, south: south,
            east: Double((column + 1) * side) / Double(fineness) - 180,
            north: Double((row + 1) * side) / Double(fineness) - 90,
            landShare: Double(counts[column]) / Double(side * side),
            landPoint: landPoint(row: row * side, column: column * side, side: side)))
      }
    }
    return cells
  }

  private func count(_ run: Range<Int>, side: Int, into counts: inout [Int]) {
    var start = run.lowerBound
    while start < run.upperBound {
      let cell = start / side
      let end = min(run.upperBound, (cell + 1) * side)
      counts[cell] += end - start
      start = end
    }
  }

  /// The centre of the land cell nearest to the middle of a square of raster cells.
  private func landPoint(row: Int, column: Int, side: Int) -> GeoPoint {
    let middle = Double(side) / 2
    if isLand(row: row + side / 2, column: column + side / 2) {
      return GeoPoint(
        latitude: (Double(row) + middle) / Double(fineness) - 90,
        longitude: (Double(column) + middle) / Double(fineness) - 180)
    }
    var best = (distance: Double.infinity, row: middle, column: middle)
    for y in 0..<side {
      let dy = Double(y) + 0.5 - middle
      for run in run(inRow: row + y, endingAfter: column)..<Int(firstRun[row + y + 1]) {
        let first = max(0, Int(starts[run]) - column)
        let last = min(side, Int(ends[run]) - column) - 1
        guard first <= last else { break }
        let x = Double(max(first, min(last, Int(middle)))) + 0.5
        let dx = x - middle
        let distance = dx * dx + dy * dy
        if distance < best.distance { best = (distance, Double(y) + 0.5, x) }
      }
    }
    return GeoPoint(
      latitude: (Double(row) + best.row) / Double(fineness) - 90,
      longitude: (Double(column) + best.column) / Double(fineness) - 180)
  }
}
