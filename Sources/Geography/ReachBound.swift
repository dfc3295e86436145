// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// Tells which grid cells a search may leave out: those too far from every target.
///
/// A path of *r* km to a cell can only serve a target whose great-circle distance from the cell is
/// within the rest of the limit. Chords of the unit sphere stand for distances: a chord is never
/// longer than its arc, so what is left out is left out rightly.
struct ReachBound {
  private var targets: [UnitVector] = []
  /// Target → the longest path that serves it, radians of the Earth.
  private var limits: [Double] = []
  private var rowSines: [Double] = []
  private var rowCosines: [Double] = []
  private var columnSines: [Double] = []
  private var columnCosines: [Double] = []
  /// The target that was within reach when last asked; asked first the next time.
  private var latest = 0

  /// Kilometres by which a cell's anchor may be off its middle, and the grid's lengths too short.
  private static let slackKM = 15.0

  init(rows: Int, columns: Int) {
    for row in 0..<rows {
      let angle = Double.pi * ((Double(row) + 0.5) / Double(rows) - 0.5)
      rowSines.append(sin(angle))
      rowCosines.append(cos(angle))
    }
    for column in 0..<columns {
      let angle = 2 * Double.pi * ((Double(column) + 0.5) / Double(columns) - 0.5)
      columnSines.append(sin(angle))
      columnCosines.append(cos(angle))
    }
  }

  mutating func aim(at points: [GeoPoint], limits: [Double]) {
    targets = points.map { UnitVector($0) }
    self.limits = limits.map { ($0 + Self.slackKM) / earthRadiusKM }
    latest = 0
  }

  /// Whether a path of `reachedKM` to a cell may go on to some target within its limit.
  mutating func mayServe(row: Int, column: Int, reachedKM: Double) -> Bool {
    let x = rowCosines[row] * columnCosines[column]
    let y = rowCosines[row] * columnSines[column]
    let z = rowSines[row]
    let reached = reachedKM / earthRadiusKM
    if isWithin(latest, reached, x, y, z) { return true }
    for k in targets.indices where isWithin(k, reached, x, y, z) {
      latest = k
      return true
    }
    return false
  }

  private func isWithin(
    _ target: Int, _ reached: Double, _ x: Double, _ y: Double, _ z: Double
  ) -> Bool {
    let rest = limits[target] - reached
    return rest > 0 && targets[target].squaredChord(x, y, z) <= rest * rest
  }
}
