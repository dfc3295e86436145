// SPDX-License-Identifier: GPL-3.0-or-later

/// Which of several hypotheses to reject, so that a true one is rejected with probability at most `level`.
///
/// Holm's step-down: the least of *m* p-values is held against level ÷ *m*, the next against level ÷ (*m* − 1) and so
/// on, up to the first that fails. Whatever the dependence between them.
///
/// - Parameters:
///   - pValues: One for each hypothesis; one that is not a number is never rejected, and counts.
///   - level: Of the whole family.
/// - Returns: In the order of `pValues`.
/// - Complexity: O(*m* log *m*).
/// - Note: S. Holm, *Scandinavian Journal of Statistics* 6 (1979).
public func holmRejections(_ pValues: [Double], level: Double) -> [Bool] {
  holmAdjusted(pValues).map { $0 <= level }
}

/// p-values after Holm's correction: each may be read against the level of the whole family.
///
/// - Returns: In the order of `pValues`, at most 1 and never below what was given.
public func holmAdjusted(_ pValues: [Double]) -> [Double] {
  let known = pValues.map { $0.isNaN ? 1 : $0 }
  let order = known.indices.sorted { known[$0] != known[$1] ? known[$0] < known[$1] : $0 < $1 }
  var adjusted = known
  var least = 0.0
  for (rank, index) in order.enumerated() {
    least = max(least, min(1, known[index] * Double(known.count - rank)))
    adjusted[index] = least
  }
  return adjusted
}
