// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities
import Stochastics

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
      base: base.map(\.delayHoursPerTonne), changed: changed.map(\.delayHoursPerTonne))
    withinTier = PairedDifference(
      base: base.map(\.percentWithinTier), changed: changed.map(\.percentWithinTier))
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
  ///
  /// - Note: S. Holm, *Scandinavian Journal of Statistics* 6 (1979).
  public static func correct(_ values: inout [ServerValue]) {
    correct(&values, \.delay)
    correct(&values, \.withinTier)
  }

  private static func correct(
    _ values: inout [ServerValue], _ figure: WritableKeyPath<ServerValue, PairedDifference>
  ) {
    // All have the same degrees of freedom, so the least p-value is the largest |t|.
    let order = values.indices.sorted {
      let (a, b) = (values[$0][keyPath: figure].t, values[$1][keyPath: figure].t)
      return a != b ? a > b : $0 < $1
    }
    var holds = true
    for (rank, index) in order.enumerated() {
      let value = values[index][keyPath: figure]
      let level = 0.05 / Double(values.count - rank)
      holds =
        holds && value.difference.n > 1
        && value.t > studentQuantile(1 - level / 2, degrees: value.difference.n - 1)
      values[index][keyPath: figure].isSignificant = holds
    }
  }
}

/// A difference of runs with common random numbers.
public struct PairedDifference: Sendable, Hashable {
  public var base: Estimate
  public var changed: Estimate
  /// Changed less base, pair by pair.
  public var difference: Estimate
  /// Variance that independent runs would have had over that of the pairs; nil where a pair never differs.
  public var varianceRatio: Double?
  /// After Holm's correction, where it was made.
  public var isSignificant: Bool
  /// |mean| over its standard error; infinite where all pairs differ alike, 0 where none differs.
  public var t: Double

  public init(base: [Double], changed: [Double]) {
    let pairs = zip(base, changed).map { $1 - $0 }
    self.base = Estimate(base)
    self.changed = Estimate(changed)
    difference = Estimate(pairs)
    let own = Self.variance(pairs)
    varianceRatio = own > 0 ? (Self.variance(base) + Self.variance(changed)) / own : nil
    let mean = abs(difference.mean)
    t =
      mean == 0 || pairs.count < 2
      ? 0 : own > 0 ? mean / (own / Double(pairs.count)).squareRoot() : .infinity
    isSignificant = pairs.count > 1 && mean > 0 && (difference.lo > 0 || difference.hi < 0)
  }

  private static func variance(_ values: [Double]) -> Double {
    guard values.count > 1 else { return 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }
}

extension ReplicationResult {
  /// What `sim.delay` is the mean of.
  public var delayHoursPerTonne: Double {
    tonnesDelivered > 0 ? delays.reduce(0) { $0 + $1.tonneHours } / tonnesDelivered : 0
  }

  /// What `sim.within_tier` is the mean of.
  public var percentWithinTier: Double {
    let tiers = lanes.filter { $0.tierSeconds > 0 }
    let judged = tiers.reduce(0) { $0 + $1.judged }
    return judged > 0 ? 100 * Double(tiers.reduce(0) { $0 + $1.withinTier }) / Double(judged) : 0
  }
}
