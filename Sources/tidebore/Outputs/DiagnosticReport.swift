// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import JSONText

/// What is wrong with an input, in every form.
struct DiagnosticReport {
  let errors: [Diagnostic]
  let warnings: [Diagnostic]
  let session: Session

  init(_ findings: InvalidInput, session: Session = .current) {
    errors = Self.ownFirst(findings.errors)
    warnings = Self.ownFirst(findings.warnings)
    self.session = session
  }

  /// What is wrong with the scenario before what is wrong with the network that it changes.
  private static func ownFirst(_ list: [Diagnostic]) -> [Diagnostic] {
    let isOwn = { (diagnostic: Diagnostic) in
      diagnostic.file.hasSuffix(".yaml") || diagnostic.file.hasSuffix(".yml")
    }
    return list.filter(isOwn) + list.filter { !isOwn($0) }
  }

  /// Warnings of one kind and file as the first three and a count, in the place of the first.
  private var groupedWarnings: [String] {
    var kinds: [String] = []
    var members: [String: [Diagnostic]] = [:]
    for warning in warnings {
      let kind = warning.code + " " + warning.file
      if members[kind] == nil { kinds.append(kind) }
      members[kind, default: []].append(warning)
    }
    return kinds.flatMap { kind -> [String] in
      let all = members[kind] ?? []
      guard all.count > 4 else { return all.flatMap(lines(of:)) }
      let rest = all.dropFirst(3)
      let numbers = rest.map(\.line).filter { $0 > 0 }.sorted()
      let place = numbers.isEmpty ? all[0].file : "\(all[0].file):\(Self.list(numbers))"
      return all.prefix(3).flatMap(lines(of:))
        + [session.text("validate.more", place, all[0].code, String(rest.count))]
    }
  }

  /// Numbers with runs drawn together: `12, 15-19, 30`, cut after eight parts.
  private static func list(_ numbers: [Int]) -> String {
    var parts: [(Int, Int)] = []
    for number in numbers {
      if let last = parts.last, number - last.1 <= 1 {
        parts[parts.count - 1].1 = number
      } else {
        parts.append((number, number))
      }
    }
    let texts = parts.prefix(8).map { $0.0 == $0.1 ? "\($0.0)" : "\($0.0)-\($0.1)" }
    return texts.joined(separator: ",") + (parts.count > 8 ? "…" : "")
  }

  /// A line each for fault and way out: `file:line:column: error [code]: sentence`.
  var lines: [String] { errors.flatMap(lines(of:)) + groupedWarnings }

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
