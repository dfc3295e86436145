// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows of RFC 4180: commas, quotes where needed, CR LF.
struct CSVText {
  /// With a byte order mark, and with text made inert that a spreadsheet would run.
  let forExcel: Bool
  private(set) var bytes: [UInt8] = []

  /// - Parameters:
  ///   - forExcel: As the property.
  ///   - hasMark: False for a later piece of a file whose head is written.
  init(forExcel: Bool, hasMark: Bool = true) {
    self.forExcel = forExcel
    if forExcel, hasMark { bytes = [0xEF, 0xBB, 0xBF] }
  }

  mutating func add(_ cells: [Cell]) {
    for (number, cell) in cells.enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      if case .text(let text) = cell {
        add(text: text)
      } else {
        bytes += cell.plain.utf8
      }
    }
    bytes += [0x0D, 0x0A]
  }

  private mutating func add(text: String) {
    let field = forExcel && runs(text) ? "'" + text : text
    let quoted = field.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    guard quoted else {
      bytes += field.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A spreadsheet would take the text as a formula (OWASP, "CSV Injection"); full-width signs too.
  private func runs(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
  }
}
