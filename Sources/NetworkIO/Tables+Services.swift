// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

extension TableSpec {
  /// The tables of the timetable.
  static let serviceTables: [TableSpec] = [
    TableSpec(
      "slot_rule", key: ["id"],
      [
        .required("id", .identifier),
        .required("day_order", .list(.days)),
        .required("time_order", .list(.time)),
      ]),
    TableSpec(
      "service", key: ["id"],
      [
        .required("id", .identifier),
        .optional("name_en", .text),
        .required("mode", .words(Mode.self)),
        .optional("service_type", .text),
        .required("carrier", .reference("carrier")),
        .optional("vehicle", .text),
        .required("status", .words(ServiceStatus.self)),
        .optional("frequency_per_week", .number(Limits.departuresPerWeek)),
        .optional("slot_rule", .reference("slot_rule")),
        .optional("slot_phase", .integer(Bounds(0, 6))),
        .optional("phase_week", .integer(Limits.weekPhase)),
        .optional("cutoff_h", .number(Limits.hours)),
        .optional("release_h", .number(Limits.hours)),
        .optional("passages", .list(.text)),
        .optional("customs_transit", .flag),
        .optional("assumed_interline", .flag),
        .optional("valid_from", .date),
        .optional("valid_to", .date),
        .optional("assumed_fields", .text),
      ]),
    TableSpec(
      "stop_time", key: ["service", "sequence"],
      [
        .required("service", .reference("service")),
        .required("sequence", .integer(Limits.position)),
        .required("place", .reference("place")),
        .optional("kind", .word(["call", "passage"])),
        .optional("arrive_h", .number(Limits.hours)),
        .optional("depart_h", .number(Limits.hours)),
        .optional("arrive", .stopTime),
        .optional("depart", .stopTime),
      ]),
    TableSpec(
      "departure", key: [],
      [
        .required("service", .reference("service")),
        .optional("days", .days),
        .optional("date", .date),
        .required("time", .time),
        .optional("period_weeks", .integer(Limits.weeks)),
        .optional("phase_week", .integer(Limits.weekPhase)),
      ]),
    TableSpec(
      "service_exception", key: ["service", "date", "action", "time"],
      [
        .required("service", .reference("service")),
        .required("date", .date),
        .required("action", .word(["cancel", "add"])),
        .optional("time", .time),
      ]),
    TableSpec(
      "capacity", key: ["service", "class"],
      [
        .required("service", .reference("service")),
        .required("class", .words(CargoClass.self)),
        .required("amount", .number(Limits.capacity)),
        .required("unit", .word(["kg", "t", "m3", "TEU"])),
      ]),
  ]
}
