// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import Quantities

/// The ready times that are asked for.
struct WeekReading {
  var percentile: Int
  /// Nil is the network's reference week.
  var monday: CivilDate?
  var ready: CoverageQuery.ReadyTimes
}

extension RequestReading {
  mutating func week(_ week: WeekRequest) -> WeekReading {
    let percentile = week.statistic.map { Percentile.read($0) } ?? 80
    if percentile == nil { add("usage.statistic", week.statistic ?? "") }
    let monday = week.week.flatMap(CalendarWeek.monday)
    if let text = week.week, monday == nil { add("usage.week", text) }
    let ready = week.ready.map { CoverageQuery.ReadyTimes(rawValue: $0) } ?? .pickup
    if ready == nil { add("usage.choice", "--ready", week.ready ?? "", "pickup, all") }
    return WeekReading(percentile: percentile ?? 80, monday: monday, ready: ready ?? .pickup)
  }
}

/// A week of the ISO calendar.
enum CalendarWeek {
  /// Reads an ISO 8601 week, such as `2026-W10`, as its Monday.
  static func monday(_ text: String) -> CivilDate? {
    let bytes = Array(text.utf8)
    guard bytes.count == 8, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "W"),
      let year = number(bytes[..<4]), Limits.calendarYears.contains(year),
      let week = number(bytes[6...])
    else { return nil }
    return CivilDate(isoYear: year, week: week)
  }

  /// A number of digits alone.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard Decimal.isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return bytes.isEmpty ? nil : value
  }
}

enum Percentile {
  /// A percentile such as `p80`.
  static func read(_ text: String) -> Int? {
    guard text.hasPrefix("p"), let value = Int(text.dropFirst()), (1...99).contains(value)
    else { return nil }
    return value
  }
}

/// A tier that must be reached by a share of its cities, such as `tier3>=0.8`.
public struct Requirement: Sendable, Hashable {
  public var tier: Int
  /// 0…1.
  public var share: Double

  public init?(_ text: String) {
    guard text.hasPrefix("tier"), let sign = text.firstRange(of: ">="),
      let tier = Int(text[text.index(text.startIndex, offsetBy: 4)..<sign.lowerBound]),
      (1...99).contains(tier), let share = Decimal.value(text[sign.upperBound...]), share <= 1
    else { return nil }
    (self.tier, self.share) = (tier, share)
  }
}

extension Network {
  /// Monday of the week, in the network's home zone, in which an instant lies.
  ///
  /// - Throws: `TimeZoneFault` where the system's tzdata lack the home zone.
  func week(of instant: Instant) throws -> CivilDate {
    let date = try TimeZoneRules.load(header.homeTimeZone).local(instant).date
    return date + Int64(1 - date.weekday.rawValue)
  }
}
