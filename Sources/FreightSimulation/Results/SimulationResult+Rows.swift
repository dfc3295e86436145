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
        let hours = zip(records, sorted).filter { $0.0.timed > 0 }
          .map { Self.hours(p, of: $1, among: $0.timed) }
        return Estimate(hours, within: 0 ... .infinity)
      }
      let delivered = records.reduce(0) { $0 + $1.delivered }
      return LaneRow(
        destination: lane.destination, cargoClass: lane.cargoClass, ready: ready,
        delivered: Double(delivered) / Double(runs.count),
        notDelivered: Estimate(
          records.filter { $0.timed > 0 }.map { 1 - Double($0.seconds.count) / Double($0.timed) },
          within: 0...1),
        p50: percentile(50), p80: percentile(80), p95: percentile(95),
        tierHours: lane.tierSeconds > 0 ? Double(lane.tierSeconds) / 3_600 : nil,
        withinTier: lane.tierSeconds > 0
          ? Estimate(
            records.filter { $0.judged > 0 }.map { Double($0.withinTier) / Double($0.judged) },
            within: 0...1)
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
        utilisation: Estimate(records.map(\.utilisation), within: 0...1),
        onDuty: mean(\.onDutyShare),
        meanQueue: Estimate(records.map(\.meanQueue), within: 0 ... .infinity),
        greatestQueue: records.map(\.greatestQueue).max() ?? 0,
        meanWait: Estimate(records.map(\.meanWaitHours), within: 0 ... .infinity),
        workPerYear: Estimate(records.map { $0.work * perYear }, within: 0 ... .infinity),
        jobsPerYear: mean { Double($0.jobs) } * perYear,
        turnedAwayPerYear: mean { Double($0.turnedAway) } * perYear,
        tonneHours: Estimate(
          records.map { $0.lotTonneHours * perYear }, within: 0 ... .infinity),
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
            loadFactor: Estimate(holds.map(\.loadFactor), within: 0...1),
            ownShare: Estimate(
              holds.map { $0.offered > 0 ? $0.lots / $0.offered : 0 }, within: 0...1),
            sections: sections(holds))
        },
        departuresPerYear: mean { Double($0.departures) } * perYear,
        blankPerYear: mean { Double($0.blank) } * perYear,
        rolloversPerYear: Estimate(
          records.map { Double($0.rollovers) * perYear }, within: 0 ... .infinity),
        latenessHours: Estimate(records.map(\.latenessHours), within: 0 ... .infinity))
    }
  }

  private static func sections(
    _ holds: [ReplicationResult.ServiceRecord.HoldRecord]
  ) -> [ServiceRow.Section] {
    guard let first = holds.first else { return [] }
    return first.sections.indices.map { number in
      let records = holds.map { $0.sections[number] }
      return ServiceRow.Section(
        from: first.sections[number].from, to: first.sections[number].to,
        loadFactor: Estimate(records.map(\.loadFactor), within: 0...1))
    }
  }
}
