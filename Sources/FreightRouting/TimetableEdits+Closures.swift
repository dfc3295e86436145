// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities

extension TimetableEdits {
  /// What the network's own closures do to services, places and links.
  ///
  /// - Parameters:
  ///   - network: Its closures, and what they name.
  ///   - from: Windows that recur are unrolled from here …
  ///   - to: … to here; the others stand as they are.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone of a closure.
  /// - Complexity: O(closures × (days + services)).
  init(closuresOf network: Network, from: Instant, to: Instant) throws(TimeZoneFault) {
    guard !network.closures.isEmpty else { return }
    let services = network.services.indices.map { ID<Service>($0) }
    for closure in network.closures {
      let windows = closure.windows(
        in: try TimeZoneRules.load(network.timeZone(of: closure.element)), from: from, to: to)
      switch closure.element {
      case .place(let place):
        places[place, default: []] += windows
        closeStops(windows, of: services, in: network) { $0.place == place }
      case .link(let link): links[link, default: []] += windows
      case .service(let service): runs[service, default: .init()].cancelled += windows
      case .passage(let name):
        closePassage(name, windows, of: services, in: network)
        for number in network.links.indices where network.links[number].passages.contains(name) {
          links[ID(number), default: []] += windows
        }
      }
    }
  }

  /// Closes the stops at which services pass; false where none of them fits.
  @discardableResult
  mutating func closeStops(
    _ windows: [Range<Instant>], of services: [ID<Service>], in network: Network,
    where fits: (StopTime) -> Bool
  ) -> Bool {
    var isUsed = false
    for id in services {
      for (number, stop) in network.services[id].stops.enumerated()
      where stop.isPassage && fits(stop) {
        runs[id, default: .init()].passages += windows.map { (.stop(number), $0) }
        isUsed = true
      }
    }
    return isUsed
  }

  /// Closes a passage to services: where a stop says when they pass, then, else while they are under way.
  ///
  /// - Returns: False where none of the services passes.
  @discardableResult
  mutating func closePassage(
    _ name: String, _ windows: [Range<Instant>], of services: [ID<Service>], in network: Network
  ) -> Bool {
    let isNamed = { (stop: StopTime) in network.places[stop.place].id == name }
    var isUsed = closeStops(windows, of: services, in: network, where: isNamed)
    for id in services where network.services[id].passages.contains(name) {
      if network.services[id].stops.contains(where: { $0.isPassage && isNamed($0) }) { continue }
      runs[id, default: .init()].passages += windows.map { (.somewhere, $0) }
      isUsed = true
    }
    return isUsed
  }

  /// Adds what others do; the order makes no difference.
  mutating func add(_ other: TimetableEdits) {
    for (service, edits) in other.runs {
      runs[service, default: .init()].cancelled += edits.cancelled
      runs[service, default: .init()].shifts += edits.shifts
      runs[service, default: .init()].added += edits.added
      runs[service, default: .init()].passages += edits.passages
    }
    places.merge(other.places) { $0 + $1 }
    links.merge(other.links) { $0 + $1 }
  }
}

extension Network {
  /// The zone in which days and times of a closure are read.
  public func timeZone(of element: NetworkElement) -> String {
    switch element {
    case .place(let place): places[place].timeZone
    case .link(let link): places[links[link].from].timeZone
    case .service(let service):
      services[service].stops.first.map { places[$0.place].timeZone } ?? header.homeTimeZone
    case .passage: header.homeTimeZone
    }
  }

  /// Seconds from the first departure to the last arrival of the longest service.
  var longestServiceSeconds: Int64 {
    services.lazy.flatMap(\.stops)
      .compactMap { $0.arrivalSeconds ?? $0.arrivalLocal.map(Int64.init) }.max() ?? 0
  }
}

extension Closure {
  /// The closed times as moments, sorted and apart.
  ///
  /// Both ends of a part of a day are read as wall times, as `openIntervals` does.
  ///
  /// - Parameters:
  ///   - zone: The zone of what is closed.
  ///   - from: Closures of some days or hours are unrolled from here …
  ///   - to: … to here; one that goes on from its first moment to its last stands as it is.
  /// - Returns: Windows whose ends are not closed.
  /// - Complexity: O(days).
  public func windows(in zone: TimeZoneRules, from: Instant, to: Instant) -> [Range<Instant>] {
    let whole = TimetableEdits.always
    let first = self.from ?? whole.lowerBound
    let last = self.to ?? whole.upperBound
    guard first < last else { return [] }
    if isContinuous { return [first..<last] }
    let closed = [secondsOfDay ?? 0..<86_400]
    let calendar = OpeningHours(
      id: id, week: Weekday.allCases.map { days?.contains($0) != false ? closed : [] },
      provenance: provenance)
    return openIntervals(calendar, zone: zone, from: max(first, from), to: min(last, to)).map {
      Instant(seconds: $0.lowerBound)..<Instant(seconds: $0.upperBound)
    }
  }
}
