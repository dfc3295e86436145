// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
import Quantities
import RoutingCore
import Stochastics

/// Maps a network and a consignment onto the kernel's nodes, windows, schedules and arcs.
///
/// The moves are those of docs/decisions/0002; each file of this type adds some of them.
struct RouterCompiler {
  let network: Network
  let consignment: Consignment
  let options: RoutingOptions
  let homeArea: String
  let origin: ID<Place>
  let rules: RuleBook
  let trucking: Trucking
  let ways: RoadWays
  let zones: [TimeZoneRules]
  /// Zone of each place, an index into `zones`.
  let zoneOfPlace: [Int]
  let epoch: Instant
  /// Departures and opening hours are unrolled up to here.
  let end: Instant
  /// Place → may be used (not in `without`, not a lock).
  let usable: [Bool]
  /// Place → modes of services that call there.
  let callModes: [[Mode]]

  var tariffs: TariffBook
  var builder: RoutingGraphBuilder
  var meanings: [ArcMeaning] = []
  /// Arc → its two nodes.
  var ends: [(tail: Int32, head: Int32)] = []
  /// What is demanded of the way; nil is nothing, and then the graph has no layer but the first.
  let layers: DemandLayers?
  /// Arcs that wait for their layers.
  private var unlayered: [ArcSpec] = []
  /// Arc of the graph → its row in `meanings`; empty where they are the same.
  private(set) var rowOfArc: [Int32] = []
  var windows: [WindowKey: ID<Window>?] = [:]
  var lineHaulSchedules: [ScheduleKey: ID<Schedule>] = [:]
  /// What the network's closures do, and changes besides; with `close`.
  private(set) var edits: TimetableEdits
  private(set) var closed: ClosedTimes

  struct WindowKey: Hashable {
    /// Nil is always open.
    var hours: ID<OpeningHours>?
    var zone: Int
    var closed: [Range<Int32>] = []
  }

  struct ScheduleKey: Hashable {
    var rule: Int
    var zone: Int
    var closed: [Range<Int32>]
  }

  init(
    network: Network, consignment: Consignment, origin: ID<Place>, options: RoutingOptions,
    week: CivilDate, ways: RoadWays
  ) throws(TimeZoneFault) {
    self.network = network
    self.consignment = consignment
    self.options = options
    self.ways = ways
    self.origin = origin
    layers = DemandLayers(options, in: network)
    homeArea = network.territory(of: origin).customsArea
    rules = RuleBook(network, consignment)
    trucking = Trucking(network)
    tariffs = TariffBook(network, consignment)
    var zones: [TimeZoneRules] = []
    var numberOfZone: [String: Int] = [:]
    zoneOfPlace = try network.places.map { place throws(TimeZoneFault) in
      if let known = numberOfZone[place.timeZone] { return known }
      zones.append(try TimeZoneRules.load(place.timeZone))
      numberOfZone[place.timeZone] = zones.count - 1
      return zones.count - 1
    }
    self.zones = zones
    let home = try TimeZoneRules.load(network.header.homeTimeZone)
    epoch = home.instant(date: week, secondOfDay: 0)
    let horizon = options.horizonSeconds(for: consignment, in: network)
    end = epoch + (secondsPerWeek + horizon + secondsPerDay)
    usable = network.places.map { $0.kind != .lock && !options.without.contains($0.id) }
    callModes = Self.callModes(network, consignment.cargoClass)
    builder = RoutingGraphBuilder(epoch: epoch)
    edits = try TimetableEdits(
      closuresOf: network,
      from: epoch - (network.longestServiceSeconds + 60 * secondsPerDay),
      to: end + 60 * secondsPerDay)
    closed = ClosedTimes(edits, epoch: epoch)
  }

  /// Takes changes in, besides the network's own closures.
  mutating func apply(_ changes: TimetableEdits) {
    edits.add(changes)
    closed = ClosedTimes(edits, epoch: epoch)
  }

