// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Glibc

/// A quantile such as P90 with an interval between two order statistics, whatever the law of the values.
public struct QuantileInterval: Sendable, Hashable {
  /// The order statistic of rank ⌈n·p⌉.
  public var value: Double
  /// nil where the values are too few to bound the quantile from below.
  public var lo: Double?
  /// nil where the values are too few to bound the quantile from above: P95 needs 72 of them.
  public var hi: Double?
  public var n: Int

  /// The interval that covers the true quantile in at least `level` of all experiments.
  ///
  /// The number of values below the quantile is binomial; the ranks leave at most half of 1 − level on each side.
  ///
  /// - Parameters:
  ///   - values: Independent, of one law; in any order, at least one.
  ///   - probability: Of the quantile, strictly between 0 and 1.
  ///   - level: As of a mean's interval.
  /// - Complexity: O(*n* log *n*).
  /// - Note: H. A. David, H. N. Nagaraja, *Order Statistics*, 3rd ed. (2003), section 7.1.
  public init(_ values: [Double], probability: Double, level: Double = 0.95) {
    precondition(!values.isEmpty, "at least one value")
    precondition(probability > 0 && probability < 1, "a probability between 0 and 1")
    let sorted = values.sorted()
    n = sorted.count
    // A product such as 0.95 · 20 is not quite 19.
    let rank = Int((Double(n) * probability - 1e-9).rounded(.up))
    value = sorted[min(n, max(1, rank)) - 1]
    let (low, high) = Self.ranks(n, probability, level)
    lo = low.map { sorted[$0 - 1] }
    hi = high.map { sorted[$0 - 1] }
  }

  /// Ranks from 1 on whose order statistics bound the quantile.
  static func ranks(_ n: Int, _ p: Double, _ level: Double) -> (low: Int?, high: Int?) {
    let tail = (1 - level) / 2
    let count = UInt32(n)
    // Order statistic r lies above the quantile if fewer than r values lie below it.
    let low = partition(1...n) { gsl_cdf_binomial_P(UInt32($0 - 1), p, count) > tail }
    let high = partition(1...n) { gsl_cdf_binomial_Q(UInt32($0 - 1), p, count) <= tail }
    return (low > 1 ? low - 1 : nil, high <= n ? high : nil)
  }

  /// The first rank at which a condition that stays true holds; one past the end where it never does.
  private static func partition(_ ranks: ClosedRange<Int>, _ holds: (Int) -> Bool) -> Int {
    var (low, high) = (ranks.lowerBound, ranks.upperBound + 1)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
