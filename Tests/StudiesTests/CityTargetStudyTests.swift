// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import FreightRouting
import FreightSimulation
import NetworkIO
import Quantities
import Scenario
import Testing

@testable import Studies

@Suite("One target everywhere")
struct CityTargetStudyTests {
  /// Hours that Seoul has in each of the four studies.
  private func hoursOfSeoul(
    _ network: String, circle: String? = nil, targets: String? = nil
  ) throws -> [String: Double?] {
    var target = TargetRequest()
    (target.circle, target.targets) = (circle, targets)
    var circle = CircleRequest()
    circle.network = network
    circle.circle.origin = "HZ"
    circle.circle.target = target
    let answer = try CircleStudy(circle).run()
    let places = answer.source.read.network.places
    let city = answer.result.cities.first { places[$0.place].id == "SEL" }

    var explain = ExplainRequest()
    (explain.network, explain.from, explain.to, explain.target) = (network, "HZ", "SEL", target)

    var simulation = SimulationRequest()
    (simulation.network, simulation.target) = (network, target)
    (simulation.run.days, simulation.run.warmup, simulation.run.replications) = ("7", "0", "1")
    let lanes = try SimulationStudy(simulation).run().result.lanes

    var improvement = ImprovementRequest()
    (improvement.network, improvement.tier) = (network, "\(city?.tier ?? 0)")
    improvement.cities = "1"
    improvement.circle.origin = "HZ"
    improvement.circle.target = target
    let improved = try ImprovementStudy(improvement).run().improvements

    let hours = { (seconds: Int64?) in seconds.map { Double($0) / 3_600 } }
    return [
      "coverage": hours(city?.targetSeconds),
      "explain": hours(try ExplainStudy(explain).question.targetSeconds),
      "simulate": lanes.first { places[$0.destination].id == "SEL" }?.tierHours,
      "improve": hours(improved.first?.targetSeconds),
    ]
  }

  @Test(
    "Coverage, explain, simulate and improve give a city the same hours, by default and by name")
  func same() throws {
    for (set, expected) in [(nil, 48.0), ("strict", 48), ("broad", 72)] as [(String?, Double)] {
      for (study, hours) in try hoursOfSeoul(teaching, targets: set) {
        #expect(hours == expected, "\(study) of \(set ?? "the default")")
      }
    }
  }

  @Test("A planner's own set and circle work in all four, named or alone")
  func own() throws {
    let named = try TeachingCopy([
      "target.csv": { $0 + "mine,SEL,1,,assumed,,\n" },
      "tier.csv": { $0 + "own,1,60,one,一,assumed,,\n" },
    ])
    for (study, hours) in try hoursOfSeoul(named.path, circle: "own", targets: "mine") {
      #expect(hours == 60, "\(study)")
    }
    let alone = try TeachingCopy([
      "target.csv": { text in
        text.split(separator: "\n").prefix(1).joined() + "\nmine,SEL,1,,assumed,,\n"
      },
      "tier.csv": { text in
        text.split(separator: "\n").prefix(1).joined() + "\nown,1,60,one,一,assumed,,\n"
      },
    ])
    for (study, hours) in try hoursOfSeoul(alone.path) { #expect(hours == 60, "\(study)") }
  }

  @Test("Singapore and Bangkok have 72 hours in Hangzhou's network, and 48 under the broad set")
  func hangzhou() throws {
    let source = try NetworkSource("\(repositoryFolder)/networks/hangzhou")
    let network = source.read.network
    for (set, expected) in [(nil, Int64(72)), ("broad", 48)] as [(String?, Int64)] {
      for city in ["G1880252", "G1609350"] {
        var explain = ExplainRequest()
        (explain.from, explain.to, explain.target.targets) = ("HZ-XS", city, set)
        let study = try ExplainStudy(explain, source: source)
        #expect(study.question.targetSeconds == expected * 3_600, "\(city)")
        let rule = CityTargets(network, circle: "123", set: set ?? "strict")
        let place = try #require(network.findPlace(city))
        #expect(rule.seconds(of: place) == expected * 3_600, "\(city)")
      }
    }
  }

  @Test("A set or a circle that the network lacks is a fault of each study, with those it has")
  func unknown() throws {
    var simulation = SimulationRequest()
    (simulation.network, simulation.target.targets) = (teaching, "strikt")
    simulation.target.circle = "124"
    let faults = #expect(throws: StudyFaults.self) { try SimulationStudy(simulation) }
    #expect(faults?.list.map(\.code) == ["usage.unknown_set", "usage.unknown_set"])
    #expect(faults?.list.last?.arguments == ["--targets", "strikt", "broad, strict"])
  }
}
