// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
public import FreightRouting
import Geography
import Quantities

/// What a circle says of points that are no places of the network, in the order of the question.
public struct PointsResult: Sendable {
  public var rows: [LastMileRow]
  /// Targets of the circle's tiers in seconds, rising; `LastMileRow.inTime` is by them.
  public var targets: [Int64]
  /// Ready times that the statistics are over.
  public var readyCount: Int
  /// Kilometres over land that trucks go at most.
  public var reachKM: Double
  /// Kilometres by which a point may lie off the land.
  public var snapKM: Double
  public var horizonSeconds: Int64

  public init(
    rows: [LastMileRow], targets: [Int64], readyCount: Int, reachKM: Double, snapKM: Double = 15,
    horizonSeconds: Int64
  ) {
    self.rows = rows
    self.targets = targets
    self.readyCount = readyCount
    self.reachKM = reachKM
    self.snapKM = snapKM
    self.horizonSeconds = horizonSeconds
  }
}

/// Points with all that a circle's runs say of them.
struct CirclePoints {
  let network: Network
  let query: CoverageQuery
  let router: Router
  let delivery: PointDelivery

  /// - Parameters:
  ///   - points: WGS 84.
  ///   - starts: Of all ready times of the week.
  ///   - ready: The ready times.
  ///   - targets: The circle's.
  /// - Returns: A row for each point, in their order.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  func result(
    _ points: [GeoPoint], starts: [RunStarts], ready: ReadyTimes, targets: [Int64]
  ) throws -> PointsResult {
    let targets = Set(targets).sorted()
    let mile = try LastMile(
      router: router, delivery: delivery,
      question: LastMile.Question(
        starts: ready.counted.map { starts[$0] },
        readyTimes: ready.counted.map { ready.instants[$0] }, percentile: query.percentile,
        targets: targets))
    return PointsResult(
      rows: mile.run(points, threads: query.threads), targets: targets,
      readyCount: ready.counted.count, reachKM: mile.widestKM,
      snapKM: network.parameter("land.snap_km", default: 15),
      horizonSeconds: router.horizonSeconds)
  }
}
