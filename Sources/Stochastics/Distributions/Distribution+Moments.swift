// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Glibc

extension Distribution {
  /// The expectation.
  ///
  /// - Complexity: O(1), of a list O(its length).
  public var mean: Double {
    if let point { return point }
    return meanOfWide
  }

  private var meanOfWide: Double {
    switch self {
    case .deterministic(let value): value
    case .uniform(let low, let high): (low + high) / 2
    case .triangular(let low, let mode, let high): (low + mode + high) / 3
    case .exponential(let mean), .erlang(_, let mean): mean
    case .gamma(let shape, let scale): shape * scale
    case .lognormal(let median, let sigma): median * exp(sigma * sigma / 2)
    case .weibull(let shape, let scale): scale * gammaFunction(1 + 1 / shape)
    case .empirical(let values):
      // Each stretch between neighbours is uniform and has the same probability.
      values.count == 1 ? values[0] : stretches(values) { ($0 + $1) / 2 }
    case .discrete(let atoms): atoms.reduce(0) { $0 + $1.probability * $1.value }
    case .mixture(let components):
      components.reduce(0) { $0 + $1.weight * $1.distribution.mean }
    }
  }

  /// The expectation of the squared distance from the mean.
  ///
  /// - Complexity: O(1), of a list O(its length).
  public var variance: Double {
    if point != nil { return 0 }
    let value = varianceOfWide
    // A difference of two numbers that are both too large for a `Double`.
    return value.isNaN ? .infinity : value
  }

  private var varianceOfWide: Double {
    switch self {
    case .deterministic: return 0
    case .uniform(let low, let high): return (high - low) * (high - low) / 12
    case .triangular(let low, let mode, let high):
      let (a, b) = (mode - low, high - mode)
      return (a * a + a * b + b * b) / 18
    case .exponential(let mean): return mean * mean
    case .gamma(let shape, let scale): return shape * scale * scale
    case .erlang(let stages, let mean): return mean * mean / Double(stages)
    case .lognormal(let median, let sigma):
      return median * median * exp(sigma * sigma) * expm1(sigma * sigma)
    case .weibull(let shape, let scale):
      let mean = gammaFunction(1 + 1 / shape)
      return scale * scale * (gammaFunction(1 + 2 / shape) - mean * mean)
    case .empirical(let values):
      let mean = mean
      guard values.count > 1 else { return 0 }
      return stretches(values) {
        let (a, b) = ($0 - mean, $1 - mean)
        return (a * a + a * b + b * b) / 3
      }
    case .discrete(let atoms):
      let mean = mean
      return atoms.reduce(0) {
        $0 + $1.probability * ($1.value - mean) * ($1.value - mean)
      }
    case .mixture(let components):
      let mean = mean
      return components.reduce(0) {
        let step = $1.distribution.mean - mean
        return $0 + $1.weight * ($1.distribution.variance + step * step)
      }
    }
  }

  /// Mean over the stretches between neighbours.
  private func stretches(_ values: [Double], _ term: (Double, Double) -> Double) -> Double {
    zip(values, values.dropFirst()).reduce(0) { $0 + term($1.0, $1.1) }
      / Double(values.count - 1)
  }
}

/// Γ(x): GSL's; infinite where it does not fit a `Double`.
private func gammaFunction(_ x: Double) -> Double {
  _ = quietGSL
  return exp(gsl_sf_lngamma(x))
}
