// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FoundationEssentials
import FreightModel
import GeoPackageExport
import JSONText
import Quantities
import Stochastics
import Testing

@testable import FreightSimulation
@testable import Reporting

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

@Suite struct SimulationAsData {
  @Test func `JSON has the contract's keys, each figure with its interval`() throws {
    let value = try JSONDocument(parsing: SampleSimulation.report(.en).json()).root
    let indicator = try #require(value["indicators"]?.arrayValue?.first)
    for key in ["name", "unit", "mean", "lo", "hi", "n"] {
      #expect(indicator[key] != nil, "\(key)")
    }
    let terminal = try #require(value["terminals"]?.arrayValue?.first)
    for key in ["id", "place", "kind", "servers", "quality"] {
      #expect(terminal[key] != nil, "\(key)")
    }
    for key in ["utilisation", "queue", "wait"] {
      for part in ["mean", "lo", "hi"] { #expect(terminal[key]?[part]?.doubleValue != nil) }
    }
    let service = try #require(value["services"]?.arrayValue?.first)
    #expect(service["load_factor"]?["mean"]?.doubleValue == 0.8)
    #expect(service["rollovers"]?["mean"] != nil)
    #expect(value["conservation"]?["generated"]?.integerValue == 200)
    #expect(value["conservation"]?["delivered"]?.integerValue == 180)
    #expect(value["conservation"]?["in_system"]?.integerValue == 20)
    let lane = try #require(value["lanes"]?.arrayValue?.first)
    #expect(lane["share_in_tier"]?["mean"]?.doubleValue == 0.666667)
    for key in ["bottlenecks", "gateways", "warmup", "little", "seed", "meta"] {
      #expect(value[key] != nil, "\(key)")
    }
    #expect(value["meta"]?["header"]?["inputs"]?.arrayValue?.count == 1)
  }

  @Test func `what no lot reached is null, not a number`() throws {
    let value = try JSONDocument(parsing: SampleSimulation.report(.en).json()).root
    #expect(value["lanes"]?.arrayValue?.last?["p50"]?["mean"] == .null)
  }

  @Test func `every line of NDJSON is an object that names its table`() throws {
    let lines = text(SampleSimulation.report(.en).jsonLines()).split(separator: "\n")
    for line in lines {
      let value = try JSONDocument(parsing: Array(line.utf8)).root
      #expect(value["table"]?.stringValue != nil)
    }
    #expect(lines.count > 20)
  }

  @Test func `CSV is one long table of seven columns`() throws {
    let rows = text(SampleSimulation.report(.en).csv()).split(separator: "\r\n")
    #expect(rows.first == "table,key,field,mean,lo,hi,n")
    // The sample has no key with a comma or a quote but the one resource.
    for row in rows where !row.contains("\"") {
      #expect(row.split(separator: ",", omittingEmptySubsequences: false).count == 7, "\(row)")
    }
    #expect(rows.contains { $0.hasPrefix("terminal,BERTH,utilisation,0.55,") })
    #expect(rows.contains { $0.hasPrefix("terminal,\"\"\"><b>\",") })
  }

  @Test func `the same result gives the same bytes`() {
    #expect(SampleSimulation.report(.zh).json() == SampleSimulation.report(.zh).json())
    #expect(SampleSimulation.report(.zh).page() == SampleSimulation.report(.zh).page())
  }
}

@Suite struct SimulationForReaders {
  @Test(arguments: Language.allCases)
  func `names are inert in page and Markdown`(language: Language) {
    let report = SampleSimulation.report(language)
    let page = text(report.page())
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("<b>"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.firstRange(of: "http://www.w3.org/2000/svg") != nil)
    let outside = page.replacing("http://www.w3.org/2000/svg", with: "")
    #expect(!outside.contains("http://") && !outside.contains("https://"))
    #expect(!report.markdown().contains("<script>"))
    #expect(!report.table().contains("\u{1B}"))
  }

