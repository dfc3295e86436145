// SPDX-License-Identifier: GPL-3.0-or-later

/// The range of a number: both ends always exist, so that arithmetic after it can be proved safe.
public struct Bounds: Sendable, Hashable {
  public let low: Double
  public let high: Double
  /// The low end itself is refused.
  public let isOpen: Bool

  /// From `low` to `high`, both allowed.
  public init(_ low: Double, _ high: Double) {
    (self.low, self.high, isOpen) = (low, high, false)
  }

  private init(above low: Double, _ high: Double) {
    (self.low, self.high, isOpen) = (low, high, true)
  }

  /// More than `low`, at most `high`.
  public static func above(_ low: Double, _ high: Double) -> Self { Self(above: low, high) }

  public func contains(_ value: Double) -> Bool {
    (isOpen ? value > low : value >= low) && value <= high
  }

  /// As the format's page and messages write it: `0…8784`, or `> 0, ≤ 8784`.
  public var text: String {
    isOpen
      ? "> \(Self.plain(low)), ≤ \(Self.plain(high))" : "\(Self.plain(low))…\(Self.plain(high))"
  }

  /// Digits and a point, without an exponent to the ninth place.
  private static func plain(_ value: Double) -> String {
    let sign = value < 0 ? "-" : ""
    for (places, power) in powers.enumerated() {
      let scaled = (value.magnitude * power).rounded()
      guard scaled / power == value.magnitude else { continue }
      let digits = String(Int64(scaled))
      guard places > 0 else { return sign + digits }
      let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
      return sign + padded.dropLast(places) + "." + padded.suffix(places)
    }
    return String(value)
  }

  private static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
}
