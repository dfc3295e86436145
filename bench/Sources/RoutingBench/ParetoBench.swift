// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import RoutingCore

/// Pareto sets in (arrival, cost, CO2e) from one stop to all of a generated timetable.
enum ParetoBench {
  static func run(_ folder: String, costs: String, into report: inout Report) throws {
    let instance = try GeneratedTimetable(folder, costs: costs)
    var scan = ParetoScan(on: instance.timetable)
    var times = Measurement()
    var (labels, arrivals, money, co2e, hash) = (0, UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    for query in instance.queries.prefix(20) {
      let begin = threadCPUMilliseconds()
      scan.run(
        from: query.source, at: query.start, horizon: query.start + TimetableBench.span)
      times.append(threadCPUMilliseconds() - begin)
      for node in 0..<instance.stopCount {
        scan.forEachLabel(at: ID(node)) { label in
          labels += 1
          arrivals &+= UInt64(label.arrival)
          money &+= UInt64(label.cost)
          co2e &+= UInt64(label.co2e)
          var z = UInt64(node) &* 0x9e37_79b9_7f4a_7c15
          for value in [label.arrival, label.cost, label.co2e] {
            z ^= UInt64(value)
            z &*= 0xff51_afd7_ed55_8ccd
            z ^= z >> 32
          }
          hash &+= z
        }
      }
    }
    report.add(
      name: "Pareto one-to-all", instance: instance.name, size: instance.connectionsADay,
      checksum: hash, times)
    print(
      "labels \(labels) arrivals \(arrivals) money \(money) co2e \(co2e) hash \(String(hash, radix: 16))"
    )
  }
}
