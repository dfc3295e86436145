// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Geography
import Quantities

/// Serves the points of cells over straight ways; one per task.
struct LastMileSearch {
  private let mile: LastMile
  private let sites: [OverlandSite]
  private var statistic: LastMileStatistic
  /// Arrivals by ready time: those of the point, and what a whole cell surely has.
  private var best: [SIMD16<Int32>]
  private var sure: [SIMD16<Int32>]
  private let never: [SIMD16<Int32>]

  /// A place around a cell, seen from the cell's middle.
  private struct Near {
    var place: Int
    var atLeastKM: Double
    var atMostKM: Double
  }

  /// A place that may be the first for some point of a cell.
  private struct Candidate {
    var place: Int
    /// Every geodesic between it and the cell is over land.
    var isDry: Bool
    /// Likely arrival, to ask the best first.
    var likely: Int32
  }

  init(_ mile: LastMile, _ sites: [OverlandSite]) {
    self.mile = mile
    self.sites = sites
    statistic = LastMileStatistic(mile)
    never = Array(
      repeating: SIMD16<Int32>(repeating: PointDelivery.never), count: mile.rows.width)
    best = never
    sure = never
  }

  mutating func serve(_ points: ArraySlice<Int>, into chunk: inout LastMileChunk) {
    var dry: [Int] = []
    for point in points {
      if sites[point].mass == nil {
        var row = LastMileRow()
        row.standing = .atSea
        row.inTime = mile.targets.map { _ in 0 }
        chunk.rows.append((point, row))
      } else {
        dry.append(point)
      }
    }
    guard !dry.isEmpty else { return }
    let box = CellBox(dry.map { sites[$0] })
    let near = near(box)
    var groups: [(area: Int, points: [(point: Int, nearest: Int)])] = []
    for point in dry {
      guard let nearest = nearest(to: sites[point], near) else {
        var row = LastMileRow()
        row.inTime = mile.targets.map { _ in 0 }
        chunk.rows.append((point, row))
        continue
      }
      let area = mile.areas[nearest]
      if let group = groups.firstIndex(where: { $0.area == area }) {
        groups[group].points.append((point, nearest))
      } else {
        groups.append((area, [(point, nearest)]))
      }
    }
    for group in groups {
      let senders = near.filter { mile.areas[$0.place] == group.area && mile.sends[$0.place] }
      let candidates = candidates(senders, box)
      for (point, nearest) in group.points {
        serve(point, nearest, candidates, senders, into: &chunk)
      }
    }
  }

  /// Places that a truck may join with some point of the cell, by distance.
  private func near(_ box: CellBox) -> [Near] {
    let chord = UnitVector.squaredChord(kilometres: mile.widestKM + box.radiusKM)
    var found: [Near] = []
    for (place, site) in mile.placeSites.enumerated() {
      guard let site, site.vector.squaredChord(box.middle) <= chord else { continue }
      let km = site.vector.kilometresAtLeast(to: box.middle)
      // A chord of at most 1,000 km is short of its arc by 0.11 %.
      found.append(
        Near(
          place: place, atLeastKM: max(0, km - box.radiusKM),
          atMostKM: site.point.kilometres(to: box.point) + box.radiusKM))
    }
    return found.sorted { ($0.atLeastKM, $0.place) < ($1.atLeastKM, $1.place) }
  }

  /// The nearest place of the point's land mass within reach, else the nearest of all within reach.
  private func nearest(to site: OverlandSite, _ near: [Near]) -> Int? {
    let limit = UnitVector.squaredChord(kilometres: mile.widestKM)
    var own = (chord: limit, place: -1)
    var any = own
    for candidate in near {
      guard let other = mile.placeSites[candidate.place] else { continue }
      let bound = UnitVector.squaredChord(kilometres: candidate.atLeastKM) * (1 - 1e-6)
      if bound > own.chord { break }
      let chord = other.vector.squaredChord(site.vector)
      if chord < any.chord || chord == any.chord && candidate.place < any.place {
        any = (chord, candidate.place)
      }
      if other.mass == site.mass,
        chord < own.chord || chord == own.chord && candidate.place < own.place
      {
        own = (chord, candidate.place)
      }
    }
    let place = own.place >= 0 ? own.place : any.place
    return place >= 0 ? place : nil
  }

  /// The places that are no later, somewhere in the cell and for some ready time, than places whose
  /// trucks surely come to all of it.
  private mutating func candidates(_ near: [Near], _ box: CellBox) -> [Candidate] {
    for k in sure.indices { sure[k] = never[k] }
    var isDry: [Bool] = []
    let senders = near.filter { $0.atLeastKM <= mile.reach.reachKM(of: $0.place) }
    for candidate in senders {
      let dry = box.isAllLand(to: mile.placeSites[candidate.place])
      isDry.append(dry)
      let profile = mile.profiles[mile.profileOfPlace[candidate.place]]
      if dry, let truck = profile.sure(from: candidate.atLeastKM, to: candidate.atMostKM) {
        let lane = 2 * candidate.place + (truck.isLineHaul ? 1 : 0)
        mile.rows.take(lane, truck.seconds, into: &sure)
      }
    }
    var found: [Candidate] = []
    for (candidate, dry) in zip(senders, isDry) {
      let place = candidate.place
      let profile = mile.profiles[mile.profileOfPlace[place]]
      let bin = Int(candidate.atLeastKM)
      let direct = profile.leastDirect[bin]
      let lineHaul = profile.leastLineHaul[bin]
      guard
        mile.rows.mayServe(2 * place, direct, sure)
          || mile.rows.mayServe(2 * place + 1, lineHaul, sure)
      else { continue }
      let middle = mile.rows.count / 2
      found.append(
        Candidate(
          place: place, isDry: dry,
          likely: min(
            mile.rows.start(2 * place, middle) &+ direct,
            mile.rows.start(2 * place + 1, middle) &+ lineHaul)))
    }
    return found.sorted { ($0.likely, $0.place) < ($1.likely, $1.place) }
  }

