// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Geography
import Quantities
import Testing

@testable import Coverage

private let assumed = Provenance(quality: .assumed)

/// Cities and ports by name and place; the first is the origin.
private func network(_ places: (String, Double, Double)...) -> Network {
  var network = Network(
    header: NetworkHeader(
      name: "n", homeTimeZone: "Pacific/Auckland", referenceWeek: CivilDate(dayNumber: 20_514),
      currency: "NZD"))
  network.territories = [Territory(code: "NZ", nameEN: "NZ", nameZH: "", provenance: assumed)]
  network.places = places.enumerated().map { number, row in
    Place(
      id: row.0, nameEN: row.0, nameZH: row.0, kind: number == 0 ? .city : .seaport,
      latitude: row.1, longitude: row.2, territory: ID(0), timeZone: "Pacific/Auckland",
      provenance: assumed)
  }
  return network
}

/// The least turn eastwards from the window's west edge to a meridian is no more than its width.
private func holds(_ window: MapWindow, _ latitude: Double, _ longitude: Double) -> Bool {
  let turn = (longitude - window.west + 720).truncatingRemainder(dividingBy: 360)
  return latitude >= window.south && latitude <= window.north && turn <= window.east - window.west
}

@Suite struct MapWindows {
  @Test func `New Zealand and the Chathams beyond 180 degrees are one window`() throws {
    let network = network(
      ("Wellington", -41.29, 174.78), ("Auckland", -36.84, 174.76), ("Waitangi", -43.95, -176.56),
      ("Bluff", -46.6, 168.34))
    let window = try #require(MapWindow.whole(network))
    for place in network.places { #expect(holds(window, place.latitude, place.longitude)) }
    #expect(window.east > 180 && window.west < 180)
    #expect(window.east - window.west < 60)
    let grids = SurfaceGrids(network: network, origin: ID(0))
    let cells = try #require(grids.network).cells()
    #expect(cells.map(\.index) == cells.map(\.index).sorted())
    #expect(Set(cells.map(\.index)).count == cells.count)
    #expect(cells.contains { $0.centre.longitude < -176 && $0.centre.latitude < -43 })
    #expect(cells.contains { $0.centre.longitude > 174 && $0.centre.latitude > -38 })
    #expect(!cells.contains { abs($0.centre.longitude) < 150 })
  }

  @Test func `a network on both sides of the globe has no map but the world's`() {
    #expect(
      MapWindow.whole(network(("A", 30, 120), ("B", 40, -74), ("C", 50, 8), ("D", -34, 18)))
        == nil)
  }

  @Test(arguments: [89.5, 78.2, 0, -89.9]) func `a window at a pole ends there`(latitude: Double) {
    let window = MapWindow.around(ID(0), in: network(("A", latitude, 15)))
    #expect(window.south >= -90 && window.north <= 90 && window.south < window.north)
    #expect(window.east - window.west <= 360)
    #expect(holds(window, latitude, 15))
    let cells = SurfaceGrids(network: network(("A", latitude, 15)), origin: ID(0)).origin.cells()
    #expect(cells.count <= 20_000)
  }

  @Test(arguments: 0..<200)
  func `any place stands in its own surroundings and in its network`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 7
    func random(_ range: ClosedRange<Double>) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound
        + Double(state >> 33) / Double(UInt32.max >> 1) * (range.upperBound - range.lowerBound)
    }
    let (latitude, longitude) = (random(-89...89), random(-180...179.9))
    var places = [("A", latitude, longitude)]
    for number in 0..<4 {
      let x = longitude + random(-9...9)
      places.append(
        (
          "P\(number)", max(-90, min(90, latitude + random(-6...6))),
          x >= 180 ? x - 360 : x < -180 ? x + 360 : x
        ))
    }
    let network = network(places[0], places[1], places[2], places[3], places[4])
    let around = MapWindow.around(ID(0), in: network)
    #expect(holds(around, latitude, longitude), "seed \(seed)")
    #expect(around.west >= -180 && around.west < 180, "seed \(seed)")
    guard let whole = MapWindow.whole(network) else { return }
    for place in network.places {
      #expect(holds(whole, place.latitude, place.longitude), "seed \(seed): \(place.id)")
    }
  }
}
