// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Stochastics
import Testing

@Suite struct DistributionTests {
  static let mixture = Distribution.mixture([
    .init(weight: 0.7, .lognormal(median: 4, sigma: 0.5)),
    .init(weight: 0.3, .lognormal(median: 40, sigma: 0.3)),
  ])
  static let continuous: [Distribution] = [
    .uniform(low: 2, high: 10), .triangular(low: 1, mode: 3, high: 9), .exponential(mean: 7),
    .gamma(shape: 0.6, scale: 5), .gamma(shape: 40, scale: 0.5), .erlang(stages: 3, mean: 12),
    .lognormal(median: 12, sigma: 0.7), .weibull(shape: 0.8, scale: 6),
    .weibull(shape: 3, scale: 6), .empirical([1, 2, 2.5, 7, 30]), mixture,
  ]
  static let others: [Distribution] = [
    .deterministic(3),
    .discrete([
      .init(1, probability: 0.5), .init(2, probability: 0.3), .init(8, probability: 0.2),
    ]),
  ]

  private func isClose(_ a: Double, _ b: Double, to relative: Double = 1e-12) -> Bool {
    abs(a - b) <= relative * max(abs(a), abs(b))
  }

  @Test(arguments: continuous)
  func `the quantile undoes the distribution function`(law: Distribution) {
    for step in 1..<400 {
      let p = Double(step) / 400
      let x = law.quantile(p)
      #expect(isClose(law.cdf(x), p, to: 1e-9), "\(law) at \(p)")
      #expect(isClose(law.quantile(law.cdf(x)), x, to: 1e-9), "\(law) at \(p)")
    }
  }

  @Test(arguments: others)
  func `a quantile of steps is the least value that reaches the probability`(law: Distribution) {
    for step in 1...400 {
      let p = Double(step) / 400
      let x = law.quantile(p)
      #expect(law.cdf(x) >= p - 1e-12 && law.cdf(x.nextDown) < p, "\(law) at \(p)")
    }
  }