  private mutating func serve(
    _ point: Int, _ nearest: Int, _ candidates: [Candidate], _ senders: [Near],
    into chunk: inout LastMileChunk
  ) {
    let site = sites[point]
    for k in best.indices { best[k] = never[k] }
    var arrivals: [TruckReach.Arrival] = []
    var blocked: [(place: Int, bin: Int)] = []
    for candidate in candidates {
      let place = candidate.place
      guard let other = mile.placeSites[place] else { continue }
      let atLeast = other.vector.kilometresAtLeast(to: site.vector)
      let bin = Int(atLeast)
      let profile = mile.profiles[mile.profileOfPlace[place]]
      guard bin < profile.leastDirect.count,
        mile.rows.mayServe(2 * place, profile.leastDirect[bin], best)
          || mile.rows.mayServe(2 * place + 1, profile.leastLineHaul[bin], best)
      else { continue }
      guard
        candidate.isDry || mile.land.straightKM(from: place, to: site) != nil
      else {
        blocked.append((place, bin))
        continue
      }
      let kilometres = other.point.kilometres(to: site.point)
      guard let arrival = mile.reach.arrival(from: place, overlandKM: kilometres),
        mile.rows.mayServe(Int(arrival.lane), arrival.seconds, best)
      else { continue }
      mile.rows.take(Int(arrival.lane), arrival.seconds, into: &best)
      arrivals.append(arrival)
    }
    let open = blocked.compactMap { place, bin -> (place: Int, limitKM: Double)? in
      usefulKM(place, from: bin).map { (place, $0) }
    }
    let hasPlaces = !arrivals.isEmpty || senders.contains { isWithinReach($0.place, of: site) }
    if open.isEmpty {
      chunk.rows.append(
        (
          point,
          statistic.row(
            best, arrivals, nearest: nearest, hasPlaces: hasPlaces)
        ))
    } else {
      chunk.open.append(
        OpenPoint(
          point: point, nearest: nearest, hasPlaces: hasPlaces, arrivals: arrivals, blocked: open))
    }
  }

  private func isWithinReach(_ place: Int, of site: OverlandSite) -> Bool {
    guard let other = mile.placeSites[place] else { return false }
    return other.point.kilometres(to: site.point) <= mile.reach.reachKM(of: place)
  }

  /// How long a detour from a place may be to come no later than what is known; nil where none may.
  private func usefulKM(_ place: Int, from first: Int) -> Double? {
    let profile = mile.profiles[mile.profileOfPlace[place]]
    func isUseful(_ bin: Int) -> Bool {
      mile.rows.mayServe(2 * place, profile.leastDirect[bin], best)
        || mile.rows.mayServe(2 * place + 1, profile.leastLineHaul[bin], best)
    }
    guard isUseful(first) else { return nil }
    // The bounds rise with the distance.
    var low = first
    var high = profile.leastDirect.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if isUseful(middle) { low = middle } else { high = middle }
    }
    return min(Double(low + 1), mile.reach.reachKM(of: place))
  }
}

/// The part of a cell that its points fill.
struct CellBox {
  let point: GeoPoint
  let middle: UnitVector
  /// From the middle to the farthest point.
  let radiusKM: Double
  private let south, west, north, east: Double

  init(_ sites: [OverlandSite]) {
    var box = (south: 90.0, west: 180.0, north: -90.0, east: -180.0)
    for site in sites {
      for point in [site.point, site.ground] {
        box.south = min(box.south, point.latitude)
        box.north = max(box.north, point.latitude)
        box.west = min(box.west, point.longitude)
        box.east = max(box.east, point.longitude)
      }
    }
    (south, west, north, east) = box
    point = GeoPoint(latitude: (south + north) / 2, longitude: (west + east) / 2)
    middle = UnitVector(point)
    let middlePoint = point
    radiusKM = (sites.map { $0.point.kilometres(to: middlePoint) }.max() ?? 0) + 1e-3
  }

  /// Whether all geodesics between a place and the points are quickly seen to be over land.
  func isAllLand(to site: OverlandSite?) -> Bool {
    guard let site, site.mass != nil else { return false }
    let ground = site.ground
    let low = min(south, ground.latitude)
    let high = max(north, ground.latitude)
    guard max(abs(low), abs(high)) < 75 else { return false }
    // A great circle of d km bulges d² tan φ / 8R towards the pole; of 1,300 km by 33 km at 60°.
    let km = site.point.kilometres(to: point) + radiusKM
    let tangent = max(abs(low), abs(high)) < 45 ? 1.0 : 3.8
    let bulge = (km * km / (8 * 6_371) * tangent + 1) / 111
    return World.shared.isAllLand(
      south: low - bulge, west: min(west, ground.longitude) - 0.02, north: high + bulge,
      east: max(east, ground.longitude) + 0.02)
  }
}
