// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import Stochastics

extension SimulationResult {
  /// What a row of the throughput is of; one of `terminal` and `service` is -1.
  private struct Line: Hashable {
    var terminal: Int
    var service: Int
    var cargoClass: CargoClass
    var direction: ReplicationResult.ThroughputKey.Direction
    var isOwn: Bool

    var order: [Int] {
      [
        service < 0 ? 0 : 1, terminal, service,
        CargoClass.allCases.firstIndex(of: cargoClass) ?? 0, direction == .loaded ? 0 : 1,
        isOwn ? 0 : 1,
      ]
    }
  }

  /// Throughput of every terminal, then of every service, summed from the cells of each replication.
  ///
  /// - Complexity: O(cells).
  static func throughput(_ runs: [ReplicationResult], _ months: [Int]) -> [ThroughputRow] {
    let position = Dictionary(uniqueKeysWithValues: months.enumerated().map { ($1, $0) })
    var amounts: [Line: [[Double]]] = [:]
    let empty = [[Double]](
      repeating: [Double](repeating: 0, count: months.count), count: runs.count)
    for (number, run) in runs.enumerated() {
      for (key, units) in run.throughput.sorted(by: { $0.key < $1.key }) {
        guard let month = position[key.month] else { continue }
        for (terminal, service) in [(key.place.index, -1), (-1, key.service.index)] {
          let line = Line(
            terminal: terminal, service: service, cargoClass: key.cargoClass,
            direction: key.direction, isOwn: key.isOwn)
          amounts[line, default: empty][number][month] += Double(units) / 1_000
        }
      }
    }
    let lines = amounts.sorted { $0.key.order.lexicographicallyPrecedes($1.key.order) }
    return lines.map { line, values in
      ThroughputRow(
        terminal: line.terminal < 0 ? nil : ID(line.terminal),
        service: line.service < 0 ? nil : ID(line.service), cargoClass: line.cargoClass,
        direction: line.direction, isOwn: line.isOwn,
        months: months.indices.map { month in
          values.reduce(0) { $0 + $1[month] } / Double(max(1, runs.count))
        },
        total: Estimate(values.map { $0.reduce(0, +) }, within: 0 ... .infinity))
    }
  }
}
