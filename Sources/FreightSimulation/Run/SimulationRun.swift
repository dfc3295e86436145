// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
public import FreightModel
public import Quantities

/// A network's capacity simulation: planned and compiled once, run as often as asked.
public struct SimulationRun: Sendable {
  public let query: SimulationQuery
  public let system: FreightSystem
  private let book: ReplanBook
  /// Moment from which a run is measured: the start of the reference week.
  public var measuredFrom: Instant { system.start + Int64(query.warmupDays) * secondsPerDay }

  /// - Parameters:
  ///   - network: What is simulated.
  ///   - query: How long, how often, with what changed.
  ///   - plans: Of a network with the same services, places and rows of demand; nil plans anew.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  public init(_ network: Network, _ query: SimulationQuery, plans: RoutePlans? = nil) throws {
    self.query = query
    let plans = try plans ?? RoutePlans(network, depth: query.depth, threads: query.threads)
    system = try FreightSystem(plans, network, query)
    book = ReplanBook(plans)
  }

  /// Runs replications with these numbers, spread over the query's threads.
  ///
  /// - Returns: In the order of the numbers, the same for every number of threads.
  public func run(_ replications: Range<Int>) -> [ReplicationResult] {
    replicate(replications.count, threads: query.threads) { number in
      system.run(query, replication: replications.lowerBound + number, book: book)
    }
  }
}