  @Test(arguments: Language.allCases)
  func `no sentence lacks its words`(language: Language) {
    let report = SampleSimulation.report(language)
    for out in [report.table(), report.markdown(), text(report.page())] {
      #expect(!out.contains("sim.") && !out.contains("kind.") && !out.contains("quality."))
      #expect(!out.contains("{0}") && !out.contains("{1}"))
    }
  }

  @Test func `every indicator, cause, kind and unit has a word in both languages`() {
    let report = SampleSimulation.report(.en)
    for row in report.result.indicators {
      #expect(Messages.contains(row.name), "\(row.name)")
      #expect(Messages.contains("sim.unit.\(row.unit)"), "\(row.unit)")
    }
    for cause in DelayCause.allCases { #expect(Messages.contains("sim.cause.\(cause.rawValue)")) }
    for kind in ResourceKind.allCases { #expect(Messages.contains("kind.\(kind.rawValue)")) }
  }

  @Test func `the map stands still at the hour when most waits`() {
    let map = WeekMap(SampleSimulation.report(.en))
    #expect(map.spots.contains { $0.place == SampleSimulation.place("HGH") })
    #expect(map.name(ofHour: 57) == "Wed 09:00")
  }

  @Test func `a run that loses cargo is called a fault`() {
    var lost = SampleSimulation.run(1)
    lost.conservation.delivered -= 1
    let report = SampleSimulation.report(.en, [SampleSimulation.run(0), lost])
    #expect(report.faults.count == 1)
    #expect(SampleSimulation.report(.en).faults.isEmpty)
    #expect(text(report.page()).contains("class=\"fault\""))
  }
}

@Suite struct MilestonesOfLots {
  private func folder() throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/tidebore-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  @Test func `a row for each milestone, with local time, lot, code and tonnes`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let log = try EventLog(SampleSimulation.report(.en))
    try log.writeCSV(to: "\(folder)/log.csv")
    let rows = try String(contentsOfFile: "\(folder)/log.csv", encoding: .utf8).split(
      separator: "\r\n")
    #expect(rows.count == 4)
    #expect(rows[0] == "time,lot,milestone,place,code,service,class,tonnes")
    #expect(rows[2] == "2026-03-02T06:20:00+08:00,\"D,1-0-7\",DEP,HGH,HGH,AF-HGH-X,parcel,1.5")
  }

  @Test func `for a spreadsheet the log has a byte order mark and no text that it would run`()
    throws
  {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var report = SampleSimulation.report(.en)
    var network = report.network
    network.demands[0].id = "=1+1"
    report = SimulationReport(
      result: report.result, network: network, language: .en, header: report.header)
    try EventLog(report).writeCSV(to: "\(folder)/log.csv", excel: true)
    // As bytes: reading it as text would drop the mark.
    let bytes = [UInt8](try #require(FileManager.default.contents(atPath: "\(folder)/log.csv")))
    #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(",'=1+1-0-7,") && !text.contains(",=1+1"))
    #expect(text.unicodeScalars.count { $0 == "\u{FEFF}" } == 1)
  }

  @Test func `the database has events, lots and what made them, and no file is left beside it`()
    throws
  {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try EventDatabase.write(
      try EventLog(SampleSimulation.report(.en)), to: "\(folder)/log.sqlite")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["log.sqlite"])
  }

  @Test func `a folder that is not there is a failure, and nothing is left`() throws {
    let log = try EventLog(SampleSimulation.report(.en))
    #expect(throws: FileFailure.self) { try EventDatabase.write(log, to: "/nowhere/log.sqlite") }
    #expect(throws: FileFailure.self) { try log.writeCSV(to: "/nowhere/log.csv") }
  }
}

@Suite struct OneReplication {
  @Test func `has no interval in any output`() throws {
    let report = SampleSimulation.report(.en, [SampleSimulation.run(0)])
    let json = String(decoding: report.json(), as: UTF8.self)
    let ends = json.components(separatedBy: "\"lo\":").dropFirst()
    #expect(ends.count > 20)
    for end in ends { #expect(end.hasPrefix("null,\"hi\":null"), "\(end.prefix(60))") }
    for line in String(decoding: report.csv(), as: UTF8.self).split(separator: "\r\n").dropFirst() {
      #expect(line.hasSuffix(",,,1") || line.hasSuffix(",,,0"), "\(line)")
    }
  }

  @Test func `says what is not there in its first lines, and that it is too short`() {
    var run = SampleSimulation.run(0)
    run.lanes[0].plannedSeconds = 40 * 86_400
    let report = SampleSimulation.report(.en, [run])
    let table = report.table()
    #expect(table.contains("Not delivered by the end") && table.contains("Without any way"))
    #expect(table.contains("measures 28 days") && table.contains("80 days or more"))
    let json = String(decoding: report.json(), as: UTF8.self)
    #expect(json.contains("\"days_needed\":80"))
  }
}

@Suite struct PairedRuns {
  @Test func `pairs that differ alike have no variance left`() {
    let base = [1.0, 2, 3, 4, 5, 6]
    let paired = PairedDifference(base: base, changed: base.map { $0 - 0.5 })
    #expect(paired.difference.mean == -0.5)
    #expect(paired.pValue == 1.0 / 32)
    #expect(paired.isSignificant)
    #expect(paired.varianceRatio == nil)
  }

