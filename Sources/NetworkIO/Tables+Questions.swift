// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel

extension TableSpec {
  /// The tables of circles, cargo, named numbers and published figures.
  static let questionTables: [TableSpec] = [
    TableSpec(
      "tier", key: ["circle", "tier"],
      [
        .required("circle", .text),
        .required("tier", .integer(Bounds(low: 1))),
        .required("target_h", .number(.positive)),
        .required("name_en", .text),
        .optional("name_zh", .text),
      ]),
    TableSpec(
      "target", key: ["set", "place"],
      [
        .required("set", .text),
        .required("place", .reference("place")),
        .required("tier", .integer(.notNegative)),
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
        .required("tonnes_per_year", .number(.notNegative)),
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
        .optional("mass_kg", .number(.positive)),
        .optional("teu", .number(.positive)),
        .required("export_mode", .words(ExportMode.self)),
        .optional("objective", .words(BasketItem.Goal.self)),
      ]),
    TableSpec(
      "parameter", key: ["id"],
      [
        .required("id", .identifier),
        .optional("group", .text),
        .optional("name", .text),
        .optional("value", .number(.any)),
        .optional("text", .text),
        .optional("low", .number(.any)),
        .optional("high", .number(.any)),
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
        .required("observed", .number(.any)),
        .required("unit", .text),
        .required("tolerance", .number(.notNegative)),
        .optional("condition", .text),
        .required("role", .text),
      ]),
    TableSpec(
      "osm/road_distance", key: ["from", "to"],
      [
        .required("from", .reference("place")),
        .required("to", .reference("place")),
        .required("distance_km", .number(.positive)),
      ]),
  ]
}
