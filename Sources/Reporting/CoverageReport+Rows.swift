// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import Quantities

/// The table of cities for writers outside this module.
extension CoverageReport {
  /// A value of the table.
  public enum TableValue: Sendable, Hashable {
    case none
    case text(String)
    case whole(Int)
    case number(Double)
  }

  /// What a column holds, by SQL's names.
  public enum TableType: String, Sendable, Hashable {
    case text = "TEXT"
    case whole = "INTEGER"
    case number = "DOUBLE"

    init(of column: String, texts: Set<String>) {
      self = texts.contains(column) ? .text : column == "tier" ? .whole : .number
    }
  }

  /// A city, one beside, or a district.
  public struct TableRow: Sendable, Hashable {
    /// `city`, `beside` or `district`.
    public var layer: String
    public var longitude: Double
    public var latitude: Double
    /// In the order of `tableColumns`.
    public var values: [TableValue]
  }

  /// The contract's columns, in their order.
  public var tableColumns: [(name: String, type: TableType)] {
    let texts: Set = [
      "city_id", "name_zh", "name_en", "country_region", "exit_gateway", "main_service",
      "top_wait_place", "binding_constraint", "status", "reason",
    ]
    return columnNames.map { ($0, TableType(of: $0, texts: texts)) }
  }

  public var tableRows: [TableRow] {
    let layers = [
      ("city", result.cities), ("beside", result.beside), ("district", result.districts),
    ]
    return layers.flatMap { layer, cities in
      cities.map { city in
        let place = network.places[city.place]
        return TableRow(
          layer: layer, longitude: place.longitude, latitude: place.latitude,
          values: cells(of: city).map(Self.value))
      }
    }
  }

  static func value(_ cell: Cell) -> TableValue {
    switch cell {
    case .empty: .none
    case .text(let text): .text(text)
    case .whole(let number): .whole(number)
    case .flag(let flag): .whole(flag ? 1 : 0)
    case .decimal(let digits): Double(digits).map(TableValue.number) ?? .none
    }
  }

  /// Number of the colour band of the world view.
  public func band(of seconds: Int64?) -> Int { bands.band(of: seconds) }

  /// What made the report, as keys and values in a fixed order.
  public var runFacts: [(key: String, value: String)] {
    var facts = [
      ("tool", "tidebore"), ("tool_version", header.toolVersion),
      ("tzdata_version", header.tzdataVersion), ("seed", header.seed.map(String.init) ?? ""),
      ("command", header.command), ("network", network.header.name),
      ("network_version", network.header.version), ("statistic", statistic), ("cargo", cargo),
      ("left_out", idealChain), ("map_notice", word("report.sketch")),
    ]
    facts += notices.map { ("notice", $0) }
    facts += header.inputs.map { ("sha256 \($0.path)", $0.sha256) }
    return facts
  }
}
