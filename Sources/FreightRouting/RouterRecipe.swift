// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// What a router is made of, so that it can be made again with something undone.
struct RouterRecipe {
  var network: Network
  var options: RoutingOptions
  var changes: [RouterChange]
  let horizonSeconds: Int64
  private let consignment: Consignment
  private let home: ID<Place>
  private let week: CivilDate
  private let ways: RoadWays

  init(_ router: Router, changes: [RouterChange]) {
    (network, options) = (router.network, router.options)
    (consignment, ways, self.changes) = (router.consignment, router.ways, changes)
    horizonSeconds = router.horizonSeconds
    home =
      router.network.places.indices.map { ID<Place>($0) }.first {
        router.network.territory(of: $0).customsArea == router.homeArea
      } ?? ID(0)
    // The router was made with the zone: it is there.
    let zone = try? TimeZoneRules.load(router.network.header.homeTimeZone)
    week = zone?.local(router.epoch).date ?? router.network.header.referenceWeek
  }

  /// With the changes compiled in; what touches nothing is left out.
  func router() throws -> Router {
    let router = try Router(
      network: network, consignment: consignment, origin: home, options: options, week: week,
      ways: ways)
    return changes.isEmpty
      ? router : try router.compiled(with: changes, skipsWhatTouchesNothing: true)
  }

  /// The same with one thing taken back.
  func undoing(_ undoing: ProvenReasons.Undoing) throws -> Router {
    var other = self
    switch undoing {
    case .changes(let numbers):
      other.changes = changes.indices.filter { !numbers.contains($0) }.map { changes[$0] }
    case .without(let names): other.options.without.subtract(names)
    case .closures(let numbers):
      other.network.closures = network.closures.indices
        .filter { !(numbers?.contains($0) ?? true) }.map { network.closures[$0] }
    case .horizon(let seconds): other.options.horizonSeconds = seconds
    case .validity(let services):
      for number in network.services.indices where services?.contains(ID(number)) ?? true {
        (other.network.services[number].validFrom, other.network.services[number].validTo) =
          (nil, nil)
      }
    case .onlyLive: other.options.liveServicesOnly = false
    case .assumedInterline: other.options.withoutAssumedInterline = false
    case .status(let services):
      for number in network.services.indices
      where !network.services[number].status.runs && services?.contains(ID(number)) ?? true {
        other.network.services[number].status = .unconfirmed
      }
    case .rights(let pairs):
      for pair in pairs.map(Array.init) ?? missingRights { other.grant(pair) }
    }
    return try other.router()
  }

  private mutating func grant(_ pair: ProvenReasons.RightNeeded) {
    let service = network.services[pair.service]
    network.rights.append(
      TrafficRight(
        carrier: service.carrier, service: pair.service, from: pair.from, to: pair.to, freedom: 5,
        provenance: service.provenance))
  }

  /// Calls of services between which their carrier may not load and unload.
  private var missingRights: [ProvenReasons.RightNeeded] {
    let rules = RuleBook(network, consignment)
    return network.services.indices.flatMap { number -> [ProvenReasons.RightNeeded] in
      let service = network.services[number]
      guard service.status.runs, service.capacity[consignment.cargoClass] != nil else { return [] }
      let calls = service.stops.filter { !$0.isPassage }.map(\.place)
      return calls.indices.flatMap { first in
        calls[(first + 1)...].compactMap { to in
          let pair = ProvenReasons.RightNeeded(service: ID(number), from: calls[first], to: to)
          return calls[first] == to || rules.mayCarry(pair.service, from: pair.from, to: to)
            ? nil : pair
        }
      }
    }
  }
}

extension Router {
  /// A router of the same network with changes compiled in: for every objective, alternatives,
  /// demanded ways and deadlines.
  ///
  /// Answers as a search with the resolved changes does, which is made much faster and goes by time.
  ///
  /// - Parameter changes: What is to differ.
  /// - Returns: With the same week, horizon, options and ways.
  /// - Throws: `RouterChangeFaults` with everything that names nothing, or touches nothing;
  ///   `TimeZoneFault`.
  /// - Complexity: That of a router.
  public func compiled(with changes: [RouterChange]) throws -> Router {
    try compiled(with: changes, skipsWhatTouchesNothing: false)
  }

  /// Likewise, where a change may be meant for another router of the same network.
  package func compiled(
    with changes: [RouterChange], skipsWhatTouchesNothing: Bool
  ) throws -> Router {
    var plan = ChangePlan(self)
    for (number, change) in changes.enumerated() { plan.read(change, number: number) }
    if skipsWhatTouchesNothing { plan.faults.removeAll { $0.reason == .matchesNothing } }
    guard plan.faults.isEmpty else { throw RouterChangeFaults(faults: plan.faults) }
    return try Router(self, edited: plan)
  }

  /// Whether a way uses an element of the network.
  func uses(_ element: NetworkElement, _ way: Itinerary) -> Bool {
    way.legs.contains { leg in
      let service = leg.kind == .mainHaul ? leg.service.map { network.services[$0] } : nil
      let link = network.links.first { $0.id == leg.row }
      switch element {
      case .service(let id): return leg.service == id
      case .place(let id):
        return leg.from == id || leg.to == id
          || service?.stops.contains { $0.isPassage && $0.place == id } ?? false
      case .link(let id): return network.links[id].id == leg.row
      case .passage(let name):
        return service?.passages.contains(name) ?? false
          || service?.stops.contains {
            $0.isPassage && network.places[$0.place].id == name
          } ?? false || link?.passages.contains(name) ?? false
      }
    }
  }

  func name(of element: NetworkElement) -> String {
    switch element {
    case .service(let id): network.services[id].id
    case .place(let id): network.places[id].id
    case .link(let id): network.links[id].id
    case .passage(let name): name
    }
  }
}
