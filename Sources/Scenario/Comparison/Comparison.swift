// SPDX-License-Identifier: GPL-3.0-or-later
public import Catalogue
public import Coverage
public import FreightModel
public import FreightRouting

/// A text in both languages.
public struct LocalizedText: Sendable, Hashable {
  public var en: String
  public var zh: String

  public init(en: String, zh: String) { (self.en, self.zh) = (en, zh) }

  public func text(in language: Language) -> String { language == .zh && !zh.isEmpty ? zh : en }
}

/// What one network answers to the questions of a comparison.
public struct NetworkAnswer: Sendable {
  /// Name of the scenario, or of the network.
  public var name: String
  public var title: LocalizedText
  public var network: Network
  /// With swings; with the cells of the map where one was asked for.
  public var circle: CoverageResult
  /// In the order of the base's basket.
  public var basket: [BasketAnswer]
  /// Nil where the network has no demand.
  public var demand: DemandAnswer?

  public init(
    name: String, title: LocalizedText, network: Network, circle: CoverageResult,
    basket: [BasketAnswer], demand: DemandAnswer?
  ) {
    self.name = name
    self.title = title
    self.network = network
    self.circle = circle
    self.basket = basket
    self.demand = demand
  }
}

/// One consignment of the basket, over the ready times of the week.
public struct BasketAnswer: Sendable {
  /// Id of the basket's row.
  public var id: String
  public var name: LocalizedText
  public var consignment: Consignment
  public var objective: Objective
  /// Ids, for a scenario numbers its places anew.
  public var originID, destinationID: String
  /// Door-to-door seconds, nearest rank over the counted ready times; nil is infinite.
  public var p50, p80, p95: Int64?
  /// The itinerary at the rank of the statistic.
  public var itinerary: Itinerary?
  /// Catalogue key and arguments of the reason where there is none.
  public var reason: (code: String, arguments: [String])?

  public init(
    id: String, name: LocalizedText, consignment: Consignment, objective: Objective,
    originID: String, destinationID: String
  ) {
    self.id = id
    self.name = name
    self.consignment = consignment
    self.objective = objective
    self.originID = originID
    self.destinationID = destinationID
  }
}

/// The yearly demand, each row carried by its itinerary at the rank of the statistic.
///
/// Nothing is full: capacities are the simulation's and the assignment's concern.
public struct DemandAnswer: Sendable {
  public struct ModeFlow: Sendable, Hashable {
    public var mode: Mode
    public var tonneKM: Double
    /// Tonnes CO2e a year, of the hauls of this mode.
    public var co2eTonnes: Double
    public init(mode: Mode, tonneKM: Double, co2eTonnes: Double) {
      self.mode = mode
      self.tonneKM = tonneKM
      self.co2eTonnes = co2eTonnes
    }
  }
  public struct GatewayFlow: Sendable, Hashable {
    /// Id of the place; nil is by road alone.
    public var gatewayID: String?
    public var tonnes: Double
    public init(gatewayID: String?, tonnes: Double) {
      self.gatewayID = gatewayID
      self.tonnes = tonnes
    }
  }
  /// Hours that cargo stands at a place for one cause.
  public struct Wait: Sendable, Hashable {
    public var placeID: String
    public var cause: Leg.Cause
    /// Tonnes × hours a year.
    public var tonneHours: Double
    public init(placeID: String, cause: Leg.Cause, tonneHours: Double) {
      self.placeID = placeID
      self.cause = cause
      self.tonneHours = tonneHours
    }
  }
  /// Tonnes a year of rows that have an itinerary, and of those that have none.
  public var tonnesServed, tonnesUnserved: Double
  /// Mean door-to-door hours at the rank, weighted by tonnes served.
  public var meanHours: Double
  /// Over the tonnes whose cost is known; nil where it is of none.
  public var meanCostPerTonne: Double?
  /// Tonnes served by ways whose cost, or CO2e, is not known; they are in neither figure.
  public var tonnesUnpriced = 0.0
  public var tonnesWithoutFactor = 0.0
  /// Tonnes CO2e a year, whole itineraries.
  public var co2eTonnes: Double
  /// Sorted by mode.
  public var modes: [ModeFlow]
  /// The most tonnes first, then by id.
  public var gateways: [GatewayFlow]
  /// The bottleneck ranking: most tonne-hours first, then by id and cause.
  public var waits: [Wait]

  public init() {
    (tonnesServed, tonnesUnserved, meanHours, co2eTonnes) = (0, 0, 0, 0)
    (modes, gateways, waits) = ([], [], [])
  }
}

/// A scenario's answer beside what it changes.
public struct ScenarioAnswer: Sendable {
  public var answer: NetworkAnswer
  public var question: LocalizedText
  /// What it changes in words, one sentence for each change.
  public var changes: [LocalizedText]
  /// The rows that it touches.
  public var edits: [RowEdit]
  /// Why nothing differs; nil where something does.
  public var unchangedBecause: LocalizedText?

  public init(
    answer: NetworkAnswer, question: LocalizedText, changes: [LocalizedText], edits: [RowEdit]
  ) {
    self.answer = answer
    self.question = question
    self.changes = changes
    self.edits = edits
  }
}

/// A base and scenarios that were asked the same.
public struct Comparison: Sendable {
  public var base: NetworkAnswer
  public var scenarios: [ScenarioAnswer]

  public init(base: NetworkAnswer, scenarios: [ScenarioAnswer]) {
    self.base = base
    self.scenarios = scenarios
  }
}
