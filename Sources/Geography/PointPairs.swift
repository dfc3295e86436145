// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// Two points of a list, `a < b`, and their great-circle distance.
public struct PointPair: Hashable, Sendable, BitwiseCopyable {
  public var a: Int
  public var b: Int
  public var kilometres: Double
}

extension PointPair {
  /// All pairs of points not farther apart than `limit` kilometres, by `a`, then by `b`.
  ///
  /// A sweep over the latitudes: O(*n* log *n* + *k*) where *k* is the number of pairs within the
  /// limit in latitude alone.
  public static func all(of points: [GeoPoint], withinKM limit: Double) -> [PointPair] {
    let order = points.indices.sorted {
      (points[$0].latitude, $0) < (points[$1].latitude, $1)
    }
    let vectors = order.map { UnitVector(points[$0]) }
    let latitudes = order.map { points[$0].latitude }
    let band = limit / kilometresPerDegree + 1e-9
    // Wide by a trifle: the haversine decides.
    let chord = UnitVector.squaredChord(kilometres: limit)
    var found: [PointPair] = []
    for i in order.indices {
      var j = i + 1
      while j < order.count, latitudes[j] - latitudes[i] <= band {
        if vectors[i].squaredChord(vectors[j]) <= chord {
          let a = min(order[i], order[j])
          let b = max(order[i], order[j])
          let kilometres = points[a].kilometres(to: points[b])
          if kilometres <= limit {
            found.append(PointPair(a: a, b: b, kilometres: kilometres))
          }
        }
        j += 1
      }
    }
    return found.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }
}
