// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// How far a sample lies from a law that has a density.
public struct GoodnessOfFit: Sendable, Hashable {
  /// Kolmogorov and Smirnov: the largest distance between the two distribution functions.
  public var kolmogorovSmirnov: Double
  /// Anderson and Darling: the squared distance, weighted so that the ends count.
  public var andersonDarling: Double

  /// - Parameters:
  ///   - sorted: Ascending, at least one.
  ///   - law: Without faults, continuous.
  /// - Complexity: O(*n*) values of the distribution function.
  public init(_ sorted: [Double], _ law: Distribution) {
    let n = Double(sorted.count)
    // A value that is next to impossible under the law is far away, not infinitely far.
    let below = sorted.map { min(max(law.cdf($0), 1e-300), 1 - 0x1p-53) }
    var most = 0.0
    var sum = 0.0
    for (number, f) in below.enumerated() {
      most = max(most, f - Double(number) / n, Double(number + 1) / n - f)
      sum += Double(2 * number + 1) * (log(f) + log1p(-below[below.count - 1 - number]))
    }
    kolmogorovSmirnov = most
    andersonDarling = -n - sum / n
  }
}
