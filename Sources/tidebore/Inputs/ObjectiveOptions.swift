// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FreightModel
import FreightRouting
import Quantities

/// What is best where there are many ways, and what an hour and a tonne of CO2e are worth.
struct ObjectiveOptions: ParsableArguments {
  @Option(name: .long, help: help("objective", "time|cost|generalized"))
  var objective: String?

  @Option(name: .customLong("value-of-time"), help: help("value_of_time", "CNY"))
  var valueOfTime: String?

  @Option(name: .customLong("carbon-price"), help: help("carbon_price", "CNY"))
  var carbonPrice: String?

  /// Reads what is asked for; the faults are in `inputs`.
  func read(
    _ cargo: CargoOptions, hasCriteria: Bool = false, _ inputs: inout CommandInputs
  ) -> ObjectiveWish {
    var wish = ObjectiveWish()
    let isGeneralized =
      objective.map { $0 == "generalized" }
      ?? (!hasCriteria && ["lcl", "fcl"].contains(cargo.cargoClass ?? ""))
    if valueOfTime != nil || carbonPrice != nil, !isGeneralized {
      inputs.add("usage.prices_alone")
    }
    wish.goal = objective.flatMap { inputs.choice($0, "--objective", ObjectiveWish.Goal.self) }
    wish.valueOfTime = valueOfTime.flatMap { inputs.amount($0, "--value-of-time", example: "70") }
      .map { Money(rounding: $0 * 100) }
    wish.carbonPrice = carbonPrice.flatMap { inputs.amount($0, "--carbon-price", example: "80") }
      .map { Money(rounding: $0 * 100) }
    return wish
  }
}

/// An objective as the command line has it.
struct ObjectiveWish {
  enum Goal: String, CaseIterable {
    case time, cost, generalized
  }

  /// Nil is that of the class: time for parcel and air, generalized cost for lcl and fcl.
  var goal: Goal?
  /// Nil is that of the network.
  var valueOfTime: Money?
  var carbonPrice: Money?

  func objective(for consignment: Consignment, in network: Network) -> Objective {
    let isByTime = consignment.cargoClass == .parcel || consignment.cargoClass == .air
    switch goal ?? (isByTime ? .time : .generalized) {
    case .time: return .time
    case .cost: return .cost
    case .generalized:
      let usual = GeneralizedCost(of: consignment, in: network)
      return .generalized(
        GeneralizedCost(
          valueOfTime: valueOfTime ?? usual.valueOfTime,
          carbonPrice: carbonPrice ?? usual.carbonPrice))
    }
  }
}
