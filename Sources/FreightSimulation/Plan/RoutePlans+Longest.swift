// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities

extension RoutePlans {
  /// Seconds of the longest of the ways that a row's objective chooses in the hours of a week; 0 where there is none.
  ///
  /// - Complexity: O(slots).
  func longestSeconds(of row: Int) -> Int64 {
    (0..<slotCount).reduce(0) { longest, slot in
      max(longest, options(of: row, slot: slot).first.map { Int64($0.plannedSeconds) } ?? 0)
    }
  }
}
