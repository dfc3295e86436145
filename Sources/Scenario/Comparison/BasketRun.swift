// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import FreightRouting
import Quantities

extension BasketAnswer {
  /// Routes every consignment of the network's basket.
  ///
  /// - Parameter runs: Of the network whose basket it is.
  /// - Returns: In the basket's order.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  static func run(_ runs: inout JourneyRuns) throws -> [BasketAnswer] {
    let network = runs.network
    return try network.basket.map { item in
      let consignment = Consignment(
        cargoClass: item.cargoClass,
        massKG: item.massKG ?? Consignment.usual(item.cargoClass, item.exportMode).massKG,
        teu: item.teu ?? 1,
        exportMode: item.exportMode)
      let objective: Objective =
        switch item.objective {
        case .time: .time
        case .cost: .cost
        case .generalized: .generalized(GeneralizedCost(of: consignment, in: network))
        }
      var answer = BasketAnswer(
        id: item.id, name: LocalizedText(en: item.nameEN, zh: item.nameZH),
        consignment: consignment, objective: objective,
        originID: network.places[item.origin].id,
        destinationID: network.places[item.destination].id)
      let found = try runs.run(
        from: item.origin, to: [item.destination], consignment, objective: objective)
      guard let journey = found.first else { return answer }
      (answer.p50, answer.p80, answer.p95) = (journey.p50, journey.p80, journey.p95)
      answer.itinerary = journey.itinerary
      answer.reason = journey.unreachable.map { ($0.code, $0.arguments) }
      return answer
    }
  }
}
