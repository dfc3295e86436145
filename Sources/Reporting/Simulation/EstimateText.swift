// SPDX-License-Identifier: GPL-3.0-or-later
import FreightSimulation
import JSONText

/// Estimates as people and machines read them; what is not a number is a dash, or nothing.
enum EstimateText {
  /// With as many digits as its size deserves.
  static func figure(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let size = abs(value)
    if size >= 1_000 {
      return Numerals.grouped(Int(min(size, 9e15).rounded()) * (value < 0 ? -1 : 1))
    }
    if size >= 100 { return Numerals.fixed(value, 0) }
    if size >= 10 { return Numerals.fixed(value, 1) }
    return Numerals.fixed(value, 2)
  }

  /// `12.3 (11.9 to 12.8)`; the mean alone where there is no interval.
  static func both(_ estimate: Estimate) -> String {
    estimate.n > 1 && estimate.mean.isFinite
      ? "\(figure(estimate.mean)) (\(figure(estimate.lo))–\(figure(estimate.hi)))"
      : figure(estimate.mean)
  }

  /// With a sign.
  static func signed(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    return Differences.signed(value, abs(value) >= 10 ? 1 : abs(value) >= 0.1 ? 2 : 4)
  }

  static func signedBoth(_ estimate: Estimate) -> String {
    estimate.n > 1
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
    return .object([
      .init("mean", json(estimate.mean)), .init("lo", json(estimate.lo)),
      .init("hi", json(estimate.hi)),
    ])
  }
}
