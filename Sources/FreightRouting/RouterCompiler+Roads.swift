// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import RoutingCore

/// What every truck that starts at one place has in common.
struct TruckYard {
  /// Number of the rule for part loads; nil where every load takes the whole truck.
  var lineHaul: Int?
  /// Departures of that rule in the place's zone.
  var schedule: ID<Schedule>?
}

/// One direction of a way that a truck may take.
struct RoadMove {
  var from, to: ID<Place>
  var roadKM: Double
  var seconds: Int64
  /// Nil for derived drayage.
  var link: ID<Link>?
  var quality: Quality
}

/// Trucks: at once and on line-haul, over listed links and derived drayage.
extension RouterCompiler {
  mutating func addRoads() {
    let yards = makeYards()
    let roads = network.links.indices.filter {
      network.links[$0].carries && network.links[$0].mode == .road
    }
    let rows = Set(
      roads.map { Network.PlacePair(network.links[$0].from, network.links[$0].to) })
    var listed = rows
    for number in roads {
      let link = network.links[number]
      addLink(ID(number), from: link.from, to: link.to, yards)
      let back = Network.PlacePair(link.to, link.from)
      if !link.oneWay, !rows.contains(back) {
        listed.insert(back)
        addLink(ID(number), from: link.to, to: link.from, yards)
      }
    }
    for place in network.places.indices where usable[place] {
      let from = ID<Place>(place)
      for way in ways[from]
      where usable[way.to.index] && !listed.contains(Network.PlacePair(from, way.to)) {
        let km = trucking.roadKM(from: from, to: way.to, overlandKM: way.overlandKM)
        let seconds = trucking.seconds(in: network.places[from].territory, roadKM: km)
        let move = RoadMove(
          from: from, to: way.to, roadKM: km, seconds: seconds, link: nil, quality: .derived)
        addTruck(move, yards[place])
      }
    }
  }

  private mutating func makeYards() -> [TruckYard] {
    network.places.indices.map { number in
      let place = ID<Place>(number)
      var yard = TruckYard()
      guard let rule = rules.lineHaul(from: place),
        let row = network.lineHauls.firstIndex(where: { $0.id == rule.id })
      else { return yard }
      yard.lineHaul = row
      yard.schedule = lineHaulSchedule(row, from: place, less: closed[place])
      return yard
    }
  }

  private mutating func addLink(
    _ id: ID<Link>, from: ID<Place>, to: ID<Place>, _ yards: [TruckYard]
  ) {
    let link = network.links[id]
    guard usable[from.index], usable[to.index], !options.without.contains(link.id),
      options.without.isDisjoint(with: link.passages)
    else { return }
    let move = RoadMove(
      from: from, to: to, roadKM: link.distanceKM, seconds: link.seconds, link: id,
      quality: link.provenance.quality)
    addTruck(move, yards[from.index])
  }

  private mutating func addTruck(_ move: RoadMove, _ yard: TruckYard) {
    let isListed = move.link != nil
    guard isListed || rules.shareArea(move.from, move.to) else { return }
    guard let row = yard.lineHaul, let schedule = yard.schedule else {
      if isListed || move.roadKM <= rules.drayageLimitKM { addDrayage(move, yard) }
      return
    }
    let rule = network.lineHauls[row]
    if move.roadKM <= rule.minDistanceKM {
      addDrayage(move, yard)
    } else if isListed || move.roadKM <= rule.maxDistanceKM {
      let isClosed = !closed[move.link].isEmpty
      addLineHaul(
        move, row,
        isClosed
          ? lineHaulSchedule(
            row, from: move.from, less: closed.starts(at: move.from, over: move.link))
          : schedule)
    }
  }

