// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities

extension RandomNetwork {
  /// Every second road goes through a passage.
  func withPassages() -> RandomNetwork {
    var random = self
    for number in network.links.indices where number % 2 == 0 {
      random.network.links[number].passages = ["narrows"]
    }
    return random
  }
}

/// A random closure of something in a random network.
struct RandomClosure {
  var closure: Closure
  /// Its kind, and `for ever`, `window` or `days`.
  var words: String

  init(of random: RandomNetwork, _ draw: inout SplitMix64) {
    let network = random.network
    let passages = Set(
      network.links.flatMap(\.passages) + network.services.flatMap(\.passages)
        + network.services.flatMap(\.stops).filter(\.isPassage).map { network.places[$0.place].id }
    ).sorted()
    let services = network.services.indices.filter { !network.services[$0].stops.isEmpty }
    var kind = draw.pick(["place", "place", "link", "passage", "service"])
    if kind == "passage", passages.isEmpty { kind = "place" }
    if kind == "link", network.links.isEmpty { kind = "service" }
    let element: NetworkElement =
      switch kind {
      case "place":
        // The way from an airport to its hub has a rule of its own.
        !network.hubs.isEmpty && draw.chance(40)
          ? .place(draw.pick(network.hubs).ehub)
          : .place(ID(draw.integer(0..<network.places.count)))
      case "link": .link(ID(draw.integer(0..<network.links.count)))
      case "passage": .passage(draw.pick(passages))
      default: .service(ID(draw.pick(services)))
      }
    closure = Closure(
      id: "x\(draw.integer(0..<1_000_000))", element: element,
      provenance: Provenance(quality: .assumed))
    let monday = random.readyTimes.min() ?? Instant(seconds: 0)
    let start = monday + Int64(draw.integer(-48..<240)) * 3_600
    let end = start + Int64(draw.integer(1..<240)) * 3_600 + Int64(draw.integer(0..<3_600))
    switch draw.integer(0..<4) {
    case 0: words = "\(kind) for ever"
    case 1:
      words = "\(kind) window"
      (closure.from, closure.to) = (start, end)
      if draw.chance(15) { closure.to = nil }
      if draw.chance(15) { closure.from = nil }
    default:
      words = "\(kind) days"
      if draw.chance(70) {
        closure.days = Set(Weekday.allCases.filter { _ in draw.chance(60) })
        if closure.days?.isEmpty == true { closure.days = [.monday, .saturday, .sunday] }
      }
      if draw.chance(70) || closure.days == nil {
        let second = 900 * draw.integer(0..<80)
        closure.secondsOfDay =
          second..<(draw.chance(30) ? 86_400 : second + 900 * draw.integer(1..<17))
      }
      if draw.chance(30) { (closure.from, closure.to) = (start, end + 4 * secondsPerDay) }
    }
  }

  /// The closure holds at a moment, as a clock and a calendar on the wall tell it.
  static func holds(_ closure: Closure, at time: Instant, in network: Network) -> Bool {
    guard closure.from.map({ time >= $0 }) ?? true, closure.to.map({ time < $0 }) ?? true,
      let zone = try? zone(of: closure, in: network)
    else { return false }
    let local = zone.local(time)
    return closure.days?.contains(local.date.weekday) ?? true
      && closure.secondsOfDay?.contains(local.secondOfDay) ?? true
  }

  /// The closure as changes of a search, one for each time that it holds without a break.
  static func changes(of closure: Closure, in network: Network) throws -> [RouterChange] {
    try windows(of: closure, in: network).map { window -> RouterChange in
      let window = window == ages ? nil : window
      return switch closure.element {
      case .place(let place): .closePlace(network.places[place].id, window: window)
      case .link(let link): .closeLink(network.links[link].id, window: window)
      case .passage(let name): .closePassage(name, window: window)
      case .service(let service): .cancel(service: network.services[service].id, window: window)
      }
    }
  }

  private static let ages = Instant(seconds: -(1 << 40))..<Instant(seconds: 1 << 40)

  private static func windows(
    of closure: Closure, in network: Network
  ) throws -> [Range<Instant>] {
    if closure.days == nil, closure.secondsOfDay == nil {
      return [(closure.from ?? ages.lowerBound)..<(closure.to ?? ages.upperBound)]
    }
    let zone = try zone(of: closure, in: network)
    let week = network.header.referenceWeek
    // What is under way in the week left at most a fortnight before it; all ends within five weeks.
    return (-30...50).compactMap { day in
      let date = week + Int64(day)
      guard closure.days?.contains(date.weekday) ?? true else { return nil }
      let hours = closure.secondsOfDay ?? 0..<86_400
      var start = zone.instant(date: date, secondOfDay: hours.lowerBound)
      var end =
        hours.upperBound == 86_400
        ? zone.instant(date: date + 1, secondOfDay: 0)
        : zone.instant(date: date, secondOfDay: hours.upperBound)
      start = max(start, closure.from ?? start)
      end = min(end, closure.to ?? end)
      return start < end ? start..<end : nil
    }
  }

  private static func zone(of closure: Closure, in network: Network) throws -> TimeZoneRules {
    let name =
      switch closure.element {
      case .place(let place): network.places[place].timeZone
      case .link(let link): network.places[network.links[link].from].timeZone
      case .service(let service):
        network.places[network.services[service].stops[0].place].timeZone
      case .passage: network.header.homeTimeZone
      }
    return try TimeZoneRules.load(name)
  }
}
