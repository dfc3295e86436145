// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import Geography
import Quantities

/// A point of a drawing in pixels, from the upper left.
struct DrawingPoint: Hashable {
  var x: Double
  var y: Double
}

/// Three windows on the world.
public enum MapView: String, Sendable, CaseIterable {
  case world
  /// All places of the network; the world where they are spread over it.
  case network
  /// The surroundings of the origin, at a scale where its ports are apart.
  case origin
}

/// A projection fitted to a rectangle of the drawing.
struct MapFrame {
  enum Projection {
    /// Pseudo-cylindrical: parallels are straight, so a cell is a trapezoid.
    ///
    /// T. Patterson, B. Jenny, B. Šavrič: "Natural Earth", polynomial of 2011.
    case naturalEarth
    case plateCarree(parallel: Double)
  }

  let projection: Projection
  /// Meridian in the middle; the map is cut opposite to it.
  let centre: Double
  let south: Double
  let north: Double
  /// Longitudes from the centre that the frame shows.
  let halfWidth: Double
  let width: Double
  let height: Double
  /// Pixels per unit of the projection.
  let scale: Double
  /// The projection's ordinate at the upper edge.
  let top: Double

  /// The world between Antarctica and the far north, cut where little land lies.
  ///
  /// - Parameters:
  ///   - width: Pixels.
  ///   - centre: 150 cuts it in the Atlantic, 10 in the Bering Strait.
  ///   - latitudes: What must be seen beyond the usual -56…78.
  /// - Returns: A frame of the whole turn.
  static func world(
    width: Double, centre: Double = 150, latitudes: ClosedRange<Double> = 0...0
  ) -> MapFrame {
    MapFrame(
      .naturalEarth, centre: centre, south: max(-90, min(-56, latitudes.lowerBound - 2)),
      north: min(90, max(78, latitudes.upperBound + 2)), halfWidth: 180, width: width)
  }

  /// The world with all of a network's places, and the origin far from the cut.
  static func world(of network: Network, around origin: ID<Place>, width: Double) -> MapFrame {
    func turn(from meridian: Double) -> Double {
      let east = network.places[origin].longitude - meridian + 540
      return abs(east.truncatingRemainder(dividingBy: 360) - 180)
    }
    let latitudes = network.places.map(\.latitude)
    return world(
      width: width, centre: turn(from: 10) < turn(from: 150) ? 10 : 150,
      latitudes: (latitudes.min() ?? 0)...(latitudes.max() ?? 0))
  }

  static func window(_ window: MapWindow, width: Double) -> MapFrame {
    .window(
      west: window.west, south: window.south, east: window.east, north: window.north,
      width: width)
  }

  static func window(
    west: Double, south: Double, east: Double, north: Double, width: Double
  ) -> MapFrame {
    MapFrame(
      .plateCarree(parallel: (south + north) / 2), centre: (west + east) / 2, south: south,
      north: north, halfWidth: (east - west) / 2, width: width)
  }

  /// Width over height.
  var aspect: Double { width / height }

  private init(
    _ projection: Projection, centre: Double, south: Double, north: Double, halfWidth: Double,
    width: Double
  ) {
    self.projection = projection
    self.centre = centre
    self.south = south
    self.north = north
    self.halfWidth = halfWidth
    self.width = width
    let widest = Self.raw(projection, halfWidth, south < 0 && north > 0 ? 0 : south).x
    scale = width / 2 / widest
    top = Self.raw(projection, 0, north).y
    height = (top - Self.raw(projection, 0, south).y) * scale
  }

  private static func raw(
    _ projection: Projection, _ longitude: Double, _ latitude: Double
  ) -> (x: Double, y: Double) {
    let degree = Double.pi / 180
    switch projection {
    case .plateCarree(let parallel):
      let shrink = max(plainCosine(parallel * degree), 0.02)
      return (longitude * degree * shrink, latitude * degree)
    case .naturalEarth:
      let phi = latitude * degree
      let p2 = phi * phi
      let p4 = p2 * p2
      let x = 0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))
      let y =
        phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)))
      return (longitude * degree * x, y)
    }
  }

  /// Degrees east of the centre, from -180 to below 180.
  func offset(_ longitude: Double) -> Double {
    let turned = (longitude - centre).truncatingRemainder(dividingBy: 360)
    return turned < -180 ? turned + 360 : turned >= 180 ? turned - 360 : turned
  }

  /// The place of a point whose longitude is given from the centre, which may lie beyond the cut.
  func point(offset: Double, latitude: Double) -> DrawingPoint {
    let raw = Self.raw(projection, offset, latitude)
    return DrawingPoint(x: width / 2 + raw.x * scale, y: (top - raw.y) * scale)
  }

  func point(longitude: Double, latitude: Double) -> DrawingPoint {
    point(offset: offset(longitude), latitude: latitude)
  }

  func shows(longitude: Double, latitude: Double) -> Bool {
    latitude >= south && latitude <= north && abs(offset(longitude)) <= halfWidth
  }

  /// The frame's own border as a closed path.
  func border() -> [DrawingPoint] {
    let steps = 40
    let east = (0...steps).map {
      point(offset: halfWidth, latitude: south + (north - south) * Double($0) / Double(steps))
    }
    let west = (0...steps).map {
      point(offset: -halfWidth, latitude: north - (north - south) * Double($0) / Double(steps))
    }
    return east + west
  }
}
