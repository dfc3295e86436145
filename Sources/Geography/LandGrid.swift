// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// A coarse grid of land for detours: nodes 0.1° apart, arcs to 16 neighbours.
///
/// A cell of 6 × 6 raster cells is a node when it holds land; it stands at the centre of its land
/// raster cell nearest to the middle (its anchor). Neighbours are the cells a king's or a knight's
/// move away; an arc exists where the line between the anchors crosses no water wider than the gap.
/// A grid path is at most 2.7 % longer than the line it follows. The grid is worked out in tiles when
/// first asked for; a node is named by its row and column, and by its slot in the tiles.
struct LandGrid {
  static let side = 6
  static let tile = 32
  /// Cells of the neighbouring tiles kept around each tile, so that all moves stay inside.
  static let margin = 2
  static let pitch = tile + 2 * margin
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
  /// Slot → `water`, `full` (all land), or *k* when the anchor is at offset *k*.
  private var states: [UInt8] = []
  /// Slot → bit *k* set when the arc in direction *k* exists, bit 16 + *k* when it is moreover of the
  /// row's usual length (both cells are all land); `unknown` before it is asked for.
  private var arcs: [UInt32] = []
  /// Row × 16 + direction → the length of an arc between two cells that are all land, decimetres.
  private var usualLengths: [Int32] = []
  /// Raster row → cosine of its middle latitude.
  private let cosines: [Double]
  /// Raster offsets within a cell, nearest to the middle first.
  private let offsets: [(row: Int, column: Int)]

