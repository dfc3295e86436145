// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import FreightRouting
import Quantities
import Scenario

/// What a scenario comes to, in sentences.
struct ScenarioVerdict {
  let title: String
  let question: String
  /// What it changes, one sentence each.
  let changes: [String]
  let rowsTouched: String
  /// The answer in one line.
  let headline: String
  /// Why nothing differs; nil where something does.
  let because: String?
  let tiers: [String]
  /// Hours, cost and CO2e, demand, basket.
  let figures: [String]
  let gains: [String]
  let loses: [String]
  /// Of those that gain and lose, how many are not named.
  let more: (gains: Int, loses: Int)
  /// How wide the answer is and what it rests on.
  let trust: [String]
}

extension ComparisonReport {
  /// The sentences of a scenario, with so many cities named on either side.
  func verdict(_ side: ComparedScenario, names: Int = 8) -> ScenarioVerdict {
    let gains = side.most(-1, .gained)
    let loses = side.most(1, .lost)
    let isUnchanged = side.isUnchanged(beside: base)
    return ScenarioVerdict(
      title: title(of: side), question: text(side.scenario.question),
      changes: side.scenario.changes.map(text), rowsTouched: rowsTouched(side),
      headline: headline(side, isUnchanged: isUnchanged),
      because: side.scenario.unchangedBecause.map { word("comparison.because", text($0)) },
      tiers: base.result.tiers.map { tierLine($0, side) },
      figures: [
        significance(side), hoursLine(side), costLine(side), demandLine(side), basketLine(side),
      ]
      .compactMap { $0 },
      gains: gains.prefix(names).map { cityDelta($0, side) },
      loses: loses.prefix(names).map { cityDelta($0, side) },
      more: (max(0, gains.count - names), max(0, loses.count - names)),
      trust: [width, assumedBoth(side)] + unpriced(side))
  }

  private func rowsTouched(_ side: ComparedScenario) -> String {
    let edits = side.scenario.edits
    guard !edits.isEmpty else { return word("comparison.no_rows") }
    let tables = edits.reduce(into: [String]()) { all, edit in
      if !all.contains(edit.table) { all.append(edit.table) }
    }
    return word(
      "comparison.rows_touched", String(edits.count),
      tables.joined(separator: word("comparison.list")))
  }

  private func headline(_ side: ComparedScenario, isUnchanged: Bool) -> String {
    if isUnchanged { return word("comparison.unchanged") }
    let (faster, slower) = (side.faster.count, side.slower.count)
    let (gained, lost) = (side.count(.gained), side.count(.lost))
    if faster + slower + gained + lost == 0 { return word("comparison.unchanged_cities") }
    return word(
      "comparison.verdict", String(gained), String(lost), String(faster), String(slower),
      String(side.changes.count - faster - slower))
  }

  /// The indicator of a tier's count.
  func tierIndicator(_ tier: Int, _ side: ComparedScenario) -> Indicator? {
    side.indicators.first { $0.name == "coverage.tier\(tier).in" }
  }

  private func tierLine(_ tier: TierCount, _ side: ComparedScenario) -> String {
    let after = side.report.result.tiers.first { $0.tier == tier.tier }
    let counts = CityChange.Status.allCases.map { String(side.count($0, tier: tier.tier)) }
    let line = word(
      "comparison.tier_line", tierName(tier.tier), base.targetText(tier.tier),
      String(tier.within), String(after?.within ?? 0), String(max(tier.of, after?.of ?? 0)),
      difference(tierIndicator(tier.tier, side)))
    return word(
      "comparison.and", line,
      word("comparison.status_line", counts[0], counts[1], counts[2], counts[3], counts[4]))
  }

  func tierName(_ tier: Int) -> String { base.names.tier(tier, circle: base.query.circle) }

  /// `+3 (+2 to +4 over the swings)`, and in words where it is no significant change.
  func difference(_ indicator: Indicator?) -> String {
    guard let indicator, let difference = indicator.difference else { return "–" }
    let figure = Differences.signed(difference, 0)
    guard let low = indicator.low, let high = indicator.high else {
      return difference == 0 ? word("comparison.no_change") : word("comparison.plain", figure)
    }
    if difference == 0, low == 0, high == 0 { return word("comparison.no_change") }
    let interval = word(
      "comparison.interval", figure, Differences.signed(low, 0), Differences.signed(high, 0))
    return indicator.isSignificant
      ? interval : word("comparison.and", interval, word("comparison.not_significant"))
  }

  /// `Leipzig −12.3 h`, with what happens to it.
  func cityDelta(_ change: CityChange, _ side: ComparedScenario) -> String {
    let name = name(of: change, side)
    let line: String
    if change.deltaSeconds == nil, change.direction != 0 {
      line = word(
        change.direction < 0 ? "comparison.newly_reached" : "comparison.no_longer", name)
    } else {
      line = word("comparison.city_delta", name, Differences.hours(change.deltaSeconds))
    }
    switch change.status {
    case .gained: return word("comparison.city_gained", line)
    case .lost: return word("comparison.city_lost", line)
    case .keptIn, .keptOut, .unreachable: return line
    }
  }

