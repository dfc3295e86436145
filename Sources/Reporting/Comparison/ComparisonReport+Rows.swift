// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import FreightRouting
import Quantities
import Scenario

/// The rows of the machine-readable formats.
extension ComparisonReport {
  /// Cities before and after as CSV, a row for each city of each scenario.
  ///
  /// - Parameter excel: Begin with a byte order mark, and make inert what a spreadsheet would run.
  /// - Returns: UTF-8, RFC 4180.
  /// - Complexity: O(scenarios × cities).
  public func cityCSV(excel: Bool = false) -> [UInt8] {
    csv(excel, Self.cityColumns, sides.flatMap { side in side.allChanges.map { cells($0, side) } })
  }

  /// Every indicator as CSV.
  ///
  /// - Parameter excel: As for the cities.
  /// - Returns: UTF-8, RFC 4180.
  public func indicatorCSV(excel: Bool = false) -> [UInt8] {
    let columns = [
      "scenario", "name", "unit", "base", "value", "difference", "lo", "hi", "significant",
    ]
    return csv(
      excel, columns,
      sides.flatMap { side in
        side.indicators.map { row in
          [
            .text(side.name), .text(row.name), .text(row.unit), Differences.cell(row.base),
            Differences.cell(row.scenario), Differences.cell(row.difference),
            Differences.cell(row.low), Differences.cell(row.high), .flag(row.isSignificant),
          ]
        }
      })
  }

  /// The consignments of the basket before and after as CSV.
  ///
  /// - Parameter excel: As for the cities.
  /// - Returns: UTF-8, RFC 4180.
  public func basketCSV(excel: Bool = false) -> [UInt8] {
    let figures = ["p50_h", "p80_h", "p95_h", "cost_cny", "co2e_kg"]
    let columns =
      ["scenario", "id", "name_zh", "name_en", "origin", "destination", "class"]
      + figures.flatMap { ["base_" + $0, $0] }
    return csv(
      excel, columns,
      sides.flatMap { side in
        comparison.base.basket.map { item in
          let other = side.basketAnswer(item.id)
          return [
            .text(side.name), .text(item.id), .text(item.name.zh), .text(item.name.en),
            .text(item.originID), .text(item.destinationID),
            .text(item.consignment.cargoClass.rawValue),
          ] + zip(Self.figures(item), Self.figures(other)).flatMap { [$0, $1] }
        }
      })
  }

  private func csv(_ excel: Bool, _ columns: [String], _ rows: [[Cell]]) -> [UInt8] {
    var text = CSVText(forExcel: excel)
    text.add(columns.map(Cell.text))
    for row in rows { text.add(row) }
    return text.bytes
  }

  static func figures(_ item: BasketAnswer?) -> [Cell] {
    [
      Cell(hours: item?.p50), Cell(hours: item?.p80), Cell(hours: item?.p95),
      cost(item?.itinerary?.cost), co2e(item?.itinerary?.co2e),
    ]
  }

  private static func cost(_ money: Money?) -> Cell {
    money.map { .decimal(Numerals.yuan($0)) } ?? .empty
  }

  private static func co2e(_ emission: Emission?) -> Cell {
    emission.map { .decimal(Numerals.kilograms($0)) } ?? .empty
  }

  /// Keys of a city's row in CSV, JSON, GeoJSON and GeoPackage.
  static let cityColumns = [
    "scenario", "city_id", "name_zh", "name_en", "country_region", "tier", "target_h",
    "base_p50_h", "p50_h", "base_p80_h", "p80_h", "delta_p80_h", "base_cost_cny", "cost_cny",
    "delta_cost_cny", "base_co2e_kg", "co2e_kg", "delta_co2e_kg", "base_exit_gateway",
    "exit_gateway", "base_main_service", "main_service", "base_status", "status",
  ]

  /// The values of `cityColumns`.
  func cells(_ change: CityChange, _ side: ComparedScenario) -> [Cell] {
    let (old, new) = (change.before, change.after)
    let place = place(of: change, side)
    let territory = place.map { $0.network.territory(of: $0.id).code }
    let target = (old ?? new)?.targetSeconds
    return [
      .text(side.name), .text(change.cityID),
      Cell(place.flatMap { $0.place.nameZH.isEmpty ? nil : $0.place.nameZH }),
      Cell(place?.place.nameEN), Cell(territory), .whole(change.tier), Cell(hours: target),
      Cell(hours: old?.p50), Cell(hours: new?.p50), Cell(hours: old?.p80),
      Cell(hours: new?.p80), Cell(hours: change.deltaP80),
      Self.cost(old?.itinerary?.cost), Self.cost(new?.itinerary?.cost),
      change.deltaCostCNY.map { .decimal(Numerals.fixed($0, 2)) } ?? .empty,
      Self.co2e(old?.itinerary?.co2e), Self.co2e(new?.itinerary?.co2e),
      change.deltaCO2eKG.map { .decimal(Numerals.fixed($0, 3)) } ?? .empty,
      Cell(old?.exitGateway.map { base.network.places[$0].id }),
      Cell(new?.exitGateway.map { side.report.network.places[$0].id }),
      Cell(old?.mainService.map { base.network.services[$0].id }),
      Cell(new?.mainService.map { side.report.network.services[$0].id }),
      Cell(old?.status.rawValue), .text(change.status.rawValue),
    ]
  }
}
