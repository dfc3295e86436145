// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities
public import Stochastics

/// What one more server, or a little more capacity of a service, changes; both runs met the same luck.
public struct ServerValue: Sendable, Hashable {
  public enum Change: Sendable, Hashable {
    /// One more server; row of the network's resources.
    case server(resource: Int)
    /// A tenth more capacity of every departure.
    case capacity(service: ID<Service>)
  }

  public var change: Change
  /// Hours of delay per tonne, changed less base.
  public var delay: PairedDifference
  /// Percentage points of lots within their tier's time.
  public var withinTier: PairedDifference

  public static let capacityFactor = 1.1

  /// - Parameters:
  ///   - change: What differs.
  ///   - base: Replications without the change.
  ///   - changed: The same numbers with it.
  public init(_ change: Change, base: [ReplicationResult], changed: [ReplicationResult]) {
    self.change = change
    delay = PairedDifference(
      base: base.map(\.delayHoursPerTonne), changed: changed.map(\.delayHoursPerTonne),
      within: 0 ... .infinity)
    withinTier = PairedDifference(
      base: base.map(\.percentWithinTier), changed: changed.map(\.percentWithinTier),
      within: 0...100)
  }

  /// What the largest bottlenecks wait for, each once: resources get a server, services capacity.
  public static func candidates(_ result: SimulationResult, count: Int) -> [Change] {
    var changes: [Change] = []
    for bottleneck in result.bottlenecks where changes.count < count {
      let owner = bottleneck.owner
      let change: Change?
      if owner.cause == .queue, let resource = owner.resource {
        change = .server(resource: resource)
      } else if owner.cause == .rollover, let service = owner.service {
        change = .capacity(service: service)
      } else {
        change = nil
      }
      if let change, !changes.contains(change) { changes.append(change) }
    }
    return changes
  }

  /// Marks what stays significant at 5 % when all the differences are read together.
  public static func correct(_ values: inout [ServerValue]) {
    correct(&values, \.delay)
    correct(&values, \.withinTier)
  }

  private static func correct(
    _ values: inout [ServerValue], _ figure: WritableKeyPath<ServerValue, PairedDifference>
  ) {
    var differences = values.map { $0[keyPath: figure] }
    PairedDifference.correct(&differences)
    for (index, difference) in differences.enumerated() {
      values[index][keyPath: figure] = difference
    }
  }
}

extension ReplicationResult {
  /// What `sim.delay` is the mean of.
  public var delayHoursPerTonne: Double {
    tonnesReady > 0 ? delays.reduce(0) { $0 + $1.tonneHours } / tonnesReady : 0
  }

  /// What `sim.within_tier` is the mean of.
  public var percentWithinTier: Double {
    let tiers = lanes.filter { $0.tierSeconds > 0 }
    let judged = tiers.reduce(0) { $0 + $1.judged }
    return judged > 0 ? 100 * Double(tiers.reduce(0) { $0 + $1.withinTier }) / Double(judged) : 0
  }
}
