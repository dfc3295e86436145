// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import RoutingCore

/// Trucks: at once and on line-haul, over listed links and derived drayage.
extension RouterCompiler {
  private struct ScheduleKey: Hashable {
    var rule: String
    var zone: Int
  }

  /// One direction of a way that a truck may take.
  private struct RoadMove {
    var from, to: ID<Place>
    var roadKM: Double
    var seconds: Int64
    var link: ID<Link>?
    var quality: Quality
  }

  mutating func addRoads() {
    var schedules: [ScheduleKey: ID<Schedule>] = [:]
    var listed: Set<Network.PlacePair> = []
    let oneWayPairs = Set(
      network.links.lazy.filter { $0.carries && $0.mode == .road }
        .map { Network.PlacePair($0.from, $0.to) })
    for (number, link) in network.links.enumerated()
    where link.carries && link.mode == .road && !isForbidden(link) {
      let back = Network.PlacePair(link.to, link.from)
      listed.insert(Network.PlacePair(link.from, link.to))
      addMove(link, ID(number), from: link.from, to: link.to, &schedules)
      if !link.oneWay, !oneWayPairs.contains(back) {
        listed.insert(back)
        addMove(link, ID(number), from: link.to, to: link.from, &schedules)
      }
    }
    for place in network.places.indices where usable[place] {
      let from = ID<Place>(place)
      for way in ways[from] where usable[way.to.index] {
        if listed.contains(Network.PlacePair(from, way.to)) { continue }
        let km = trucking.roadKM(from: from, to: way.to, overlandKM: way.overlandKM)
        let seconds = trucking.seconds(in: network.places[from].territory, roadKM: km)
        addTruck(
          RoadMove(
            from: from, to: way.to, roadKM: km, seconds: seconds, link: nil, quality: .derived),
          &schedules)
      }
    }
  }

  private func isForbidden(_ link: Link) -> Bool {
    options.without.contains(link.id) || !options.without.isDisjoint(with: link.passages)
  }

  private mutating func addMove(
    _ link: Link, _ id: ID<Link>, from: ID<Place>, to: ID<Place>,
    _ schedules: inout [ScheduleKey: ID<Schedule>]
  ) {
    guard usable[from.index], usable[to.index] else { return }
    addTruck(
      RoadMove(
        from: from, to: to, roadKM: link.distanceKM, seconds: link.seconds, link: id,
        quality: link.provenance.quality),
      &schedules)
  }

  private mutating func addTruck(
    _ move: RoadMove, _ schedules: inout [ScheduleKey: ID<Schedule>]
  ) {
    let sameArea = rules.customsArea(of: move.from) == rules.customsArea(of: move.to)
    guard sameArea || move.link != nil else { return }
    let rule = rules.lineHaul(from: move.from)
    if let rule, move.roadKM > rule.minDistanceKM {
      guard move.link != nil || move.roadKM <= rule.maxDistanceKM else { return }
      addLineHaul(move, rule, sameArea: sameArea, &schedules)
    } else {
      let limit = network.parameter("drayage.max_km", default: 300)
      guard move.link != nil || move.roadKM <= limit else { return }
      addDrayage(move, isFullTruck: rule == nil, sameArea: sameArea)
    }
  }

  private mutating func addDrayage(_ move: RoadMove, isFullTruck: Bool, sameArea: Bool) {
    let purpose = isFullTruck ? "full_truck" : "van"
    var meaning = ArcMeaning(kind: .drayage, from: move.from, to: move.to, mode: .road)
    meaning.distanceKM = move.roadKM
    meaning.row = move.link.map { .link($0) } ?? .none
    meaning.main = tariffs.charge(
      Haul(purpose: purpose, mode: .road, serviceType: purpose), from: move.from, to: move.to,
      distanceKM: move.roadKM)
    meaning.quality = move.quality
    if let mode = rules.mainMode(of: move.from), mode != .road,
      let handling = rules.handling(at: move.from, from: mode, to: .road)
    {
      meaning.handlingSeconds = planned(handling.time)
      meaning.handling = tariffs.charge(cost: handling.cost, co2e: handling.co2e)
      meaning.quality = max(meaning.quality, handling.provenance.quality)
    }
    var arc = ArcSpec(
      from: CargoState.node(.freeA, at: move.from), to: CargoState.node(.freeD, at: move.to))
    arc.travel = meaning.handlingSeconds + Int32(move.seconds)
    arc.openAfter = window(rules.terminals[move.to]?.gateHours, at: move.to)
    arc.cost = meaning.main.cost + meaning.handling.cost
    arc.co2e = meaning.main.co2e + meaning.handling.co2e
    let inTransit =
      sameArea
      ? isHome(move.from) && consignment.exportMode == .bonded
        && network.places[move.from].kind == .bondedZone : true
    if sameArea {
      add(arc, meaning)
      if isFullTruck, move.link != nil {
        arc.tail = CargoState.node(.freeD, at: move.from)
        add(arc, meaning)
      }
    }
    if inTransit {
      arc.tail = CargoState.node(.transitA, at: move.from)
      arc.head = CargoState.node(.transitD, at: move.to)
      add(arc, meaning)
      if isFullTruck, move.link != nil {
        arc.tail = CargoState.node(.transitD, at: move.from)
        add(arc, meaning)
      }
    }
  }

