// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import GRDB
import Geography
import Quantities
import Reporting

/// The rows of the layers, in the order of the report.
struct GeoPackageLayers {
  let report: CoverageReport

  private var network: Network { report.network }

  func cities(_ database: Database) throws {
    let rows = report.tableRows
    var extent = Extent()
    for row in rows { extent.add(row.longitude, row.latitude) }
    let columns =
      [(name: "layer", type: "TEXT")]
      + report.tableColumns.map { (name: $0.name, type: $0.type.rawValue) }
    try GeoPackageSchema.addLayer(
      "cities", "POINT", columns: columns, box: extent, in: database)
    let insert = try Self.insertion("cities", columns.count, database)
    for row in rows {
      let values: [DatabaseValue] = row.values.map { value in
        switch value {
        case .none: .null
        case .text(let text): text.databaseValue
        case .whole(let number): number.databaseValue
        case .number(let number): number.databaseValue
        }
      }
      try insert.execute(
        arguments: StatementArguments(
          [
            GeoPackageGeometry.point(row.longitude, row.latitude).value, row.layer.databaseValue,
          ] + values))
    }
  }

  func cells(
    _ database: Database, _ name: String, _ cells: [SurfaceCell], degrees: Double
  ) throws {
    let columns = Int((360 / degrees).rounded())
    func corner(_ cell: SurfaceCell) -> (west: Double, south: Double) {
      let (row, column) = cell.index.quotientAndRemainder(dividingBy: columns)
      return (Double(column) * degrees - 180, Double(row) * degrees - 90)
    }
    var extent = Extent()
    for cell in cells {
      let (west, south) = corner(cell)
      extent.add(west, south)
      extent.add(west + degrees, south + degrees)
    }
    try GeoPackageSchema.addLayer(
      name, "POLYGON",
      columns: [("hours", "DOUBLE"), ("band", "INTEGER"), ("under_half_in_time", "BOOLEAN")],
      box: extent, in: database)
    let insert = try Self.insertion(name, 3, database)
    for cell in cells {
      let (west, south) = corner(cell)
      let hours = cell.seconds.map { (Double($0) / 3.6).rounded() / 1_000 }
      try insert.execute(
        arguments: [
          GeoPackageGeometry.rectangle(
            west: west, south: south, east: west + degrees, north: south + degrees
          ).value,
          hours, report.band(of: cell.seconds), cell.isHatched,
        ])
    }
  }

  func places(_ database: Database) throws {
    var extent = Extent()
    for place in network.places { extent.add(place.longitude, place.latitude) }
    try GeoPackageSchema.addLayer(
      "places", "POINT",
      columns: [
        ("id", "TEXT"), ("name_zh", "TEXT"), ("name_en", "TEXT"), ("kind", "TEXT"),
        ("country_region", "TEXT"), ("population", "INTEGER"), ("quality", "TEXT"),
      ], box: extent, in: database)
    let insert = try Self.insertion("places", 7, database)
    for place in network.places {
      try insert.execute(
        arguments: [
          GeoPackageGeometry.point(place.longitude, place.latitude).value, place.id, place.nameZH,
          place.nameEN, place.kind.rawValue, network.territories[place.territory].code,
          place.population, place.provenance.quality.rawValue,
        ])
    }
  }

  /// Services as lines from call to call; flights along great circles; nothing crosses ±180°.
  func services(_ database: Database) throws {
    let lines = network.services.map { service in
      zip(service.stops, service.stops.dropFirst()).flatMap { a, b in
        MapLine.between(point(a.place), point(b.place), isArc: service.mode == .air)
      }
    }
    var extent = Extent()
    for point in lines.joined().joined() { extent.add(point.longitude, point.latitude) }
    try GeoPackageSchema.addLayer(
      "services", "MULTILINESTRING",
      columns: [
        ("id", "TEXT"), ("name_en", "TEXT"), ("mode", "TEXT"), ("type", "TEXT"),
        ("carrier", "TEXT"), ("status", "TEXT"), ("per_week", "DOUBLE"), ("quality", "TEXT"),
      ], box: extent, in: database)
    let insert = try Self.insertion("services", 8, database)
    for (service, line) in zip(network.services, lines) where !line.isEmpty {
      try insert.execute(
        arguments: [
          GeoPackageGeometry.lines(line).value, service.id, service.nameEN,
          service.mode.rawValue, service.serviceType, network.carriers[service.carrier].id,
          service.status.rawValue, service.frequencyPerWeek,
          service.provenance.quality.rawValue,
        ])
    }
  }

  /// Colours of the page for the cells, and signs for the cities.
  func styles(_ database: Database) throws {
    try GeoPackageStyles.create(in: database)
    let bands = report.bandStyles
    for view in report.views {
      try GeoPackageStyles.add(
        to: "cells_" + view.rawValue, field: "band", .fill, bands, in: database)
    }
    try GeoPackageStyles.add(
      to: "cities", field: "status", .mark, report.statusStyles, in: database)
  }

  /// What made the file, as keys and values.
  func run(_ database: Database) throws { try Self.run(report.runFacts, in: database) }

  static func run(_ facts: [(key: String, value: String)], in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE run (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, key TEXT, value TEXT)
        """)
    try database.execute(
      sql: """
        INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change)
        VALUES ('run', 'attributes', 'run', ?)
        """, arguments: [GeoPackageSchema.lastChange])
    let insert = try database.makeStatement(sql: "INSERT INTO run (key, value) VALUES (?, ?)")
    for (key, value) in facts { try insert.execute(arguments: [key, value]) }
  }

  private func point(_ id: ID<Place>) -> GeoPoint {
    GeoPoint(latitude: network.places[id].latitude, longitude: network.places[id].longitude)
  }

  static func insertion(
    _ table: String, _ columns: Int, _ database: Database
  ) throws -> Statement {
    let marks = String(repeating: ", ?", count: columns)
    return try database.makeStatement(sql: "INSERT INTO \"\(table)\" VALUES (NULL, ?\(marks))")
  }
}
