// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel

/// Collects faults as they are met and gives them back in the order of files and lines.
struct DiagnosticLog {
  private struct Entry {
    var table: Int
    var serial: Int
    var diagnostic: Diagnostic
  }

  private let limit: Int
  private var entries: [Entry] = []
  private var seen: Set<Diagnostic> = []
  private var errors = Count()
  private var warnings = Count()
  var hasErrors: Bool { errors.kept > 0 }

  private struct Count {
    var kept = 0
    var dropped = 0
  }

  init(limit: Int) { self.limit = limit }

  /// No more errors are kept: who asks first saves the work of describing one.
  var isFull: Bool { errors.kept >= limit }

  /// Counts an error that nobody will read.
  mutating func drop() { errors.dropped += 1 }

  /// Adds a fault; `table` is the file's place in the order of the report.
  mutating func add(
    _ code: FaultCode, _ severity: Diagnostic.Severity = .error, table: Int, file: String,
    line: Int = 0, column: Int = 0, _ arguments: [String] = [], hint: [String] = []
  ) {
    let isError = severity == .error
    guard (isError ? errors : warnings).kept < limit else {
      if isError { errors.dropped += 1 } else { warnings.dropped += 1 }
      return
    }
    let diagnostic = Diagnostic(
      severity, code: code.rawValue, file: file, line: line, column: column,
      arguments: arguments.map(Self.shown), hintArguments: hint.map(Self.shown))
    guard seen.insert(diagnostic).inserted else { return }
    if isError { errors.kept += 1 } else { warnings.kept += 1 }
    entries.append(Entry(table: table, serial: entries.count, diagnostic: diagnostic))
  }

  /// All faults, sorted by file, line and column, and what the limit cut off.
  func sorted(folder: String) -> (errors: [Diagnostic], warnings: [Diagnostic]) {
    var all = entries.sorted { a, b in
      let (x, y) = (a.diagnostic, b.diagnostic)
      return (a.table, x.line, x.column, a.serial) < (b.table, y.line, y.column, b.serial)
    }.map(\.diagnostic)
    for (severity, count) in [(Diagnostic.Severity.error, errors), (.warning, warnings)]
    where count.dropped > 0 {
      all.append(
        Diagnostic(
          severity, code: FaultCode.tooManyFaults.rawValue, file: folder,
          arguments: ["\(count.dropped)", "\(limit)"]))
    }
    return (all.filter { $0.severity == .error }, all.filter { $0.severity == .warning })
  }

  /// Long values are cut and line breaks shown as blanks, so that a fault stays one line.
  private static func shown(_ text: String) -> String {
    guard text.utf8.count > 80 || text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    let head = String(text.prefix(200))
    let flat = String(head.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return head.utf8.count < text.utf8.count ? flat + "…" : flat
  }
}
