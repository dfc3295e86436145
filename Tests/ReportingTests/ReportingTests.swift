// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
import FreightModel
import FreightRouting
import JSONText
import Testing

@testable import Reporting

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

@Suite struct FiguresInReports {
  @Test(arguments: [
    (-0.04, 1, "0.0"), (0, 3, "0.000"), (12_345.678, 0, "12346"),
    (-2.5, 0, "-3"), (0.1 + 0.2, 4, "0.3000"),
  ])
  func `a number has its decimals and no exponent`(value: Double, places: Int, digits: String) {
    #expect(Numerals.fixed(value, places) == digits)
  }

  @Test func `zeros at the end fall away, whole numbers keep theirs`() {
    #expect(Numerals.short(83.250, 3) == "83.25")
    #expect(Numerals.short(100, 0) == "100")
    #expect(Numerals.short(0.50004, 4) == "0.5")
    #expect(Numerals.fixed(scaled: -5, 2) == "-0.05")
    #expect(Numerals.grouped(1_234_567) == "1,234,567")
  }

  @Test func `a share that is not nothing is never 0 percent, one that is not all never 100`() {
    #expect(Numerals.percent(0.001) == "<1")
    #expect(Numerals.percent(0.999) == ">99")
    #expect(Numerals.percent(0) == "0")
    #expect(Numerals.percent(1) == "100")
  }

  @Test func `a Chinese character takes two columns, and columns line up`() {
    #expect(TextWidth.cells("杭州HGH") == 7)
    var table = TextTable([("城市", .left), ("h", .right)])
    table.add(["萧山", "20.5"])
    table.add(["Oslo", "7.0"])
    let widths = Set(table.text().split(separator: "\n").map { TextWidth.cells(String($0)) })
    #expect(widths == [12])
  }

  @Test func `a name cannot steer the terminal`() {
    #expect(TextWidth.printable("a\u{1B}[2Jb\u{202E}") == "a\u{FFFD}[2Jb\u{FFFD}")
  }
}

@Suite struct CoverageAsData {
  @Test func `JSON has the contract's keys in their order`() throws {
    let report = SampleCircle.report(.en)
    let value = try JSONDocument(parsing: report.json()).root
    let city = try #require(value["cities"]?.arrayValue?.first?.members)
    #expect(
      city.map(\.key) == [
        "city_id", "name_zh", "name_en", "country_region", "tier", "target_h", "p50_h", "p80_h",
        "p95_h", "prob_within", "prob_lo", "prob_hi", "slack_h", "exit_gateway", "main_service",
        "day1_share", "day2_share", "day3_share", "cost_cny", "cost_cny_kg", "co2e_kg",
        "co2e_kg_per_kg", "top_wait_place", "top_wait_h", "binding_constraint", "delta_p80_h",
        "status", "reason", "quality", "assumed_share",
      ])
    let tier = try #require(value["tiers"]?.arrayValue?.first?.members)
    #expect(tier.map(\.key) == ["tier", "in", "of", "population_in", "population_of"])
    #expect(value["header"]?["seed"] == .null)
    #expect(value["header"]?["tzdata_version"]?.stringValue == "2026a")
    #expect(value["header"]?["inputs"]?.arrayValue?.count == 1)
    #expect(value["ready_times"]?.arrayValue?.first?["hours"]?.arrayValue?.count == 168)
  }

  @Test func `containers are priced per TEU`() {
    var result = SampleCircle.result()
    result.query.consignment = .init(cargoClass: .fcl, teu: 2)
    let report = CoverageReport(
      result: result, network: SampleCircle.network, language: .en,
      header: RunHeader(toolVersion: "1"), clock: SampleCircle.clock)
    let header = text(report.csv()).prefix { $0 != "\r\n" }
    #expect(header.contains(",cost_cny,cost_cny_teu,co2e_kg,co2e_kg_per_teu,"))
    let money = report.cells(of: result.cities[0])[19]
    #expect(money == .decimal("493"))
  }

  @Test func `an unreachable city has no hours and a sentence why`() throws {
    let report = SampleCircle.report(.zh)
    let value = try JSONDocument(parsing: report.json()).root
    let city = try #require(
      value["cities"]?.arrayValue?.first { $0["city_id"]?.stringValue == "C-WDH" })
    #expect(city["p80_h"] == .null)
    #expect(city["status"]?.stringValue == "unreachable")
    #expect(city["country_region"]?.stringValue == "NA")
    #expect(city["reason"]?.stringValue?.contains("unreachable.") == false)
  }

  @Test func `CSV has a row for every city with as many cells as the header`() {
    let rows = text(SampleCircle.report(.en).csv()).split(separator: "\r\n")
    #expect(rows.count == SampleCircle.report(.en).allCities.count + 1)
    #expect(rows.allSatisfy { $0.count(where: { $0 == "," }) >= 27 })
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM", "\tx", "\rx", "＝1"])
  func `what a spreadsheet would run is inert for Excel and untouched otherwise`(cell: String) {
    var excel = CSVText(forExcel: true)
    excel.add([.text(cell), .decimal("-1.5")])
    let line = text(Array(excel.bytes.dropFirst(3)))
    #expect(excel.bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
    #expect(line.contains("'" + cell))
    #expect(line.contains(",-1.5"))
    var plain = CSVText(forExcel: false)
    plain.add([.text(cell)])
    #expect(!text(plain.bytes).contains("'"))
  }

  @Test func `commas, quotes and line breaks are quoted`() {
    var csv = CSVText(forExcel: false)
    csv.add([.text("a,b"), .text("say \"x\""), .text("two\nlines"), .empty])
    #expect(text(csv.bytes) == "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\r\n")
  }

  @Test func `the same circle gives the same bytes`() {
    let a = SampleCircle.report(.zh)
    let b = SampleCircle.report(.zh)
    #expect(a.json() == b.json())
    #expect(a.html() == b.html())
    #expect(a.svg(view: .world) == b.svg(view: .world))
  }

  @Test(arguments: Language.allCases)
  func `the terminal's table tells tiers, swings, gateways, the best and the missed`(
    language: Language
  ) {
    let table = SampleCircle.report(language).table()
    for key in ["report.swings", "report.gateways", "report.districts", "report.unreached"] {
      #expect(table.contains(Messages.text(key, in: language)))
    }
    #expect(table.contains("7/12"))
    #expect(table.contains(language == .zh ? "中国香港、中国澳门、中国台湾" : "Hong Kong, Macau, Taiwan"))
    #expect(!table.contains("report."))
  }
}
