// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Studies

/// What narrows the alternatives.
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

  var request: AlternativesRequest {
    var request = AlternativesRequest()
    (request.criteria, request.maxCost, request.maxCO2e) = (criteria, maxCost, maxCO2e)
    (request.slack, request.maxLegs, request.labelBudget) = (slack, maxLegs, labelBudget)
    return request
  }
}
