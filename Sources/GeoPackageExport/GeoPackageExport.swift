// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import GRDB
import Geography
import Quantities
public import Reporting

/// A circle as one GeoPackage (OGC 12-128r19, version 1.3) for QGIS and other map programs.
///
/// Layers: `cities`, `cells_world`, `cells_network` (where that is less than the world), `cells_origin`, `places`, `services`, each with a spatial index; table `layer_styles` has their
/// colours for QGIS, table `run` says what made it.
/// Equal results give equal bytes: one transaction, rows in the report's order, a fixed date of change.
public enum GeoPackageExport {
  /// Writes the file beside its place, syncs and renames it, so that it is complete or absent.
  ///
  /// - Throws: `FileFailure`, such as for a full disk or a folder that may not be written.
  public static func write(_ report: CoverageReport, to path: String) throws(FileFailure) {
    try write(to: path) { database in
      let layers = GeoPackageLayers(report: report)
      try layers.cities(database)
      for view in report.views {
        try layers.cells(
          database, "cells_" + view.rawValue, report.surface(of: view),
          degrees: report.cellDegrees(view))
      }
      try layers.places(database)
      try layers.services(database)
      try layers.styles(database)
      try layers.run(database)
    }
  }

  /// Writes the file with the layers that `addLayers` makes.
  static func write(
    to path: String, _ addLayers: (Database) throws -> Void
  ) throws(FileFailure) {
    try publish(to: path) { temporary in try fill(temporary, addLayers) }
  }

  /// Lets `make` write a file beside its place, then syncs and renames it.
  static func publish(
    to path: String, _ make: (_ temporary: String) throws -> Void
  ) throws(FileFailure) {
    let file = try OutputFile(path, needsFile: true)
    guard let temporary = file.temporary else { throw FileFailure(path: path, code: 5) }
    do {
      try make(temporary)
    } catch let error as DatabaseError {
      throw FileFailure(path: path, code: systemCode(error.resultCode))
    } catch {
      throw FileFailure(path: path, code: 5)
    }
    try file.finish()
  }

  /// The system's error number nearest to SQLite's.
  private static func systemCode(_ code: ResultCode) -> Int32 {
    switch code {
    case .SQLITE_FULL: 28
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM: 13
    default: 5
    }
  }

  /// No journal beside the file: what is broken off is deleted, never rolled back.
  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = MEMORY")
      try database.execute(sql: "PRAGMA synchronous = OFF")
    }
    return configuration
  }

  private static func fill(
    _ path: String, _ addLayers: (Database) throws -> Void
  ) throws {
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA application_id = 1196444487")
      try database.execute(sql: "PRAGMA user_version = 10300")
    }
    try queue.write { database in
      try GeoPackageSchema.create(in: database)
      try addLayers(database)
      try GeoPackageIndex.create(in: database)
    }
    try queue.close()
  }
}
