// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import FreightRouting
import Quantities

extension DemandAnswer {
  /// Carries every row of the demand by the itinerary at the rank of its standard consignment.
  ///
  /// Rows whose destination is no place (a territory, a market) are unserved.
  ///
  /// - Parameter runs: Of the network whose demand it is.
  /// - Returns: Nil where the network has no demand.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  /// - Complexity: A run of all ready times for each origin, class and export mode.
  static func run(_ runs: inout JourneyRuns) throws -> DemandAnswer? {
    let network = runs.network
    guard !network.demands.isEmpty else { return nil }
    struct Group: Hashable {
      var origin: ID<Place>
      var cargoClass: CargoClass
      var exportMode: ExportMode
    }
    var rows: [Group: [Demand]] = [:]
    var order: [Group] = []
    for demand in network.demands {
      let group = Group(
        origin: demand.origin, cargoClass: demand.cargoClass, exportMode: demand.exportMode)
      if rows[group] == nil { order.append(group) }
      rows[group, default: []].append(demand)
    }
    var sums = Sums()
    for group in order {
      let demands = (rows[group] ?? []).filter { $0.tonnesPerYear > 0 }
      let consignment = Consignment.usual(group.cargoClass, group.exportMode)
      let known = demands.compactMap { demand in
        network.findPlace(demand.destination).map { (demand, $0) }
      }
      let journeys = try runs.run(
        from: group.origin, to: known.map(\.1), consignment,
        objective: Objective.usual(for: consignment, in: network))
      for ((demand, _), journey) in zip(known, journeys) {
        sums.add(demand.tonnesPerYear, journey, consignment, network)
      }
      sums.unserved += demands.filter { network.findPlace($0.destination) == nil }
        .reduce(0) { $0 + $1.tonnesPerYear }
    }
    return sums.answer
  }

  private struct Sums {
    var served = 0.0
    var unserved = 0.0
    var tonneHours = 0.0
    /// Over the tonnes of which it is known.
    var cost = 0.0
    var co2e = 0.0
    var unpriced = 0.0
    var withoutFactor = 0.0
    var modes: [Mode: (tonneKM: Double, co2e: Double)] = [:]
    var gateways: [String: Double] = [:]
    var waits: [WaitKey: Double] = [:]

    struct WaitKey: Hashable {
      var place: String
      var cause: Leg.Cause
    }

    mutating func add(
      _ tonnes: Double, _ journey: Journey, _ consignment: Consignment, _ network: Network
    ) {
      guard let itinerary = journey.itinerary else {
        unserved += tonnes
        return
      }
      // Consignments of the standard size that the tonnes make.
      let count = tonnes * 1_000 / consignment.massKG
      served += tonnes
      tonneHours += tonnes * Double(itinerary.durationSeconds) / 3_600
      if let money = itinerary.cost {
        cost += count * Double(money.count) / 100
      } else {
        unpriced += tonnes
      }
      if let emission = itinerary.co2e {
        co2e += count * Double(emission.count) / 1_000_000
      } else {
        withoutFactor += tonnes
      }
      for leg in itinerary.legs {
        guard let mode = leg.mode else { continue }
        modes[mode, default: (0, 0)].tonneKM += tonnes * leg.distanceKM
        modes[mode, default: (0, 0)].co2e += count * Double(leg.co2e?.count ?? 0) / 1_000_000
      }
      gateways[journey.exitGateway.map { network.places[$0].id } ?? "", default: 0] += tonnes
      for wait in itinerary.bindingWaits {
        let key = WaitKey(place: network.places[wait.place].id, cause: wait.cause)
        waits[key, default: 0] += tonnes * Double(wait.seconds) / 3_600
      }
    }

    var answer: DemandAnswer {
      var answer = DemandAnswer()
      (answer.tonnesServed, answer.tonnesUnserved, answer.co2eTonnes) = (served, unserved, co2e)
      answer.meanHours = served > 0 ? tonneHours / served : 0
      answer.meanCostPerTonne = served > unpriced ? cost / (served - unpriced) : nil
      (answer.tonnesUnpriced, answer.tonnesWithoutFactor) = (unpriced, withoutFactor)
      answer.modes = Mode.allCases.compactMap { mode in
        modes[mode].map { ModeFlow(mode: mode, tonneKM: $0.tonneKM, co2eTonnes: $0.co2e) }
      }
      answer.gateways = gateways.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
        GatewayFlow(gatewayID: $0.key.isEmpty ? nil : $0.key, tonnes: $0.value)
      }
      answer.waits = waits.sorted {
        ($1.value, $0.key.place, $0.key.cause.rawValue)
          < ($0.value, $1.key.place, $1.key.cause.rawValue)
      }.map { Wait(placeID: $0.key.place, cause: $0.key.cause, tonneHours: $0.value) }
      return answer
    }
  }
}
