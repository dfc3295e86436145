// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
import FreightModel
import FreightRouting
import Quantities
import Scenario

@testable import Reporting

/// The made-up circle beside a scenario in which Sao Paulo is gained and Shanghai is lost.
enum SampleComparison {
  static let payload = "<img src=x onerror=alert(1)>|`**[a](http://evil)"

  static func demand(_ tonnes: Double) -> DemandAnswer {
    var answer = DemandAnswer()
    answer.tonnesServed = 1_000
    answer.meanHours = 60
    answer.meanCostPerTonne = 9_000
    answer.co2eTonnes = tonnes
    answer.modes = [.init(mode: .air, tonneKM: tonnes * 10, co2eTonnes: tonnes)]
    answer.gateways = [
      .init(gatewayID: "HGH", tonnes: tonnes), .init(gatewayID: nil, tonnes: 5),
    ]
    answer.waits = [.init(placeID: "HGH", cause: .nextDeparture, tonneHours: tonnes * 3)]
    return answer
  }

  static func answer(_ name: String, _ circle: CoverageResult, _ tonnes: Double) -> NetworkAnswer {
    var item = BasketAnswer(
      id: "box", name: LocalizedText(en: "A box to Chicago", zh: "发往芝加哥的箱子"),
      consignment: Consignment(), objective: .time, originID: "HZ-XS", destinationID: "C-CHI")
    let chicago = circle.cities.first { SampleCircle.network.places[$0.place].id == "C-CHI" }
    (item.p50, item.p80, item.p95) = (chicago?.p50, chicago?.p80, chicago?.p95)
    item.itinerary = chicago?.itinerary
    return NetworkAnswer(
      name: name, title: LocalizedText(en: "Case \(name)", zh: "方案\(name)"),
      network: SampleCircle.network, circle: circle, basket: [item], demand: demand(tonnes))
  }

  /// The circle of the base; with three cells of each grid where a map is looked at.
  static func base(cells: Bool = false) -> CoverageResult {
    var circle = SampleCircle.result()
    guard cells else { return circle }
    circle.world = [172_923, 172_924, 173_640].map {
      SurfaceCell(index: $0, seconds: 90_000, isHatched: false)
    }
    circle.around = [17_322_004, 17_322_005, 17_329_204].map {
      SurfaceCell(index: $0, seconds: 90_000, isHatched: false)
    }
    return circle
  }

  /// Hours of the named cities move; the tiers and the swings follow.
  static func moved(_ hours: [String: Int64], cells: Bool = false) -> CoverageResult {
    var circle = base(cells: cells)
    for number in circle.cities.indices {
      let id = SampleCircle.network.places[circle.cities[number].place].id
      guard let shift = hours[id].map({ $0 * 3_600 }) else { continue }
      var city = circle.cities[number]
      city.p50 = city.p50.map { $0 + shift }
      city.p80 = city.p80.map { $0 + shift }
      city.p95 = city.p95.map { $0 + shift }
      city.statistic = city.p80
      city.status = (city.statistic ?? .max) <= city.targetSeconds ? .within : .out
      city.itinerary?.cost = Money(90_000)
      circle.cities[number] = city
    }
    circle.tiers = circle.tiers.map { tier in
      let within = circle.cities.count { $0.tier == tier.tier && $0.status == .within }
      return TierCount(
        tier: tier.tier, within: within, of: tier.of, populationWithin: within * 1_000_000,
        populationOf: tier.populationOf)
    }
    circle.swings = circle.swings.map { Swing(code: $0.code, tiers: circle.tiers) }
    return circle
  }

  static func scenario(
    _ name: String, _ circle: CoverageResult, tonnes: Double = 900
  ) -> ScenarioAnswer {
    ScenarioAnswer(
      answer: answer(name, circle, tonnes),
      question: LocalizedText(en: "What does \(payload) change?", zh: "\(payload)改变什么？"),
      changes: [LocalizedText(en: "Change \(payload)", zh: "改动\(payload)")],
      edits: [
        RowEdit(
          action: .set, table: "service", key: payload,
          cells: [.init(column: "frequency_per_week", before: "3", after: "=CMD()")])
      ])
  }

  static let mixed: [String: Int64] = [
    "C-SAO": -30, "C-SHA": 30, "C-TYO": -5, "C-SYD": 7, "C-BJS": 2,
  ]

  static func report(
    _ scenarios: [ScenarioAnswer], _ language: Language, cells: Bool = false
  ) -> ComparisonReport {
    let comparison = Comparison(
      base: answer("base", base(cells: cells), 1_000), scenarios: scenarios)
    let reports = ([comparison.base] + scenarios.map(\.answer)).map { answer in
      CoverageReport(
        result: answer.circle, network: answer.network, language: language,
        header: RunHeader(
          toolVersion: "0.1.0",
          inputs: [.init(path: "place.csv", sha256: String(repeating: "0", count: 64))],
          tzdataVersion: "2026a", command: "tidebore compare sample a.yaml"),
        clock: SampleCircle.clock)
    }
    return ComparisonReport(comparison, reports: reports)
  }

  static func report(_ language: Language) -> ComparisonReport {
    report([scenario("A", moved(mixed))], language)
  }

  /// A scenario whose network has one more city, first in the order, so that all numbers move.
  static func withNewCity(_ language: Language) -> ComparisonReport {
    var network = SampleCircle.network
    var new = network.places[0]
    (new.id, new.nameEN, new.nameZH) = ("A-NEW", "Newtown", "新城")
    network.places.insert(new, at: 0)
    func next(_ id: ID<Place>) -> ID<Place> { ID(id.index + 1) }
    func moved(_ city: CityResult) -> CityResult {
      var city = city
      city.place = next(city.place)
      city.exitGateway = city.exitGateway.map(next)
      return city
    }
    var circle = SampleCircle.result()
    circle.query.origin = next(circle.query.origin)
    var city = CityResult(place: ID(0), tier: 1, targetSeconds: 86_400, grade: "")
    (city.p50, city.p80, city.p95, city.statistic) = (30_000, 36_000, 40_000, 36_000)
    city.status = .within
    circle.cities = [city] + circle.cities.map(moved)
    circle.beside = circle.beside.map(moved)
    circle.districts = circle.districts.map(moved)
    circle.gateways = circle.gateways.map {
      GatewayShare(
        gateway: $0.gateway.map(next), cities: $0.cities, citiesWithin: $0.citiesWithin)
    }
    circle.tiers[0].within += 1
    circle.tiers[0].of += 1
    var scenario = scenario("A", SampleCircle.result(), tonnes: 1_000)
    scenario.answer.network = network
    scenario.answer.circle = circle
    return report([scenario], language)
  }

  /// The base beside itself.
  static func same(_ language: Language) -> ComparisonReport {
    var itself = ScenarioAnswer(
      answer: answer("A", SampleCircle.result(), 1_000), question: LocalizedText(en: "", zh: ""),
      changes: [], edits: [])
    itself.unchangedBecause = LocalizedText(en: "it is the base", zh: "方案即现状")
    return report([itself], language)
  }
}
