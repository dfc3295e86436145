// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// Finds detours over the land grid and the crossings, one search per start.
///
/// Dijkstra's algorithm on the grid cells within `maxKM` and the ends of crossings, lengths in whole
/// decimetres (so that equal paths tie the same way everywhere), a binary heap with lazy deletion.
/// The grid's cells are kept from one search to the next.
struct OverlandSearch {
  private let network: OverlandNetwork
  private var grid: LandGrid
  private var box = GridBox(firstRow: 0, firstColumn: 0, height: 0, width: 0)
  /// Node → decimetres from the start; grid cells of the box, then the ends of crossings.
  private var distance: [Int32] = []
  /// Node → the node before it, -1 at the start.
  private var parent: [Int32] = []
  private var heap = NodeHeap()
  private var bound: ReachBound
  /// End → the grid nodes it is tied to.
  private var endTies: [Int: [Tie]] = [:]

  /// A line between a site and a grid node, with its length.
  struct Tie {
    var row: Int
    var column: Int
    var decimetres: Int32
  }

  private static let unreached = Int32.max

  init(network: OverlandNetwork) {
    self.network = network
    grid = network.grid
    bound = network.bound
  }

  /// A site with the lines that tie it to the grid and to ends of crossings, so that they are drawn
  /// only once.
  struct TiedSite {
    var site: OverlandSite
    var ties: [Tie]
    var ends: [(end: Int, decimetres: Int32)]
  }

  /// Ties a site for searches that go no farther than `limit`.
  mutating func tied(_ site: OverlandSite, withinKM limit: Double) -> TiedSite {
    let chord = UnitVector.squaredChord(kilometres: limit)
    var ends: [(end: Int, decimetres: Int32)] = []
    for k in network.ends.indices
    where network.ends[k].vector.squaredChord(site.vector) <= chord {
      if let length = network.straight(network.ends[k], site, hasEnd: true) {
        ends.append((k, decimetres(length)))
      }
    }
    return TiedSite(site: site, ties: ties(of: site), ends: ends)
  }

  /// The shortest detours from one site to others, each nil when longer than its own limit.
  ///
  /// First those not much longer than the great circle, which need a narrow search; then the rest.
  mutating func detours(
    from home: TiedSite, to targets: [TiedSite], limits: [Double]
  ) -> [OverlandWay?] {
    let likely = zip(targets, limits).map {
      min($1, 1.2 * home.site.point.kilometres(to: $0.site.point) + 30)
    }
    var found = search(from: home, to: targets, limits: likely)
    let open = targets.indices.filter { found[$0] == nil && likely[$0] < limits[$0] }
    guard !open.isEmpty else { return found }
    let late = search(
      from: home, to: open.map { targets[$0] }, limits: open.map { limits[$0] })
    for (k, way) in zip(open, late) { found[k] = way }
    return found
  }

  /// The shortest detours from one site to others, each nil when longer than its own limit.
  private mutating func search(
    from home: TiedSite, to targets: [TiedSite], limits: [Double]
  ) -> [OverlandWay?] {
    let start = home.site
    let maxKM = limits.max() ?? 0
    let limit = decimetres(maxKM)
    box = GridBox(around: start.point, kilometres: maxKM, rows: grid.rows, columns: grid.columns)
    let nodes = box.count + network.ends.count
    distance = [Int32](repeating: Self.unreached, count: nodes)
    parent = [Int32](repeating: -1, count: nodes)
    heap.removeAll()
    bound.aim(at: targets.map(\.site.point), limits: limits)
    let endsAtCell = tiesByCell(endsWithin(maxKM, of: start))
    for tie in home.ties {
      relax(box.node(tie.row, tie.column), tie.decimetres, from: -1, limit)
    }
    for tie in home.ends { relax(box.count + tie.end, tie.decimetres, from: -1, limit) }
    while let (node, reached) = heap.pop() {
      guard distance[node] == reached else { continue }
      if node >= box.count {
        leaveEnd(node - box.count, reached, limit)
      } else {
        leaveCell(node, reached, limit)
        for (end, length) in endsAtCell[node] ?? [] {
          relax(box.count + end, reached + length, from: node, limit)
        }
      }
    }
    return zip(targets, limits).map {
      way(from: start, to: $0, limit: decimetres($1))
    }
  }

  private func decimetres(_ kilometres: Double) -> Int32 {
    Int32((min(kilometres, 200_000) * 10_000).rounded())
  }