  /// Which tiers move under all assumptions alike; nil where none moves or no swings were run.
  private func significance(_ side: ComparedScenario) -> String? {
    let moved = base.result.tiers.compactMap { tier in
      tierIndicator(tier.tier, side).map { (tier: tier.tier, indicator: $0) }
    }.filter { ($0.indicator.difference ?? 0) != 0 && $0.indicator.low != nil }
    guard !moved.isEmpty else { return nil }
    let sure = moved.filter(\.indicator.isSignificant)
    guard !sure.isEmpty else { return word("comparison.none_significant") }
    return word(
      "comparison.significant",
      sure.map { row in
        "\(tierName(row.tier)) \(Differences.whole(row.indicator.difference))"
      }.joined(separator: word("comparison.list")))
  }

  private func hoursLine(_ side: ComparedScenario) -> String? {
    guard let mean = side.indicators.first(where: { $0.name == "coverage.mean_statistic" }),
      let old = mean.base, let new = mean.scenario
    else { return nil }
    return word(
      "comparison.mean_hours", String(percentile),
      String(side.changes.count { $0.deltaSeconds != nil }), Numerals.fixed(old, 1),
      Numerals.fixed(new, 1), Differences.signed(new - old, 1))
  }

  private func costLine(_ side: ComparedScenario) -> String? {
    /// Means over the cities of which both are known; nil where there is none.
    func means(_ value: (Itinerary) -> Int64?, _ unit: Double) -> (Double, Double)? {
      let both = side.changes.compactMap { change -> (Int64, Int64)? in
        guard let old = change.before?.itinerary.flatMap(value),
          let new = change.after?.itinerary.flatMap(value)
        else { return nil }
        return (old, new)
      }
      guard !both.isEmpty else { return nil }
      let count = unit * Double(both.count)
      return (
        Double(both.reduce(0) { $0 + $1.0 }) / count, Double(both.reduce(0) { $0 + $1.1 }) / count
      )
    }
    guard let cost = means({ $0.cost?.count }, 100), let co2e = means({ $0.co2e?.count }, 1_000)
    else { return nil }
    return word(
      "comparison.mean_cost", Numerals.fixed(cost.0, 1), Numerals.fixed(cost.1, 1),
      Differences.signed(cost.1 - cost.0, 1), Numerals.fixed(co2e.0, 1),
      Numerals.fixed(co2e.1, 1), Differences.signed(co2e.1 - co2e.0, 1))
  }

  private func demandLine(_ side: ComparedScenario) -> String? {
    guard let old = base(\.demand), let new = side.scenario.answer.demand else { return nil }
    return word(
      "comparison.demand_line", Differences.amount(old.tonnesServed),
      Differences.amount(new.tonnesServed), Numerals.fixed(old.meanHours, 1),
      Numerals.fixed(new.meanHours, 1), Differences.amount(old.meanCostPerTonne),
      Differences.amount(new.meanCostPerTonne), Differences.amount(old.co2eTonnes),
      Differences.amount(new.co2eTonnes))
  }

  func base<Value>(_ part: KeyPath<NetworkAnswer, Value>) -> Value {
    comparison.base[keyPath: part]
  }

  private func basketLine(_ side: ComparedScenario) -> String? {
    let items = comparison.base.basket
    guard !items.isEmpty else { return nil }
    func count(_ matches: (Int64, Int64) -> Bool) -> Int {
      items.count { item in
        guard let other = side.basketAnswer(item.id) else { return false }
        return matches(item.p80 ?? .max, other.p80 ?? .max)
      }
    }
    return word(
      "comparison.basket_line", String(items.count), String(count { $1 < $0 }),
      String(count { $1 > $0 }))
  }

  /// How wide the answer is, honestly.
  var width: String {
    let count = base.result.swings.count
    return count == 0 ? word("comparison.width_none") : word("comparison.width", String(count))
  }

  private func assumedBoth(_ side: ComparedScenario) -> String {
    word(
      "comparison.assumed_both", Numerals.percent(base.qualityShares[.assumed]),
      Numerals.percent(side.report.qualityShares[.assumed]))
  }

  /// What the scenario's services would cost or emit is not known, where the base does not say the same of them: no cargo takes
  /// them for less than what is known, and the report says why.
  private func unpriced(_ side: ComparedScenario) -> [String] {
    func names(_ network: Network, _ isUnknown: (UnpricedService) -> Bool) -> [String] {
      CargoClass.allCases.flatMap { cargoClass in
        network.unpricedServices(cargoClass).filter(isUnknown).map {
          network.services[$0.service].id + " (" + word("class." + cargoClass.rawValue) + ")"
        }
      }
    }
    func line(_ key: String, _ isUnknown: (UnpricedService) -> Bool) -> String? {
      let before = Set(names(base.network, isUnknown))
      let new = names(side.report.network, isUnknown).filter { !before.contains($0) }
      return new.isEmpty ? nil : word(key, new.joined(separator: word("comparison.list")))
    }
    return [
      line("comparison.unpriced") { $0.firstUnpriced != nil },
      line("comparison.without_factor") { !$0.hasFactor },
    ].compactMap { $0 }
  }
}

extension ComparedScenario {
  func basketAnswer(_ id: String) -> BasketAnswer? {
    scenario.answer.basket.first { $0.id == id }
  }
}
