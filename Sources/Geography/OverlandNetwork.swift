// SPDX-License-Identifier: GPL-3.0-or-later

/// A fixed crossing of water: a bridge or a tunnel with its two ends.
public struct Crossing: Hashable, Sendable {
  public var a: GeoPoint
  public var b: GeoPoint
  /// Length of the way from end to end, kilometres.
  public var lengthKM: Double

  public init(a: GeoPoint, b: GeoPoint, lengthKM: Double) {
    self.a = a
    self.b = b
    self.lengthKM = lengthKM
  }
}

/// A way over land between two points.
public struct OverlandWay: Hashable, Sendable {
  /// Length before any circuity factor, at least the great-circle distance.
  public var kilometres: Double
  /// Whether the geodesic itself stays on land.
  public var isStraight: Bool
  /// The crossings used, in order from the point with the smaller number.
  public var crossings: [Int]
}

/// A way over land and the two points that it joins, `a < b`.
public struct OverlandLink: Hashable, Sendable {
  public var a: Int
  public var b: Int
  public var way: OverlandWay
}

/// Ways over land between the points of a list: straight, else round the water or by crossings.
///
/// Each point is snapped to land within `snapKM`. Two points are joined by
/// 1. their geodesic, when no water on it is wider than `gapKM` (or they are that close), else by
/// 2. the shortest path over `LandGrid` and the crossings, from any land within two cells.
///
/// A crossing's end that lies in the water also serves, directly, the points in the water within
/// `snapKM` of it: so an artificial island that the raster lacks hangs on its bridge.
/// Ways are the same in both directions. What it does not know: ferries, roads, borders.
public struct OverlandNetwork: Sendable {
  let world: World
  let snapKM: Double
  let gapKM: Double
  let sites: [OverlandSite]
  /// As given, each at least as long as the great circle between its ends.
  public let crossings: [Crossing]
  /// The ends of crossing *k* are 2*k* (its a) and 2*k* + 1 (its b).
  let ends: [OverlandSite]
  /// End → the other ends that its straight land ways reach, with kilometres.
  let endWays: [[(end: Int, kilometres: Double)]]
  /// An empty grid and bound, from which every search starts with their tables made.
  let grid: LandGrid
  let bound: ReachBound
  /// Land masses, then ends without one, then sites without one, joined where a crossing joins them.
  private let reachable: DisjointSets

  public init(
    world: World = .shared, points: [GeoPoint], crossings: [Crossing] = [],
    snapKM: Double = 15, gapKM: Double = 5
  ) {
    self.world = world
    self.snapKM = snapKM
    self.gapKM = gapKM
    self.crossings = crossings.map { crossing in
      var crossing = crossing
      crossing.lengthKM = max(crossing.lengthKM, crossing.a.kilometres(to: crossing.b))
      return crossing
    }
    let sites = points.map { OverlandSite($0, world: world, snapKM: snapKM) }
    let ends = crossings.flatMap { [$0.a, $0.b] }.map {
      OverlandSite($0, world: world, snapKM: snapKM)
    }
    self.sites = sites
    self.ends = ends
    grid = LandGrid(world: world, gapKM: gapKM)
    bound = ReachBound(rows: grid.rows, columns: grid.columns)
    let masses = world.landMassCount
    var sets = DisjointSets(count: masses + ends.count + sites.count)
    for k in ends.indices {
      if let mass = ends[k].mass { sets.join(mass, masses + k) }
      sets.join(masses + k, masses + (k ^ 1))
    }
    for k in sites.indices {
      if let mass = sites[k].mass { sets.join(mass, masses + ends.count + k) }
      for end in ends.indices
      where Self.hangsOn(ends[end], site: sites[k], snapKM: snapKM) {
        sets.join(masses + ends.count + k, masses + end)
      }
    }
    reachable = sets
    var ways = [[(end: Int, kilometres: Double)]](repeating: [], count: ends.count)
    let close = PointPair.all(of: ends.map(\.point), withinKM: 300)
    for pair in close where pair.a ^ 1 != pair.b {
      if let length = Self.straight(
        ends[pair.a], ends[pair.b], world: world, snapKM: snapKM, gapKM: gapKM, hasEnd: true)
      {
        ways[pair.a].append((pair.b, length))
        ways[pair.b].append((pair.a, length))
      }
    }
    endWays = ways
  }

  public var pointCount: Int { sites.count }

  /// The land mass that a point stands on or is snapped to.
  public func landMass(of point: Int) -> LandMass? {
    sites[point].mass.map { LandMass(number: $0) }
  }

  /// All pairs of points within a great-circle distance, by `a`, then by `b`.
  public func pairs(withinKM limit: Double) -> [PointPair] {
    PointPair.all(of: sites.map(\.point), withinKM: limit)
  }

  private static func hangsOn(_ end: OverlandSite, site: OverlandSite, snapKM: Double) -> Bool {
    site.isInWater && end.isInWater
      && abs(site.point.latitude - end.point.latitude) * kilometresPerDegree <= snapKM
      && site.point.kilometres(to: end.point) <= snapKM
  }

  /// Kilometres of the straight way between two sites, nil when there is none.
  ///
  /// `hasEnd` says that one of them is a crossing's end.
  static func straight(
    _ a: OverlandSite, _ b: OverlandSite, world: World, snapKM: Double, gapKM: Double,
    hasEnd: Bool
  ) -> Double? {
    let distance = a.point.kilometres(to: b.point)
    if distance <= gapKM { return distance }
    if hasEnd, hangsOn(a, site: b, snapKM: snapKM) { return distance }
    guard let mass = a.mass, mass == b.mass,
      world.isOverland(a.ground, a.groundVector, b.ground, b.groundVector, gapKM: gapKM)
    else { return nil }
    return distance
  }

  func straight(_ a: OverlandSite, _ b: OverlandSite, hasEnd: Bool = false) -> Double? {
    Self.straight(a, b, world: world, snapKM: snapKM, gapKM: gapKM, hasEnd: hasEnd)
  }

  /// Whether any chain of land and crossings joins two points, however long.
  public func mayReach(_ a: Int, _ b: Int) -> Bool {
    let base = world.landMassCount + ends.count
    return reachable.find(base + a) == reachable.find(base + b)
  }

  /// Whether a chain of land and crossings may join a point and a land mass.
  func mayReach(_ a: Int, mass: Int) -> Bool {
    reachable.find(world.landMassCount + ends.count + a) == reachable.find(mass)
  }
}
