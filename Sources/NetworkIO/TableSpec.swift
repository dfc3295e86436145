// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities

/// What may stand in the cells of a column.
indirect enum ColumnKind: Sendable, Hashable {
  case text
  /// Text without blanks at its ends.
  case identifier
  case number(Bounds)
  case integer(Bounds)
  /// `yes` or `no`.
  case flag
  case date
  case time
  /// A time, or `24:00`.
  case closingTime
  /// A time with `+n` days, or `-1`.
  case stopTime
  /// RFC 3339 with an offset.
  case instant
  case days
  case word([String])
  case list(ColumnKind)
  /// A key of the table with this name.
  case reference(String)
  /// Territory code, customs area or `*`.
  case territoryScope
  /// Place id, territory code, market or `*`.
  case tariffScope
}

struct ColumnSpec: Sendable, Hashable {
  let name: String
  let kind: ColumnKind
  let isRequired: Bool

  static func required(_ name: String, _ kind: ColumnKind) -> Self {
    Self(name: name, kind: kind, isRequired: true)
  }

  static func optional(_ name: String, _ kind: ColumnKind) -> Self {
    Self(name: name, kind: kind, isRequired: false)
  }
}

/// One table of the format: the list of these drives reading, the check of datapackage.json and
/// the test that the format's page says the same.
struct TableSpec: Sendable, Hashable {
  /// File name without `.csv`, such as `osm/road_distance`.
  let name: String
  let isRequired: Bool
  /// With the three of provenance at the end.
  let columns: [ColumnSpec]
  /// Columns that together name a row; empty where several rows may look alike.
  let key: [String]

  init(_ name: String, isRequired: Bool = false, key: [String], _ columns: [ColumnSpec]) {
    self.name = name
    self.isRequired = isRequired
    self.columns = columns + Self.provenance
    self.key = key
  }

  /// A table outside a network, without columns of provenance.
  init(plain name: String, key: [String], _ columns: [ColumnSpec]) {
    self.name = name
    isRequired = true
    self.columns = columns
    self.key = key
  }

  var file: String { name + ".csv" }
  /// Name of the resource in datapackage.json.
  var resource: String { String(name.split(separator: "/").last ?? "") }

  func column(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }

  /// Every table, in the order of the format's page; faults are reported in it.
  static let all: [TableSpec] =
    placeTables + wayTables + serviceTables + closureTables + ruleTables + simulationTables
    + priceTables + questionTables

  private static let provenance: [ColumnSpec] = [
    .required("quality", .word(["measured", "published", "derived", "assumed"])),
    .optional("source", .text),
    .optional("note", .text),
  ]
}

extension ColumnKind {
  /// The raw values of an enumeration of the model.
  static func words<Word: RawRepresentable & CaseIterable>(_: Word.Type) -> Self
  where Word.RawValue == String {
    .word(Word.allCases.map(\.rawValue))
  }
}
