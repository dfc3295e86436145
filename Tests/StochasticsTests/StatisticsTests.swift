// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Stochastics
import Testing

@Suite struct StatisticsTests {
  private func luck(_ seed: Int, _ count: Int, entity: UInt64 = 0) -> [Double] {
    (0..<count).map {
      RandomStream.uniform(
        seed: UInt64(seed), entity: entity, purpose: 1, replication: 0, draw: UInt32($0))
    }
  }

  // Mean 10, sum of squares 10, t(0.975; 4) = 2.776445 of any table: 10 ± 2.776445 · √(2.5 ÷ 5).
  @Test func `a mean has the interval of Student's table`() {
    let estimate = Estimate([8, 9, 10, 11, 12])
    #expect(estimate.mean == 10 && estimate.n == 5)
    #expect(abs(estimate.hi - 11.963243) < 1e-6)
    #expect(abs(estimate.lo - 8.036757) < 1e-6)
    #expect(abs(estimate.relativeHalfWidth - 0.1963243) < 1e-7)
    // t(0.95; 4) = 2.131847.
    #expect(abs(Estimate([8, 9, 10, 11, 12], level: 0.9).hi - 11.507443) < 1e-6)
    let one = Estimate([3])
    #expect(one.lo == 3 && one.hi == 3 && one.relativeHalfWidth == .infinity)
    #expect(Estimate([]).mean.isNaN)
  }

  @Test func `a sample's variance is the same far from zero`() {
    #expect(abs(sampleVariance([1, 2, 4]) - 7.0 / 3) < 1e-12)
    #expect(abs(sampleVariance([1e9 + 1, 1e9 + 2, 1e9 + 4]) - 7.0 / 3) < 1e-6)
    #expect(sampleVariance([5]) == 0)
  }

  // Pairs +1, +2, +3: mean 2, variance 1, t = 2√3; on its own the base has 100, the changed series 121.
  @Test func `pairs that met the same luck need fewer replications`() throws {
    let paired = PairedDifference(base: [10, 20, 30], changed: [11, 22, 33])
    #expect(paired.difference.mean == 2)
    #expect(abs(try #require(paired.varianceRatio) - 221) < 1e-9)
    #expect(abs(paired.t - 2 * 3.0.squareRoot()) < 1e-12)
    // Two degrees of freedom have a closed form: P(T > t) = ½ − t ÷ (2√(2 + t²)).
    let tail = 0.5 - paired.t / (2 * (2 + paired.t * paired.t).squareRoot())
    #expect(abs(paired.pValue - 2 * tail) < 1e-12)
    #expect(!paired.isSignificant)
    #expect(PairedDifference(base: [1, 2], changed: [1, 2]).pValue == 1)
    // All alike: two equal signs are a coin's, ten are not.
    #expect(PairedDifference(base: [1, 2], changed: [2, 3]).pValue == 0.5)
    #expect(!PairedDifference(base: [1, 2], changed: [2, 3]).isSignificant)
    let ten = (0..<10).map(Double.init)
    #expect(PairedDifference(base: ten, changed: ten.map { $0 + 1 }).isSignificant)
    #expect(PairedDifference(base: [1], changed: [2]).pValue == 1)
  }

  // Four hypotheses at 5 %: 0.005 ≤ 0.0125, 0.01 ≤ 0.01667, 0.03 > 0.025, and there it ends.
  @Test func `Holm's correction by hand`() {
    #expect(holmRejections([0.01, 0.04, 0.03, 0.005], level: 0.05) == [true, false, false, true])
    let adjusted = holmAdjusted([0.01, 0.04, 0.03, 0.005])
    for (value, expected) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) {
      #expect(abs(value - expected) < 1e-12)
    }
    #expect(holmAdjusted([0.6, 0.9]) == [1, 1])
    #expect(holmRejections([.nan, 0.02], level: 0.05) == [false, true])
    #expect(holmRejections([], level: 0.05).isEmpty)
  }

  @Test func `a difference alone may be significant and not among ten`() {
    let one = PairedDifference(base: [1, 2, 3, 4], changed: [3, 2.6, 4, 5.4])
    #expect(one.isSignificant)
    var family =
      [one] + (0..<9).map { _ in PairedDifference(base: [1, 2, 3], changed: [1, 2, 3]) }
    PairedDifference.correct(&family)
    #expect(!family[0].isSignificant)
  }

  /// The definition, cut by cut.
  private func slowTruncation(_ series: [Double], batch: Int) -> Int? {
    var means: [Double] = []
    for start in stride(from: 0, through: series.count - batch, by: batch) {
      means.append(series[start..<start + batch].reduce(0, +) / Double(batch))
    }
    guard means.count >= 8 else { return nil }
    let errors = (0...means.count / 2).map { cut in
      let rest = Array(means.dropFirst(cut))
      let mean = rest.reduce(0, +) / Double(rest.count)
      return rest.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(rest.count * rest.count)
    }
    return errors.indices.min { errors[$0] < errors[$1] }.map { $0 * batch }
  }

  @Test(arguments: 0..<200)
  func `MSER cuts where its definition cuts`(seed: Int) {
    let u = luck(seed, 400)
    let count = 30 + Int(u[0] * 300)
    let batch = 1 + Int(u[1] * 8)
    let length = u[2] * 100
    let series = (0..<count).map { u[$0 + 3] - 3 * exp(-Double($0) / length) }
    #expect(
      mserTruncation(series, batch: batch) == slowTruncation(series, batch: batch),
      "seed \(seed): \(count) values in batches of \(batch)")
  }

  @Test func `MSER leaves out what fills, and says nothing of a short series`() {
    let filling = (0..<100).map { $0 < 15 ? 0.0 : 10 + Double($0 % 5) }
    #expect(mserTruncation(filling) == 15)
    #expect(mserTruncation((0..<100).map { 1 + Double($0 % 5) }) == 0)
    #expect(mserTruncation(Array(filling.prefix(39))) == nil)
  }

  // Ranks of the median of ten: B(10, ½) has 1.07 % below 2 and 5.47 % below 3.
  @Test func `the median of ten lies between the second and the ninth`() {
    let ten = QuantileInterval((1...10).map(Double.init).reversed(), probability: 0.5)
    #expect(ten.value == 5 && ten.lo == 2 && ten.hi == 9)
    let few = QuantileInterval([1, 2, 3], probability: 0.5)
    #expect(few.value == 2 && few.lo == nil && few.hi == nil)
  }

  // 0.95ⁿ ≤ 0.025 from n = 72 on.
  @Test func `P95 needs 72 values to be bounded from above`() {
    let values = (1...72).map(Double.init)
    #expect(QuantileInterval(values, probability: 0.95).hi == 72)
    #expect(QuantileInterval(Array(values.dropLast()), probability: 0.95).hi == nil)
    #expect(QuantileInterval((1...20).map(Double.init), probability: 0.95).value == 19)
  }

  @Test(arguments: [0.5, 0.9, 0.95])
  func `the interval covers the true quantile as often as it says`(probability: Double) {
    let trials = 1_000
    let covered = (0..<trials).count { seed in
      let interval = QuantileInterval(luck(seed, 120), probability: probability)
      return (interval.lo ?? 0) <= probability && probability <= (interval.hi ?? 1)
    }
    // At least 95 %, less four standard errors of a thousand trials; and not always.
    #expect(covered >= 922 && covered < trials, "\(covered) of \(trials)")
  }
}