  /// Both layouts of the graph: for single journeys, and for scans.
  ///
  /// - Throws: `ChargeFault` where a leg would charge more than a sum can hold.
  mutating func compile() throws -> (graph: RoutingGraph, timetable: Timetable) {
    for _ in 0..<network.places.count * CargoState.allCases.count { _ = builder.addNode() }
    for place in network.places.indices where usable[place] { addDoors(of: ID(place)) }
    let borderEnds = crossAreaEnds
    for place in network.places.indices where usable[place] {
      addCustoms(at: ID(place), borderEnds: borderEnds)
    }
    if !options.without.contains(Mode.road.rawValue) { addRoads() }
    addServices()
    addTurns()
    if let fault = tariffs.fault { throw fault }
    if let layers { rowOfArc = addLayers(layers, unlayered) }
    return (builder.build(), Timetable(builder, period: Int32(secondsPerWeek)))
  }

  /// The first charge that was beyond what a sum can hold.
  var chargeFault: ChargeFault? { tariffs.fault }

  mutating func add(_ arc: ArcSpec, _ meaning: ArcMeaning) {
    if layers == nil { _ = builder.addArc(arc) } else { unlayered.append(arc) }
    meanings.append(meaning)
    ends.append((Int32(arc.tail.index), Int32(arc.head.index)))
  }

  /// Adds the arc from each of the states at its start to a state at its end.
  mutating func add(
    _ arc: ArcSpec, _ meaning: ArcMeaning, from tails: [CargoState], to head: CargoState
  ) {
    var arc = arc
    arc.head = CargoState.node(head, at: meaning.to)
    for tail in tails {
      arc.tail = CargoState.node(tail, at: meaning.from)
      add(arc, meaning)
    }
  }

  func isHome(_ place: ID<Place>) -> Bool { rules.shareArea(place, origin) }

  /// The kernel's window for opening hours at a place, nil where it never closes.
  mutating func window(_ hours: ID<OpeningHours>?, at place: ID<Place>) -> ID<Window>? {
    guard let hours, !network.openingHours[hours].isAlways else { return nil }
    let key = WindowKey(hours: hours, zone: zoneOfPlace[place.index])
    if let known = windows[key] { return known }
    let window = builder.addWindow(openSeconds(hours, zone: key.zone))
    windows[key] = window
    return window
  }

  /// Opening hours in a zone as seconds after the epoch; none where there are no hours.
  func openSeconds(_ hours: ID<OpeningHours>?, zone: Int) -> [Range<Int32>] {
    guard let hours else { return [] }
    return openIntervals(
      network.openingHours[hours], zone: zones[zone], from: epoch - secondsPerDay, to: end
    ).map { Int32($0.lowerBound - epoch.seconds)..<Int32($0.upperBound - epoch.seconds) }
  }

  /// An operation's planned time: the stated quantile, P50 by default.
  func planned(_ time: OperationTime) -> Int32 {
    if options.plannedQuantile == 0.5 { return Int32(time.medianSeconds) }
    let distribution = Distribution.lognormal(
      median: Double(time.medianSeconds), low: Double(time.lowSeconds),
      high: Double(time.highSeconds))
    guard distribution.isProper else { return Int32(time.medianSeconds) }
    return Int32(distribution.quantile(options.plannedQuantile).rounded())
  }

  // MARK: Doors

  private mutating func addDoors(of place: ID<Place>) {
    guard network.places[place].kind.isDemand else {
      for state in [CargoState.freeA, .freeD] {
        add(
          ArcSpec(
            from: CargoState.node(state, at: place), to: CargoState.node(.delivered, at: place),
            openBefore: window(nil, at: place, less: closed[place])),
          ArcMeaning(kind: .standing, from: place, to: place))
      }
      add(
        ArcSpec(
          from: CargoState.node(.ready, at: place), to: CargoState.node(.freeA, at: place),
          openBefore: window(nil, at: place, less: closed[place])),
        ArcMeaning(kind: .standing, from: place, to: place))
      return
    }
    addDoor(.pickup, at: place, from: .ready, to: .freeA)
    addDoor(.delivery, at: place, from: .freeA, to: .delivered)
    addDoor(.delivery, at: place, from: .freeD, to: .delivered)
  }

