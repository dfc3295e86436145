// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// From the arrivals at a door to a point's row; one per task.
///
/// The order of the ready times by their seconds is kept from one point to the next: neighbours
/// differ little, so that sorting is a pass of insertions.
struct LastMileStatistic {
  private let mile: LastMile
  private let readyTimes: [Int32]
  private let ranks: [Int]
  private var seconds: [Int32]
  private var sorted: [Int32]
  private var order: [Int]

  init(_ mile: LastMile) {
    self.mile = mile
    readyTimes = mile.table.readyTimes
    let count = readyTimes.count
    ranks = [50, 80, 95, mile.percentile].map { max(1, ($0 * count + 99) / 100) - 1 }
    seconds = Array(repeating: PointDelivery.never, count: count)
    sorted = seconds
    order = Array(0..<count)
  }

  /// The row of a point whose arrivals are known.
  ///
  /// - Parameters:
  ///   - best: First arrivals by ready time.
  ///   - arrivals: Of which every first one is one, and every one as early.
  ///   - nearest: Gives the door.
  ///   - hasPlaces: Some place within reach sends trucks.
  /// - Returns: Its row.
  mutating func row(
    _ best: [SIMD16<Int32>], _ arrivals: [TruckReach.Arrival], nearest: Int, hasPlaces: Bool
  ) -> LastMileRow {
    var row = LastMileRow()
    row.nearest = ID(nearest)
    guard !arrivals.isEmpty, !readyTimes.isEmpty else {
      row.standing = hasPlaces ? .noRoad : .nothingComes
      row.inTime = mile.targets.map { _ in 0 }
      return row
    }
    let door = mile.door(nearestTo: nearest)
    var hint = 0
    var reached = 0
    for ready in readyTimes.indices {
      let arrival = best[ready / 16][ready % 16]
      seconds[ready] = PointDelivery.never
      guard arrival < PointDelivery.never,
        let end = door.deliver(arrivingAt: arrival, &hint), end - readyTimes[ready] <= mile.horizon
      else { continue }
      seconds[ready] = end - readyTimes[ready]
      reached += 1
    }
    row.reachedTimes = reached
    row.standing = reached > 0 ? .reached : .late
    sort()
    func value(_ rank: Int) -> Int32? {
      let value = sorted[ranks[rank]]
      return value < PointDelivery.never ? value : nil
    }
    (row.p50, row.p80, row.p95, row.statistic) = (value(0), value(1), value(2), value(3))
    row.inTime = mile.targets.map { target in
      var low = 0
      var high = sorted.count
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle] <= target { low = middle + 1 } else { high = middle }
      }
      return Int32(low)
    }
    if let statistic = row.statistic, let ready = seconds.firstIndex(of: statistic) {
      row.servedBy = server(arrivals, ready)
    }
    return row
  }

  private mutating func sort() {
    for k in order.indices {
      let number = order[k]
      let value = seconds[number]
      var hole = k
      while hole > 0, sorted[hole - 1] > value {
        sorted[hole] = sorted[hole - 1]
        order[hole] = order[hole - 1]
        hole -= 1
      }
      sorted[hole] = value
      order[hole] = number
    }
  }

  private func server(_ arrivals: [TruckReach.Arrival], _ ready: Int) -> ID<Place> {
    var first = (time: Int32.max, seconds: Int32.max, lane: Int32.max)
    for arrival in arrivals {
      let found = (
        mile.rows.start(Int(arrival.lane), ready) &+ arrival.seconds, arrival.seconds, arrival.lane
      )
      if found < first { first = found }
    }
    return ID(Int(first.lane / 2))
  }
}
