// SPDX-License-Identifier: GPL-3.0-or-later

/// A point as the overland network sees it: where its way begins, and on which land.
public struct OverlandSite: Sendable {
  public private(set) var point: GeoPoint
  /// The nearest land within the snap distance, else the point.
  public private(set) var ground: GeoPoint
  /// Number of the land mass, nil for a point that is farther than the snap distance from any.
  public private(set) var mass: Int?
  var isInWater: Bool
  /// Kilometres from the point to its ground.
  var approachKM: Double
  public private(set) var vector: UnitVector
  var groundVector: UnitVector

  public init(_ point: GeoPoint, world: World = .shared, snapKM: Double) {
    self.point = point
    let land = world.nearestLand(
      latitude: point.latitude, longitude: point.longitude, withinKM: snapKM)
    ground = land?.point ?? point
    mass = land?.mass.number
    approachKM = land?.distanceKM ?? 0
    isInWater = land.map { $0.distanceKM > 0 } ?? true
    vector = UnitVector(point)
    groundVector = isInWater ? UnitVector(ground) : vector
  }
}

/// Sets that are joined one by one; the smallest member names a set.
struct DisjointSets: Sendable {
  private var leader: [Int32]

  init(count: Int) { leader = (0..<Int32(count)).map { $0 } }

  mutating func join(_ a: Int, _ b: Int) {
    let x = find(a)
    let y = find(b)
    leader[max(x, y)] = Int32(min(x, y))
  }

  func find(_ member: Int) -> Int {
    var i = member
    while Int(leader[i]) != i { i = Int(leader[i]) }
    return i
  }
}
