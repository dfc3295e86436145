// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
public import Stochastics

/// Where the lots of the base go in the scenario: the same lots, named by row of demand, hour and number.
public struct LotDiversions: Sendable, Hashable {
  /// How a lot leaves.
  public enum Way: Sendable, Hashable, Comparable {
    /// Id of the gateway.
    case gateway(String)
    case road
    /// No way was taken by the end of the run.
    case waiting
    /// The other network makes no such lot.
    case absent
  }

  public struct Row: Sendable, Hashable {
    public var from: Way
    public var to: Way
    /// Over all replications.
    public var lots = 0
    public var teu = 0.0
    /// Delivered later than in the base by an hour and more.
    public var late = 0
    /// Delivered in the base and not by the end here; not among the late.
    public var undelivered = 0
    /// Mean hours of the late.
    public var meanDelayHours = 0.0

    public var isDiversion: Bool { from != to }
  }

  /// Most lots first.
  public let rows: [Row]
  /// Lots made after the warm-up, over all replications.
  public let baseLots: Int
  public let scenarioLots: Int
  /// Share of the lots of both that are delivered an hour and more later; percent, a value a replication.
  public let latePercent: Estimate

  init(
    _ base: SimulationResult, _ scenario: SimulationResult, _ baseNetwork: Network,
    _ scenarioNetwork: Network
  ) {
    var cells: [Pair: (lots: Int, teu: Double, late: Int, undelivered: Int, seconds: Int64)] = [:]
    var shares: [Double] = []
    let (teuBefore, teuAfter) = (Self.teu(baseNetwork), Self.teu(scenarioNetwork))
    for (a, b) in zip(base.replications, scenario.replications) {
      var (late, both) = (0, 0)
      for (entity, before) in a.fates {
        let after = b.fates[entity]
        let pair = Pair(
          from: Self.way(before.gateway, baseNetwork),
          to: after.map { Self.way($0.gateway, scenarioNetwork) } ?? .absent)
        var cell = cells[pair] ?? (0, 0, 0, 0, 0)
        cell.lots += 1
        cell.teu += teuBefore[Int(before.demand)]
        if let after {
          both += 1
          if let x = before.seconds, let y = after.seconds, Int64(y - x) >= secondsPerHour {
            late += 1
            cell.late += 1
            cell.seconds += Int64(y - x)
          }
          if before.seconds != nil, after.seconds == nil { cell.undelivered += 1 }
        }
        cells[pair] = cell
      }
      for (entity, after) in b.fates where a.fates[entity] == nil {
        let pair = Pair(from: .absent, to: Self.way(after.gateway, scenarioNetwork))
        var cell = cells[pair] ?? (0, 0, 0, 0, 0)
        cell.lots += 1
        cell.teu += teuAfter[Int(after.demand)]
        cells[pair] = cell
      }
      shares.append(both > 0 ? 100 * Double(late) / Double(both) : 0)
    }
    rows = cells.map { pair, cell in
      Row(
        from: pair.from, to: pair.to, lots: cell.lots, teu: cell.teu, late: cell.late,
        undelivered: cell.undelivered,
        meanDelayHours: cell.late > 0 ? Double(cell.seconds) / 3_600 / Double(cell.late) : 0)
    }.sorted { ($1.lots, $0.from, $0.to) < ($0.lots, $1.from, $1.to) }
    baseLots = base.replications.reduce(0) { $0 + $1.fates.count }
    scenarioLots = scenario.replications.reduce(0) { $0 + $1.fates.count }
    latePercent = Estimate(shares)
  }

  private struct Pair: Hashable {
    var from, to: Way
  }

  private static func way(_ gateway: Int32, _ network: Network) -> Way {
    switch gateway {
    case -2: .waiting
    case -1: .road
    default: .gateway(network.places[ID(Int(gateway))].id)
    }
  }

  private static func teu(_ network: Network) -> [Double] {
    network.demands.map { LotSize($0.cargoClass, $0.exportMode, in: network).teu }
  }
}
