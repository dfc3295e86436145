// SPDX-License-Identifier: GPL-3.0-or-later
public import Geography

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

  /// The position of the cell that holds a point; nil where it is no land cell of the grid.
  ///
  /// - Parameters:
  ///   - latitude: Degrees.
  ///   - longitude: Degrees.
  ///   - cells: Cells of this grid, by index.
  /// - Returns: An index into `cells`.
  /// - Complexity: O(log *n*).
  func position(latitude: Double, longitude: Double, in cells: ArraySlice<LandCell>) -> Int? {
    let row = Int(((latitude + 90) / degrees).rounded(.down))
    let column = Int(((longitude + 180) / degrees).rounded(.down))
    let index = row * Int((360 / degrees).rounded()) + column
    let position = cells.partitioningIndex { $0.index >= index }
    return position < cells.endIndex && cells[position].index == index ? position : nil
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first position from which on a condition holds; it must hold for none before, all after.
  func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
