// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import RoutingCore

/// What an objective chooses at every node of a router's graph, for one ready time.
///
/// A later label may weigh less where it is cheaper, and an earlier one may make a connection that
/// the lighter one misses; so all labels that are best in (arrival, money) are found, money being
/// cost and the price of CO2e, and of each node's the lightest is taken. Of equals it is the earliest.
struct ObjectiveScan: ~Copyable {
  private let router: Router
  private let valueOfTime: Int64
  private var scan: ParetoScan
  private var start: Int32 = 0

  /// - Parameters:
  ///   - router: Whose timetable is searched.
  ///   - prices: Zero for both asks for the cheapest.
  init(_ router: Router, _ prices: GeneralizedCost) {
    self.router = router
    valueOfTime = prices.valueOfTime.count
    scan = ParetoScan(on: router.timetable.weighing(carbonPrice: prices.carbonPrice.count))
  }

  /// Node → arrival of the lightest label, `RoutingTime.unreached` where there is none.
  mutating func run(from source: ID<Node>, at start: Int32, horizon: Int32) -> [Int32] {
    scan.run(from: source, at: start, horizon: horizon)
    self.start = start
    return (0..<router.graph.nodeCount).map {
      lightest(at: ID($0))?.arrival ?? RoutingTime.unreached
    }
  }

  /// The journey to the lightest label of the last run.
  func journey(to node: ID<Node>) -> Journey? {
    lightest(at: node).flatMap {
      router.graph.journey(along: scan.journey(to: $0), from: start)
    }
  }

  private func lightest(at node: ID<Node>) -> ParetoScan.Label? {
    var least = Int64.max
    var chosen: ParetoScan.Label?
    scan.forEachLabel(at: node) { label in
      let weight = Int64(label.cost) * 3_600 + valueOfTime * Int64(label.arrival - start)
      if weight < least || (weight == least && label.arrival < chosen?.arrival ?? .max) {
        least = weight
        chosen = label
      }
    }
    return chosen
  }
}
