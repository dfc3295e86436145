// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import Stochastics

extension SimulationResult {
  /// Nearest rank among all whose time is counted, in hours: infinite where the rank is not delivered, not a number where there
  /// are none.
  static func hours(_ percentile: Int, of sorted: [Int32], among all: Int) -> Double {
    guard all > 0 else { return .nan }
    let rank = max(1, (percentile * all + 99) / 100)
    return rank <= sorted.count ? Double(sorted[rank - 1]) / 3_600 : .infinity
  }

  /// Bottlenecks summed by place and cause, largest first.
  static func groups(
    _ bottlenecks: [Bottleneck], _ tables: [[ReplicationResult.Owner: Double]], _ perYear: Double
  ) -> [BottleneckGroup] {
    struct Key: Hashable {
      var place: ID<Place>
      var cause: DelayCause
    }
    return Dictionary(grouping: bottlenecks) { Key(place: $0.owner.place, cause: $0.owner.cause) }
      .map { key, parts in
        let values = tables.map { table in
          parts.reduce(0) { $0 + (table[$1.owner] ?? 0) } * perYear
        }
        return BottleneckGroup(
          place: key.place, cause: key.cause,
          tonneHours: Estimate(values, within: 0 ... .infinity),
          share: parts.reduce(0) { $0 + $1.share }, parts: parts)
      }.sorted {
        ($1.tonneHours.mean, $0.place.index, $0.cause)
          < ($0.tonneHours.mean, $1.place.index, $1.cause)
      }
  }
}
