// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GRDB
import Geography

/// The spatial index of every layer: extension `gpkg_rtree_index` of OGC 12-128r17, annex F.3.
///
/// Made after the rows, so that the triggers that keep it true when others edit the file do not run here.
enum GeoPackageIndex {
  static func create(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE gpkg_extensions (
          table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
          scope TEXT NOT NULL,
          CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))
        """)
    let layers = try String.fetchAll(
      database, sql: "SELECT table_name FROM gpkg_geometry_columns ORDER BY table_name")
    for layer in layers { try add(layer, in: database) }
  }

  private static func add(_ layer: String, in database: Database) throws {
    let index = "rtree_\(layer)_geom"
    try database.execute(
      sql: "CREATE VIRTUAL TABLE \"\(index)\" USING rtree(id, minx, maxx, miny, maxy)")
    let insert = try database.makeStatement(sql: "INSERT INTO \"\(index)\" VALUES (?, ?, ?, ?, ?)")
    let rows = try Row.fetchCursor(
      database, sql: "SELECT fid, geom FROM \"\(layer)\" ORDER BY fid")
    while let row = try rows.next() {
      guard let fid = row["fid"] as Int64?, let blob = row["geom"] as Data?,
        let box = GeoPackageGeometry.extent(of: [UInt8](blob))
      else { continue }
      try insert.execute(arguments: [fid, box.west, box.east, box.south, box.north])
    }
    for trigger in triggers(layer) { try database.execute(sql: trigger) }
    try database.execute(
      sql: "INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', ?, 'write-only')",
      arguments: [layer, "http://www.geopackage.org/spec120/#extension_rtree"])
  }

  /// As the standard words them, for programs that edit the layer; they need SQL functions that those have.
  private static func triggers(_ layer: String) -> [String] {
    let (t, c, i, r) = (layer, "geom", "fid", "rtree_\(layer)_geom")
    let values =
      "NEW.\"\(i)\", ST_MinX(NEW.\"\(c)\"), ST_MaxX(NEW.\"\(c)\"), ST_MinY(NEW.\"\(c)\"), ST_MaxY(NEW.\"\(c)\")"
    let isThere = "(NEW.\"\(c)\" NOTNULL AND NOT ST_IsEmpty(NEW.\"\(c)\"))"
    let isGone = "(NEW.\"\(c)\" ISNULL OR ST_IsEmpty(NEW.\"\(c)\"))"
    let put = "INSERT OR REPLACE INTO \"\(r)\" VALUES (\(values));"
    let take = "DELETE FROM \"\(r)\" WHERE id = OLD.\"\(i)\";"
    return [
      """
      CREATE TRIGGER "\(r)_insert" AFTER INSERT ON "\(t)" WHEN (new."\(c)" NOT NULL AND NOT ST_IsEmpty(NEW."\(c)")) \
      BEGIN \(put) END
      """,
      """
      CREATE TRIGGER "\(r)_update1" AFTER UPDATE OF "\(c)" ON "\(t)" WHEN OLD."\(i)" = NEW."\(i)" AND \(isThere) \
      BEGIN \(put) END
      """,
      """
      CREATE TRIGGER "\(r)_update2" AFTER UPDATE OF "\(c)" ON "\(t)" WHEN OLD."\(i)" = NEW."\(i)" AND \(isGone) \
      BEGIN \(take) END
      """,
      """
      CREATE TRIGGER "\(r)_update3" AFTER UPDATE ON "\(t)" WHEN OLD."\(i)" != NEW."\(i)" AND \(isThere) \
      BEGIN \(take) \(put) END
      """,
      """
      CREATE TRIGGER "\(r)_update4" AFTER UPDATE ON "\(t)" WHEN OLD."\(i)" != NEW."\(i)" AND \(isGone) \
      BEGIN DELETE FROM "\(r)" WHERE id IN (OLD."\(i)", NEW."\(i)"); END
      """,
      """
      CREATE TRIGGER "\(r)_delete" AFTER DELETE ON "\(t)" WHEN old."\(c)" NOT NULL \
      BEGIN \(take) END
      """,
    ]
  }
}
