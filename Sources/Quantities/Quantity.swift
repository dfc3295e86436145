// SPDX-License-Identifier: GPL-3.0-or-later

/// Names the unit that a `Quantity` counts.
public protocol Dimension: Sendable {}

/// Whole hundredths of a yuan (分).
public enum Fen: Dimension {}
/// Whole grams, of cargo or of CO2e.
public enum Gram: Dimension {}

/// A whole number of one unit; sums do not depend on their order, so threads do not change them.
public struct Quantity<Unit: Dimension>: Hashable, Comparable, Sendable, BitwiseCopyable {
  public var count: Int64

  public init(_ count: Int64) { self.count = count }

  /// Rounds half away from zero to a whole number of units.
  public init(rounding value: Double) { count = Int64(value.rounded(.toNearestOrAwayFromZero)) }

  public static var zero: Self { Self(0) }
  public static func < (a: Self, b: Self) -> Bool { a.count < b.count }
  public static func + (a: Self, b: Self) -> Self { Self(a.count + b.count) }
  public static func - (a: Self, b: Self) -> Self { Self(a.count - b.count) }
  public static func += (a: inout Self, b: Self) { a.count += b.count }
}

public typealias Money = Quantity<Fen>
public typealias Mass = Quantity<Gram>
public typealias Emission = Quantity<Gram>
