// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import NetworkIO

@Suite struct `CSV text` {
  private func rows(_ text: String) -> [[String]] {
    let document = CSVDocument(bytes: Array(text.utf8), limits: .default)
    return (0..<document.rowCount).map { row in
      (0..<document.fieldCount(row: row)).map { document.text(row: row, field: $0) }
    }
  }

  @Test func `is split as RFC 4180 says`() {
    #expect(rows("a,b\n1,2\n") == [["a", "b"], ["1", "2"]])
    #expect(rows("a,b\r\n1,2") == [["a", "b"], ["1", "2"]])
    #expect(rows("\"a,1\",\"b\"\"c\"\n,\n") == [["a,1", "b\"c"], ["", ""]])
    #expect(rows("a,\"x\ny\",") == [["a", "x\ny", ""]])
    #expect(rows("\n\na\n\r\n\nb\n\n") == [["a"], ["b"]])
    #expect(rows("\u{FEFF}a") == [["a"]])
    #expect(rows("") == [])
    #expect(rows("\"\"") == [[""]])
  }

  @Test func `knows the line and the column of every field`() {
    let text = "a,b\n\n中文,\"x\ny\",z\n\"q\"\"\",r"
    let document = CSVDocument(bytes: Array(text.utf8), limits: .default)
    let places = (0..<document.rowCount).map { row in
      (0..<document.fieldCount(row: row)).map { field in
        let (line, column) = document.position(row: row, field: field)
        return "\(line):\(column)"
      }
    }
    #expect(places == [["1:1", "1:3"], ["3:1", "3:4", "4:4"], ["5:1", "5:7"]])
  }

  /// Any bytes: fields lie inside the text, rows in order, and nothing traps.
  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func `of random bytes is split without a trap`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let signs = Array("\"\"\",,,\n\r\nab1 ".utf8) + [0x01, 0xC3, 0xA9]
    let bytes = (0..<next(400)).map { _ in signs[next(signs.count)] }
    let document = CSVDocument(bytes: bytes, limits: ReadLimits(rows: 40, fieldBytes: 60))
    var last = 0
    for row in 0..<document.rowCount {
      for field in 0..<document.fieldCount(row: row) {
        let range = document.range(row: row, field: field).range
        #expect(range.lowerBound >= last && range.upperBound <= bytes.count, "seed \(seed)")
        last = range.upperBound
        _ = document.text(row: row, field: field)
        #expect(document.position(row: row, field: field).line >= 1)
      }
    }
    for fault in document.faults {
      #expect(document.position(of: fault.offset, row: fault.row).line >= 1, "seed \(seed)")
    }
    _ = TextEncoding.fault(in: bytes)
  }
}
