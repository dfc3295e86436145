// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// A point of the Earth: WGS 84 degrees, north and east positive.
public struct GeoPoint: Hashable, Sendable, BitwiseCopyable {
  public var latitude: Double
  public var longitude: Double

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Great-circle kilometres to another point.
  public func kilometres(to other: GeoPoint) -> Double {
    greatCircleKM(latitude, longitude, other.latitude, other.longitude)
  }
}

/// Mean radius of the Earth, kilometres (IUGG).
let earthRadiusKM = 6371.0088

/// Kilometres of one degree of latitude on the mean sphere.
let kilometresPerDegree = earthRadiusKM * Double.pi / 180

func radians(_ degrees: Double) -> Double { degrees * (Double.pi / 180) }

/// A longitude or a difference of two, brought into -180 ..< 180.
func wrapped(_ degrees: Double) -> Double {
  if degrees >= -180, degrees < 180 { return degrees }
  let turned = (degrees + 180).truncatingRemainder(dividingBy: 360)
  return (turned < 0 ? turned + 360 : turned) - 180
}

/// The great-circle distance of two points in kilometres.
///
/// Haversine formula on a sphere of the mean radius 6,371.0088 km; it differs from the geodesic on
/// the WGS 84 ellipsoid by at most about 0.5 %. Arguments are degrees.
public func greatCircleKM(
  _ latitude1: Double, _ longitude1: Double, _ latitude2: Double, _ longitude2: Double
) -> Double {
  let halfLatitude = sin(radians(latitude2 - latitude1) / 2)
  let halfLongitude = sin(radians(longitude2 - longitude1) / 2)
  let haversine =
    halfLatitude * halfLatitude
    + cos(radians(latitude1)) * cos(radians(latitude2)) * halfLongitude * halfLongitude
  return 2 * earthRadiusKM * asin(min(1, haversine.squareRoot()))
}

/// Cosine by its series, so that no library's last digit reaches a drawing; |x| ≤ π/2.
public func plainCosine(_ x: Double) -> Double {
  var term = 1.0
  var sum = 1.0
  for n in 1...14 {
    term *= -x * x / Double((2 * n - 1) * 2 * n)
    sum += term
  }
  return sum
}
