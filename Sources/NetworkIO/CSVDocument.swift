// SPDX-License-Identifier: GPL-3.0-or-later

/// The fields of a CSV text (RFC 4180) as ranges of its bytes.
///
/// Lines end with LF or CRLF; blank lines are skipped. Line numbers are those of the file, line
/// breaks inside quotes included.
struct CSVDocument: Sendable {
  /// A fault of the text's form.
  struct Fault: Sendable {
    var code: FaultCode
    /// Of the byte where it was seen.
    var offset: Int
    /// Row in which it was seen, header included.
    var row: Int
    var arguments: [String] = []
  }

  let bytes: [UInt8]
  /// Field → its first byte, without the quote.
  private(set) var starts: [UInt32] = []
  /// Field → the byte after its last, without the quote; the top bit marks doubled quotes inside.
  private(set) var ends: [UInt32] = []
  /// Row → its first field; one more at the end.
  private(set) var firstField: [Int] = []
  /// Row → its first byte.
  private(set) var rowStart: [Int] = []
  /// Row → its line, counted from 1.
  private(set) var rowLine: [Int] = []
  private(set) var faults: [Fault] = []
  /// False where a fault ended the reading before the end of the text.
  private(set) var isComplete = true

  private static let doubled: UInt32 = 1 << 31

  var rowCount: Int { rowStart.count }

  func fieldCount(row: Int) -> Int { firstField[row + 1] - firstField[row] }

  /// Splits a text that is known to be UTF-8.
  ///
  /// - Complexity: O(bytes).
  init(bytes: [UInt8], limits: ReadLimits) {
    self.bytes = bytes
    split(limits)
    firstField.append(starts.count)
  }

  private mutating func split(_ limits: ReadLimits) {
    let source = bytes
    let text = source.span
    let end = text.count
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    while at < end {
      if text[at] == newline {
        line += 1
        at += 1
        continue
      }
      if text[at] == carriageReturn, at + 1 < end, text[at + 1] == newline {
        line += 1
        at += 2
        continue
      }
      guard rowStart.count <= limits.rows else {
        stop(.tooManyRows, at, ["\(limits.rows)"])
        return
      }
      rowStart.append(at)
      rowLine.append(line)
      firstField.append(starts.count)
      line += 1
      while true {
        let first = at
        let isQuoted = at < end && text[at] == quote
        if isQuoted {
          guard scanQuoted(text, &at, &line) else { return }
        } else {
          guard scanPlain(text, &at) else { return }
        }
        if at - first > limits.fieldBytes {
          stop(.fieldTooLong, first, ["\(at - first)", "\(limits.fieldBytes)"])
          return
        }
        if at == end { break }
        let next = text[at]
        at += 1
        if next == newline { break }
        if next == carriageReturn {
          at += 1
          break
        }
      }
    }
  }

  /// Reads to the comma, line end or text end after an unquoted field.
  private mutating func scanPlain(_ text: Span<UInt8>, _ at: inout Int) -> Bool {
    let first = at
    while at < text.count {
      let byte = text[at]
      if byte == comma || byte == newline { break }
      if byte == quote {
        note(.strayQuote, at)
      } else if byte < 0x20, byte != tab {
        if byte == carriageReturn {
          if at + 1 < text.count, text[at + 1] == newline { break }
          stop(.loneCarriageReturn, at)
          return false
        }
        note(.controlCharacter, at, ["\(byte)"])
      }
      at += 1
    }
    append(first, at)
    return true
  }

  /// Reads a quoted field to what follows its closing quote.
  private mutating func scanQuoted(
    _ text: Span<UInt8>, _ at: inout Int, _ line: inout Int
  ) -> Bool {
    let open = at
    at += 1
    let first = at
    var isDoubled = false
    while at < text.count {
      let byte = text[at]
      if byte == quote {
        if at + 1 < text.count, text[at + 1] == quote {
          isDoubled = true
          at += 2
          continue
        }
        append(first, at, isDoubled: isDoubled)
        at += 1
        return skipAfterQuote(text, &at)
      }
      if byte == newline {
        line += 1
      } else if byte < 0x20, byte != tab, byte != carriageReturn {
        note(.controlCharacter, at, ["\(byte)"])
      }
      at += 1
    }
    stop(.openQuote, open)
    return false
  }

  /// What stands between a closing quote and the next comma is a fault, reported once.
  private mutating func skipAfterQuote(_ text: Span<UInt8>, _ at: inout Int) -> Bool {
    let first = at
    while at < text.count, text[at] != comma, text[at] != newline {
      if text[at] == carriageReturn {
        if at + 1 < text.count, text[at + 1] == newline { break }
        stop(.loneCarriageReturn, at)
        return false
      }
      at += 1
    }
    if at > first { note(.strayQuote, first) }
    return true
  }

  private mutating func append(_ start: Int, _ end: Int, isDoubled: Bool = false) {
    starts.append(UInt32(start))
    ends.append(UInt32(end) | (isDoubled ? Self.doubled : 0))
  }

  /// At most one fault of a row is kept.
  private mutating func note(_ code: FaultCode, _ offset: Int, _ arguments: [String] = []) {
    let row = rowStart.count - 1
    guard faults.last?.row != row else { return }
    faults.append(Fault(code: code, offset: offset, row: row, arguments: arguments))
  }

  /// Ends the reading; a row that was begun is dropped.
  private mutating func stop(_ code: FaultCode, _ offset: Int, _ arguments: [String] = []) {
    let row = max(rowStart.count - 1, 0)
    faults.append(Fault(code: code, offset: offset, row: row, arguments: arguments))
    isComplete = false
    if code != .tooManyRows, !rowStart.isEmpty {
      rowStart.removeLast()
      rowLine.removeLast()
      let kept = firstField.removeLast()
      starts.removeLast(starts.count - kept)
      ends.removeLast(ends.count - kept)
    }
  }
}

extension CSVDocument {
  /// The bytes of a field where they stand as such in the text.
  func range(row: Int, field: Int) -> (range: Range<Int>, isDoubled: Bool) {
    let number = firstField[row] + field
    let end = ends[number]
    return (
      Int(starts[number])..<Int(end & ~Self.doubled), end & Self.doubled != 0
    )
  }

  func text(row: Int, field: Int) -> String {
    let (range, isDoubled) = range(row: row, field: field)
    guard isDoubled else { return String(decoding: bytes[range], as: UTF8.self) }
    var plain: [UInt8] = []
    var skips = false
    for byte in bytes[range] {
      skips = byte == quote && !skips
      if !skips || byte != quote { plain.append(byte) }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// Line and column of a byte, both counted from 1; columns count Unicode scalars.
  ///
  /// - Complexity: O(length of the row).
  func position(of offset: Int, row: Int) -> (line: Int, column: Int) {
    guard row < rowCount else { return position(from: 0, line: 1, to: offset) }
    return position(from: rowStart[row], line: rowLine[row], to: offset)
  }

  /// Where a field begins: at its quote if it has one.
  func position(row: Int, field: Int) -> (line: Int, column: Int) {
    let start = range(row: row, field: field).range.lowerBound
    let isQuoted = start > rowStart[row] && bytes[start - 1] == quote
    return position(of: isQuoted ? start - 1 : start, row: row)
  }

  private func position(
    from start: Int, line: Int, to offset: Int
  ) -> (line: Int, column: Int) {
    var line = line
    var column = 1
    for byte in bytes[start..<max(start, offset)] {
      if byte == newline {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let comma = UInt8(ascii: ",")
private let quote = UInt8(ascii: "\"")
private let tab = UInt8(ascii: "\t")
