// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// Names one figure of a run by what it is of, not by a row's number: two networks share it.
public struct SimulationFigure: Sendable, Hashable, Comparable {
  public enum Table: Int, Sendable, CaseIterable {
    case indicator, placeWait, demand, lane, terminal, service, gateway

    /// As files name it.
    public var name: String {
      switch self {
      case .placeWait: "place_wait"
      case .indicator, .demand, .lane, .terminal, .service, .gateway: "\(self)"
      }
    }
  }

  public var table: Table
  /// Indicator, place, demand row, class and place, resource or service: ids of the network.
  public var name: String
  /// What of it, as in the CSV of a simulation; empty for an indicator.
  public var field: String
  public var unit: String
  /// Of the fixed list that Holm's correction is made over.
  public var isHeadline: Bool

  public static func < (a: Self, b: Self) -> Bool {
    (a.table.rawValue, a.name, a.field) < (b.table.rawValue, b.name, b.field)
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.table == b.table && a.name == b.name && a.field == b.field
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(table)
    hasher.combine(name)
    hasher.combine(field)
  }

  /// Indicators of the family, chosen before any result: every class's P50, P80, P95 and share within tier are in it too.
  static let headlines: Set<String> = [
    "sim.within_tier", "sim.not_delivered", "sim.no_way", "sim.left_behind", "sim.delay",
    "sim.queue_delay", "sim.rollovers", "sim.diverted", "sim.cost", "sim.co2e",
  ]

  /// Figure → its value in each replication.
  ///
  /// Waits of lots at places with berths or stands, the gateways, belong to the family; other places' do not.
  static func values(of result: SimulationResult, in network: Network) -> [Self: [Double]] {
    var values: [Self: [Double]] = [:]
    let runs = result.replications
    func add(
      _ table: Table, _ name: String, _ field: String, _ unit: String, headline: Bool = false,
      _ each: (ReplicationResult) -> Double
    ) {
      let key = Self(table: table, name: name, field: field, unit: unit, isHeadline: headline)
      values[key] = runs.map(each)
    }
    for row in result.indicators {
      let isHeadline =
        headlines.contains(row.name) || row.name.hasPrefix("sim.hours_")
        || row.name.hasPrefix("sim.within_tier_")
      let key = Self(
        table: .indicator, name: row.name, field: "", unit: row.unit, isHeadline: isHeadline)
      values[key] = row.values
    }
    let gateways = Set(
      network.resources.filter { $0.kind == .berth || $0.kind == .stand }.map(\.place))
    let waited = Set(runs.flatMap { $0.delays.map(\.owner.place) })
    for place in waited.union(gateways) {
      add(
        .placeWait, network.places[place].id, "wait", "h", headline: gateways.contains(place)
      ) { run in
        let hours = run.delays.reduce(0) { $0 + ($1.owner.place == place ? $1.tonneHours : 0) }
        return run.tonnesReady > 0 ? hours / run.tonnesReady : 0
      }
    }
    addLots(&values, runs, network, days: result.query.days)
    guard let first = runs.first else { return values }
    let perYear = 364 / Double(result.query.days)
    for (number, lane) in first.lanes.enumerated() {
      let name = "\(lane.cargoClass.rawValue):\(network.places[lane.destination].id)"
      for percentile in [50, 80, 95] {
        add(.lane, name, "p\(percentile)_h", "h") {
          let lane = $0.lanes[number]
          return SimulationResult.hours(percentile, of: lane.seconds.sorted(), among: lane.timed)
        }
      }
      if lane.tierSeconds > 0 {
        add(.lane, name, "share_in_tier", "%") {
          let lane = $0.lanes[number]
          return lane.judged > 0 ? 100 * Double(lane.withinTier) / Double(lane.judged) : .nan
        }
      }
    }
    for (number, station) in first.stations.enumerated() {
      let name = network.resources[station.resource].id
      add(.terminal, name, "utilisation", "%") { 100 * $0.stations[number].utilisation }
      add(.terminal, name, "queue", "1") { $0.stations[number].meanQueue }
      add(.terminal, name, "wait_h", "h") { $0.stations[number].meanWaitHours }
    }
    for (number, service) in first.services.enumerated() {
      let name = network.services[service.service].id
      add(.service, name, "rollovers", "lots/yr") {
        Double($0.services[number].rollovers) * perYear
      }
      for hold in Set(runs.flatMap { $0.services[number].holds.map(\.name) }) {
        add(.service, name, "load_factor_\(hold)", "%") { run in
          run.services[number].holds.first { $0.name == hold }.map { 100 * $0.loadFactor } ?? .nan
        }
      }
    }
    for key in Set(runs.flatMap(\.gateways.keys)) {
      let gateway = key.gateway.map { network.places[$0].id } ?? "road"
      add(.gateway, "\(key.cargoClass.rawValue):\(gateway)", "tonnes", "t/yr") {
        ($0.gateways[key] ?? 0) * perYear
      }
    }
    return values
  }

  /// Mean hours from door to door of the lots of each row of demand, where the runs kept them; of those that are not there by
  /// the end the hours until then.
  private static func addLots(
    _ values: inout [Self: [Double]], _ runs: [ReplicationResult], _ network: Network, days: Int
  ) {
    guard runs.contains(where: { !$0.fates.isEmpty }) else { return }
    let count = network.demands.count
    var means = [[Double]](repeating: [], count: count)
    for run in runs {
      var sums = [Int64](repeating: 0, count: count)
      var lots = [Int](repeating: 0, count: count)
      for fate in run.fates.values {
        // Who is not there by the end has waited at least so long.
        sums[Int(fate.demand)] +=
          fate.seconds.map { Int64($0) } ?? max(0, Int64(days) * secondsPerDay - fate.ready)
        lots[Int(fate.demand)] += 1
      }
      for row in 0..<count {
        means[row].append(lots[row] > 0 ? Double(sums[row]) / 3_600 / Double(lots[row]) : .nan)
      }
    }
    for (row, demand) in network.demands.enumerated() {
      let key = Self(table: .demand, name: demand.id, field: "hours", unit: "h", isHeadline: false)
      values[key] = means[row]
    }
  }
}
