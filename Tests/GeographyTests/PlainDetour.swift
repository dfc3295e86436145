// SPDX-License-Identifier: GPL-3.0-or-later
@testable import Geography

/// The detour search without any cleverness: every cell of a box, every arc, swept until nothing
/// gets shorter.
///
/// The twin of `OverlandSearch`: it shares the meaning of `isLand`, `isOverland` and `straight`
/// with it, and nothing of the tiles, bits, bounds, rounds and the heap.
struct PlainDetour {
  private let network: OverlandNetwork
  private let side = 6
  private let rows: ClosedRange<Int>
  private let columns: ClosedRange<Int>
  /// Cell of the box, row by row → the raster cell where it stands, nil for water.
  private var anchors: [(row: Int, column: Int)?] = []
  private var arcs: [(a: Int, b: Int, kilometres: Double)] = []

  /// Cells between the given latitudes and longitudes, which must not cross ±180°.
  init(_ network: OverlandNetwork, _ box: SearchBox) {
    self.network = network
    rows = Int((box.south + 90) * 10)...Int((box.north + 90) * 10)
    columns = Int((box.west + 180) * 10)...Int((box.east + 180) * 10)
    for row in rows {
      for column in columns { anchors.append(anchor(row, column)) }
    }
    let moves = [(0, 1), (1, 0), (1, 1), (1, -1), (1, 2), (2, 1), (2, -1), (1, -2)]
    for row in rows {
      for column in columns {
        for (up, right) in moves {
          guard rows.contains(row + up), columns.contains(column + right) else { continue }
          let a = cell(row, column)
          let b = cell(row + up, column + right)
          if let length = length(a, b) { arcs.append((a, b, length)) }
        }
      }
    }
  }

  private func cell(_ row: Int, _ column: Int) -> Int {
    (row - rows.lowerBound) * columns.count + column - columns.lowerBound
  }

  private func anchor(_ row: Int, _ column: Int) -> (row: Int, column: Int)? {
    var best: (distance: Int, row: Int, column: Int)?
    for y in 0..<side {
      for x in 0..<side {
        let distance = (y - side / 2) * (y - side / 2) + (x - side / 2) * (x - side / 2)
        let (fineRow, fineColumn) = (row * side + y, column * side + x)
        if network.world.isLand(row: fineRow, column: fineColumn),
          distance < best?.distance ?? .max
        {
          best = (distance, fineRow, fineColumn)
        }
      }
    }
    return best.map { ($0.row, $0.column) }
  }

  private func place(_ anchor: (row: Int, column: Int)) -> GeoPoint {
    let fineness = Double(network.world.fineness)
    return GeoPoint(
      latitude: (Double(anchor.row) + 0.5) / fineness - 90,
      longitude: (Double(anchor.column) + 0.5) / fineness - 180)
  }

  /// Kilometres of the arc between two cells, nil when wide water lies between.
  private func length(_ a: Int, _ b: Int) -> Double? {
    guard let from = anchors[a], let to = anchors[b] else { return nil }
    let kilometres = place(from).kilometres(to: place(to))
    // The sampling of the fast search: whole steps of a kilometre of the length without anchors'
    // offsets in latitude, raster cells to the nearest.
    let (rise, east) = (to.row - from.row, to.column - from.column)
    let base = (a / columns.count + rows.lowerBound) * side
    let squeeze = UnitVector(
      GeoPoint(
        latitude: (Double((2 * base + rise) >> 1) + 0.5) / Double(network.world.fineness) - 90,
        longitude: 0)
    ).x
    let dx = Double(east) * squeeze
    let dy = Double(rise)
    let step = kilometresPerDegree / Double(network.world.fineness)
    let steps = Int(((dx * dx + dy * dy).squareRoot() * step).rounded(.up))
    var water = 0
    for sample in stride(from: 1, to: steps, by: 1) {
      let share = Double(sample) / Double(steps)
      let row = from.row + Int((share * Double(rise) + 0.5).rounded(.down))
      let column = from.column + Int((share * Double(east) + 0.5).rounded(.down))
      water = network.world.isLand(row: row, column: column) ? 0 : water + 1
      if Double(water) > network.gapKM { return nil }
    }
    return kilometres
  }

  /// The cells around a site that straight land ways reach.
  private func ties(_ site: OverlandSite) -> [(cell: Int, kilometres: Double)] {
    guard site.mass != nil else { return [] }
    let row = Int((site.ground.latitude + 90) * 10)
    let column = Int((site.ground.longitude + 180) * 10)
    for reach in 1...2 {
      var found: [(cell: Int, kilometres: Double)] = []
      for y in row - reach...row + reach where rows.contains(y) {
        for x in column - reach...column + reach where columns.contains(x) {
          guard let anchor = anchors[cell(y, x)],
            network.world.isOverland(site.ground, place(anchor), gapKM: network.gapKM)
          else { continue }
          found.append(
            (cell(y, x), site.approachKM + site.ground.kilometres(to: place(anchor))))
        }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Kilometres from one site to another by cells and crossings, infinite when there is no way.
  func kilometres(from start: OverlandSite, to target: OverlandSite) -> Double {
    let ends = network.ends
    let first = anchors.count
    var all = arcs
    for k in ends.indices {
      for tie in ties(ends[k]) { all.append((first + k, tie.cell, tie.kilometres)) }
      for j in ends.indices where j > k {
        if j == k ^ 1 {
          all.append((first + k, first + j, network.crossings[k >> 1].lengthKM))
        } else if let length = network.straight(ends[k], ends[j], hasEnd: true), length <= 300 {
          all.append((first + k, first + j, length))
        }
      }
    }
    for (node, site) in [(first + ends.count, start), (first + ends.count + 1, target)] {
      for tie in ties(site) { all.append((node, tie.cell, tie.kilometres)) }
      for k in ends.indices {
        if let length = network.straight(site, ends[k], hasEnd: true) {
          all.append((node, first + k, length))
        }
      }
    }
    var reached = [Double](repeating: .infinity, count: first + ends.count + 2)
    reached[first + ends.count] = 0
    var improves = true
    while improves {
      improves = false
      for arc in all {
        if reached[arc.a] + arc.kilometres < reached[arc.b] - 1e-9 {
          reached[arc.b] = reached[arc.a] + arc.kilometres
          improves = true
        }
        if reached[arc.b] + arc.kilometres < reached[arc.a] - 1e-9 {
          reached[arc.a] = reached[arc.b] + arc.kilometres
          improves = true
        }
      }
    }
    return reached[first + ends.count + 1]
  }
}
