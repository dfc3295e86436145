// SPDX-License-Identifier: GPL-3.0-or-later

/// Places in squares of latitude and longitude, so that those near a point are found without a look
/// at all of them.
struct PlaceGrid {
  private struct Square: Hashable {
    var row, column: Int
  }

  /// Degrees of a square's side; a whole number of squares goes round the earth.
  private let side: Double
  private let around: Int
  private let reachDegrees: Double
  private var squares: [Square: [Int]] = [:]

  /// Least kilometres of a degree of latitude, with something to spare.
  private static let kilometresPerDegree = 110.0

  /// - Parameter reachKM: How far `near` looks.
  init(reachKM: Double) {
    reachDegrees = reachKM / Self.kilometresPerDegree
    around = max(1, min(3_600, Int(360 / max(reachDegrees, 0.1))))
    side = 360 / Double(around)
  }

  mutating func add(_ number: Int, latitude: Double, longitude: Double) {
    squares[square(latitude, longitude), default: []].append(number)
  }

  /// Whether `isMeant` holds for a place within the reach of a point; farther ones may be asked too.
  ///
  /// - Complexity: O(places in the squares within the reach).
  func containsNear(
    latitude: Double, longitude: Double, _ isMeant: (Int) -> Bool
  ) -> Bool {
    let middle = square(latitude, longitude)
    let rows = Int((reachDegrees / side).rounded(.up))
    for row in middle.row - rows...middle.row + rows {
      for column in columns(of: row, around: middle)
      where squares[Square(row: row, column: column)]?.contains(where: isMeant) ?? false {
        return true
      }
    }
    return false
  }

  /// Columns in which a place within the reach may lie: more of them near a pole, where degrees are short.
  private func columns(of row: Int, around middle: Square) -> [Int] {
    let farthest = [row, row + 1, middle.row, middle.row + 1].reduce(0) { max($0, abs($1)) }
    // Haversine: sin(Δλ/2) ≤ sin(d/2) / cos φ of the latitude nearer to a pole. The cosine is at
    // least its chord, the arc at most π/2 times its sine.
    let chord = 1 - Double(farthest) * side / 90
    let width = chord > 0 ? (reachDegrees / chord * 1.58 / side).rounded(.up) : Double(around)
    guard width * 2 + 1 < Double(around) else { return Array(0..<around) }
    let columns = middle.column - Int(width)...middle.column + Int(width)
    return columns.map { ($0 % around + around) % around }
  }

  private func square(_ latitude: Double, _ longitude: Double) -> Square {
    let column = Int(((longitude + 180) / side).rounded(.down))
    return Square(
      row: Int((latitude / side).rounded(.down)), column: (column % around + around) % around)
  }
}
