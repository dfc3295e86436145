// SPDX-License-Identifier: GPL-3.0-or-later

/// Trips of the same stops and costs that do not overtake each other, as routes: what is worth boarding
/// the first of them is not worth boarding a later one.
struct RouteTable: Sendable {
  /// A leg of a route; legs of one route follow each other.
  struct Leg: Sendable, BitwiseCopyable {
    /// Cost from the route's first stop to this leg's head, boarding left out.
    var prefix: CostPair
    var head: Int32
    /// One after the route's last leg.
    var end: Int32
  }

  let legs: FixedArray<Leg>
  /// Route leg → boarding cost less the prefix before the leg: what a boarding label is charged, so that
  /// adding a leg's prefix gives the cost there.
  let boarding: FixedArray<CostPair>
  /// Connection → its route leg.
  let legOfConnection: FixedArray<Int32>

  private enum Key: Hashable {
    case group(Int32)
    case shape(stops: [Int32], costs: [CostPair], boarding: CostPair)
  }

  private struct Route {
    var firstLeg: Int32
    var firstTrip: Int
    var lastTrip: Int
  }

  /// - Complexity: O(connections × routes of the same stops and costs).
  init(_ timetable: Timetable) {
    var legs: [Leg] = []
    var boarding: [CostPair] = []
    var legOfConnection = [Int32](repeating: 0, count: timetable.connectionCount)
    var routesOfKey: [Key: [Int]] = [:]
    var routes: [Route] = []
    // Trips are numbered by first departure.
    for trip in 0..<timetable.tripCount {
      let connections = timetable.connections(ofTrip: trip)
      guard let first = connections.first else { continue }
      let fee = timetable.boardingCosts[trip]
      let key =
        timetable.tripGroups[trip] >= 0
        ? Key.group(timetable.tripGroups[trip])
        : .shape(
          stops: [Int32(timetable.tail(ofConnection: first))]
            + connections.map { Int32(timetable.head(ofConnection: $0)) },
          costs: connections.map { timetable.connectionCosts[$0] }, boarding: fee)
      let known = (routesOfKey[key] ?? []).first {
        timetable.follows(trip, routes[$0].lastTrip, later: 0)
          && timetable.follows(routes[$0].firstTrip, trip, later: timetable.period)
      }
      let number: Int
      if let known {
        number = known
        routes[known].lastTrip = trip
      } else {
        number = routes.count
        routesOfKey[key, default: []].append(number)
        routes.append(Route(firstLeg: Int32(legs.count), firstTrip: trip, lastTrip: trip))
        var prefix = CostPair.zero
        let end = Int32(legs.count + connections.count)
        for connection in connections {
          boarding.append(fee &- prefix)
          prefix = prefix &+ timetable.connectionCosts[connection]
          legs.append(
            Leg(prefix: prefix, head: Int32(timetable.head(ofConnection: connection)), end: end))
        }
      }
      for (position, connection) in connections.enumerated() {
        legOfConnection[connection] = routes[number].firstLeg + Int32(position)
      }
    }
    self.legs = FixedArray(legs)
    self.boarding = FixedArray(boarding)
    self.legOfConnection = FixedArray(legOfConnection)
  }
}

extension Timetable {
  func connections(ofTrip number: Int) -> [Int] {
    (firstLeg[number]..<firstLeg[number + 1]).map { Int(tripConnections[Int($0)]) }
  }

  /// When a connection leaves, counted from the period in which its trip starts.
  private func departureFromStart(ofConnection number: Int) -> Int32 {
    departure(ofConnection: number) + legs[number].periodsLater * period
  }

  /// Whether trip `a`, taken `later`, is at no stop before trip `b` of the same stops.
  fileprivate func follows(_ a: Int, _ b: Int, later: Int32) -> Bool {
    zip(connections(ofTrip: a), connections(ofTrip: b)).allSatisfy { x, y in
      let (now, before) = (
        departureFromStart(ofConnection: x) + later, departureFromStart(ofConnection: y)
      )
      return now >= before && now + span(ofConnection: x) >= before + span(ofConnection: y)
    }
  }
}
