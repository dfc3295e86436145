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

  /// The rectangle around a blob that this type wrote: its header's, or its point.
  static func extent(of blob: [UInt8]) -> Extent? {
    func number(at offset: Int) -> Double? {
      guard offset + 8 <= blob.count else { return nil }
      let bits = blob[offset..<offset + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return Double(bitPattern: bits)
    }
    guard blob.count > 8 else { return nil }
    var extent = Extent()
    if blob[3] == 0x03 {
      guard let west = number(at: 8), let east = number(at: 16), let south = number(at: 24),
        let north = number(at: 32)
      else { return nil }
      extent.add(west, south)
      extent.add(east, north)
    } else {
      // Header of 8 bytes, byte order, type of 4, then the point.
      guard let x = number(at: 13), let y = number(at: 21) else { return nil }
      extent.add(x, y)
    }
    return extent
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
