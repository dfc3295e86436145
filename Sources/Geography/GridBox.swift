// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// A rectangle of grid cells around a start, numbered row by row; it may cross ±180°.
struct GridBox {
  var firstRow: Int
  var firstColumn: Int
  var height: Int
  var width: Int
  /// Columns of the whole grid.
  var columns = 3600

  var count: Int { height * width }
}

extension GridBox {
  /// The cells that any path of at most `kilometres` from a point may touch.
  init(around point: GeoPoint, kilometres: Double, rows: Int, columns: Int) {
    let degree = Double(columns) / 360
    let angle = min(kilometres / earthRadiusKM, .pi)
    let margin = 3
    let row = Int((point.latitude + 90) * degree)
    let reachRows = Int(angle * 180 / .pi * degree) + margin
    firstRow = max(0, row - reachRows)
    height = min(rows - 1, row + reachRows) - firstRow + 1
    self.columns = columns
    let cosine = cos(radians(point.latitude))
    let sine = sin(min(angle, .pi / 2))
    let reachColumns =
      sine < cosine ? Int(asin(sine / cosine) * 180 / .pi * degree) + margin : columns
    if 2 * reachColumns + 1 >= columns {
      firstColumn = 0
      width = columns
    } else {
      let column = Int((wrapped(point.longitude) + 180) * degree)
      firstColumn = (column - reachColumns + columns) % columns
      width = 2 * reachColumns + 1
    }
  }

  /// The number of a cell in the box, nil outside.
  func node(_ row: Int, _ column: Int) -> Int? {
    let y = row - firstRow
    guard y >= 0, y < height else { return nil }
    let x = column >= firstColumn ? column - firstColumn : column - firstColumn + columns
    return x < width ? y * width + x : nil
  }

  func cell(_ node: Int) -> (row: Int, column: Int) {
    let x = firstColumn + node % width
    return (firstRow + node / width, x < columns ? x : x - columns)
  }
}

/// A binary heap of nodes by distance; equal distances come out by the smaller node.
struct NodeHeap {
  /// Distance in the high half, node in the low half.
  private var keys: [UInt64] = []

  mutating func removeAll() { keys.removeAll(keepingCapacity: true) }

  mutating func push(_ node: Int, _ distance: Int32) {
    let key = UInt64(UInt32(distance)) << 32 | UInt64(UInt32(node))
    keys.append(key)
    var child = keys.count - 1
    while child > 0 {
      let above = (child - 1) / 2
      guard keys[above] > key else { break }
      keys[child] = keys[above]
      child = above
    }
    keys[child] = key
  }

  mutating func pop() -> (node: Int, distance: Int32)? {
    guard let top = keys.first else { return nil }
    let key = keys.removeLast()
    if !keys.isEmpty {
      var hole = 0
      while true {
        var child = 2 * hole + 1
        guard child < keys.count else { break }
        if child + 1 < keys.count, keys[child + 1] < keys[child] { child += 1 }
        guard keys[child] < key else { break }
        keys[hole] = keys[child]
        hole = child
      }
      keys[hole] = key
    }
    return (Int(top & 0xFFFF_FFFF), Int32(top >> 32))
  }
}
