// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// A point on land near a point that may lie in the water.
public struct Landfall: Hashable, Sendable {
  public var latitude: Double
  public var longitude: Double
  /// Great-circle kilometres from the point asked for; 0 when that is on land.
  public var distanceKM: Double
  public var mass: LandMass

  public var point: GeoPoint { GeoPoint(latitude: latitude, longitude: longitude) }
}

extension World {
  /// The nearest point on land, the point itself when it is on land.
  ///
  /// Nearest by the point of each land cell that is closest in latitude and longitude, a tenth of a
  /// cell inside its edge; ties go to the southernmost, then the westernmost run.
  ///
  /// - Complexity: O(*k* log *r*) for the *k* rows within the distance.
  public func nearestLand(
    latitude: Double, longitude: Double, withinKM limit: Double
  ) -> Landfall? {
    let longitude = wrapped(longitude)
    let home = row(of: latitude)
    let column = column(of: longitude)
    if let run = run(row: home, column: column) {
      return Landfall(
        latitude: latitude, longitude: longitude, distanceKM: 0,
        mass: LandMass(number: Int(masses[run])))
    }
    let reach = Int(limit / kilometresPerDegree * Double(fineness)) + 1
    var best: Landfall?
    for step in 0...reach {
      let nearestPossible = Double(step - 1) / Double(fineness) * kilometresPerDegree
      if let best, nearestPossible > best.distanceKM { break }
      for row in step == 0 ? [home] : [home - step, home + step] where row >= 0 && row < rows {
        for run in neighbours(inRow: row, of: column) {
          let found = landfall(on: run, row: row, latitude: latitude, longitude: longitude)
          if found.distanceKM <= limit, found.distanceKM < best?.distanceKM ?? .infinity {
            best = found
          }
        }
      }
    }
    return best
  }

  /// The runs of a row next to a column on both sides, around the world.
  private func neighbours(inRow row: Int, of column: Int) -> [Int] {
    let first = Int(firstRun[row])
    let end = Int(firstRun[row + 1])
    guard first < end else { return [] }
    let east = run(inRow: row, endingAfter: column)
    let candidates = [
      east > first ? east - 1 : end - 1,
      east < end ? east : first,
    ]
    return candidates[0] == candidates[1] ? [candidates[0]] : candidates
  }

  private func landfall(
    on run: Int, row: Int, latitude: Double, longitude: Double
  ) -> Landfall {
    let cell = 1 / Double(fineness)
    let south = Double(row) * cell - 90
    let west = Double(starts[run]) * cell - 180
    let east = Double(ends[run]) * cell - 180
    // A run on the other side of ±180° is nearer by its mirror image one turn away.
    let middle = (west + east) / 2
    let turn = longitude - middle > 180 ? 360.0 : longitude - middle < -180 ? -360.0 : 0
    let margin = cell / 10
    let foundLatitude = max(south + margin, min(south + cell - margin, latitude))
    let foundLongitude = max(west + turn + margin, min(east + turn - margin, longitude))
    return Landfall(
      latitude: foundLatitude, longitude: wrapped(foundLongitude),
      distanceKM: greatCircleKM(latitude, longitude, foundLatitude, foundLongitude),
      mass: LandMass(number: Int(masses[run])))
  }
}
