// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Geography
import Quantities
import Testing

@testable import Coverage

private let assumed = Provenance(quality: .assumed)

/// Madrid, and Zaragoza 320 km away by a listed road: too far for a truck that no row lists.
private func iberia(links: [Link]) -> Network {
  var network = IberianNetwork().network
  network.lineHauls = []
  network.links = links
  return network
}

private func road(
  _ from: String, _ to: String, km: Double, hours: Double, oneWay: Bool = false
) -> Link {
  Link(
    id: "\(from)-\(to)", mode: .road, from: IberianNetwork.place(from),
    to: IberianNetwork.place(to), distanceKM: km, seconds: wholeSeconds(hours: hours),
    carries: true, oneWay: oneWay, provenance: assumed)
}

private func circle(_ network: Network, every: Bool = false) throws -> CoverageResult {
  var query = IberianNetwork().query
  query.origin = IberianNetwork.place("Madrid")
  query.consignment = Consignment(cargoClass: .fcl, teu: 1)
  query.ready = .all
  var computation = CircleComputation(network: network, query: query)
  computation.triesSwings = false
  computation.keepsEveryHour = every
  return try computation.run()
}

/// The value of the world's cell at a point; nil where nothing reaches it.
private func seconds(_ result: CoverageResult, _ latitude: Double, _ longitude: Double) -> Int64? {
  let cells = SurfaceGrid.world.cells()
  let position = SurfaceGrid.world.position(
    latitude: latitude, longitude: longitude, in: cells[...])
  return position.flatMap { at in result.world.first { $0.index == cells[at].index }?.seconds }
}

@Suite struct TrucksOverListedRoads {
  @Test func `a box's truck goes on from the city that it was driven to`() throws {
    // Valencia is 303 km from Madrid: 394 km by derived road, beyond drayage.
    let without = try circle(iberia(links: []))
    #expect(without.city("Valencia")?.statistic == nil)
    #expect(seconds(without, 39.75, -0.75) == nil)
    let with = try circle(iberia(links: [road("Madrid", "Valencia", km: 357, hours: 5)]))
    let city = try #require(with.city("Valencia")?.statistic)
    #expect(seconds(with, 39.4697, -0.3774) == city)
    // The cell to its north-west is half an hour's drive away.
    let beside = try #require(seconds(with, 39.75, -0.75))
    #expect(abs(beside - city) <= 24 * 3_600)
    // As far as the truck goes on, and no farther: Murcia stays without.
    #expect(seconds(with, 38.25, -1.25) == nil)
  }

  @Test func `a closed or one-way road brings no truck to the cells behind it`() throws {
    let way = road("Madrid", "Valencia", km: 357, hours: 5)
    var closed = iberia(links: [way])
    closed.closures = [Closure(id: "shut", element: .link(ID(0)), provenance: assumed)]
    #expect(seconds(try circle(closed), 39.75, -0.75) == nil)
    let back = road("Valencia", "Madrid", km: 357, hours: 5, oneWay: true)
    #expect(seconds(try circle(iberia(links: [back])), 39.75, -0.75) == nil)
  }
}

@Suite struct WaysOfTheWeek {
  @Test func `every hour has the way whose delivery it has`() throws {
    let network = IberianNetwork()
    var computation = CircleComputation(network: network.network, query: network.query)
    (computation.drawsSurface, computation.triesSwings) = (false, false)
    computation.keepsEveryHour = true
    let result = try computation.run()
    for city in result.cities {
      let week = try #require(city.week)
      #expect(week.wayOfHour.count == 168)
      for (hour, number) in week.wayOfHour.enumerated() {
        guard let seconds = city.seconds[hour] else {
          #expect(number == -1)
          continue
        }
        let way = week.ways[number]
        let latest = try #require(city.seconds[way.hour])
        #expect(hour <= way.hour)
        #expect(Int64(hour) * 3_600 + seconds == Int64(way.hour) * 3_600 + latest)
        #expect(way.moves.last?.to == city.place)
        let first = try #require(way.moves.first)
        #expect(first.depart - result.weekStart >= Int64(way.hour) * 3_600)
      }
      // Neighbours of one delivery share a way.
      #expect(week.ways.count < 168 || week.wayOfHour.allSatisfy { $0 < 0 })
    }
  }
}
