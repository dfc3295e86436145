// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import RoutingCore

/// The scans behind a search with changes; made when the first is asked for.
struct ChangedSearch: ~Copyable {
  let router: Router
  private var lanes: LaneScan
  private var ways: ChargeScan

  init(_ router: Router) {
    self.router = router
    lanes = LaneScan(on: router.timetable)
    ways = ChargeScan(
      on: router.timetable, charges: router.graph.charges { ChargeScan.Charge($0, $1) })
  }

  mutating func run(
    from source: ID<Node>, at start: Int32, span: Int32, _ changes: RouterChanges,
    into arrivals: inout EarliestArrivalSearch
  ) {
    lanes.run([LaneScan.Lane(from: source, at: start)], span: span, changes: changes.timetable)
    arrivals.adopt(0, of: lanes)
  }

  /// Of all itineraries with the earliest arrival the cheapest, then the cleanest.
  mutating func itinerary(
    to target: ID<Node>, after arrivals: borrowing EarliestArrivalSearch, _ changes: RouterChanges
  ) -> Itinerary? {
    guard let moves = moves(to: target, after: arrivals, changes) else { return nil }
    var writer = LegWriter(router.network, epoch: router.epoch)
    for move in moves.list { writer.append(move.meaning, move.times) }
    return Itinerary(
      depart: router.epoch + Int64(arrivals.start), arrive: router.epoch + Int64(moves.arrival),
      legs: writer.legs, cost: Money(charged: moves.charge.first),
      co2e: Emission(charged: moves.charge.second))
  }

  /// The same way as moves, each with its times.
  mutating func moves(
    to target: ID<Node>, after arrivals: borrowing EarliestArrivalSearch, _ changes: RouterChanges
  ) -> Moves? {
    guard let source = arrivals.source, let arrival = arrivals.arrival(at: target) else {
      return nil
    }
    ways.run(
      from: source, at: arrivals.start, horizon: arrival, to: target, changes: changes.timetable,
      more: changes.extra.map(\.charge))
    guard let label = ways.cheapest(at: target) else { return nil }
    var moves = Moves(arrival: label.arrival, charge: label.charge)
    var time = arrivals.start
    /// When cargo came for a departure that several arcs share.
    var came: Int32?
    for step in ways.timedJourney(to: label, changes: changes.timetable) {
      switch step {
      case .ride(let tag, let ride):
        if tag < 0 {
          came = time
        } else {
          moves.list.append(
            (changes.meaning(Int(tag)), changes.traversal(of: Int(tag), ride, from: time)))
        }
        time = ride.end
      case .transfer(let tag, let start, let opened, let arrived, let end):
        let after = changes.after(Int(tag))
        moves.list.append(
          (
            changes.meaning(Int(tag)),
            Traversal(
              start: came ?? start, opened: came ?? opened, departure: opened,
              arrival: came == nil ? arrived : arrived - after, released: arrived, end: end)
          ))
        came = nil
        time = end
      }
    }
    return moves
  }

  struct Moves {
    var arrival: Int32
    /// Cost, then CO2e.
    var charge: ChargeScan.Charge
    var list: [(meaning: ArcMeaning, times: Traversal)] = []
  }
}

extension RouterChanges {
  /// The times of a departure for cargo that comes at `start`.
  fileprivate func traversal(of arc: Int, _ ride: Ride, from start: Int32) -> Traversal {
    let meaning = meaning(arc)
    let departure = ride.start + meaning.lead
    // Line-haul takes its time, and may have to wait at the gate; of a seat the release is the rest.
    let released =
      meaning.kind == .lineHaul ? departure + travel(arc) + after(arc) : ride.end
    return Traversal(
      start: start, opened: start, departure: departure, arrival: released - after(arc),
      released: released, end: ride.end)
  }
}
