// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import RoutingCore

/// Closed times of places and links in a router's seconds, sorted and apart.
struct ClosedTimes {
  private(set) var places: [ID<Place>: [Range<Int32>]] = [:]
  private(set) var links: [ID<Link>: [Range<Int32>]] = [:]

  init() {}

  init(_ edits: TimetableEdits, epoch: Instant) {
    places = edits.places.mapValues { Self.seconds($0, epoch) }
    links = edits.links.mapValues { Self.seconds($0, epoch) }
  }

  subscript(place: ID<Place>) -> [Range<Int32>] { places.isEmpty ? [] : places[place] ?? [] }

  subscript(link: ID<Link>?) -> [Range<Int32>] {
    guard let link, !links.isEmpty else { return [] }
    return links[link] ?? []
  }

  /// When a truck must not start: the place is closed, or the way.
  func starts(at place: ID<Place>, over link: ID<Link>?) -> [Range<Int32>] {
    joined(self[place] + self[link])
  }

  /// Windows in seconds after the epoch, cut to what the kernel holds.
  static func seconds(_ windows: [Range<Instant>], _ epoch: Instant) -> [Range<Int32>] {
    let limit = Int64(RoutingTime.timeLimit)
    return joined(
      windows.map { window in
        let start = max(-limit, min(limit, window.lowerBound - epoch))
        let end = max(-limit, min(limit, window.upperBound - epoch))
        return Int32(start)..<Int32(max(start, end))
      })
  }
}

/// Sorted, empty ones dropped, those that overlap or touch made one.
func joined(_ windows: [Range<Int32>]) -> [Range<Int32>] {
  guard windows.count > 1 else { return windows.filter { !$0.isEmpty } }
  var joined: [Range<Int32>] = []
  for window in windows.sorted(by: { $0.lowerBound < $1.lowerBound }) where !window.isEmpty {
    if let last = joined.last, window.lowerBound <= last.upperBound {
      joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, window.upperBound)
    } else {
      joined.append(window)
    }
  }
  return joined
}

extension RouterCompiler {
  /// The kernel's window for opening hours less what is closed, nil where it never closes.
  mutating func window(
    _ hours: ID<OpeningHours>?, at place: ID<Place>, less closed: [Range<Int32>]
  ) -> ID<Window>? {
    guard !closed.isEmpty else { return window(hours, at: place) }
    let isAlways = hours.map { network.openingHours[$0].isAlways } ?? true
    let key = WindowKey(
      hours: isAlways ? nil : hours, zone: isAlways ? 0 : zoneOfPlace[place.index], closed: closed)
    if let known = windows[key] { return known }
    let limit = RoutingTime.timeLimit
    let open = isAlways ? [-limit..<limit] : openSeconds(hours, zone: key.zone)
    // What opens after all that is unrolled never does; so no wait exceeds what the kernel holds.
    let last = Int32(end - epoch)
    let window = builder.addWindow(
      open.flatMap { $0.less(closed) }.filter { $0.lowerBound <= last })
    windows[key] = window
    return window
  }

  /// The departures of a rule for part loads that leave a place while nothing is closed.
  mutating func lineHaulSchedule(
    _ row: Int, from place: ID<Place>, less closed: [Range<Int32>]
  ) -> ID<Schedule> {
    let key = ScheduleKey(rule: row, zone: zoneOfPlace[place.index], closed: closed)
    if let known = lineHaulSchedules[key] { return known }
    let schedule = builder.addSchedule(
      departures: lineHaulDepartures(network.lineHauls[row], zone: zones[key.zone]).filter {
        departure in !closed.contains { $0.contains(departure) }
      })
    lineHaulSchedules[key] = schedule
    return schedule
  }

  /// All line-haul of an arc as a timetable has it, with what is closed.
  ///
  /// - Parameters:
  ///   - meaning: Of the arc.
  ///   - travel: Seconds under way.
  ///   - after: Its release.
  /// - Returns: What departs, by departure; waits at a closed gate are in it.
  func lineHaulRides(_ meaning: ArcMeaning, travel: Int32, after: Int32) -> [Ride] {
    guard case .lineHaul(let row) = meaning.row else { return [] }
    let starts = closed.starts(at: meaning.from, over: meaning.link)
    let gate = closed[meaning.to]
    let zone = zones[zoneOfPlace[meaning.from.index]]
    return lineHaulDepartures(network.lineHauls[row], zone: zone).compactMap { departure in
      guard departure >= meaning.lead, !starts.contains(where: { $0.contains(departure) })
      else { return nil }
      var arrival = departure + travel
      if let window = gate.first(where: { $0.contains(arrival) }) { arrival = window.upperBound }
      guard RoutingTime.holds(arrival + after) else { return nil }
      return Ride(start: departure - meaning.lead, end: arrival + after)
    }
  }
}

extension Range<Int32> {
  /// The window so many seconds later, cut to what the kernel holds.
  func later(by seconds: Int32) -> Self {
    let limit = RoutingTime.timeLimit
    return Swift.min(limit, lowerBound + seconds)..<Swift.min(limit, upperBound + seconds)
  }

  /// What is left of it without sorted windows that are apart.
  fileprivate func less(_ closed: [Range<Int32>]) -> [Range<Int32>] {
    var rest: [Range<Int32>] = []
    var start = lowerBound
    for window in closed where window.overlaps(self) {
      if window.lowerBound > start { rest.append(start..<window.lowerBound) }
      start = Swift.max(start, window.upperBound)
    }
    if start < upperBound { rest.append(start..<upperBound) }
    return rest
  }
}
