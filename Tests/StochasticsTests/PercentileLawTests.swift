// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import Stochastics

@Suite struct PercentileLawTests {
  private func isClose(_ a: Double, _ b: Double, to relative: Double = 1e-6) -> Bool {
    abs(a - b) <= relative * max(abs(a), abs(b), 1e-12)
  }

  @Test(arguments: PercentileLaw.Family.allCases.filter { $0 != .fixed })
  func `a law meets its median, and with a low of 0 it still varies up to its high`(
    family: PercentileLaw.Family
  ) {
    for (median, low, high) in [(12.0, 4.0, 36.0), (4, 0, 96), (4, 0.5, 96), (5, 4, 5), (4, 0, 4)] {
      let law = PercentileLaw(family, median: median, low: low, high: high)
      #expect(isClose(law.quantile(0.5), median, to: 1e-3), "\(family) \(low) \(high)")
      #expect(!law.isPoint)
      var last = 0.0
      for number in 1..<1_000 {
        let value = law.quantile(Double(number) / 1_000)
        // GSL's own search ends within a part in a million.
        #expect(value >= last * (1 - 1e-6) && value.isFinite, "\(value) after \(last)")
        last = value
      }
      #expect(last > law.quantile(0.001))
    }
    let zero = PercentileLaw(family, median: 4, low: 0, high: 96)
    #expect(isClose(zero.quantile(0.95), 96, to: 1e-3))
    let none = PercentileLaw(family, median: 0, low: 0, high: 10)
    #expect(none.quantile(0.95) > 5 && none.quantile(0.01) >= 0)
  }

  @Test func `the ends of a triangular law and of one that rises from 0 are met exactly`() {
    let triangle = PercentileLaw(.triangular, median: 5, low: 4, high: 9)
    #expect(isClose(triangle.quantile(0.05), 4) && isClose(triangle.quantile(0.95), 9))
    let rising = PercentileLaw(.lognormal, median: 4, low: 0, high: 96)
    #expect(rising.quantile(0.05) == 0 && isClose(rising.quantile(0.95), 96))
  }

  @Test func `where nothing varies, or the law is fixed, it is its median`() {
    #expect(PercentileLaw(median: 3, low: 3, high: 3).quantile(0.99) == 3)
    #expect(PercentileLaw(.fixed, median: 3, low: 1, high: 9).quantile(0.99) == 3)
    #expect(PercentileLaw(median: 0, low: 0, high: 0).isPoint)
  }

  @Test func `a gamma quantile of a small shape is its tail's`() {
    // p Γ(a + 1) = x^a near 0: 0.001 · Γ(1.1) to the tenth power.
    let x = Distribution.gamma(shape: 0.1, scale: 1).quantile(0.001)
    #expect(isClose(x, 6.07e-31, to: 1e-2), "\(x)")
    #expect(isClose(x, pow(0.001 * tgamma(1.1), 10), to: 1e-9))
  }

  @Test func `no quantile, mean or variance is not a number, and quantiles invert their law`() {
    for shape in [1e-3, 0.01, 0.05, 0.1, 0.3, 0.7, 1, 2.5, 40, 900, 1e5] {
      let law = Distribution.gamma(shape: shape, scale: 3)
      var last = 0.0
      for p in [1e-12, 1e-6, 1e-3, 0.01, 0.2, 0.5, 0.9, 0.999, 1 - 1e-9] {
        let x = law.quantile(p)
        #expect(!x.isNaN && x >= last, "shape \(shape) at \(p): \(x)")
        last = x
        guard x > 1e-290 else { continue }
        #expect(isClose(law.cdf(x), p, to: 1e-6), "shape \(shape) at \(p): \(law.cdf(x))")
      }
      for other in [
        Distribution.weibull(shape: shape, scale: 3), .lognormal(median: 0, sigma: 40),
        .lognormal(median: 1, sigma: shape * 40), law,
      ] {
        #expect(!other.mean.isNaN && !other.variance.isNaN, "\(other)")
        for p in [0, 1e-9, 0.5, 1] { #expect(!other.quantile(p).isNaN, "\(other) at \(p)") }
      }
    }
  }

  @Test func `the fast quantile is the bisected one`() {
    for shape in [0.4, 1.2, 7, 300] {
      for p in [0.001, 0.3, 0.8, 0.9999] {
        #expect(
          isClose(
            Distribution.gamma(shape: shape, scale: 1).quantile(p),
            bisectedGammaQuantile(p, shape: shape), to: 1e-8), "\(shape) \(p)")
      }
    }
  }
}
