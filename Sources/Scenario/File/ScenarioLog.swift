// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import NetworkIO

/// Collects what is wrong with a scenario file.
struct ScenarioLog {
  let file: String
  private(set) var errors: [Diagnostic] = []

  init(file: String) { self.file = file }

  var isEmpty: Bool { errors.isEmpty }

  mutating func add(
    _ fault: ScenarioFault, _ position: Position, _ arguments: String..., hint: String...
  ) {
    let diagnostic = Diagnostic(
      code: fault.rawValue, file: file, line: position.line, column: position.column,
      arguments: arguments.map(Self.shown),
      // Nothing to offer is no way out.
      hintArguments: hint == [""] ? nil : hint.map(Self.shown))
    if !errors.contains(diagnostic) { errors.append(diagnostic) }
  }

  mutating func add(_ fault: YAMLFault) {
    if let shape = fault.shape {
      add(fault.fault, fault.position, fault.argument, shape)
    } else {
      add(fault.fault, fault.position, fault.argument)
    }
  }

  mutating func add(_ other: [Diagnostic]) {
    for diagnostic in other where !errors.contains(diagnostic) { errors.append(diagnostic) }
  }

  /// Throws all, in the order of lines.
  func check() throws(InvalidInput) {
    guard errors.isEmpty else { throw invalid }
  }

  /// All, in the order of lines.
  var invalid: InvalidInput {
    InvalidInput(
      errors: errors.enumerated().sorted {
        ($0.element.line, $0.element.column, $0.offset)
          < ($1.element.line, $1.element.column, $1.offset)
      }.map(\.element))
  }

  /// Long values are cut, so that a fault stays one line.
  private static func shown(_ text: String) -> String {
    let flat = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    return flat.count > 120 ? String(flat.prefix(120)) + "…" : String(flat)
  }
}
