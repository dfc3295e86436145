// SPDX-License-Identifier: GPL-3.0-or-later
internal import FreightModel
internal import Quantities

/// What is closed at a moment, read from the network's rows whenever it is asked.
extension ReferenceRules {
  func closures(of place: ID<Place>) -> [Closure] {
    network.closures.filter { $0.element == .place(place) }
  }

  /// Of a listed way: of the link itself, and of the passages it goes through.
  func closures(of link: ID<Link>?) -> [Closure] {
    guard let link else { return [] }
    return network.closures.filter { closure in
      switch closure.element {
      case .link(link): true
      case .passage(let name): network.links[link].passages.contains(name)
      default: false
      }
    }
  }

  func closures(of service: ID<Service>) -> [Closure] {
    network.closures.filter { $0.element == .service(service) }
  }

  /// The first moment not before `time` at which none of the closures holds; nil is never.
  func open(_ closures: [Closure], from time: Instant) -> Instant? {
    var time = time
    for _ in 0..<10_000 {
      guard let closure = closures.first(where: { interval(of: $0, at: time) != nil })
      else { return time }
      guard let end = interval(of: closure, at: time)?.upperBound, end < Self.never
      else { return nil }
      time = end
    }
    return nil
  }

  func isClosed(_ closures: [Closure], at time: Instant) -> Bool {
    closures.contains { interval(of: $0, at: time) != nil }
  }

  /// One of the closures holds at some moment from the first to the last.
  func isClosed(_ closures: [Closure], from first: Instant, through last: Instant) -> Bool {
    closures.contains { closure in
      days(of: closure, from: first, through: last).contains {
        $0.lowerBound <= last && $0.upperBound > first
      }
    }
  }

  /// When cargo may begin at a place: its hours are open, and nothing of it or the way is closed.
  func opening(
    _ hours: ID<OpeningHours>?, at place: ID<Place>, _ closures: [Closure], from time: Instant
  ) -> Instant? {
    var time = time
    for _ in 0..<10_000 {
      guard let open = opening(hours, at: place, from: time),
        let free = self.open(closures, from: open)
      else { return nil }
      if free == open { return free }
      time = free
    }
    return nil
  }

  private static var never: Instant { Instant(seconds: 1 << 40) }

  /// The closed time of a closure that a moment lies in.
  private func interval(of closure: Closure, at time: Instant) -> Range<Instant>? {
    days(of: closure, from: time, through: time).first { $0.contains(time) }
  }

  /// The closed times, one for each day that is touched, or one for all where no day opens it.
  private func days(
    of closure: Closure, from first: Instant, through last: Instant
  ) -> [Range<Instant>] {
    let start = closure.from ?? Instant(seconds: -(1 << 40))
    let end = closure.to ?? Self.never
    if closure.days == nil, closure.secondsOfDay == nil { return [start..<end] }
    let clock = clock(of: closure.element)
    let hours = closure.secondsOfDay ?? 0..<86_400
    let dates = (clock.local(first).date.dayNumber - 1)...(clock.local(last).date.dayNumber + 1)
    return dates.compactMap { number in
      let date = CivilDate(dayNumber: number)
      guard closure.days?.contains(date.weekday) ?? true else { return nil }
      let opens = max(start, clock.instant(date: date, secondOfDay: hours.lowerBound))
      let closes =
        hours.upperBound == 86_400
        ? clock.instant(date: date + 1, secondOfDay: 0)
        : clock.instant(date: date, secondOfDay: hours.upperBound)
      return opens < min(end, closes) ? opens..<min(end, closes) : nil
    }
  }

  private func clock(of element: NetworkElement) -> TimeZoneRules {
    switch element {
    case .place(let place): clock(of: place)
    case .link(let link): clock(of: network.links[link].from)
    case .service(let service): clock(of: network.services[service].stops[0].place)
    case .passage: clock(named: network.header.homeTimeZone)
    }
  }
}
