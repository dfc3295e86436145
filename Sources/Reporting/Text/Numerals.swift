// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities

/// Decimal numerals that look the same on every machine: a point, no grouping, no exponent.
enum Numerals {
  /// `value` with exactly `places` decimals, rounded half away from zero.
  static func fixed(_ value: Double, _ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (value * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled.isFinite, abs(scaled) < 9e18 else { return "0" }
    return fixed(scaled: Int64(scaled), places)
  }

  /// `value` with at most `places` decimals, without zeros at the end.
  static func short(_ value: Double, _ places: Int) -> String {
    let digits = fixed(value, places)
    guard digits.utf8.contains(UInt8(ascii: ".")) else { return digits }
    var end = digits.endIndex
    while digits[digits.index(before: end)] == "0" { end = digits.index(before: end) }
    if digits[digits.index(before: end)] == "." { end = digits.index(before: end) }
    return String(digits[..<end])
  }

  /// A whole number of `10^-places`, such as fen as yuan with 2 places.
  static func fixed(scaled: Int64, _ places: Int) -> String {
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    let sign = scaled < 0 ? "-" : ""
    guard places > 0 else { return sign + padded }
    let point = padded.index(padded.endIndex, offsetBy: -places)
    return sign + padded[..<point] + "." + padded[point...]
  }

  /// Seconds as hours with at most three decimals.
  static func hours(_ seconds: Int64) -> String { short(Double(seconds) / 3_600, 3) }

  /// Seconds as hours with one decimal, for tables that people read.
  static func roundHours(_ seconds: Int64) -> String { fixed(Double(seconds) / 3_600, 1) }

  static func yuan(_ money: Money) -> String { fixed(scaled: money.count, 2) }

  static func kilograms(_ emission: Emission) -> String { fixed(scaled: emission.count, 3) }

  /// A share as whole percent; what is above zero is never called 0, what is below one never 100.
  static func percent(_ share: Double) -> String {
    guard share > 0, share < 1 else { return share <= 0 ? "0" : "100" }
    let whole = Int((share * 100).rounded())
    return whole == 0 ? "<1" : whole == 100 ? ">99" : String(whole)
  }

  /// Whole numbers with a thin grouping of thousands, as in 1,234,567.
  static func grouped(_ value: Int) -> String {
    var out: [Character] = []
    for (count, digit) in String(value.magnitude).reversed().enumerated() {
      if count > 0, count % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return (value < 0 ? "-" : "") + String(out.reversed())
  }
}
