// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
import Geography
public import Quantities

/// A rectangle of the globe in degrees; where it crosses ±180° its east is above 180.
public struct MapWindow: Sendable, Hashable {
  public let west, south, east, north: Double

  /// Degrees of latitude at the window's middle that it is wide, for each that it is tall.
  public var aspect: Double {
    (east - west) * Self.shrink((south + north) / 2) / (north - south)
  }

  /// How far a map "around the origin" looks for the network's terminals.
  static let aroundKM = 190.0

  /// The surroundings of a place with the terminals near it, as wide as a sheet of paper wants.
  ///
  /// - Parameters:
  ///   - origin: What stands in it whatever else does.
  ///   - network: Whose terminals within 190 km stand in it too.
  /// - Returns: A window of one shape.
  /// - Complexity: O(places).
  public static func around(_ origin: ID<Place>, in network: Network) -> MapWindow {
    let home = network.places[origin]
    let points = network.places.filter { place in
      place.id == home.id
        || (place.kind != .city
          && greatCircleKM(home.latitude, home.longitude, place.latitude, place.longitude)
            < aroundKM)
    }.map { (latitude: $0.latitude, longitude: $0.longitude) }
    return fitted(points, leastTall: 1.3, margin: 0.3, aspects: 1.143...1.143)
      .drawn(inside: Coastline(.delta))
  }

  /// All places of a network; nil where only a map of the world holds them.
  ///
  /// - Parameter network: With at least one place.
  /// - Returns: A window of the shape that its places have.
  /// - Complexity: O(*n* log *n*) of the places.
  public static func whole(_ network: Network) -> MapWindow? {
    let points = network.places.map { (latitude: $0.latitude, longitude: $0.longitude) }
    guard !points.isEmpty, breadth(points).width < 150 else { return nil }
    let tall = (points.map(\.latitude).max() ?? 0) - (points.map(\.latitude).min() ?? 0)
    guard tall < 100 else { return nil }
    let window = fitted(
      points, leastTall: 1.3, margin: max(0.3, tall * 0.14), aspects: 1.143...2.4)
    return window.east - window.west < 200 ? window : nil
  }

  /// The shortest stretch of longitudes that holds the points: its west end and width.
  private static func breadth(
    _ points: [(latitude: Double, longitude: Double)]
  ) -> (west: Double, width: Double) {
    let sorted = points.map(\.longitude).sorted()
    var widest = (gap: sorted[0] + 360 - sorted[sorted.count - 1], west: sorted[0])
    for (a, b) in zip(sorted, sorted.dropFirst()) where b - a > widest.gap { widest = (b - a, b) }
    return (widest.west, 360 - widest.gap)
  }

  private static func fitted(
    _ points: [(latitude: Double, longitude: Double)], leastTall: Double, margin: Double,
    aspects: ClosedRange<Double>
  ) -> MapWindow {
    let latitudes = points.map(\.latitude)
    let (low, high) = (latitudes.min() ?? 0, latitudes.max() ?? 0)
    let (left, width) = breadth(points)
    var tall = max(high - low, leastTall) + margin
    let middle = (low + high) / 2
    // Wide and tall in degrees of latitude, so that the picture's shape is what is asked for.
    var wide = max(width, 0.1) * shrink(middle) + margin * 1.15
    let aspect = min(max(wide / tall, aspects.lowerBound), aspects.upperBound)
    if wide < tall * aspect { wide = tall * aspect } else { tall = wide / aspect }
    tall = min(tall, 180)
    let south = min(max(middle - tall / 2, -90), 90 - tall)
    let degrees = min(360, wide / shrink(south + tall / 2))
    var west = left + width / 2 - degrees / 2
    if west < -180 { west += 360 } else if west >= 180 { west -= 360 }
    return MapWindow(west: west, south: south, east: west + degrees, north: south + tall)
  }

  /// Length of a degree of longitude over one of latitude; at a pole a little more than nothing.
  private static func shrink(_ latitude: Double) -> Double {
    max(plainCosine(latitude * .pi / 180), 0.02)
  }

  /// Moved into what the fine outline covers, where it reaches into that and fits.
  private func drawn(inside fine: Coastline) -> MapWindow {
    let hidden = 0.1  // The outline is cut that far outside of what should be drawn.
    let (low, high) = (fine.south + hidden, fine.north - hidden)
    let (left, right) = (fine.west + hidden, fine.east - hidden)
    guard north - south <= high - low, east - west <= right - left, west < right, east > left,
      south < high, north > low
    else { return self }
    let x = min(max(west, left), right - (east - west))
    let y = min(max(south, low), high - (north - south))
    return MapWindow(west: x, south: y, east: x + east - west, north: y + north - south)
  }
}

/// The grids of cells of a circle's maps.
public struct SurfaceGrids: Sendable, Hashable {
  public let world = SurfaceGrid.world
  /// Nil where the world's is as near: the network is spread over it.
  public let network: SurfaceGrid?
  public let origin: SurfaceGrid

  public init(network: Network, origin: ID<Place>) {
    self.network = MapWindow.whole(network).map { SurfaceGrid(covering: $0, atMost: 12_000) }
    self.origin = SurfaceGrid(covering: .around(origin, in: network), atMost: 16_000)
  }
}
