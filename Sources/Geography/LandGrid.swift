// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// A coarse grid of land for detours: nodes 0.1° apart, arcs to 16 neighbours.
///
/// A cell of 6 × 6 raster cells is a node when it holds land; it stands at the centre of its land
/// raster cell nearest to the middle (its anchor). Neighbours are the cells a king's or a knight's
/// move away; an arc exists where the line between the anchors crosses no water wider than the gap.
/// A grid path is at most 2.7 % longer than the line it follows. Cells are worked out when first
/// asked for and kept in tiles.
struct LandGrid {
  static let side = 6
  static let tile = 32
  /// Rows and columns to the neighbours; the opposite of direction *k* is *k* XOR 1.
  static let moves: [(row: Int, column: Int)] = [
    (0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, -1), (1, -1), (-1, 1),
    (1, 2), (-1, -2), (2, 1), (-2, -1), (2, -1), (-2, 1), (1, -2), (-1, 2),
  ]

  let world: World
  let gapKM: Double
  let rows: Int
  let columns: Int
  private let cellKM: Double
  /// Tile → its number among those in use, or -1.
  private var tileNumber: [Int32]
  private let tilesAcross: Int
  /// Cell of a used tile → 0 not known yet, 1 water, 2 + *k* anchor at offset *k*, `full`.
  private var states: [UInt8] = []
  /// Cell of a used tile → bit *k* set when the arc in direction *k* exists; bit 16: known.
  private var arcs: [UInt32] = []
  /// Raster row → cosine of its middle latitude.
  private let cosines: [Double]
  /// Raster offsets within a cell, nearest to the middle first.
  private let offsets: [(row: Int, column: Int)]

  private static let water: UInt8 = 1
  private static let firstAnchor: UInt8 = 2
  private static let full: UInt8 = 255

  init(world: World, gapKM: Double) {
    self.world = world
    self.gapKM = gapKM
    rows = world.rows / Self.side
    columns = world.columns / Self.side
    cellKM = kilometresPerDegree / Double(world.fineness)
    tilesAcross = (columns + Self.tile - 1) / Self.tile
    let tilesUp = (rows + Self.tile - 1) / Self.tile
    tileNumber = [Int32](repeating: -1, count: tilesAcross * tilesUp)
    cosines = (0..<world.rows).map {
      cos(radians((Double($0) + 0.5) / Double(world.fineness) - 90))
    }
    let middle = Self.side / 2
    let square = (0..<Self.side * Self.side).map { (row: $0 / Self.side, column: $0 % Self.side) }
    offsets = square.sorted {
      let a = ($0.row - middle) * ($0.row - middle) + ($0.column - middle) * ($0.column - middle)
      let b = ($1.row - middle) * ($1.row - middle) + ($1.column - middle) * ($1.column - middle)
      return (a, $0.row, $0.column) < (b, $1.row, $1.column)
    }
  }

  func row(of latitude: Double) -> Int { world.row(of: latitude) / Self.side }

  func column(of longitude: Double) -> Int { world.column(of: longitude) / Self.side }

  private mutating func slot(_ row: Int, _ column: Int) -> Int {
    let number = row / Self.tile * tilesAcross + column / Self.tile
    if tileNumber[number] < 0 {
      tileNumber[number] = Int32(states.count / (Self.tile * Self.tile))
      states.append(contentsOf: repeatElement(0, count: Self.tile * Self.tile))
      arcs.append(contentsOf: repeatElement(0, count: Self.tile * Self.tile))
    }
    return (Int(tileNumber[number]) * Self.tile + row % Self.tile) * Self.tile
      + column % Self.tile
  }

  private mutating func state(_ row: Int, _ column: Int) -> UInt8 {
    let slot = slot(row, column)
    if states[slot] == 0 { states[slot] = survey(row, column) }
    return states[slot]
  }

  private func survey(_ row: Int, _ column: Int) -> UInt8 {
    let west = column * Self.side
    var land = 0
    for y in row * Self.side..<(row + 1) * Self.side {
      for run in world.run(inRow: y, endingAfter: west)..<Int(world.firstRun[y + 1]) {
        let first = max(west, Int(world.starts[run]))
        let end = min(west + Self.side, Int(world.ends[run]))
        guard first < end else { break }
        land += end - first
      }
    }
    if land == 0 { return Self.water }
    if land == Self.side * Self.side { return Self.full }
    let anchor = offsets.firstIndex {
      world.isLand(row: row * Self.side + $0.row, column: west + $0.column)
    }
    return anchor.map { Self.firstAnchor + UInt8($0) } ?? Self.water
  }

