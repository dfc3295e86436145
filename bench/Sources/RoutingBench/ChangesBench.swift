// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import RoutingCore

/// Trips cancelled, delayed and added and a stop closed, against a timetable built with these changes.
struct ChangesBench {
  let instance: GeneratedTimetable

  private static let edits = 1_000
  private static let closed: Range<Int32> = 30_000..<73_200

  func run(into report: inout Report) throws {
    let span = TimetableBench.span
    let stop = busiestStop
    var scan = ConnectionScan(on: instance.timetable)
    let queries = instance.queries.prefix(8)
    var before: [[Int32?]] = []
    for query in queries {
      scan.run(from: query.source, at: query.start, horizon: query.start + span)
      before.append(arrivals(scan))
    }
    // The query that reaches most shows best what changes cost.
    let most = before.indices.max { a, b in reach(before[a]) < reach(before[b]) } ?? 0
    let query = queries[most]

    var (making, first, plain) = (Measurement(), Measurement(), Measurement())
    var made = TimetableChanges(on: instance.timetable)
    for _ in 0..<7 {
      var begin = threadCPUMilliseconds()
      made = changes(closing: stop)
      making.append(threadCPUMilliseconds() - begin)
      scan.run(
        from: query.source, at: query.start, horizon: query.start + span, changes: made)
      first.append(threadCPUMilliseconds() - begin)
      begin = threadCPUMilliseconds()
      scan.run(from: query.source, at: query.start, horizon: query.start + span)
      plain.append(threadCPUMilliseconds() - begin)
    }
    var checksum: UInt64 = 0
    var differ = 0
    for (number, query) in queries.enumerated() {
      scan.run(
        from: query.source, at: query.start, horizon: query.start + span, changes: made)
      let after = arrivals(scan)
      for time in after { checksum &+= UInt64(time ?? 0) }
      differ += zip(after, before[number]).count { $0 != $1 }
      scan.run(from: query.source, at: query.start, horizon: query.start + span)
      if arrivals(scan) != before[number] {
        RoutingBench.stop("without the changes the answer is another than before", code: 1)
      }
    }
    guard differ > 0 else { RoutingBench.stop("the changes change nothing", code: 1) }
    try compareWithRebuilt()
    report.add(
      "1,000 edits and a closure", of: instance, checksum: checksum, making,
      more: [("arrivals_changed", "\(differ)")])
    report.add(
      "… until the next answer", of: instance, checksum: checksum, first,
      peer: ("a plain query", plain.median))
    beforeAndAfter(made, into: &report)
  }

  private func reach(_ arrivals: [Int32?]) -> Int { arrivals.count { $0 != nil } }

  /// Stops unless the edits give what a timetable built with them gives.
  private func compareWithRebuilt() throws {
    let edits = edits
    let rebuilt = try GeneratedTimetable(instance.folder, edits: edits)
    var changes = TimetableChanges(on: instance.timetable)
    make(edits, &changes)
    changes.seal()
    var scan = ConnectionScan(on: instance.timetable)
    var other = ConnectionScan(on: rebuilt.timetable)
    for query in instance.queries.prefix(8) {
      let horizon = query.start + TimetableBench.span
      scan.run(from: query.source, at: query.start, horizon: horizon, changes: changes)
      other.run(from: query.source, at: query.start, horizon: horizon)
      if arrivals(scan) != arrivals(other) {
        RoutingBench.stop("the edits give other answers than a timetable built with them", code: 1)
      }
    }
  }

  /// Eight lanes without the changes and eight with them, against sixteen without.
  private func beforeAndAfter(_ changes: TimetableChanges, into report: inout Report) {
    var scan = LaneScan(on: instance.timetable)
    var single = ConnectionScan(on: instance.timetable)
    var (both, plain) = (Measurement(), Measurement())
    var checksum: UInt64 = 0
    for batch in 0..<8 {
      let start = instance.queries[batch].start
      let lanes = (0..<16).map {
        LaneScan.Lane(from: instance.queries[batch * 8 + $0 % 8].source, at: start)
      }
      var begin = threadCPUMilliseconds()
      scan.run(lanes, span: TimetableBench.span)
      plain.append(threadCPUMilliseconds() - begin)
      begin = threadCPUMilliseconds()
      scan.run(lanes, span: TimetableBench.span, changes: changes, changed: 0xff00)
      both.append(threadCPUMilliseconds() - begin)
      guard batch == 0 else { continue }
      for lane in [0, 3, 8, 11] {
        single.run(
          from: lanes[lane].source, at: start, horizon: start + TimetableBench.span,
          changes: lane < 8 ? nil : changes)
        for node in 0..<instance.stopCount {
          let arrival = scan.arrival(at: ID(node), lane: lane)
          checksum &+= UInt64(arrival ?? 0)
          if arrival != single.arrival(at: ID(node)) {
            RoutingBench.stop("lane \(lane), before and after: differs from its own", code: 1)
          }
        }
      }
    }
    report.add(
      "8 lanes before, 8 after", of: instance, checksum: checksum, both,
      peer: ("16 lanes, one state", plain.median))
  }

  private func changes(closing stop: ID<Node>) -> TimetableChanges {
    var changes = TimetableChanges(on: instance.timetable)
    make(edits, &changes)
    changes.close(stop, during: Self.closed)
    changes.seal()
    return changes
  }

  private func make(
    _ edits: [GeneratedTimetable.Edit], _ changes: inout TimetableChanges
  ) {
    for edit in edits {
      switch edit {
      case .cancel(let trip, let day): changes.cancel(ID(trip), startingIn: day)
      case .delay(let trip, let day, let seconds):
        changes.delay(ID(trip), startingIn: day, by: seconds)
      case .add(let leg): changes.add([leg])
      }
    }
  }

  /// A third of each kind, of trips apart from each other.
  private var edits: [GeneratedTimetable.Edit] {
    (0..<min(Self.edits, instance.tripsADay)).map { edit in
      let trip = (edit * 7_919 + 13) % instance.tripsADay
      let day = edit % min(3, instance.days)
      switch edit % 3 {
      case 0: return .cancel(trip: trip, day: day)
      case 1: return .delay(trip: trip, day: day, seconds: Int32(600 + edit * 7))
      default:
        return .add(
          TripLeg(
            from: ID(edit % instance.stopCount), to: ID((edit * 31 + 7) % instance.stopCount),
            departure: Int32(20_000 + edit * 60), arrival: Int32(30_000 + edit * 60)))
      }
    }
  }

  /// The stop at which most connections arrive.
  private var busiestStop: ID<Node> {
    var counts = [Int](repeating: 0, count: instance.stopCount)
    for row in 0..<instance.connections.count { counts[Int(instance.connections[row, 1])] += 1 }
    return ID(counts.firstIndex(of: counts.max() ?? 0) ?? 0)
  }

  private func arrivals(_ scan: borrowing ConnectionScan) -> [Int32?] {
    var times: [Int32?] = []
    for node in 0..<instance.stopCount { times.append(scan.arrival(at: ID(node))) }
    return times
  }
}
