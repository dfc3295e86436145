// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import RoutingCore

/// The searches of coverage, matrices and profiles on generated timetables, answers checked first.
struct TimetableBench {
  static let span: Int32 = 72 * 3_600

  let instance: GeneratedTimetable
  let limits: [String: Double]
  /// Sum of all arrivals of the first 100 queries, as another program has it.
  let expected: UInt64?
  let python: (median: Double, checksum: UInt64)?

  init(_ folder: String, peers: Peers) throws {
    instance = try GeneratedTimetable(folder)
    let found = peers.limits(folder)
    limits = found.medians
    expected = found.checksum
    python = peers.python(folder, queries: 3)
  }

  func run(into report: inout Report) throws {
    oneToAll(into: &report)
    lanes(into: &report)
    profile(into: &report)
    try ChangesBench(instance: instance).run(into: &report)
    MatrixBench.run(instance, into: &report)
  }

  private var queries: [GeneratedTimetable.Query] { instance.queries }

  private func oneToAll(into report: inout Report) {
    var scan = ConnectionScan(on: instance.timetable)
    var (times, withJourneys) = (Measurement(), Measurement())
    var (checksum, first) = (UInt64(0), UInt64(0))
    var walked = 0
    for (number, query) in queries.prefix(100).enumerated() {
      let begin = threadCPUMilliseconds()
      scan.run(from: query.source, at: query.start, horizon: query.start + Self.span)
      times.append(threadCPUMilliseconds() - begin)
      // What a user of journeys asks for: the way to every tenth stop.
      var journeys: [(ID<Node>, [ConnectionScan.Move]?)] = []
      for node in stride(from: 0, to: instance.stopCount, by: 10) {
        journeys.append((ID(node), scan.journey(to: ID(node))))
      }
      withJourneys.append(threadCPUMilliseconds() - begin)
      for node in 0..<instance.stopCount {
        if let arrival = scan.arrival(at: ID(node)) { checksum &+= UInt64(arrival) }
      }
      if number == 2 { first = checksum }
      if number < 20 {
        for (node, moves) in journeys where scan.arrival(at: node) != nil {
          walked += 1
          check(moves, to: node, query, scan.arrival(at: node))
        }
      }
    }
    if let expected, expected != checksum {
      RoutingBench.stop("one-to-all: \(checksum), the C++ probe has \(expected)", code: 1)
    }
    if let python, python.checksum != first {
      RoutingBench.stop("one-to-all: \(first), Python has \(python.checksum)", code: 1)
    }
    guard walked > 0 else { RoutingBench.stop("no journey was walked", code: 1) }
    report.add(
      "one-to-all", of: instance, checksum: checksum, times,
      peer: ("C++ probe", limits["compact CSA 16B conns + trip bitset, 72h"]))
    if let python {
      report.add(
        "one-to-all, against Python", of: instance, checksum: first, times,
        peer: ("Python", python.median))
    }
    report.add(
      "one-to-all + 400 journeys", of: instance, checksum: checksum, withJourneys,
      peer: ("C++ probe, none", limits["compact CSA 16B conns + trip bitset, 72h"]))
  }

  /// Stops unless the moves follow each other from the source to the node, in time.
  private func check(
    _ moves: [ConnectionScan.Move]?, to node: ID<Node>, _ query: GeneratedTimetable.Query,
    _ arrival: Int32?
  ) {
    guard let moves else { RoutingBench.stop("a journey is missing", code: 1) }
    var (place, time) = (query.source, query.start)
    for move in moves {
      let ready = move.run == nil ? time : time + instance.turnarounds[place.index]
      guard move.tail == place, move.departure >= ready, move.arrival >= move.departure else {
        RoutingBench.stop("a journey does not fit together", code: 1)
      }
      (place, time) = (move.head, move.arrival)
    }
    guard place == node, time == arrival else {
      RoutingBench.stop("a journey ends elsewhere", code: 1)
    }
  }

  private func lanes(into report: inout Report) {
    var scan = LaneScan(on: instance.timetable)
    var single = ConnectionScan(on: instance.timetable)
    for (name, peer, spread) in [
      ("16 origins, per origin", "SIMD CSA 16 sources/scan, per source", Int32(0)),
      (
        "16 departures, per departure", "SIMD CSA 16 departures of 1 source, per departure", 900
      ),
    ] {
      var times = Measurement()
      var checksum: UInt64 = 0
      for batch in 0..<12 {
        let lanes = (0..<16).map { lane in
          LaneScan.Lane(
            from: queries[spread == 0 ? (batch * 16 + lane) % queries.count : batch].source,
            at: queries[batch].start + Int32(lane) * spread)
        }
        let begin = threadCPUMilliseconds()
        scan.run(lanes, span: Self.span)
        times.append((threadCPUMilliseconds() - begin) / 16)
        if batch < 2 { compare(scan, with: &single, lanes) }
        for node in 0..<instance.stopCount {
          for lane in 0..<16 { checksum &+= UInt64(scan.arrival(at: ID(node), lane: lane) ?? 0) }
        }
      }
      report.add(
        name, of: instance, checksum: checksum, times, peer: ("C++ probe AVX-512", limits[peer]))
    }
  }

  /// Stops unless each lane is what a search of its own finds.
  private func compare(
    _ scan: borrowing LaneScan, with single: inout ConnectionScan, _ lanes: [LaneScan.Lane]
  ) {
    for (number, lane) in lanes.enumerated() {
      single.run(from: lane.source, at: lane.start, horizon: lane.start + Self.span)
      for node in 0..<instance.stopCount
      where single.arrival(at: ID(node)) != scan.arrival(at: ID(node), lane: number) {
        RoutingBench.stop("lane \(number) differs from its own search", code: 1)
      }
    }
  }

  /// 96 departures over a day with P50, P80 and P95 of every stop; and the same by single searches.
  private func profile(into report: inout Report) {
    var scan = LaneScan(on: instance.timetable)
    var single = ConnectionScan(on: instance.timetable)
    var (times, singly) = (Measurement(), Measurement())
    var checksum: UInt64 = 0
    let stops = instance.stopCount
    for query in queries.prefix(8) {
      let begin = threadCPUMilliseconds()
      var spans = [Int32](repeating: .max, count: stops * 96)
      for batch in 0..<6 {
        scan.run(
          (0..<16).map {
            LaneScan.Lane(from: query.source, at: query.start + Int32(batch * 16 + $0) * 900)
          }, span: Self.span)
        for node in 0..<stops {
          for lane in 0..<16 {
            if let arrival = scan.arrival(at: ID(node), lane: lane) {
              spans[node * 96 + batch * 16 + lane] = arrival - scan.lanes[lane].start
            }
          }
        }
      }
      for node in 0..<stops {
        let sorted = spans[node * 96..<node * 96 + 96].sorted()
        for percentile in [50, 80, 95] {
          let value = sorted[(percentile * 96 + 99) / 100 - 1]
          checksum &+= value == .max ? 0 : UInt64(value)
        }
      }
      times.append(threadCPUMilliseconds() - begin)
      let start = threadCPUMilliseconds()
      for departure in 0..<Int32(96) {
        let at = query.start + departure * 900
        single.run(from: query.source, at: at, horizon: at + Self.span)
      }
      singly.append(threadCPUMilliseconds() - start)
    }
    report.add(
      "96 departures, P50/P80/P95", of: instance, checksum: checksum, times,
      peer: ("96 single scans", singly.median))
  }
}
