// SPDX-License-Identifier: GPL-3.0-or-later
public import Stochastics

/// Whether the days left out at the start were enough, judged by the tonnes delivered in each day.
///
/// MSER over batches of seven days, because a week of freight has a shape of its own; and, as it may cut
/// too little, a second figure. A year has a shape too: where the run is long enough to know it, deliveries are
/// divided by those that the days' cargo would give, had it never begun, with the times that the run measured.
public struct WarmupCheck: Sendable, Hashable {
  public static let batchDays = 7
  /// Deliveries later than this are not looked at.
  static let longestDays = 100
  /// A year of whole weeks, after which demand repeats.
  private static let yearDays = 364

  /// Days that MSER would leave out; nil where the run is too short to say.
  public var mserDays: Int?
  /// Deliveries a day in the first quarter of the measured days over those in the rest, less one;
  /// nil with fewer than two replications.
  public var drift: Estimate?
  /// Days that were left out.
  public var usedDays: Int

  /// - Parameters:
  ///   - runs: Replications of one query.
  ///   - warmupDays: Days of it that were left out.
  public init(_ runs: [ReplicationResult], warmupDays: Int) {
    usedDays = warmupDays
    let series = runs.map(Self.series)
    let count = series.map(\.count).min() ?? 0
    let mean = (0..<count).map { day in
      series.reduce(0) { $0 + $1[day] } / Double(runs.count)
    }
    mserDays = Self.truncation(mean)
    let measured = series.map { $0.dropFirst(warmupDays) }
    let ratios = measured.compactMap { days -> Double? in
      let quarter = days.count / 4
      guard quarter > 0 else { return nil }
      let first = days.prefix(quarter).reduce(0, +) / Double(quarter)
      let rest = days.dropFirst(quarter).reduce(0, +) / Double(days.count - quarter)
      return rest > 0 ? first / rest - 1 : nil
    }
    drift = ratios.count > 1 ? Estimate(ratios) : nil
  }

  /// MSER leaves out no more than was left out.
  public var isEnough: Bool { mserDays.map { $0 <= usedDays } ?? true }

  /// Daily deliveries of a run, without the year's shape where it knows that.
  public static func series(_ run: ReplicationResult) -> [Double] {
    let days = run.deliveredByDay
    let taken = run.tonnesByDaysTaken.reduce(0, +)
    guard days.count >= yearDays, run.readyByDay.count >= days.count, taken > 0 else { return days }
    let shares = run.tonnesByDaysTaken.map { $0 / taken }
    return days.indices.map { day in
      // What was ready before the start was as much as a year later.
      let expected = shares.indices.reduce(0.0) { sum, after in
        let ready = day - after
        return sum + shares[after] * run.readyByDay[ready < 0 ? ready + yearDays : ready]
      }
      return expected > 0 ? days[day] / expected : 0
    }
  }

  /// Days to leave out of a daily series; at most half of it, nil with fewer than eight batches.
  public static func truncation(_ daily: [Double]) -> Int? {
    mserTruncation(daily, batch: batchDays)
  }
}
