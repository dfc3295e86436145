// SPDX-License-Identifier: GPL-3.0-or-later

/// The number of a row in the table `Table`; numbers of two tables do not mix.
public struct ID<Table>: Hashable, Comparable, Sendable, BitwiseCopyable {
  public let rawValue: UInt32

  public init(_ rawValue: Int) { self.rawValue = UInt32(rawValue) }

  /// The row's position in its table, counted from 0.
  public var index: Int { Int(rawValue) }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension Array {
  /// The row of the table that `id` numbers.
  public subscript(id: ID<Element>) -> Element { self[id.index] }
}
