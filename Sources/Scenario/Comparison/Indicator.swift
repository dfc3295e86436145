// SPDX-License-Identifier: GPL-3.0-or-later

/// A figure of the base beside the same of a scenario.
public struct Indicator: Sendable, Hashable {
  /// Stable, such as `coverage.tier2.in` or `basket.fra-air.p80`.
  public var name: String
  /// `cities`, `people`, `h`, `CNY`, `kg`, `t`, `t-km`, `t-h`, `CNY/t`.
  public var unit: String
  /// Nil is infinite: unreachable.
  public var base, scenario: Double?
  /// Scenario minus base; nil where one is infinite.
  public var difference: Double?
  /// Least and greatest difference under the swings of the assumptions; nil where none were run.
  public var low, high: Double?

  public init(
    name: String, unit: String, base: Double?, scenario: Double?, low: Double? = nil,
    high: Double? = nil
  ) {
    self.name = name
    self.unit = unit
    self.base = base
    self.scenario = scenario
    self.low = low
    self.high = high
    if let base, let scenario { difference = scenario - base }
  }

  /// Something differs, and in the same direction under every swing.
  ///
  /// Planned figures have no sampling error: where no swings were run, any difference counts.
  public var isSignificant: Bool {
    guard let difference else { return (base == nil) != (scenario == nil) }
    guard let low, let high else { return difference != 0 }
    return difference > 0 ? low > 0 : difference < 0 && high < 0
  }
}

extension Comparison {
  /// All figures of a scenario beside those of the base: tiers, cities, basket, demand.
  ///
  /// - Parameter number: Of the scenario.
  /// - Returns: In that order; names are stable.
  /// - Complexity: O(cities + basket + waits).
  public func indicators(of number: Int) -> [Indicator] {
    coverageIndicators(number) + basketIndicators(number) + demandIndicators(number)
  }
}
