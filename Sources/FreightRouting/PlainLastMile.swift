// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
public import Geography
import Quantities

/// The slow, obvious twin of `LastMile`: point by point, place by place, ready time by ready time.
///
/// It asks for the way from every place within reach and takes the first arrival; nothing is left
/// out, bounded or shared.
public struct PlainLastMile {
  private let router: Router
  private let delivery: PointDelivery
  private let question: LastMile.Question

  public init(router: Router, delivery: PointDelivery, question: LastMile.Question) {
    self.router = router
    self.delivery = delivery
    self.question = question
  }

  /// The row of one point.
  ///
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  /// - Complexity: O(places × (land search + ready times)).
  public func row(of point: GeoPoint) throws -> LastMileRow {
    let network = router.network
    var row = LastMileRow()
    row.inTime = question.targets.map { _ in 0 }
    let snapKM = network.parameter("land.snap_km", default: 15)
    guard
      let land = World.shared.nearestLand(
        latitude: point.latitude, longitude: point.longitude, withinKM: snapKM)
    else {
      row.standing = .atSea
      return row
    }
    let rules = RuleBook(network, router.consignment)
    let reach = TruckReach(
      router, lineHauls: network.places.indices.map { rules.lineHaul(from: ID($0)) })
    let widest = network.places.indices.map(reach.reachKM).max() ?? 0
    let points = network.places.map {
      GeoPoint(latitude: $0.latitude, longitude: $0.longitude)
    }
    let around = network.places.indices.filter {
      network.places[$0].kind != .lock && points[$0].kilometres(to: point) <= widest
    }
    func isNearer(_ a: Int, _ b: Int) -> Bool {
      (points[a].kilometres(to: point), a) < (points[b].kilometres(to: point), b)
    }
    let onMass = around.filter {
      World.shared.landMass(
        latitude: points[$0].latitude, longitude: points[$0].longitude, snapKM: snapKM) == land.mass
    }
    guard let nearest = (onMass.isEmpty ? around : onMass).min(by: isNearer) else { return row }
    row.nearest = ID(nearest)
    let ways = OverlandNetwork(
      points: points + [point],
      crossings: network.crossings.map {
        Crossing(
          a: GeoPoint(latitude: $0.latitudeA, longitude: $0.longitudeA),
          b: GeoPoint(latitude: $0.latitudeB, longitude: $0.longitudeB), lengthKM: $0.lengthKM)
      }, snapKM: snapKM, gapKM: network.parameter("land.gap_km", default: 5))
    let table = delivery.table(question.starts, readyTimes: question.readyTimes)
    let senders = around.filter { place in
      reach.isUsable[place] && rules.shareArea(ID(place), ID(nearest))
        && table.starts(at: ID(place))
        && points[place].kilometres(to: point) <= reach.reachKM(of: place)
    }
    row.standing = senders.isEmpty ? .nothingComes : .noRoad
    let arrivals = senders.compactMap { place in
      ways.way(from: place, to: points.count, maxKM: reach.reachKM(of: place)).flatMap {
        reach.arrival(from: place, overlandKM: $0.kilometres)
      }
    }
    guard !arrivals.isEmpty else { return row }
    var compiler = try DoorCompiler(router: router, rules: rules)
    let door = compiler.doors(at: ID(nearest))
    finish(&row, arrivals, table, door)
    return row
  }

  private func finish(
    _ row: inout LastMileRow, _ arrivals: [TruckReach.Arrival], _ table: StartTable,
    _ door: PointDoor
  ) {
    let count = question.readyTimes.count
    var servers: [ID<Place>?] = []
    let seconds = (0..<count).map { ready -> Int64? in
      let all = arrivals.map {
        (table.values[Int($0.lane) * count + ready] &+ $0.seconds, $0.seconds, $0.lane)
      }
      guard let first = all.min(by: <), first.0 < PointDelivery.never,
        let end = door.deliver(arrivingAt: first.0),
        Int64(end - table.readyTimes[ready]) <= router.horizonSeconds
      else {
        servers.append(nil)
        return nil
      }
      servers.append(ID(Int(first.2 / 2)))
      return Int64(end - table.readyTimes[ready])
    }
    row.reachedTimes = seconds.count { $0 != nil }
    row.standing = row.reachedTimes > 0 ? .reached : .late
    func rank(_ percentile: Int) -> Int32? {
      nearestRank(percentile, of: seconds).map { Int32($0) }
    }
    (row.p50, row.p80, row.p95) = (rank(50), rank(80), rank(95))
    row.statistic = rank(question.percentile)
    row.inTime = question.targets.map { target in
      Int32(seconds.count { $0.map { $0 <= target } ?? false })
    }
    row.servedBy = indexAtNearestRank(question.percentile, of: seconds).flatMap { servers[$0] }
  }
}

extension DoorCompiler {
  fileprivate mutating func doors(at place: ID<Place>) -> PointDoor {
    let number = door(at: place)
    return doors[Int(number)]
  }
}
