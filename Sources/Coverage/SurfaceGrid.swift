// SPDX-License-Identifier: GPL-3.0-or-later
public import Geography

/// A grid of land cells that the map draws.
public struct SurfaceGrid: Sendable, Hashable {
  /// Side of a cell in degrees.
  public let degrees: Double
  /// What the map shows; cells on its edges reach over it.
  public let window: MapWindow

  /// The world but for Antarctica.
  public static let world = SurfaceGrid(
    degrees: 0.5, window: MapWindow(west: -180, south: -60, east: 180, north: 90))

  private init(degrees: Double, window: MapWindow) {
    self.degrees = degrees
    self.window = window
  }

  /// The finest grid that covers a window with so many cells.
  init(covering window: MapWindow, atMost limit: Int) {
    func count(_ degrees: Double) -> Double {
      (window.east - window.west) / degrees * (window.north - window.south) / degrees
    }
    degrees = [0.05, 0.1, 0.25].first { count($0) <= Double(limit) } ?? 0.5
    self.window = window
  }

  /// Its cells, by index; `SurfaceCell.index` names one of them.
  public func cells() -> [LandCell] {
    // Cells whose centre lies half a cell outside still reach into the window.
    let half = degrees / 2
    func part(_ west: Double, _ east: Double) -> [LandCell] {
      World.shared.landCells(
        degrees: degrees,
        window: (
          west: max(-180, west - half), south: max(-90, window.south - half),
          east: min(180, east + half), north: min(90, window.north + half)
        ))
    }
    guard window.east > 180 else { return part(window.west, window.east) }
    // Beyond ±180° lie the first columns; the whole of a parallel is there once.
    let cells = part(window.west, 180) + part(-180, min(window.east - 360, window.west - degrees))
    return cells.sorted { $0.index < $1.index }
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
