// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import FreightRouting
import NetworkIO
import Quantities

extension RequestReading {
  /// The changes that can be read, each with its text; what is wrong with the others is a fault.
  mutating func changes(
    _ request: ChangeRequest, in network: Network
  ) -> [(text: String, change: RouterChange)] {
    request.change.compactMap { text in
      let change = RouterChange(asked: text, in: network)
      if change == nil { add("usage.change", text) }
      return change.map { (text, $0) }
    }
  }

  /// Resolves changes that were read; what names nothing, or touches nothing, is a fault.
  ///
  /// - Throws: `StudyFaults` with everything that is wrong so far.
  mutating func resolve(
    _ changes: [(text: String, change: RouterChange)], on router: Router
  ) throws -> RouterChanges? {
    guard !changes.isEmpty else {
      try check()
      return nil
    }
    do {
      let resolved = try router.resolve(changes.map(\.change))
      try check()
      return resolved
    } catch let faults as RouterChangeFaults {
      for fault in faults.faults {
        add(fault.reason, changes[fault.number].text, in: router.network)
      }
      try check()
      return nil
    }
  }

  /// A router with changes that were read compiled in; what names nothing, or touches nothing, is a fault.
  ///
  /// - Throws: `StudyFaults` with everything that is wrong so far; `TimeZoneFault`.
  mutating func compile(
    _ changes: [(text: String, change: RouterChange)], on router: Router
  ) throws -> Router {
    do {
      let compiled = try router.compiled(with: changes.map(\.change))
      try check()
      return compiled
    } catch let faults as RouterChangeFaults {
      for fault in faults.faults {
        add(fault.reason, changes[fault.number].text, in: router.network)
      }
      try check()
      return router
    }
  }

  private mutating func add(
    _ reason: RouterChangeFaults.Reason, _ change: String, in network: Network
  ) {
    let services = network.services.map(\.id)
    let places = network.places.map(\.id)
    let unknown: (name: String, known: [String])
    switch reason {
    case .matchesNothing: return add("usage.change_nothing", change)
    case .unknownService(let name): unknown = (name, services)
    case .unknownPlace(let name): unknown = (name, places)
    case .unknownHolder(let name): unknown = (name, network.carriers.map(\.id) + services)
    case .unknownLink(let name), .unknownPassage(let name):
      let passages = network.links.flatMap(\.passages) + network.services.flatMap(\.passages)
      unknown = (name, Set(passages).sorted() + places + network.links.map(\.id))
    }
    let near = NearestName.of(unknown.name, in: unknown.known).map { [$0] } ?? []
    add("usage.change_unknown", change, unknown.name, didYouMean(near))
  }
}

extension RouterChange {
  /// Reads `cancel AF-HGH-LGG`, `delay BG-XSH-SHA 6h`, `close suez 2026-03-03T00:00:00+08:00/36h`.
  init?(asked text: String, in network: Network) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count >= 2 else { return nil }
    let name = words[1]
    let window = { (place: Int) -> Range<Instant>?? in
      if words.count == place { return .some(nil) }
      guard words.count == place + 1, let window = Self.window(words[place]) else { return nil }
      return .some(window)
    }
    switch words[0] {
    case "cancel":
      guard let window = window(2) else { return nil }
      self = .cancel(service: name, window: window)
    case "delay", "retime":
      guard words.count > 2, let seconds = Self.seconds(words[2]), let window = window(3),
        seconds > 0 || words[0] == "retime"
      else { return nil }
      self = .retime(service: name, seconds: seconds, window: window)
    case "add":
      let times = words.dropFirst(2).map { Instant(rfc3339: $0) }
      guard !times.isEmpty, !times.contains(nil) else { return nil }
      self = .add(service: name, departures: times.compactMap(\.self))
    case "close":
      guard let window = window(2) else { return nil }
      if network.findPlace(name) != nil {
        self = .closePlace(name, window: window)
      } else if network.links.contains(where: { $0.id == name }) {
        self = .closeLink(name, window: window)
      } else {
        self = .closePassage(name, window: window)
      }
    case "grant", "withdraw":
      guard words.count == 4 else { return nil }
      self =
        words[0] == "grant"
        ? .grantRight(holder: name, from: words[2], to: words[3])
        : .withdrawRight(holder: name, from: words[2], to: words[3])
    default: return nil
    }
  }

  /// From a moment to another, or for a while: `2026-03-03T00:00:00+08:00/36h`.
  private static func window(_ text: String) -> Range<Instant>? {
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count == 2, let start = Instant(rfc3339: parts[0]) else { return nil }
    let end = Instant(rfc3339: parts[1]) ?? seconds(parts[1]).map { start + $0 }
    guard let end, start < end else { return nil }
    return start..<end
  }

  /// `6h`, `-90min`, `2d`.
  private static func seconds(_ text: String) -> Int64? {
    let isEarlier = text.hasPrefix("-")
    let units: KeyValuePairs<String, Double> = ["min": 60, "h": 3_600, "d": 86_400]
    for (unit, factor) in units where text.hasSuffix(unit) {
      guard let value = Decimal.positive(text.dropFirst(isEarlier ? 1 : 0).dropLast(unit.count)),
        value * factor <= 366 * 86_400
      else { return nil }
      let seconds = Int64((value * factor).rounded())
      return isEarlier ? -seconds : seconds
    }
    return nil
  }
}
