// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// What the number behind an option may be, in the first unit that the option takes.
public struct OptionBounds: Sendable, Hashable {
  /// With its dashes.
  public let option: String
  public let unit: String
  public let bounds: Bounds

  public static func of(_ option: String) -> Self? { all.first { $0.option == option } }

  public static let all: [Self] = [
    Self("--horizon", "d", Limits.horizonDays),
    Self("--mass", "kg", Limits.massKG),
    Self("--volume", "m3", Limits.volumeM3),
    Self("--teu", "TEU", Limits.teu),
    Self("--value-of-time", "CNY/h", Limits.valueOfConsignmentTime),
    Self("--carbon-price", "CNY/t CO2e", Limits.carbonPrice),
    Self("--max-cost", "CNY", Limits.charge),
    Self("--max-co2e", "kg", Limits.charge),
    Self("--max-legs", "legs", Bounds(0, 99)),
    Self("--demand-factor", "", Bounds(0.001, 100)),
    Self("--samples", "weeks", Limits.weeks),
    Self("--replications", "", Bounds(1, 1_000)),
    Self("--days", "d", Bounds(1, 546)),
    Self("--warmup", "d", Bounds(0, 112)),
    Self("--threads", "", Bounds(1, 256)),
  ]

  private init(_ option: String, _ unit: String, _ bounds: Bounds) {
    (self.option, self.unit, self.bounds) = (option, unit, bounds)
  }
}
