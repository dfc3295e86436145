// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities
internal import HeapModule

/// A slow, obviously correct door-to-door search, against which the fast one is tested.
///
/// Dijkstra's algorithm over states (place, layer, phase) and times, straight on the rows of the
/// network and the rules of decision record 0002: no windows, schedules or tables made beforehand
/// but lists of roads and of dated departures. A label that is reached is expanded unless one
/// reached no later is as cheap, for that one could wait here.
///
/// Planned times are medians (import clearance as `RoutingOptions.importClearance` says). Not
/// supported: other quantiles, line-haul frequencies and the overrides of `RoutingOptions`.
///
/// - Complexity: every label looks at all roads and all departures of its place.
public struct ReferenceSearch: Sendable {
  /// A delivery: the earliest, of these the cheapest, then the cleanest, then of fewest arcs.
  public struct Answer: Sendable, Hashable {
    public var arrive: Instant
    /// Nil where that of some move is not known.
    public var cost: Money?
    public var co2e: Emission?
    /// Moves of decision record 0002, waiting not counted.
    public var arcs: Int
    /// The moves in words, to see where two searches part.
    public var trail: [String]
  }

  let rules: ReferenceRules
  let roads: ReferenceRoads
  let timetable: ReferenceTimetable
  let demand: ReferenceDemand
  /// No departure is waited for longer; only tests set it, to see which answers need a long wait.
  package var longestWaitSeconds = Int64.max

  /// Prepares the roads and dated departures.
  ///
  /// - Parameters:
  ///   - network: What is searched.
  ///   - consignment: What is carried.
  ///   - options: What may not be used, or is taken differently.
  ///   - week: Monday of the week in which the ready times lie.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone of the network.
  public init(
    network: Network, consignment: Consignment, options: RoutingOptions, week: CivilDate
  ) throws {
    rules = try ReferenceRules(network: network, consignment: consignment, options: options)
    let overland = OverlandDistances(rules)
    roads = ReferenceRoads(rules, overland)
    timetable = ReferenceTimetable(rules, week: week)
    demand = ReferenceDemand(options, in: network)
  }

  /// The delivery at every place, in the order of the network's places; nil is unreachable.
  public func deliveries(from origin: ID<Place>, readyAt: Instant) -> [Answer?] {
    let places = rules.network.places
    let lastArrival = readyAt + rules.horizonSeconds
    let home = rules.area(of: origin)
    var answers = [Answer?](repeating: nil, count: places.count)
    var cheapest: [State: Label] = [:]
    var queue = Heap<Label>()
    if !rules.isForbidden(origin), let start = start(at: origin, readyAt: readyAt) {
      queue.insert(start)
    }
    while let label = queue.popMin() {
      guard label.time <= lastArrival else { break }
      let place = label.state.place
      guard label.state.phase != .delivered else {
        if answers[place.index] == nil {
          answers[place.index] = answer(label)
        }
        continue
      }
      if let other = cheapest[label.state], !label.isCheaper(than: other) { continue }
      cheapest[label.state] = label
      for move in moves(from: label, home: home) where !rules.isForbidden(move.state.place) {
        if let move = demand.kept(move, after: label) { queue.insert(label.after(move)) }
      }
    }
    return answers
  }

  func answer(_ label: Label) -> Answer {
    Answer(
      arrive: label.time, cost: label.cost.amount(of: Fen.self),
      co2e: label.co2e.amount(of: Gram.self), arcs: label.arcs,
      trail: label.trail.map { words($0) })
  }

  func words(_ move: Move) -> String {
    "\(move.word) \(rules.network.places[move.state.place].id) \(move.state.layer) "
      + "\(move.arrive.seconds) \(move.cost) fen \(move.co2e) g"
  }

  /// Move 1: the pick-up at a demand place; at a terminal the cargo stands ready.
  func start(at origin: ID<Place>, readyAt: Instant) -> Label? {
    let state = State(
      place: origin, layer: .home, phase: .any, remainder: demand.remainder(from: origin))
    let closures = rules.closures(of: origin)
    guard let begins = rules.open(closures, from: readyAt) else { return nil }
    let ready = Label(time: begins, cost: .zero, co2e: .zero, arcs: 0, state: state)
    guard rules.network.places[origin].kind.isDemand else { return ready }
    guard let door = rules.door(.pickup, at: origin) else {
      return ready.after(Move(state: state, arrive: begins))
    }
    guard let open = rules.opening(door.hours, at: origin, closures, from: readyAt)
    else { return nil }
    return ready.after(
      Move(
        state: state, arrive: open + door.time.medianSeconds, cost: rules.money(door.cost),
        co2e: rules.emission(door.co2e)))
  }
}

/// Whether the cargo is in free circulation at its origin, cleared for export, or imported.
enum Layer: Int, Hashable {
  case home, transit, imported
}

enum Phase: Int, Hashable {
  /// Anything may come next.
  case any
  /// A truck that left at once has just brought it.
  case drayed
  case delivered
}

struct State: Hashable {
  var place: ID<Place>
  var layer: Layer
  var phase: Phase
  /// The mode of the service that brought it, while it is not handled for the road.
  var came: Mode?
  /// What is demanded of the rest of the way.
  var remainder = ReferenceDemand.Remainder()

  /// The last tie-break, so that a run is repeatable.
  var number: Int {
    let mode = came.flatMap { Mode.allCases.firstIndex(of: $0) } ?? -1
    return ((place.index * 3 + layer.rawValue) * 3 + phase.rawValue) * 8 + mode + 1
  }
}

/// A way to be in a state at a time.
struct Label: Comparable {
  var time: Instant
  var cost: Tally
  var co2e: Tally
  var arcs: Int
  var state: State
  var trail: [Move] = []

  func after(_ move: Move) -> Label {
    Label(
      time: move.arrive, cost: cost + move.cost, co2e: co2e + move.co2e, arcs: arcs + move.arcs,
      state: move.state, trail: trail + [move])
  }

  func isCheaper(than other: Label) -> Bool {
    (cost, co2e, arcs) < (other.cost, other.co2e, other.arcs)
  }

  static func == (a: Label, b: Label) -> Bool { !(a < b) && !(b < a) }

  static func < (a: Label, b: Label) -> Bool {
    if a.time != b.time { return a.time < b.time }
    if a.isCheaper(than: b) { return true }
    return !b.isCheaper(than: a) && a.state.number < b.state.number
  }
}

/// One arc that leads to a state at a time.
struct Move {
  var state: State
  var arrive: Instant
  var cost = Tally.zero
  var co2e = Tally.zero
  /// 0 where the place itself is the target and nothing is done.
  var arcs = 1
  var word = ""
  /// The mode of a main haul.
  var haul: Mode?
}
