// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// A difference of two series of replications that met the same luck, pair by pair.
public struct PairedDifference: Sendable, Hashable {
  public var base: Estimate
  public var changed: Estimate
  /// Changed less base, pair by pair.
  public var difference: Estimate
  /// How many times more replications independent runs would have needed: variance of an independent difference over
  /// that of the pairs; nil where the pairs never differ among themselves.
  public var varianceRatio: Double?
  /// At 5 %; after Holm's correction, where it was made.
  public var isSignificant: Bool
  /// |mean| over its standard error; infinite where all pairs differ alike, 0 where none differs.
  public var t: Double

  /// The paired t-interval.
  ///
  /// - Parameters:
  ///   - base: A value of each replication.
  ///   - changed: The same replications, in the same order; of two lengths the shorter counts.
  ///   - range: Where base and changed can be.
  public init(
    base: [Double], changed: [Double],
    within range: ClosedRange<Double> = -.infinity ... .infinity
  ) {
    let pairs = zip(base, changed).map { $1 - $0 }
    self.base = Estimate(base, within: range)
    self.changed = Estimate(changed, within: range)
    difference = Estimate(pairs)
    let own = sampleVariance(pairs)
    varianceRatio = own > 0 ? (sampleVariance(base) + sampleVariance(changed)) / own : nil
    let mean = abs(difference.mean)
    t =
      mean == 0 || pairs.count < 2
      ? 0 : own > 0 ? mean / (own / Double(pairs.count)).squareRoot() : .infinity
    isSignificant = false
    isSignificant = pValue < 0.05
  }

  /// Probability of a |t| at least this large where nothing differs; 1 with fewer than two pairs.
  ///
  /// Pairs that all differ alike say nothing of their spread: then that of as many equal signs.
  public var pValue: Double {
    guard difference.n > 1, t > 0 else { return 1 }
    return t.isFinite
      ? 2 * studentUpperTail(t, degrees: difference.n - 1) : pow(2, Double(1 - difference.n))
  }

  /// Marks what stays significant at 5 % when all the differences are read together, by Holm's correction.
  public static func correct(_ differences: inout [PairedDifference]) {
    let rejected = holmRejections(differences.map(\.pValue), level: 0.05)
    for (index, isRejected) in rejected.enumerated() {
      differences[index].isSignificant = isRejected
    }
  }
}
