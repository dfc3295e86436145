// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

extension World {
  /// Kilometres between two samples of a line.
  static let sampleKM = 1.0

  /// Whether the geodesic between two points on land crosses no water wider than `gapKM`.
  ///
  /// The line is sampled every kilometre, its ends not included; a gap is too wide when the water
  /// samples in a row, times the step, exceed `gapKM`. So the width is right within a step and the
  /// raster's cell. The same for both directions.
  ///
  /// - Complexity: O(*d* / `gapKM`) lookups for a line of *d* km along the coast, O(*d* / 50 km)
  ///   inland.
  public func isOverland(_ from: GeoPoint, _ to: GeoPoint, gapKM: Double) -> Bool {
    isOverland(from, UnitVector(from), to, UnitVector(to), gapKM: gapKM)
  }

  /// As above, for ends whose unit vectors are known.
  func isOverland(
    _ from: GeoPoint, _ u: UnitVector, _ to: GeoPoint, _ v: UnitVector, gapKM: Double
  ) -> Bool {
    let steps = Self.steps(u, v)
    let allowed = Int(gapKM / Self.sampleKM)
    guard steps - 1 > allowed else { return true }
    // The ends in one order, so that both directions give the same answer.
    let isInOrder = (from.latitude, from.longitude) <= (to.latitude, to.longitude)
    let line =
      isInOrder
      ? SampledLine(from, u, to, v, steps: steps) : SampledLine(to, v, from, u, steps: steps)
    if isDry(line.knots[...]) { return true }
    // Any allowed + 1 samples in a row hold land; `shore` is the last sample known to be land (or
    // an end). A sample that far ahead being land proves the stretch; else go back for land in it.
    var shore = 0
    while shore + allowed + 1 < steps {
      var ahead = shore + allowed + 1
      let piece = ahead / line.stepsPerPiece
      if ahead % line.stepsPerPiece <= allowed, isDry(line.knots[piece...piece + 1]) {
        // Just come into a piece that is all land: on to its last sample before the next.
        shore = max(ahead, line.end(ofPiece: piece) - 1)
        continue
      }
      while ahead > shore {
        let point = line.point(ahead)
        if isLand(latitude: point.latitude, longitude: point.longitude) { break }
        ahead -= 1
      }
      guard ahead > shore else { return false }
      shore = ahead
    }
    return true
  }

  /// Steps of at most a kilometre between two points.
  static func steps(_ u: UnitVector, _ v: UnitVector) -> Int {
    let chord = u.squaredChord(v).squareRoot()
    let distance = 2 * earthRadiusKM * asin(min(1, chord / 2))
    return Int((distance / sampleKM).rounded(.up))
  }

  /// Whether the rectangle around the knots is quickly seen to be all land.
  private func isDry(_ knots: ArraySlice<GeoPoint>) -> Bool {
    var west = 180.0
    var east = -180.0
    var south = 90.0
    var north = -90.0
    for knot in knots {
      let longitude = wrapped(knot.longitude)
      west = min(west, longitude)
      east = max(east, longitude)
      south = min(south, knot.latitude)
      north = max(north, knot.latitude)
    }
    // Wider than half the Earth: the line crosses ±180°.
    guard east - west < 180 else { return false }
    return dryBlocks.isDry(
      rows: row(of: south)...row(of: north), columns: column(of: west)...column(of: east))
  }
}
