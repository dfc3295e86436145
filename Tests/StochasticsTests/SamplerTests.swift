// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import Stochastics

@Suite struct SamplerTests {
  static let tabulated: [Distribution] =
    [0.3, 0.9, 1, 1.2, 2.5, 8, 60].map { .gamma(shape: $0, scale: 3) } + [
      .erlang(stages: 4, mean: 10), DistributionTests.mixture,
    ]

  @Test(arguments: tabulated)
  func `a table is as near to the exact quantile as it says`(law: Distribution) {
    let sampler = Sampler(law)
    #expect(sampler.errorBound > 0 && sampler.errorBound <= 1e-6, "\(law) \(sampler.errorBound)")
    for draw in 0..<3_000 {
      var u = RandomStream.uniform(
        seed: 7, entity: 1, purpose: 2, replication: 3, draw: UInt32(draw))
      // A third of them far out in either tail.
      if draw % 6 == 0 {
        u = pow(2, -32 * u) / 2
      } else if draw % 6 == 1 {
        u = 1 - pow(2, -32 * u) / 2
      }
      let (value, exact) = (sampler.value(at: u), law.quantile(u))
      // Rounding of 1 − u costs the exact quantile some digits far out.
      #expect(
        abs(value - exact) <= (1.1 * sampler.errorBound + 1e-9) * exact,
        "\(law) at \(u): \(value) against \(exact)")
    }
    for u in [0, 0x1p-31, 0x1p-30, 0.25, 0.5, 0.5.nextUp, 0.75, 1 - 0x1p-31] {
      #expect(abs(sampler.value(at: u) - law.quantile(u)) <= 1e-6 * law.quantile(u), "\(u)")
    }
  }

  @Test func `what has a closed form, or gaps, is exact`() {
    let gaps = Distribution.mixture([
      .init(weight: 0.5, .deterministic(1)), .init(weight: 0.5, .gamma(shape: 2, scale: 3)),
    ])
    for law in DistributionTests.others + [gaps, .weibull(shape: 2, scale: 1)] {
      let sampler = Sampler(law)
      #expect(sampler.errorBound == 0)
      for u in [0.01, 0.3, 0.7, 0.99] { #expect(sampler.value(at: u) == law.quantile(u)) }
    }
  }

  @Test func `the same number is the same luck`() {
    let (short, long) = (Sampler(.gamma(shape: 2, scale: 1)), Sampler(.gamma(shape: 3, scale: 1)))
    for step in 1..<1_000 {
      let u = Double(step) / 1_000
      #expect(short.value(at: u) < long.value(at: u))
      #expect(short.value(at: u - 0.001) < short.value(at: u))
    }
  }
}
