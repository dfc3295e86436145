// SPDX-License-Identifier: GPL-3.0-or-later

/// A moment: whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Instant: Hashable, Comparable, Sendable, BitwiseCopyable {
  public var seconds: Int64

  public init(seconds: Int64) { self.seconds = seconds }

  public static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }
  public static func + (a: Self, b: Int64) -> Self { Self(seconds: a.seconds + b) }
  public static func - (a: Self, b: Int64) -> Self { Self(seconds: a.seconds - b) }
  /// Seconds from `b` to `a`.
  public static func - (a: Self, b: Self) -> Int64 { a.seconds - b.seconds }
}

public let secondsPerHour: Int64 = 3_600
public let secondsPerDay: Int64 = 86_400
public let secondsPerWeek: Int64 = 604_800

/// A duration in hours as whole seconds, rounded half up.
public func wholeSeconds(hours: Double) -> Int64 { Int64((hours * 3_600 + 0.5).rounded(.down)) }
