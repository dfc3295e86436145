// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Quantities
import Testing

@testable import Coverage

/// Export mode 9810: the clock of the order starts at a warehouse abroad that holds stock.
@Suite struct OrderClockTests {
  private let stock = IberianNetwork()

  private func circle(warehouse: Bool, _ mode: ExportMode) throws -> CoverageResult {
    var network = stock.network
    if warehouse {
      network.places.append(
        Place(
          id: "Warehouse", nameEN: "Warehouse", nameZH: "海外仓", kind: .overseasWarehouse,
          latitude: 40.3, longitude: -3.7, territory: ID(1), timeZone: "Europe/Madrid",
          provenance: Provenance(quality: .assumed)))
    }
    var query = stock.query
    query.consignment.exportMode = mode
    var computation = CircleComputation(network: network, query: query)
    computation.drawsSurface = false
    computation.triesSwings = false
    return try computation.run()
  }

  @Test func `an order is delivered from the warehouse, without export or import`() throws {
    let orders = try circle(warehouse: true, .overseasWarehouse)
    let madrid = try #require(orders.city("Madrid"))
    #expect(madrid.itinerary?.legs.first?.from.index == IberianNetwork.places.count)
    let kinds = Set(madrid.itinerary?.legs.map(\.kind) ?? [])
    #expect(kinds.isDisjoint(with: [.mainHaul, .exportClearance, .importClearance]))
    #expect(madrid.status == .within)
    let parcels = try circle(warehouse: true, .directParcel)
    #expect(try #require(madrid.statistic) < #require(parcels.city("Madrid")?.statistic))
  }

  @Test func `cities of the home area are served from the origin`() throws {
    let orders = try circle(warehouse: true, .overseasWarehouse)
    let parcels = try circle(warehouse: true, .directParcel)
    #expect(orders.city("Shanghai")?.seconds == parcels.city("Shanghai")?.seconds)
  }

  @Test func `without a warehouse in its area a city is unreachable, and says so`() throws {
    let madrid = try #require(try circle(warehouse: false, .overseasWarehouse).city("Madrid"))
    #expect(madrid.status == .unreachable)
    #expect(madrid.reason?.code == "reason.no_warehouse")
  }
}
