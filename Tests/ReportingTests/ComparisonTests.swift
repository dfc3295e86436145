// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
import FoundationEssentials
import FreightModel
import GeoPackageExport
import JSONText
import Quantities
import Scenario
import Testing

@testable import Reporting

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

private func rows(_ csv: [UInt8]) -> [[Substring]] {
  text(csv).split(separator: "\r\n").map {
    $0.split(separator: ",", omittingEmptySubsequences: false)
  }
}

@Suite struct AScenarioBesideTheBase {
  @Test func `cities are gained, lost or kept, with their difference in hours`() throws {
    let value = try JSONDocument(parsing: SampleComparison.report(.en).json()).root
    let gained = try #require(value["cities"]?["gained"]?.arrayValue)
    let lost = try #require(value["cities"]?["lost"]?.arrayValue)
    #expect(gained.map { $0["city_id"]?.stringValue } == ["C-SAO"])
    #expect(gained.first?["delta_p80_h"]?.doubleValue == -30)
    #expect(lost.map { $0["city_id"]?.stringValue } == ["C-SHA"])
    #expect(lost.first?["tier"]?.doubleValue == 1)
    #expect(lost.first?["of"]?.stringValue == "A")
  }

  @Test
  func `a service of the scenario that no tariff fits is named, and one of both networks is not`()
    throws
  {
    var network = SampleCircle.network
    var service = network.services[0]
    (service.id, service.mode) = ("RA-NEW", .rail)
    let home = network.carriers[service.carrier].homes[0]
    let ends = network.places.indices.filter { network.places[$0].territory == home }.prefix(1)
    let end = try #require(ends.first)
    service.stops = [end, end == 0 ? 1 : 0].map {
      StopTime(place: ID($0), provenance: service.provenance)
    }
    service.capacity = [.fcl: Service.Capacity(amount: 80, unit: "TEU", quality: .assumed)]
    network.services.append(service)
    var scenario = SampleComparison.scenario("A", SampleCircle.result())
    scenario.answer.network = network
    for language in [Language.en, .zh] {
      let report = SampleComparison.report([scenario], language)
      let trust = report.verdict(report.sides[0]).trust
      #expect(trust.contains { $0.contains("RA-NEW") }, "\(trust)")
      #expect(!trust.contains { $0.contains("AF-HGH-X") })
    }
    let plain = SampleComparison.report(.en)
    #expect(plain.verdict(plain.sides[0]).trust.count == 2)
  }

  @Test func `the changed cities stand by status, the greatest difference first`() {
    let report = SampleComparison.report(.en)
    let side = report.sides[0]
    #expect(side.changedCities.map(\.cityID) == ["C-SAO", "C-SHA", "C-SYD", "C-TYO", "C-BJS"])
    #expect(report.cityTable(side).rows[0].cells[5] == "−30.0")
    #expect(side.count(.unreachable) == 1)
  }

