// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import FreightRouting
import NetworkIO
import Testing

@testable import Scenario

@Suite struct `A comparison` {
  private func answer(
    _ name: String, _ network: Network, _ consignment: Consignment, threads: Int = 2
  ) throws -> NetworkAnswer {
    let query = CoverageQuery(
      origin: try #require(network.findPlace("HZ")), consignment: consignment,
      week: network.header.referenceWeek, threads: threads)
    var run = AnswerRun(
      name: name, title: LocalizedText(en: name, zh: name), network: network, query: query)
    run.drawsSurface = false
    return try run.run()
  }

  private func compare(
    _ base: NetworkAnswer, _ scenario: ReadScenario, _ consignment: Consignment
  ) throws -> Comparison {
    let answer = try answer(scenario.name, scenario.read.network, consignment)
    return Comparison(
      base: base,
      scenarios: [
        ScenarioAnswer(
          answer: answer, question: scenario.question, changes: scenario.changes,
          edits: scenario.edits)
      ])
  }

  @Test(arguments: [Arrivals.parcel, Arrivals.box])
  func `of a network with itself, or with an empty scenario, finds nothing`(
    consignment: Consignment
  ) throws {
    let trial = try TrialScenario()
    let network = try NetworkReader.read(directory: trial.network).network
    let base = try answer("base", network, consignment)
    let empty = try compare(base, trial.read(), consignment)
    let itself = Comparison(
      base: base,
      scenarios: [
        ScenarioAnswer(
          answer: base, question: LocalizedText(en: "", zh: ""), changes: [], edits: [])
      ])
    for comparison in [empty, itself] {
      let rows = comparison.indicators(of: 0)
      #expect(rows.count > 20)
      for row in rows {
        #expect((row.difference ?? 0) == 0 && !row.isSignificant, "\(row)")
        #expect((row.low ?? 0) == 0 && (row.high ?? 0) == 0, "\(row)")
        #expect((row.base == nil) == (row.scenario == nil), "\(row)")
      }
      let changes = comparison.cityChanges(of: 0)
      #expect(!changes.isEmpty && changes.allSatisfy(\.isUnchanged))
      #expect(comparison.unchangedReason(of: 0) != nil)
    }
  }

  @Test func `has a closed canal on no itinerary, and names a reason for those behind it`() throws {
    let trial = try TrialScenario()
    try trial.replace(
      "service", "SH-INC,Beilun–Incheon,sea,feeder,yellow-sea,1000-TEU ship,live,,,,,,,",
      "SH-INC,Beilun–Incheon,sea,feeder,yellow-sea,1000-TEU ship,live,,,,,,canal,")
    let network = try NetworkReader.read(directory: trial.network).network
    let base = try answer("base", network, Arrivals.box)
    let scenario = try trial.read("kind: close, passages: canal")
    let comparison = try compare(base, scenario, Arrivals.box)
    let seoul = try #require(comparison.cityChanges(of: 0).first { $0.cityID == "SEL" })
    #expect(seoul.before?.itinerary?.legs.contains { $0.row == "SH-INC" } == true)
    #expect(seoul.after?.status == .unreachable && seoul.after?.itinerary == nil)
    #expect(seoul.after?.reason != nil && seoul.deltaSeconds == nil && !seoul.isUnchanged)
    let answer = comparison.scenarios[0].answer
    let ways = answer.circle.cities.compactMap(\.itinerary) + answer.basket.compactMap(\.itinerary)
    #expect(ways.flatMap(\.legs).allSatisfy { $0.row != "SH-INC" })
    let box = try #require(answer.basket.first { $0.id == "box-seoul" })
    #expect(box.itinerary == nil && box.reason != nil)
    let rows = comparison.indicators(of: 0)
    let p80 = try #require(rows.first { $0.name == "basket.box-seoul.p80" })
    #expect(p80.base != nil && p80.scenario == nil && p80.isSignificant)
    #expect(comparison.unchangedReason(of: 0) == nil)
  }

  @Test func `matches cities by id, though a scenario numbers its places anew`() throws {
    let trial = try TrialScenario()
    let network = try NetworkReader.read(directory: trial.network).network
    let base = try answer("base", network, Arrivals.parcel)
    let scenario = try trial.read(
      "kind: add_place, id: AAA, place_kind: city, name_en: A, lat: 30, lon: 120.5, territory: CN, "
        + "time_zone: Asia/Shanghai",
      "kind: add_row, table: target, values: { set: strict, place: AAA, tier: 1 }",
      "kind: remove_row, table: target, where: { set: strict, place: NB }")
    let changes = try compare(base, scenario, Arrivals.parcel).cityChanges(of: 0)
    #expect(changes.map(\.cityID) == ["NB", "SEL", "AAA"])
    #expect(changes[0].after == nil && changes[2].before == nil)
    #expect(changes[1].deltaSeconds == 0 && changes[1].isUnchanged)
    #expect(changes[2].status == .gained)
  }

  @Test func `shows what a faster customs office gives, in the city, the basket and the demand`()
    throws
  {
    let trial = try TrialScenario()
    let network = try NetworkReader.read(directory: trial.network).network
    let base = try answer("base", network, Arrivals.parcel)
    let scenario = try trial.read("kind: clearance, rows: kr-parcel, time_h: 1, hours: always")
    let comparison = try compare(base, scenario, Arrivals.parcel)
    let rows = comparison.indicators(of: 0)
    for name in ["basket.parcel-seoul.p80", "demand.mean_hours", "coverage.mean_statistic"] {
      let row = try #require(rows.first { $0.name == name })
      #expect((row.difference ?? 0) < 0, "\(row)")
    }
    let seoul = try #require(comparison.cityChanges(of: 0).first { $0.cityID == "SEL" })
    #expect((seoul.deltaSeconds ?? 0) < 0)
  }
}
