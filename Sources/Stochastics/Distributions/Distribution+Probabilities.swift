// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Glibc

extension Distribution {
  /// P(X ≤ x), by GSL where it knows the law.
  ///
  /// - Complexity: O(1); of a list O(log of its length) or, discrete, O(its length).
  public func cdf(_ x: Double) -> Double {
    if let point { return x >= point ? 1 : 0 }
    guard x > 0 else {
      // Only a list may have a value at 0 itself.
      guard x == 0 else { return 0 }
      return cdfOfLists(0) ?? 0
    }
    _ = quietGSL
    switch self {
    case .deterministic(let value): return x >= value ? 1 : 0
    case .uniform(let low, let high): return gsl_cdf_flat_P(x, low, high)
    case .triangular(let low, let mode, let high):
      if x <= low { return 0 }
      if x >= high { return 1 }
      return x <= mode
        ? (x - low) * (x - low) / ((high - low) * (mode - low))
        : 1 - (high - x) * (high - x) / ((high - low) * (high - mode))
    case .exponential(let mean): return gsl_cdf_exponential_P(x, mean)
    case .gamma(let shape, let scale): return gsl_cdf_gamma_P(x, shape, scale)
    case .erlang(let stages, let mean):
      return gsl_cdf_gamma_P(x, Double(stages), mean / Double(stages))
    case .lognormal(let median, let sigma): return gsl_cdf_lognormal_P(x, log(median), sigma)
    case .weibull(let shape, let scale): return gsl_cdf_weibull_P(x, scale, shape)
    case .empirical, .discrete, .mixture: return cdfOfLists(x) ?? 0
    }
  }

  private func cdfOfLists(_ x: Double) -> Double? {
    switch self {
    case .empirical(let values): return empiricalCDF(values, x)
    case .discrete(let atoms):
      guard let last = atoms.last, x < last.value else { return 1 }
      return atoms.reduce(0) { $1.value <= x ? $0 + $1.probability : $0 }
    case .mixture(let components):
      return min(1, components.reduce(0) { $0 + $1.weight * $1.distribution.cdf(x) })
    default: return nil
    }
  }

  /// The least x with P(X ≤ x) ≥ p, from 0 to 1; infinite at 1 where the law has no upper end.
  ///
  /// Of a mixture by bisection to the last bits of a `Double`, of all others in closed form or by GSL.
  public func quantile(_ p: Double) -> Double {
    precondition((0...1).contains(p), "a probability from 0 to 1")
    if let point { return point }
    switch self {
    case .deterministic(let value): return value
    case .uniform(let low, let high): return low + p * (high - low)
    case .triangular(let low, let mode, let high):
      let width = high - low
      return p * width <= mode - low
        ? low + (p * width * (mode - low)).squareRoot()
        : high - ((1 - p) * width * (high - mode)).squareRoot()
    case .exponential(let mean): return -mean * log1p(-p)
    case .gamma(let shape, let scale): return gammaQuantile(p, shape: shape, scale: scale)
    case .erlang(let stages, let mean):
      return gammaQuantile(p, shape: Double(stages), scale: mean / Double(stages))
    case .lognormal(let median, let sigma):
      return median * exp(sigma * standardNormalQuantile(p))
    case .weibull(let shape, let scale): return scale * pow(-log1p(-p), 1 / shape)
    case .empirical(let values):
      let position = p * Double(values.count - 1)
      let number = min(Int(position), values.count - 2)
      return values[number]
        + (values[number + 1] - values[number]) * (position - Double(number))
    case .discrete(let atoms):
      var sum = 0.0
      for atom in atoms.dropLast() {
        sum += atom.probability
        if sum >= p { return atom.value }
      }
      return atoms[atoms.count - 1].value
    case .mixture(let components):
      let ends = components.map { $0.distribution.quantile(p) }
      return bisectedQuantile(p, from: ends.min() ?? 0, to: ends.max() ?? 0)
    }
  }

  /// The least x of the bracket with P(X ≤ x) ≥ p, which holds at its upper end.
  private func bisectedQuantile(_ p: Double, from low: Double, to high: Double) -> Double {
    var (low, high) = (low, high)
    guard p > 0 else { return low }
    guard high.isFinite else { return high }
    guard cdf(low) < p else { return low }
    while high - low > 1e-15 * high {
      let middle = low + (high - low) / 2
      if middle == low || middle == high { break }
      if cdf(middle) >= p { high = middle } else { low = middle }
    }
    return high
  }
}

/// Share of the stretches below x.
private func empiricalCDF(_ values: [Double], _ x: Double) -> Double {
  guard let last = values.last, x < last else { return 1 }
  guard x >= values[0] else { return 0 }
  // The last value that is not above x.
  var (low, high) = (0, values.count - 1)
  while high - low > 1 {
    let middle = (low + high) / 2
    if values[middle] <= x { low = middle } else { high = middle }
  }
  let part = (x - values[low]) / (values[low + 1] - values[low])
  return (Double(low) + part) / Double(values.count - 1)
}

/// GSL's, from the nearer end; of small shapes from the tail's own series, where GSL's search does not converge.
///
/// Near 0 the gamma law is P(X ≤ x) = x^a ÷ Γ(a + 1) · (1 − a·x ÷ (a + 1) + …): where x is below 1e-8 its first term is exact to
/// more than GSL's own digits. Above a shape of 1e5, where GSL's law is no longer even monotone (2.7.1), it is Wilson and Hilferty's
/// cube of a normal variate (Proc. Natl. Acad. Sci. 17, 1931), there exact to a part in ten million. Elsewhere GSL's answer is held
/// against the law, and bisected where it is not one.
private func gammaQuantile(_ p: Double, shape: Double, scale: Double) -> Double {
  _ = quietGSL
  guard p > 0 else { return 0 }
  guard p < 1 else { return .infinity }
  // In logarithms: x itself may be below the least number.
  let tail = (log(p) + gsl_sf_lngamma(shape + 1)) / shape
  if tail < log(1e-8) { return scale * exp(tail) }
  if shape > 1e5 {
    let root = 1 - 1 / (9 * shape) + standardNormalQuantile(p) / (3 * shape.squareRoot())
    return scale * shape * root * root * root
  }
  let x = gsl_cdf_gamma_Pinv(p, shape, 1)
  if x.isFinite, x >= 0, abs(gsl_cdf_gamma_P(x, shape, 1) - p) <= 1e-9 * min(p, 1 - p) + 1e-15 {
    return scale * x
  }
  return scale * bisectedGammaQuantile(p, shape: shape)
}

/// The slow twin: halving until no number lies between.
func bisectedGammaQuantile(_ p: Double, shape: Double) -> Double {
  _ = quietGSL
  var (low, high) = (0.0, max(1, shape))
  while gsl_cdf_gamma_P(high, shape, 1) < p, high < 1e300 { high *= 2 }
  while true {
    let middle = low + (high - low) / 2
    if middle <= low || middle >= high { return high }
    if gsl_cdf_gamma_P(middle, shape, 1) < p { low = middle } else { high = middle }
  }
}

/// GSL ends the process on an error unless told otherwise; told once, before its first use.
let quietGSL: Void = tidebore_gsl_quiet()
