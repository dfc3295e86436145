// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Geography
import Quantities
import Testing

@testable import Coverage

@Suite struct SurfaceTests {
  /// At the coordinates of a city the last-mile search finds what the router finds for the city.
  ///
  /// Also under a demand, where the truck to the point may be one main haul too many or the last one.
  @Test(arguments: [nil, "air", "air>road", "any*>road?"])
  func `a point that stands where a city stands is delivered like the city`(
    combination: String?
  ) throws {
    let network = IberianNetwork()
    let tables = network.network
    let ready = try ReadyTimes(network: tables, query: network.query)
    let readyTimes = ready.counted.map { ready.instants[$0] }
    var options = RoutingOptions()
    options.combination = try combination.map { try Combination($0) }
    let router = try Router(
      network: tables, consignment: Consignment(), origin: network.query.origin,
      options: options, week: network.query.week)
    let land = OverlandNetwork(
      points: tables.places.map { GeoPoint(latitude: $0.latitude, longitude: $0.longitude) })
    let cities = ["Madrid", "Shanghai", "Toledo", "Valencia"].map(IberianNetwork.place)
    // Approaches of a city are all other places; its own point is where the truck ends.
    let approaches = cities.map { city in
      tables.places.indices.compactMap { place -> PointDelivery.Approach? in
        guard place != city.index,
          let way = land.way(from: min(place, city.index), to: max(place, city.index), maxKM: 600)
        else { return nil }
        return PointDelivery.Approach(place: ID(place), overlandKM: way.kilometres)
      }
    }
    let points = try PointDelivery(router: router, points: approaches)
    let runs = ReadyTimeRuns(
      router: router, origin: network.query.origin, readyTimes: readyTimes, threads: 2)
    let starts = runs.map { search, _ in points.starts(of: search) }
    let times = runs.seconds(to: cities)
    for percentile in [10, 50, 80, 100] {
      let statistics = points.statistics(
        points.table(starts, readyTimes: readyTimes), percentile: percentile, target: 72 * 3_600,
        threads: 2)
      for (number, statistic) in statistics.enumerated() {
        let values = times.map { $0[number] }
        #expect(
          statistic?.seconds == nearestRank(percentile, of: values),
          "P\(percentile) of \(tables.places[cities[number]].id), \(combination ?? "-")")
        #expect((statistic?.inTime ?? 0) == values.count { $0.map { $0 <= 72 * 3_600 } ?? false })
      }
    }
  }

  @Test func `a cell that holds a city has the city's value`() throws {
    let network = IberianNetwork()
    let result = try network.circle(surface: true)
    let tables = network.network
    let world = SurfaceGrid.world.cells()
    for city in result.cities {
      let place = tables.places[city.place]
      let position = try #require(
        SurfaceGrid.world.position(
          latitude: place.latitude, longitude: place.longitude, in: world[...]))
      let cell = result.world.first { $0.index == world[position].index }
      #expect(cell?.seconds == city.statistic, "\(place.id)")
      if let cell { #expect(cell.isHatched == (city.shareOfWidest < 0.5), "\(place.id)") }
    }
    // The consignor's surroundings are drawn nearer.
    let around = try #require(result.grids).origin
    let cells = around.cells()
    #expect(around.degrees < SurfaceGrid.world.degrees)
    let home = tables.places[network.query.origin]
    let position = try #require(
      around.position(latitude: home.latitude, longitude: home.longitude, in: cells[...]))
    #expect(result.around.contains { $0.index == cells[position].index })
    // Nothing crosses the sea to Mallorca, and no truck goes farther than line-haul.
    for cell in result.world {
      let point = try #require(world.first { $0.index == cell.index }).landPoint
      #expect(
        tables.places.contains {
          point.kilometres(
            to: GeoPoint(latitude: $0.latitude, longitude: $0.longitude)) <= 600
        }
          || result.cities.contains { city in
            let place = tables.places[city.place]
            return SurfaceGrid.world.position(
              latitude: place.latitude, longitude: place.longitude, in: world[...]
            ).map { world[$0].index == cell.index } ?? false
          })
    }
    let mallorca = try #require(
      SurfaceGrid.world.position(latitude: 39.7, longitude: 3.1, in: world[...]))
    #expect(!result.world.contains { $0.index == world[mallorca].index })
  }

  @Test func `cells between the cities are later than the airport's neighbours`() throws {
    let network = IberianNetwork(flightsAWeek: 7, clearanceHours: 1)
    let result = try network.circle(surface: true)
    let world = SurfaceGrid.world.cells()
    func seconds(_ latitude: Double, _ longitude: Double) throws -> Int64 {
      let position = try #require(
        SurfaceGrid.world.position(latitude: latitude, longitude: longitude, in: world[...]))
      return try #require(result.world.first { $0.index == world[position].index }?.seconds)
    }
    let nearMadrid = try seconds(40.3, -3.3)
    let farFromMadrid = try seconds(38.3, -5.3)
    #expect(nearMadrid <= farFromMadrid)
  }
}

extension CityResult {
  /// Share of the 84 hand-over hours that make 72 h.
  fileprivate var shareOfWidest: Double {
    let counted = seconds.indices.filter { (8..<20).contains($0 % 24) }
    return Double(counted.count { seconds[$0].map { $0 <= 72 * 3_600 } ?? false }) / 84
  }
}
