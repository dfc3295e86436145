// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import FreightRouting
import Quantities

/// Why a city is missed, as a key of the catalogue with its arguments.
extension ScoreBoard {
  func reason(
    of city: CityResult, values: [Int64?], sources: CircleSources
  ) -> (code: String, arguments: [String]) {
    guard let itinerary = city.itinerary else {
      let finite = values.count { $0 != nil }
      if finite > 0 {
        return ("reason.horizon", [String(finite), String(values.count)])
      }
      guard let why = unreachable[city.place] else {
        return ("reason.no_warehouse", [name(city.place)])
      }
      return (why.code, why.arguments)
    }
    if let faster = fastest(city, sources) {
      return (
        "reason.objective",
        [
          objectiveName, hours(itinerary.durationSeconds), hours(faster.durationSeconds),
        ]
      )
    }
    let waits = itinerary.bindingWaits
    let standing = waits.reduce(0) { $0 + $1.seconds }
    let moving = itinerary.durationSeconds - standing
    if moving > city.targetSeconds {
      let road = itinerary.legs.filter { $0.kind == .drayage || $0.kind == .lineHaul }
        .reduce(0) { $0 + $1.seconds }
      let haul = itinerary.legs.filter { $0.kind == .mainHaul }.max { $0.seconds < $1.seconds }
      guard let haul, haul.seconds >= road, let service = haul.service else {
        return ("reason.long_road", [hours(moving), hours(road)])
      }
      return (
        "reason.long_main_haul",
        [hours(moving), hours(haul.seconds), network.services[service].id]
      )
    }
    return stay(waits, itinerary) ?? ("reason.long_road", [hours(moving), hours(moving)])
  }

  /// Where an objective other than time has chosen the way: the fastest one, if it makes the target.
  private func fastest(_ city: CityResult, _ sources: CircleSources) -> Itinerary? {
    guard query.objective != .time, let itinerary = city.itinerary,
      let source = sources.sources.first(where: { $0.serves[city.place.index] })
    else { return nil }
    var search = RouterSearch(source.router)
    search.run(from: source.origin, readyAt: itinerary.depart, changes: source.changes)
    return search.itinerary(to: city.place).flatMap {
      $0.durationSeconds <= city.targetSeconds ? $0 : nil
    }
  }

  private var objectiveName: String {
    switch query.objective {
    case .time: text("value.time")
    case .cost: text("value.cost")
    case .generalized: text("value.generalized")
    }
  }

  private func text(_ key: String) -> String {
    Messages.name(en: Messages.text(key, in: .en), zh: Messages.text(key, in: .zh))
  }

  /// The longest stay; the wait for a departure counts together with its cut-off.
  private func stay(
    _ waits: [BindingWait], _ itinerary: Itinerary
  ) -> (code: String, arguments: [String])? {
    var longest: (seconds: Int64, wait: BindingWait)?
    for wait in waits {
      var seconds = wait.seconds
      if wait.cause == .nextDeparture {
        seconds += waits.filter {
          $0.cause == .cutOff && $0.place == wait.place && $0.service == wait.service
            && $0.row == wait.row
        }.reduce(0) { $0 + $1.seconds }
      }
      if seconds > longest?.seconds ?? 0 { longest = (seconds, wait) }
    }
    guard let (seconds, wait) = longest else { return nil }
    let place = name(wait.place)
    switch wait.cause {
    case .nextDeparture, .cutOff:
      guard let service = wait.service else {
        return ("reason.wait_line_haul", [hours(seconds), place])
      }
      let frequency = departuresPerWeek(of: service, in: network, options: query.options)
      return (
        "reason.wait_departure",
        [hours(seconds), place, network.services[service].id, plainNumber(frequency)]
      )
    case .customs:
      let isExport = itinerary.legs.contains {
        $0.kind == .exportClearance && $0.row == wait.row
      }
      return (
        isExport ? "reason.export_clearance" : "reason.clearance",
        [hours(seconds), place, wait.row]
      )
    case .opening: return ("reason.opening", [hours(seconds), place])
    case .capacity: return ("reason.capacity", [hours(seconds), place])
    case .deliveryHours: return ("reason.delivery_hours", [hours(seconds), place])
    }
  }

  private func hours(_ seconds: Int64) -> String { plainNumber(Double(seconds) / 3_600) }

  private func name(_ place: ID<Place>) -> String {
    let row = network.places[place]
    return row.iata ?? Messages.name(en: row.nameEN, zh: row.nameZH)
  }
}

extension CircleSources {
  /// The origin's customs area.
  var homeArea: String { sources[0].router.homeArea }
}

extension CircleSources {
  /// Why these are not reached from the source that serves them.
  ///
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  /// - Complexity: A router and some searches for each cause that is tried, once for all places.
  func whyUnreachable(
    _ places: [ID<Place>], ready: ReadyTimes, changes: [RouterChange]
  ) throws -> [ID<Place>: Unreachable] {
    let counted = ready.counted.map { ready.instants[$0] }
    // A time of each half of the week: a cause that holds always is seen from either.
    let asked = counted.isEmpty ? [] : [counted[0], counted[counted.count / 2]]
    var why: [ID<Place>: Unreachable] = [:]
    for (number, source) in sources.enumerated() {
      let served = places.filter { place in
        sources.firstIndex { $0.serves[place.index] } == number
      }
      guard !served.isEmpty else { continue }
      var reasons = try ProvenReasons(source.plain, changes: changes)
      for place in served {
        why[place] = try reasons.reason(from: source.origin, to: place, readyAt: asked)
      }
    }
    return why
  }
}
