// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// Local times of places, for printing.
struct LocalClock: Sendable {
  /// Seconds east of Greenwich at a place and a moment.
  private let offset: @Sendable (ID<Place>, Instant) -> Int

  init(offset: @escaping @Sendable (ID<Place>, Instant) -> Int) { self.offset = offset }

  /// Reads the zones of the network's places.
  init(_ network: Network) throws(TimeZoneFault) {
    var zones: [TimeZoneRules] = []
    var numbers: [String: Int] = [:]
    var zoneOfPlace: [Int] = []
    for place in network.places {
      if numbers[place.timeZone] == nil {
        numbers[place.timeZone] = zones.count
        zones.append(try TimeZoneRules.load(place.timeZone))
      }
      zoneOfPlace.append(numbers[place.timeZone] ?? 0)
    }
    self.init { [zones, zoneOfPlace] place, instant in
      zones[zoneOfPlace[place.index]].offsetSeconds(at: instant)
    }
  }

  func offsetSeconds(at place: ID<Place>, _ instant: Instant) -> Int { offset(place, instant) }

  /// RFC 3339 with the place's offset, such as `2026-03-02T08:00:00+08:00`.
  func rfc3339(_ instant: Instant, at place: ID<Place>) -> String {
    let offset = offset(place, instant)
    let (date, time) = parts(instant, offset)
    let minutes = abs(offset) / 60
    let sign = offset < 0 ? "-" : "+"
    return "\(day(date))T\(time)\(sign)\(two(minutes / 60)):\(two(minutes % 60))"
  }

  /// Month, day, hour and minute for tables, such as `03-02 08:00`.
  func short(_ instant: Instant, at place: ID<Place>) -> String {
    let (date, time) = parts(instant, offset(place, instant))
    let (_, month, dayOfMonth) = date.yearMonthDay
    return "\(two(month))-\(two(dayOfMonth)) \(time.prefix(5))"
  }

  func weekday(_ instant: Instant, at place: ID<Place>) -> Weekday {
    parts(instant, offset(place, instant)).date.weekday
  }

  private func parts(_ instant: Instant, _ offset: Int) -> (date: CivilDate, time: String) {
    let local = instant.seconds + Int64(offset)
    let day = (local >= 0 ? local : local - secondsPerDay + 1) / secondsPerDay
    let second = Int(local - day * secondsPerDay)
    return (
      CivilDate(dayNumber: day),
      "\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))"
    )
  }

  private func day(_ date: CivilDate) -> String {
    let (year, month, day) = date.yearMonthDay
    return "\(year)-\(two(month))-\(two(day))"
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
