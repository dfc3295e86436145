// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Glibc

/// The logarithms' mean and standard deviation, with *n* below.
func mostLikelyLognormal(_ sample: ObservedSample) -> Distribution {
  .lognormal(median: exp(sample.meanLog), sigma: sample.sigma)
}

/// The root of ln k − ψ(k) = ln(mean) − mean of ln: Newton's method in 1 ÷ k, which meets no wall.
///
/// - Note: T. P. Minka, *Estimating a Gamma distribution* (2002).
func gammaShape(_ sample: ObservedSample) -> Double {
  _ = quietGSL
  // Of values that are nearly alike the difference is rounding alone.
  let s = max(log(sample.mean) - sample.meanLog, 1e-12)
  var shape = (3 - s + ((s - 3) * (s - 3) + 24 * s).squareRoot()) / (12 * s)
  for _ in 0..<100 {
    let slope = shape * shape * (1 / shape - gsl_sf_psi_1(shape))
    let next = 1 / (1 / shape + (log(shape) - gsl_sf_psi(shape) - s) / slope)
    guard next.isFinite, next > 0 else { break }
    let step = abs(next - shape)
    shape = next
    if step <= 1e-13 * shape { break }
  }
  return shape
}

/// The likelihood of a shape falls on both sides of its most likely value, so the best whole shape is next to it.
func erlangStages(_ sample: ObservedSample) -> Int {
  let shape = min(gammaShape(sample), 1e6)
  let below = max(1, Int(shape))
  func likelihood(_ stages: Int) -> Double {
    logLikelihood(.erlang(stages: stages, mean: sample.mean), sample)
  }
  return likelihood(below) >= likelihood(below + 1) ? below : below + 1
}

/// The root of Σ xᵏ ln x ÷ Σ xᵏ − 1 ÷ k = mean of ln, which rises with the shape k: Newton's method inside a bracket.
func mostLikelyWeibull(_ sample: ObservedSample) -> Distribution {
  let most = sample.logs[sample.count - 1]
  /// The equation and its slope; powers are taken of x over the largest x, so that none overflows.
  func equation(_ shape: Double) -> (value: Double, slope: Double) {
    var (s0, s1, s2) = (0.0, 0.0, 0.0)
    for x in sample.logs {
      let power = exp(shape * (x - most))
      let y = x - sample.meanLog
      s0 += power
      s1 += power * y
      s2 += power * y * y
    }
    let mean = s1 / s0
    return (mean - 1 / shape, s2 / s0 - mean * mean + 1 / (shape * shape))
  }
  // π ÷ √6 is the deviation of ln x at shape 1.
  var shape = 1.2825498301618641 / sample.sigma
  var (low, high) = (0.0, Double.infinity)
  for _ in 0..<200 {
    let (value, slope) = equation(shape)
    if value > 0 { high = shape } else { low = shape }
    var next = shape - value / slope
    if !(next > low && next < high) {
      next = high.isFinite ? (low + high) / 2 : 2 * shape
    }
    let step = abs(next - shape)
    shape = next
    if step <= 1e-13 * shape { break }
  }
  let power = sample.logs.reduce(0) { $0 + exp(shape * ($1 - most)) } / Double(sample.count)
  return .weibull(shape: shape, scale: exp(most + log(power) / shape))
}

/// Sum of the logarithms of the densities.
func logLikelihood(_ law: Distribution, _ sample: ObservedSample) -> Double {
  sample.values.reduce(0) { $0 + (law.logDensity($1) ?? -.infinity) }
}
