// SPDX-License-Identifier: GPL-3.0-or-later

extension OverlandNetwork {
  /// The shortest way over land between two points, nil when there is none within `maxKM`.
  ///
  /// For many pairs `ways(withinKM:where:)` is faster: it searches once per point.
  public func way(from: Int, to: Int, maxKM: Double) -> OverlandWay? {
    let a = min(from, to)
    let b = max(from, to)
    if a == b { return OverlandWay(kilometres: 0, isStraight: true, crossings: []) }
    let distance = sites[a].point.kilometres(to: sites[b].point)
    guard distance <= maxKM else { return nil }
    if let length = straight(sites[a], sites[b]) {
      return OverlandWay(kilometres: length, isStraight: true, crossings: [])
    }
    guard mayReach(a, b) else { return nil }
    var search = OverlandSearch(network: self)
    let home = search.tied(sites[a], withinKM: maxKM)
    let target = search.tied(sites[b], withinKM: maxKM)
    return search.detours(from: home, to: [target], limits: [maxKM])[0]
  }

  /// The ways between all pairs of points that have one within `limit`, by `a`, then by `b`.
  ///
  /// `wanted` says whether a pair is of interest; it is asked with `a < b`.
  ///
  /// - Complexity: O(*k d*) for the *k* pairs of *d* km, and one or two searches bounded by the limit
  ///   for each of the points that between them have all pairs across water.
  public func ways(
    withinKM limit: Double, where wanted: (Int, Int) -> Bool = { _, _ in true }
  ) -> [OverlandLink] {
    ways(atMostKM: limit) { wanted($0, $1) ? limit : 0 }
  }

  /// As `ways(withinKM:where:)`, with a limit for each pair; 0 for a pair of no interest.
  public func ways(
    atMostKM limit: Double, limitKM: (Int, Int) -> Double
  ) -> [OverlandLink] {
    var links: [OverlandLink] = []
    var open: [PointPair] = []
    var limits: [Double] = []
    for pair in pairs(withinKM: limit) {
      let pairLimit = min(limit, limitKM(pair.a, pair.b))
      guard pair.kilometres <= pairLimit, pairLimit > 0 else { continue }
      if let length = straight(sites[pair.a], sites[pair.b]) {
        let way = OverlandWay(kilometres: length, isStraight: true, crossings: [])
        links.append(OverlandLink(a: pair.a, b: pair.b, way: way))
      } else if mayReach(pair.a, pair.b) {
        open.append(pair)
        limits.append(pairLimit)
      }
    }
    links += detours(open, limits: limits)
    return links.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }

  /// The detours of many pairs, each searched from the end that has more of them.
  private func detours(_ open: [PointPair], limits: [Double]) -> [OverlandLink] {
    var degree = [Int](repeating: 0, count: sites.count)
    for pair in open {
      degree[pair.a] += 1
      degree[pair.b] += 1
    }
    var targets = [[(point: Int, limit: Double)]](repeating: [], count: sites.count)
    for (pair, limit) in zip(open, limits) {
      if degree[pair.b] > degree[pair.a] {
        targets[pair.b].append((pair.a, limit))
      } else {
        targets[pair.a].append((pair.b, limit))
      }
    }
    var search = OverlandSearch(network: self)
    let limit = limits.max() ?? 0
    let tied = sites.indices.map { degree[$0] > 0 ? search.tied(sites[$0], withinKM: limit) : nil }
    var links: [OverlandLink] = []
    for a in sites.indices {
      guard let home = tied[a], !targets[a].isEmpty else { continue }
      let ways = search.detours(
        from: home, to: targets[a].compactMap { tied[$0.point] }, limits: targets[a].map(\.limit))
      for (target, way) in zip(targets[a], ways) {
        guard var way else { continue }
        let b = target.point
        if b < a { way.crossings.reverse() }
        links.append(OverlandLink(a: min(a, b), b: max(a, b), way: way))
      }
    }
    return links
  }

  /// Kilometres over land from points to the cells of the map's surface, for each point in turn.
  ///
  /// The way leads to each cell's land point, by the same rules as between two points. The cells are
  /// in the order of `World.landCells`: by index, so by latitude.
  ///
  /// - Returns: Positions in `cells` and kilometres, by position; cells without a way within `maxKM`
  ///   are left out.
  public func reach(
    from points: [Int], cells: [LandCell], maxKM: Double
  ) -> [[(cell: Int, kilometres: Double)]] {
    var search = OverlandSearch(network: self)
    var tied: [Int: OverlandSearch.TiedSite] = [:]
    let chord = UnitVector.squaredChord(kilometres: maxKM)
    let ranges = points.map { cellRange(cells, around: sites[$0].point, maxKM: maxKM) }
    let first = ranges.map(\.lowerBound).min() ?? 0
    let end = ranges.map(\.upperBound).max() ?? 0
    let targets = cells[first..<end].map { OverlandSite($0.landPoint, world: world, snapKM: 0) }
    return zip(points, ranges).map { point, range in
      let home = sites[point]
      var found: [(cell: Int, kilometres: Double)] = []
      var open: [Int] = []
      for cell in range {
        let target = targets[cell - first]
        guard home.vector.squaredChord(target.vector) <= chord else { continue }
        let distance = home.point.kilometres(to: target.point)
        guard distance <= maxKM else { continue }
        if straight(home, target) != nil {
          found.append((cell, distance))
        } else if let mass = target.mass, mayReach(point, mass: mass) {
          open.append(cell)
        }
      }
      if !open.isEmpty {
        let tiedTargets = open.map { cell in
          let known = tied[cell] ?? search.tied(targets[cell - first], withinKM: maxKM)
          tied[cell] = known
          return known
        }
        let detours = search.detours(
          from: search.tied(home, withinKM: maxKM), to: tiedTargets, limits: open.map { _ in maxKM }
        )
        for (cell, way) in zip(open, detours) {
          if let way { found.append((cell, way.kilometres)) }
        }
      }
      return found.sorted { $0.cell < $1.cell }
    }
  }

  /// The positions of the cells whose latitude may be within reach.
  private func cellRange(
    _ cells: [LandCell], around point: GeoPoint, maxKM: Double
  ) -> Range<Int> {
    let band = maxKM / kilometresPerDegree
    func first(northOf latitude: Double) -> Int {
      var low = 0
      var high = cells.count
      while low < high {
        let middle = (low + high) / 2
        if cells[middle].north > latitude { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let begin = first(northOf: point.latitude - band)
    var end = begin
    while end < cells.count, cells[end].south <= point.latitude + band { end += 1 }
    return begin..<end
  }
}
