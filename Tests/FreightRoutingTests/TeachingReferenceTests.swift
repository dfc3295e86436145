// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import NetworkIO
import Quantities
import Testing

/// The two searches on the network that the documentation draws.
@Suite struct TeachingReferenceTests {
  private static let repository =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  private static let consignments = [
    Consignment(), Consignment(exportMode: .bonded),
    Consignment(cargoClass: .air, massKG: 300, exportMode: .generalTrade),
    Consignment(cargoClass: .lcl, massKG: 2_000, volumeM3: 5, exportMode: .generalTrade),
    Consignment(cargoClass: .fcl, teu: 2, exportMode: .generalTrade),
  ]

  @Test(arguments: consignments)
  func `fast and slow search agree on the teaching network from every place`(
    consignment: Consignment
  ) throws {
    let network = try NetworkReader.read(directory: Self.repository + "/networks/teaching").network
    let week = network.header.referenceWeek
    let options = RoutingOptions()
    let reference = try ReferenceSearch(
      network: network, consignment: consignment, options: options, week: week)
    for origin in network.places.indices.map({ ID<Place>($0) }) {
      let router = try Router(
        network: network, consignment: consignment, origin: origin, options: options, week: week)
      var search = RouterSearch(router)
      for hour in stride(from: 7, to: 168, by: 23) {
        let readyAt = router.epoch + Int64(hour) * secondsPerHour
        search.run(from: origin, readyAt: readyAt)
        let answers = reference.deliveries(from: origin, readyAt: readyAt)
        for target in network.places.indices {
          let what: Comment =
            "\(network.places[origin].id) to \(network.places[target].id), hour \(hour)"
          let itinerary = search.itinerary(to: ID(target))
          #expect(itinerary?.arrive == answers[target]?.arrive, what)
          #expect(itinerary?.cost == answers[target]?.cost, what)
          #expect(itinerary?.co2e == answers[target]?.co2e, what)
        }
      }
    }
  }

  @Test(arguments: consignments)
  func `fast and slow search agree on the alternatives from the teaching network's home`(
    consignment: Consignment
  ) throws {
    let network = try NetworkReader.read(directory: Self.repository + "/networks/teaching").network
    let week = network.header.referenceWeek
    let origin = try #require(network.findPlace("HZ"))
    let reference = try ReferenceSearch(
      network: network, consignment: consignment, options: RoutingOptions(), week: week)
    let router = try Router(
      network: network, consignment: consignment, origin: origin, options: RoutingOptions(),
      week: week)
    for hour in stride(from: 7, to: 168, by: 46) {
      let readyAt = router.epoch + Int64(hour) * secondsPerHour
      let sets = reference.alternatives(from: origin, readyAt: readyAt)
      for target in network.places.indices {
        let found = router.alternatives(
          AlternativesQuery(origin: origin, destination: ID(target), readyAt: readyAt)
        ).itineraries
        let what: Comment = "to \(network.places[target].id), hour \(hour)"
        #expect(found.map(\.arrive) == sets[target].map(\.arrive), what)
        #expect(found.map(\.cost) == sets[target].map(\.cost), what)
        #expect(found.map(\.co2e) == sets[target].map(\.co2e), what)
      }
    }
  }
}
