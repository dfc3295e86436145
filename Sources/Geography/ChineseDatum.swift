// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// Coordinates of Chinese maps, which are shifted from WGS 84 by 100–700 m.
///
/// GCJ-02 ("Mars", Amap and Tencent) is WGS 84 plus a published sum of sines; BD-09 (Baidu) is
/// GCJ-02 turned and stretched a little once more. Outside 0.8293–55.8271° N, 72.004–137.8347° E
/// GCJ-02 is WGS 84.
public enum ChineseDatum {
  /// The WGS 84 point of a GCJ-02 point; the round trip is exact within 1e-9 degrees.
  public static func wgs84(fromGCJ02 point: GeoPoint) -> GeoPoint {
    guard isShifted(point) else { return point }
    // The shift varies slowly, so correcting the guess by what the forward way misses converges by
    // a factor of about 1,000 a round.
    var guess = point
    for _ in 0..<6 {
      let forward = gcj02(fromWGS84: guess)
      guess.latitude += point.latitude - forward.latitude
      guess.longitude += point.longitude - forward.longitude
    }
    return guess
  }

  /// The WGS 84 point of a BD-09 point; the round trip is exact within about 1e-5 degrees.
  public static func wgs84(fromBD09 point: GeoPoint) -> GeoPoint {
    let x = point.longitude - 0.0065
    let y = point.latitude - 0.006
    let turned = radians(3000)
    let radius = (x * x + y * y).squareRoot() - 0.00002 * sin(y * turned)
    let angle = atan2(y, x) - 0.000003 * cos(x * turned)
    return wgs84(
      fromGCJ02: GeoPoint(latitude: radius * sin(angle), longitude: radius * cos(angle)))
  }

  /// The GCJ-02 point of a WGS 84 point.
  public static func gcj02(fromWGS84 point: GeoPoint) -> GeoPoint {
    guard isShifted(point) else { return point }
    let x = point.longitude - 105
    let y = point.latitude - 35
    let root = abs(x).squareRoot()
    let ripple = 20 * (sin(6 * x * .pi) + sin(2 * x * .pi))
    let north =
      -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
      + (ripple + waves(y, 20, 40) + 160 * sin(y / 12 * .pi) + 320 * sin(y / 30 * .pi)) * 2 / 3
    let east =
      300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
      + (ripple + waves(x, 20, 40) + 150 * sin(x / 12 * .pi) + 300 * sin(x / 30 * .pi)) * 2 / 3
    // Metres to degrees on the ellipsoid of Krassovsky.
    let axis = 6_378_245.0
    let eccentricity = 0.006693421622965943
    let sine = sin(radians(point.latitude))
    let curvature = 1 - eccentricity * sine * sine
    let meridian = axis * (1 - eccentricity) / (curvature * curvature.squareRoot())
    let parallel = axis / curvature.squareRoot() * cos(radians(point.latitude))
    return GeoPoint(
      latitude: point.latitude + north / meridian / radians(1),
      longitude: point.longitude + east / parallel / radians(1))
  }

  private static func waves(_ value: Double, _ short: Double, _ long: Double) -> Double {
    short * sin(value * .pi) + long * sin(value / 3 * .pi)
  }

  private static func isShifted(_ point: GeoPoint) -> Bool {
    point.longitude >= 72.004 && point.longitude <= 137.8347
      && point.latitude >= 0.8293 && point.latitude <= 55.8271
  }
}
