// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Quantities

@testable import Coverage

private let assumed = Provenance(quality: .assumed)
private let hour: Int64 = 3_600

/// Eight places: a consignor in Hangzhou, an airport on either side, cities around both.
///
///     HZ ──20 km── HGH ✈ Tue, Fri 22:00 ── MAD ──14 km── Madrid ──70 km── Toledo
///      └──line-haul── Shanghai                             └── line-haul ── Valencia
///     Palma is on an island, and nothing goes there.
struct IberianNetwork {
  var flightsAWeek = 2.0
  var clearanceHours = 12.0
  var lineHaulTimes = [2 * 3_600, 10 * 3_600, 22 * 3_600]

  static let places = [
    "HGH", "HZ", "MAD", "Madrid", "Palma", "Shanghai", "Toledo", "Valencia",
  ]

  static func place(_ id: String) -> ID<Place> {
    ID(places.firstIndex(of: id) ?? places.count)
  }

  var network: Network {
    var network = Network(
      header: NetworkHeader(
        name: "iberian", homeTimeZone: "Asia/Shanghai",
        referenceWeek: CivilDate(dayNumber: 20_514)))
    network.territories = [
      Territory(code: "CN", nameEN: "China", nameZH: "中国", provenance: assumed),
      Territory(code: "ES", nameEN: "Spain", nameZH: "西班牙", provenance: assumed),
    ]
    network.markets = ["", ""]
    network.places = [
      place("HGH", .airport, 30.2295, 120.434, 0), place("HZ", .demandZone, 30.18, 120.27, 0),
      place("MAD", .airport, 40.4719, -3.5626, 1), place("Madrid", .city, 40.4165, -3.7026, 1),
      place("Palma", .city, 39.5694, 2.6502, 1), place("Shanghai", .city, 31.2222, 121.4581, 0),
      place("Toledo", .city, 39.8581, -4.0226, 1),
      place("Valencia", .city, 39.4697, -0.3774, 1),
    ]
    network.openingHours = [
      OpeningHours(
        id: "daily", week: Array(repeating: [28_800..<72_000], count: 7), provenance: assumed),
      OpeningHours(
        id: "weekdays", week: Array(repeating: [28_800..<72_000], count: 6) + [[]],
        provenance: assumed),
    ]
    network.terminals = ["HGH", "MAD"].map {
      Terminal(
        place: Self.place($0), modes: [.air, .road], hasCustoms: true, provenance: assumed)
    }
    network.carriers = [
      Carrier(id: "C", nameEN: "Carrier", nameZH: "", homes: [ID(0)], provenance: assumed)
    ]
    network.slotRules = [
      SlotRule(
        id: "night",
        dayOrder: [.tuesday, .friday, .sunday, .wednesday, .saturday, .monday, .thursday],
        timeOrder: [22 * 3_600], provenance: assumed)
    ]
    network.services = [
      Service(
        id: "AF-HGH-MAD", mode: .air, carrier: ID(0), frequencyPerWeek: flightsAWeek,
        slotRule: ID(0),
        stops: [
          StopTime(place: Self.place("HGH"), departureSeconds: 0, provenance: assumed),
          StopTime(place: Self.place("MAD"), arrivalSeconds: 14 * hour, provenance: assumed),
        ],
        capacity: [
          .parcel: Service.Capacity(amount: 10, unit: "t", quality: .assumed)
        ], provenance: assumed)
    ]
    network.modeRules = [
      ModeRule(
        mode: .air, isDomestic: false, cutoffSeconds: 6 * hour, releaseSeconds: 6 * hour,
        provenance: assumed)
    ]
    network.lineHauls = [
      LineHaulRule(
        id: "general", territory: "*", classes: [.parcel], maxMassKG: 1_000, minDistanceKM: 150,
        maxDistanceKM: 600, departures: lineHaulTimes, cutoffSeconds: 2 * hour,
        releaseSeconds: 2 * hour, provenance: assumed)
    ]
    network.clearances = [
      ClearanceRule(
        id: "export-CN", direction: .export, territory: "CN",
        time: OperationTime(medianSeconds: hour), provenance: assumed),
      ClearanceRule(
        id: "import-ES", direction: .import, territory: "ES",
        time: OperationTime(
          medianSeconds: wholeSeconds(hours: clearanceHours), lowSeconds: 4 * hour,
          highSeconds: 48 * hour), provenance: assumed),
    ]
    network.doors = [
      DoorRule(
        operation: .delivery, territory: "*", time: OperationTime(medianSeconds: 6 * hour),
        hours: ID(1), provenance: assumed),
      DoorRule(
        operation: .pickup, territory: "*", time: OperationTime(medianSeconds: 2 * hour),
        hours: ID(0), provenance: assumed),
    ]
    network.tiers = [24.0, 48, 72].enumerated().map {
      Tier(
        circle: "123", tier: $0 + 1, targetHours: $1, nameEN: "", nameZH: "", provenance: assumed)
    }
    network.targets = [
      target("broad", "Madrid", 3), target("broad", "Shanghai", 1), target("broad", "Toledo", 3),
      target("strict", "Madrid", 3), target("strict", "Palma", 3),
      target("strict", "Shanghai", 1), target("strict", "Valencia", 3),
    ]
    return network
  }

  var query: CoverageQuery {
    CoverageQuery(origin: Self.place("HZ"), week: CivilDate(dayNumber: 20_514))
  }

  func circle(
    surface: Bool = false, swings: Bool = false, _ change: (inout CoverageQuery) -> Void = { _ in }
  ) throws -> CoverageResult {
    var query = query
    change(&query)
    var computation = CircleComputation(network: network, query: query)
    computation.drawsSurface = surface
    computation.triesSwings = swings
    return try computation.run()
  }

  private func place(
    _ id: String, _ kind: PlaceKind, _ latitude: Double, _ longitude: Double, _ territory: Int
  ) -> Place {
    Place(
      id: id, nameEN: id, nameZH: id, kind: kind, latitude: latitude, longitude: longitude,
      territory: ID(territory),
      timeZone: territory == 0 ? "Asia/Shanghai" : "Europe/Madrid", population: 1_000,
      provenance: assumed)
  }

  private func target(_ set: String, _ id: String, _ tier: Int) -> Target {
    Target(set: set, place: Self.place(id), tier: tier, provenance: assumed)
  }
}

extension CoverageResult {
  /// The city of the asked set with this id.
  func city(_ id: String) -> CityResult? {
    cities.first { $0.place == IberianNetwork.place(id) }
  }
}
