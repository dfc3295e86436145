// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Glibc

/// How long an operation takes, as a distribution; every parameter in one unit of time.
public enum OperationDistribution: Sendable, Hashable {
  /// Always the same.
  case point(Double)
  /// Right-skewed, as clearances and dwell are: half of all take at most `median`, about one in
  /// twenty less than `low`, one in twenty more than `high`.
  case lognormal(median: Double, low: Double, high: Double)
  /// A sum of `shape` equal exponential stages.
  case gamma(mean: Double, shape: Double)
  case triangular(low: Double, mode: Double, high: Double)

  /// True where the parameters are finite, in order, and of a distribution of times.
  public var isProper: Bool {
    switch self {
    case .point(let value): value.isFinite && value >= 0
    case .lognormal(let median, let low, let high):
      (low > 0 || low == 0 && high == 0) && low <= median && median <= high && high.isFinite
    case .gamma(let mean, let shape):
      mean >= 0 && mean.isFinite && shape > 0 && shape.isFinite
    case .triangular(let low, let mode, let high):
      low >= 0 && low <= mode && mode <= high && high.isFinite
    }
  }
}

/// The time within which an operation is done with probability `p`, from 0 to 1.
///
/// A lognormal has the stated median exactly; its width takes `low` and `high` as P5 and P95: σ is
/// the mean of the two half widths in logarithms, ln(high ÷ low) ÷ (2 · 1.6449). So P5 and P95
/// themselves are met where low and high lie symmetrically (low · high = median²), and else missed by
/// the same factor on both sides. With low = high it is a point. P100 of a lognormal or gamma is infinite.
///
/// The distribution must be proper. Normal and gamma quantiles are GSL's.
public func quantile(of distribution: OperationDistribution, at p: Double) -> Double {
  precondition((0...1).contains(p), "a probability from 0 to 1")
  precondition(distribution.isProper, "a proper distribution")
  switch distribution {
  case .point(let value): return value
  case .lognormal(let median, let low, let high):
    guard low < high else { return median }
    let sigma = log(high / low) / (2 * standardNormalQuantile(0.95))
    return median * exp(sigma * standardNormalQuantile(p))
  case .gamma(let mean, let shape):
    return mean == 0 ? 0 : gammaQuantile(p, shape: shape, scale: mean / shape)
  case .triangular(let low, let mode, let high):
    let width = high - low
    guard width > 0 else { return mode }
    return p * width <= mode - low
      ? low + (p * width * (mode - low)).squareRoot()
      : high - ((1 - p) * width * (high - mode)).squareRoot()
  }
}

private func gammaQuantile(_ p: Double, shape: Double, scale: Double) -> Double {
  _ = quietGSL
  return gsl_cdf_gamma_Pinv(p, shape, scale)
}
