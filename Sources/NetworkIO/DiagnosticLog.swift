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
  private(set) var hasErrors = false
  private var dropped = 0

  init(limit: Int) { self.limit = limit }

  /// Full logs save the work of finding near names.
  var isFull: Bool { entries.count >= limit }

  /// Adds a fault; `table` is the file's place in the order of the report.
  mutating func add(
    _ code: FaultCode, _ severity: Diagnostic.Severity = .error, table: Int, file: String,
    line: Int = 0, column: Int = 0, _ arguments: [String] = [], hint: [String] = []
  ) {
    if severity == .error { hasErrors = true }
    let diagnostic = Diagnostic(
      severity, code: code.rawValue, file: file, line: line, column: column,
      arguments: arguments.map(Self.shown), hintArguments: hint.map(Self.shown))
    guard !isFull else {
      dropped += 1
      return
    }
    guard seen.insert(diagnostic).inserted else { return }
    entries.append(Entry(table: table, serial: entries.count, diagnostic: diagnostic))
  }

  /// All faults, sorted by file, line and column, and what the limit cut off.
  func sorted(folder: String) -> (errors: [Diagnostic], warnings: [Diagnostic]) {
    var all = entries.sorted { a, b in
      let (x, y) = (a.diagnostic, b.diagnostic)
      return (a.table, x.line, x.column, a.serial) < (b.table, y.line, y.column, b.serial)
    }.map(\.diagnostic)
    if dropped > 0 {
      all.append(
        Diagnostic(
          code: FaultCode.tooManyFaults.rawValue, file: folder,
          arguments: ["\(dropped)", "\(limit)"]))
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