  @Test func `JSON has its keys, and an interval where swings were run`() throws {
    let value = try JSONDocument(parsing: SampleComparison.report(.en).json()).root
    for key in ["indicators", "cities", "changes", "basket", "demand", "meta"] {
      #expect(value[key] != nil, "\(key)")
    }
    let all = try #require(value["indicators"]?.arrayValue)
    #expect(
      all[0].members?.map(\.key) == [
        "name", "unit", "base", "scenario", "difference", "lo", "hi", "significant", "of",
      ])
    let tier = try #require(all.first { $0["name"]?.stringValue == "coverage.tier3.in" })
    #expect(tier["difference"]?.doubleValue == 1)
    #expect(tier["lo"]?.doubleValue == 1)
    #expect(tier["significant"] == .bool(true))
    let mean = all.first { $0["name"]?.stringValue == "demand.mean_hours" }
    #expect(mean?["lo"] == .null && mean?["hi"] == .null)
    #expect(value["meta"]?["header"]?["tool_version"]?.stringValue == "0.1.0")
  }

  @Test func `CSV has the columns of the contract and a row for every city`() {
    let report = SampleComparison.report(.en)
    let cities = rows(report.cityCSV())
    #expect(
      cities[0].joined(separator: ",")
        == "scenario,city_id,name_zh,name_en,country_region,tier,target_h,base_p50_h,p50_h,"
        + "base_p80_h,p80_h,delta_p80_h,base_cost_cny,cost_cny,delta_cost_cny,base_co2e_kg,"
        + "co2e_kg,delta_co2e_kg,base_exit_gateway,exit_gateway,base_main_service,main_service,"
        + "base_status,status")
    #expect(cities.count == report.base.allCities.count + 1)
    #expect(cities.allSatisfy { $0.count == 24 })
    #expect(
      rows(report.indicatorCSV())[0].joined(separator: ",")
        == "scenario,name,unit,base,value,difference,lo,hi,significant")
    #expect(rows(report.basketCSV()).count == 2)
    #expect(report.cityCSV(excel: true).prefix(3) == [0xEF, 0xBB, 0xBF])
  }

  @Test func `a city that only the scenario counts is gained, though all numbers move`() throws {
    let report = SampleComparison.withNewCity(.en)
    let rows = rows(report.cityCSV()).dropFirst()
    let changed = rows.filter { $0[11] != "0" && !($0[9].isEmpty && $0[10].isEmpty) }
    #expect(changed.map { $0[1] } == ["A-NEW"])
    #expect(rows.allSatisfy { $0[1] == "A-NEW" || $0[18] == $0[19] })
    let row = try #require(changed.first)
    #expect(row[3] == "Newtown" && row[9].isEmpty && row[10] == "10" && row[23] == "gained")
    #expect(report.gatewayTable.rows.allSatisfy { $0.cells[3] == "0" })
    #expect(report.verdict(report.sides[0]).gains == ["Newtown now reachable (now in)"])
    #expect(report.deltaMap().contains("class=\"city gained\""))
    #expect(report.deltaMap(of: 1).isEmpty)
  }

  @Test func `a difference that changes its sign under a swing is called no significant change`() {
    var circle = SampleComparison.moved(["C-SAO": -30])
    circle.swings[1].tiers[2].within -= 3
    let report = SampleComparison.report([SampleComparison.scenario("A", circle)], .en)
    let line = report.verdict(report.sides[0]).tiers[2]
    #expect(line.contains("+1 (−2 to +1 over the swings)"))
    #expect(line.contains("no significant change"))
    let figures = report.verdict(report.sides[0]).figures
    #expect(figures.contains(Messages.text("comparison.none_significant", in: .en)))
  }

  @Test func `without swings no interval is claimed`() {
    var base = SampleCircle.result()
    base.swings = []
    var circle = SampleComparison.moved(["C-SAO": -30])
    circle.swings = []
    let comparison = Comparison(
      base: SampleComparison.answer("base", base, 1),
      scenarios: [SampleComparison.scenario("A", circle, tonnes: 1)])
    let reports = [base, circle].map {
      CoverageReport(
        result: $0, network: SampleCircle.network, language: .en,
        header: RunHeader(toolVersion: "1"), clock: SampleCircle.clock)
    }
    let report = ComparisonReport(comparison, reports: reports)
    #expect(report.width.contains("no interval"))
    #expect(report.indicatorCSV().count > 0)
    #expect(report.verdict(report.sides[0]).tiers[2].contains("+1 (no swings run)"))
  }

  @Test(arguments: Language.allCases)
  func `every format speaks without a missing sentence`(language: Language) {
    let report = SampleComparison.report(language)
    let outputs = [
      report.table(), report.markdown(), report.deltaMap(), text(report.page()),
    ]
    for output in outputs {
      #expect(!output.contains("comparison."))
      #expect(output.contains(language == .en ? "Case A" : "方案A"))
    }
    #expect(report.markdown().hasPrefix("# "))
    #expect(report.markdown().split(separator: "\n").prefix(3).contains { $0.hasPrefix("**") })
  }

  @Test func `the catalogue has both languages of every sentence`() {
    for key in Messages.keys where key.hasPrefix("comparison.") {
      #expect(!Messages.text(key, in: .zh).isEmpty && !Messages.text(key, in: .en).isEmpty)
    }
  }

  @Test(arguments: Language.allCases)
  func `several scenarios stand side by side`(language: Language) throws {
    let report = SampleComparison.report(
      [
        SampleComparison.scenario("A", SampleComparison.moved(SampleComparison.mixed)),
        SampleComparison.scenario("B", SampleComparison.moved(["C-TYO": -30])),
      ], language)
    #expect(report.tierTable.headings.count == 3 + 2 * 2)
    #expect(try #require(report.sideBySideTable).rows.count == 5)
    let page = text(report.page())
    #expect(page.contains("s0-world-land") && page.contains("s1-world-land"))
    #expect(rows(report.cityCSV()).count == 2 * report.base.allCities.count + 1)
  }
}

@Suite struct AScenarioThatChangesNothing {
  @Test(arguments: Language.allCases)
  func `every figure says so`(language: Language) throws {
    let report = SampleComparison.same(language)
    let sentence = Messages.text("comparison.unchanged", in: language)
    let reason = language == .en ? "it is the base" : "方案即现状"
    for output in [report.table(), report.markdown(), report.deltaMap(), text(report.page())] {
      #expect(output.contains(sentence))
      #expect(output.contains(reason))
    }
    let value = try JSONDocument(parsing: report.json()).root
    let all = try #require(value["indicators"]?.arrayValue)
    for row in all {
      #expect(row["difference"]?.doubleValue == 0)
      #expect(row["significant"] == .bool(false))
    }
    #expect(value["cities"]?["gained"] == .array([]))
    #expect(value["changes"]?.arrayValue?.first?["unchanged"] == .bool(true))
    for row in rows(report.cityCSV()).dropFirst() {
      for column in [11, 14, 17] {
        #expect(row[column].isEmpty || Double(row[column]) == 0)
      }
    }
    for row in rows(report.indicatorCSV()).dropFirst() { #expect(row[5] == "0") }
    #expect(report.sides[0].changedCities.isEmpty)
    #expect(report.gatewayTable.rows.allSatisfy { $0.cells[3] == "0" })
  }

  @Test func `what rounds to zero is not called zero`() {
    #expect(Differences.signed(0, 1) == "0")
    #expect(Differences.signed(0.01, 1) == "≈0")
    #expect(Differences.signed(-2.25, 1) == "−2.3")
  }
}

@Suite struct MapsOfDifferences {
  @Test(arguments: [false, true])
  func `gained and lost cities have marks of different colours`(hasCells: Bool) throws {
    let circle = SampleComparison.moved(SampleComparison.mixed, cells: hasCells)
    let report = SampleComparison.report(
      [SampleComparison.scenario("A", circle)], .en, cells: hasCells)
    let svg = report.deltaMap()
    for (name, colour) in [("gained", DeltaBands.gained), ("lost", DeltaBands.lost)] {
      let mark = try #require(svg.firstRange(of: "class=\"city \(name)\""))
      #expect(svg[mark.upperBound...].prefix(200).contains(colour))
    }
    #expect(DeltaBands.gained != DeltaBands.lost)
    #expect(svg.contains("class=\"same\"") == hasCells)
  }

