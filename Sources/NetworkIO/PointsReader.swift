// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
public import FreightModel
import Geography
import Quantities

/// Points as they were read.
public struct ReadPoints: Sendable {
  /// In the order of the file.
  public var points: [DeliveryPoint]
  public var warnings: [Diagnostic]
  /// Path as the user gave it.
  public var input: InputFile
}

/// Reads a table of delivery points by the rules of the network's tables.
public enum PointsReader {
  /// Reads and checks a file; throws all errors at once.
  ///
  /// - Complexity: O(size of the file).
  public static func read(
    file path: String, limits: ReadLimits = .default
  ) throws(InvalidInput) -> ReadPoints {
    var log = DiagnosticLog(limit: limits.faults)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var points: [DeliveryPoint] = []
    var bytes: [UInt8] = []
    if let read = NetworkFolder.load(path, name: name, order: 1, limits, &log) {
      bytes = read
      points = rows(path, name, bytes, limits, &log)
    }
    let (errors, warnings) = log.sorted(folder: path)
    guard errors.isEmpty else { throw InvalidInput(errors: errors, warnings: warnings) }
    return ReadPoints(
      points: points, warnings: warnings,
      input: InputFile(path: path, sha256: SHA256.hex(of: bytes)))
  }

  private static func rows(
    _ path: String, _ name: String, _ bytes: [UInt8], _ limits: ReadLimits,
    _ log: inout DiagnosticLog
  ) -> [DeliveryPoint] {
    var table = DecodedTable(
      spec(name), order: 1, file: path, document: CSVDocument(bytes: bytes, limits: limits),
      log: &log)
    table.reportRepeatedKeys(log: &log)
    let columns = ["id", "name", "latitude", "longitude", "population", "crs"].map(table.column)
    var points: [DeliveryPoint] = []
    points.reserveCapacity(table.rowCount)
    for row in table.rows where table.isSound[row] {
      guard let latitude = table.number(row, columns[2]),
        let longitude = table.number(row, columns[3])
      else { continue }
      var point = GeoPoint(latitude: latitude, longitude: longitude)
      if let system = table.integer(row, columns[5]), system > 0 {
        point =
          system == 1
          ? ChineseDatum.wgs84(fromGCJ02: point) : ChineseDatum.wgs84(fromBD09: point)
        let (line, column) = table.position(row, columns[5])
        log.add(
          .coordinatesShifted, .warning, table: 1, file: path, line: line, column: column,
          [
            table.text(row, columns[0]), table.text(row, columns[5]), degrees(point.latitude),
            degrees(point.longitude),
          ])
      }
      points.append(
        DeliveryPoint(
          id: table.text(row, columns[0]), name: table.text(row, columns[1]),
          latitude: point.latitude, longitude: point.longitude,
          population: table.integer(row, columns[4])))
    }
    return points
  }

  /// Its name is that of the user's file, which faults of the header name.
  private static func spec(_ file: String) -> TableSpec {
    TableSpec(
      plain: file.hasSuffix(".csv") ? String(file.dropLast(4)) : file, key: ["id"],
      [
        .required("id", .identifier),
        .required("latitude", .number(Limits.latitude)),
        .required("longitude", .number(Limits.longitude)),
        .optional("name", .text),
        .optional("population", .integer(Limits.people)),
        .optional("crs", .word(["wgs84", "gcj02", "bd09"])),
      ])
  }
}
