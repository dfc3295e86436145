// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a lot does not move; the hours of a bottleneck are owned by a place and one of these.
public enum DelayCause: String, Sendable, CaseIterable, Comparable {
  /// Waits for a server of a terminal's resource.
  case queue
  /// A gate, a customs office or a shipper is closed by its hours.
  case opening = "before_opening"
  /// Between the cut-off and the departure.
  case cutOff = "cut_off"
  case nextDeparture = "next_departure"
  /// Left behind by a full departure.
  case rollover
  /// The departure was cancelled.
  case blankSailing = "blank_sailing"
  /// The vehicle ran later than planned.
  case lateness
  /// Drawn for inspection by customs.
  case inspection
  /// A place, a road or a passage was closed by a disruption.
  case closure
  case deliveryHours = "delivery_hours"
  /// No way leads to its destination.
  case noWay = "no_way"

  /// What would change it.
  public enum Kind: String, Sendable, CaseIterable {
    /// More servers or more room.
    case capacity
    /// Other hours, cut-offs or departures: the time is planned, and grows with the volume alone.
    case policy
    /// Fewer failures, closures, late or cancelled vehicles.
    case disruption
    /// Another share or time of inspection.
    case customs
    /// A way at all.
    case network
  }

  public var kind: Kind {
    switch self {
    case .queue, .rollover: .capacity
    case .opening, .cutOff, .nextDeparture, .deliveryHours: .policy
    case .blankSailing, .lateness, .closure: .disruption
    case .inspection: .customs
    case .noWay: .network
    }
  }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
