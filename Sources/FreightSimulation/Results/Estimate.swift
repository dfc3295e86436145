// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import Stochastics

/// A mean over replications with its 95 % interval.
public struct Estimate: Sendable, Hashable {
  public var mean: Double
  public var lo: Double
  public var hi: Double
  /// Replications; with one there is no interval, and lo and hi are the mean.
  public var n: Int

  /// Student's interval of independent values.
  public init(_ values: [Double]) {
    n = values.count
    mean = values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
    (lo, hi) = (mean, mean)
    guard n > 1 else { return }
    let sum = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let half =
      studentQuantile(0.975, degrees: n - 1) * (sum / Double(n - 1) / Double(n)).squareRoot()
    (lo, hi) = (mean - half, mean + half)
  }

  /// Half the interval over the mean; infinite where it says nothing.
  public var relativeHalfWidth: Double {
    n > 1 && mean != 0 ? (hi - lo) / 2 / abs(mean) : .infinity
  }
}
