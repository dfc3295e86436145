// SPDX-License-Identifier: GPL-3.0-or-later
internal import Quantities

/// Money or CO2e of several moves: how many are not known, and the sum of those that are.
struct Tally: Comparable, Hashable {
  var unknown = 0
  /// Fen or grams.
  var known: Int64 = 0

  static let zero = Tally()
  static let notKnown = Tally(unknown: 1)

  static func + (a: Self, b: Self) -> Self {
    Tally(unknown: a.unknown + b.unknown, known: a.known + b.known)
  }

  static func += (a: inout Self, b: Self) { a = a + b }

  /// What is not known is not less than what is.
  static func < (a: Self, b: Self) -> Bool {
    a.unknown != b.unknown ? a.unknown < b.unknown : a.known < b.known
  }

  func amount<Unit>(of _: Unit.Type) -> Quantity<Unit>? {
    unknown == 0 ? Quantity(known) : nil
  }
}
