// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import RoutingCore

/// What an arc of the kernel's graph stands for: enough to print its legs.
struct ArcMeaning: Sendable {
  enum Kind: UInt8, Sendable {
    case pickup, drayage, lineHaul, seat, exportClearance, importClearance, delivery
    /// Work between what brought the cargo and the road.
    case handling
    /// No move: cargo that has come in any way may board.
    case boarding
    /// A terminal as destination: cargo that stands there is delivered.
    case standing
  }
  /// The row an arc rests on.
  enum Row: Sendable {
    case none
    case link(ID<Link>)
    case service(ID<Service>)
    case lineHaul(Int)
    case clearance(Int)
  }
  var kind: Kind
  var from: ID<Place>
  var to: ID<Place>
  var mode: Mode?
  var row = Row.none
  /// Of line-haul over a listed link.
  var link: ID<Link>?
  /// Of a seat: numbers of its two stops among the service's.
  var boards = 0
  var alights = 0
  var distanceKM = 0.0
  /// Seconds between the cut-off and the departure.
  var lead: Int32 = 0
  var main = LegCharge()
  /// Of what moves: service, departures, stop times, rule.
  var quality = Quality.measured
  /// Of the waits before it, and of the release and waits after it.
  var before = Quality.measured
  var after = Quality.measured
}

/// How many nodes a place has in the graph, and which is which.
enum CargoState: Int, CaseIterable, Sendable {
  /// In free circulation (layer H in the origin's customs area, layer M elsewhere), phase A and D.
  case freeA, freeD
  /// Export-cleared, in transit.
  case transitA, transitD
  case delivered
  /// Ready at the consignor.
  case ready
  /// Came by a service of the mode, and is not yet handled for the road.
  case freeRail, freeRiver, freeSea, freeAir
  case transitRail, transitRiver, transitSea, transitAir
  /// About to board a service, however it came.
  case freeBoarding, transitBoarding

  /// Export-cleared: whatever brought the cargo, and about to board too.
  var isInTransit: Bool {
    switch self {
    case .transitA, .transitD, .transitRail, .transitRiver, .transitSea, .transitAir,
      .transitBoarding:
      true
    case .freeA, .freeD, .delivered, .ready, .freeRail, .freeRiver, .freeSea, .freeAir,
      .freeBoarding:
      false
    }
  }

  /// What a service of the mode brings: trucks that carry on a timetable need no handling for the road.
  static func landed(by mode: Mode, inTransit: Bool) -> CargoState {
    switch mode {
    case .road: inTransit ? .transitA : .freeA
    case .rail: inTransit ? .transitRail : .freeRail
    case .river: inTransit ? .transitRiver : .freeRiver
    case .sea: inTransit ? .transitSea : .freeSea
    case .air: inTransit ? .transitAir : .freeAir
    }
  }

  static func node(_ state: CargoState, at place: ID<Place>) -> ID<Node> {
    ID(place.index * allCases.count + state.rawValue)
  }

  /// The state of a node of layer 0.
  init(node: Int) { self = Self.allCases[node % Self.allCases.count] }

  static func place(of node: ID<Node>) -> ID<Place> { ID(node.index / allCases.count) }
}
