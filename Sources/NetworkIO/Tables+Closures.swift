// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel

extension TableSpec {
  /// The tables of what is closed for a while and of what may fail.
  static let closureTables: [TableSpec] = [
    TableSpec(
      "closure", key: ["id"],
      [
        .required("id", .identifier),
        .required("kind", .words(NetworkElement.Kind.self)),
        .required("target", .text),
        .optional("from", .instant),
        .optional("to", .instant),
        .optional("days", .days),
        .optional("start", .time),
        .optional("end", .closingTime),
      ]),
    TableSpec(
      "disruption", key: ["id"],
      [
        .required("id", .identifier),
        .required("kind", .words(NetworkElement.Kind.self)),
        .required("target", .text),
        .required("rate_per_year", .number(Limits.eventsPerYear)),
        .required("median_h", .number(Limits.hours)),
        .optional("low_h", .number(Limits.hours)),
        .optional("high_h", .number(Limits.hours)),
        .optional("event", .text),
        .optional("recovery_h", .number(Limits.hours)),
      ]),
  ]
}
