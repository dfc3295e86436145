// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

extension NetworkAssembly {
  mutating func readRights() {
    rights = readRows("traffic_right") { assembly, table, row in assembly.right(table, row) }
    rights.sort { Self.sortKey($0).lexicographicallyPrecedes(Self.sortKey($1)) }
  }

  private mutating func right(_ table: DecodedTable, _ row: Int) -> TrafficRight? {
    let columns = (table.column("carrier"), table.column("service"))
    guard let carrier = table.id(row, columns.0, Carrier.self),
      let from = table.id(row, table.column("from"), Place.self),
      let to = table.id(row, table.column("to"), Place.self),
      let freedom = table.integer(row, table.column("freedom"))
    else { return nil }
    let id = table.id(row, columns.1, Service.self)
    let ends = [table.text(row, table.column("from")), table.text(row, table.column("to"))]
    if let id {
      guard let own = carrierOfService(id), own == carrier else {
        if let own = carrierOfService(id) {
          let name = references["carrier"].ids[own.index]
          fault(
            .rightOtherCarrier, table, row, "service",
            [table.text(row, columns.1), name, table.text(row, columns.0)], hint: [name])
        }
        return nil
      }
      guard let service = services[id.index] else { return nil }
      guard calls(service, from, before: to) else {
        fault(.rightNotCalled, table, row, "from", [service.id] + ends)
        return nil
      }
    } else if from == to {
      fault(.sameEnds, table, row, "to", [table.text(row, columns.0), ends[1]])
      return nil
    }
    let homes = carriers[carrier.index]?.homes ?? []
    let territories = [from, to].compactMap { places[$0.index]?.territory }
    if let home = homes.first(where: territories.contains) {
      warn(
        .rightNeedless, table, row, "carrier",
        [table.text(row, columns.0), references["territory"].ids[home.index]] + ends)
    }
    return TrafficRight(
      carrier: carrier, service: id, from: from, to: to, freedom: freedom,
      provenance: provenance(table, row))
  }

  /// As the service's row says, even where other cells of the row are faulty.
  private func carrierOfService(_ service: ID<Service>) -> ID<Carrier>? {
    guard let table = tables["service"], let row = references["service"].rows[service.index].first
    else { return nil }
    return table.id(row, table.column("carrier"))
  }

  private func calls(_ service: Service, _ from: ID<Place>, before to: ID<Place>) -> Bool {
    let calls = service.stops.filter { !$0.isPassage }.map(\.place)
    guard let first = calls.firstIndex(of: from), let last = calls.lastIndex(of: to)
    else { return false }
    return first < last
  }

  private static func sortKey(_ right: TrafficRight) -> [Int] {
    [
      right.carrier.index, right.service.map { $0.index } ?? -1, right.from.index, right.to.index,
      right.freedom,
    ]
  }
}
