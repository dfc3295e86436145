// SPDX-License-Identifier: GPL-3.0-or-later
import NetworkIO

/// The fields of one change, as the file gives them.
struct ChangeFields {
  let kind: String
  let position: Position
  private let values: [String: YAMLValue]
  private let places: [String: Position]

  /// Fields that every change may have.
  static let common = ["kind", "source", "quality", "note"]

  init(kind: String, position: Position, members: [YAMLMember]) {
    self.kind = kind
    self.position = position
    values = Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
    places = Dictionary(members.map { ($0.key, $0.position) }) { first, _ in first }
    names = members.map(\.key)
  }

  subscript(name: String) -> YAMLValue? { values[name] }

  /// In the order of the file.
  let names: [String]

  func has(_ name: String) -> Bool { values[name] != nil }

  func position(of name: String) -> Position { values[name]?.position ?? position }

  /// Where the name of a field stands.
  func memberPosition(of name: String) -> Position { places[name] ?? position }

  /// The text of a field; nil where it is missing, a list or a map.
  func text(_ name: String) -> String? { values[name]?.text }

  func flag(_ name: String) -> Bool { ["yes", "true"].contains(text(name)) }
}

/// What a kind of change may say, and what it does.
struct ChangeKind: Sendable {
  let name: String
  let required: [String]
  let optional: [String]
  /// Exactly one field of each group must be there.
  let oneOf: [[String]]
  /// Any column of this table may be a field.
  let columnsOf: String?
  let apply: @Sendable (inout ChangeDesk) -> Void

  init(
    _ name: String, _ required: [String] = [], optional: [String] = [], oneOf: [[String]] = [],
    columnsOf table: String? = nil, _ apply: @escaping @Sendable (inout ChangeDesk) -> Void
  ) {
    self.name = name
    self.required = required
    self.optional = optional
    self.oneOf = oneOf
    columnsOf = table
    self.apply = apply
  }

  static let all: [ChangeKind] =
    [serviceKinds, terminalKinds, wayKinds, placeKinds, simulationKinds, rowKinds].flatMap(\.self)

  /// Names of all fields, for “did you mean”.
  func fields(in tables: inout NetworkTables) -> [String] {
    var names = ChangeFields.common + required + optional
    for group in oneOf { names += group }
    if let columnsOf { names += tables[columnsOf].knownColumns }
    return names
  }
}
