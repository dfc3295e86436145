// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Catalogue
import FreightModel
import FreightRouting
import Quantities

/// What is best, and what narrows the alternatives.
struct AlternativeOptions: ParsableArguments {
  @Option(name: .long, help: help("criteria", "time,cost,co2e"))
  var criteria: String?

  @Option(name: .customLong("max-cost"), help: help("max_cost", "CNY"))
  var maxCost: String?

  @Option(name: .customLong("max-co2e"), help: help("max_co2e", "KG"))
  var maxCO2e: String?

  @Option(name: .long, help: help("slack", "cost=0.5,co2e=0.05"))
  var slack: String?

  @Option(name: .customLong("max-legs"), help: help("max_legs", "N"))
  var maxLegs: String?

  @Option(name: .customLong("label-budget"), help: help("label_budget", "N"))
  var labelBudget: String?

  /// Reads what is asked for; the faults are in `inputs`.
  func read(
    _ objective: ObjectiveOptions, _ cargo: CargoOptions, _ inputs: inout CommandInputs
  ) -> RouteWish {
    var wish = RouteWish()
    wish.criteria = criteria.flatMap { readCriteria($0, &inputs) }
    wish.objective = objective.read(cargo, hasCriteria: criteria != nil, &inputs)
    if criteria != nil, objective.objective != nil { inputs.add("usage.criteria_and_objective") }
    wish.limits.maxCost = maxCost.flatMap { inputs.amount($0, "--max-cost", example: "900") }
      .map { Money(rounding: $0 * 100) }
    wish.limits.maxCO2e = maxCO2e.flatMap { inputs.amount($0, "--max-co2e", example: "50") }
      .map { Emission(rounding: $0 * 1_000) }
    wish.limits.maxMainHauls = maxLegs.flatMap {
      inputs.wholeNumber($0, "--max-legs", in: 0...99)
    }
    wish.limits.labelBudget = labelBudget.flatMap {
      inputs.wholeNumber($0, "--label-budget", in: 1...999_999_999)
    }
    if let slack { readSlack(slack, &wish.limits, &inputs) }
    return wish
  }

  private func readCriteria(
    _ text: String, _ inputs: inout CommandInputs
  ) -> Set<Criterion>? {
    let words = text.split(separator: ",", omittingEmptySubsequences: false)
    let criteria = words.compactMap { Criterion(rawValue: String($0)) }
    if criteria.count == words.count { return Set(criteria) }
    inputs.add("usage.criteria", text)
    return nil
  }

  private func readSlack(
    _ text: String, _ limits: inout AlternativeLimits, _ inputs: inout CommandInputs
  ) {
    if criteria == nil { inputs.add("usage.slack_alone") }
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let pair = part.split(separator: "=", omittingEmptySubsequences: false)
      guard pair.count == 2, let value = decimal(pair[1]) else {
        return inputs.add("usage.slack", text)
      }
      switch pair[0] {
      case "cost": limits.slackCost = Money(rounding: value * 100)
      case "co2e": limits.slackCO2e = Emission(rounding: value * 1_000)
      default: return inputs.add("usage.slack", text)
      }
    }
  }
}

/// What a route is asked for: all alternatives, or the one that an objective chooses.
struct RouteWish {
  /// Nil is one itinerary.
  var criteria: Set<Criterion>?
  var objective = ObjectiveWish()
  var limits = AlternativeLimits()
}

extension CommandInputs {
  /// A decimal, zero or above.
  mutating func amount(
    _ text: String, _ option: String, example: String
  ) -> Double? {
    let value = decimal(text[...])
    if value == nil { add("usage.amount", option, text, example) }
    return value
  }
}

extension Router {
  /// What was asked for.
  func answer(_ wish: RouteWish, _ asked: Question, readyAt: Instant) -> Alternatives {
    var query = AlternativesQuery(
      origin: asked.origin, destination: asked.destination, readyAt: readyAt, limits: wish.limits)
    if let criteria = wish.criteria {
      query.criteria = criteria
      return alternatives(query)
    }
    let objective = wish.objective.objective(for: consignment, in: network)
    switch objective {
    case .cost, .generalized: return best(objective, query)
    case .time:
      guard wish.limits == AlternativeLimits() else { return best(.time, query) }
      var search = RouterSearch(self)
      search.run(from: asked.origin, readyAt: readyAt)
      return Alternatives(
        itineraries: search.itinerary(to: asked.destination).map { [$0] } ?? [], limitsHit: [],
        labels: 0)
    }
  }

  /// Why there is no answer: the limits, or the network.
  func whyNothing(_ asked: Question, readyAt: Instant) throws -> Unreachable {
    var search = RouterSearch(self)
    search.run(from: asked.origin, readyAt: readyAt)
    guard search.delivery(at: asked.destination) != nil else {
      let closed = try ReopenedNetwork(self)?.reason(
        from: asked.origin, to: asked.destination, readyAt: readyAt)
      return closed ?? whyUnreachable(from: asked.origin, to: asked.destination)
    }
    let place = network.places[asked.destination]
    return Unreachable(
      code: "unreachable.limits",
      arguments: [Messages.name(en: place.nameEN, zh: place.nameZH)])
  }
}
