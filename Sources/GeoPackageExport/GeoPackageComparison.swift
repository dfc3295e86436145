// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import GRDB
import Geography
import Quantities
public import Reporting

extension GeoPackageExport {
  /// Writes a comparison: `city_changes`, cells of every map as in a circle, and `run`.
  ///
  /// Each city and cell stands once for each scenario, with base, scenario and difference in hours.
  ///
  /// - Parameters:
  ///   - report: The comparison.
  ///   - path: Of the file, which is complete or absent.
  /// - Throws: `FileFailure`, such as for a full disk or a folder that may not be written.
  public static func write(
    _ report: ComparisonReport, to path: String
  ) throws(FileFailure) {
    try write(to: path) { database in
      let layers = GeoPackageComparison(report: report)
      try layers.cities(database)
      for view in report.views {
        try layers.cells(
          database, "cells_" + view.rawValue, view, degrees: report.cellDegrees(view))
      }
      try GeoPackageLayers.run(report.runFacts, in: database)
    }
  }
}

/// The rows of a comparison's layers, in the order of the report.
struct GeoPackageComparison {
  let report: ComparisonReport

  func cities(_ database: Database) throws {
    let rows = report.tableRows
    var extent = Extent()
    for row in rows { extent.add(row.longitude, row.latitude) }
    let columns =
      [(name: "layer", type: "TEXT")]
      + ComparisonReport.tableColumns.map { (name: $0.name, type: $0.type.rawValue) }
    try GeoPackageSchema.addLayer(
      "city_changes", "POINT", columns: columns, box: extent, in: database)
    let insert = try GeoPackageLayers.insertion("city_changes", columns.count, database)
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
          [GeoPackageGeometry.point(row.longitude, row.latitude).value, row.layer.databaseValue]
            + values))
    }
  }

  func cells(
    _ database: Database, _ name: String, _ view: MapView, degrees: Double
  ) throws {
    let columns = Int((360 / degrees).rounded())
    func corner(_ index: Int) -> (west: Double, south: Double) {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      return (Double(column) * degrees - 180, Double(row) * degrees - 90)
    }
    let cells = report.surfaceRows(view)
    var extent = Extent()
    for cell in cells {
      let (west, south) = corner(cell.index)
      extent.add(west, south)
      extent.add(west + degrees, south + degrees)
    }
    try GeoPackageSchema.addLayer(
      name, "POLYGON",
      columns: [
        ("scenario", "TEXT"), ("base_h", "DOUBLE"), ("hours", "DOUBLE"), ("delta_h", "DOUBLE"),
        ("band", "TEXT"),
      ], box: extent, in: database)
    let insert = try GeoPackageLayers.insertion(name, 5, database)
    for cell in cells {
      let (west, south) = corner(cell.index)
      try insert.execute(
        arguments: [
          GeoPackageGeometry.rectangle(
            west: west, south: south, east: west + degrees, north: south + degrees
          ).value,
          cell.scenario, hours(cell.before), hours(cell.after), hours(cell.delta), cell.band,
        ])
    }
  }

  private func hours(_ seconds: Int64?) -> Double? {
    seconds.map { (Double($0) / 3.6).rounded() / 1_000 }
  }
}
