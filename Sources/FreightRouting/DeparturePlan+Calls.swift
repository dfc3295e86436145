// SPDX-License-Identifier: GPL-3.0-or-later
package import FreightModel
package import Quantities

/// When a vehicle calls at a stop; nil where it does not arrive, or depart, or never gets that far.
package typealias CallTimes = (arrive: Instant?, depart: Instant?)

/// The times at which one departure of a service calls at its stops.
///
/// - Parameters:
///   - service: The service.
///   - departure: A departure that `departures(of:…)` planned.
///   - late: Seconds by which all of it is later, or earlier, than planned.
///   - zones: The zone of each stop; published wall times count from midnight of the departure's
///     date in it, and are those of a departure at the local time of the first stop.
///   - passageHours: For each stop, the open intervals of a passage that holds the vehicle, or nil.
///     What a passage holds, and all after it, is later by the wait; a passage that does not open
///     again within the intervals ends the voyage there.
/// - Returns: A row for each stop.
/// - Complexity: O(stops × log intervals).
package func callTimes(
  of service: Service, departure: PlannedDeparture, late: Int64 = 0, zones: [TimeZoneRules],
  passageHours: [[Range<Int64>]?]
) -> [CallTimes] {
  var calls: [CallTimes] = []
  calls.reserveCapacity(service.stops.count)
  var delay: Int64? = late
  let laterThanUsual = secondsLaterThanUsual(service, departure, in: zones)
  for (number, stop) in service.stops.enumerated() {
    guard var shift = delay else {
      calls.append((nil, nil))
      continue
    }
    let arrival =
      number == 0
      ? nil
      : moment(
        stop.arrivalSeconds, stop.arrivalLocal, of: departure, laterThanUsual, in: zones[number])
    let leaving =
      number == 0
      ? departure.first
      : moment(
        stop.departureSeconds, stop.departureLocal, of: departure, laterThanUsual,
        in: zones[number])
    let reaches = (arrival ?? leaving).map { $0 + shift }
    if stop.isPassage, let reaches, let open = passageHours[number] {
      guard let opening = firstOpen(at: reaches.seconds, in: open) else {
        calls.append((reaches, nil))
        delay = nil
        continue
      }
      shift += opening - reaches.seconds
      delay = shift
      calls.append((arrival.map { _ in reaches }, leaving.map { $0 + shift }))
    } else {
      calls.append((arrival.map { $0 + shift }, leaving.map { $0 + shift }))
    }
  }
  return calls
}

/// Seconds from the time that the local times of the stops belong to, on the departure's date, to the
/// departure: one that leaves at another time takes the running times of the service.
private func secondsLaterThanUsual(
  _ service: Service, _ departure: PlannedDeparture, in zones: [TimeZoneRules]
) -> Int64 {
  guard let usual = service.stops.first?.departureLocal, usual != departure.secondOfDay,
    let zone = zones.first
  else { return 0 }
  return departure.first.seconds - zone.instant(date: departure.date, secondOfDay: usual).seconds
}

private func moment(
  _ elapsed: Int64?, _ local: Int?, of departure: PlannedDeparture, _ later: Int64,
  in zone: TimeZoneRules
) -> Instant? {
  if let elapsed { return departure.first + elapsed }
  guard let local else { return nil }
  let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
  return zone.instant(date: departure.date + Int64(day), secondOfDay: local - day * 86_400) + later
}

/// The first moment not before `time` that lies in one of the sorted intervals.
///
/// - Complexity: O(log *n*).
package func firstOpen(at time: Int64, in intervals: [Range<Int64>]) -> Int64? {
  var low = 0
  var high = intervals.count
  while low < high {
    let middle = (low + high) / 2
    if intervals[middle].upperBound <= time { low = middle + 1 } else { high = middle }
  }
  return low < intervals.count ? max(time, intervals[low].lowerBound) : nil
}

/// Opening hours as moments: sorted intervals that neither overlap nor touch.
///
/// Both ends of an interval are read as wall times of its day: a time that occurs twice is the
/// first, one that does not exist is read with the offset before the gap; an interval that is
/// empty by that reading is left out.
///
/// - Parameters:
///   - hours: The calendar.
///   - zone: Zone of the place that keeps the hours.
///   - from: Start of the window; intervals are cut to it.
///   - to: End of the window, itself not in it.
/// - Returns: Half-open intervals in seconds since 1970.
/// - Complexity: O(days).
package func openIntervals(
  _ hours: OpeningHours, zone: TimeZoneRules, from: Instant, to: Instant
) -> [Range<Int64>] {
  guard from < to else { return [] }
  if hours.isAlways { return [from.seconds..<to.seconds] }
  var raw: [(start: Int64, end: Int64)] = []
  for day in (from.seconds / secondsPerDay - 3)...(to.seconds / secondsPerDay + 3) {
    let date = CivilDate(dayNumber: day)
    let intervals = hours.exceptions[date] ?? hours.week[date.weekday.rawValue - 1]
    for interval in intervals {
      let start = zone.instant(date: date, secondOfDay: interval.lowerBound).seconds
      let end =
        interval.upperBound == 86_400
        ? zone.instant(date: date + 1, secondOfDay: 0).seconds
        : zone.instant(date: date, secondOfDay: interval.upperBound).seconds
      let cut = (start: max(start, from.seconds), end: min(end, to.seconds))
      if start < end, cut.start < cut.end { raw.append(cut) }
    }
  }
  raw.sort { $0 < $1 }
  var merged: [Range<Int64>] = []
  for (start, end) in raw {
    if let last = merged.last, start <= last.upperBound {
      merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, end)
    } else {
      merged.append(start..<end)
    }
  }
  return merged
}
