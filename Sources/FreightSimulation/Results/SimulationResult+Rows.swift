// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import Stochastics

/// Rows of the result, each from the same row of every replication.
extension SimulationResult {
  static func lanes(_ runs: [ReplicationResult]) -> [LaneRow] {
    guard let first = runs.first else { return [] }
    return first.lanes.indices.compactMap { number in
      let records = runs.map { $0.lanes[number] }
      let ready = records.map { Double($0.ready) }.reduce(0, +) / Double(runs.count)
      guard ready > 0 else { return nil }
      let sorted = records.map { $0.seconds.sorted() }
      let lane = first.lanes[number]
      func percentile(_ p: Int) -> Estimate {
        Estimate(sorted.filter { !$0.isEmpty }.map { hours(p, of: $0) })
      }
      return LaneRow(
        destination: lane.destination, cargoClass: lane.cargoClass, ready: ready,
        delivered: Double(sorted.reduce(0) { $0 + $1.count }) / Double(runs.count),
        p50: percentile(50), p80: percentile(80), p95: percentile(95),
        tierHours: lane.tierSeconds > 0 ? Double(lane.tierSeconds) / 3_600 : nil,
        withinTier: lane.tierSeconds > 0
          ? Estimate(
            records.filter { $0.judged > 0 }.map { Double($0.withinTier) / Double($0.judged) })
          : nil)
    }
  }

  static func stations(_ runs: [ReplicationResult], _ perYear: Double) -> [StationRow] {
    guard let first = runs.first else { return [] }
    return first.stations.indices.map { number in
      let records = runs.map { $0.stations[number] }
      func mean(_ value: (ReplicationResult.StationRecord) -> Double) -> Double {
        records.map(value).reduce(0, +) / Double(records.count)
      }
      return StationRow(
        resource: first.stations[number].resource,
        utilisation: Estimate(records.map(\.utilisation)),
        meanQueue: Estimate(records.map(\.meanQueue)),
        greatestQueue: records.map(\.greatestQueue).max() ?? 0,
        meanWait: Estimate(records.map(\.meanWaitHours)),
        workPerYear: Estimate(records.map { $0.work * perYear }),
        jobsPerYear: mean { Double($0.jobs) } * perYear,
        turnedAwayPerYear: mean { Double($0.turnedAway) } * perYear,
        tonneHours: Estimate(records.map { $0.lotTonneHours * perYear }),
        queueByHour: (0..<168).map { hour in
          mean { hour < $0.queueByHour.count ? $0.queueByHour[hour] : 0 }
        })
    }
  }

  static func services(_ runs: [ReplicationResult], _ perYear: Double) -> [ServiceRow] {
    guard let first = runs.first else { return [] }
    return first.services.indices.map { number in
      let records = runs.map { $0.services[number] }
      func mean(_ value: (ReplicationResult.ServiceRecord) -> Double) -> Double {
        records.map(value).reduce(0, +) / Double(records.count)
      }
      let names = Set(records.flatMap { $0.holds.map(\.name) }).sorted()
      return ServiceRow(
        service: first.services[number].service,
        holds: names.map { name in
          let holds = records.compactMap { $0.holds.first { $0.name == name } }
          return ServiceRow.Hold(
            name: name, unit: holds.first?.unit ?? "t",
            offeredPerYear: holds.map(\.offered).reduce(0, +) / Double(holds.count) * perYear,
            loadFactor: Estimate(holds.map(\.loadFactor)),
            ownShare: Estimate(holds.map { $0.offered > 0 ? $0.lots / $0.offered : 0 }))
        },
        departuresPerYear: mean { Double($0.departures) } * perYear,
        blankPerYear: mean { Double($0.blank) } * perYear,
        rolloversPerYear: Estimate(records.map { Double($0.rollovers) * perYear }),
        latenessHours: Estimate(records.map(\.latenessHours)))
    }
  }
}
