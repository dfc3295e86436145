// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import RoutingCore

/// What an objective chooses at every node of a router's graph, for one ready time.
///
/// A later label may weigh less where it is cheaper, and an earlier one may make a connection that
/// the lighter one misses; so all labels that are best in (arrival, money) are found, money being
/// cost and the price of CO2e, and of each node's the lightest is taken. Of equals it is the earliest,
/// then the cheapest, or where CO2e has no price the cleanest.
struct ObjectiveScan: ~Copyable {
  private let router: Router
  private let valueOfTime: Int64
  private var scan: ChargeScan
  private var start: Int32 = 0

  /// - Parameters:
  ///   - router: Whose timetable is searched.
  ///   - prices: Zero for both asks for the cheapest.
  init(_ router: Router, _ prices: GeneralizedCost) {
    self.router = router
    valueOfTime = prices.valueOfTime.count
    let carbonPrice = prices.carbonPrice.count
    scan = ChargeScan(
      on: router.timetable,
      charges: router.graph.charges { cost, co2e in
        carbonPrice == 0
          ? ChargeScan.Charge(cost, co2e)
          : ChargeScan.Charge(
            ArcCharge.sum(cost, ArcCharge.price(of: co2e, perMillion: carbonPrice)), cost)
      })
  }

  /// Node → arrival of the lightest label, `RoutingTime.unreached` where there is none.
  mutating func run(from source: ID<Node>, at start: Int32, horizon: Int32) -> [Int32] {
    scan.run(from: source, at: start, horizon: horizon, perHour: valueOfTime)
    self.start = start
    return (0..<router.graph.nodeCount).map {
      scan.lightest(at: ID($0))?.arrival ?? RoutingTime.unreached
    }
  }

  /// The journey to the lightest label of the last run.
  func journey(to node: ID<Node>) -> Journey? {
    scan.lightest(at: node).flatMap {
      router.graph.journey(along: scan.tags(to: $0), from: start)
    }
  }
}

extension RoutingGraph {
  /// A charge for each arc, by its number.
  func charges(_ charge: (_ cost: Int64, _ co2e: Int64) -> ChargeScan.Charge) -> [ChargeScan.Charge]
  {
    (0..<arcCount).map { charge(cost(of: ID($0)), co2e(of: ID($0))) }
  }

  /// The journey along arcs; nil where they cannot be taken.
  func journey(along arcs: [Int32], from start: Int32) -> Journey? {
    var journey = Journey(steps: [], start: start, arrival: start, cost: 0, co2e: 0)
    for number in arcs {
      let arc = ID<Arc>(Int(number))
      guard let traversal = traverse(arc, from: journey.arrival) else { return nil }
      journey.steps.append(Journey.Step(arc: arc, traversal: traversal))
      journey.arrival = traversal.end
      journey.cost = ArcCharge.sum(journey.cost, cost(of: arc))
      journey.co2e = ArcCharge.sum(journey.co2e, co2e(of: arc))
    }
    return journey
  }
}
