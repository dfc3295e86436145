// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import RoutingCore

/// What an arc of the kernel's graph stands for: enough to print its legs.
struct ArcMeaning: Sendable {
  enum Kind: UInt8, Sendable {
    case pickup, drayage, lineHaul, seat, exportClearance, importClearance, delivery
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
  /// Handling before the truck leaves, in seconds; part of the arc's travel.
  var handlingSeconds: Int32 = 0
  var handling = LegCharge()
  /// Seconds between the cut-off and the departure.
  var lead: Int32 = 0
  var main = LegCharge()
  var quality = Quality.measured
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

  static func node(_ state: CargoState, at place: ID<Place>) -> ID<Node> {
    ID(place.index * allCases.count + state.rawValue)
  }

  /// The state of a node of layer 0.
  init(node: Int) { self = Self.allCases[node % Self.allCases.count] }

  static func place(of node: ID<Node>) -> ID<Place> { ID(node.index / allCases.count) }
}
