// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel

extension TableSpec {
  /// The tables of what only the capacity simulation reads: others' traffic and when it comes.
  static let simulationTables: [TableSpec] = [
    TableSpec(
      "profile", key: ["id", "kind", "position"],
      [
        .required("id", .identifier),
        .required("kind", .words(Profile.Kind.self)),
        .required("position", .integer(.notNegative)),
        .required("factor", .number(.notNegative)),
      ]),
    TableSpec(
      "background", key: ["id"],
      [
        .required("id", .identifier),
        .required("resource", .reference("resource")),
        .required("per_year", .number(.positive)),
        .required("work", .number(.positive)),
        .optional("work_cv", .number(.notNegative)),
        .optional("units", .integer(Bounds(low: 1))),
        .optional("arrival_stages", .integer(Bounds(low: 1, high: 1_000))),
        .optional("profile", .reference("profile")),
      ]),
    TableSpec(
      "load", key: ["id"],
      [
        .required("id", .identifier),
        .required("mode", .words(Mode.self)),
        .optional("service_type", .text),
        .optional("place", .reference("place")),
        .optional("class", .words(CargoClass.self)),
        .required("share", .number(.share)),
        .optional("low", .number(.share)),
        .optional("high", .number(.share)),
      ]),
    TableSpec(
      "inspection", key: ["export_mode", "side", "area"],
      [
        .optional("export_mode", .words(ExportMode.self)),
        .required("side", .words(InspectionRule.Side.self)),
        .optional("area", .territoryScope),
        .required("probability", .number(.share)),
        .required("hold_h", .number(.notNegative)),
        .optional("low_h", .number(.notNegative)),
        .optional("high_h", .number(.notNegative)),
      ]),
  ]
}
