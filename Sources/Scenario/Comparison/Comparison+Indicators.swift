// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import FreightRouting
import Quantities

extension Comparison {
  func coverageIndicators(_ number: Int) -> [Indicator] {
    let other = scenarios[number].answer.circle
    var rows: [Indicator] = []
    for tier in base.circle.tiers {
      let after = other.tiers.first { $0.tier == tier.tier }
      let spread = spread(of: tier.tier, number)
      rows.append(
        Indicator(
          name: "coverage.tier\(tier.tier).in", unit: "cities", base: Double(tier.within),
          scenario: Double(after?.within ?? 0), low: spread?.low, high: spread?.high))
      rows.append(
        Indicator(
          name: "coverage.tier\(tier.tier).population_in", unit: "people",
          base: Double(tier.populationWithin), scenario: Double(after?.populationWithin ?? 0)))
    }
    let changes = cityChanges(of: number)
    for (name, status) in [("gained", CityChange.Status.gained), ("lost", .lost)] {
      rows.append(
        Indicator(
          name: "coverage.\(name)", unit: "cities", base: 0,
          scenario: Double(changes.count { $0.status == status })))
    }
    let both = changes.filter { $0.deltaSeconds != nil }
    if !both.isEmpty {
      let hours = { (city: CityResult?) in Double(city?.statistic ?? 0) / 3_600 }
      rows.append(
        Indicator(
          name: "coverage.mean_statistic", unit: "h",
          base: both.reduce(0) { $0 + hours($1.before) } / Double(both.count),
          scenario: both.reduce(0) { $0 + hours($1.after) } / Double(both.count)))
    }
    return rows
  }

  /// Differences of a tier's count under each swing that both circles have, the base case among them.
  private func spread(of tier: Int, _ number: Int) -> (low: Double, high: Double)? {
    let after = scenarios[number].answer.circle.swings
    let differences = base.circle.swings.compactMap { swing -> Double? in
      guard let other = after.first(where: { $0.code == swing.code }),
        let old = swing.tiers.first(where: { $0.tier == tier }),
        let new = other.tiers.first(where: { $0.tier == tier })
      else { return nil }
      return Double(new.within - old.within)
    }
    guard let low = differences.min(), let high = differences.max() else { return nil }
    return (low, high)
  }

  func basketIndicators(_ number: Int) -> [Indicator] {
    let after = scenarios[number].answer.basket
    return base.basket.flatMap { item -> [Indicator] in
      guard let other = after.first(where: { $0.id == item.id }) else { return [] }
      let hours = { (seconds: Int64?) in seconds.map { Double($0) / 3_600 } }
      let cost = { (way: Itinerary?) in way?.cost.map { Double($0.count) / 100 } }
      let co2e = { (way: Itinerary?) in way?.co2e.map { Double($0.count) / 1_000 } }
      let name = "basket.\(item.id)."
      return [
        Indicator(
          name: name + "p50", unit: "h", base: hours(item.p50), scenario: hours(other.p50)),
        Indicator(
          name: name + "p80", unit: "h", base: hours(item.p80), scenario: hours(other.p80)),
        Indicator(
          name: name + "p95", unit: "h", base: hours(item.p95), scenario: hours(other.p95)),
        Indicator(
          name: name + "cost", unit: "CNY", base: cost(item.itinerary),
          scenario: cost(other.itinerary)),
        Indicator(
          name: name + "co2e", unit: "kg", base: co2e(item.itinerary),
          scenario: co2e(other.itinerary)),
      ]
    }
  }

  func demandIndicators(_ number: Int) -> [Indicator] {
    guard let old = base.demand, let new = scenarios[number].answer.demand else { return [] }
    var rows = [
      Indicator(
        name: "demand.served", unit: "t", base: old.tonnesServed, scenario: new.tonnesServed),
      Indicator(
        name: "demand.mean_hours", unit: "h", base: old.meanHours, scenario: new.meanHours),
      Indicator(
        name: "demand.mean_cost", unit: "CNY/t", base: old.meanCostPerTonne,
        scenario: new.meanCostPerTonne),
      Indicator(
        name: "demand.co2e", unit: "t", base: old.co2eTonnes, scenario: new.co2eTonnes),
    ]
    if old.tonnesUnpriced + new.tonnesUnpriced > 0 {
      rows.append(
        Indicator(
          name: "demand.unpriced", unit: "t", base: old.tonnesUnpriced,
          scenario: new.tonnesUnpriced))
    }
    if old.tonnesWithoutFactor + new.tonnesWithoutFactor > 0 {
      rows.append(
        Indicator(
          name: "demand.without_factor", unit: "t", base: old.tonnesWithoutFactor,
          scenario: new.tonnesWithoutFactor))
    }
    for mode in Mode.allCases {
      let before = old.modes.first { $0.mode == mode }
      let after = new.modes.first { $0.mode == mode }
      guard before != nil || after != nil else { continue }
      rows.append(
        Indicator(
          name: "demand.mode.\(mode.rawValue).tonne_km", unit: "t-km",
          base: before?.tonneKM ?? 0, scenario: after?.tonneKM ?? 0))
      rows.append(
        Indicator(
          name: "demand.mode.\(mode.rawValue).co2e", unit: "t", base: before?.co2eTonnes ?? 0,
          scenario: after?.co2eTonnes ?? 0))
    }
    rows += matched(
      old.gateways.map { ($0.gatewayID ?? "road", $0.tonnes) },
      new.gateways.map { ($0.gatewayID ?? "road", $0.tonnes) }, prefix: "demand.gateway.",
      unit: "t")
    rows += matched(
      old.waits.map { ("\($0.placeID).\($0.cause.rawValue)", $0.tonneHours) },
      new.waits.map { ("\($0.placeID).\($0.cause.rawValue)", $0.tonneHours) },
      prefix: "demand.wait.", unit: "t-h")
    return rows
  }

  /// Rows of both lists by name: the base's first, then those that are new.
  private func matched(
    _ old: [(name: String, value: Double)], _ new: [(name: String, value: Double)],
    prefix: String, unit: String
  ) -> [Indicator] {
    var after = Dictionary(new.map { ($0.name, $0.value) }) { $0 + $1 }
    var rows = old.map { row in
      Indicator(
        name: prefix + row.name, unit: unit, base: row.value,
        scenario: after.removeValue(forKey: row.name) ?? 0)
    }
    for row in new {
      guard let value = after.removeValue(forKey: row.name) else { continue }
      rows.append(Indicator(name: prefix + row.name, unit: unit, base: 0, scenario: value))
    }
    return rows
  }
}
