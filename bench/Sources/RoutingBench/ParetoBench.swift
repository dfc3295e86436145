// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import RoutingCore

/// Pareto sets in (arrival, cost, CO2e) from one stop to all of a generated timetable.
enum ParetoBench {
  static func run(_ folder: String, costs: String, into report: inout Report) throws {
    let instance = try GeneratedTimetable(folder, costs: costs)
    var scan = ParetoScan(on: instance.timetable)
    var times = Measurement()
    var reached = 0
    var (labels, arrivals, money, co2e, hash) = (0, UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    for query in instance.queries.prefix(20) {
      let begin = threadCPUMilliseconds()
      scan.run(
        from: query.source, at: query.start, horizon: query.start + TimetableBench.span)
      times.append(threadCPUMilliseconds() - begin)
      for node in 0..<instance.stopCount {
        let before = labels
        defer { reached += labels > before ? 1 : 0 }
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
      "Pareto one-to-all", of: instance, checksum: hash, times,
      more: [
        ("labels", "\(labels)"), ("sum_arrival", "\(arrivals)"), ("sum_money", "\(money)"),
        ("sum_co2e", "\(co2e)"), ("hash", String(hash, radix: 16)),
        ("per_stop", Report.decimal(Double(labels) / Double(max(1, reached)))),
      ])
    if let known = published[labels], known != hash {
      RoutingBench.stop("as many labels as published, of another hash", code: 1)
    }
    pruned(instance, &scan, into: &report)
  }

  /// Labels of the published instances (seed 7, 20 queries, 30 kg) → hash.
  private static let published: [Int: UInt64] = [
    670_923: 0xbe9f_99ca_9e22_b5f1, 1_833_038: 0x6afb_2bba_26f9_5e7c,
  ]

  /// The same within caps, with slack, and on a budget of labels; the answer says that it was bounded.
  private static func pruned(
    _ instance: GeneratedTimetable, _ scan: inout ParetoScan, into report: inout Report
  ) {
    var cap = ParetoScan.Limits()
    cap.greatestCost = 10_000
    var slack = ParetoScan.Limits()
    (slack.slackCost, slack.slackCO2e) = (100, 100)
    var budget = ParetoScan.Limits()
    budget.labelBudget = 50_000
    for (name, limits) in [
      ("… cap of 100 CNY", cap), ("… slack of 1 CNY, 100 g", slack), ("… 50,000 labels", budget),
    ] {
      var times = Measurement()
      var (labels, hit) = (0, 0)
      for query in instance.queries.prefix(20) {
        let begin = threadCPUMilliseconds()
        scan.run(
          from: query.source, at: query.start, horizon: query.start + TimetableBench.span,
          limits: limits)
        times.append(threadCPUMilliseconds() - begin)
        hit += scan.limitsHit.isEmpty ? 0 : 1
        for node in 0..<instance.stopCount { scan.forEachLabel(at: ID(node)) { _ in labels += 1 } }
      }
      report.add(
        name, of: instance, checksum: UInt64(labels), times,
        more: [("labels", "\(labels)"), ("queries_bounded", "\(hit) of 20")])
    }
  }
}
