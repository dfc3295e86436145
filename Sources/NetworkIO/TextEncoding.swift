// SPDX-License-Identifier: GPL-3.0-or-later

/// Tells what a file is when it is not UTF-8 text.
enum TextEncoding {
  /// The fault of a file's bytes, nil for UTF-8 text, with the offset where it was seen.
  ///
  /// - Complexity: O(bytes).
  static func fault(in bytes: [UInt8]) -> (code: FaultCode, offset: Int)? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return (.utf16, 0)
    }
    if let zero = bytes.firstIndex(of: 0) {
      return isUTF16WithoutMark(bytes) ? (.utf16, zero) : (.binary, zero)
    }
    guard let offset = firstInvalidUTF8(bytes.span) else { return nil }
    let control = bytes.lazy.filter { $0 < 0x20 && $0 != 9 && $0 != 10 && $0 != 13 }.count
    if control * 20 > bytes.count { return (.binary, offset) }
    return (isGBK(bytes.span, from: offset) ? .gbk : .notUTF8, offset)
  }

  /// The first byte that belongs to no UTF-8 sequence (Unicode 15, table 3-7).
  static func firstInvalidUTF8(_ text: Span<UInt8>) -> Int? {
    var at = 0
    while at < text.count {
      let lead = text[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: length = 4
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      default: return at
      }
      guard at + length <= text.count, second.contains(text[at + 1]) else { return at }
      for next in 2..<max(length, 2) where text[at + next] & 0xC0 != 0x80 { return at }
      at += length
    }
    return nil
  }

  /// Every byte above ASCII pairs with a trail byte as in GB 18030's two- and four-byte codes.
  private static func isGBK(_ text: Span<UInt8>, from offset: Int) -> Bool {
    var at = offset
    while at < text.count {
      if text[at] < 0x80 {
        at += 1
        continue
      }
      guard (0x81...0xFE).contains(text[at]), at + 1 < text.count else { return false }
      let trail = text[at + 1]
      if (0x30...0x39).contains(trail) {
        at += 4
      } else if (0x40...0xFE).contains(trail), trail != 0x7F {
        at += 2
      } else {
        return false
      }
    }
    return true
  }

  /// Most bytes of one parity are zero, as in Western text of two bytes a character.
  private static func isUTF16WithoutMark(_ bytes: [UInt8]) -> Bool {
    var zeros = (even: 0, odd: 0)
    for (offset, byte) in bytes.prefix(4_096).enumerated() where byte == 0 {
      if offset % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let seen = min(bytes.count, 4_096)
    return max(zeros.even, zeros.odd) * 3 > seen && min(zeros.even, zeros.odd) * 20 < seen
  }
}
