// SPDX-License-Identifier: GPL-3.0-or-later

/// A parsed JSON text that remembers where each value stands.
public struct JSONDocument: Sendable {
  /// What a text may hold before it is refused.
  public struct Limits: Sendable, Hashable {
    public var bytes: Int
    public var depth: Int

    public init(bytes: Int = 64 << 20, depth: Int = 64) {
      self.bytes = bytes
      self.depth = depth
    }
  }

  /// One step into a value.
  public enum Step: Sendable, Hashable {
    case key(String)
    case index(Int)
  }

  public let root: JSONValue
  let bytes: [UInt8]
  /// Byte offset of every value, parents before their children.
  let offsets: [Int]

  /// Parses a text as RFC 8259 has it, and stricter.
  ///
  /// Equal keys in an object are refused, as are numbers that no finite double holds. A byte order
  /// mark is skipped.
  ///
  /// - Complexity: O(bytes).
  public init(parsing bytes: [UInt8], limits: Limits = Limits()) throws(JSONError) {
    var parser = JSONParser(bytes: bytes, limits: limits)
    root = try parser.parse()
    self.bytes = bytes
    offsets = parser.offsets
  }

  public init(parsing text: String, limits: Limits = Limits()) throws(JSONError) {
    try self.init(parsing: Array(text.utf8), limits: limits)
  }

  /// Where a value begins; the nearest existing parent where the path leads nowhere.
  ///
  /// - Complexity: O(bytes).
  public func position(of path: [Step]) -> TextPosition {
    var value = root
    var number = 0
    walk: for step in path {
      var next = number + 1
      switch (step, value) {
      case (.key(let key), .object(let members)):
        guard let found = members.firstIndex(where: { $0.key == key }) else { break walk }
        for member in members[..<found] { next += Self.count(member.value) }
        value = members[found].value
      case (.index(let index), .array(let values)):
        guard values.indices.contains(index) else { break walk }
        for other in values[..<index] { next += Self.count(other) }
        value = values[index]
      default: break walk
      }
      number = next
    }
    return TextPosition(of: offsets[number], in: bytes)
  }

  private static func count(_ value: JSONValue) -> Int {
    switch value {
    case .array(let values): values.reduce(1) { $0 + count($1) }
    case .object(let members): members.reduce(1) { $0 + count($1.value) }
    default: 1
    }
  }
}
