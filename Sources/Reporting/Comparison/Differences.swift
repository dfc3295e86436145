// SPDX-License-Identifier: GPL-3.0-or-later
import Scenario

/// Differences as people read them: with a sign, exact zeros as 0, what rounds to zero as ≈0.
enum Differences {
  static func signed(_ value: Double, _ places: Int) -> String {
    guard value != 0 else { return "0" }
    let digits = Numerals.fixed(abs(value), places)
    guard digits.utf8.contains(where: { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) })
    else { return "≈0" }
    return (value < 0 ? "−" : "+") + digits
  }

  static func hours(_ seconds: Int64?) -> String {
    seconds.map { signed(Double($0) / 3_600, 1) } ?? "–"
  }

  static func whole(_ value: Double?) -> String { value.map { signed($0, 0) } ?? "–" }

  /// `after - before` where both are known.
  static func between(_ before: Double?, _ after: Double?, _ places: Int) -> String {
    guard let before, let after else { return "–" }
    return signed(after - before, places)
  }

  /// A figure of thousands with grouping, small ones with a decimal.
  static func amount(_ value: Double?) -> String {
    guard let value else { return "–" }
    return abs(value) >= 1_000
      ? Numerals.grouped(Int(max(-9e15, min(9e15, value.rounded())))) : Numerals.short(value, 1)
  }

  static func signedAmount(_ value: Double?) -> String {
    guard let value else { return "–" }
    guard abs(value) >= 1_000 else { return signed(value, value == value.rounded() ? 0 : 1) }
    return (value < 0 ? "−" : "+") + amount(abs(value))
  }

  /// Digits for machines: at most six decimals, a point, no grouping.
  static func cell(_ value: Double?) -> Cell {
    value.map { .decimal(Numerals.short($0, 6)) } ?? .empty
  }
}
