// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// What the value of a named number may be; parameters that nothing reads are only shown.
public struct ParameterBounds: Sendable, Hashable {
  /// An id, or the beginning of several where it ends with `*`.
  public let name: String
  /// As a planner writes it in the column `unit`.
  public let unit: String
  public let bounds: Bounds

  /// Whether this row is meant by an id.
  public func covers(_ id: String) -> Bool {
    name.hasSuffix("*") ? id.hasPrefix(name.dropLast()) : id == name
  }

  /// The row of an id, the first that covers it; nil for one that only is shown.
  public static func of(_ id: String) -> Self? { all.first { $0.covers(id) } }

  /// All that routing, coverage and simulation read, an exact name before a beginning.
  public static let all: [Self] = [
    Self("horizon.days", "day", Limits.horizonDays),
    Self("horizon.fcl_days", "day", Limits.horizonDays),
    Self("drayage.max_km", "km", Bounds(0, 20_000)),
    Self("land.snap_km", "km", Bounds(0, 1_000)),
    Self("land.gap_km", "km", Bounds(0, 1_000)),
    Self("handover.opens", "h", Bounds(0, 24)),
    Self("handover.closes", "h", Bounds(0, 24)),
    Self("objective.value_of_time_cny_h_*", "CNY/t-h", Limits.valueOfTime),
    Self("objective.carbon_price_cny_t", "CNY/t CO2e", Limits.carbonPrice),
    Self("fx.*", "CNY", Limits.exchangeRate),
    Self("cap.teu_weight", "t", Bounds(0.1, 100)),
    Self("truck.payload_t", "t", Bounds(0.1, 1_000)),
    Self("teu_per_move", "TEU", Bounds(0.1, 100)),
    Self("parcel.kg", "kg", Bounds(0.001, 1_000)),
    Self("lot.*", "t", Bounds(0.01, 100_000)),
    Self("book.wait_h", "h", Limits.hours),
    Self("replan.wait_h", "h", Limits.hours),
    Self("replan.sea_wait_h", "h", Limits.hours),
    Self("storage.sea_cny_teu_day", "CNY/TEU-day", Limits.chargePerKG),
    Self("storage.air_cny_t_day", "CNY/t-day", Limits.chargePerKG),
    Self("sea.delay", "day", Bounds(0, 60)),
    Self("late.truck", "share", Bounds(0, 10)),
    Self("late.*", "h", Bounds(0, 1_440)),
    Self("port_stay.*", "h", Bounds(0, 1_440)),
    Self("call.moves.*", "moves", Bounds(0, 100_000)),
    Self("call.cranes.*", "cranes", Bounds(1, 100)),
    Self("tide.share", "share", Limits.share),
    Self("blank.*", "share", Limits.share),
  ]

  private init(_ name: String, _ unit: String, _ bounds: Bounds) {
    (self.name, self.unit, self.bounds) = (name, unit, bounds)
  }
}
