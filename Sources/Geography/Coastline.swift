// SPDX-License-Identifier: GPL-3.0-or-later

/// A closed line of the coast: the first point is repeated at the end.
///
/// Outer rings run counter-clockwise (seen with north up), holes (lakes) clockwise. No ring crosses
/// ±180°: land there is cut, with an edge along the meridian.
public struct CoastRing: Hashable, Sendable {
  public var isHole: Bool
  public var points: [GeoPoint]

  /// Twice the signed area in square degrees, positive when counter-clockwise.
  public var doubledArea: Double {
    zip(points, points.dropFirst()).reduce(0) { sum, edge in
      sum + edge.0.longitude * edge.1.latitude - edge.1.longitude * edge.0.latitude
    }
  }
}

/// Outlines of land for drawing; never for deciding what is land (`World` does).
public struct Coastline: Hashable, Sendable {
  public enum Detail: Int, Sendable, CaseIterable {
    /// The whole Earth, simplified to about 3 km, islands of 150 km² and more.
    case world
    /// 117.4–123.6° E, 28.4–33.1° N, to about 100 m, islands of 0.3 km² and more.
    ///
    /// Land is cut along the window's sides; clip 0.1° inside to hide those edges.
    case delta
  }

  public var west: Double
  public var south: Double
  public var east: Double
  public var north: Double
  /// Outer rings from the largest, each followed by its holes.
  public var rings: [CoastRing]

  /// Decodes the embedded outline.
  ///
  /// - Complexity: O(*points*): 66,000 for the world (about 1 ms), 1,600 for the delta.
  public init(_ detail: Detail) {
    var reader = VarintReader(EmbeddedBytes.coast)
    var outline = Coastline(reading: &reader)
    for _ in 0..<detail.rawValue { outline = Coastline(reading: &reader) }
    self = outline
  }

  private init(reading reader: inout VarintReader) {
    let unit = Double(reader.next())
    west = Double(reader.nextSigned()) / unit
    south = Double(reader.nextSigned()) / unit
    east = Double(reader.nextSigned()) / unit
    north = Double(reader.nextSigned()) / unit
    let count = reader.next()
    rings = []
    rings.reserveCapacity(count)
    for _ in 0..<count {
      let head = reader.next()
      var points: [GeoPoint] = []
      points.reserveCapacity(head >> 1 + 1)
      var x = 0
      var y = 0
      for _ in 0..<head >> 1 {
        x += reader.nextSigned()
        y += reader.nextSigned()
        points.append(GeoPoint(latitude: Double(y) / unit, longitude: Double(x) / unit))
      }
      points.append(points[0])
      rings.append(CoastRing(isHole: head & 1 == 1, points: points))
    }
  }
}
