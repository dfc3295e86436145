// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import NetworkIO
import Quantities

extension RequestReading {
  mutating func consignment(_ cargo: CargoRequest) -> Consignment {
    let cargoClass = cargoClass(cargo)
    let exportMode =
      cargo.exportMode.flatMap { choice($0, "--export-mode", ExportMode.self) }
      ?? (cargoClass == .parcel ? .directParcel : .generalTrade)
    let volume = cargo.volume.flatMap {
      quantity($0, "--volume", units: ["m3": 1, "l": 0.001], example: "0.5m3")
    }
    var consignment = Consignment.usual(cargoClass, exportMode)
    consignment.volumeM3 = volume
    if cargoClass == .fcl {
      if cargo.mass != nil { add("usage.mass_of_fcl") }
      guard let text = cargo.teu, let teu = positiveNumber(text, "--teu", example: "2") else {
        return consignment
      }
      return Consignment(cargoClass: .fcl, volumeM3: volume, teu: teu, exportMode: exportMode)
    }
    if cargo.teu != nil { add("usage.teu_of", cargoClass.rawValue) }
    if let text = cargo.mass,
      let mass = quantity(text, "--mass", units: ["kg": 1, "t": 1_000], example: "30kg")
    {
      consignment.massKG = mass
    }
    return consignment
  }

  private mutating func cargoClass(_ cargo: CargoRequest) -> CargoClass {
    cargo.cargoClass.flatMap { choice($0, "--class", CargoClass.self) } ?? .parcel
  }

  mutating func options(_ cargo: CargoRequest) -> RoutingOptions {
    var options = RoutingOptions()
    if let horizon = cargo.horizon {
      let days = quantity(
        horizon, "--horizon", units: ["d": 86_400, "h": 3_600], example: "21d")
      options.horizonSeconds = days.map { Int64($0) }
    }
    options.liveServicesOnly = cargo.liveOnly
    options.without = Set(cargo.without)
    return options
  }

  mutating func demand(_ demand: DemandRequest, _ options: inout RoutingOptions) {
    options.combination = demand.combination.flatMap { combination($0) }
    options.via = demand.via
  }

  private mutating func combination(_ text: String) -> Combination? {
    do {
      return try Combination(text)
    } catch {
      for fault in error.list { add(fault, of: text) }
      return nil
    }
  }

  private mutating func add(_ fault: Combination.Fault, of text: String) {
    switch fault {
    case .unknownWord(let word):
      let near = NearestName.of(word, in: Combination.words + Combination.names)
      add(
        "usage.combination_word", word, didYouMean(near.map { [$0] } ?? []),
        Combination.names.joined(separator: ", "), Combination.words.joined(separator: ", "))
    case .emptyStep: add("usage.combination_step", text)
    case .tooManyStates:
      add("usage.combination_size", text, String(Combination.stateLimit))
    }
  }

  /// The moment that an option names.
  mutating func time(_ text: String?, _ option: String) -> Instant? {
    guard let text else { return nil }
    if let instant = Instant(rfc3339: text) { return instant }
    add("usage.time", option, text)
    return nil
  }
}

/// An objective as a request has it, before its consignment's network is known.
struct ObjectiveReading {
  enum Goal: String, CaseIterable {
    case time, cost, generalized
  }

  /// Nil is that of the class.
  var goal: Goal?
  /// Nil is that of the network.
  var valueOfTime: Money?
  var carbonPrice: Money?

  /// What is asked of a consignment; the class's usual objective stands in `Objective.usual` alone.
  func objective(for consignment: Consignment, in network: Network) -> Objective {
    let objective: Objective =
      switch goal {
      case nil: .usual(for: consignment, in: network)
      case .time: .time
      case .cost: .cost
      case .generalized: .generalized(GeneralizedCost(of: consignment, in: network))
      }
    guard case .generalized(let usual) = objective else { return objective }
    return .generalized(
      GeneralizedCost(
        valueOfTime: valueOfTime ?? usual.valueOfTime,
        carbonPrice: carbonPrice ?? usual.carbonPrice))
  }
}

extension RequestReading {
  /// - Parameters:
  ///   - asked: The texts.
  ///   - consignment: Its class has the usual objective.
  ///   - hasCriteria: All alternatives are asked for, which no objective chooses among.
  /// - Returns: What is asked, before its consignment's network is known.
  mutating func objective(
    _ asked: ObjectiveRequest, of consignment: Consignment, hasCriteria: Bool = false
  ) -> ObjectiveReading {
    var read = ObjectiveReading()
    let isGeneralized =
      asked.objective.map { $0 == ObjectiveReading.Goal.generalized.rawValue }
      ?? (!hasCriteria && !Objective.isUsuallyTime(consignment.cargoClass))
    if asked.valueOfTime != nil || asked.carbonPrice != nil, !isGeneralized {
      add("usage.prices_alone")
    }
    read.goal = asked.objective.flatMap { choice($0, "--objective", ObjectiveReading.Goal.self) }
    read.valueOfTime = asked.valueOfTime.flatMap { amount($0, "--value-of-time", example: "70") }
      .map { Money(rounding: $0 * 100) }
    read.carbonPrice = asked.carbonPrice.flatMap { amount($0, "--carbon-price", example: "80") }
      .map { Money(rounding: $0 * 100) }
    return read
  }
}
