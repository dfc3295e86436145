// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// What datapackage.json says of the whole network.
public struct NetworkHeader: Sendable, Hashable {
  public var name: String
  public var titleEN: String
  public var titleZH: String
  public var version: String
  /// Version of the table format.
  public var format: Int
  /// IANA zone in which the reference week begins.
  public var homeTimeZone: String
  /// Monday of the reference week.
  public var referenceWeek: CivilDate
  /// The week whose state and prices the network holds, such as `2025-W46`.
  public var stateDate: String
  public var currency: String
  /// The city whose circle is drawn; it is no target of its own circle.
  public var homeCity: String?
  /// Credits that exports must carry, such as GeoNames'.
  public var notices: [String]

  public init(
    name: String, titleEN: String = "", titleZH: String = "", version: String = "1.0.0",
    format: Int = 1, homeTimeZone: String, referenceWeek: CivilDate, stateDate: String = "",
    currency: String = "CNY", homeCity: String? = nil, notices: [String] = []
  ) {
    self.name = name
    self.titleEN = titleEN
    self.titleZH = titleZH
    self.version = version
    self.format = format
    self.homeTimeZone = homeTimeZone
    self.referenceWeek = referenceWeek
    self.stateDate = stateDate
    self.currency = currency
    self.homeCity = homeCity
    self.notices = notices
  }
}

/// A freight network: the value that routing, coverage, simulation and assignment read.
///
/// Every `ID` is the position of a row in the array of its type. Rows are sorted by their ids (by
/// their keys where they have none), so that the order of rows in a file changes no result.
public struct Network: Sendable {
  public var header: NetworkHeader
  public var territories: [Territory]
  /// Territory → market, such as `europe`; tariffs are quoted by it.
  public var markets: [String]
  public var places: [Place]
  public var openingHours: [OpeningHours]
  public var terminals: [Terminal]
  public var handlings: [Handling]
  public var resources: [Resource]
  public var links: [Link]
  public var crossings: [FixedCrossing]
  public var carriers: [Carrier]
  public var rights: [TrafficRight]
  public var slotRules: [SlotRule]
  public var services: [Service]
  public var serviceExceptions: [ServiceException]
  public var closures: [Closure]
  /// What may fail; only the simulation reads it.
  public var disruptions: [Disruption]
  public var modeRules: [ModeRule]
  public var lineHauls: [LineHaulRule]
  public var roadRules: [RoadRule]
  public var driverRules: [DriverRule]
  public var clearances: [ClearanceRule]
  public var doors: [DoorRule]
  public var hubs: [HubRule]
  /// Others' traffic at resources; only the simulation reads it, and the three that follow.
  public var backgrounds: [Background]
  public var loads: [BackgroundLoad]
  public var profiles: [Profile]
  public var inspections: [InspectionRule]
  public var tariffs: [Tariff]
  public var emissionFactors: [EmissionFactor]
  public var tiers: [Tier]
  public var targets: [Target]
  public var demands: [Demand]
  /// What comparisons route.
  public var basket: [BasketItem]
  public var parameters: [Parameter]
  public var checks: [Check]
  /// Road distances measured on a road graph, in kilometres, in place of geodesic × circuity;
  /// both directions are stored.
  public var roadDistances: [PlacePair: Double]

  public struct PlacePair: Hashable, Sendable {
    public var from, to: ID<Place>
    public init(_ from: ID<Place>, _ to: ID<Place>) { (self.from, self.to) = (from, to) }
  }

  public init(
    header: NetworkHeader, territories: [Territory] = [], markets: [String]? = nil,
    places: [Place] = [], openingHours: [OpeningHours] = [], terminals: [Terminal] = [],
    handlings: [Handling] = [], resources: [Resource] = [], links: [Link] = [],
    crossings: [FixedCrossing] = [], carriers: [Carrier] = [], rights: [TrafficRight] = [],
    slotRules: [SlotRule] = [], services: [Service] = [],
    serviceExceptions: [ServiceException] = [], closures: [Closure] = [],
    disruptions: [Disruption] = [], modeRules: [ModeRule] = [],
    lineHauls: [LineHaulRule] = [], roadRules: [RoadRule] = [], driverRules: [DriverRule] = [],
    clearances: [ClearanceRule] = [], doors: [DoorRule] = [], hubs: [HubRule] = [],
    backgrounds: [Background] = [], loads: [BackgroundLoad] = [], profiles: [Profile] = [],
    inspections: [InspectionRule] = [],
    tariffs: [Tariff] = [], emissionFactors: [EmissionFactor] = [], tiers: [Tier] = [],
    targets: [Target] = [], demands: [Demand] = [], basket: [BasketItem] = [],
    parameters: [Parameter] = [],
    checks: [Check] = [], roadDistances: [PlacePair: Double] = [:]
  ) {
    self.header = header
    self.territories = territories
    self.markets = markets ?? territories.map { _ in "" }
    self.places = places
    self.openingHours = openingHours
    self.terminals = terminals
    self.handlings = handlings
    self.resources = resources
    self.links = links
    self.crossings = crossings
    self.carriers = carriers
    self.rights = rights
    self.slotRules = slotRules
    self.services = services
    self.serviceExceptions = serviceExceptions
    self.closures = closures
    self.disruptions = disruptions
    self.modeRules = modeRules
    self.lineHauls = lineHauls
    self.roadRules = roadRules
    self.driverRules = driverRules
    self.clearances = clearances
    self.doors = doors
    self.hubs = hubs
    self.backgrounds = backgrounds
    self.loads = loads
    self.profiles = profiles
    self.inspections = inspections
    self.tariffs = tariffs
    self.emissionFactors = emissionFactors
    self.tiers = tiers
    self.targets = targets
    self.demands = demands
    self.basket = basket
    self.parameters = parameters
    self.checks = checks
    self.roadDistances = roadDistances
  }
}

extension Network {
  /// The place with this id.
  ///
  /// - Complexity: O(log *n*): places are sorted by id.
  public func findPlace(_ id: String) -> ID<Place>? {
    findRow(id, count: places.count) { places[$0].id }
  }

  /// The service with this id.
  ///
  /// - Complexity: O(log *n*): services are sorted by id.
  public func findService(_ id: String) -> ID<Service>? {
    findRow(id, count: services.count) { services[$0].id }
  }

  /// The value of a numeric parameter, or what stands for it where the network has none.
  public func parameter(_ id: String, default fallback: Double) -> Double {
    parameters.first { $0.id == id }?.value ?? fallback
  }

  public func territory(of place: ID<Place>) -> Territory {
    territories[places[place].territory]
  }

  private func findRow<Row>(_ id: String, count: Int, at: (Int) -> String) -> ID<Row>? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if at(middle).utf8.lexicographicallyPrecedes(id.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < count && at(low) == id ? ID(low) : nil
  }
}
