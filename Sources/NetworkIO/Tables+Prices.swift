// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel

extension TableSpec {
  /// The tables of money and CO2e.
  static let priceTables: [TableSpec] = [
    TableSpec(
      "tariff", key: ["id"],
      [
        .required("id", .identifier),
        .required("purpose", .word(["main_haul", "line_haul", "van", "full_truck"])),
        .optional("mode", .words(Mode.self)),
        .optional("service_type", .text),
        .optional("service", .reference("service")),
        .required("from", .tariffScope),
        .required("to", .tariffScope),
        .optional("class", .words(CargoClass.self)),
        .optional("fixed", .number(.notNegative)),
        .optional("per_kg", .number(.notNegative)),
        .optional("per_teu", .number(.notNegative)),
        .optional("per_tkm", .number(.notNegative)),
        .optional("per_teukm", .number(.notNegative)),
        .optional("minimum", .number(.notNegative)),
        .required("currency", .text),
        .optional("price_date", .text),
        .optional("low", .number(.notNegative)),
        .optional("high", .number(.notNegative)),
      ]),
    TableSpec(
      "emission_factor", key: ["id"],
      [
        .required("id", .identifier),
        .required("mode", .words(Mode.self)),
        .optional("service_type", .text),
        .optional("from_km", .number(.notNegative)),
        .optional("to_km", .number(.positive)),
        .required("g_per_tkm", .number(.notNegative)),
        .optional("year", .integer(Bounds(low: 1900, high: 2100))),
      ]),
  ]
}