  private static let full: UInt8 = 254
  private static let water: UInt8 = 255
  private static let unknown: UInt32 = 0xFFFF_0000

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
    for row in 0..<rows {
      for move in Self.moves {
        let far = min(max(row + move.row, 0), rows - 1)
        let kilometres = kilometres(
          row * Self.side + offsets[0].row, far * Self.side + offsets[0].row,
          east: move.column * Self.side)
        usualLengths.append(Int32((kilometres * 10_000).rounded()))
      }
    }
  }

  func row(of latitude: Double) -> Int { world.row(of: latitude) / Self.side }

  func column(of longitude: Double) -> Int { world.column(of: longitude) / Self.side }

  /// The slot of a cell; its tile is surveyed when it is the first of it.
  mutating func slot(_ row: Int, _ column: Int) -> Int {
    let tileRow = row / Self.tile
    let tileColumn = column / Self.tile
    let number = tileRow * tilesAcross + tileColumn
    if tileNumber[number] < 0 {
      tileNumber[number] = Int32(states.count / (Self.pitch * Self.pitch))
      survey(firstRow: tileRow * Self.tile, firstColumn: tileColumn * Self.tile)
    }
    return
      (Int(tileNumber[number]) * Self.pitch + row - tileRow * Self.tile + Self.margin) * Self.pitch
      + column - tileColumn * Self.tile + Self.margin
  }

  /// Appends a tile's cells and its margin.
  private mutating func survey(firstRow: Int, firstColumn: Int) {
    for row in firstRow - Self.margin..<firstRow + Self.tile + Self.margin {
      guard row >= 0, row < rows else {
        states.append(contentsOf: repeatElement(Self.water, count: Self.pitch))
        continue
      }
      var counts = [Int](repeating: 0, count: Self.pitch)
      let west = (firstColumn - Self.margin) * Self.side
      let width = Self.pitch * Self.side
      // A tile at the raster's edge reaches over it, where the other edge continues.
      for turn in [0, -world.columns, world.columns] {
        let first = max(0, west + turn)
        let end = min(world.columns, west + width + turn)
        guard first < end else { continue }
        for fine in row * Self.side..<(row + 1) * Self.side {
          count(inRow: fine, first..<end, west: west + turn, into: &counts)
        }
      }
      for x in 0..<Self.pitch {
        let column = (firstColumn - Self.margin + x + columns) % columns
        states.append(state(row, column, land: counts[x]))
      }
    }
    arcs.append(contentsOf: repeatElement(Self.unknown, count: Self.pitch * Self.pitch))
  }

  private func count(inRow row: Int, _ window: Range<Int>, west: Int, into counts: inout [Int]) {
    for run in world.run(inRow: row, endingAfter: window.lowerBound)..<Int(world.firstRun[row + 1])
    {
      var start = max(window.lowerBound, Int(world.starts[run]))
      let end = min(window.upperBound, Int(world.ends[run]))
      guard start < end else { break }
      while start < end {
        let cell = (start - west) / Self.side
        let next = min(end, west + (cell + 1) * Self.side)
        counts[cell] += next - start
        start = next
      }
    }
  }

  private func state(_ row: Int, _ column: Int, land: Int) -> UInt8 {
    if land == 0 { return Self.water }
    if land == Self.side * Self.side { return Self.full }
    let anchor = offsets.firstIndex {
      world.isLand(row: row * Self.side + $0.row, column: column * Self.side + $0.column)
    }
    return anchor.map { UInt8($0) } ?? Self.water
  }

  private func offset(_ state: UInt8) -> (row: Int, column: Int) {
    offsets[state == Self.full ? 0 : Int(state)]
  }

  /// Where a node stands, or nil where the cell is water.
  mutating func place(_ row: Int, _ column: Int) -> GeoPoint? {
    let state = states[slot(row, column)]
    guard state != Self.water else { return nil }
    let offset = offset(state)
    let fineness = Double(world.fineness)
    return GeoPoint(
      latitude: (Double(row * Self.side + offset.row) + 0.5) / fineness - 90,
      longitude: (Double(column * Self.side + offset.column) + 0.5) / fineness - 180)
  }

  /// The directions in which a node has arcs, as bits; 16 higher, those of the usual length.
  mutating func directions(_ row: Int, _ column: Int, slot: Int) -> UInt32 {
    if arcs[slot] == Self.unknown {
      var bits: UInt32 = 0
      if states[slot] != Self.water {
        for k in Self.moves.indices { bits |= arc(k, row, column, slot) << UInt32(k) }
      }
      arcs[slot] = bits
    }
    return arcs[slot]
  }

  /// 0: no arc, 1: an arc, 1 + 2^16: an arc of the usual length.
  private func arc(_ k: Int, _ row: Int, _ column: Int, _ slot: Int) -> UInt32 {
    let move = Self.moves[k]
    let other = states[slot + move.row * Self.pitch + move.column]
    guard other != Self.water else { return 0 }
    if states[slot] == Self.full, other == Self.full {
      // A knight's move passes through two cells between.
      let near = move.row / 2 * Self.pitch + move.column / 2
      let far = (move.row - move.row / 2) * Self.pitch + move.column - move.column / 2
      let isKnight = abs(move.row) + abs(move.column) > 2
      if !isKnight || states[slot + near] == Self.full && states[slot + far] == Self.full {
        return 0x1_0001
      }
      return isOverland(k, row, column, slot) ? 0x1_0001 : 0
    }
    return isOverland(k, row, column, slot) ? 1 : 0
  }

  /// As `World.isOverland`, along a straight line of the raster; the same for both directions.
  private func isOverland(_ k: Int, _ row: Int, _ column: Int, _ slot: Int) -> Bool {
    var (rise, east) = span(k, slot)
    let steps = Int((kilometres(row * Self.side, row * Self.side + rise, east: east)).rounded(.up))
    let allowed = Int(gapKM / World.sampleKM)
    guard steps - 1 > allowed else { return true }
    var start = offset(states[slot])
    start = (row * Self.side + start.row, column * Self.side + start.column)
    if k & 1 == 1 {
      start = (start.row + rise, start.column + east)
      (rise, east) = (-rise, -east)
    }
    var shore = 0
    while shore + allowed + 1 < steps {
      var ahead = shore + allowed + 1
      while ahead > shore {
        // Rounded to the nearest raster cell, for differences of either sign.
        let y = start.row + (2 * ahead * rise + steps + 2 * steps * 64) / (2 * steps) - 64
        let x = start.column + (2 * ahead * east + steps + 2 * steps * 64) / (2 * steps) - 64
        if world.isLand(row: y, column: (x + world.columns) % world.columns) { break }
        ahead -= 1
      }
      guard ahead > shore else { return false }
      shore = ahead
    }
    return true
  }

  /// Raster rows and columns from a node's anchor to its neighbour's.
  private func span(_ k: Int, _ slot: Int) -> (rise: Int, east: Int) {
    let move = Self.moves[k]
    let a = offset(states[slot])
    let b = offset(states[slot + move.row * Self.pitch + move.column])
    return (move.row * Self.side + b.row - a.row, move.column * Self.side + b.column - a.column)
  }

  private func kilometres(_ row: Int, _ otherRow: Int, east: Int) -> Double {
    let dy = Double(otherRow - row)
    let dx = Double(east) * cosines[(row + otherRow) >> 1]
    return (dx * dx + dy * dy).squareRoot() * cellKM
  }

  /// The length of the arc in a direction, decimetres; neither of its cells may be water.
  func decimetres(_ k: Int, row: Int, slot: Int, isUsual: Bool) -> Int32 {
    if isUsual { return usualLengths[row * 16 + k] }
    let (rise, east) = span(k, slot)
    let first = row * Self.side + offset(states[slot]).row
    return Int32(kilometres(first, first + rise, east: east) * 10_000 + 0.5)
  }
}
