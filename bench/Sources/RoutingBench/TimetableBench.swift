// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import RoutingCore

/// The searches of coverage, matrices and profiles on a generated timetable, answers checked first.
enum TimetableBench {
  static let span: Int32 = 72 * 3_600

  static func run(_ folder: String, into report: inout Report) throws {
    let instance = try GeneratedTimetable(folder)
    oneToAll(instance, into: &report)
    lanes(instance, into: &report)
  }

  private static func oneToAll(_ instance: GeneratedTimetable, into report: inout Report) {
    var scan = ConnectionScan(on: instance.timetable)
    var times = Measurement()
    var checksum: UInt64 = 0
    for query in instance.queries.prefix(100) {
      let begin = threadCPUMilliseconds()
      scan.run(from: query.source, at: query.start, horizon: query.start + span)
      times.append(threadCPUMilliseconds() - begin)
      for node in 0..<instance.stopCount {
        if let arrival = scan.arrival(at: ID(node)) { checksum &+= UInt64(arrival) }
      }
    }
    report.add(
      name: "one-to-all", instance: instance.name, size: instance.connectionsADay,
      checksum: checksum, times)
  }

  private static func lanes(_ instance: GeneratedTimetable, into report: inout Report) {
    var scan = LaneScan(on: instance.timetable)
    var single = ConnectionScan(on: instance.timetable)
    var times = Measurement()
    var checksum: UInt64 = 0
    for batch in 0..<12 {
      let start = instance.queries[batch].start
      let lanes = (0..<16).map {
        LaneScan.Lane(
          from: instance.queries[(batch * 16 + $0) % instance.queries.count].source, at: start)
      }
      let begin = threadCPUMilliseconds()
      scan.run(lanes, span: span)
      times.append((threadCPUMilliseconds() - begin) / 16)
      if batch < 2 {
        for (number, lane) in lanes.enumerated() {
          single.run(from: lane.source, at: lane.start, horizon: lane.start + span)
          for node in 0..<instance.stopCount
          where single.arrival(at: ID(node)) != scan.arrival(at: ID(node), lane: number) {
            RoutingBench.stop("lane \(number) differs from its own search", code: 1)
          }
        }
      }
      for node in 0..<instance.stopCount {
        for lane in 0..<16 { checksum &+= UInt64(scan.arrival(at: ID(node), lane: lane) ?? 0) }
      }
    }
    report.add(
      name: "16 origins, per origin", instance: instance.name, size: instance.connectionsADay,
      checksum: checksum, times)
    times = Measurement()
    checksum = 0
    for query in instance.queries.prefix(12) {
      let begin = threadCPUMilliseconds()
      for batch in 0..<Int32(6) {
        scan.run(
          (0..<16).map {
            LaneScan.Lane(from: query.source, at: query.start + (batch * 16 + $0) * 900)
          },
          span: span)
        for node in 0..<instance.stopCount {
          for lane in 0..<16 { checksum &+= UInt64(scan.arrival(at: ID(node), lane: lane) ?? 0) }
        }
      }
      times.append(threadCPUMilliseconds() - begin)
    }
    report.add(
      name: "96 departures in 24 h", instance: instance.name, size: instance.connectionsADay,
      checksum: checksum, times)
  }
}
