// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

extension NetworkAssembly {
  /// Warns of services for which no tariff or emission factor fits: once for a service and a class.
  mutating func warnOfUnpriced() {
    guard let header, !log.hasErrors, let table = tables["service"] else { return }
    let network = network(header)
    for cargoClass in CargoClass.allCases {
      for unpriced in network.unpricedServices(cargoClass) {
        let service = network.services[unpriced.service]
        guard let row = references["service"].rows[unpriced.service.index].first else { continue }
        if let first = unpriced.firstUnpriced {
          warn(
            .serviceUnpriced, table, row, "id",
            [
              service.id, cargoClass.rawValue, String(unpriced.unpricedCount),
              String(unpriced.pairCount), network.places[first.from].id,
              network.places[first.to].id,
            ], hint: [cargoClass.rawValue])
        }
        if !unpriced.hasFactor {
          warn(
            .serviceWithoutFactor, table, row, "id", [service.id, cargoClass.rawValue],
            hint: [service.mode.rawValue])
        }
      }
    }
  }

  /// A network not in yuan states what one unit of its currency is in yuan, and of what year the rate is.
  mutating func checkCurrency() {
    guard let currency = header?.currency, currency != "CNY" else { return }
    let id = "fx." + currency
    let table = tables["parameter"]
    let row = table?.rows.first { row in table.map { $0.text(row, $0.column("id")) } == id }
    let isDated = row.map { row in table?.text(row, table?.column("year") ?? 0).isEmpty == false }
    guard isDated != true else { return }
    log.add(
      .headerCurrency, .error, table: 0, file: "datapackage.json", line: 0, column: 0, [currency],
      hint: [currency])
  }
}