  private mutating func addLineHaul(
    _ move: RoadMove, _ rule: LineHaulRule, sameArea: Bool,
    _ schedules: inout [ScheduleKey: ID<Schedule>]
  ) {
    guard !network.places[move.from].kind.isPassage, !network.places[move.to].kind.isPassage
    else { return }
    var meaning = ArcMeaning(kind: .lineHaul, from: move.from, to: move.to, mode: .road)
    meaning.distanceKM = move.roadKM
    meaning.row = .lineHaul(network.lineHauls.firstIndex { $0.id == rule.id } ?? 0)
    meaning.main = tariffs.charge(
      Haul(purpose: "line_haul", mode: .road, serviceType: "line_haul"), from: move.from,
      to: move.to, distanceKM: move.roadKM)
    meaning.quality = max(move.quality, rule.provenance.quality)
    let key = ScheduleKey(rule: rule.id, zone: zoneOfPlace[move.from.index])
    let schedule: ID<Schedule>
    if let known = schedules[key] {
      schedule = known
    } else {
      schedule = builder.addSchedule(
        departures: lineHaulDepartures(rule, zone: zones[key.zone]), durations: nil)
      schedules[key] = schedule
    }
    var arc = ArcSpec(
      from: CargoState.node(.freeA, at: move.from), to: CargoState.node(.freeA, at: move.to))
    arc.schedule = schedule
    arc.lead = Int32(rule.cutoffSeconds)
    meaning.lead = arc.lead
    arc.travel = Int32(move.seconds)
    arc.after = Int32(rule.releaseSeconds)
    arc.cost = meaning.main.cost
    arc.co2e = meaning.main.co2e
    let tails: [CargoState] = sameArea ? [.freeA, .freeD] : [.transitA, .transitD]
    arc.head = CargoState.node(sameArea ? .freeA : .transitA, at: move.to)
    for tail in tails {
      arc.tail = CargoState.node(tail, at: move.from)
      add(arc, meaning)
    }
  }

  /// The rule's local times of every day, as often as the options ask.
  private func lineHaulDepartures(_ rule: LineHaulRule, zone: TimeZoneRules) -> [Int32] {
    let times = lineHaulTimes(rule.departures, frequency: options.lineHaulFrequency)
    var departures: [Int32] = []
    var day = zone.local(epoch).date + -1
    while true {
      for time in times {
        let instant = zone.instant(date: day, secondOfDay: time)
        if instant >= end { return departures }
        if instant >= epoch { departures.append(Int32(instant - epoch)) }
      }
      day = day + 1
    }
  }
}

/// Departures of a day at another frequency: below 1 the first of them, above 1 those half-way between.
///
/// The result contains the given times (above 1) or is contained in them (below 1).
func lineHaulTimes(_ times: [Int], frequency: Double) -> [Int] {
  guard frequency != 1, !times.isEmpty else { return times }
  if frequency < 1 {
    let kept = max(1, Int((Double(times.count) * frequency).rounded()))
    return Array(times.suffix(kept))
  }
  let between = times.indices.map { i -> Int in
    let next = i + 1 < times.count ? times[i + 1] : times[0] + 86_400
    return (times[i] + next) / 2 % 86_400
  }
  return (times + between).sorted()
}
