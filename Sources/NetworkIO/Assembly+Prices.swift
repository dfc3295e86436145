// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

extension NetworkAssembly {
  mutating func readPrices() {
    var currencies: Set<String> = ["CNY"]
    if let table = tables["parameter"] {
      let id = table.column("id")
      currencies.formUnion(
        table.rows.map { table.text($0, id) }.filter { $0.hasPrefix("fx.") }
          .map { String($0.dropFirst(3)) })
    }
    tariffs = readRows("tariff") { assembly, table, row in
      assembly.tariff(table, row, &currencies)
    }
    let modes = Mode.allCases
    emissionFactors = readRows("emission_factor") { assembly, table, row in
      let (from, to) = (table.column("from_km"), table.column("to_km"))
      guard let mode = assembly.word(table, row, table.column("mode"), modes),
        let grams = table.number(row, table.column("g_per_tkm"))
      else { return nil }
      let start = table.number(row, from) ?? 0
      let end = table.number(row, to) ?? .infinity
      guard start < end else {
        assembly.fault(
          .distanceOrder, table, row, "to_km",
          ["to_km", table.text(row, to), "from_km", table.text(row, from)])
        return nil
      }
      return EmissionFactor(
        id: table.text(row, table.column("id")), mode: mode,
        serviceType: table.text(row, table.column("service_type")), fromKM: start, toKM: end,
        gramsPerTonneKM: grams, year: table.integer(row, table.column("year")),
        provenance: assembly.provenance(table, row))
    }
  }

  private mutating func tariff(
    _ table: DecodedTable, _ row: Int, _ currencies: inout Set<String>
  ) -> Tariff? {
    let currency = table.text(row, table.column("currency"))
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    guard currency.utf8.count == 3, currency.utf8.allSatisfy(capitals.contains) else {
      fault(.currency, table, row, "currency", [currency])
      return nil
    }
    if currencies.insert(currency).inserted {
      fault(.exchangeRate, table, row, "currency", [currency], hint: [currency])
      return nil
    }
    let (low, high) = (table.column("low"), table.column("high"))
    if let least = table.number(row, low), let most = table.number(row, high), least > most {
      fault(
        .rangeOrder, table, row, "low",
        [table.text(row, low), "low", table.text(row, high), "high"])
      return nil
    }
    func amount(_ column: String) -> Double { table.number(row, table.column(column)) ?? 0 }
    return Tariff(
      id: table.text(row, table.column("id")), purpose: table.text(row, table.column("purpose")),
      mode: word(table, row, table.column("mode"), Mode.allCases),
      serviceType: table.text(row, table.column("service_type")),
      service: table.id(row, table.column("service")),
      from: table.text(row, table.column("from")), to: table.text(row, table.column("to")),
      cargoClass: word(table, row, table.column("class"), CargoClass.allCases),
      fixed: amount("fixed"), perKilogram: amount("per_kg"), perTEU: amount("per_teu"),
      perTonneKM: amount("per_tkm"), perTEUKM: amount("per_teukm"), minimum: amount("minimum"),
      currency: currency, priceDate: table.text(row, table.column("price_date")),
      low: table.number(row, low), high: table.number(row, high),
      provenance: provenance(table, row))
  }
}
