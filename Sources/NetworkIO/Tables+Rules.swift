// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel

extension TableSpec {
  /// The tables of defaults and rules.
  static let ruleTables: [TableSpec] = [
    TableSpec(
      "mode_rule", key: ["mode", "service_type", "domestic", "place"],
      [
        .required("mode", .words(Mode.self)),
        .optional("service_type", .text),
        .required("domestic", .flag),
        .optional("place", .reference("place")),
        .required("cutoff_h", .number(.notNegative)),
        .required("release_h", .number(.notNegative)),
      ]),
    TableSpec(
      "line_haul", key: ["id"],
      [
        .required("id", .identifier),
        .required("territory", .territoryScope),
        .optional("from_kind", .words(PlaceKind.self)),
        .required("classes", .list(.words(CargoClass.self))),
        .required("max_mass_kg", .number(.positive)),
        .required("min_km", .number(.notNegative)),
        .required("max_km", .number(.positive)),
        .required("departures", .list(.time)),
        .required("cutoff_h", .number(.notNegative)),
        .required("release_h", .number(.notNegative)),
      ]),
    TableSpec(
      "road_rule", key: ["territory", "up_to_km"],
      [
        .required("territory", .territoryScope),
        .required("up_to_km", .number(.positive)),
        .required("circuity", .number(Bounds(low: 1, high: 10))),
        .required("speed_kmh", .number(.positive)),
      ]),
    TableSpec(
      "driver_rule", key: ["territory"],
      [
        .required("territory", .territoryScope),
        .required("break_after_h", .number(.positive)),
        .required("break_h", .number(.notNegative)),
        .required("daily_h", .number(.positive)),
        .required("rest_h", .number(.notNegative)),
        .required("two_drivers", .flag),
      ]),
    TableSpec(
      "clearance", key: ["id"],
      [
        .required("id", .identifier),
        .required("direction", .words(ClearanceRule.Direction.self)),
        .required("territory", .territoryScope),
        .optional("place_kind", .words(PlaceKind.self)),
        .optional("place", .reference("place")),
        .optional("class", .words(CargoClass.self)),
        .optional("export_mode", .words(ExportMode.self)),
        .required("time_h", .number(.notNegative)),
        .optional("low_h", .number(.notNegative)),
        .optional("high_h", .number(.notNegative)),
        .optional("hours", .reference("opening_hours")),
        .optional("inspection_share", .number(.share)),
        .optional("inspection_h", .number(.notNegative)),
        .optional("inspection_low_h", .number(.notNegative)),
        .optional("inspection_high_h", .number(.notNegative)),
        .optional("cost_cny", .number(.notNegative)),
        .optional("cost_cny_per_kg", .number(.notNegative)),
        .optional("cost_cny_per_teu", .number(.notNegative)),
      ]),
    TableSpec(
      "door", key: ["operation", "territory", "class"],
      [
        .required("operation", .words(DoorRule.Operation.self)),
        .required("territory", .territoryScope),
        .optional("class", .words(CargoClass.self)),
        .required("time_h", .number(.notNegative)),
        .optional("low_h", .number(.notNegative)),
        .optional("high_h", .number(.notNegative)),
        .optional("hours", .reference("opening_hours")),
        .optional("cost_cny", .number(.notNegative)),
        .optional("cost_cny_per_kg", .number(.notNegative)),
        .optional("cost_cny_per_teu", .number(.notNegative)),
        .optional("co2e_kg", .number(.notNegative)),
        .optional("co2e_kg_per_t", .number(.notNegative)),
      ]),
    TableSpec(
      "hub", key: ["ehub"],
      [
        .required("ehub", .reference("place")),
        .required("airport", .reference("place")),
        .required("release_h", .number(.notNegative)),
      ]),
  ]
}
