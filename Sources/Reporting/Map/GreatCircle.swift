// SPDX-License-Identifier: GPL-3.0-or-later
import Geography
import Glibc

extension GeoPoint {
  /// Points of the great circle to another point, both ends included, at most 2° apart.
  ///
  /// Antipodes have no one great circle; then a meridian is taken.
  func arc(to end: GeoPoint) -> [GeoPoint] {
    let degree = Double.pi / 180
    func vector(_ point: GeoPoint) -> (Double, Double, Double) {
      let (phi, lambda) = (point.latitude * degree, point.longitude * degree)
      return (cos(phi) * cos(lambda), cos(phi) * sin(lambda), sin(phi))
    }
    let a = vector(self)
    let b = vector(end)
    let dot = max(-1, min(1, a.0 * b.0 + a.1 * b.1 + a.2 * b.2))
    let angle = acos(dot)
    let steps = Int((angle / degree / 2).rounded(.up))
    guard steps > 1, sin(angle) > 1e-9 else { return [self, end] }
    let middle = (1..<steps).map { step in
      let t = Double(step) / Double(steps)
      let wa = sin((1 - t) * angle) / sin(angle)
      let wb = sin(t * angle) / sin(angle)
      let x = wa * a.0 + wb * b.0
      let y = wa * a.1 + wb * b.1
      let z = wa * a.2 + wb * b.2
      return GeoPoint(
        latitude: atan2(z, (x * x + y * y).squareRoot()) / degree,
        longitude: atan2(y, x) / degree)
    }
    return [self] + middle + [end]
  }
}