  // The mean is the integral of the quantile over the probability, by the rule of midpoints.
  @Test(arguments: continuous + others)
  func `moments are those of the quantile function`(law: Distribution) {
    let steps = 100_000
    let values = (0..<steps).map { law.quantile((Double($0) + 0.5) / Double(steps)) }
    let mean = sampleMean(values)
    #expect(isClose(law.mean, mean, to: 1e-3), "\(law): \(law.mean) against \(mean)")
    #expect(
      isClose(law.variance, sampleVariance(values), to: 1e-2),
      "\(law): \(law.variance) against \(sampleVariance(values))")
  }

  @Test(arguments: continuous)
  func `the density is the slope of the distribution function`(law: Distribution) throws {
    // Not at a corner of the empirical law or the triangle.
    for p in [0.03, 0.11, 0.31, 0.49, 0.62, 0.8, 0.97] {
      let x = law.quantile(p)
      let step = x * 1e-5
      let slope = (law.cdf(x + step) - law.cdf(x - step)) / (2 * step)
      let density = exp(try #require(law.logDensity(x)))
      #expect(isClose(density, slope, to: 1e-5), "\(law) at \(p): \(density) against \(slope)")
    }
  }

  @Test func `figures of tables and closed forms`() {
    // P(3, 2) = 1 − 5 e⁻².
    #expect(isClose(Distribution.gamma(shape: 3, scale: 4).cdf(8), 1 - 5 * exp(-2), to: 1e-12))
    #expect(isClose(Distribution.erlang(stages: 3, mean: 12).cdf(8), 1 - 5 * exp(-2), to: 1e-12))
    #expect(isClose(Distribution.exponential(mean: 2).cdf(3), 1 - exp(-1.5)))
    #expect(isClose(Distribution.weibull(shape: 2.3, scale: 5).cdf(5), 1 - exp(-1)))
    #expect(isClose(Distribution.weibull(shape: 2, scale: 1).mean, sqrt(Double.pi) / 2))
    #expect(isClose(Distribution.weibull(shape: 2, scale: 1).variance, 1 - Double.pi / 4))
    // Φ(1) = 0.8413447460685429.
    let law = Distribution.lognormal(median: 12, sigma: 0.7)
    #expect(isClose(law.cdf(12 * exp(0.7)), 0.8413447460685429))
    #expect(isClose(Distribution.lognormal(median: 1, sigma: 1).mean, exp(0.5)))
    #expect(
      isClose(Distribution.lognormal(median: 1, sigma: 1).variance, exp(1) * (exp(1) - 1)))
    // χ² of ten degrees has 18.307038 as its 95 % point.
    #expect(isClose(Distribution.gamma(shape: 5, scale: 2).quantile(0.95), 18.307038, to: 1e-8))
    #expect(Distribution.triangular(low: 0, mode: 1, high: 2).variance == 1.0 / 6)
    #expect(isClose(Distribution.empirical([0, 1]).variance, 1.0 / 12))
  }

  @Test func `a width of nothing is a point`() {
    let points: [Distribution] = [
      .deterministic(4), .uniform(low: 4, high: 4), .triangular(low: 4, mode: 4, high: 4),
      .lognormal(median: 4, sigma: 0), .lognormal(median: 4, low: 4, high: 4), .empirical([4]),
      .empirical([4, 4]), .discrete([.init(4, probability: 1)]),
      .mixture([.init(weight: 1, .deterministic(4))]),
    ]
    for law in points {
      #expect(law.isProper && law.mean == 4 && law.variance == 0, "\(law)")
      #expect(law.quantile(0.01) == 4 && law.quantile(0.99) == 4, "\(law)")
      #expect(law.cdf(4) == 1 && law.cdf(4.0.nextDown) == 0, "\(law)")
    }
    #expect(Distribution.gamma(mean: 0, shape: 2).quantile(0.9) == 0)
  }

  @Test func `ends of the probabilities`() {
    for law in Self.continuous + Self.others {
      #expect(law.quantile(0) <= law.quantile(1e-6), "\(law)")
      #expect(law.quantile(1) >= law.quantile(1 - 1e-6), "\(law)")
      #expect(law.cdf(-1) == 0 && law.cdf(1e9) == 1, "\(law)")
    }
    #expect(Distribution.exponential(mean: 1).quantile(1) == .infinity)
    #expect(Self.mixture.quantile(0) == 0 && Self.mixture.quantile(1) == .infinity)
  }

  @Test func `every fault of the parameters is named`() {
    func words(_ law: Distribution) -> [String] { law.faults.map(\.description) }
    #expect(words(.exponential(mean: -1)) == ["exponential: mean is -1.0, must be 0 or above"])
    #expect(
      words(.gamma(shape: 0, scale: .nan)) == [
        "gamma: shape is 0.0, must be above 0", "gamma: scale is nan, must be 0 or above",
      ])
    #expect(words(.erlang(stages: 0, mean: 1)) == ["erlang: stages is 0.0, must be above 0"])
    #expect(
      words(.uniform(low: 3, high: 2)) == [
        "uniform: high is 2.0, must not be below the one before it"
      ])
    #expect(
      words(.triangular(low: 3, mode: 1, high: .infinity)) == [
        "triangular: mode is 1.0, must not be below the one before it",
        "triangular: high is inf, must be 0 or above",
      ])
    #expect(
      words(.empirical([])) == ["empirical: value is nan, must have at least one value"])
    #expect(
      words(.discrete([.init(2, probability: 0.5), .init(1, probability: 0.6)])) == [
        "discrete: value 2 is 1.0, must not be below the one before it",
        "discrete: probability is 1.1, must sum to 1",
      ])
    #expect(
      words(.mixture([.init(weight: 1, .weibull(shape: -1, scale: 1))])) == [
        "weibull: shape is -1.0, must be above 0"
      ])
    for law in [
      Distribution.lognormal(median: 1, low: 0, high: 2), .lognormal(median: 3, low: 1, high: 2),
      .lognormal(median: 1, low: 1, high: .infinity), .lognormal(median: -1, sigma: 1),
    ] { #expect(!law.isProper, "\(law)") }
  }
}