  private mutating func addDrayage(_ move: RoadMove, _ yard: TruckYard) {
    let isFullTruck = yard.lineHaul == nil
    let purpose = isFullTruck ? "full_truck" : "van"
    var meaning = ArcMeaning(kind: .drayage, from: move.from, to: move.to, mode: .road)
    meaning.distanceKM = move.roadKM
    meaning.row = move.link.map { .link($0) } ?? .none
    meaning.main = tariffs.charge(
      Haul(purpose: purpose, mode: .road, serviceType: purpose), from: move.from, to: move.to,
      distanceKM: move.roadKM)
    meaning.quality = move.quality
    var arc = ArcSpec(
      from: CargoState.node(.freeA, at: move.from), to: CargoState.node(.freeD, at: move.to))
    arc.travel = Int32(move.seconds)
    arc.openBefore = window(
      nil, at: move.from, less: closed.starts(at: move.from, over: move.link))
    arc.openAfter = window(
      rules.terminals[move.to]?.gateHours, at: move.to, less: closed[move.to])
    (arc.cost, arc.co2e) = (meaning.main.cost, meaning.main.co2e)
    let mayChain = isFullTruck && move.link != nil
    let sameArea = rules.shareArea(move.from, move.to)
    if sameArea {
      add(arc, meaning, from: mayChain ? [.freeA, .freeD] : [.freeA], to: .freeD)
    }
    if !sameArea || trucksInBond(from: move.from) {
      add(arc, meaning, from: mayChain ? [.transitA, .transitD] : [.transitA], to: .transitD)
    }
  }

  /// Bonded cargo (1210) is cleared in the zone and trucked from there under seal.
  private func trucksInBond(from place: ID<Place>) -> Bool {
    consignment.exportMode == .bonded && isHome(place)
      && network.places[place].kind == .bondedZone
  }

  private mutating func addLineHaul(_ move: RoadMove, _ row: Int, _ schedule: ID<Schedule>) {
    guard !network.places[move.from].kind.isPassage, !network.places[move.to].kind.isPassage
    else { return }
    let rule = network.lineHauls[row]
    var meaning = ArcMeaning(kind: .lineHaul, from: move.from, to: move.to, mode: .road)
    meaning.distanceKM = move.roadKM
    meaning.row = .lineHaul(row)
    meaning.link = move.link
    meaning.main = tariffs.charge(
      Haul(purpose: "line_haul", mode: .road, serviceType: "line_haul"), from: move.from,
      to: move.to, distanceKM: move.roadKM)
    meaning.quality = max(move.quality, rule.provenance.quality)
    meaning.lead = Int32(rule.cutoffSeconds)
    // Trucks wait at the gate before they are unloaded, so that what waits is released later too.
    let after = Int32(rule.releaseSeconds)
    let gate = closed[move.to].map { $0.later(by: after) }
    let arc = ArcSpec(
      from: CargoState.node(.freeA, at: move.from), to: CargoState.node(.freeA, at: move.to),
      schedule: schedule, lead: meaning.lead, travel: Int32(move.seconds), after: after,
      openAfter: window(nil, at: move.to, less: gate), cost: meaning.main.cost,
      co2e: meaning.main.co2e)
    if rules.shareArea(move.from, move.to) {
      add(arc, meaning, from: [.freeA, .freeD], to: .freeA)
    } else {
      add(arc, meaning, from: [.transitA, .transitD], to: .transitA)
    }
  }

  /// The rule's local times of every day, as often as the options ask.
  func lineHaulDepartures(_ rule: LineHaulRule, zone: TimeZoneRules) -> [Int32] {
    let times = lineHaulTimes(rule.departures, frequency: options.lineHaulFrequency)
    let firstDay = zone.local(epoch).date
    let lastDay = zone.local(end).date
    return (firstDay.dayNumber...lastDay.dayNumber).flatMap { day in
      times.compactMap { time in
        let departure = zone.instant(date: CivilDate(dayNumber: day), secondOfDay: time)
        return departure >= epoch && departure < end ? Int32(departure - epoch) : nil
      }
    }
  }
}

/// Departures of a day at another frequency: below 1 the last of them, above 1 also those half-way between.
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
