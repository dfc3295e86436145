// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a text is not JSON, and where.
public struct JSONError: Error, Sendable, Hashable {
  public enum Reason: String, Sendable, CaseIterable {
    /// The text ends in the middle of a value.
    case unexpectedEnd = "unexpected_end"
    /// A character that cannot stand here.
    case unexpectedCharacter = "unexpected_character"
    /// Something follows after the value.
    case trailingText = "trailing_text"
    case duplicateKey = "duplicate_key"
    /// Leading zeros, a lone minus, no digits after the point …
    case badNumber = "bad_number"
    /// A number beyond the range of finite doubles.
    case numberTooLarge = "number_too_large"
    /// An unknown escape, half a surrogate pair, or a control character that is not escaped.
    case badString = "bad_string"
    case invalidUTF8 = "invalid_utf8"
    case tooDeep = "too_deep"
    case tooLarge = "too_large"
  }

  public var reason: Reason
  /// Counted from 1.
  public var line: Int
  /// In characters (Unicode scalars), counted from 1.
  public var column: Int
  /// The offending character, key or number; may be empty.
  public var detail: String

  public init(_ reason: Reason, line: Int, column: Int, detail: String = "") {
    self.reason = reason
    self.line = line
    self.column = column
    self.detail = detail
  }
}

/// A place in a text, both counted from 1; columns count Unicode scalars.
public struct TextPosition: Sendable, Hashable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place of a byte.
  ///
  /// - Complexity: O(offset).
  public init(of offset: Int, in bytes: [UInt8]) {
    line = 1
    column = 1
    for byte in bytes.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }
}
