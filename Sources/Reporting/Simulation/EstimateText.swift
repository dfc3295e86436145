// SPDX-License-Identifier: GPL-3.0-or-later
import FreightSimulation
import JSONText
import Stochastics

/// Estimates as people and machines read them; what is not a number is a dash, or nothing.
enum EstimateText {
  /// With as many digits as its size deserves.
  static func figure(_ value: Double) -> String {
    if value == .infinity { return "∞" }
    guard value.isFinite else { return "–" }
    guard value != 0 else { return "0" }
    let size = abs(value)
    // What is large is said with four digits: more would promise too much.
    if size >= 100_000 {
      var unit = 1.0
      while size / unit >= 10_000 { unit *= 10 }
      return grouped((value / unit).rounded() * unit)
    }
    if size >= 1_000 {
      return grouped(value)
    }
    if size >= 100 { return Numerals.fixed(value, 0) }
    if size >= 10 { return Numerals.fixed(value, 1) }
    return Numerals.fixed(value, 2)
  }

  private static func grouped(_ value: Double) -> String {
    Numerals.grouped(Int(max(-9e15, min(9e15, value)).rounded()))
  }

  /// `12.3 (11.9 to 12.8)`; the mean alone where there is no interval.
  static func both(_ estimate: Estimate) -> String {
    guard estimate.n > 1, estimate.mean.isFinite, estimate.lo < estimate.hi else {
      return figure(estimate.mean)
    }
    let to = estimate.lo < 0 ? " … " : "–"
    return "\(figure(estimate.mean)) (\(figure(estimate.lo))\(to)\(figure(estimate.hi)))"
  }

  /// With a sign.
  static func signed(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    return Differences.signed(value, abs(value) >= 10 ? 1 : abs(value) >= 0.1 ? 2 : 4)
  }

  static func signedBoth(_ estimate: Estimate) -> String {
    estimate.n > 1 && estimate.lo < estimate.hi
      ? "\(signed(estimate.mean)) (\(signed(estimate.lo)) … \(signed(estimate.hi)))"
      : signed(estimate.mean)
  }

  /// A share as percent.
  static func percent(_ estimate: Estimate) -> String {
    both(scaled(estimate, 100)) + (estimate.mean.isFinite ? " %" : "")
  }

  static func scaled(_ estimate: Estimate, _ factor: Double) -> Estimate {
    var copy = estimate
    copy.mean *= factor
    copy.lo *= factor
    copy.hi *= factor
    return copy
  }

  static func cell(_ value: Double) -> Cell {
    value.isFinite ? .decimal(Numerals.short(value, 6)) : .empty
  }

  static func json(_ value: Double) -> JSONValue { cell(value).json }

  static func json(_ estimate: Estimate?) -> JSONValue {
    guard let estimate else { return .null }
    var members: [JSONValue.Member] = [.init("mean", json(estimate.mean))] + ends(estimate)
    // Null alone would not say whether it is unknown or never reached.
    if estimate.mean == .infinity { members.append(.init("infinite", .bool(true))) }
    return .object(members)
  }

  /// `lo` and `hi`; null where there is no interval.
  static func ends(_ estimate: Estimate) -> [JSONValue.Member] {
    let has = estimate.hasInterval
    return [
      .init("lo", has ? json(estimate.lo) : .null), .init("hi", has ? json(estimate.hi) : .null),
    ]
  }
}