  /// The ends of the crossings that have an end within a distance.
  private func endsWithin(_ maxKM: Double, of start: OverlandSite) -> [Int] {
    network.ends.indices.filter { end in
      [end, end ^ 1].contains { network.ends[$0].point.kilometres(to: start.point) <= maxKM }
    }
  }

  /// Grid node → the ends tied to it.
  private mutating func tiesByCell(_ near: [Int]) -> [Int: [(end: Int, decimetres: Int32)]] {
    var byCell: [Int: [(end: Int, decimetres: Int32)]] = [:]
    for end in near {
      let known = endTies[end] ?? ties(of: network.ends[end])
      endTies[end] = known
      for tie in known {
        if let node = box.node(tie.row, tie.column) {
          byCell[node, default: []].append((end, tie.decimetres))
        }
      }
    }
    return byCell
  }

  /// The grid nodes around a site that a straight land way reaches, from 3 × 3 cells, else 5 × 5.
  private mutating func ties(of site: OverlandSite) -> [Tie] {
    guard site.mass != nil else { return [] }
    let row = grid.row(of: site.ground.latitude)
    let column = grid.column(of: site.ground.longitude)
    for reach in 1...2 {
      var found: [Tie] = []
      for y in max(0, row - reach)...min(grid.rows - 1, row + reach) {
        for x in column - reach...column + reach {
          let x = (x + grid.columns) % grid.columns
          guard let place = grid.place(y, x),
            network.world.isOverland(site.ground, place, gapKM: network.gapKM)
          else { continue }
          let length = site.approachKM + site.ground.kilometres(to: place)
          found.append(Tie(row: y, column: x, decimetres: decimetres(length)))
        }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  private mutating func relax(_ node: Int?, _ reached: Int32, from: Int, _ limit: Int32) {
    guard let node, reached <= limit, reached < distance[node] else { return }
    distance[node] = reached
    parent[node] = Int32(from)
    heap.push(node, reached)
  }

  private mutating func leaveCell(_ node: Int, _ reached: Int32, _ limit: Int32) {
    let (row, column) = box.cell(node)
    guard bound.mayServe(row: row, column: column, reachedKM: Double(reached) / 10_000)
    else { return }
    let slot = grid.slot(row, column)
    let directions = grid.directions(row, column, slot: slot)
    var open = directions & 0xFFFF
    while open != 0 {
      let k = open.trailingZeroBitCount
      open &= open - 1
      let move = LandGrid.moves[k]
      let otherRow = row + move.row
      var otherColumn = column + move.column
      if otherColumn < 0 { otherColumn += grid.columns }
      if otherColumn >= grid.columns { otherColumn -= grid.columns }
      guard let other = box.node(otherRow, otherColumn), distance[other] > reached
      else { continue }
      let length = grid.decimetres(
        k, row: row, slot: slot, isUsual: directions >> (16 + k) & 1 == 1)
      relax(other, reached + length, from: node, limit)
    }
  }

  private mutating func leaveEnd(_ end: Int, _ reached: Int32, _ limit: Int32) {
    let node = box.count + end
    let length = decimetres(network.crossings[end >> 1].lengthKM)
    relax(box.count + (end ^ 1), reached + length, from: node, limit)
    for way in network.endWays[end] {
      relax(box.count + way.end, reached + decimetres(way.kilometres), from: node, limit)
    }
    for tie in endTies[end] ?? [] {
      relax(box.node(tie.row, tie.column), reached + tie.decimetres, from: node, limit)
    }
  }

  private func way(from start: OverlandSite, to target: TiedSite, limit: Int32) -> OverlandWay? {
    var best = limit
    var last: Int?
    for tie in target.ties {
      guard let node = box.node(tie.row, tie.column), distance[node] < best,
        distance[node] + tie.decimetres <= best
      else { continue }
      (best, last) = (distance[node] + tie.decimetres, node)
    }
    for tie in target.ends {
      let node = box.count + tie.end
      guard distance[node] < best, distance[node] + tie.decimetres <= best else { continue }
      (best, last) = (distance[node] + tie.decimetres, node)
    }
    guard let last else { return nil }
    return OverlandWay(
      kilometres: max(Double(best) / 10_000, start.point.kilometres(to: target.site.point)),
      isStraight: false, crossings: crossings(endingAt: last))
  }

  /// The crossings on the path to a node, in the order in which they are used.
  private func crossings(endingAt last: Int) -> [Int] {
    var used: [Int] = []
    var node = last
    while node >= 0 {
      let before = Int(parent[node])
      let end = node - box.count
      if end >= 0, before - box.count == end ^ 1 { used.append(end >> 1) }
      node = before
    }
    return used.reversed()
  }
}
