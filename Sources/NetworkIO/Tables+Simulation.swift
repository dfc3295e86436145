// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

extension TableSpec {
  /// The tables of what only the capacity simulation reads: others' traffic and when it comes.
  static let simulationTables: [TableSpec] = [
    TableSpec(
      "profile", key: ["id", "kind", "position"],
      [
        .required("id", .identifier),
        .required("kind", .words(Profile.Kind.self)),
        .required("position", .integer(Bounds(0, 53))),
        .required("factor", .number(Limits.factor)),
      ]),
    TableSpec(
      "background", key: ["id"],
      [
        .required("id", .identifier),
        .required("resource", .reference("resource")),
        .required("per_year", .number(Limits.arrivalsPerYear)),
        .required("work", .number(Limits.work)),
        .optional("work_cv", .number(Limits.variation)),
        .optional("units", .integer(Limits.servers)),
        .optional("arrival_stages", .integer(Limits.stages)),
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
        .required("share", .number(Limits.share)),
        .optional("low", .number(Limits.share)),
        .optional("high", .number(Limits.share)),
      ]),
    TableSpec(
      "inspection", key: ["export_mode", "side", "area"],
      [
        .optional("export_mode", .words(ExportMode.self)),
        .required("side", .words(InspectionRule.Side.self)),
        .optional("area", .territoryScope),
        .required("probability", .number(Limits.share)),
        .required("hold_h", .number(Limits.hours)),
        .optional("low_h", .number(Limits.hours)),
        .optional("high_h", .number(Limits.hours)),
      ]),
  ]
}
