// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import FreightRouting
import Quantities
import Scenario

/// The tables of the basket, the demand, and what was read.
extension ComparisonReport {
  var basketTable: ReportTable {
    let percentiles = ["P50", "P80", "P95"]
    let money = [word("comparison.col.cost"), word("comparison.col.co2e")]
    var headings: [Heading] = [
      (word("comparison.col.consignment"), .left), (word("comparison.col.route"), .left),
    ]
    for side in sides {
      headings += (percentiles.map { $0 + " h" } + money).map { text in
        (isSingle ? text : word("comparison.col.of", title(of: side), text), .right)
      }
    }
    var table = ReportTable(word("comparison.table.basket"), headings)
    table.note = unknownNote.isEmpty ? nil : unknownNote
    for item in comparison.base.basket {
      let name = text(item.name)
      table.add(
        [
          name.isEmpty ? item.id : name,
          "\(placeName(item.originID)) → \(placeName(item.destinationID))",
        ] + sides.flatMap { cells(item, $0.basketAnswer(item.id)) })
    }
    return table
  }

  /// What no tariff, or no emission factor, fits on the basket's ways.
  private var unknownNote: String {
    let ways =
      comparison.base.basket.map { (comparison.base.network, $0.itinerary) }
      + sides.flatMap { side in
        side.scenario.answer.basket.map { (side.scenario.answer.network, $0.itinerary) }
      }
    func names(_ isUnknown: (Leg) -> Bool) -> String {
      let rows = ways.flatMap { network, way in
        (way?.legs ?? []).filter(isUnknown).map { leg in
          leg.service.map { network.services[$0].id }
            ?? (leg.row.isEmpty ? word("leg." + leg.kind.rawValue) : leg.row)
        }
      }
      return Set(rows).sorted().joined(separator: ", ")
    }
    let unpriced = names { $0.cost == nil }
    let withoutFactor = names { $0.co2e == nil }
    return [
      unpriced.isEmpty ? "" : word("comparison.unpriced", unpriced),
      withoutFactor.isEmpty ? "" : word("comparison.without_factor", withoutFactor),
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func cells(_ old: BasketAnswer, _ new: BasketAnswer?) -> [String] {
    let times = [(old.p50, new?.p50), (old.p80, new?.p80), (old.p95, new?.p95)]
    return times.map { arrow(hours($0), hours($1)) } + [
      arrow(yuan(old.itinerary), yuan(new?.itinerary)),
      arrow(kilograms(old.itinerary), kilograms(new?.itinerary)),
    ]
  }

  private func yuan(_ way: Itinerary?) -> String {
    guard let way else { return Differences.amount(nil) }
    return way.cost.map { Differences.amount(Double($0.count) / 100) }
      ?? word("report.not_known")
  }

  private func kilograms(_ way: Itinerary?) -> String {
    guard let way else { return Differences.amount(nil) }
    return way.co2e.map { Differences.amount(Double($0.count) / 1_000) }
      ?? word("report.not_known")
  }

  /// Base, then figure and difference of each scenario.
  private func figureHeadings(_ unit: String) -> [Heading] {
    [(word("comparison.col.of", unit, word("comparison.base")), .right)]
      + sides.flatMap { side -> [Heading] in
        [
          (word("comparison.col.of", unit, column(side)), .right),
          (isSingle ? "Δ" : "Δ " + title(of: side), .right),
        ]
      }
  }

  private func figureCells(_ old: Double?, _ new: [Double?]) -> [String] {
    [Differences.amount(old)]
      + new.flatMap { value -> [String] in
        guard let old, let value else { return [Differences.amount(value), "–"] }
        return [Differences.amount(value), Differences.signedAmount(value - old)]
      }
  }

  private var demands: [DemandAnswer?] { sides.map(\.scenario.answer.demand) }

  var demandTable: ReportTable {
    var table = ReportTable(
      word("comparison.table.demand"),
      [(word("comparison.col.figure"), .left), (word("comparison.base"), .right)]
        + sides.flatMap { [(column($0), .right), ("Δ", .right)] },
      note: word("comparison.demand_note", String(percentile)))
    guard let old = comparison.base.demand else { return table }
    let figures: [(String, (DemandAnswer) -> Double?)] = [
      ("served", \.tonnesServed), ("unserved", \.tonnesUnserved), ("hours", \.meanHours),
      ("cost", \.meanCostPerTonne),
      ("unpriced", { $0.tonnesUnpriced > 0 ? $0.tonnesUnpriced : nil }),
      ("co2e", \.co2eTonnes),
      ("without_factor", { $0.tonnesWithoutFactor > 0 ? $0.tonnesWithoutFactor : nil }),
    ]
    for (key, figure) in figures {
      let values = demands.map { $0.flatMap(figure) }
      guard figure(old) != nil || values.contains(where: { $0 != nil }) else { continue }
      table.add([word("comparison.demand." + key)] + figureCells(figure(old), values))
    }
    return table
  }

  /// Cities and demand tonnes by exit gateway, the most cities first.
  var gatewayTable: ReportTable {
    let hasDemand = comparison.base.demand != nil
    var table = ReportTable(
      word("comparison.table.gateways"),
      [(word("report.col.gateway"), .left)] + figureHeadings(word("comparison.col.cities"))
        + (hasDemand ? figureHeadings(word("comparison.col.tonnes")) : []))
    func cities(_ report: CoverageReport) -> [String: Int] {
      Dictionary(
        report.result.gateways.map { share in
          (share.gateway.map { report.network.places[$0].id } ?? "", share.cities)
        }, uniquingKeysWith: +)
    }
    func tonnes(_ demand: DemandAnswer?) -> [String: Double] {
      Dictionary((demand?.gateways ?? []).map { ($0.gatewayID ?? "", $0.tonnes) }) { $0 + $1 }
    }
    let shares = (cities(base), sides.map { cities($0.report) })
    let flows = (tonnes(comparison.base.demand), demands.map(tonnes))
    let ids = Set(
      ([shares.0] + shares.1).flatMap(\.keys) + ([flows.0] + flows.1).flatMap(\.keys))
    let ranked = ids.sorted { a, b in
      let first = ([shares.0] + shares.1).map { $0[a] ?? 0 }.max() ?? 0
      let second = ([shares.0] + shares.1).map { $0[b] ?? 0 }.max() ?? 0
      return first != second ? first > second : a < b
    }
    for id in ranked {
      table.add(
        [id.isEmpty ? word("report.by_road") : placeName(id)]
          + figureCells(Double(shares.0[id] ?? 0), shares.1.map { Double($0[id] ?? 0) })
          + (hasDemand ? figureCells(flows.0[id] ?? 0, flows.1.map { $0[id] ?? 0 }) : []))
    }
    return table
  }

  var modeTable: ReportTable {
    var table = ReportTable(
      word("comparison.table.modes"),
      [(word("comparison.col.mode"), .left)] + figureHeadings(word("comparison.col.tkm"))
        + figureHeadings(word("comparison.col.co2e_t")))
    for mode in Mode.allCases {
      let rows = ([comparison.base.demand] + demands).map { $0?.modes.first { $0.mode == mode } }
      guard rows.contains(where: { $0 != nil }) else { continue }
      table.add(
        [word("mode." + mode.rawValue)]
          + figureCells(
            (rows[0]?.tonneKM ?? 0) / 1_000, rows.dropFirst().map { ($0?.tonneKM ?? 0) / 1_000 })
          + figureCells(
            rows[0]?.co2eTonnes ?? 0, rows.dropFirst().map { $0?.co2eTonnes ?? 0 }))
    }
    return table
  }

  /// Where cargo waits, the most tonne-hours of any network first; the first fifteen.
  var waitTable: ReportTable {
    struct Spot: Hashable { var place: String, cause: Leg.Cause }
    var table = ReportTable(
      word("comparison.table.waits"),
      [(word("report.col.place"), .left), (word("comparison.col.cause"), .left)]
        + figureHeadings(word("comparison.col.tonne_hours")))
    let all = ([comparison.base.demand] + demands).map { demand in
      Dictionary(
        (demand?.waits ?? []).map { (Spot(place: $0.placeID, cause: $0.cause), $0.tonneHours) }
      ) { $0 + $1 }
    }
    let ranked = Set(all.flatMap(\.keys)).sorted { a, b in
      let first = all.map { $0[a] ?? 0 }.max() ?? 0
      let second = all.map { $0[b] ?? 0 }.max() ?? 0
      return first != second
        ? first > second : (a.place, a.cause.rawValue) < (b.place, b.cause.rawValue)
    }
    for spot in ranked {
      table.add(
        [placeName(spot.place), word("cause." + spot.cause.rawValue)]
          + figureCells(all[0][spot] ?? 0, all.dropFirst().map { $0[spot] ?? 0 }))
    }
    return table.first(15) { word("comparison.more", $0) }
  }

  func rowTable(_ side: ComparedScenario) -> ReportTable {
    var table = ReportTable(
      word("comparison.table.rows", title(of: side)),
      [
        (word("comparison.col.table"), .left), (word("comparison.col.key"), .left),
        (word("comparison.col.action"), .left), (word("comparison.col.cells"), .left),
      ])
    for edit in side.scenario.edits {
      let cells = edit.cells.map { cell in
        switch edit.action {
        case .set: "\(cell.column): \(blank(cell.before)) → \(blank(cell.after))"
        case .add: "\(cell.column): \(cell.after)"
        case .remove: "\(cell.column): \(cell.before)"
        }
      }
      table.add([
        edit.table, edit.key, word("comparison.action." + edit.action.rawValue),
        cells.joined(separator: "; "),
      ])
    }
    return table
  }

  private func blank(_ cell: String) -> String { cell.isEmpty ? "∅" : cell }

  var inputTable: ReportTable {
    var table = ReportTable(
      word("comparison.table.inputs"), [(word("comparison.col.file"), .left), ("SHA-256", .left)],
      note: base.headerText.line)
    for input in header.inputs { table.add([input.path, input.sha256]) }
    return table
  }

  /// Every table with rows, in the order of the report.
  func tables() -> [ReportTable] {
    var all = [tierTable]
    if let table = statusTable { all.append(table) }
    if let table = sideBySideTable { all.append(table) }
    all += sides.map(cityTable)
    all += [basketTable, demandTable, gatewayTable, modeTable, waitTable, swingTable]
    all += sides.map(rowTable)
    return all.filter { !$0.isEmpty } + [inputTable]
  }
}
