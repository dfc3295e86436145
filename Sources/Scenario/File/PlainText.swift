// SPDX-License-Identifier: GPL-3.0-or-later
import NetworkIO
import Quantities

/// Values as the cells of tables have them.
enum PlainText {
  /// A plain decimal; nil for `1e5`, `nan`, blanks.
  static func number(_ text: String) -> Double? { CellText.number(text) }

  /// A decimal without an exponent, at most six places, no zeros at its end.
  static func text(_ value: Double) -> String {
    let millionths = (abs(value) * 1_000_000).rounded()
    guard millionths < 9e18 else { return "\(value)" }
    let whole = Int64(millionths)
    var fraction = String(whole % 1_000_000)
    fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = value < 0 && whole > 0 ? "-" : ""
    let head = "\(sign)\(whole / 1_000_000)"
    return fraction.isEmpty ? head : "\(head).\(fraction)"
  }

  /// `HH:MM` of a second of the day.
  static func time(_ second: Int) -> String { "\(two(second / 3_600)):\(two(second / 60 % 60))" }

  static func date(_ date: CivilDate) -> String {
    let (year, month, day) = date.yearMonthDay
    return "\(year)-\(two(month))-\(two(day))"
  }

  static func days(_ days: some Sequence<Weekday>) -> String {
    days.sorted().map { names[$0.rawValue - 1] }.joined(separator: ";")
  }

  static func weekday(_ day: Weekday) -> String { names[day.rawValue - 1] }

  private static let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// An id in which `*` stands for anything.
struct Pattern {
  private let parts: [Substring]

  init(_ text: String) {
    parts = text.split(separator: "*", omittingEmptySubsequences: false)
  }

  /// - Complexity: O(length²) at worst, no backtracking: each part is taken where it first fits.
  func fits(_ text: String) -> Bool {
    guard parts.count > 1 else { return text == parts.first.map(String.init) ?? "" }
    guard text.hasPrefix(parts[0]) else { return false }
    var rest = text.dropFirst(parts[0].count)
    for part in parts[1..<parts.count - 1] where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }
}