  private mutating func addDoor(
    _ operation: DoorRule.Operation, at place: ID<Place>, from: CargoState, to: CargoState
  ) {
    let rule = rules.door(operation, at: place)
    let charge = tariffs.charge(
      cost: rule?.cost ?? Charge(), co2e: rule?.co2e ?? Charge(),
      of: "door " + network.places[place].id)
    let isAlways = operation == .delivery && options.deliveryAlwaysOpen
    let hours = window(isAlways ? nil : rule?.hours, at: place, less: closed[place])
    var arc = ArcSpec(from: CargoState.node(from, at: place), to: CargoState.node(to, at: place))
    arc.travel = rule.map { planned($0.time) } ?? 0
    if operation == .pickup {
      arc.openBefore = hours
    } else {
      arc.openBefore = window(nil, at: place, less: closed[place])
      arc.openAfter = hours
    }
    arc.cost = charge.cost
    arc.co2e = charge.co2e
    var meaning = ArcMeaning(
      kind: operation == .pickup ? .pickup : .delivery, from: place, to: place)
    meaning.main = charge
    meaning.quality = max(
      rule?.provenance.quality ?? .assumed, hoursQuality(isAlways ? nil : rule?.hours))
    add(arc, meaning)
  }

  // MARK: Customs

  private mutating func addCustoms(at place: ID<Place>, borderEnds: Set<ID<Place>>) {
    let terminal = rules.terminals[place]
    let hasCustoms = terminal?.hasCustoms == true
    if isHome(place) {
      guard hasCustoms else { return }
      if consignment.exportMode == .bonded, network.places[place].kind != .bondedZone { return }
      addClearance(.export, at: place, hours: terminal?.customsHours)
    } else if hasCustoms || borderEnds.contains(place) {
      addClearance(.import, at: place, hours: terminal?.customsHours)
    }
  }

  private mutating func addClearance(
    _ direction: ClearanceRule.Direction, at place: ID<Place>, hours: ID<OpeningHours>?
  ) {
    guard let rule = rules.clearance(direction, at: place) else { return }
    let charge = tariffs.charge(cost: rule.cost, of: rule.id)
    var meaning = ArcMeaning(
      kind: direction == .export ? .exportClearance : .importClearance, from: place, to: place)
    meaning.row = .clearance(network.clearances.firstIndex { $0.id == rule.id } ?? 0)
    meaning.main = charge
    meaning.quality = max(
      rule.provenance.quality,
      hoursQuality(options.customsAlwaysOpen ? nil : hours ?? rule.hours))
    let arc = ArcSpec(
      from: ID(0), to: ID(0),
      openBefore: window(
        options.customsAlwaysOpen ? nil : hours ?? rule.hours, at: place, less: closed[place]),
      travel: clearanceSeconds(rule),
      cost: charge.cost)
    // Clearing handles nothing: what a service brought is still to be handled for the road.
    let isImport = direction == .import
    add(
      arc, meaning, from: isImport ? [.transitA, .transitD] : [.freeA, .freeD],
      to: isImport ? .freeA : .transitA)
    for (before, after) in zip(
      landedStates(at: place, inTransit: isImport), landedStates(at: place, inTransit: !isImport))
    {
      add(arc, meaning, from: [before], to: after)
    }
  }

  /// Hours that nobody gives say nothing.
  func hoursQuality(_ hours: ID<OpeningHours>?) -> Quality {
    hours.map { network.openingHours[$0].provenance.quality } ?? .measured
  }

  private func clearanceSeconds(_ rule: ClearanceRule) -> Int32 {
    if let hours = options.clearanceOverrides[rule.id] { return Int32(wholeSeconds(hours: hours)) }
    guard rule.direction == .import else { return planned(rule.time) }
    return switch options.importClearance {
    case .low: Int32(rule.time.lowSeconds)
    case .median: planned(rule.time)
    case .high: Int32(rule.time.highSeconds)
    }
  }

  /// Places at which a listed carrying link from another customs area ends.
  private var crossAreaEnds: Set<ID<Place>> {
    var ends: Set<ID<Place>> = []
    for link in network.links where isCrossArea(link) {
      ends.insert(link.to)
      if !link.oneWay { ends.insert(link.from) }
    }
    return ends
  }

  func isCrossArea(_ link: Link) -> Bool {
    link.carries && link.mode == .road
      && !rules.shareArea(link.from, link.to)
  }
}

extension RoutingOptions {
  /// Seconds after the ready time within which cargo must arrive.
  public func horizonSeconds(for consignment: Consignment, in network: Network) -> Int64 {
    if let horizonSeconds { return horizonSeconds }
    let days =
      consignment.cargoClass == .fcl
      ? network.parameter("horizon.fcl_days", default: 70)
      : network.parameter("horizon.days", default: 21)
    return wholeSeconds(hours: days * 24)
  }
}
