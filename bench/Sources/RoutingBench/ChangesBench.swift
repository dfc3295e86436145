// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import RoutingCore

/// Trips cancelled, delayed and added and a stop closed, against a timetable built with these changes.
struct ChangesBench {
  let instance: GeneratedTimetable

  private static let edits = 1_000
  private static let closed: Range<Int32> = 30_000..<73_200

  func run(into report: inout Report) {
    let (span, query) = (TimetableBench.span, instance.queries[0])
    let stop = busiestStop
    var scan = ConnectionScan(on: instance.timetable)
    scan.run(from: query.source, at: query.start, horizon: query.start + span)
    let before = arrivals(scan)

    var (making, first) = (Measurement(), Measurement())
    var made = TimetableChanges(on: instance.timetable)
    for _ in 0..<5 {
      let begin = threadCPUMilliseconds()
      made = changes(closing: stop)
      making.append(threadCPUMilliseconds() - begin)
      scan.run(
        from: query.source, at: query.start, horizon: query.start + span, changes: made)
      first.append(threadCPUMilliseconds() - begin)
    }
    let after = arrivals(scan)
    var checksum: UInt64 = 0
    for time in after { checksum &+= UInt64(time ?? 0) }
    var plain = Measurement()
    for _ in 0..<5 {
      let begin = threadCPUMilliseconds()
      scan.run(from: query.source, at: query.start, horizon: query.start + span)
      plain.append(threadCPUMilliseconds() - begin)
    }
    guard arrivals(scan) == before else {
      RoutingBench.stop("without the changes the answer is another than before them", code: 1)
    }
    guard after != before else { RoutingBench.stop("the changes change nothing", code: 1) }
    report.add(
      "1,000 edits and a closure", of: instance, checksum: checksum, making,
      peer: ("the query after them", plain.median))
    report.add(
      "… until the next answer", of: instance, checksum: checksum, first,
      peer: ("a plain query", plain.median))
    beforeAndAfter(made, into: &report)
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
    for edit in 0..<Self.edits {
      let trip = ID<Trip>((edit * 7_919 + 13) % instance.tripsADay)
      let day = edit % min(3, instance.days)
      switch edit % 3 {
      case 0: changes.cancel(trip, startingIn: day)
      case 1: changes.delay(trip, startingIn: day, by: Int32(600 + edit * 7))
      default:
        let (from, to) = (edit % instance.stopCount, (edit * 31 + 7) % instance.stopCount)
        changes.add([
          TripLeg(
            from: ID(from), to: ID(to), departure: Int32(20_000 + edit * 60),
            arrival: Int32(30_000 + edit * 60))
        ])
      }
    }
    changes.close(stop, during: Self.closed)
    changes.seal()
    return changes
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
