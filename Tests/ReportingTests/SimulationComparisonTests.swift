// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import JSONText
import Quantities
import Stochastics
import Testing

@testable import FreightSimulation
@testable import Reporting

/// Invented replications of the sample with lots, backlogs and a change to the scenario's side.
private enum Sample {
  static let start = Instant(seconds: 1_772_400_000)

  static func run(_ number: Int, delay: Double = 0, from: Int32 = 0, to: Int32 = 0)
    -> ReplicationResult
  {
    var run = SampleSimulation.run(number)
    // Noise that both sides share, so that pairs differ by the change and a little.
    run.delays[0].tonneHours +=
      Double(number * number % 7) * 20 + delay * (1 + Double(number) / 100)
    for lot in 0..<20 {
      let isMoved = lot < 5
      run.fates[UInt64(lot)] = .init(
        demand: 0, gateway: isMoved ? to : from,
        seconds: 100_000 + (isMoved && to != from ? 7_200 : 0),
        ready: 0)
    }
    return run
  }

  static func result(_ count: Int, delay: Double = 0, to: Int32 = 0, in network: Network? = nil)
    -> SimulationResult
  {
    var query = SampleSimulation.query()
    query.replications = count
    return SimulationResult(
      (0..<count).map { run($0, delay: delay, to: to) }, query,
      in: network ?? SampleSimulation.network)
  }

  static func comparison(
    _ base: SimulationResult, _ scenario: SimulationResult, network: Network? = nil
  ) -> SimulationComparison {
    SimulationComparison(
      base: base, scenario: scenario, baseNetwork: SampleSimulation.network,
      scenarioNetwork: network ?? SampleSimulation.network, measuredFrom: start)
  }

  static func report(
    _ comparison: SimulationComparison, _ language: Language, network: Network? = nil
  ) -> SimulationComparisonReport {
    SimulationComparisonReport(
      base: SampleSimulation.network, baseTitleEN: SampleSimulation.payload,
      baseTitleZH: SampleSimulation.payload,
      entries: [
        .init(
          name: "a<b>", titleEN: SampleSimulation.payload, titleZH: SampleSimulation.payload,
          network: network ?? SampleSimulation.network, comparison: comparison)
      ], language: language, header: RunHeader(toolVersion: "1", command: "tidebore compare"))
  }
}

@Suite struct SimulationsCompared {
  @Test func `what is the same differs nowhere, and no change is significant`() {
    let comparison = Sample.comparison(Sample.result(5), Sample.result(5))
    #expect(comparison.familySize > 8)
    for row in comparison.rows {
      #expect(row.side == .both)
      #expect(row.difference.difference.mean == 0 && !row.isSignificant, "\(row.key)")
    }
    #expect(comparison.medianVarianceRatio == nil)
    let (en, zh) = (Sample.report(comparison, .en), Sample.report(comparison, .zh))
    #expect(en.table().contains("no significant change"))
    #expect(zh.table().contains("无显著变化"))
  }

  @Test func `an obvious effect is significant after the correction, and common luck pays`() throws
  {
    let comparison = Sample.comparison(Sample.result(8), Sample.result(8, delay: 5_000))
    let row = try #require(comparison.rows.first { $0.key.name == "sim.delay" })
    #expect(row.isHeadline && row.isSignificant && row.difference.difference.lo > 0)
    #expect(try #require(row.difference.varianceRatio) > 1)
    let other = try #require(comparison.rows.first { $0.key.name == "sim.cost" })
    #expect(!other.isSignificant)
  }

  @Test func `Holm's correction is that of the whole family`() {
    let comparison = Sample.comparison(Sample.result(4), Sample.result(4, delay: 30))
    let family = comparison.rows.filter(\.isHeadline)
    #expect(family.count == comparison.familySize)
    var least = 0.0
    let sorted = family.sorted { $0.difference.pValue < $1.difference.pValue }
    for (rank, row) in sorted.enumerated() {
      least = max(least, min(1, row.difference.pValue * Double(family.count - rank)))
      #expect(abs((row.adjustedP ?? -1) - least) < 1e-12)
      #expect(row.isSignificant == (least <= 0.05))
    }
  }

  @Test func `lots are conserved whatever way they go`() {
    var scenario = Sample.result(3, to: 1)
    scenario.replications[0].fates[99] = .init(demand: 0, gateway: -1, seconds: nil, ready: 0)
    scenario.replications[1].fates[3] = nil
    let diversions = Sample.comparison(Sample.result(3), scenario).diversions
    func lots(_ rows: [LotDiversions.Row]) -> Int { rows.reduce(0) { $0 + $1.lots } }
    #expect(diversions.baseLots == 60 && diversions.scenarioLots == 60)
    #expect(lots(diversions.rows.filter { $0.from != .absent }) == 60)
    #expect(lots(diversions.rows.filter { $0.to != .absent }) == 60)
    let moved = diversions.rows.filter { $0.isDiversion && $0.late > 0 }
    #expect(moved.map(\.lots) == [14] && moved.map(\.late) == [14])
    #expect(moved.first?.meanDelayHours == 2)
  }

