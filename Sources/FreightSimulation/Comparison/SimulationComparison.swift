// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities
public import Stochastics

/// A base and a scenario simulated with the same seed, figure by figure; rows are matched by name.
public struct SimulationComparison: Sendable {
  /// Which of the two networks has a row.
  public enum Side: String, Sendable, Hashable { case both, base, scenario }

  public struct Row: Sendable, Hashable {
    public var key: SimulationFigure
    public var side: Side
    /// Scenario less base; of a row that one side lacks only the other side's estimate means anything.
    public var difference: PairedDifference
    /// p-value after Holm's correction over the family, nil outside it: what is outside is exploratory.
    public var adjustedP: Double?
    /// In some replication so many are not delivered that the figure is infinite.
    ///
    /// Differences then take the length of the run in its place.
    public var isBaseInfinite = false
    public var isScenarioInfinite = false

    public var isHeadline: Bool { adjustedP != nil }
    /// In the family after the correction, outside it by its own interval.
    public var isSignificant: Bool { side == .both && difference.isSignificant }
  }

  public let base: SimulationResult
  public let scenario: SimulationResult
  /// Headline rows first, each group in a fixed order.
  public let rows: [Row]
  /// Indicators read together under Holm's correction.
  public let familySize: Int
  /// Backlog of the closed places; nil where the scenario dates no closure that the base lacks.
  public let backlog: BacklogRecovery?
  /// Lots by gateway in the base and in the scenario.
  public let diversions: LotDiversions
  public var replications: Int { base.replications.count }

  /// - Parameters:
  ///   - base: Replications of the base, whose query kept lots.
  ///   - scenario: The same numbers of the scenario, under the same seed.
  ///   - baseNetwork: What base was run on.
  ///   - scenarioNetwork: What scenario was run on.
  ///   - measuredFrom: Moment at which the measuring of both begins.
  /// - Complexity: O(lots + rows · replications).
  public init(
    base: SimulationResult, scenario: SimulationResult, baseNetwork: Network,
    scenarioNetwork: Network, measuredFrom: Instant
  ) {
    self.base = base
    self.scenario = scenario
    let before = SimulationFigure.values(of: base, in: baseNetwork)
    let after = SimulationFigure.values(of: scenario, in: scenarioNetwork)
    // Hours of the run stand for what is not there by its end: no figure of a run is greater.
    let longest = Double(24 * max(base.query.days, scenario.query.days))
    var rows: [Row] = []
    for key in Set(before.keys).union(after.keys).sorted() {
      let (a, b) = (before[key] ?? [], after[key] ?? [])
      // A replication in which one side has no such figure makes no pair.
      let pairs = zip(a, b).filter { !$0.isNaN && !$1.isNaN }
        .map { (min($0, longest), min($1, longest)) }
      let side: Side =
        !pairs.isEmpty
        ? .both : a.contains { !$0.isNaN } ? .base : .scenario
      var difference = PairedDifference(base: pairs.map(\.0), changed: pairs.map(\.1))
      if side != .both {
        difference.base = Estimate(a.filter { !$0.isNaN })
        difference.changed = Estimate(b.filter { !$0.isNaN })
        guard difference.base.n + difference.changed.n > 0 else { continue }
      }
      var row = Row(key: key, side: side, difference: difference, adjustedP: nil)
      row.isBaseInfinite = a.contains(.infinity)
      row.isScenarioInfinite = b.contains(.infinity)
      rows.append(row)
    }
    let family = rows.indices.filter { rows[$0].key.isHeadline && rows[$0].side == .both }
    let adjusted = holmAdjusted(family.map { rows[$0].difference.pValue })
    for (row, p) in zip(family, adjusted) {
      rows[row].adjustedP = p
      rows[row].difference.isSignificant = p <= 0.05
    }
    familySize = family.count
    self.rows = rows.filter(\.isHeadline) + rows.filter { !$0.isHeadline }
    backlog = BacklogRecovery(
      base, scenario, baseNetwork, scenarioNetwork, start: measuredFrom)
    diversions = LotDiversions(base, scenario, baseNetwork, scenarioNetwork)
  }

  /// Median of the variance ratios of the rows whose pairs differ; nil where none does.
  public var medianVarianceRatio: Double? {
    let ratios = rows.compactMap(\.difference.varianceRatio).filter(\.isFinite).sorted()
    guard !ratios.isEmpty else { return nil }
    let middle = ratios.count / 2
    return ratios.count % 2 == 1 ? ratios[middle] : (ratios[middle - 1] + ratios[middle]) / 2
  }
}
