// SPDX-License-Identifier: GPL-3.0-or-later
import GRDB

/// Table `layer_styles`, from which QGIS takes a layer's colours when it opens the file.
enum GeoPackageStyles {
  enum Symbol: String {
    case fill
    case mark = "marker"
  }

  static func create(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE layer_styles (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
          f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
          styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN,
          description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME);
        INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change)
          VALUES ('layer_styles', 'attributes', 'layer_styles', '\(GeoPackageSchema.lastChange)');
        """)
  }

  /// - Parameters:
  ///   - layer: Its table.
  ///   - field: The column whose values have colours.
  ///   - symbol: What is coloured.
  ///   - values: Value, name and colour `#rrggbb`.
  ///   - database: After `create`.
  /// - Throws: SQLite's error.
  static func add(
    to layer: String, field: String, _ symbol: Symbol,
    _ values: [(value: String, label: String, colour: String)], in database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO layer_styles VALUES
          (NULL, '', '', ?, 'geom', 'Tidebore', ?, NULL, 1, 'Tidebore', '', NULL, ?)
        """,
      arguments: [layer, qml(field, symbol, values), GeoPackageSchema.lastChange])
  }

  /// A categorized renderer as QGIS 3 writes it.
  private static func qml(
    _ field: String, _ symbol: Symbol, _ values: [(value: String, label: String, colour: String)]
  ) -> String {
    var categories = ""
    var symbols = ""
    for (number, row) in values.enumerated() {
      categories +=
        "<category render=\"true\" symbol=\"\(number)\" value=\"\(escaped(row.value))\" label=\"\(escaped(row.label))\"/>"
      let kind = symbol == .fill ? "SimpleFill" : "SimpleMarker"
      let rest =
        symbol == .fill
        ? "<prop k=\"outline_style\" v=\"no\"/>"
        : "<prop k=\"size\" v=\"2.4\"/><prop k=\"outline_color\" v=\"255,255,255,255\"/>"
      symbols +=
        "<symbol type=\"\(symbol.rawValue)\" name=\"\(number)\" alpha=\"1\"><layer class=\"\(kind)\" enabled=\"1\">"
        + "<prop k=\"color\" v=\"\(rgba(row.colour))\"/>\(rest)</layer></symbol>"
    }
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis version=\"3.22.0\">"
      + "<renderer-v2 type=\"categorizedSymbol\" attr=\"\(field)\" enableorderby=\"0\">"
      + "<categories>\(categories)</categories><symbols>\(symbols)</symbols></renderer-v2></qgis>"
  }

  private static func rgba(_ colour: String) -> String {
    let number = Int(colour.dropFirst(), radix: 16) ?? 0
    return "\(number >> 16),\(number >> 8 & 255),\(number & 255),255"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
