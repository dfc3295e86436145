// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// Observed times, above zero and not all alike, with what every fit needs of them.
public struct ObservedSample: Sendable {
  /// Fewest observations that a law is fitted to.
  public static let leastCount = 10

  /// In ascending order.
  public let values: [Double]
  /// Their logarithms, in the same order.
  let logs: [Double]
  public let mean: Double
  let meanLog: Double
  /// Standard deviation of the logarithms, with *n* below.
  let sigma: Double

  /// Nil where the values are fewer than two, not above zero, not finite, or so alike that no law but a point fits.
  ///
  /// - Complexity: O(*n* log *n*).
  public init?(_ observed: [Double]) {
    values = observed.sorted()
    guard let first = values.first, let last = values.last, first > 0, last.isFinite,
      last > first * (1 + 1e-9), !observed.contains(where: \.isNaN)
    else { return nil }
    logs = values.map { log($0) }
    mean = sampleMean(values)
    let meanLog = sampleMean(logs)
    self.meanLog = meanLog
    let squares = logs.reduce(0) { $0 + ($1 - meanLog) * ($1 - meanLog) }
    sigma = (squares / Double(logs.count)).squareRoot()
  }

  public var count: Int { values.count }

  /// The order statistic of rank ⌈n·p⌉.
  public func quantile(_ p: Double) -> Double {
    values[max(0, min(count - 1, Int((Double(count) * p - 1e-9).rounded(.up)) - 1))]
  }
}
