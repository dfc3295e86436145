// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities

/// What an alternative can be better in.
public enum Criterion: String, Sendable, CaseIterable {
  case time, cost, co2e
}

/// What narrows a search for alternatives.
public struct AlternativeLimits: Sendable, Hashable {
  /// No alternative costs more.
  public var maxCost: Money?
  /// No alternative emits more.
  public var maxCO2e: Emission?
  /// An alternative is left out where one that arrives no later is at most this much dearer and `slackCO2e` dirtier.
  public var slackCost: Money
  public var slackCO2e: Emission
  /// Labels that the search may keep; it ends when it has them.
  public var labelBudget: Int?
  /// Main hauls in one itinerary.
  public var maxMainHauls: Int?

  public init(
    maxCost: Money? = nil, maxCO2e: Emission? = nil, slackCost: Money = .zero,
    slackCO2e: Emission = .zero, labelBudget: Int? = nil, maxMainHauls: Int? = nil
  ) {
    self.maxCost = maxCost
    self.maxCO2e = maxCO2e
    self.slackCost = slackCost
    self.slackCO2e = slackCO2e
    self.labelBudget = labelBudget
    self.maxMainHauls = maxMainHauls
  }
}

/// A question for all sensible ways between two places.
public struct AlternativesQuery: Sendable {
  public var origin: ID<Place>
  public var destination: ID<Place>
  public var readyAt: Instant
  /// What the alternatives are compared in; of those that tie in these the earliest, then the cheapest, then the cleanest is given.
  public var criteria: Set<Criterion>
  public var limits: AlternativeLimits

  public init(
    origin: ID<Place>, destination: ID<Place>, readyAt: Instant,
    criteria: Set<Criterion> = Set(Criterion.allCases),
    limits: AlternativeLimits = AlternativeLimits()
  ) {
    self.origin = origin
    self.destination = destination
    self.readyAt = readyAt
    self.criteria = criteria
    self.limits = limits
  }
}

/// Why an answer may lack something.
public enum LimitHit: String, Sendable, CaseIterable {
  /// Ways that arrive later than the last one given were not looked for any more.
  case labelBudget = "label_budget"
  /// Ways that nothing given is as good as may cost more.
  case maxCost = "max_cost"
  case maxCO2e = "max_co2e"
  /// An alternative was left out for one that is nearly as good.
  case slack
  /// Ways that would be cheaper or cleaner may arrive after the horizon.
  case horizon
}

/// All sensible ways between two places.
public struct Alternatives: Sendable {
  /// By arrival, then cost, then CO2e; none is as good as another in all criteria asked for.
  public var itineraries: [Itinerary]
  /// In the order of `LimitHit`.
  public var limitsHit: [LimitHit]
  /// Labels that the search kept.
  public var labels: Int

  public init(itineraries: [Itinerary], limitsHit: [LimitHit], labels: Int) {
    self.itineraries = itineraries
    self.limitsHit = limitsHit
    self.labels = labels
  }
}

/// What one itinerary is chosen for.
public enum Objective: Sendable, Hashable {
  /// Earliest, of these the cheapest, then the cleanest.
  case time
  /// Cheapest, of these the earliest, then the cleanest.
  case cost
  /// Least generalized cost, of these the earliest, then the cheapest, then the cleanest.
  case generalized(GeneralizedCost)
}
