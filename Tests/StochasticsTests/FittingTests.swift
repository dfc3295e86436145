// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import Stochastics

@Suite struct FittingTests {
  static let truths: [(family: FitFamily, law: Distribution)] = [
    (.exponential, .exponential(mean: 20)), (.gamma, .gamma(shape: 2.4, scale: 10)),
    (.erlang, .erlang(stages: 3, mean: 24)), (.lognormal, .lognormal(median: 24, sigma: 0.6)),
    (.weibull, .weibull(shape: 1.7, scale: 30)),
  ]

  static func sample(_ law: Distribution, _ count: Int, seed: UInt64) throws -> ObservedSample {
    var generator = PhiloxGenerator(seed: seed, entity: 1, purpose: 1, replication: 0)
    return try #require(ObservedSample((0..<count).map { _ in generator.draw(law) }))
  }

  // The bias of an estimate is of order 1 ÷ n: below its standard error over 200 samples of 400.
  @Test(arguments: truths.indices)
  func `over 200 samples the estimates lie around the truth`(number: Int) throws {
    let (family, law) = Self.truths[number]
    let fits = try (0..<200).map {
      DistributionFit(family, to: try Self.sample(law, 400, seed: UInt64($0)))
    }
    for (position, parameter) in law.fittedParameters.enumerated() {
      let values = fits.map { $0.distribution.fittedParameters[position].value }
      let estimate = Estimate(values, level: 0.999)
      let slack = parameter.value / 100
      #expect(
        estimate.lo - slack < parameter.value && parameter.value < estimate.hi + slack,
        "\(family) \(parameter): \(estimate)")
      #expect(estimate.relativeHalfWidth < 0.04, "\(family) \(parameter): \(estimate)")
    }
  }

  @Test(arguments: truths.indices)
  func `no law of the family nearby is more likely`(number: Int) throws {
    for seed in 0..<20 {
      let sample = try Self.sample(Self.truths[number].law, 60, seed: UInt64(seed))
      let fit = DistributionFit(Self.truths[number].family, to: sample)
      for law in Self.neighbours(fit.distribution) {
        #expect(
          logLikelihood(law, sample) <= fit.logLikelihood + 1e-9,
          "seed \(seed): \(law) beats \(fit.distribution)")
      }
    }
  }

  private static func neighbours(_ law: Distribution) -> [Distribution] {
    [0.999, 1.001].flatMap { f -> [Distribution] in
      switch law {
      case .exponential(let mean): [.exponential(mean: mean * f)]
      case .gamma(let shape, let scale):
        [.gamma(shape: shape * f, scale: scale), .gamma(shape: shape, scale: scale * f)]
      case .erlang(let stages, let mean):
        [
          .erlang(stages: stages, mean: mean * f), .erlang(stages: stages + 1, mean: mean),
          .erlang(stages: max(1, stages - 1), mean: mean),
        ]
      case .lognormal(let median, let sigma):
        [
          .lognormal(median: median * f, sigma: sigma),
          .lognormal(median: median, sigma: sigma * f),
        ]
      case .weibull(let shape, let scale):
        [.weibull(shape: shape * f, scale: scale), .weibull(shape: shape, scale: scale * f)]
      default: []
      }
    }
  }

  // The means of 1, 2, 4, 8 and of their logarithms: 3.75 and 1.5 ln 2; σ² = 1.25 ln² 2.
  @Test func `closed forms by hand`() throws {
    let sample = try #require(ObservedSample([4, 1, 8, 2]))
    #expect(FitFamily.exponential.mostLikely(sample) == .exponential(mean: 3.75))
    let fit = DistributionFit(.exponential, to: sample)
    // −n (ln mean + 1).
    #expect(abs(fit.logLikelihood + 4 * (log(3.75) + 1)) < 1e-12)
    #expect(abs(fit.aic - (2 + 8 * (log(3.75) + 1))) < 1e-12)
    #expect(abs(fit.bic - (log(4) + 8 * (log(3.75) + 1))) < 1e-12)
    guard case .lognormal(let median, let sigma) = FitFamily.lognormal.mostLikely(sample) else {
      Issue.record("no lognormal law")
      return
    }
    #expect(abs(median - pow(2, 1.5)) < 1e-12)
    #expect(abs(sigma - 1.25.squareRoot() * log(2)) < 1e-12)
  }

  // Uniform on 0…1; values 0.2, 0.5, 0.6: D = 1 − 0.6; A² = −3 − ⅓ Σ (2i − 1) ln(Fᵢ (1 − F₄₋ᵢ)).
  @Test func `distances by hand`() {
    let goodness = GoodnessOfFit([0.2, 0.5, 0.6], .uniform(low: 0, high: 1))
    #expect(abs(goodness.kolmogorovSmirnov - 0.4) < 1e-12)
    let sum = log(0.2 * 0.4) + 3 * log(0.5 * 0.5) + 5 * log(0.6 * 0.8)
    #expect(abs(goodness.andersonDarling - (-3 - sum / 3)) < 1e-12)
  }

  @Test(arguments: 0..<60)
  func `no step of the mixture's climb lowers the likelihood`(seed: Int) throws {
    let law: Distribution =
      seed % 3 == 0 ? .gamma(shape: 0.7, scale: 20) : DistributionTests.mixture
    let sample = try Self.sample(law, 30 + seed * 3, seed: UInt64(seed))
    for share in [0.1, 0.5, 0.9] {
      let climb = LognormalMixture.climb(
        sample, from: LognormalMixture.split(sample, at: share), steps: 200, until: 1e-12)
      for (before, after) in zip(climb.likelihoods, climb.likelihoods.dropFirst()) {
        #expect(after >= before - 1e-9 * abs(before), "seed \(seed): \(before) to \(after)")
      }
      let last = try #require(climb.likelihoods.dropLast().last ?? climb.likelihoods.last)
      #expect(last <= logLikelihood(climb.mixture.distribution, sample) + 1e-6, "seed \(seed)")
    }
  }

  @Test func `a mixture is found again, its lower part first`() throws {
    let sample = try Self.sample(DistributionTests.mixture, 4_000, seed: 5)
    let fit = DistributionFit(.mixture, to: sample)
    let truth = DistributionTests.mixture.fittedParameters
    #expect(
      fit.distribution.fittedParameters.map(\.name) == [
        "weight_1", "median_h_1", "sigma_1", "weight_2", "median_h_2", "sigma_2",
      ])
    for (found, real) in zip(fit.distribution.fittedParameters, truth) {
      #expect(abs(found.value - real.value) < 0.08 * real.value, "\(found) for \(real)")
    }
    let others = FitFamily.allCases.dropLast().map { DistributionFit($0, to: sample) }
    #expect(others.allSatisfy { $0.bic > fit.bic + 100 })
  }

  @Test(arguments: truths.indices)
  func `the true family has the least criterion or nearly so`(number: Int) throws {
    let sample = try Self.sample(Self.truths[number].law, 2_000, seed: 77)
    let fits = FitFamily.allCases.map { DistributionFit($0, to: sample) }
    let own = try #require(fits.first { $0.family == Self.truths[number].family })
    #expect(fits.allSatisfy { own.bic <= $0.bic + 8 }, "\(fits.map { ($0.family, $0.bic) })")
  }

  private func judged(_ family: FitFamily, _ law: Distribution, seed: UInt64) throws
    -> DistributionFit
  {
    var fit = DistributionFit(family, to: try Self.sample(law, 100, seed: seed))
    fit.judge(by: (0..<99).compactMap { fit.refit($0, seed: 1) })
    return fit
  }

  @Test func `the bootstrap keeps the true family and refuses a wrong one`() throws {
    let law = Distribution.lognormal(median: 24, sigma: 0.9)
    let values = try (0..<40).map { seed in
      try #require(try judged(.lognormal, law, seed: UInt64(seed)).bootstrap).andersonDarlingP
    }
    // Uniform under the law: of 40, between 9 and 31 lie below ½ in all but one of a thousand runs.
    #expect((9...31).contains(values.count { $0 < 0.5 }), "\(values)")
    #expect(values.count { $0 <= 0.05 } <= 8, "\(values)")
    let wrong = try #require(
      try judged(.exponential, .erlang(stages: 4, mean: 24), seed: 3).bootstrap)
    #expect(wrong.andersonDarlingP == 0.01 && wrong.kolmogorovSmirnovP == 0.01)
  }

  @Test func `the bootstrap's interval covers the parameter as often as it says`() throws {
    let law = Distribution.weibull(shape: 1.5, scale: 20)
    let covered = try (0..<40).count { seed in
      let fit = try judged(.weibull, law, seed: UInt64(100 + seed))
      return try #require(fit.bootstrap).intervals[1].contains(20)
    }
    // 95 % less four standard errors; the percentile interval is a little narrow.
    #expect(covered >= 32, "\(covered) of 40")
  }

  @Test func `what no law but a point fits is refused`() {
    #expect(ObservedSample([1]) == nil)
    #expect(ObservedSample([2, 2, 2]) == nil)
    #expect(ObservedSample([0, 1]) == nil)
    #expect(ObservedSample([-1, 1]) == nil)
    #expect(ObservedSample([1, .nan, 2]) == nil)
    #expect(ObservedSample([1, .infinity]) == nil)
    #expect(ObservedSample([2, 1])?.values == [1, 2])
    #expect(ObservedSample([3, 1, 2])?.quantile(0.5) == 2)
  }
}
