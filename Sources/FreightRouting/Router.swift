// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities
import RoutingCore

/// A network made ready to be searched for one kind of consignment from one customs area.
///
/// Compiled once, then shared by all tasks; `RouterSearch` holds the state of one search. Departures
/// are unrolled from Monday 00:00 of a week, in the network's home zone, for that week of ready times
/// and the horizon after it. Costs that grow with waiting (storage) are not part of the search.
public struct Router: Sendable {
  public let network: Network
  public let consignment: Consignment
  public let options: RoutingOptions
  /// Monday 00:00 of the week, local to the network's home zone.
  public let epoch: Instant
  public let horizonSeconds: Int64
  /// Customs area from which the consignment starts without clearance.
  public let homeArea: String
  /// Shared with routers of the same network for other consignments and options.
  public let ways: RoadWays
  let graph: RoutingGraph
  /// The same graph, laid out for scans.
  let timetable: Timetable
  let meanings: [ArcMeaning]
  /// Row of `meanings` → its two nodes in layer 0.
  let ends: [(tail: Int32, head: Int32)]
  /// What is demanded of the way; nil is nothing.
  let layers: DemandLayers?
  /// Arc → its row in `meanings`; empty where they are the same.
  private let rowOfArc: [Int32]
  let rules: RuleBook

  /// - Parameters:
  ///   - network: What is searched.
  ///   - consignment: What is carried.
  ///   - origin: Any place of the customs area from which searches will start.
  ///   - options: What may not be used, or is taken differently.
  ///   - week: Monday of the first week of ready times.
  ///   - ways: Those of another router of the same network; computed where nil.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone of the network; `ChargeFault` where a leg would
  ///   charge more than a sum can hold.
  /// - Complexity: O(pairs of places within reach + departures unrolled).
  public init(
    network: Network, consignment: Consignment, origin: ID<Place>, options: RoutingOptions,
    week: CivilDate, ways: RoadWays? = nil
  ) throws {
    let compiler = try RouterCompiler(
      network: network, consignment: consignment, origin: origin, options: options, week: week,
      ways: ways ?? RoadWays(network))
    try self.init(compiler)
  }

  /// The router of another with changes in its network and its timetable.
  init(_ other: Router, edited plan: ChangePlan) throws {
    var compiler = try other.compiler(of: plan.network)
    compiler.apply(plan.edits)
    try self.init(compiler)
  }

  private init(_ compiler: consuming RouterCompiler) throws {
    (graph, timetable) = try compiler.compile()
    meanings = compiler.meanings
    ends = compiler.ends
    layers = compiler.layers
    rowOfArc = compiler.rowOfArc
    rules = compiler.rules
    network = compiler.network
    consignment = compiler.consignment
    options = compiler.options
    ways = compiler.ways
    epoch = compiler.epoch
    homeArea = compiler.homeArea
    horizonSeconds = options.horizonSeconds(for: consignment, in: network)
  }

  /// Arcs of the search graph, for benchmarks and reports.
  public var arcCount: Int { graph.arcCount }

  func meaning(of arc: ID<Arc>) -> ArcMeaning {
    meanings[rowOfArc.isEmpty ? arc.index : Int(rowOfArc[arc.index])]
  }
}