  @Test func `bands are by hours, and what becomes reachable is in the strongest`() {
    let hour: Int64 = 3_600
    #expect(DeltaBands.band(from: 50 * hour, to: 26 * hour) == -4)
    #expect(DeltaBands.band(from: 26 * hour, to: 32 * hour) == 2)
    #expect(DeltaBands.band(from: 26 * hour, to: 26 * hour + 60) == 0)
    #expect(DeltaBands.band(from: nil, to: hour) == -4)
    #expect(DeltaBands.band(from: hour, to: nil) == 4)
    #expect(DeltaBands.band(from: nil, to: nil) == nil)
    #expect(Set((-4...4).map(DeltaBands.colour)).count == 9)
  }

  @Test func `cells are matched by their index`() {
    let before = [
      SurfaceCell(index: 7, seconds: 100, isHatched: false),
      SurfaceCell(index: 9, seconds: nil, isHatched: false),
    ]
    let after = [
      SurfaceCell(index: 9, seconds: 50, isHatched: false),
      SurfaceCell(index: 7, seconds: 90, isHatched: false),
    ]
    let cells = DeltaCell.cells(before, after)
    #expect(cells.map(\.index) == [7, 9])
    #expect(cells.map(\.deltaSeconds) == [-10, nil])
    #expect(DeltaCell.cells(before, []).isEmpty)
  }

  @Test func `GeoJSON has the cities with both statuses`() throws {
    let value = try JSONDocument(parsing: SampleComparison.report(.en).geoJSON()).root
    let features = try #require(value["features"]?.arrayValue)
    let gained = features.first { $0["properties"]?["city_id"]?.stringValue == "C-SAO" }
    #expect(gained?["properties"]?["base_status"]?.stringValue == "out")
    #expect(gained?["properties"]?["status"]?.stringValue == "gained")
    #expect(gained?["geometry"]?["coordinates"]?.arrayValue?.first?.doubleValue == -46.64)
  }
}

@Suite struct NamesInAComparisonAreText {
  @Test(arguments: Language.allCases)
  func `payloads are inert in page, picture and Markdown`(language: Language) {
    let report = SampleComparison.report(language)
    for output in [text(report.page()), report.deltaMap(), report.markdown()] {
      #expect(!output.contains("<img"))
      #expect(!output.contains("<script>alert"))
      #expect(output.contains("&lt;img"))
    }
    #expect(!report.markdown().contains("[a]("))
    #expect(!report.markdown().contains("http://"))
  }

  @Test func `the page asks no server and names its script and style by hash`() {
    let page = text(SampleComparison.report(.zh).page())
    #expect(page.contains("default-src 'none'; style-src 'sha256-"))
    #expect(!page.contains("{{"))
    #expect(!page.contains("style=\""))
    #expect(!page.contains("src=\"") && !page.contains("@import") && !page.contains("url(http"))
    #expect(page.contains("<caption>") && page.contains("scope=\"col\""))
    #expect(page.contains("lang-zh") && page.contains("lang-en"))
  }

  @Test func `a row of the rows touched cannot be a formula in a spreadsheet`() {
    let excel = text(SampleComparison.report(.en).cityCSV(excel: true))
    #expect(excel.contains("'=CMD()"))
  }

  @Test func `a GeoPackage of it is the same bytes on repeat`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "tidebore-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let circle = SampleComparison.moved(SampleComparison.mixed, cells: true)
    let report = SampleComparison.report(
      [SampleComparison.scenario("A", circle)], .en, cells: true)
    try GeoPackageExport.write(report, to: folder.path + "/a.gpkg")
    try GeoPackageExport.write(report, to: folder.path + "/b.gpkg")
    let a = try #require(FileManager.default.contents(atPath: folder.path + "/a.gpkg"))
    #expect(a == FileManager.default.contents(atPath: folder.path + "/b.gpkg"))
    #expect(a.firstRange(of: Data("city_changes".utf8)) != nil)
    #expect(report.surfaceRows(.origin).allSatisfy { $0.delta == 0 && $0.band == "same" })
  }
}
