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
        .required("cutoff_h", .number(Limits.hours)),
        .required("release_h", .number(Limits.hours)),
      ]),
    TableSpec(
      "line_haul", key: ["id"],
      [
        .required("id", .identifier),
        .required("territory", .territoryScope),
        .optional("from_kind", .words(PlaceKind.self)),
        .required("classes", .list(.words(CargoClass.self))),
        .required("max_mass_kg", .number(Limits.massKG)),
        .required("min_km", .number(Limits.kilometres)),
        .required("max_km", .number(Limits.positiveKilometres)),
        .required("departures", .list(.time)),
        .required("cutoff_h", .number(Limits.hours)),
        .required("release_h", .number(Limits.hours)),
      ]),
    TableSpec(
      "road_rule", key: ["territory", "up_to_km"],
      [
        .required("territory", .territoryScope),
        .required("up_to_km", .number(Limits.positiveKilometres)),
        .required("circuity", .number(Limits.circuity)),
        .required("speed_kmh", .number(Limits.speed)),
      ]),
    TableSpec(
      "driver_rule", key: ["territory"],
      [
        .required("territory", .territoryScope),
        .required("break_after_h", .number(Limits.drivingHours)),
        .required("break_h", .number(Limits.restHours)),
        .required("daily_h", .number(Limits.drivingHours)),
        .required("rest_h", .number(Limits.restHours)),
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
        .required("time_h", .number(Limits.hours)),
        .optional("low_h", .number(Limits.hours)),
        .optional("high_h", .number(Limits.hours)),
        .optional("hours", .reference("opening_hours")),
        .optional("inspection_share", .number(Limits.share)),
        .optional("inspection_h", .number(Limits.hours)),
        .optional("inspection_low_h", .number(Limits.hours)),
        .optional("inspection_high_h", .number(Limits.hours)),
        .optional("cost_cny", .number(Limits.fixedCharge)),
        .optional("cost_cny_per_kg", .number(Limits.chargePerKG)),
        .optional("cost_cny_per_teu", .number(Limits.chargePerTEU)),
      ]),
    TableSpec(
      "door", key: ["operation", "territory", "class"],
      [
        .required("operation", .words(DoorRule.Operation.self)),
        .required("territory", .territoryScope),
        .optional("class", .words(CargoClass.self)),
        .required("time_h", .number(Limits.hours)),
        .optional("low_h", .number(Limits.hours)),
        .optional("high_h", .number(Limits.hours)),
        .optional("hours", .reference("opening_hours")),
        .optional("cost_cny", .number(Limits.fixedCharge)),
        .optional("cost_cny_per_kg", .number(Limits.chargePerKG)),
        .optional("cost_cny_per_teu", .number(Limits.chargePerTEU)),
        .optional("co2e_kg", .number(Limits.emission)),
        .optional("co2e_kg_per_t", .number(Limits.emission)),
      ]),
    TableSpec(
      "hub", key: ["ehub"],
      [
        .required("ehub", .reference("place")),
        .required("airport", .reference("place")),
        .required("release_h", .number(Limits.hours)),
      ]),
  ]
}
