// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Stochastics
import Testing

@Suite("Quantiles of operation times")
struct QuantileTests {
  private func isClose(_ a: Double, _ b: Double, to relative: Double = 1e-9) -> Bool {
    abs(a - b) <= relative * max(abs(a), abs(b))
  }

  @Test("a point is itself at every probability", arguments: [0, 0.05, 0.5, 0.8, 1])
  func point(p: Double) {
    #expect(Distribution.deterministic(3.5).quantile(p) == 3.5)
  }

  @Test(
    "the median of a lognormal is exactly the one stated",
    arguments: [(12, 4, 48), (2, 1, 4), (0.3, 0.1, 7), (1_000, 999, 1_001), (5, 5, 5), (0, 0, 0)])
  func lognormalMedian(median: Double, low: Double, high: Double) {
    #expect(Distribution.lognormal(median: median, low: low, high: high).quantile(0.5) == median)
  }

  @Test("P5 and P95 of a lognormal are low and high where these lie symmetrically")
  func lognormalEnds() {
    let clearance = Distribution.lognormal(median: 12, low: 4, high: 36)
    #expect(isClose(clearance.quantile(0.05), 4))
    #expect(isClose(clearance.quantile(0.95), 36))
    // Φ⁻¹(0.841344746…) = 1: one σ above the median.
    let sigma = log(9.0) / (2 * 1.6448536269514722)
    #expect(isClose(clearance.quantile(0.8413447460685429), 12 * exp(sigma)))
  }

  @Test("where they do not, both ends are missed by the same factor")
  func lognormalSkew() {
    let skewed = Distribution.lognormal(median: 6, low: 4, high: 36)
    let below = skewed.quantile(0.05) / 4
    let above = skewed.quantile(0.95) / 36
    #expect(isClose(below, above))
    #expect(isClose(skewed.quantile(0.05) * skewed.quantile(0.95), 36))
  }

  @Test("gamma of shape 1 is the exponential", arguments: [0.01, 0.05, 0.5, 0.8, 0.95, 0.999])
  func exponential(p: Double) {
    #expect(isClose(Distribution.gamma(mean: 7, shape: 1).quantile(p), -7 * log(1 - p)))
  }

  @Test("gamma of a whole shape has Erlang's distribution", arguments: [0.05, 0.5, 0.8, 0.95])
  func erlang(p: Double) {
    let rate = 3 / 12.0
    let x = rate * Distribution.gamma(mean: 12, shape: 3).quantile(p)
    #expect(isClose(1 - exp(-x) * (1 + x + x * x / 2), p))
  }

  @Test("a triangle has the quantiles of its areas")
  func triangular() {
    let triangle = Distribution.triangular(low: 2, mode: 4, high: 10)
    #expect(triangle.quantile(0) == 2)
    #expect(triangle.quantile(1) == 10)
    // The part below the mode has area (4 − 2) ÷ (10 − 2).
    #expect(isClose(triangle.quantile(0.25), 4))
    #expect(isClose(triangle.quantile(0.0625), 3))
    #expect(isClose(triangle.quantile(1 - 1 / 48.0), 9))
    #expect(Distribution.triangular(low: 3, mode: 3, high: 3).quantile(0.7) == 3)
    #expect(isClose(Distribution.triangular(low: 0, mode: 0, high: 1).quantile(0.75), 0.5))
  }

  @Test(
    "quantiles rise with the probability and are finite below 1",
    arguments: [
      Distribution.lognormal(median: 12, low: 4, high: 48),
      .gamma(mean: 3, shape: 0.2), .gamma(mean: 3, shape: 50), .gamma(mean: 0, shape: 2),
      .triangular(low: 0, mode: 1, high: 9),
    ])
  func rising(distribution: Distribution) {
    var last = 0.0
    for step in 0..<1_000 {
      let value = distribution.quantile(Double(step) / 1_000)
      #expect(value.isFinite && value >= last, "at \(step)")
      last = value
    }
  }

  @Test(
    "parameters out of order, negative or not finite are improper",
    arguments: [
      Distribution.deterministic(-1), .deterministic(.nan), .lognormal(median: 1, low: 0, high: 2),
      .lognormal(median: 3, low: 1, high: 2), .lognormal(median: 1, low: 1, high: .infinity),
      .gamma(mean: -1, shape: 1), .gamma(mean: 1, shape: 0),
      .triangular(low: 2, mode: 1, high: 3), .triangular(low: 0, mode: .nan, high: 1),
    ])
  func improper(distribution: Distribution) {
    #expect(!distribution.isProper)
  }
}
