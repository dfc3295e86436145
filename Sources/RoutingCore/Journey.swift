// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// A way from a source to a target with all its times.
public struct Journey: Sendable, Hashable {
  public struct Step: Sendable, Hashable {
    public var arc: ID<Arc>
    public var traversal: Traversal

    public init(arc: ID<Arc>, traversal: Traversal) {
      self.arc = arc
      self.traversal = traversal
    }
  }

  /// In the order of travel; empty where the target is the source.
  public var steps: [Step]
  /// When the cargo was ready at the source, seconds since the graph's epoch.
  public var start: Int32
  /// When it stands at the target.
  public var arrival: Int32
  /// Fen; as `ArcCharge` sums them, with what is not known.
  public var cost: Int64
  /// Grams, likewise.
  public var co2e: Int64

  public init(steps: [Step], start: Int32, arrival: Int32, cost: Int64, co2e: Int64) {
    self.steps = steps
    self.start = start
    self.arrival = arrival
    self.cost = cost
    self.co2e = co2e
  }
}
