// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import RoutingCore

/// Changes that a router has resolved: a search takes them along, and to undo them is to leave them out.
public struct RouterChanges: Sendable {
  let router: Router
  var timetable: TimetableChanges
  /// Arcs that the router does not have: seats that a right or an added departure makes.
  var extra: [Extra] = []

  struct Extra: Sendable {
    var meaning: ArcMeaning
    var after: Int32
    var charge: ChargeScan.Charge
  }

  func meaning(_ arc: Int) -> ArcMeaning {
    arc < router.arcCount ? router.meanings[arc] : extra[arc - router.arcCount].meaning
  }

  func after(_ arc: Int) -> Int32 {
    arc < router.arcCount ? router.graph.after(of: ID(arc)) : extra[arc - router.arcCount].after
  }

  func travel(_ arc: Int) -> Int32 {
    arc < router.arcCount ? router.graph.travel(of: ID(arc)) : 0
  }
}

extension Router {
  /// Looks up all changes, then works out what they do to this router; the router stays as it is.
  ///
  /// What changes do is the same in whatever order they stand. Windows are asked about planned times,
  /// closures about the times after all retiming.
  ///
  /// - Parameter changes: What is to differ.
  /// - Returns: For `RouterSearch.run` and `ReadyTimeRuns`.
  /// - Throws: `RouterChangeFaults` with everything that names nothing, or touches nothing.
  /// - Complexity: O(arcs + connections + seats of the services touched).
  public func resolve(_ changes: [RouterChange]) throws -> RouterChanges {
    try resolve(changes, skipsWhatTouchesNothing: false)
  }

  /// Likewise, where a change may be meant for another router of the same network.
  package func resolve(
    _ changes: [RouterChange], skipsWhatTouchesNothing: Bool
  ) throws -> RouterChanges {
    var plan = ChangePlan(self)
    for (number, change) in changes.enumerated() { plan.read(change, number: number) }
    if skipsWhatTouchesNothing { plan.faults.removeAll { $0.reason == .matchesNothing } }
    guard plan.faults.isEmpty else { throw RouterChangeFaults(faults: plan.faults) }
    var writer = try ChangeWriter(plan)
    try writer.writeSeats()
    writer.writeTrucksAndPlaces()
    writer.result.timetable.seal()
    return writer.result
  }
}

/// Writes a plan into the changes of the router's timetable.
private struct ChangeWriter {
  let plan: ChangePlan
  let index: TagIndex
  /// With the router's network as the plan has it.
  private var compiler: RouterCompiler
  var result: RouterChanges
  /// Shared connections whose departures were cancelled.
  private var cancelledFans: Set<ID<Node>> = []

  private var router: Router { plan.router }

  private struct SeatKey: Hashable {
    var service: ID<Service>
    var boards, alights: Int
    var tail, head: Int32

    init?(_ meaning: ArcMeaning, _ ends: (tail: Int32, head: Int32)) {
      guard case .service(let service) = meaning.row else { return nil }
      self.service = service
      (boards, alights) = (meaning.boards, meaning.alights)
      (tail, head) = ends
    }
  }

  init(_ plan: ChangePlan) throws {
    self.plan = plan
    let router = plan.router
    compiler = try router.compiler(of: plan)
    index = TagIndex(
      router.timetable, tagCount: router.arcCount,
      graphNodeCount: router.network.places.count * CargoState.allCases.count)
    result = RouterChanges(router: router, timetable: TimetableChanges(on: router.timetable))
  }

  // MARK: Seats

