// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities

/// What is simulated, and how often.
public struct SimulationQuery: Sendable, Hashable {
  /// Days measured, from the Monday of the reference week on.
  public var days = 364
  /// Days before, in which the network fills; nothing of them is measured.
  public var warmupDays = 84
  public var replications = 5
  public var seed: UInt64 = 1
  public var threads = 1
  /// Factor on the demand table.
  public var demandFactor = 1.0
  /// Row of `Network.resources` → servers on top of the table's.
  public var extraServers: [Int: Int] = [:]
  /// Service → factor on its capacity.
  public var capacityFactors: [ID<Service>: Double] = [:]
  /// Ways kept of each row of demand, in fives of each ranking.
  public var depth = 3
  /// Places whose arrivals and departures are told event by event, in the first replication.
  public var logsEvents = false
  /// Rows of `Network.resources` whose backlog is noted every hour after the warm-up.
  public var hourlyResources: Set<Int> = []
  /// Keeps what became of every lot that was ready after the warm-up.
  public var keepsLots = false

  /// Circle whose tiers set each city's hours; nil is the class's own (`CityTargets.usualCircle`).
  public var circle: String?
  /// Set of targets that says which tier a city has; nil is the network's usual one.
  public var targetSet: String?

  public init() {}
}
