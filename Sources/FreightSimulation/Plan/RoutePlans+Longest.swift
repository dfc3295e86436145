// SPDX-License-Identifier: GPL-3.0-or-later
import FreightRouting
import Quantities

extension RoutePlans {
  /// Seconds of the first way of a row, a week's wait for a departure included; 0 where there is none.
  func longestSeconds(of row: Int) -> Int64 {
    guard let path = ways(of: row).first else { return 0 }
    let moves = paths[Int(path)].reduce(0) {
      $0 + $1.travelSeconds + $1.cutoffSeconds + $1.releaseSeconds
    }
    return moves + secondsPerWeek
  }
}
