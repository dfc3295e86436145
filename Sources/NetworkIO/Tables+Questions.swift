// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

extension TableSpec {
  /// The tables of circles, cargo, named numbers and published figures.
  static let questionTables: [TableSpec] = [
    TableSpec(
      "tier", key: ["circle", "tier"],
      [
        .required("circle", .text),
        .required("tier", .integer(Limits.tier)),
        .required("target_h", .number(Limits.positiveHours)),
        .required("name_en", .text),
        .optional("name_zh", .text),
      ]),
    TableSpec(
      "target", key: ["set", "place"],
      [
        .required("set", .text),
        .required("place", .reference("place")),
        .required("tier", .integer(Bounds(0, 99))),
        .optional("grade", .text),
      ]),
    TableSpec(
      "demand", key: ["id"],
      [
        .required("id", .identifier),
        .required("origin", .reference("place")),
        .required("destination", .tariffScope),
        .required("class", .words(CargoClass.self)),
        .required("export_mode", .words(ExportMode.self)),
        .required("tonnes_per_year", .number(Limits.tonnesPerYear)),
        .optional("profile", .reference("profile")),
      ]),
    TableSpec(
      "basket", key: ["id"],
      [
        .required("id", .identifier),
        .required("name_en", .text),
        .optional("name_zh", .text),
        .required("origin", .reference("place")),
        .required("destination", .reference("place")),
        .required("class", .words(CargoClass.self)),
        .optional("mass_kg", .number(Limits.massKG)),
        .optional("teu", .number(Limits.teu)),
        .required("export_mode", .words(ExportMode.self)),
        .optional("objective", .words(BasketItem.Goal.self)),
      ]),
    TableSpec(
      "parameter", key: ["id"],
      [
        .required("id", .identifier),
        .optional("group", .text),
        .optional("name", .text),
        .optional("value", .number(Limits.figure)),
        .optional("text", .text),
        .optional("low", .number(Limits.figure)),
        .optional("high", .number(Limits.figure)),
        .required("unit", .text),
        .optional("year", .text),
        .optional("applies_to", .text),
        .optional("distribution", .text),
      ]),
    TableSpec(
      "check", key: ["id"],
      [
        .required("id", .identifier),
        .required("kind", .text),
        .required("name", .text),
        .optional("from", .reference("place")),
        .optional("to", .reference("place")),
        .required("observed", .number(Limits.figure)),
        .required("unit", .text),
        .required("tolerance", .number(Limits.tolerance)),
        .optional("condition", .text),
        .required("role", .text),
      ]),
    TableSpec(
      "osm/road_distance", key: ["from", "to"],
      [
        .required("from", .reference("place")),
        .required("to", .reference("place")),
        .required("distance_km", .number(Limits.positiveKilometres)),
      ]),
  ]
}
