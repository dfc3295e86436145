// SPDX-License-Identifier: GPL-3.0-or-later
import GRDB

/// The tables that every GeoPackage has, and the registration of layers.
enum GeoPackageSchema {
  /// A date that says nothing: outputs do not depend on when they are made.
  static let lastChange = "2026-01-01T00:00:00.000Z"

  static func create(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE gpkg_spatial_ref_sys (
          srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
          organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,
          definition TEXT NOT NULL, description TEXT);
        CREATE TABLE gpkg_contents (
          table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
          description TEXT DEFAULT '',
          last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
          min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
          CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id)
            REFERENCES gpkg_spatial_ref_sys(srs_id));
        CREATE TABLE gpkg_geometry_columns (
          table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
          srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
          CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
          CONSTRAINT uk_gc_table_name UNIQUE (table_name),
          CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
          CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
        """)
    let systems: [(String, Int, String, Int, String)] = [
      ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined"),
      ("Undefined geographic SRS", 0, "NONE", 0, "undefined"),
      ("WGS 84 geodetic", 4_326, "EPSG", 4_326, wgs84),
    ]
    for (name, id, organization, number, definition) in systems {
      try database.execute(
        sql: "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [name, id, organization, number, definition, name])
    }
  }

  private static let wgs84 =
    #"GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,"#
    + #"AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,"#
    + #"AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,"#
    + #"AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]"#

  /// Makes a layer's table and registers it.
  static func addLayer(
    _ name: String, _ geometry: String, columns: [(name: String, type: String)], box: Extent,
    in database: Database
  ) throws {
    let list = columns.map { ", \"\($0.name)\" \($0.type)" }.joined()
    try database.execute(
      sql: """
        CREATE TABLE "\(name)" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
          geom \(geometry)\(list))
        """)
    try database.execute(
      sql: "INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', ?, ?, ?, ?, ?, 4326)",
      arguments: [
        name, name, lastChange, box.isEmpty ? nil : box.west, box.isEmpty ? nil : box.south,
        box.isEmpty ? nil : box.east, box.isEmpty ? nil : box.north,
      ])
    try database.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)",
      arguments: [name, geometry])
  }
}

/// The rectangle around what a layer holds, in degrees.
struct Extent {
  var west = Double.infinity
  var south = Double.infinity
  var east = -Double.infinity
  var north = -Double.infinity

  var isEmpty: Bool { west > east }

  mutating func add(_ longitude: Double, _ latitude: Double) {
    west = min(west, longitude)
    east = max(east, longitude)
    south = min(south, latitude)
    north = max(north, latitude)
  }
}
