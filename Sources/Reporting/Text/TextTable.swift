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

/// A plain table of text: a heading, a rule, rows; numbers stand to the right.
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
    let widths = sides.indices.map { column in
      rows.reduce(0) { max($0, TextWidth.cells($1[column])) }
    }
    var out = ""
    for (number, row) in rows.enumerated() {
      out += line(row, widths)
      if number == 0 {
        out += line(widths.map { String(repeating: "─", count: $0) }, widths)
      }
    }
    return out
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var out = "  "
    for (column, cell) in cells.enumerated() {
      let blanks = String(repeating: " ", count: widths[column] - TextWidth.cells(cell))
      out += sides[column] == .left ? cell + blanks : blanks + cell
      if column + 1 < cells.count { out += "  " }
    }
    while out.last == " " { out.removeLast() }
    return out + "\n"
  }
}
