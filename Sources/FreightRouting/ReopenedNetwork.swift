// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
public import FreightModel
public import Quantities

/// A router's network with everything open, to say what is closed where that alone is the reason.
public struct ReopenedNetwork: Sendable {
  private let open: Router

  /// Nil where nothing of the network is closed.
  ///
  /// - Parameter router: Of the network as it is.
  /// - Throws: As `Router.init`.
  public init?(_ router: Router) throws {
    guard !router.network.closures.isEmpty else { return nil }
    var network = router.network
    network.closures = []
    let home = network.places.indices.map { ID<Place>($0) }.first {
      network.territory(of: $0).customsArea == router.homeArea
    }
    let week = try TimeZoneRules.load(network.header.homeTimeZone).local(router.epoch).date
    open = try Router(
      network: network, consignment: router.consignment, origin: home ?? ID(0),
      options: router.options, week: week, ways: router.ways)
    closures = router.network.closures
  }

  private let closures: [Closure]

  /// What is closed of the way that there would be; nil where there would be none either.
  ///
  /// - Complexity: A search.
  public func reason(
    from origin: ID<Place>, to target: ID<Place>, readyAt: Instant
  ) -> Unreachable? {
    var search = RouterSearch(open)
    search.run(from: origin, readyAt: readyAt)
    guard let way = search.itinerary(to: target) else { return nil }
    let used = closures.filter { uses($0.element, way) }
    // What is closed for good says more than what is closed now and then.
    let forGood = used.filter { $0.isContinuous && $0.to == nil }
    let names = (forGood.isEmpty ? used : forGood).map { name($0.element) }
    let unique = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    guard !unique.isEmpty else { return nil }
    let place = open.network.places[target]
    return Unreachable(
      code: "unreachable.closed",
      arguments: [
        Messages.name(en: place.nameEN, zh: place.nameZH), unique.joined(separator: ", "),
      ])
  }

  private func uses(_ element: NetworkElement, _ way: Itinerary) -> Bool {
    way.legs.contains { leg in
      let service = leg.kind == .mainHaul ? leg.service.map { open.network.services[$0] } : nil
      let link = open.network.links.first { $0.id == leg.row }
      switch element {
      case .service(let id): return leg.service == id
      case .place(let id):
        return leg.from == id || leg.to == id
          || service?.stops.contains { $0.isPassage && $0.place == id } ?? false
      case .link(let id): return open.network.links[id].id == leg.row
      case .passage(let name):
        return service?.passages.contains(name) ?? false
          || service?.stops.contains {
            $0.isPassage && open.network.places[$0.place].id == name
          } ?? false || link?.passages.contains(name) ?? false
      }
    }
  }

  private func name(_ element: NetworkElement) -> String {
    switch element {
    case .service(let id): open.network.services[id].id
    case .place(let id): open.network.places[id].id
    case .link(let id): open.network.links[id].id
    case .passage(let name): name
    }
  }
}
