// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Quantities

/// Opening hours and daily timetables in every zone of the network, unrolled over the time simulated.
struct CalendarBook: Sendable {
  private struct Key: Hashable {
    var row: Int
    var zone: String
  }
  private var hours: [[Range<Int64>]] = []
  private var numberOfHours: [Key: Int32] = [:]
  private var timetables: [[Int64]] = []
  private var numberOfTimetable: [Key: Int32] = [:]
  private(set) var zones: [String: TimeZoneRules] = [:]

  mutating func unroll(_ network: Network, from start: Instant, to end: Instant) throws {
    let names = Set(network.places.map(\.timeZone)).sorted()
    for name in names {
      let zone = try TimeZoneRules.load(name)
      zones[name] = zone
      for (row, calendar) in network.openingHours.enumerated() where !calendar.isAlways {
        numberOfHours[Key(row: row, zone: name)] = Int32(hours.count)
        hours.append(
          openIntervals(calendar, zone: zone, from: start, to: end).map {
            $0.lowerBound - start.seconds..<$0.upperBound - start.seconds
          })
      }
      for (row, rule) in network.lineHauls.enumerated() {
        numberOfTimetable[Key(row: row, zone: name)] = Int32(timetables.count)
        let first = zone.local(start).date.dayNumber
        let last = zone.local(end).date.dayNumber
        timetables.append(
          (first...last).flatMap { day in
            rule.departures.map {
              zone.instant(date: CivilDate(dayNumber: day), secondOfDay: $0) - start
            }
          }.sorted())
      }
    }
  }

  /// Number of a calendar in a place's zone; -1 where it never closes.
  func hours(_ id: ID<OpeningHours>?, at place: Place) -> Int32 {
    id.flatMap { numberOfHours[Key(row: $0.index, zone: place.timeZone)] } ?? -1
  }

  func timetable(_ lineHaul: Int, at place: Place) -> Int32 {
    numberOfTimetable[Key(row: lineHaul, zone: place.timeZone)] ?? -1
  }

  /// The first moment from `now` on that is open; far beyond the end where none is.
  func nextOpen(_ calendar: Int, _ now: Int64) -> Int64 {
    guard calendar >= 0 else { return now }
    return firstOpen(at: now, in: hours[calendar]) ?? now + 400 * secondsPerDay
  }

  /// The end of the interval that is open now.
  func nextClosed(_ calendar: Int, _ now: Int64) -> Int64 {
    hours[calendar].first { $0.contains(now) }?.upperBound ?? now
  }

  func nextDeparture(_ timetable: Int, _ time: Int64) -> Int64 {
    let departures = timetables[timetable]
    var low = 0
    var high = departures.count
    while low < high {
      let middle = (low + high) / 2
      if departures[middle] < time { low = middle + 1 } else { high = middle }
    }
    return low < departures.count ? departures[low] : time + 400 * secondsPerDay
  }
}
