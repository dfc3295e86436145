// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
import FreightModel
import FreightRouting
import JSONText
import Scenario

extension ComparisonReport {
  /// The comparison as JSON: indicators, cities, changes, basket, demand, and what made it.
  ///
  /// - Returns: UTF-8, one object, times as hours, money in CNY.
  public func json() -> [UInt8] {
    let value = JSONValue.object([
      .init("format", "tidebore.comparison/1"),
      .init("meta", .object(metaMembers)),
      .init("indicators", .array(sides.flatMap { side in side.indicators.map { row($0, side) } })),
      .init(
        "cities",
        .object([
          .init("gained", cities(.gained)), .init("lost", cities(.lost)),
          .init(
            "rows",
            .array(
              sides.flatMap { side in
                side.allChanges.map { change in
                  .object(zip(Self.cityColumns, cells(change, side)).map { .init($0, $1.json) })
                }
              })),
        ])),
      .init("changes", .array(sides.map(changes))),
      .init("basket", .array(comparison.base.basket.map(basket))),
      .init("demand", demand),
    ])
    var bytes: [UInt8] = []
    value.write(into: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// The members that the circle's JSON begins with, and the answers' names.
  var metaMembers: [JSONValue.Member] {
    base.headerMembers + [
      .init("base", name(comparison.base)),
      .init("scenarios", .array(comparison.scenarios.map { name($0.answer) })),
      .init("swings", .integer(Int64(base.result.swings.count))),
      .init("width", .string(width)),
    ]
  }

  private func name(_ answer: NetworkAnswer) -> JSONValue {
    .object([
      .init("name", .string(answer.name)), .init("title", both(answer.title)),
      .init("network_version", .string(answer.network.header.version)),
    ])
  }

  private func both(_ text: LocalizedText) -> JSONValue {
    .object([.init("en", .string(text.en)), .init("zh", .string(text.zh))])
  }

  private func number(_ value: Double?) -> JSONValue { Differences.cell(value).json }

  private func row(_ indicator: Indicator, _ side: ComparedScenario) -> JSONValue {
    .object([
      .init("name", .string(indicator.name)), .init("unit", .string(indicator.unit)),
      .init("base", number(indicator.base)), .init("scenario", number(indicator.scenario)),
      .init("difference", number(indicator.difference)), .init("lo", number(indicator.low)),
      .init("hi", number(indicator.high)), .init("significant", .bool(indicator.isSignificant)),
      .init("of", .string(side.name)),
    ])
  }

  private func cities(_ status: CityChange.Status) -> JSONValue {
    .array(
      sides.flatMap { side in
        side.changes.filter { $0.status == status }.map { change in
          let place = place(of: change, side)?.place
          return .object([
            .init("city_id", .string(change.cityID)),
            .init("name_zh", .string(place?.nameZH ?? "")),
            .init("name_en", .string(place?.nameEN ?? "")),
            .init("tier", .integer(Int64(change.tier))), .init("of", .string(side.name)),
            .init("delta_p80_h", Cell(hours: change.deltaP80).json),
          ])
        }
      })
  }

  private func changes(_ side: ComparedScenario) -> JSONValue {
    .object([
      .init("of", .string(side.name)), .init("question", both(side.scenario.question)),
      .init("sentences", .array(side.scenario.changes.map(both))),
      .init("unchanged_because", side.scenario.unchangedBecause.map(both) ?? .null),
      .init("unchanged", .bool(side.isUnchanged(beside: base))),
      .init(
        "rows",
        .array(
          side.scenario.edits.map { edit in
            .object([
              .init("action", .string(edit.action.rawValue)), .init("table", .string(edit.table)),
              .init("key", .string(edit.key)),
              .init(
                "cells",
                .array(
                  edit.cells.map { cell in
                    .object([
                      .init("column", .string(cell.column)), .init("before", .string(cell.before)),
                      .init("after", .string(cell.after)),
                    ])
                  })),
            ])
          })),
    ])
  }

  private func basket(_ item: BasketAnswer) -> JSONValue {
    func figures(_ answer: BasketAnswer?) -> [JSONValue.Member] {
      zip(["p50_h", "p80_h", "p95_h", "cost_cny", "co2e_kg"], Self.figures(answer)).map {
        .init($0, $1.json)
      } + [
        .init(
          "reason",
          answer?.reason.map { .string(Messages.text($0.code, $0.arguments, in: language)) }
            ?? .null)
      ]
    }
    return .object([
      .init("id", .string(item.id)), .init("name_zh", .string(item.name.zh)),
      .init("name_en", .string(item.name.en)), .init("origin", .string(item.originID)),
      .init("destination", .string(item.destinationID)),
      .init("class", .string(item.consignment.cargoClass.rawValue)),
      .init("objective", .string(item.objective.name)), .init("base", .object(figures(item))),
      .init(
        "scenarios",
        .array(
          sides.map { side in
            .object([.init("of", .string(side.name))] + figures(side.basketAnswer(item.id)))
          })),
    ])
  }

  private var demand: JSONValue {
    guard let old = comparison.base.demand else { return .null }
    return .object([
      .init("base", .object(members(old))),
      .init(
        "scenarios",
        .array(
          sides.map { side in
            .object(
              [.init("of", .string(side.name))]
                + (side.scenario.answer.demand.map(members) ?? []))
          })),
    ])
  }

  private func members(_ demand: DemandAnswer) -> [JSONValue.Member] {
    [
      .init("served_t", number(demand.tonnesServed)),
      .init("unserved_t", number(demand.tonnesUnserved)),
      .init("mean_h", number(demand.meanHours)),
      .init("mean_cost_cny_t", number(demand.meanCostPerTonne)),
      .init("co2e_t", number(demand.co2eTonnes)),
      .init(
        "modes",
        .array(
          demand.modes.map { flow in
            .object([
              .init("mode", .string(flow.mode.rawValue)), .init("tonne_km", number(flow.tonneKM)),
              .init("co2e_t", number(flow.co2eTonnes)),
            ])
          })),
      .init(
        "gateways",
        .array(
          demand.gateways.map { flow in
            .object([
              .init("gateway", flow.gatewayID.map(JSONValue.string) ?? .null),
              .init("tonnes", number(flow.tonnes)),
            ])
          })),
      .init(
        "waits",
        .array(
          demand.waits.map { wait in
            .object([
              .init("place", .string(wait.placeID)), .init("cause", .string(wait.cause.rawValue)),
              .init("tonne_hours", number(wait.tonneHours)),
            ])
          })),
    ]
  }
}
