// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// A point on the unit sphere.
public struct UnitVector: Sendable, BitwiseCopyable {
  let x: Double
  let y: Double
  let z: Double

  public init(_ point: GeoPoint) {
    let latitude = radians(point.latitude)
    let longitude = radians(point.longitude)
    let parallel = cos(latitude)
    x = parallel * cos(longitude)
    y = parallel * sin(longitude)
    z = sin(latitude)
  }

  func squaredChord(_ x: Double, _ y: Double, _ z: Double) -> Double {
    let dx = self.x - x
    let dy = self.y - y
    let dz = self.z - z
    return dx * dx + dy * dy + dz * dz
  }

  /// The square of the straight distance of two points through the unit sphere.
  public func squaredChord(_ other: UnitVector) -> Double {
    squaredChord(other.x, other.y, other.z)
  }

  /// The squared chord of a great-circle distance, a trifle wide.
  public static func squaredChord(kilometres: Double) -> Double {
    let half = sin(min(kilometres / earthRadiusKM, .pi) / 2)
    return 4 * half * half * (1 + 1e-9) + 1e-15
  }

  /// Kilometres that the great circle to another point has at least, short by a trifle at most.
  public func kilometresAtLeast(to other: UnitVector) -> Double {
    max(0, squaredChord(other).squareRoot() * earthRadiusKM - 1e-6)
  }
}

/// A geodesic cut into steps of almost equal length.
///
/// Knots on the great circle about every 50 km; between them latitude and longitude are
/// interpolated, which is off the great circle by less than 0.1 km up to 60° and 0.3 km up to 80° of
/// latitude. Knots divide the chord evenly, so over 1,000 km the middle steps are 0.6 % longer than
/// the outer ones.
struct SampledLine {
  let steps: Int
  let stepsPerPiece: Int
  private(set) var knots: [GeoPoint]

  init(
    _ a: GeoPoint, _ u: UnitVector, _ b: GeoPoint, _ v: UnitVector, steps: Int
  ) {
    self.steps = steps
    let pieces = max(1, (steps + 49) / 50)
    stepsPerPiece = max(1, (steps + pieces - 1) / pieces)
    knots = [a]
    knots.reserveCapacity(pieces + 1)
    var step = stepsPerPiece
    while step < steps {
      let q = Double(step) / Double(steps)
      let p = 1 - q
      let (x, y, z) = (p * u.x + q * v.x, p * u.y + q * v.y, p * u.z + q * v.z)
      let level = (x * x + y * y).squareRoot()
      knots.append(
        GeoPoint(latitude: atan2(z, level) * (180 / .pi), longitude: atan2(y, x) * (180 / .pi)))
      step += stepsPerPiece
    }
    knots.append(b)
  }

  var pieceCount: Int { knots.count - 1 }

  /// The last step of a piece, where its second knot stands.
  func end(ofPiece piece: Int) -> Int { min(steps, (piece + 1) * stepsPerPiece) }

  func point(_ step: Int) -> GeoPoint {
    let piece = min(step / stepsPerPiece, pieceCount - 1)
    let first = piece * stepsPerPiece
    let share = Double(step - first) / Double(end(ofPiece: piece) - first)
    let a = knots[piece]
    let b = knots[piece + 1]
    return GeoPoint(
      latitude: a.latitude + share * (b.latitude - a.latitude),
      longitude: wrapped(a.longitude + share * wrapped(b.longitude - a.longitude)))
  }
}
