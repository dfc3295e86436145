// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// A mean over independent values, such as replications, with its Student interval.
public struct Estimate: Sendable, Hashable {
  public var mean: Double
  public var lo: Double
  public var hi: Double
  /// How many values; with one there is no interval, and lo and hi are the mean.
  public var n: Int

  /// The mean, and the interval that covers the true mean in `level` of all experiments.
  ///
  /// Where a value is infinite so is the mean, and there is no interval: its ends are not numbers.
  ///
  /// - Parameters:
  ///   - values: Independent, of one law; exact for normal values, else for many.
  ///   - level: 0.95 everywhere in this package's reports.
  ///   - range: Where the figure can be: the interval ends there, which takes nothing from what it covers.
  public init(
    _ values: [Double], level: Double = 0.95,
    within range: ClosedRange<Double> = -.infinity ... .infinity
  ) {
    n = values.count
    mean = sampleMean(values)
    (lo, hi) = (mean, mean)
    guard n > 1 else { return }
    guard values.allSatisfy(\.isFinite) else {
      (lo, hi) = (.nan, .nan)
      return
    }
    let half =
      studentQuantile((1 + level) / 2, degrees: n - 1)
      * (sampleVariance(values) / Double(n)).squareRoot()
    (lo, hi) = (
      min(mean, max(mean - half, range.lowerBound)), max(mean, min(mean + half, range.upperBound))
    )
  }

  /// The wider half of the interval over the mean; infinite where it says nothing.
  public var relativeHalfWidth: Double {
    n > 1 && mean != 0 && mean.isFinite ? max(hi - mean, mean - lo) / abs(mean) : .infinity
  }

  /// True where the interval says more than the mean.
  public var hasInterval: Bool { n > 1 && lo.isFinite && hi.isFinite }
}

/// Mean of the values, summed in their order; not a number where there are none.
public func sampleMean(_ values: [Double]) -> Double {
  values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
}

/// Variance with *n* − 1 below, in two passes; 0 with fewer than two values.
public func sampleVariance(_ values: [Double]) -> Double {
  guard values.count > 1 else { return 0 }
  let mean = sampleMean(values)
  return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
}
