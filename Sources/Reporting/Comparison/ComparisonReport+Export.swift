// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import Scenario

/// Rows for writers outside this module.
extension ComparisonReport {
  /// A city of a scenario beside the base.
  public struct TableRow: Sendable, Hashable {
    /// `city`, `beside` or `district`.
    public var layer: String
    public var longitude: Double
    public var latitude: Double
    /// In the order of `tableColumns`.
    public var values: [CoverageReport.TableValue]
  }

  /// A cell of the map before and after, in seconds; nil is infinite.
  public struct SurfaceRow: Sendable, Hashable {
    public var scenario: String
    /// Of the cell in its grid.
    public var index: Int
    public var before: Int64?
    public var after: Int64?
    /// After minus before; nil where one is infinite.
    public var delta: Int64?
    /// Such as `faster-12`, `same` or `slower-1`; empty where neither reaches it.
    public var band: String
  }

  /// The columns of the city table, in their order.
  public static var tableColumns: [(name: String, type: CoverageReport.TableType)] {
    let texts: Set = [
      "scenario", "city_id", "name_zh", "name_en", "country_region", "base_exit_gateway",
      "exit_gateway", "base_main_service", "main_service", "base_status", "status",
    ]
    return cityColumns.map { ($0, CoverageReport.TableType(of: $0, texts: texts)) }
  }

  /// Cities of every scenario, those beside, and the districts.
  public var tableRows: [TableRow] {
    sides.flatMap { side in
      [("city", side.changes), ("beside", side.beside), ("district", side.districts)]
        .flatMap { layer, changes in
          changes.compactMap { change in
            (place(of: change, side)?.place).map { place in
              TableRow(
                layer: layer, longitude: place.longitude, latitude: place.latitude,
                values: cells(change, side).map(CoverageReport.value))
            }
          }
        }
    }
  }

  /// The maps that differ, from the widest.
  public var views: [MapView] { base.views }

  /// Side of a view's cells.
  public func cellDegrees(_ view: MapView) -> Double { base.cellDegrees(view) }

  /// Cells of one view of every scenario; empty where no map was computed.
  ///
  /// - Parameter view: Which cells.
  /// - Returns: By scenario, then by index.
  public func surfaceRows(_ view: MapView) -> [SurfaceRow] {
    sides.flatMap { side in
      cells(side, view).map { cell in
        SurfaceRow(
          scenario: side.name, index: cell.index, before: cell.before, after: cell.after,
          delta: cell.deltaSeconds, band: cell.band.map(DeltaBands.name) ?? "")
      }
    }
  }

  /// What made the report, as keys and values in a fixed order.
  public var runFacts: [(key: String, value: String)] {
    var facts = base.runFacts + [("base", comparison.base.name)]
    for side in sides {
      facts.append(("scenario", side.name))
      facts += side.scenario.changes.map { ("change", text($0)) }
    }
    return facts + [("width", width)]
  }
}
