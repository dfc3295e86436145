// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// A law of a time, or of another number that is never negative; all parameters in one unit.
///
/// Any parameters may be written down; only those without ``faults`` may be asked for figures. A width of nothing is
/// allowed and makes a point.
public enum Distribution: Sendable, Hashable {
  /// Always the same.
  case deterministic(Double)
  case uniform(low: Double, high: Double)
  case triangular(low: Double, mode: Double, high: Double)
  case exponential(mean: Double)
  /// Mean shape · scale.
  case gamma(shape: Double, scale: Double)
  /// A sum of so many equal exponential stages.
  case erlang(stages: Int, mean: Double)
  /// Its logarithm is normal, with mean ln(median) and standard deviation `sigma`.
  case lognormal(median: Double, sigma: Double)
  /// P(X > x) = exp(−(x ÷ scale)^shape).
  case weibull(shape: Double, scale: Double)
  /// Straight between observed values in ascending order: the *i*-th of *n* is the quantile (i − 1) ÷ (n − 1).
  case empirical([Double])
  /// Few values, in ascending order, with the probability of each.
  case discrete([Atom])
  /// One of several laws, drawn by weight.
  indirect case mixture([Component])

  public struct Atom: Sendable, Hashable {
    public var value: Double
    public var probability: Double

    public init(_ value: Double, probability: Double) {
      (self.value, self.probability) = (value, probability)
    }
  }

  public struct Component: Sendable, Hashable {
    /// Share of the draws; all weights of a mixture sum to 1.
    public var weight: Double
    public var distribution: Distribution

    public init(weight: Double, _ distribution: Distribution) {
      (self.weight, self.distribution) = (weight, distribution)
    }
  }

  /// The gamma law by its mean.
  public static func gamma(mean: Double, shape: Double) -> Distribution {
    .gamma(shape: shape, scale: mean / shape)
  }

  /// The lognormal law whose median is met exactly, and its width by P5 and P95: σ is ln(high ÷ low) ÷ (2 · 1.6449).
  ///
  /// So `low` and `high` are met where they lie symmetrically (low · high = median²), and else missed by the same factor
  /// on both sides.
  /// The law has faults where the median does not lie between them, or `low` is 0 and `high` is not.
  public static func lognormal(median: Double, low: Double, high: Double) -> Distribution {
    let isOrdered = (low > 0 || low == 0 && high == 0) && low <= median && median <= high
    let sigma = low == high ? 0 : log(high / low) / (2 * standardNormalQuantile(0.95))
    return .lognormal(median: median, sigma: isOrdered ? sigma : .nan)
  }

  /// The word of the law, as files and `--family` have it.
  public var family: String {
    switch self {
    case .deterministic: "deterministic"
    case .uniform: "uniform"
    case .triangular: "triangular"
    case .exponential: "exponential"
    case .gamma: "gamma"
    case .erlang: "erlang"
    case .lognormal: "lognormal"
    case .weibull: "weibull"
    case .empirical: "empirical"
    case .discrete: "discrete"
    case .mixture: "mixture"
    }
  }

  /// The one value, where all of the law lies on it.
  var point: Double? {
    switch self {
    case .deterministic(let value): value
    case .uniform(let low, let high), .triangular(let low, _, let high): low == high ? low : nil
    case .exponential(let mean), .erlang(_, let mean): mean == 0 ? 0 : nil
    case .gamma(_, let scale), .weibull(_, let scale): scale == 0 ? 0 : nil
    case .lognormal(let median, let sigma): sigma == 0 || median == 0 ? median : nil
    case .empirical(let values): values.first == values.last ? values.first : nil
    case .discrete(let atoms): atoms.count == 1 ? atoms.first?.value : nil
    case .mixture(let components):
      components.count == 1 ? components.first?.distribution.point : nil
    }
  }
}
