// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Glibc

extension Distribution {
  /// The logarithm of the density; −∞ where the law has none of its mass, nil where it has no density at all.
  ///
  /// A mixture has a density if every part of it has one.
  public func logDensity(_ x: Double) -> Double? {
    guard point == nil else { return nil }
    switch self {
    case .deterministic, .discrete: return nil
    case .uniform(let low, let high):
      return x >= low && x <= high ? -log(high - low) : -.infinity
    case .triangular(let low, let mode, let high):
      guard x >= low, x <= high else { return -.infinity }
      let side = x < mode ? (x - low) / (mode - low) : x > mode ? (high - x) / (high - mode) : 1
      return log(2 * side / (high - low))
    case .exponential(let mean): return x >= 0 ? -x / mean - log(mean) : -.infinity
    case .gamma(let shape, let scale): return logGammaDensity(x, shape, scale)
    case .erlang(let stages, let mean):
      return logGammaDensity(x, Double(stages), mean / Double(stages))
    case .lognormal(let median, let sigma):
      guard x > 0 else { return -.infinity }
      let z = log(x / median) / sigma
      return -z * z / 2 - log(x * sigma) - 0.5 * log(2 * Double.pi)
    case .weibull(let shape, let scale):
      guard x > 0 else { return x < 0 ? -.infinity : log(shape / scale * pow(0, shape - 1)) }
      let z = log(x / scale)
      return log(shape / scale) + (shape - 1) * z - exp(shape * z)
    case .empirical(let values):
      guard let last = values.last, x >= values[0], x <= last else { return -.infinity }
      let next = min(values.count - 1, values.firstIndex { $0 > x } ?? values.count - 1)
      return -log(Double(values.count - 1) * (values[next] - values[next - 1]))
    case .mixture(let components):
      var terms: [Double] = []
      for component in components {
        guard let term = component.distribution.logDensity(x) else { return nil }
        terms.append(log(component.weight) + term)
      }
      return logSum(terms)
    }
  }
}

/// ln(x^(k−1) e^(−x÷θ) ÷ (Γ(k) θ^k)).
private func logGammaDensity(_ x: Double, _ shape: Double, _ scale: Double) -> Double {
  guard x > 0 else { return x < 0 || shape > 1 ? -.infinity : shape < 1 ? .infinity : -log(scale) }
  _ = quietGSL
  return (shape - 1) * log(x / scale) - x / scale - log(scale) - gsl_sf_lngamma(shape)
}

/// The logarithm of a sum of exponentials, without overflow.
func logSum(_ terms: [Double]) -> Double {
  guard let most = terms.max(), most.isFinite else { return terms.max() ?? -.infinity }
  return most + log(terms.reduce(0) { $0 + exp($1 - most) })
}