  @Test func `rows are matched by name, and what only one side has is said`() throws {
    var network = SampleSimulation.network
    network.resources[0].id = "NEW"
    let comparison = Sample.comparison(
      Sample.result(2), Sample.result(2, in: network), network: network)
    let names = Dictionary(
      comparison.rows.filter { $0.key.table == .terminal }.map { ($0.key.name, $0.side) }
    ) { first, _ in first }
    #expect(names == ["BERTH": .base, "NEW": .scenario, "\"><b>": .both])
    let text = Sample.report(comparison, .en, network: network).table()
    #expect(text.contains("only in the base") && text.contains("only in the scenario"))
  }

  @Test func `one replication has no intervals, and says so`() throws {
    let comparison = Sample.comparison(Sample.result(1), Sample.result(1, delay: 5_000))
    #expect(comparison.rows.allSatisfy { !$0.isSignificant })
    let report = Sample.report(comparison, .en)
    #expect(report.table().contains("no intervals"))
    let value = try JSONDocument(parsing: report.json()).root
    let rows = try #require(value["scenarios"]?.arrayValue?.first?["differences"]?.arrayValue)
    let row = try #require(rows.first { $0["key"]?.stringValue == "sim.delay" })
    #expect(row["difference"]?["lo"] == .null && row["is_significant"] == .null)
    #expect(row["difference"]?["mean"]?.doubleValue != 0)
  }

  @Test(arguments: [Language.en, .zh])
  func `the page carries names as text, and the files say the same`(_ language: Language) {
    let report = Sample.report(
      Sample.comparison(Sample.result(3), Sample.result(3, delay: 5_000, to: 1)), language)
    let page = String(decoding: report.page(), as: UTF8.self)
    #expect(!page.contains(SampleSimulation.payload) && !page.contains("a<b>"))
    #expect(page.contains("&lt;script&gt;alert(1)"))
    #expect(page.contains("<svg") && page.contains("Content-Security-Policy"))
    #expect(!page.contains("{{") && !page.contains("simcompare."))
    #expect(!report.markdown().contains("<script"))
    let lines = String(decoding: report.csv(), as: UTF8.self).split(separator: "\r\n")
    #expect(lines.first?.split(separator: ",").count == 16)
    #expect(lines.contains { $0.hasPrefix("a<b>,diversion,") })
  }
}

@Suite struct BacklogAfterAClosure {
  @Test func `recovered is the start of the first quiet week after reopening`() {
    var excess = [Int32](repeating: 0, count: 24 * 30)
    for hour in 48..<100 { excess[hour] = 40 }
    for hour in 100..<110 { excess[hour] = 2 }
    // Limit: 5 % of 40 is 2, and 2 is not below it.
    #expect(BacklogRecovery.recovery(excess, reopens: 84, peak: 40) == 26)
    excess[200] = 3
    #expect(BacklogRecovery.recovery(excess, reopens: 84, peak: 40) == 201 - 84)
  }

  @Test func `what never falls has not recovered, and what never rose has at once`() {
    let high = [Int32](repeating: 9, count: 400)
    #expect(BacklogRecovery.recovery(high, reopens: 10, peak: 9) == nil)
    let flat = [Int32](repeating: 0, count: 400)
    #expect(BacklogRecovery.recovery(flat, reopens: 10, peak: 0) == 0)
    // A dip of a few hours at the end proves nothing.
    let dip = [Int32](repeating: 9, count: 390) + [Int32](repeating: 0, count: 10)
    #expect(BacklogRecovery.recovery(dip, reopens: 10, peak: 9) == nil)
  }

  @Test func `places that only the scenario closes are watched, hour by hour`() throws {
    var network = SampleSimulation.network
    network.closures.append(
      Closure(
        id: "typhoon", element: .place(SampleSimulation.place("CNNBG-BLN")),
        from: Sample.start + 48 * secondsPerHour, to: Sample.start + 84 * secondsPerHour,
        provenance: SampleCircle.row))
    #expect(
      BacklogRecovery.resources(of: network, base: SampleSimulation.network, scenario: network)
        == [0])
    var (base, scenario) = (Sample.result(2), Sample.result(2))
    for number in 0..<2 {
      base.replications[number].hourly = [0: [Int32](repeating: 5, count: 24 * 28)]
      scenario.replications[number].hourly = [
        0: (0..<24 * 28).map { (48..<100 + number * 4).contains($0) ? 25 : 5 }
      ]
    }
    let comparison = Sample.comparison(base, scenario, network: network)
    let backlog = try #require(comparison.backlog)
    #expect(backlog.closes == 48 && backlog.reopens == 84 && backlog.places == ["CNNBG-BLN"])
    #expect(backlog.peaks == [20, 20] && backlog.recoveries == [16, 20])
    #expect(backlog.recoveryHours.mean == 18)
    #expect(backlog.medianHours.value == 16 && backlog.medianHours.lo == nil)
    let page = String(
      decoding: Sample.report(comparison, .en, network: network).page(), as: UTF8.self)
    #expect(page.contains("Ships waiting and at berth"))
    #expect(page.contains("Half of the replications recover within 16.0 h."))
    #expect(Sample.comparison(base, base).backlog == nil)
  }
}