  @Test func `four equal signs prove nothing`() {
    let paired = PairedDifference(base: [1, 2, 3, 4], changed: [0.5, 1.5, 2.5, 3.5])
    #expect(paired.pValue == 0.125)
    #expect(!paired.isSignificant)
  }

  @Test func `an interval that holds 0 is no change`() {
    let paired = PairedDifference(base: [1, 2, 3, 4], changed: [1.5, 1.5, 3.2, 3.7])
    #expect(paired.difference.lo < 0 && paired.difference.hi > 0)
    #expect(!paired.isSignificant)
  }

  @Test func `Holm's correction takes back what stood alone`() throws {
    // t of the pairs is 3.3 with 3 degrees of freedom: p is about 0.046.
    let base = [
      SampleSimulation.run(0), SampleSimulation.run(1), SampleSimulation.run(2),
      SampleSimulation.run(3),
    ]
    let shifts = [2.0, 0.6, 1.0, 1.4]
    let changed = zip(base, shifts).map { run, shift in
      var run = run
      run.delays[0].tonneHours -= shift * 65
      return run
    }
    var values = [ServerValue(.server(resource: 0), base: base, changed: changed)]
    #expect(values[0].delay.isSignificant)
    values += (0..<9).map { _ in ServerValue(.server(resource: 1), base: base, changed: base) }
    ServerValue.correct(&values)
    #expect(!values[0].delay.isSignificant)
    #expect(!values[1].delay.isSignificant)
  }

  @Test func `MSER leaves out the weeks in which the network fills`() {
    let daily = (0..<140).map { $0 < 21 ? 0.0 : 10 + Double($0 % 7) }
    #expect(WarmupCheck.truncation(daily) == 21)
    #expect(WarmupCheck.truncation(Array(daily.prefix(30))) == nil)
  }

  @Test func `a weak season is no warm-up`() throws {
    // Demand falls for seven weeks; all takes ten days, and nothing was on its way at the start.
    let ready = (0..<420).map { ($0 + 280) % 364 < 49 ? 3.0 : 10 }
    var run = SampleSimulation.run(0)
    run.readyByDay = ready
    run.deliveredByDay = (0..<420).map { $0 < 10 ? 0 : ready[$0 - 10] }
    let raw = WarmupCheck([run, run], warmupDays: 14)
    #expect(try #require(raw.mserDays) > 100)
    run.tonnesByDaysTaken = [Double](repeating: 0, count: 10) + [1_000]
    let check = WarmupCheck([run, run], warmupDays: 14)
    #expect(check.mserDays == 14)
    #expect(check.drift?.mean == 0)
  }
}
