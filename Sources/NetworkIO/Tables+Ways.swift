// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

extension TableSpec {
  /// The tables of ways and of who runs on them.
  static let wayTables: [TableSpec] = [
    TableSpec(
      "link", key: ["id"],
      [
        .required("id", .identifier),
        .required("mode", .words(Mode.self)),
        .required("from", .reference("place")),
        .required("to", .reference("place")),
        .required("distance_km", .number(Limits.positiveKilometres)),
        .required("time_h", .number(Limits.hours)),
        .required("carries", .flag),
        .optional("one_way", .flag),
        .optional("passages", .list(.text)),
        .optional("attributes", .text),
      ]),
    TableSpec(
      "crossing", key: ["id"],
      [
        .required("id", .identifier),
        .required("name_en", .text),
        .optional("name_zh", .text),
        .required("lat_a", .number(Limits.latitude)),
        .required("lon_a", .number(Limits.longitude)),
        .required("lat_b", .number(Limits.latitude)),
        .required("lon_b", .number(Limits.longitude)),
        .required("length_km", .number(Limits.positiveKilometres)),
      ]),
    TableSpec(
      "carrier", key: ["id"],
      [
        .required("id", .identifier),
        .required("name_en", .text),
        .optional("name_zh", .text),
        .required("homes", .list(.reference("territory"))),
      ]),
    TableSpec(
      "traffic_right", key: ["carrier", "service", "from", "to"],
      [
        .required("carrier", .reference("carrier")),
        .optional("service", .reference("service")),
        .required("from", .reference("place")),
        .required("to", .reference("place")),
        .required("freedom", .integer(Bounds(5, 9))),
      ]),
  ]
}
