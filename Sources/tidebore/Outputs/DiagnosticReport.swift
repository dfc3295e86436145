// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import JSONText

/// What is wrong with an input, in every form.
struct DiagnosticReport {
  let errors: [Diagnostic]
  let warnings: [Diagnostic]
  let session: Session

  init(_ findings: InvalidInput, session: Session = .current) {
    (errors, warnings, self.session) = (findings.errors, findings.warnings, session)
  }

  /// A line each for fault and way out: `file:line:column: error [code]: sentence`.
  var lines: [String] { (errors + warnings).flatMap(lines(of:)) }

  /// Writes the findings to the output and the files of a plan.
  func write(_ plan: OutputPlan, folder: String) throws {
    for file in plan.files { try session.write(Array(text(.json, folder).utf8), to: file.path) }
    if let format = plan.standardOutput { try session.output.write(text(format, folder)) }
  }

  private func text(_ format: OutputFormat, _ folder: String) -> String {
    switch format {
    case .json: return json.text(.pretty) + "\n"
    case .ndjson: return jsonLines
    default:
      let counts = (String(errors.count), String(warnings.count))
      let summary =
        errors.isEmpty
        ? session.text("validate.clean", folder, counts.1)
        : session.text("validate.faulty", folder, counts.0, counts.1)
      return (lines + [summary]).joined(separator: "\n") + "\n"
    }
  }

  private func lines(of diagnostic: Diagnostic) -> [String] {
    var place = diagnostic.file
    if diagnostic.line > 0 {
      place += ":\(diagnostic.line)"
      if diagnostic.column > 0 { place += ":\(diagnostic.column)" }
    }
    let severity = session.text("diagnostic.\(diagnostic.severity.rawValue)")
    let sentence = diagnostic.message(in: session.language)
    let line = "\(place): \(severity) [\(diagnostic.code)]: \(sentence)"
    return [line] + (diagnostic.hint(in: session.language).map { ["    " + $0] } ?? [])
  }

  var json: JSONValue {
    .object([
      JSONValue.Member("errors", .array(errors.map(value(of:)))),
      JSONValue.Member("warnings", .array(warnings.map(value(of:)))),
    ])
  }

  /// A line for each fault, with its severity.
  var jsonLines: String {
    (errors + warnings).map { diagnostic in
      guard case .object(let members) = value(of: diagnostic) else { return "" }
      let severity = JSONValue.Member("severity", .string(diagnostic.severity.rawValue))
      return JSONValue.object([severity] + members).text(.compact) + "\n"
    }.joined()
  }

  private func value(of diagnostic: Diagnostic) -> JSONValue {
    let language = session.fileLanguage
    return [
      "code": .string(diagnostic.code), "file": .string(diagnostic.file),
      "line": .integer(Int64(diagnostic.line)), "column": .integer(Int64(diagnostic.column)),
      "message": .string(diagnostic.message(in: language)),
      "hint": diagnostic.hint(in: language).map(JSONValue.string) ?? .null,
    ]
  }
}
