// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
import FoundationEssentials
import FreightRouting
import GeoPackageExport
import JSONText
import Quantities
import Testing

@testable import Reporting

/// A folder of its own for each test, removed afterwards.
private func inFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "tidebore-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}

@Suite struct FilesAreWholeOrAbsent {
  @Test func `a file replaces the old one and leaves nothing beside it`() throws {
    try inFolder { folder in
      try AtomicFile.write(Array("old".utf8), to: folder + "/a.json")
      try AtomicFile.write(Array("new".utf8), to: folder + "/a.json")
      #expect(FileManager.default.contents(atPath: folder + "/a.json") == Data("new".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.json"])
    }
  }

  @Test func `a missing folder and a folder in the file's place are told apart`() throws {
    try inFolder { folder in
      let missing = #expect(throws: FileFailure.self) {
        try AtomicFile.write([1], to: folder + "/none/a.json")
      }
      #expect(missing?.key == "output.no_folder")
      let taken = #expect(throws: FileFailure.self) { try AtomicFile.write([1], to: folder) }
      #expect(taken?.key == "output.is_folder")
    }
  }

  @Test func `a full device is an error, and stays a device`() {
    let failure = #expect(throws: FileFailure.self) {
      try AtomicFile.write([1, 2, 3], to: "/dev/full")
    }
    #expect(failure?.key == "output.disk_full")
    #expect(FileManager.default.fileExists(atPath: "/dev/full"))
  }

  @Test func `every failure has a sentence in both languages`() {
    for code in Int32(1)...40 {
      let key = FileFailure(path: "x", code: code).key
      #expect(Messages.contains(key))
    }
  }
}

@Suite struct CircleAsGeoPackage {
  @Test func `it is one SQLite file with its marks, the same bytes on repeat`() throws {
    try inFolder { folder in
      let report = SampleCircle.report(.en)
      try GeoPackageExport.write(report, to: folder + "/a.gpkg")
      try GeoPackageExport.write(report, to: folder + "/b.gpkg")
      let a = try #require(FileManager.default.contents(atPath: folder + "/a.gpkg"))
      #expect(a == FileManager.default.contents(atPath: folder + "/b.gpkg"))
      #expect(a.prefix(15) == Data("SQLite format 3".utf8))
      // Bytes 60 and 68 of the file hold user version and application id.
      #expect(Array(a[60..<64]) == [0, 0, 0x28, 0x3C])
      #expect(Array(a[68..<72]) == Array("GPKG".utf8))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(names == ["a.gpkg", "b.gpkg"])
    }
  }

  @Test func `a folder that is not there is an error`() {
    #expect(throws: FileFailure.self) {
      try GeoPackageExport.write(SampleCircle.report(.en), to: "/nowhere/at/all.gpkg")
    }
  }
}

@Suite struct RoutesAsData {
  private func report(_ language: Language) throws -> RouteReport {
    let city = try #require(SampleCircle.result().cities.first { $0.itinerary != nil })
    return RouteReport(
      itineraries: [try #require(city.itinerary)], unreachable: nil, explanation: nil,
      network: SampleCircle.network, language: language, header: RunHeader(toolVersion: "0.1.0"),
      clock: SampleCircle.clock)
  }

  @Test func `JSON tells each leg with local times, and sums that add up`() throws {
    let value = try JSONDocument(parsing: report(.en).json()).root
    let itinerary = try #require(value["itineraries"]?.arrayValue?.first)
    #expect(value["unreachable"] == .null)
    #expect(itinerary["depart"]?.stringValue == "2026-03-02T18:00:00+08:00")
    let legs = try #require(itinerary["legs"]?.arrayValue)
    #expect(
      legs[0].members?.prefix(11).map(\.key) == [
        "kind", "mode", "service", "from", "to", "depart", "arrive", "distance_km", "cost_cny",
        "co2e_kg", "cause",
      ])
    let waits = legs.filter { $0["kind"]?.stringValue == "wait" }
    #expect(waits.map { $0["cause"]?.stringValue } == ["next_departure"])
    for (before, after) in zip(legs, legs.dropFirst()) {
      #expect(before["arrive"] == after["depart"])
    }
    let cost = legs.compactMap { $0["cost_cny"]?.doubleValue }.reduce(0, +)
    #expect(abs(cost - (itinerary["cost_cny"]?.doubleValue ?? 0)) < 0.005)
  }

  @Test func `an unreachable place has a code and a sentence`() throws {
    let report = RouteReport(
      itineraries: [],
      unreachable: Unreachable(code: "unreachable.horizon", arguments: ["Sansha", "21"]),
      explanation: nil, network: SampleCircle.network, language: .en,
      header: RunHeader(toolVersion: "0.1.0"), clock: SampleCircle.clock)
    let value = try JSONDocument(parsing: report.json()).root
    #expect(value["itineraries"] == .array([]))
    #expect(value["unreachable"]?["code"]?.stringValue == "unreachable.horizon")
    #expect(value["unreachable"]?["message"]?.stringValue?.contains("21 days") == true)
  }

  @Test(arguments: Language.allCases)
  func `the table has a line for every leg`(language: Language) throws {
    let report = try report(language)
    let lines = report.table().split(separator: "\n")
    // Title, heading, rule, legs, who made it.
    #expect(lines.count == report.itineraries[0].legs.count + 4)
    #expect(!report.table().contains("report."))
  }

  @Test(arguments: Language.allCases)
  func `several alternatives have an overview, and limits a sentence each`(
    language: Language
  ) throws {
    let first = try #require(report(language).itineraries.first)
    var (slower, cleaner) = (first, first)
    slower.arrive = first.arrive + 3_600
    slower.cost = first.cost.map { $0 - Money(100) }
    cleaner.arrive = slower.arrive + 3_600
    cleaner.co2e = Emission(0)
    var report = RouteReport(
      itineraries: [first, slower, cleaner], unreachable: nil, explanation: nil,
      network: SampleCircle.network, language: language, header: RunHeader(toolVersion: "0.1.0"),
      clock: SampleCircle.clock)
    report.limitsHit = LimitHit.allCases
    let table = report.table()
    let lines = table.split(separator: "\n")
    let merits = language == .en ? ["earliest", "cheapest", "cleanest"] : ["最早", "最省", "最低碳"]
    for (line, merit) in zip(lines[3...], merits) { #expect(line.hasSuffix(merit)) }
    #expect(!table.contains("report."))
    let value = try JSONDocument(parsing: report.json()).root
    #expect(
      value["limits_hit"]?.arrayValue?.compactMap(\.stringValue) == [
        "label_budget", "max_cost", "max_co2e", "slack", "horizon",
      ])
    #expect(value["itineraries"]?.arrayValue?.count == 3)
  }

  @Test func `movements are lines, stays are points`() throws {
    let value = try JSONDocument(parsing: report(.en).geoJSON()).root
    let kinds = value["features"]?.arrayValue?.map { $0["geometry"]?["type"]?.stringValue }
    #expect(
      kinds == ["Point", "LineString", "Point", "Point", "LineString", "Point"])
  }
}
