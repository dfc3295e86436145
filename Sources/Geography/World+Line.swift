// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

extension World {
  /// Kilometres between two samples of a line.
  static let sampleKM = 1.0

  /// Whether the geodesic between two points on land crosses no water wider than `gapKM`.
  ///
  /// The line is sampled every kilometre, its ends not included; a gap is too wide when the water
  /// samples in a row, times the step, exceed `gapKM`. So the width is right within a step and the
  /// raster's cell.
  ///
  /// - Complexity: O(*d* / `gapKM`) lookups for a line of *d* km over land.
  public func isOverland(_ from: GeoPoint, _ to: GeoPoint, gapKM: Double) -> Bool {
    let (a, b) = ordered(from, to)
    let distance = a.kilometres(to: b)
    let steps = Int((distance / Self.sampleKM).rounded(.up))
    let allowed = Int(gapKM / Self.sampleKM)
    guard steps - 1 > allowed else { return true }
    let line = SampledLine(a, b, kilometres: distance, steps: steps)
    // Any allowed + 1 samples in a row hold land; `shore` is the last sample known to be land (or
    // an end). A sample that far ahead being land proves the stretch; else go back for land in it.
    var shore = 0
    while shore + allowed + 1 < steps {
      var ahead = shore + allowed + 1
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

  /// The same answer for both directions: the ends in one order.
  private func ordered(_ a: GeoPoint, _ b: GeoPoint) -> (GeoPoint, GeoPoint) {
    (a.latitude, a.longitude) <= (b.latitude, b.longitude) ? (a, b) : (b, a)
  }
}

/// A geodesic cut into equal steps.
///
/// Exact points every 50 km or less; between them latitude and longitude are interpolated, which is
/// off by less than 0.1 km up to 60° and 0.3 km up to 80° of latitude.
struct SampledLine {
  private let stepsPerPiece: Int
  private var knots: [GeoPoint]

  init(_ a: GeoPoint, _ b: GeoPoint, kilometres: Double, steps: Int) {
    stepsPerPiece = max(1, min(steps, 50))
    let pieces = (steps + stepsPerPiece - 1) / stepsPerPiece
    knots = [a]
    knots.reserveCapacity(pieces + 1)
    let angle = kilometres / earthRadiusKM
    let u = UnitVector(a)
    let v = UnitVector(b)
    let scale = 1 / sin(angle)
    for piece in 1..<max(2, pieces + 1) {
      // The last knot may lie past the end, where the line is continued.
      let share = Double(piece * stepsPerPiece) / Double(steps)
      if steps <= stepsPerPiece {
        knots.append(b)
      } else {
        let p = sin((1 - share) * angle) * scale
        let q = sin(share * angle) * scale
        knots.append(
          GeoPoint(
            latitude: asin(max(-1, min(1, p * u.z + q * v.z))) * (180 / Double.pi),
            longitude: atan2(p * u.y + q * v.y, p * u.x + q * v.x) * (180 / Double.pi)))
      }
    }
  }

  func point(_ step: Int) -> GeoPoint {
    let piece = step / stepsPerPiece
    let share = Double(step - piece * stepsPerPiece) / Double(stepsPerPiece)
    guard share > 0 else { return knots[piece] }
    let a = knots[piece]
    let b = knots[piece + 1]
    return GeoPoint(
      latitude: a.latitude + share * (b.latitude - a.latitude),
      longitude: wrapped(a.longitude + share * wrapped(b.longitude - a.longitude)))
  }
}

/// A point on the unit sphere.
struct UnitVector {
  let x: Double
  let y: Double
  let z: Double

  init(_ point: GeoPoint) {
    let latitude = radians(point.latitude)
    let longitude = radians(point.longitude)
    x = cos(latitude) * cos(longitude)
    y = cos(latitude) * sin(longitude)
    z = sin(latitude)
  }
}
