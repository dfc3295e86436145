// SPDX-License-Identifier: GPL-3.0-or-later

/// The parts of a TZif file that say what the clocks show.
///
/// - Note: RFC 9636 (2024), "The Time Zone Information Format (TZif)", section 3.
struct TZifFile {
  private(set) var transitions: [Int64] = []
  /// One more than transitions: the offset before the first, then after each.
  private(set) var offsets: [Int] = []
  private(set) var footer: PosixZone?

  private struct Header {
    var version: UInt8
    var isUTCount, isStandardCount, leapCount, timeCount, typeCount, characterCount: Int

    /// Length of the block after the header, with times of `width` bytes.
    func length(width: Int) -> Int {
      timeCount * (width + 1) + typeCount * 6 + characterCount + leapCount * (width + 4)
        + isStandardCount + isUTCount
    }

    static let length = 44
  }

  /// Nil for what is not a whole TZif file, or counts leap seconds.
  init?(_ bytes: [UInt8]) {
    guard let first = Self.header(bytes, at: 0) else { return nil }
    if first.version == 0 {
      guard readBlock(bytes, first, at: Header.length, width: 4) else { return nil }
      return
    }
    let start = Header.length + first.length(width: 4)
    guard let second = Self.header(bytes, at: start) else { return nil }
    let block = start + Header.length
    guard readBlock(bytes, second, at: block, width: 8) else { return nil }
    let rest = bytes.dropFirst(block + second.length(width: 8))
    guard rest.first == UInt8(ascii: "\n"), let end = rest.dropFirst().firstIndex(of: 10)
    else { return nil }
    let text = rest[(rest.startIndex + 1)..<end]
    guard !text.isEmpty else { return }
    guard let zone = PosixZone(Array(text)) else { return nil }
    footer = zone
  }

  private static func header(_ bytes: [UInt8], at start: Int) -> Header? {
    guard bytes.count >= start + Header.length,
      bytes[start..<start + 4].elementsEqual("TZif".utf8)
    else { return nil }
    let counts = (0..<6).map { Int(number(bytes, at: start + 20 + 4 * $0, width: 4)) }
    // No count can exceed the file; this also keeps the sums below small.
    guard counts.allSatisfy({ (0...bytes.count).contains($0) }) else { return nil }
    return Header(
      version: bytes[start + 4], isUTCount: counts[0], isStandardCount: counts[1],
      leapCount: counts[2], timeCount: counts[3], typeCount: counts[4], characterCount: counts[5])
  }

  private mutating func readBlock(
    _ bytes: [UInt8], _ header: Header, at start: Int, width: Int
  ) -> Bool {
    guard start + header.length(width: width) <= bytes.count, header.leapCount == 0,
      header.typeCount > 0
    else { return false }
    let indices = start + header.timeCount * width
    let types = (0..<header.typeCount).map {
      Int(Self.number(bytes, at: indices + header.timeCount + 6 * $0, width: 4))
    }
    guard types.allSatisfy({ abs($0) < 93_600 + 1 }) else { return false }
    offsets = [types[0]]
    for row in 0..<header.timeCount {
      let time = Self.number(bytes, at: start + row * width, width: width)
      let type = Int(bytes[indices + row])
      guard type < types.count, transitions.last.map({ $0 < time }) ?? true,
        abs(time) < 1 << 60
      else { return false }
      transitions.append(time)
      offsets.append(types[type])
    }
    return true
  }

  /// A big-endian two's complement number.
  private static func number(_ bytes: [UInt8], at start: Int, width: Int) -> Int64 {
    let raw = bytes[start..<start + width].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return width == 4 ? Int64(Int32(truncatingIfNeeded: raw)) : Int64(bitPattern: raw)
  }
}
