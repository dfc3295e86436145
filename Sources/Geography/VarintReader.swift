// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads the whole numbers of variable length that the embedded files consist of.
///
/// Seven bits a byte, lowest first, the high bit set on all but the last; a signed number is
/// stored as twice its value, or twice its magnitude less one when it is negative.
struct VarintReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position >= bytes.count }

  mutating func next() -> Int {
    let first = bytes[position]
    position += 1
    guard first >= 128 else { return Int(first) }
    var value = Int(first & 127)
    var shift = 7
    while true {
      let byte = bytes[position]
      position += 1
      value |= Int(byte & 127) << shift
      if byte < 128 { return value }
      shift += 7
    }
  }

  mutating func nextSigned() -> Int { Self.signed(next()) }

  static func signed(_ value: Int) -> Int { (value >> 1) ^ -(value & 1) }
}
