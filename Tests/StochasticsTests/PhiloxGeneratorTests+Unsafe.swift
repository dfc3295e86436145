// SPDX-License-Identifier: GPL-3.0-or-later
// Unsafe because it hands the generator to functions of GSL itself.
import CGSL
import Foundation
import Testing

@testable import Stochastics

@Suite struct PhiloxGeneratorTests {
  /// Distance of Kolmogorov and Smirnov of a sample from its law.
  private func distance(_ values: [Double], _ law: Distribution) -> Double {
    let sorted = values.sorted()
    let n = Double(sorted.count)
    return sorted.enumerated().map { number, x in
      max(law.cdf(x) - Double(number) / n, Double(number + 1) / n - law.cdf(x))
    }.max() ?? 1
  }

  // 1.949 ÷ √n is exceeded by one sample in a thousand.
  @Test func `GSL draws gamma, normal and Poisson numbers from a Philox stream`() {
    var generator = PhiloxGenerator(seed: 11, entity: 5, purpose: 1, replication: 0)
    let n = 20_000
    let bound = 1.949 / Double(n).squareRoot()
    let law = Distribution.gamma(shape: 2.5, scale: 4)
    let gamma = unsafe generator.withGenerator { rng in
      (0..<n).map { _ in unsafe gsl_ran_gamma(rng, 2.5, 4) }
    }
    #expect(distance(gamma, law) < bound)
    #expect(distance(gamma, .gamma(shape: 2.6, scale: 4)) > bound)
    let normal = unsafe generator.withGenerator { rng in
      (0..<n).map { _ in unsafe exp(gsl_ran_gaussian_ziggurat(rng, 1)) }
    }
    #expect(distance(normal, .lognormal(median: 1, sigma: 1)) < bound)
    let poisson = unsafe generator.withGenerator { rng in
      (0..<n).map { _ in Double(unsafe gsl_ran_poisson(rng, 6)) }
    }
    let mean = Estimate(poisson, level: 0.999)
    #expect(mean.lo < 6 && 6 < mean.hi)
    let integers = unsafe generator.withGenerator { rng in
      (0..<n).map { _ in Double(unsafe gsl_rng_get(rng)) / 0x1p32 }
    }
    #expect(distance(integers, .uniform(low: 0, high: 1)) < bound)
  }

  @Test(arguments: DistributionTests.continuous + DistributionTests.others)
  func `a generator draws from every law`(law: Distribution) {
    var generator = PhiloxGenerator(seed: 3, entity: 9, purpose: 1, replication: 0)
    let values = (0..<4_000).map { _ in generator.draw(law) }
    if DistributionTests.others.contains(law) {
      let mean = Estimate(values, level: 0.999)
      #expect(mean.lo <= law.mean && law.mean <= mean.hi, "\(law)")
    } else {
      #expect(distance(values, law) < 1.949 / Double(values.count).squareRoot(), "\(law)")
    }
  }

  @Test func `a generator's numbers are those of its name`() {
    var generator = PhiloxGenerator(seed: 1, entity: 2, purpose: 3, replication: 4)
    for draw in 0..<100 {
      #expect(
        generator.uniform()
          == RandomStream.uniform(
            seed: 1, entity: 2, purpose: 3, replication: 4, draw: UInt32(draw)))
    }
  }
}
