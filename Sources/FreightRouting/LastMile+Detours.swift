// SPDX-License-Identifier: GPL-3.0-or-later
import Geography

extension LastMile {
  /// The rows of points that detours may bring nearer.
  func finish(
    _ open: [OpenPoint], _ sites: [OverlandSite], threads: Int
  ) -> [(point: Int, row: LastMileRow)] {
    let ways = detours(of: open, sites, threads: threads)
    let chunk = 128
    let parts: [[(point: Int, row: LastMileRow)]] = spread(
      (open.count + chunk - 1) / chunk, over: threads
    ) { next, put in
      var statistic = LastMileStatistic(self)
      let never = [SIMD16<Int32>](
        repeating: SIMD16<Int32>(repeating: PointDelivery.never), count: rows.width)
      while let number = next() {
        let range = number * chunk..<min(open.count, (number + 1) * chunk)
        put(
          number,
          range.map { number in
            let point = open[number]
            let arrivals = point.arrivals + ways[number]
            var best = never
            for arrival in arrivals {
              rows.take(Int(arrival.lane), arrival.seconds, into: &best)
            }
            return (
              point.point,
              statistic.row(
                best, arrivals, nearest: point.nearest, hasPlaces: point.hasPlaces)
            )
          })
      }
    }
    return parts.flatMap(\.self)
  }

  /// Open point → trucks that come round the water.
  private func detours(
    of open: [OpenPoint], _ sites: [OverlandSite], threads: Int
  ) -> [[TruckReach.Arrival]] {
    let targets = open.map { sites[$0.point] }
    let wanted = wanted(by: open)
    let batches = batches(of: wanted.indices.filter { !wanted[$0].isEmpty })
    let found: [[[Double?]]] = spread(batches.count, over: threads) { next, put in
      var detours = OverlandDetours(land, targets: targets)
      while let number = next() {
        put(
          number,
          batches[number].map {
            detours.kilometres(from: $0, to: wanted[$0], maxKM: widestKM)
          })
      }
    }
    var arrivals = [[TruckReach.Arrival]](repeating: [], count: open.count)
    for (place, kilometres) in zip(batches.joined(), found.joined()) {
      for (want, kilometres) in zip(wanted[place], kilometres) {
        if let kilometres,
          let arrival = reach.arrival(from: place, overlandKM: kilometres)
        {
          arrivals[want.target].append(arrival)
        }
      }
    }
    return arrivals
  }

  /// Place → open points that want a detour from it.
  private func wanted(by open: [OpenPoint]) -> [[(target: Int, limitKM: Double)]] {
    var wanted = [[(target: Int, limitKM: Double)]](repeating: [], count: sends.count)
    for (number, point) in open.enumerated() {
      for way in point.blocked { wanted[way.place].append((number, way.limitKM)) }
    }
    return wanted
  }

  /// Places near each other, which share points and their ties.
  private func batches(of places: [Int]) -> [[Int]] {
    func key(_ place: Int) -> (Int, Double, Int) {
      let point = land.site(of: place).point
      return (Int(((point.latitude + 90) / 6).rounded(.down)), point.longitude, place)
    }
    let order = places.sorted { key($0) < key($1) }
    return stride(from: 0, to: order.count, by: 8).map {
      Array(order[$0..<min(order.count, $0 + 8)])
    }
  }
}
