// SPDX-License-Identifier: GPL-3.0-or-later
public import Coverage
public import FreightModel
import FreightRouting

/// Asks one network what a comparison asks.
public struct AnswerRun: Sendable {
  public var name: String
  public var title: LocalizedText
  public var network: Network
  public var query: CoverageQuery
  /// Compute the cells of the map.
  public var drawsSurface = true
  /// Of the base's cells; the network's own where nil.
  public var grids: SurfaceGrids?
  /// Re-run with changed assumptions.
  public var triesSwings = true
  /// Called on any thread with searches done and searches in all.
  public var progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }

  public init(name: String, title: LocalizedText, network: Network, query: CoverageQuery) {
    self.name = name
    self.title = title
    self.network = network
    self.query = query
  }

  /// The circle, the basket and the demand; the same for any number of threads.
  ///
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  public func run() throws -> NetworkAnswer {
    var circle = CircleComputation(network: network, query: query)
    circle.drawsSurface = drawsSurface
    circle.grids = grids
    circle.triesSwings = triesSwings
    circle.progress = progress
    let ways = RoadWays(network)
    circle.ways = ways
    var runs = JourneyRuns(network: network, query: query, ways: ways)
    return NetworkAnswer(
      name: name, title: title, network: network, circle: try circle.run(),
      basket: try BasketAnswer.run(&runs), demand: try DemandAnswer.run(&runs))
  }
}
