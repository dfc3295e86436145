// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

extension NetworkAssembly {
  /// Warns of services for which no tariff or emission factor fits: once for a service and a class.
  mutating func warnOfUnpriced() {
    guard let header, !log.hasErrors, let table = tables["service"] else { return }
    let network = network(header)
    for cargoClass in CargoClass.allCases {
      let choice = TariffChoice(network, cargoClass)
      for number in network.services.indices {
        let service = network.services[number]
        guard service.status.runs, (service.capacity[cargoClass]?.amount ?? 0) > 0,
          let row = references["service"].rows[number].first
        else { continue }
        let calls = service.stops.filter { !$0.isPassage }.map(\.place)
        let pairs = calls.indices.flatMap { i in
          calls[(i + 1)...].filter { $0 != calls[i] }.map { (from: calls[i], to: $0) }
        }.filter { network.mayCarry(ID(number), from: $0.from, to: $0.to) }
        let unpriced = pairs.filter {
          choice.tariff(
            "main_haul", service.mode, type: service.serviceType, service: ID(number),
            from: $0.from, to: $0.to) == nil
        }
        if let first = unpriced.first {
          warn(
            .serviceUnpriced, table, row, "id",
            [
              service.id, cargoClass.rawValue, String(unpriced.count), String(pairs.count),
              network.places[first.from].id, network.places[first.to].id,
            ], hint: [cargoClass.rawValue])
        }
        let factor = network.emissionFactor(
          service.mode, type: service.serviceType, distanceKM: nil)
        if factor == nil, !pairs.isEmpty {
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
