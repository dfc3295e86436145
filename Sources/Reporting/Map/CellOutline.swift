// SPDX-License-Identifier: GPL-3.0-or-later

/// A corner of the grid of cells: column from 180° W, row from the South Pole.
struct GridPoint: Hashable, Comparable {
  var column: Int
  var row: Int

  static func < (a: Self, b: Self) -> Bool { (a.row, a.column) < (b.row, b.column) }
}

/// Cells that hang together by their sides, as one polygon.
struct CellPolygon {
  /// Counter-clockwise, closed, without corners on a straight line.
  var outer: [GridPoint]
  /// Clockwise, closed.
  var holes: [[GridPoint]]
}

/// Turns sets of grid cells into polygons with as few corners as possible.
///
/// Cells that touch at a corner alone are two polygons; nothing joins across ±180°, so no polygon
/// crosses the antimeridian. Rings touch others at single points only, as simple features may.
struct CellOutline {
  /// Cells of a row of the whole world.
  let columns: Int

  /// Polygons of the cells (row × columns + column, in any order), by their south-western cell.
  ///
  /// - Complexity: O(*n* log *n*).
  func polygons(of cells: [Int]) -> [CellPolygon] {
    let sorted = cells.sorted()
    var component: [Int: Int] = [:]
    for cell in sorted { component[cell] = -1 }
    var polygons: [CellPolygon] = []
    for seed in sorted where component[seed] == -1 {
      let number = polygons.count
      var members: [Int] = []
      var open = [seed]
      component[seed] = number
      while let cell = open.popLast() {
        members.append(cell)
        for next in neighbours(of: cell) where component[next] == -1 {
          component[next] = number
          open.append(next)
        }
      }
      polygons.append(trace(members.sorted(), inside: { component[$0] == number }))
    }
    return polygons
  }

  private func neighbours(of cell: Int) -> [Int] {
    var all = [cell - columns, cell + columns]
    if cell % columns > 0 { all.append(cell - 1) }
    if cell % columns < columns - 1 { all.append(cell + 1) }
    return all
  }

  /// Follows the border with the inside on the left; where four borders meet it turns right, which
  /// parts an outer ring from a hole that touches it.
  private func trace(_ members: [Int], inside: (Int) -> Bool) -> CellPolygon {
    var next: [GridPoint: [GridPoint]] = [:]
    func add(_ a: GridPoint, _ b: GridPoint) { next[a, default: []].append(b) }
    for cell in members {
      let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
      let southWest = GridPoint(column: column, row: row)
      let southEast = GridPoint(column: column + 1, row: row)
      let northEast = GridPoint(column: column + 1, row: row + 1)
      let northWest = GridPoint(column: column, row: row + 1)
      if !inside(cell - columns) { add(southWest, southEast) }
      if column == columns - 1 || !inside(cell + 1) { add(southEast, northEast) }
      if !inside(cell + columns) { add(northEast, northWest) }
      if column == 0 || !inside(cell - 1) { add(northWest, southWest) }
    }
    var rings: [[GridPoint]] = []
    for start in next.keys.sorted() {
      while let first = next[start]?.first {
        var ring = [start]
        var here = start
        var there = first
        while true {
          next[here]?.removeAll { $0 == there }
          ring.append(there)
          if there == start { break }
          let ways = next[there] ?? []
          guard let way = ways.count == 1 ? ways[0] : rightTurn(from: here, at: there, of: ways)
          else { break }
          (here, there) = (there, way)
        }
        rings.append(simplified(ring))
      }
    }
    // The ring through the south-western corner of the first cell is the outer one: it came first.
    return CellPolygon(outer: rings[0], holes: Array(rings.dropFirst()))
  }

  private func rightTurn(from: GridPoint, at: GridPoint, of ways: [GridPoint]) -> GridPoint? {
    let dx = at.column - from.column
    let dy = at.row - from.row
    return ways.first { $0.column - at.column == dy && $0.row - at.row == -dx } ?? ways.first
  }

  /// Without corners on a straight line.
  private func simplified(_ ring: [GridPoint]) -> [GridPoint] {
    let open = ring.dropLast()
    var corners: [GridPoint] = []
    for (number, point) in open.enumerated() {
      let before = open[(number + open.count - 1) % open.count]
      let after = open[(number + 1) % open.count]
      let straight =
        (before.row == point.row && point.row == after.row)
        || (before.column == point.column && point.column == after.column)
      if !straight { corners.append(point) }
    }
    return corners + corners.prefix(1)
  }
}