  /// The raster cell of a node, or nil where the cell is water.
  mutating func anchor(_ row: Int, _ column: Int) -> (row: Int, column: Int)? {
    let state = state(row, column)
    guard state != Self.water else { return nil }
    let offset = state == Self.full ? offsets[0] : offsets[Int(state - Self.firstAnchor)]
    return (row * Self.side + offset.row, column * Self.side + offset.column)
  }

  /// Where a node stands, or nil where the cell is water.
  mutating func place(_ row: Int, _ column: Int) -> GeoPoint? {
    guard let anchor = anchor(row, column) else { return nil }
    let fineness = Double(world.fineness)
    return GeoPoint(
      latitude: (Double(anchor.row) + 0.5) / fineness - 90,
      longitude: (Double(anchor.column) + 0.5) / fineness - 180)
  }

  /// The directions in which a node has arcs, as bits.
  mutating func directions(_ row: Int, _ column: Int) -> UInt32 {
    let slot = slot(row, column)
    if arcs[slot] == 0 {
      var bits: UInt32 = 1 << 16
      for k in Self.moves.indices where arcExists(row, column, Self.moves[k]) {
        bits |= 1 << UInt32(k)
      }
      arcs[slot] = bits
    }
    return arcs[slot] & 0xFFFF
  }

  private mutating func arcExists(
    _ row: Int, _ column: Int, _ move: (row: Int, column: Int)
  ) -> Bool {
    let otherRow = row + move.row
    guard otherRow >= 0, otherRow < rows else { return false }
    let otherColumn = (column + move.column + columns) % columns
    guard let a = anchor(row, column), let b = anchor(otherRow, otherColumn) else { return false }
    if state(row, column) == Self.full, state(otherRow, otherColumn) == Self.full {
      if abs(move.row) + abs(move.column) <= 2 { return true }
      // A knight's move passes through the two cells between.
      let half = (row: move.row / 2, column: move.column / 2)
      let near = state(row + half.row, (column + half.column + columns) % columns)
      let farRow = otherRow - half.row
      let far = state(farRow, (otherColumn - half.column + columns) % columns)
      if near == Self.full, far == Self.full { return true }
    }
    return isOverland(a, b)
  }

  /// As `World.isOverland`, along a straight line of the raster of at most some 30 km.
  private func isOverland(_ from: (row: Int, column: Int), _ to: (row: Int, column: Int)) -> Bool {
    let (a, b) = from < to ? (from, to) : (to, from)
    let turn = east(from: a.column, to: b.column)
    let steps = Int((kilometres(a, b) / World.sampleKM).rounded(.up))
    let allowed = Int(gapKM / World.sampleKM)
    guard steps - 1 > allowed else { return true }
    var shore = 0
    while shore + allowed + 1 < steps {
      var ahead = shore + allowed + 1
      while ahead > shore {
        let share = Double(ahead) / Double(steps)
        let row = a.row + Int((share * Double(b.row - a.row)).rounded())
        let column = a.column + Int((share * Double(turn)).rounded())
        if world.isLand(row: row, column: (column + world.columns) % world.columns) { break }
        ahead -= 1
      }
      guard ahead > shore else { return false }
      shore = ahead
    }
    return true
  }

  /// Raster columns from one to the other the short way round, east positive.
  private func east(from a: Int, to b: Int) -> Int {
    let across = world.columns
    return (b - a + across + across / 2) % across - across / 2
  }

  private func kilometres(
    _ a: (row: Int, column: Int), _ b: (row: Int, column: Int)
  ) -> Double {
    let dy = Double(b.row - a.row)
    let dx = Double(east(from: a.column, to: b.column)) * cosines[(a.row + b.row) >> 1]
    return (dx * dx + dy * dy).squareRoot() * cellKM
  }

  /// The length of the arc between two nodes in decimetres.
  mutating func decimetres(
    _ row: Int, _ column: Int, to otherRow: Int, _ otherColumn: Int
  ) -> Int32? {
    guard let a = anchor(row, column), let b = anchor(otherRow, otherColumn) else { return nil }
    return Int32((kilometres(a, b) * 10_000).rounded())
  }
}
