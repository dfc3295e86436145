// SPDX-License-Identifier: GPL-3.0-or-later

/// Columns in a terminal: a Chinese character takes two cells, a combining mark none.
enum TextWidth {
  /// Cells that `text` takes in a terminal.
  ///
  /// - Note: Unicode Standard Annex 11, East Asian Width: wide and full-width are 2.
  static func cells(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + cells(of: $1) }
  }

  private static func cells(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  /// `text` with control characters made visible, so that a name cannot steer the terminal.
  static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { out.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
    return String(out)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}

/// How wide a terminal is that shows what is being written.
public enum TerminalWidth {
  /// Cells; nil where the output is no terminal, and tables are as wide as they are.
  @TaskLocal public static var cells: Int?
  /// Catalogue's sentence that names columns left out, `{0}` being their names.
  @TaskLocal public static var leftOut = "{0}"
}

/// A plain table of text: a heading, a rule, rows; numbers stand to the right.
///
/// On a terminal that is too narrow, texts are wrapped; where that is not enough, columns from the right are left out
/// and named under the table.
struct TextTable {
  enum Side { case left, right }

  private let sides: [Side]
  private var rows: [[String]] = []

  init(_ headings: [(String, Side)]) {
    sides = headings.map(\.1)
    rows.append(headings.map { TextWidth.printable($0.0) })
  }

  mutating func add(_ cells: [String]) {
    precondition(cells.count == sides.count, "a row has a cell for every heading")
    rows.append(cells.map(TextWidth.printable))
  }

  /// Lines of the table, each ending with a newline, indented by two blanks.
  func text() -> String {
    let natural = sides.indices.map { column in
      rows.reduce(0) { max($0, TextWidth.cells($1[column])) }
    }
    let (widths, count) = fitted(natural)
    var out = ""
    for (number, row) in rows.enumerated() {
      let parts = row.prefix(count).enumerated().map { Self.wrapped($1, width: widths[$0]) }
      for line in 0..<(parts.map(\.count).max() ?? 0) {
        out += self.line(parts.map { line < $0.count ? $0[line] : "" }, widths)
      }
      if number == 0 {
        out += line(widths.prefix(count).map { String(repeating: "─", count: $0) }, widths)
      }
    }
    guard count < sides.count else { return out }
    let names = rows[0].dropFirst(count).joined(separator: ", ")
    return out + "  " + TerminalWidth.leftOut.replacing("{0}", with: names) + "\n"
  }

  /// Least width of a text that is wrapped.
  private static let leastText = 12

  /// Widths of the columns that are shown.
  private func fitted(_ natural: [Int]) -> (widths: [Int], count: Int) {
    guard let room = TerminalWidth.cells else { return (natural, natural.count) }
    func total(_ widths: ArraySlice<Int>) -> Int { widths.reduce(0) { $0 + $1 + 2 } }
    var count = natural.count
    func least(_ column: Int) -> Int {
      sides[column] == .left ? min(natural[column], Self.leastText) : natural[column]
    }
    while count > 1, total(natural.indices.prefix(count).map(least)[...]) > room { count -= 1 }
    var widths = natural
    while total(widths[..<count]) > room,
      let widest = (0..<count).filter({ widths[$0] > least($0) })
        .max(by: { widths[$0] < widths[$1] })
    {
      widths[widest] -= 1
    }
    return (widths, count)
  }

  /// Lines of at most so many cells, broken at blanks where there are any.
  private static func wrapped(_ text: String, width: Int) -> [String] {
    guard TextWidth.cells(text) > width else { return [text] }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let joined = line.isEmpty ? String(word) : line + " " + word
      if TextWidth.cells(joined) <= width {
        line = joined
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      for character in word {
        if TextWidth.cells(line + String(character)) > width, !line.isEmpty {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    return lines + [line]
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var out = "  "
    for (column, cell) in cells.enumerated() {
      let blanks = String(repeating: " ", count: max(0, widths[column] - TextWidth.cells(cell)))
      out += sides[column] == .left ? cell + blanks : blanks + cell
      if column + 1 < cells.count { out += "  " }
    }
    while out.last == " " { out.removeLast() }
    return out + "\n"
  }
}
