// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// The law of a time of which tables give the median and its 5 % and 95 % points.
///
/// - lognormal: the median exactly; its width is that of the two points, σ = ln(high ÷ low) ÷ (2 · 1.6449). No such law has a 5 %
///   point of 0: where `low` is 0, the quantile rises evenly from 0 at 5 % to the median and is lognormal above, so that all three
///   points are met; where the median is 0 too, it is exponential above the median.
/// - gamma: its shape by high ÷ low (by high ÷ median where `low` is 0), scaled to the median.
/// - triangular: two halves of triangles that meet at the median, each through its own point; nothing is below 0.
/// - fixed: the median.
///
/// Where low, median and high are one, nothing varies.
public struct PercentileLaw: Sendable, Hashable {
  /// As tables name it.
  public enum Family: String, Sendable, CaseIterable {
    case lognormal, gamma, triangular, fixed
  }

  private enum Form: Sendable, Hashable {
    case point
    case lognormal(sigma: Double)
    case fromZero(sigma: Double)
    case exponentialAbove(scale: Double)
    case gamma(shape: Double, scale: Double)
    case triangular(below: Double, above: Double)
  }

  public let median: Double
  private let form: Form

  /// - Parameters:
  ///   - family: Which law.
  ///   - median: At least 0, as all three.
  ///   - low: 5 % point, at most the median.
  ///   - high: 95 % point, at least the median.
  public init(_ family: Family = .lognormal, median: Double, low: Double, high: Double) {
    precondition(0 <= low && low <= median && median <= high, "0 ≤ low ≤ median ≤ high")
    self.median = median
    let z = standardNormalQuantile(0.95)
    guard low < high, family != .fixed else {
      form = .point
      return
    }
    switch family {
    case .lognormal:
      if low > 0 {
        form = .lognormal(sigma: log(high / low) / (2 * z))
      } else if median > 0 {
        form = .fromZero(sigma: log(high / median) / z)
      } else {
        form = .exponentialAbove(scale: high / log(10))
      }
    case .gamma:
      if median > 0 {
        let ends = low > 0 ? (0.05, 0.95, high / low) : (0.5, 0.95, max(1.001, high / median))
        let shape = Self.gammaShape(from: ends.0, to: ends.1, ratio: ends.2)
        form = .gamma(
          shape: shape,
          scale: median / Distribution.gamma(shape: shape, scale: 1).quantile(0.5))
      } else {
        form = .exponentialAbove(scale: high / log(10))
      }
    case .triangular:
      // A symmetric triangle on −1 … 1 has its 5 % point here.
      let point = 1 - 0.1.squareRoot()
      form = .triangular(below: (median - low) / point, above: (high - median) / point)
    case .fixed: form = .point
    }
  }

  /// True where nothing varies.
  public var isPoint: Bool { form == .point }

  /// The value that is not exceeded with this probability, strictly between 0 and 1; never below 0.
  ///
  /// - Complexity: O(1); of a gamma law some microseconds.
  public func quantile(_ p: Double) -> Double {
    switch form {
    case .point: median
    case .lognormal(let sigma): median * exp(sigma * standardNormalQuantile(p))
    case .fromZero(let sigma):
      p < 0.5
        ? median * max(0, p - 0.05) / 0.45 : median * exp(sigma * standardNormalQuantile(p))
    case .exponentialAbove(let scale): p <= 0.5 ? 0 : -scale * log(2 * (1 - p))
    case .gamma(let shape, let scale): Distribution.gamma(shape: shape, scale: scale).quantile(p)
    case .triangular(let below, let above):
      p < 0.5
        ? max(0, median - below * (1 - (2 * p).squareRoot()))
        : median + above * (1 - (2 * (1 - p)).squareRoot())
    }
  }

  /// The shape whose quantiles have this ratio, by halving: more shape is less spread.
  private static func gammaShape(from p: Double, to q: Double, ratio: Double) -> Double {
    var (low, high) = (log(0.01), log(1e6))
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let law = Distribution.gamma(shape: exp(middle), scale: 1)
      let (near, far) = (law.quantile(p), law.quantile(q))
      if near <= 0 || far / near > ratio { low = middle } else { high = middle }
    }
    return exp((low + high) / 2)
  }
}
