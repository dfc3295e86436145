// SPDX-License-Identifier: GPL-3.0-or-later

/// What arcs charge, in fen or grams, and what a sum of such charges says where some are not known.
///
/// A charge that is not known outweighs every sum of known ones: it stands as `unknown`, and a sum
/// counts in multiples of it how many of its charges are not known; what is left is the sum of the
/// known ones. So sums compare by how much is not known first, then by what is known, an arc added
/// to both of two journeys never turns their order, and searches need not know of it.
/// Sums that would leave 64 bits stay at `Int64.max`.
public enum ArcCharge {
  /// No arc charges more: 2⁴⁰ fen are eleven thousand million yuan, 2⁴⁰ g a million tonnes.
  public static let greatest: Int64 = 1 << 40
  /// A charge that is not known; more than 1,000 greatest ones.
  public static let unknown: Int64 = 1 << 50

  /// True for what an arc may charge.
  public static func holds(_ charge: Int64) -> Bool {
    (0...greatest).contains(charge) || charge == unknown
  }

  /// The sum where all of it is known, else nil.
  public static func known(_ sum: Int64) -> Int64? { sum < unknown ? sum : nil }

  /// Two charges or sums, neither negative, together.
  @inline(__always)
  public static func sum(_ a: Int64, _ b: Int64) -> Int64 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? .max : sum
  }

  /// The price of an arc's charge at `price` a million, rounded half up; not known where the charge is not and the price is something.
  @inline(__always)
  public static func price(of charge: Int64, perMillion price: Int64) -> Int64 {
    guard charge < unknown else { return price == 0 ? 0 : unknown }
    let (high, low) = charge.multipliedFullWidth(by: price)
    guard high == 0, low < UInt64(Int64.max) - 500_000 else { return unknown - 1 }
    return min(Int64((low + 500_000) / 1_000_000), unknown - 1)
  }

  /// Money and time as one number: money × 3,600 + `perHour` × seconds.
  @inline(__always)
  static func weight(money: Int64, perHour: Int64, seconds: Int64) -> Int128 {
    Int128(money) * 3_600 + Int128(perHour) * Int128(seconds)
  }
}
