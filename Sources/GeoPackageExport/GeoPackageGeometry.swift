// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GRDB
import Geography

/// A geometry as a GeoPackage blob: header `GP`, EPSG 4326, little-endian, then well-known binary.
struct GeoPackageGeometry {
  private(set) var bytes: [UInt8]

  static func point(_ longitude: Double, _ latitude: Double) -> GeoPackageGeometry {
    var blob = GeoPackageGeometry(extent: nil)
    blob.begin(type: 1)
    blob.put(longitude)
    blob.put(latitude)
    return blob
  }

  /// A cell of a grid, its ring counter-clockwise.
  static func rectangle(
    west: Double, south: Double, east: Double, north: Double
  ) -> GeoPackageGeometry {
    var extent = Extent()
    extent.add(west, south)
    extent.add(east, north)
    var blob = GeoPackageGeometry(extent: extent)
    blob.begin(type: 3)
    blob.put(UInt32(1))
    blob.put(UInt32(5))
    for (x, y) in [(west, south), (east, south), (east, north), (west, north), (west, south)] {
      blob.put(x)
      blob.put(y)
    }
    return blob
  }

  static func lines(_ parts: [[GeoPoint]]) -> GeoPackageGeometry {
    var extent = Extent()
    for point in parts.joined() { extent.add(point.longitude, point.latitude) }
    var blob = GeoPackageGeometry(extent: extent)
    blob.begin(type: 5)
    blob.put(UInt32(parts.count))
    for part in parts {
      blob.begin(type: 2)
      blob.put(UInt32(part.count))
      for point in part {
        blob.put(point.longitude)
        blob.put(point.latitude)
      }
    }
    return blob
  }

  private init(extent: Extent?) {
    // Flags: little-endian, and whether the extent follows.
    bytes = [0x47, 0x50, 0, extent == nil ? 0x01 : 0x03]
    put(UInt32(4_326))
    guard let extent else { return }
    for value in [extent.west, extent.east, extent.south, extent.north] { put(value) }
  }

  private mutating func begin(type: UInt32) {
    bytes.append(1)
    put(type)
  }

  private mutating func put(_ value: UInt32) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  private mutating func put(_ value: Double) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> shift))
    }
  }

  /// As SQLite stores it.
  var value: DatabaseValue { Data(bytes).databaseValue }
}