  /// Compiles the services that are touched, and has their seats run as compiled.
  mutating func writeSeats() throws {
    let touched = plan.touched
    guard !touched.isEmpty else { return }
    compiler.addServices(only: touched)
    if let fault = compiler.chargeFault { throw fault }
    var known: [SeatKey: [Int]] = [:]
    for arc in router.meanings.indices {
      guard let key = SeatKey(router.meanings[arc], router.ends[arc]),
        touched.contains(key.service)
      else { continue }
      known[key, default: []].append(arc)
    }
    for (number, meaning) in compiler.meanings.enumerated() {
      guard let key = SeatKey(meaning, compiler.ends[number]) else { continue }
      let spec = compiler.builder.arc(ID(number))
      var arc = router.arcCount + result.extra.count
      let isKnown = known[key]?.isEmpty == false
      if isKnown, let first = known[key]?.removeFirst() {
        arc = first
      } else {
        result.extra.append(
          RouterChanges.Extra(
            meaning: meaning, after: spec.after,
            charge: ChargeScan.Charge(spec.cost, spec.co2e)))
      }
      result.timetable.setRides(
        compiler.builder.rides(of: ID(number)),
        of: TimetableChanges.Seat(
          tag: arc, tail: spec.tail, head: spec.head),
        isKnown ? index : nil)
    }
    for arc in known.values.joined().sorted() { setRides([], ofArc: arc) }
  }

  private mutating func setRides(_ rides: [Ride], ofArc arc: Int) {
    let ends = router.ends[arc]
    result.timetable.setRides(
      rides,
      of: TimetableChanges.Seat(
        tag: arc, tail: ID(Int(ends.tail)), head: ID(Int(ends.head))), index)
  }

  // MARK: Trucks, doors and customs

  mutating func writeTrucksAndPlaces() {
    let changed = ClosedTimes(plan.edits, epoch: router.epoch)
    guard !changed.places.isEmpty || !changed.links.isEmpty else { return }
    for (arc, meaning) in router.meanings.enumerated() {
      let (from, to) = (changed[meaning.from], changed[meaning.to])
      let link = changed[meaning.usedLink]
      guard !from.isEmpty || !to.isEmpty || !link.isEmpty else { continue }
      switch meaning.kind {
      case .seat, .boarding: break
      case .pickup, .exportClearance, .importClearance, .standing, .handling:
        close(arc, starts: from, ends: [])
      case .delivery: close(arc, starts: from, ends: to)
      case .drayage: close(arc, starts: from + link, ends: to)
      case .lineHaul: closeLineHaul(arc, meaning, from: from, to: to, link: link)
      }
    }
  }

  private mutating func close(_ arc: Int, starts: [Range<Int32>], ends: [Range<Int32>]) {
    for window in starts {
      result.timetable.closeTransfer(of: arc, starts: window, ends: nil, index)
    }
    for window in ends {
      result.timetable.closeTransfer(of: arc, starts: nil, ends: window, index)
    }
  }

  /// What departs in a window does not run; what arrives in one waits at the gate.
  private mutating func closeLineHaul(
    _ arc: Int, _ meaning: ArcMeaning, from: [Range<Int32>], to: [Range<Int32>],
    link: [Range<Int32>]
  ) {
    let after = result.after(arc)
    if link.isEmpty, let fan = index.fan(of: arc) {
      if cancelledFans.insert(fan).inserted {
        for window in from { result.timetable.cancelConnections(to: fan, endingIn: window) }
      }
      close(
        arc, starts: [],
        ends: to.map { $0.lowerBound + after..<$0.upperBound + after })
      return
    }
    setRides(
      compiler.lineHaulRides(meaning, travel: result.travel(arc), after: after), ofArc: arc)
  }
}

extension Router {
  /// A compiler of this router's network as it is or was changed, with nothing compiled yet.
  func compiler(of network: Network) throws -> RouterCompiler {
    let places = network.places.indices.map { ID<Place>($0) }
    let home = places.first { network.territory(of: $0).customsArea == homeArea } ?? ID(0)
    return try RouterCompiler(
      network: network, consignment: consignment, origin: home, options: options,
      week: TimeZoneRules.load(network.header.homeTimeZone).local(epoch).date, ways: ways)
  }

  /// A compiler of the plan's network with its edits, and a graph of this router's nodes without arcs.
  fileprivate func compiler(of plan: ChangePlan) throws -> RouterCompiler {
    var compiler = try compiler(of: plan.network)
    compiler.apply(plan.edits)
    for _ in 0..<network.places.count * CargoState.allCases.count {
      _ = compiler.builder.addNode()
    }
    return compiler
  }
}
