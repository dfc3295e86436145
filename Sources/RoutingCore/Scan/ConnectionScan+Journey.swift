// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

extension ConnectionScan {
  /// A move of a journey with its times: at its start, and at its end.
  public struct Move: Sendable, Hashable {
    public var tail: ID<Node>
    public var head: ID<Node>
    /// When a vehicle leaves, or a transfer starts.
    public var departure: Int32
    public var arrival: Int32
    /// The trip's run, nil for a transfer.
    public var run: Int?
    /// The tag of the last leg ridden, or of the transfer.
    public var tag: Int32
  }

  /// How the cargo came to a node in the last run, from the source on; nil where it is not reached.
  ///
  /// Only the connection or transfer that brought the cargo is kept for each node. Where it boarded
  /// is found again: at the earliest leg of that run whose tail it had reached in time. Nil also for
  /// what changes have added.
  ///
  /// - Complexity: O(legs of the runs ridden).
  public func journey(to node: ID<Node>) -> [Move]? {
    guard arrival(at: node) != nil, let source else { return nil }
    var moves: [Move] = []
    var place = node.index
    while vias[place] != Self.noVia {
      guard let move = lastMove(to: place) else { return nil }
      moves.append(move)
      place = move.tail.index
    }
    return place == source.index ? moves.reversed() : nil
  }

  private func lastMove(to place: Int) -> Move? {
    let via = vias[place]
    let arrival = labels[place] - timetable.turnarounds[place]
    guard via >= 0 else {
      let slot = Int(~via)
      let tail = Int(timetable.transferTails[slot])
      return Move(
        tail: ID(tail), head: ID(place), departure: labels[tail] - timetable.turnarounds[tail],
        arrival: arrival, run: nil, tag: timetable.transferTags[slot])
    }
    let connection = Int(via)
    guard connection < timetable.connectionCount else { return nil }
    let leg = timetable.legs[connection]
    let departure = labels[place] - timetable.span(ofConnection: connection)
    let period = Int((departure - timetable.departure(ofConnection: connection)) / timetable.period)
    for boarded in timetable.connections(ofTrip: Int(leg.trip)) {
      let row = timetable.legs[boarded]
      guard row.position <= leg.position else { break }
      let number = period + Int(row.periodsLater - leg.periodsLater)
      let leaves = timetable.departure(ofConnection: boarded) + Int32(number) * timetable.period
      let tail = timetable.tail(ofConnection: boarded)
      guard labels[tail] <= leaves, leaves >= start, timetable.runs(boarded, inPeriod: number)
      else { continue }
      return Move(
        tail: ID(tail), head: ID(place), departure: leaves, arrival: arrival,
        run: Int(timetable.run(ofConnection: boarded)) + number * timetable.tripCount,
        tag: leg.tag)
    }
    return nil
  }
}
