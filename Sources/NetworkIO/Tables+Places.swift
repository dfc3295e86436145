// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel

extension TableSpec {
  /// The tables of places and of what stands at them.
  static let placeTables: [TableSpec] = [
    TableSpec(
      "territory", isRequired: true, key: ["code"],
      [
        .required("code", .identifier),
        .required("name_en", .text),
        .optional("name_zh", .text),
        .optional("customs_area", .text),
        .optional("market", .text),
        .optional("west", .number(Limits.longitude)),
        .optional("south", .number(Limits.latitude)),
        .optional("east", .number(Limits.longitude)),
        .optional("north", .number(Limits.latitude)),
      ]),
    TableSpec(
      "place", isRequired: true, key: ["id"],
      [
        .required("id", .identifier),
        .required("name_en", .text),
        .optional("name_zh", .text),
        .required("kind", .words(PlaceKind.self)),
        .required("lat", .number(Limits.degrees)),
        .required("lon", .number(Limits.degrees)),
        .required("territory", .reference("territory")),
        .required("time_zone", .text),
        .optional("population", .integer(Limits.people)),
        .optional("iata", .text),
        .optional("locode", .text),
        .optional("crs", .word(["wgs84", "gcj02", "bd09"])),
      ]),
    TableSpec(
      "opening_hours", key: [],
      [
        .required("id", .identifier),
        .required("days", .days),
        .required("opens", .time),
        .required("closes", .closingTime),
      ]),
    TableSpec(
      "hours_exception", key: [],
      [
        .required("hours", .reference("opening_hours")),
        .required("date", .date),
        .optional("opens", .time),
        .optional("closes", .closingTime),
      ]),
    TableSpec(
      "terminal", key: ["place"],
      [
        .required("place", .reference("place")),
        .required("modes", .list(.words(Mode.self))),
        .optional("gate_hours", .reference("opening_hours")),
        .required("customs", .flag),
        .optional("customs_hours", .reference("opening_hours")),
        .optional("storage_capacity", .number(Limits.capacity)),
        .optional("storage_unit", .word(["t", "TEU"])),
        .optional("free_storage_days", .number(Limits.days)),
        .optional("observed_dwell_h", .number(Limits.hours)),
        .optional("throughput", .number(Limits.positiveFigure)),
        .optional("throughput_unit", .text),
        .optional("throughput_year", .integer(Limits.years)),
      ]),
    TableSpec(
      "handling", key: ["place", "place_kind", "inbound", "outbound", "class"],
      [
        .optional("place", .reference("place")),
        .optional("place_kind", .words(PlaceKind.self)),
        .required("inbound", .words(Mode.self)),
        .required("outbound", .words(Mode.self)),
        .optional("class", .words(CargoClass.self)),
        .required("time_h", .number(Limits.hours)),
        .optional("low_h", .number(Limits.hours)),
        .optional("high_h", .number(Limits.hours)),
        .optional("distribution", .word(["lognormal", "gamma", "triangular", "fixed"])),
        .optional("cost_cny", .number(Limits.fixedCharge)),
        .optional("cost_cny_per_kg", .number(Limits.chargePerKG)),
        .optional("cost_cny_per_teu", .number(Limits.chargePerTEU)),
        .optional("co2e_kg", .number(Limits.emission)),
        .optional("co2e_kg_per_t", .number(Limits.emission)),
        .optional("resource", .reference("resource")),
      ]),
    TableSpec(
      "resource", key: ["id"],
      [
        .required("id", .identifier),
        .required("place", .reference("place")),
        .required("kind", .words(ResourceKind.self)),
        .required("servers", .integer(Limits.servers)),
        .required("rate", .number(Limits.workRate)),
        .required("rate_unit", .text),
        .optional("shifts", .reference("opening_hours")),
        .optional("cv", .number(Limits.variation)),
        .optional("mtbf_h", .number(Limits.failureHours)),
        .optional("mttr_h", .number(Limits.repairHours)),
      ]),
  ]
}
