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
        .optional("fixed", .number(Limits.fixedCharge)),
        .optional("per_kg", .number(Limits.chargePerKG)),
        .optional("per_teu", .number(Limits.chargePerTEU)),
        .optional("per_tkm", .number(Limits.chargePerTonneKM)),
        .optional("per_teukm", .number(Limits.chargePerTEUKM)),
        .optional("minimum", .number(Limits.fixedCharge)),
        .required("currency", .text),
        .optional("price_date", .text),
        .optional("low", .number(Limits.charge)),
        .optional("high", .number(Limits.charge)),
      ]),
    TableSpec(
      "emission_factor", key: ["id"],
      [
        .required("id", .identifier),
        .required("mode", .words(Mode.self)),
        .optional("service_type", .text),
        .optional("from_km", .number(Limits.kilometres)),
        .optional("to_km", .number(Limits.positiveKilometres)),
        .required("g_per_tkm", .number(Limits.gramsPerTonneKM)),
        .optional("year", .integer(Limits.years)),
      ]),
  ]
}
