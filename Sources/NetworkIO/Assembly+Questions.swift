// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

extension NetworkAssembly {
  mutating func readQuestions() {
    readTiers()
    readTargets()
    demands = readRows("demand") { assembly, table, row -> [Demand]? in
      guard let origin = table.id(row, table.column("origin"), Place.self),
        let cargo = assembly.word(table, row, table.column("class"), CargoClass.allCases),
        let mode = assembly.word(table, row, table.column("export_mode"), ExportMode.allCases),
        let tonnes = table.number(row, table.column("tonnes_per_year"))
      else { return nil }
      return assembly.spread(
        Demand(
          id: table.text(row, table.column("id")), origin: origin,
          destination: table.text(row, table.column("destination")), cargoClass: cargo,
          exportMode: mode, tonnesPerYear: tonnes,
          profile: table.id(row, table.column("profile")),
          provenance: assembly.provenance(table, row)), table, row)
    }.flatMap(\.self)
    basket = readRows("basket") { assembly, table, row in assembly.basketItem(table, row) }
    parameters = readRows("parameter") { assembly, table, row in assembly.parameter(table, row) }
    checks = readRows("check") { assembly, table, row in
      guard let observed = table.number(row, table.column("observed")),
        let tolerance = table.number(row, table.column("tolerance"))
      else { return nil }
      return Check(
        id: table.text(row, table.column("id")), kind: table.text(row, table.column("kind")),
        name: table.text(row, table.column("name")), from: table.id(row, table.column("from")),
        to: table.id(row, table.column("to")), observed: observed,
        unit: table.text(row, table.column("unit")), tolerance: tolerance,
        condition: table.text(row, table.column("condition")),
        role: table.text(row, table.column("role")), provenance: assembly.provenance(table, row))
    }
  }

  private mutating func basketItem(_ table: DecodedTable, _ row: Int) -> BasketItem? {
    let (from, to) = (table.column("origin"), table.column("destination"))
    guard let origin = table.id(row, from, Place.self), let goal = table.id(row, to, Place.self),
      let cargo = word(table, row, table.column("class"), CargoClass.allCases),
      let mode = word(table, row, table.column("export_mode"), ExportMode.allCases)
    else { return nil }
    let id = table.text(row, table.column("id"))
    guard origin != goal else {
      fault(.sameEnds, table, row, "destination", [id, table.text(row, to)])
      return nil
    }
    let size = cargo == .fcl ? "mass_kg" : "teu"
    guard table.number(row, table.column(size)) == nil else {
      fault(.basketSize, table, row, size, [id, size, cargo.rawValue])
      return nil
    }
    return BasketItem(
      id: id, nameEN: table.text(row, table.column("name_en")),
      nameZH: optionalText(table, row, "name_zh"), origin: origin, destination: goal,
      cargoClass: cargo, massKG: table.number(row, table.column("mass_kg")),
      teu: table.number(row, table.column("teu")), exportMode: mode,
      objective: word(table, row, table.column("objective"), BasketItem.Goal.allCases),
      provenance: provenance(table, row))
  }

  private mutating func readTiers() {
    tiers = readRows("tier") { assembly, table, row in
      guard let tier = table.integer(row, table.column("tier")),
        let hours = table.number(row, table.column("target_h"))
      else { return nil }
      let nameEN = table.text(row, table.column("name_en"))
      return Tier(
        circle: table.text(row, table.column("circle")), tier: tier, targetHours: hours,
        nameEN: nameEN, nameZH: assembly.optionalText(table, row, "name_zh") ?? nameEN,
        provenance: assembly.provenance(table, row))
    }
    tiers.sort { ($0.circle, $0.tier) < ($1.circle, $1.tier) }
    guard let table = tables["tier"] else { return }
    for (before, tier) in zip(tiers, tiers.dropFirst())
    where before.circle == tier.circle && before.targetHours >= tier.targetHours {
      log.add(
        .tierOrder, table: table.order, file: table.file, line: tier.provenance.line,
        [tier.circle, "\(tier.tier)", decimal(tier.targetHours), decimal(before.targetHours)])
    }
  }

  private mutating func readTargets() {
    let known = Set(tiers.map(\.tier))
    let hasAllTiers = tables["tier"].map { $0.isComplete && $0.isSound.allSatisfy(\.self) } ?? false
    targets = readRows("target") { assembly, table, row in
      guard let place = table.id(row, table.column("place"), Place.self),
        let tier = table.integer(row, table.column("tier"))
      else { return nil }
      if let kind = assembly.places[place.index]?.kind, !kind.isDemand {
        assembly.fault(
          .targetKind, table, row, "place",
          [table.text(row, table.column("place")), kind.rawValue])
        return nil
      }
      if hasAllTiers, tier > 0, !known.contains(tier) {
        assembly.fault(
          .targetTier, table, row, "tier", ["\(tier)"],
          hint: [known.sorted().map(String.init).joined(separator: ", ")])
        return nil
      }
      return Target(
        set: table.text(row, table.column("set")), place: place, tier: tier,
        grade: table.text(row, table.column("grade")), provenance: assembly.provenance(table, row))
    }
  }

  private mutating func parameter(_ table: DecodedTable, _ row: Int) -> Parameter? {
    let id = table.text(row, table.column("id"))
    let value = table.number(row, table.column("value"))
    let text = table.text(row, table.column("text"))
    guard value != nil || !text.isEmpty else {
      fault(.parameterValue, table, row, "value", [id])
      return nil
    }
    if let value, let range = ParameterBounds.of(id)?.bounds, !range.contains(value) {
      fault(
        .parameterRange, table, row, "value",
        [id, table.text(row, table.column("value")), range.text])
      return nil
    }
    let (low, high) = (table.column("low"), table.column("high"))
    for (column, name, isWrong) in [
      (low, "low", (table.number(row, low) ?? -.infinity) > (value ?? .infinity)),
      (high, "high", (table.number(row, high) ?? .infinity) < (value ?? -.infinity)),
    ] where isWrong {
      fault(
        .rangeOrder, table, row, name,
        [table.text(row, column), name, table.text(row, table.column("value")), "value"])
      return nil
    }
    return Parameter(
      id: id, group: table.text(row, table.column("group")),
      name: optionalText(table, row, "name") ?? id, value: value, text: text,
      low: table.number(row, low), high: table.number(row, high),
      unit: table.text(row, table.column("unit")), year: table.text(row, table.column("year")),
      appliesTo: table.text(row, table.column("applies_to")),
      distribution: table.text(row, table.column("distribution")),
      provenance: provenance(table, row))
  }
}
