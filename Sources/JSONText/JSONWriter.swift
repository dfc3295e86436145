// SPDX-License-Identifier: GPL-3.0-or-later

extension JSONValue {
  /// How a value is written; equal values give equal bytes.
  public struct Format: Sendable, Hashable {
    /// Spaces of one level; nil writes everything on one line without blanks.
    public var indent: Int?
    /// Escapes `<`, `>`, `&`, U+2028 and U+2029, so that the text is inert inside HTML.
    public var isSafeInHTML: Bool

    public init(indent: Int? = nil, isSafeInHTML: Bool = false) {
      self.indent = indent
      self.isSafeInHTML = isSafeInHTML
    }

    public static let compact = Format()
    public static let pretty = Format(indent: 2)
    public static let html = Format(isSafeInHTML: true)
  }

  public func text(_ format: Format = .compact) -> String {
    var bytes: [UInt8] = []
    write(into: &bytes, format)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the value's text, without a line break at its end.
  ///
  /// Whole numbers below 2⁵³ are written without a point, others in the shortest form that reads
  /// back as the same double; a number that is not finite is written as null, which JSON has instead.
  ///
  /// - Complexity: O(size of the value).
  public func write(into bytes: inout [UInt8], _ format: Format = .compact, level: Int = 0) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .number(let value): Self.write(value, into: &bytes)
    case .string(let text): Self.write(text, into: &bytes, format)
    case .array(let values):
      Self.writeList(values, "[", "]", into: &bytes, format, level) { value, bytes in
        value.write(into: &bytes, format, level: level + 1)
      }
    case .object(let members):
      Self.writeList(members, "{", "}", into: &bytes, format, level) { member, bytes in
        Self.write(member.key, into: &bytes, format)
        bytes += (format.indent == nil ? ":" : ": ").utf8
        member.value.write(into: &bytes, format, level: level + 1)
      }
    }
  }

  private static func writeList<Item>(
    _ items: [Item], _ open: String, _ close: String, into bytes: inout [UInt8], _ format: Format,
    _ level: Int, write: (Item, inout [UInt8]) -> Void
  ) {
    bytes += open.utf8
    for (number, item) in items.enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(&bytes, format, level + 1)
      write(item, &bytes)
    }
    if !items.isEmpty { breakLine(&bytes, format, level) }
    bytes += close.utf8
  }

  private static func breakLine(_ bytes: inout [UInt8], _ format: Format, _ level: Int) {
    guard let indent = format.indent else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * level))
  }

  private static func write(_ value: Double, into bytes: inout [UInt8]) {
    if !value.isFinite {
      bytes += "null".utf8
    } else if value == value.rounded(), value.magnitude < 9_007_199_254_740_992 {
      bytes += String(Int64(value)).utf8
    } else {
      bytes += value.description.utf8
    }
  }

  private static func write(_ text: String, into bytes: inout [UInt8], _ format: Format) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\r": bytes += "\\r".utf8
      case "\t": bytes += "\\t".utf8
      case "\u{0}"..."\u{1F}", "\u{7F}": writeEscape(scalar, into: &bytes)
      case "<", ">", "&", "\u{2028}", "\u{2029}":
        if format.isSafeInHTML {
          writeEscape(scalar, into: &bytes)
        } else {
          bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        }
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func writeEscape(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    bytes += ("\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex).utf8
  }
}
