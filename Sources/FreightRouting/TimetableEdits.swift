// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// What closures and changes do to services, places and links, as the compiler applies it.
struct TimetableEdits {
  struct Runs {
    /// By planned departure from the first stop.
    var cancelled: [Range<Instant>] = []
    var shifts: [(window: Range<Instant>, seconds: Int64)] = []
    var added: [Instant] = []
    var passages: [(passage: Passage, window: Range<Instant>)] = []
  }

  /// Where on its way a service goes through a passage.
  enum Passage {
    case stop(Int)
    /// Nobody says when.
    case somewhere
  }

  var runs: [ID<Service>: Runs] = [:]
  var places: [ID<Place>: [Range<Instant>]] = [:]
  var links: [ID<Link>: [Range<Instant>]] = [:]

  init() {}

  static let always =
    Instant(seconds: -(1 << 40))..<Instant(seconds: 1 << 40)

  func adds(to service: ID<Service>) -> Bool { runs[service]?.added.isEmpty == false }

  func greatestShift(of service: ID<Service>) -> Int64 {
    (runs[service]?.shifts ?? []).reduce(0) { $0 + abs($1.seconds) }
  }

  /// The departures that are left, each with the seconds by which it is late, and those that are added.
  func departures(
    of id: ID<Service>, _ service: Service, _ planned: [PlannedDeparture], zone: TimeZoneRules
  ) -> [(planned: PlannedDeparture, late: Int64)] {
    guard let edits = runs[id] else { return planned.map { ($0, 0) } }
    let kept = service.status.runs ? planned : []
    return kept.filter { row in !edits.cancelled.contains { $0.contains(row.first) } }.map { row in
      let late = edits.shifts.filter { $0.window.contains(row.first) }.reduce(0) { $0 + $1.seconds }
      return (row, late)
    }
      + edits.added.map { first in
        let local = zone.local(first)
        return ((first, local.date, local.secondOfDay), 0)
      }
  }

  /// The calls at which cargo may be loaded and unloaded; none of a run that a closed passage stops.
  func openCalls(
    of id: ID<Service>, _ service: Service, _ runs: [[CallTimes]]
  ) -> [[CallTimes]] {
    let passages = self.runs[id]?.passages ?? []
    guard !passages.isEmpty || !places.isEmpty else { return runs }
    return runs.map { calls in
      guard !passages.contains(where: { Self.stops(calls, at: $0.passage, during: $0.window) })
      else { return calls.map { _ in (nil, nil) } }
      return zip(service.stops, calls).map { stop, call in
        guard let closed = places[stop.place] else { return call }
        func open(_ time: Instant?) -> Instant? {
          time.flatMap { time in closed.contains { $0.contains(time) } ? nil : time }
        }
        return (open(call.arrive), open(call.depart))
      }
    }
  }

  /// The run is at the passage in the window; where nobody says when, it is under way in it.
  private static func stops(
    _ calls: [CallTimes], at passage: Passage, during window: Range<Instant>
  ) -> Bool {
    let times: [Instant]
    switch passage {
    case .stop(let number): times = [calls[number].arrive, calls[number].depart].compactMap { $0 }
    case .somewhere: times = calls.flatMap { [$0.arrive, $0.depart] }.compactMap { $0 }
    }
    guard let first = times.min(), let last = times.max() else { return false }
    return first < window.upperBound && last >= window.lowerBound
  }
}
