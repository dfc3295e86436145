// SPDX-License-Identifier: GPL-3.0-or-later

/// A recursive-descent parser over bytes; its depth is limited, so its stack is.
struct JSONParser {
  private let bytes: [UInt8]
  private let limits: JSONDocument.Limits
  private var at = 0
  private var depth = 0
  private(set) var offsets: [Int] = []

  init(bytes: [UInt8], limits: JSONDocument.Limits) {
    self.bytes = bytes
    self.limits = limits
  }

  mutating func parse() throws(JSONError) -> JSONValue {
    guard bytes.count <= limits.bytes else {
      throw JSONError(.tooLarge, line: 1, column: 1, detail: "\(limits.bytes)")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    skipBlanks()
    let value = try parseValue()
    skipBlanks()
    guard at == bytes.count else { throw fault(.trailingText, detail: shown(at)) }
    return value
  }

  private mutating func parseValue() throws(JSONError) -> JSONValue {
    guard at < bytes.count else { throw fault(.unexpectedEnd) }
    offsets.append(at)
    switch bytes[at] {
    case UInt8(ascii: "{"):
      return try nested { parser throws(JSONError) in try parser.parseObject() }
    case UInt8(ascii: "["):
      return try nested { parser throws(JSONError) in try parser.parseArray() }
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "t"): return try parseWord("true", .bool(true))
    case UInt8(ascii: "f"): return try parseWord("false", .bool(false))
    case UInt8(ascii: "n"): return try parseWord("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try parseNumber()
    default: throw fault(.unexpectedCharacter, detail: shown(at))
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(JSONError) -> JSONValue
  ) throws(JSONError) -> JSONValue {
    guard depth < limits.depth else { throw fault(.tooDeep, detail: "\(limits.depth)") }
    depth += 1
    at += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func parseObject() throws(JSONError) -> JSONValue {
    var members: [JSONValue.Member] = []
    var keys: Set<String> = []
    skipBlanks()
    if take(UInt8(ascii: "}")) { return .object([]) }
    while true {
      skipBlanks()
      let start = at
      guard at < bytes.count else { throw fault(.unexpectedEnd) }
      guard bytes[at] == UInt8(ascii: "\"") else {
        throw fault(.unexpectedCharacter, detail: shown(at))
      }
      let key = try parseString()
      // Two spellings of one text (composed, decomposed) count as equal and are refused too.
      guard keys.insert(key).inserted else { throw fault(.duplicateKey, at: start, detail: key) }
      skipBlanks()
      try expect(UInt8(ascii: ":"))
      skipBlanks()
      members.append(JSONValue.Member(key, try parseValue()))
      skipBlanks()
      if take(UInt8(ascii: "}")) { return .object(members) }
      try expect(UInt8(ascii: ","))
    }
  }

  private mutating func parseArray() throws(JSONError) -> JSONValue {
    var values: [JSONValue] = []
    skipBlanks()
    if take(UInt8(ascii: "]")) { return .array([]) }
    while true {
      skipBlanks()
      values.append(try parseValue())
      skipBlanks()
      if take(UInt8(ascii: "]")) { return .array(values) }
      try expect(UInt8(ascii: ","))
    }
  }

  private mutating func parseWord(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue
  {
    guard bytes[at...].starts(with: word.utf8) else {
      throw fault(.unexpectedCharacter, detail: shown(at))
    }
    at += word.utf8.count
    return value
  }

  private mutating func parseNumber() throws(JSONError) -> JSONValue {
    let start = at
    let isNegative = take(UInt8(ascii: "-"))
    let firstDigit = at
    var isInteger = true
    guard skipDigits() > 0, at - firstDigit == 1 || bytes[firstDigit] != UInt8(ascii: "0")
    else { throw fault(.badNumber, at: start) }
    if take(UInt8(ascii: ".")) {
      isInteger = false
      guard skipDigits() > 0 else { throw fault(.badNumber, at: start) }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isInteger = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard skipDigits() > 0 else { throw fault(.badNumber, at: start) }
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if isInteger, !(isNegative && text == "-0"), let value = Int64(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else {
      throw fault(.numberTooLarge, at: start, detail: String(text.prefix(40)))
    }
    return .number(value)
  }

  private mutating func skipDigits() -> Int {
    let start = at
    while at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) { at += 1 }
    return at - start
  }

  private mutating func parseString() throws(JSONError) -> String {
    let start = at
    at += 1
    var run = at
    var text: [UInt8] = []
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        text += bytes[run..<at]
        at += 1
        guard let valid = String(validating: text, as: UTF8.self) else {
          throw fault(.invalidUTF8, at: start)
        }
        return valid
      case UInt8(ascii: "\\"):
        text += bytes[run..<at]
        try parseEscape(into: &text)
        run = at
      case 0..<0x20: throw fault(.badString, detail: "U+00" + hex(bytes[at]))
      default: at += 1
      }
    }
    throw fault(.unexpectedEnd, at: start)
  }

  private mutating func parseEscape(into text: inout [UInt8]) throws(JSONError) {
    let start = at
    at += 1
    guard at < bytes.count else { throw fault(.unexpectedEnd) }
    let letter = bytes[at]
    at += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try parseHex(from: start)
      if (0xD800..<0xDC00).contains(code) {
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
          throw fault(.badString, at: start)
        }
        let low = try parseHex(from: start)
        guard (0xDC00..<0xE000).contains(low) else { throw fault(.badString, at: start) }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw fault(.badString, at: start) }
      text += Array(String(Character(scalar)).utf8)
    default: throw fault(.badString, at: start, detail: "\\" + String(UnicodeScalar(letter)))
    }
  }

  private mutating func parseHex(from start: Int) throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard at < bytes.count else { throw fault(.unexpectedEnd) }
      guard let digit = Character(UnicodeScalar(bytes[at])).hexDigitValue, bytes[at] < 0x80 else {
        throw fault(.badString, at: start)
      }
      code = code << 4 | UInt32(digit)
      at += 1
    }
    return code
  }

  private mutating func skipBlanks() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard at < bytes.count else { throw fault(.unexpectedEnd) }
    guard take(byte) else { throw fault(.unexpectedCharacter, detail: shown(at)) }
  }

  private func fault(
    _ reason: JSONError.Reason, at offset: Int? = nil, detail: String = ""
  ) -> JSONError {
    let position = TextPosition(of: offset ?? at, in: bytes)
    return JSONError(reason, line: position.line, column: position.column, detail: detail)
  }

  /// The character at an offset, for a message.
  private func shown(_ offset: Int) -> String {
    guard offset < bytes.count else { return "" }
    return String(String(decoding: bytes[offset...].prefix(8), as: UTF8.self).prefix(1))
  }

  private func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
