// SPDX-License-Identifier: GPL-3.0-or-later
import Dispatch
import Foundation
import FreightRouting
import Quantities
import Reporting
import RoutingCore

/// All stops to all stops of a generated timetable into a binary table, and the same as CSV text.
enum MatrixBench {
  static func run(_ instance: GeneratedTimetable, into report: inout Report) {
    let stops = instance.stopCount
    let start = instance.queries[0].start
    let batches = (stops + 15) / 16
    let begin = processCPUMilliseconds()
    let wall = wallMilliseconds()
    let rows: [[Int32]] = spread(batches, over: 2) { (next, put: (Int, [Int32]) -> Void) in
      var scan = LaneScan(on: instance.timetable)
      while let batch = next() {
        let origins = batch * 16..<min(batch * 16 + 16, stops)
        scan.run(
          origins.map { LaneScan.Lane(from: ID($0), at: start) }, span: TimetableBench.span)
        var cells = [Int32](repeating: -1, count: origins.count * stops)
        for node in 0..<stops {
          for lane in 0..<origins.count {
            if let arrival = scan.arrival(at: ID(node), lane: lane) {
              cells[lane * stops + node] = arrival - start
            }
          }
        }
        put(batch, cells)
      }
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(stops * stops * 4)
    for row in rows { MatrixTable.appendBinary(row, to: &bytes) }
    let path =
      FileManager.default.temporaryDirectory.path + "/tidebore-matrix-"
      + ProcessInfo.processInfo.globallyUniqueString
    do { try AtomicFile.write(bytes, to: path) } catch {
      RoutingBench.stop("the matrix cannot be written: \(error)", code: 6)
    }
    try? FileManager.default.removeItem(atPath: path)
    var times = Measurement()
    times.append(processCPUMilliseconds() - begin)
    var clock = Measurement()
    clock.append(wallMilliseconds() - wall)
    check(rows, instance, start)
    var checksum: UInt64 = 0
    for row in rows { for cell in row where cell >= 0 { checksum &+= UInt64(cell) } }
    report.add("\(stops) × \(stops) matrix, binary", of: instance, checksum: checksum, times)
    report.add("… wall on two threads", of: instance, checksum: checksum, clock)
    csv(rows, instance, start, into: &report)
  }

  /// Stops unless some rows are those of single searches.
  private static func check(_ rows: [[Int32]], _ instance: GeneratedTimetable, _ start: Int32) {
    var single = ConnectionScan(on: instance.timetable)
    for origin in stride(from: 5, to: instance.stopCount, by: max(1, instance.stopCount / 7)) {
      single.run(from: ID(origin), at: start, horizon: start + TimetableBench.span)
      for node in 0..<instance.stopCount {
        let cell = rows[origin / 16][origin % 16 * instance.stopCount + node]
        if cell != single.arrival(at: ID(node)).map({ $0 - start }) ?? -1 {
          RoutingBench.stop("the matrix differs from a single search", code: 1)
        }
      }
    }
  }

  private static func csv(
    _ rows: [[Int32]], _ instance: GeneratedTimetable, _ start: Int32, into report: inout Report
  ) {
    guard let zone = try? TimeZoneRules.load("Etc/UTC") else { return }
    let points = (0..<instance.stopCount).map {
      MatrixTable.Point(id: "s\($0)", zoneName: "Etc/UTC", zone: zone)
    }
    let ready = Instant(seconds: 1_767_225_600 + Int64(start))
    var table = MatrixTable(
      origins: points, destinations: points, readyTimes: [ready], latest: ready + Int64(4 * 86_400))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 << 24)
    var total = 0
    let begin = threadCPUMilliseconds()
    for origin in 0..<instance.stopCount {
      let first = origin % 16 * instance.stopCount
      table.appendCSV(
        MatrixSearch.Row(
          origin: origin, ready: 0,
          seconds: Array(rows[origin / 16][first..<first + instance.stopCount])), to: &bytes)
      if bytes.count > 8 << 20 {
        total += bytes.count
        bytes.removeAll(keepingCapacity: true)
      }
    }
    total += bytes.count
    var times = Measurement()
    times.append(threadCPUMilliseconds() - begin)
    let rate = Double(total) / 1e6 / (times.median / 1_000)
    report.add(
      "the same as CSV, \(Int(rate)) MB/s", of: instance, checksum: UInt64(total), times)
  }
}
