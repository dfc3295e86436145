// SPDX-License-Identifier: GPL-3.0-or-later
public import Geography
import JSONText

/// Geometries and features of RFC 7946: longitude before latitude, at most six decimals, no crs.
enum GeoJSONText {
  static func position(_ longitude: Double, _ latitude: Double) -> JSONValue {
    .array([number(longitude), number(latitude)])
  }

  /// A corner of a line or ring; 180° E is written a decimetre to its west, because readers that
  /// fold longitudes to ±180° take it for 180° W.
  private static func corner(_ longitude: Double, _ latitude: Double) -> JSONValue {
    position(longitude == 180 ? 179.999999 : longitude, latitude)
  }

  /// A degree as the shortest decimal of at most six places.
  private static func number(_ value: Double) -> JSONValue {
    .number(Double(Numerals.short(value, 6)) ?? 0)
  }

  /// A feature without its id, which `collection` gives.
  struct Feature {
    var geometry: JSONValue
    var properties: [JSONValue.Member]
  }

  static func feature(_ geometry: JSONValue, _ properties: [JSONValue.Member]) -> Feature {
    Feature(geometry: geometry, properties: properties)
  }

  /// Features with ids from 1: unique whole numbers, which is what map libraries that light up one feature need.
  static func collection(_ header: [JSONValue.Member], _ features: [Feature]) -> [UInt8] {
    var bytes: [UInt8] = []
    let list = features.enumerated().map { number, feature in
      JSONValue.object([
        .init("type", "Feature"), .init("id", .integer(Int64(number + 1))),
        .init("properties", .object(feature.properties)), .init("geometry", feature.geometry),
      ])
    }
    let members: [JSONValue.Member] =
      [.init("type", "FeatureCollection")] + header + [.init("features", .array(list))]
    JSONValue.object(members).write(into: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  static func geometry(_ type: String, _ coordinates: JSONValue) -> JSONValue {
    .object([.init("type", .string(type)), .init("coordinates", coordinates)])
  }

  static func point(_ longitude: Double, _ latitude: Double) -> JSONValue {
    geometry("Point", position(longitude, latitude))
  }

  /// Lines as LineString or MultiLineString.
  static func lines(_ parts: [[GeoPoint]]) -> JSONValue {
    let all = parts.map { part in
      JSONValue.array(part.map { corner($0.longitude, $0.latitude) })
    }
    return all.count == 1
      ? geometry("LineString", all[0]) : geometry("MultiLineString", .array(all))
  }

  /// Cell polygons of one grid as a MultiPolygon.
  static func polygons(_ polygons: [CellPolygon], degrees: Double) -> JSONValue {
    func ring(_ points: [GridPoint]) -> JSONValue {
      .array(
        points.map {
          corner(Double($0.column) * degrees - 180, Double($0.row) * degrees - 90)
        })
    }
    return geometry(
      "MultiPolygon",
      .array(polygons.map { .array([ring($0.outer)] + $0.holes.map(ring)) }))
  }
}

/// The way between two points as a line on the map.
public enum MapLine {
  /// A great circle in steps of about 2°, or a straight line where it is short; cut at ±180°.
  public static func between(_ a: GeoPoint, _ b: GeoPoint, isArc: Bool) -> [[GeoPoint]] {
    let points = isArc ? a.arc(to: b) : [a, b]
    return cutAtAntimeridian(points)
  }

  /// Parts that do not cross ±180°; the crossing point ends one and begins the next.
  static func cutAtAntimeridian(_ points: [GeoPoint]) -> [[GeoPoint]] {
    var parts: [[GeoPoint]] = []
    var part = points.prefix(1) + []
    for (from, to) in zip(points, points.dropFirst()) {
      let jump = to.longitude - from.longitude
      guard abs(jump) > 180 else {
        part.append(to)
        continue
      }
      let side = from.longitude > 0 ? 180.0 : -180
      let whole = 360 - abs(jump)
      let share = whole == 0 ? 0 : abs(side - from.longitude) / whole
      let latitude = from.latitude + (to.latitude - from.latitude) * share
      if from.longitude != side { part.append(GeoPoint(latitude: latitude, longitude: side)) }
      if part.count > 1 { parts.append(Array(part)) }
      part = to.longitude == -side ? [to] : [GeoPoint(latitude: latitude, longitude: -side), to]
    }
    if part.count > 1 { parts.append(Array(part)) }
    return parts
  }
}
