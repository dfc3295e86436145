// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
public import FreightModel
public import Quantities

/// Why a place is not reached, proved: a cause is named only after just that was undone and the place
/// was reached.
///
/// In this order: what was changed for the search, what was forbidden, what is closed, the horizon, the
/// timetable's dates, what the options leave out, services that do not run, rights; then what no
/// undoing shows, as `Router.whyUnreachable` says it. Routers of undone networks are kept.
public struct ProvenReasons {
  private let base: RouterRecipe
  /// Of the network with the changes, for what times have no part in.
  private var changed: Router
  private var known: [Undoing: Router?] = [:]

  /// What is taken back, each a set of names where it is not all of its kind.
  enum Undoing: Hashable {
    case changes(Set<Int>)
    case without(Set<String>)
    case closures(Set<Int>?)
    case horizon(Int64)
    case validity(Set<ID<Service>>?)
    case onlyLive, assumedInterline
    case status(Set<ID<Service>>?)
    case rights(Set<RightNeeded>?)
  }

  /// A pair of calls of a service.
  struct RightNeeded: Hashable {
    var service: ID<Service>
    var from, to: ID<Place>
  }

  /// - Parameters:
  ///   - router: Of the network as it is.
  ///   - changes: What differs from it for the search; what touches nothing of the router is left out.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  public init(_ router: Router, changes: [RouterChange] = []) throws {
    base = RouterRecipe(router, changes: changes)
    changed = changes.isEmpty ? router : try base.router()
  }

  /// The reason why none of the ready times arrives within the horizon.
  ///
  /// - Parameters:
  ///   - origin: Where the clock starts.
  ///   - target: What is not reached.
  ///   - readyTimes: A few of those that do not arrive; to reach from one of them is to reach.
  /// - Returns: What was proved, or what the graph alone says, or that it is not known.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  /// - Complexity: A router and a search for each cause that is tried.
  public mutating func reason(
    from origin: ID<Place>, to target: ID<Place>, readyAt readyTimes: [Instant]
  ) throws -> Unreachable {
    let asked = Asked(origin: origin, target: target, readyTimes: readyTimes)
    if let reason = try undoneChange(asked) ?? undoneWithout(asked) { return reason }
    // A demanded way that no timetable has: the network's states say which part.
    let structural = changed.whyUnreachable(from: origin, to: target)
    let isDemand = changed.layers != nil && structural.code != "unreachable.no_service"
    if let reason = try undoneClosures(asked) ?? undoneHorizon(asked) { return reason }
    if isDemand { return structural }
    if let reason = try undoneValidity(asked) ?? undoneOptions(asked) ?? undoneStatus(asked)
      ?? undoneRights(asked)
    {
      return reason
    }
    guard structural.code == "unreachable.horizon" else { return structural }
    return Unreachable(code: "unreachable.unknown", arguments: [name(target)])
  }

  private struct Asked {
    var origin, target: ID<Place>
    var readyTimes: [Instant]
  }

  // MARK: Undoing

  /// The way that there is when this is undone; nil where there is none.
  private mutating func way(_ asked: Asked, undoing: Undoing) throws -> Itinerary? {
    if known[undoing] == nil { known[undoing] = .some(try base.undoing(undoing)) }
    guard let router = known[undoing] ?? nil else { return nil }
    var search = RouterSearch(router)
    for readyAt in asked.readyTimes {
      search.run(from: asked.origin, readyAt: readyAt)
      if let way = search.itinerary(to: asked.target) { return way }
    }
    return nil
  }

  /// The fewest of these that suffice when undone: one alone, else all that are left after each that
  /// is not needed was taken away.
  private mutating func fewest<Item>(
    _ items: [Item], _ asked: Asked, _ undoing: ([Item]) -> Undoing
  ) throws -> [Item]? {
    for item in items where try way(asked, undoing: undoing([item])) != nil { return [item] }
    guard items.count > 1, try way(asked, undoing: undoing(items)) != nil else { return nil }
    var kept = items
    for number in items.indices.reversed() where kept.count > 1 {
      var rest = kept
      rest.remove(at: number)
      if try way(asked, undoing: undoing(rest)) != nil { kept = rest }
    }
    return kept
  }

  private mutating func undoneChange(_ asked: Asked) throws -> Unreachable? {
    guard !base.changes.isEmpty,
      try way(asked, undoing: .changes(Set(base.changes.indices))) != nil,
      let blamed = try fewest(Array(base.changes.indices), asked, { .changes(Set($0)) })
    else { return nil }
    let changes = blamed.map { base.changes[$0].words }
    let words = { (language: Language) in
      changes.map { Messages.inLanguage($0, language) }
        .joined(separator: language == .zh ? "；" : "; ")
    }
    return Unreachable(
      code: "unreachable.change",
      arguments: [name(asked.target), Messages.name(en: words(.en), zh: words(.zh))])
  }

  private mutating func undoneWithout(_ asked: Asked) throws -> Unreachable? {
    let names = base.options.without.sorted()
    guard !names.isEmpty, let blamed = try fewest(names, asked, { .without(Set($0)) }) else {
      return nil
    }
    return Unreachable(
      code: "unreachable.without",
      arguments: [name(asked.target), blamed.joined(separator: ", ")])
  }

  private mutating func undoneClosures(_ asked: Asked) throws -> Unreachable? {
    let closures = base.network.closures
    guard !closures.isEmpty, let way = try way(asked, undoing: .closures(nil)) else { return nil }
    let used = closures.indices.filter { changed.uses(closures[$0].element, way) }
    guard let blamed = try fewest(used, asked, { .closures(Set($0)) }) else { return nil }
    let names = blamed.map { changed.name(of: closures[$0].element) }
    let unique = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return Unreachable(
      code: "unreachable.closed",
      arguments: [name(asked.target), unique.joined(separator: ", ")])
  }

  private mutating func undoneHorizon(_ asked: Asked) throws -> Unreachable? {
    let days = base.horizonSeconds / secondsPerDay
    // A few weeks more, then as long as a year where the arcs at least are there.
    let isThere = changed.whyUnreachable(from: asked.origin, to: asked.target).code
    for longer in [days + 63] + (isThere == "unreachable.horizon" ? [366] : []) where longer > days
    {
      guard let way = try way(asked, undoing: .horizon(longer * secondsPerDay)) else { continue }
      return Unreachable(
        code: "unreachable.horizon",
        arguments: [
          name(asked.target), String(days),
          String((way.durationSeconds + secondsPerDay - 1) / secondsPerDay),
        ])
    }
    return nil
  }

  private mutating func undoneValidity(_ asked: Asked) throws -> Unreachable? {
    let services = base.network.services
    guard services.contains(where: { $0.validFrom != nil || $0.validTo != nil }),
      let way = try way(asked, undoing: .validity(nil))
    else { return nil }
    let used = way.services.filter {
      services[$0].validFrom != nil || services[$0].validTo != nil
    }
    guard let blamed = try fewest(used, asked, { .validity(Set($0)) }), let first = blamed.first
    else { return nil }
    let service = services[first]
    let leaves = way.legs.first { $0.kind == .mainHaul && $0.service == first }?.depart
    let day = CivilDate(dayNumber: (leaves ?? asked.readyTimes[0]).seconds / secondsPerDay)
    let hasEnded = service.validTo.map { $0 < day } ?? false || service.validFrom == nil
    guard let end = hasEnded ? service.validTo : service.validFrom else { return nil }
    return Unreachable(
      code: hasEnded ? "unreachable.timetable_ends" : "unreachable.timetable_begins",
      arguments: [
        name(asked.target), blamed.map { services[$0].id }.joined(separator: ", "), date(of: end),
      ])
  }

  private func date(of day: CivilDate) -> String {
    let (year, month, date) = day.yearMonthDay
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(date))"
  }

  private mutating func undoneOptions(_ asked: Asked) throws -> Unreachable? {
    for (isSet, undoing, code) in [
      (base.options.liveServicesOnly, Undoing.onlyLive, "unreachable.only_live"),
      (base.options.withoutAssumedInterline, .assumedInterline, "unreachable.no_interline"),
    ] where isSet {
      if let way = try way(asked, undoing: undoing) {
        let ids = way.services.map { base.network.services[$0].id }
        return Unreachable(
          code: code, arguments: [name(asked.target), ids.joined(separator: ", ")])
      }
    }
    return nil
  }

  private mutating func undoneStatus(_ asked: Asked) throws -> Unreachable? {
    let services = base.network.services
    guard services.contains(where: { !$0.status.runs }),
      let way = try way(asked, undoing: .status(nil))
    else { return nil }
    let used = way.services.filter { !services[$0].status.runs }
    guard let blamed = try fewest(used, asked, { .status(Set($0)) }) else { return nil }
    return Unreachable(
      code: "unreachable.suspended",
      arguments: [
        name(asked.target), blamed.map { services[$0].id }.joined(separator: ", "),
      ])
  }

  private mutating func undoneRights(_ asked: Asked) throws -> Unreachable? {
    guard let way = try way(asked, undoing: .rights(nil)) else { return nil }
    let used = way.legs.compactMap { leg -> RightNeeded? in
      guard leg.kind == .mainHaul, let service = leg.service else { return nil }
      let pair = RightNeeded(service: service, from: leg.from, to: unloading(leg, of: service))
      return changed.rules.mayCarry(service, from: pair.from, to: pair.to) ? nil : pair
    }
    guard let blamed = try fewest(used, asked, { .rights(Set($0)) }) else { return nil }
    let words = blamed.map { pair in
      let ends = (base.network.places[pair.from].id, base.network.places[pair.to].id)
      return "\(base.network.services[pair.service].id) \(ends.0)–\(ends.1)"
    }
    return Unreachable(
      code: "unreachable.right",
      arguments: [name(asked.target), words.joined(separator: ", ")])
  }

  /// The call at which a leg ends, which may go on to an eHub.
  private func unloading(_ leg: Leg, of service: ID<Service>) -> ID<Place> {
    let calls = base.network.services[service].stops.map(\.place)
    if calls.contains(leg.to) { return leg.to }
    return base.network.hubs.first { $0.ehub == leg.to && calls.contains($0.airport) }?.airport
      ?? leg.to
  }

  private func name(_ place: ID<Place>) -> String {
    let place = base.network.places[place]
    return Messages.name(en: place.nameEN, zh: place.nameZH)
  }
}

extension Itinerary {
  /// Services of the main hauls, each once.
  var services: [ID<Service>] {
    legs.filter { $0.kind == .mainHaul }.compactMap(\.service).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }
}
