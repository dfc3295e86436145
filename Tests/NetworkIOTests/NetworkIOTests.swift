// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import NetworkIO
import Quantities
import Testing

@Suite struct `The teaching network` {
  @Test func `is read without an error or a warning`() throws {
    let (errors, warnings) = NetworkReader.validate(directory: teachingFolder)
    #expect(errors.isEmpty && warnings.isEmpty, "\(listing(errors + warnings))")
    let read = try NetworkReader.read(directory: teachingFolder)
    #expect(read.network.places.count == 10)
    #expect(read.network.header.homeCity == "HZ")
    #expect(read.inputs.map(\.path) == read.inputs.map(\.path).sorted())
    #expect(read.inputs.contains { $0.path == "datapackage.json" })
  }

  @Test func `holds what its rows say`() throws {
    let network = try NetworkReader.read(directory: teachingFolder).network
    let flight = network.services[try #require(network.findService("AF-KR"))]
    #expect(flight.stops.map { network.places[$0.place].id } == ["HGH", "ICN"])
    #expect(flight.stops[0].departureLocal == 23 * 3_600 + 10 * 60)
    #expect(flight.stops[1].arrivalLocal == 26 * 3_600 + 10 * 60)
    #expect(
      flight.departures.map(\.days) == [
        .weekly([.tuesday, .thursday, .saturday], periodWeeks: 1, phaseWeek: 0)
      ])
    #expect(flight.capacity[.parcel]?.amount == 40)
    let ship = network.services[try #require(network.findService("SH-INC"))]
    #expect(ship.departures.count == 2)
    #expect(ship.stops[1].arrivalSeconds == Int64(42 * 3_600))
    #expect(ship.validTo == CivilDate(year: 2026, month: 12, day: 31))
    let office = try #require(network.openingHours.first { $0.id == "office" })
    #expect(office.week[0] == [9 * 3_600..<18 * 3_600])
    #expect(office.week[5] == [9 * 3_600..<12 * 3_600])
    #expect(office.week[6].isEmpty)
    #expect(office.exceptions == [try #require(CivilDate(year: 2026, month: 3, day: 2)): []])
    let pickup = try #require(network.doors.first { $0.operation == .pickup })
    #expect(pickup.co2e.perKilogram == 0.009)
    #expect(network.places[try #require(network.findPlace("HZ"))].timeZone == "Asia/Shanghai")
    #expect(network.rights.map(\.freedom) == [5])
    #expect(network.tiers.map(\.targetHours) == [24, 48, 72])
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `shuffled rows give the same network`(seed: UInt64) throws {
    let trial = try TrialNetwork()
    var state = seed
    for file in try trial.tableFiles() {
      let lines = try trial.text(file).split(separator: "\n")
      var rows = Array(lines.dropFirst())
      for index in rows.indices.reversed() {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        rows.swapAt(index, Int(state >> 33) % (index + 1))
      }
      try trial.write(file, ([lines[0]] + rows).joined(separator: "\n") + "\n")
    }
    let shuffled = try NetworkReader.read(directory: trial.path).network
    let original = try NetworkReader.read(directory: teachingFolder).network
    #expect(differences(shuffled, original) == [])
  }

  @Test func `line ends, byte order mark and order of columns change nothing`() throws {
    let trial = try TrialNetwork()
    for file in try trial.tableFiles() {
      let text = try trial.text(file)
      try trial.write(file, "\u{FEFF}" + text.split(separator: "\n").joined(separator: "\r\n"))
    }
    let rows = try trial.text("tier.csv").split(whereSeparator: \.isNewline)
    try trial.write(
      "tier.csv",
      rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).reversed() }
        .map { $0.joined(separator: ",").replacing("\u{FEFF}", with: "") }
        .joined(separator: "\n"))
    let changed = try NetworkReader.read(directory: trial.path).network
    let original = try NetworkReader.read(directory: teachingFolder).network
    #expect(differences(changed, original) == [])
  }
}

/// The tables in which two networks differ, line numbers apart.
func differences(_ a: Network, _ b: Network) -> [String] {
  func same<Row: Hashable>(
    _ rows: KeyPath<Network, [Row]>, _ line: WritableKeyPath<Row, Provenance>,
    _ change: (inout Row) -> Void = { _ in }
  ) -> Bool {
    func bare(_ network: Network) -> [Row] {
      network[keyPath: rows].map {
        var row = $0
        row[keyPath: line].line = 0
        change(&row)
        return row
      }
    }
    return bare(a) == bare(b)
  }
  let tables: [(String, Bool)] = [
    ("header", a.header == b.header), ("markets", a.markets == b.markets),
    ("road_distance", a.roadDistances == b.roadDistances),
    ("territory", same(\.territories, \.provenance)), ("place", same(\.places, \.provenance)),
    ("opening_hours", same(\.openingHours, \.provenance)),
    ("terminal", same(\.terminals, \.provenance)), ("handling", same(\.handlings, \.provenance)),
    ("resource", same(\.resources, \.provenance)), ("link", same(\.links, \.provenance)),
    ("crossing", same(\.crossings, \.provenance)), ("carrier", same(\.carriers, \.provenance)),
    ("traffic_right", same(\.rights, \.provenance)),
    ("slot_rule", same(\.slotRules, \.provenance)),
    (
      "service",
      same(\.services, \.provenance) { service in
        for index in service.stops.indices { service.stops[index].provenance.line = 0 }
        for index in service.departures.indices { service.departures[index].provenance.line = 0 }
      }
    ),
    ("service_exception", same(\.serviceExceptions, \.provenance)),
    ("mode_rule", same(\.modeRules, \.provenance)), ("line_haul", same(\.lineHauls, \.provenance)),
    ("road_rule", same(\.roadRules, \.provenance)),
    ("driver_rule", same(\.driverRules, \.provenance)),
    ("clearance", same(\.clearances, \.provenance)), ("door", same(\.doors, \.provenance)),
    ("hub", same(\.hubs, \.provenance)), ("tariff", same(\.tariffs, \.provenance)),
    ("emission_factor", same(\.emissionFactors, \.provenance)),
    ("tier", same(\.tiers, \.provenance)), ("target", same(\.targets, \.provenance)),
    ("disruption", same(\.disruptions, \.provenance)),
    ("background", same(\.backgrounds, \.provenance)), ("load", same(\.loads, \.provenance)),
    ("profile", same(\.profiles, \.provenance)),
    ("inspection", same(\.inspections, \.provenance)),
    ("demand", same(\.demands, \.provenance)), ("parameter", same(\.parameters, \.provenance)),
    ("check", same(\.checks, \.provenance)),
  ]
  return tables.filter { !$0.1 }.map(\.0)
}

@Suite struct `The Rhine network` {
  @Test func `is read without an error or a warning, and nothing in it is Chinese`() throws {
    let folder = teachingFolder.replacing("/teaching", with: "/rhine")
    let (errors, warnings) = NetworkReader.validate(directory: folder)
    #expect(errors.isEmpty && warnings.isEmpty, "\(listing(errors + warnings))")
    let network = try NetworkReader.read(directory: folder).network
    #expect(network.header.currency == "EUR")
    #expect(Set(network.services.map(\.mode)) == [.river, .rail, .air])
    #expect(network.places.allSatisfy { $0.timeZone.hasPrefix("Europe/") })
    #expect(!network.territories.contains { $0.code == "CN" })
    #expect(!network.targets.contains { $0.set == "strict" || $0.set == "broad" })
  }
}
