// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import RoutingCore

/// A timetable of `gen_timetable.py`, with its queries and, where given, the costs of `pareto_costs.py`.
///
/// Days that repeat each other are stored once: whether every trip runs again a day later is checked,
/// else the whole span is one period.
struct GeneratedTimetable {
  struct Query {
    var source: ID<Node>
    var start: Int32
  }

  let timetable: Timetable
  let queries: [Query]
  let name: String
  let connectionsADay: Int
  /// Trips a day, and days on which they start.
  let tripsADay: Int
  let days: Int
  let connections: InstanceFile
  let stopCount: Int
  let turnarounds: [Int32]

  private static let day: Int32 = 86_400

  /// One trip on one day that does not run as it stands, or one that runs besides.
  enum Edit {
    case cancel(trip: Int, day: Int)
    case delay(trip: Int, day: Int, seconds: Int32)
    case add(TripLeg)
  }

  let folder: String

  /// - Parameters:
  ///   - folder: What `gen_timetable.py` wrote.
  ///   - costs: What `pareto_costs.py` wrote.
  ///   - edits: Built in, each of another trip.
  /// - Throws: `InstanceFault` where a file is missing or broken.
  init(_ folder: String, costs: String? = nil, edits: [Edit] = []) throws {
    self.folder = folder
    let stops = try InstanceFile(folder + "/stops.bin", width: 4)
    let footpaths = try InstanceFile(folder + "/foot.bin", width: 3)
    connections = try InstanceFile(folder + "/conns.bin", width: 5)
    let trips = try InstanceFile(folder + "/trips.bin", width: 4)
    let asked = try InstanceFile(folder + "/queries.bin", width: 3)
    let connectionCosts = try costs.map { try InstanceFile($0 + "/conncost.bin", width: 2) }
    let footpathCosts = try costs.map { try InstanceFile($0 + "/footcost.bin", width: 2) }
    let boardingCosts = try costs.map { try InstanceFile($0 + "/boardcost.bin", width: 2) }

    stopCount = stops.count
    turnarounds = (0..<stops.count).map { stops[$0, 3] }
    let connections = connections
    var legs = [[Int]](repeating: [], count: trips.count)
    for row in 0..<connections.count { legs[Int(connections[row, 4])].append(row) }
    let days = Self.repeatedDays(legs, connections)
    self.days = days ?? 1
    let period =
      days == nil ? ((0..<connections.count).map { connections[$0, 2] }.max() ?? 0) + 1 : Self.day
    tripsADay = trips.count / self.days
    var builder = TimetableBuilder(epoch: Instant(seconds: 0), period: period)
    let nodes = turnarounds.map { builder.addNode(turnaround: $0) }
    for row in 0..<footpaths.count {
      builder.addTransfer(
        from: nodes[Int(footpaths[row, 0])], to: nodes[Int(footpaths[row, 1])],
        seconds: footpaths[row, 2], cost: footpathCosts?[row, 0] ?? 0,
        co2e: footpathCosts?[row, 1] ?? 0, tag: Int32(row))
    }
    let all = self.days >= 64 ? UInt64.max : 1 << UInt64(self.days) - 1
    var periods = [UInt64](repeating: all, count: tripsADay)
    for edit in edits {
      switch edit {
      case .cancel(let trip, let day), .delay(let trip, let day, _):
        periods[trip] &= ~(1 << UInt64(day))
      case .add(let leg): _ = builder.addTrip([leg], periods: 1)
      }
    }
    for case .delay(let trip, let day, let seconds) in edits {
      let later = Int32(day) * period + seconds
      _ = builder.addTrip(
        legs[trip].map { row in
          TripLeg(
            from: nodes[Int(connections[row, 0])], to: nodes[Int(connections[row, 1])],
            departure: connections[row, 2] + later, arrival: connections[row, 3] + later)
        }, periods: 1)
    }
    for trip in 0..<tripsADay {
      let mode = Int(trips[trip, 0])
      _ = builder.addTrip(
        legs[trip].map { row in
          TripLeg(
            from: nodes[Int(connections[row, 0])], to: nodes[Int(connections[row, 1])],
            departure: connections[row, 2], arrival: connections[row, 3],
            cost: connectionCosts?[row, 0] ?? 0, co2e: connectionCosts?[row, 1] ?? 0,
            tag: Int32(row))
        }, periods: periods[trip],
        boardingCost: boardingCosts?[mode, 0] ?? 0, co2e: boardingCosts?[mode, 1] ?? 0)
    }
    builder.looksForClosedTransfers = true
    timetable = builder.build()
    queries = (0..<asked.count).map { Query(source: nodes[Int(asked[$0, 0])], start: asked[$0, 2]) }
    name = folder.split(separator: "/").last.map(String.init) ?? folder
    connectionsADay = legs.prefix(tripsADay).reduce(0) { $0 + $1.count }
  }

  /// The number of days whose trips are those of the first day; nil where they differ.
  private static func repeatedDays(_ legs: [[Int]], _ connections: InstanceFile) -> Int? {
    let latest = legs.compactMap { $0.first.map { connections[$0, 2] } }.max() ?? 0
    for days in stride(from: Int(latest / day) + 1, to: 1, by: -1) where legs.count % days == 0 {
      let trips = legs.count / days
      let repeats = (trips..<legs.count).allSatisfy { trip in
        let (now, before) = (legs[trip], legs[trip - trips])
        return now.count == before.count
          && zip(now, before).allSatisfy { row, earlier in
            connections[row, 0] == connections[earlier, 0]
              && connections[row, 1] == connections[earlier, 1]
              && connections[row, 2] == connections[earlier, 2] + day
              && connections[row, 3] == connections[earlier, 3] + day
          }
      }
      if repeats { return days }
    }
    return nil
  }
}
