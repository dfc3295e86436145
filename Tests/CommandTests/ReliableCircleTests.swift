// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FoundationEssentials
import JSONText
import Testing

@testable import tidebore

@Suite("coverage --samples")
struct ReliableCircleTests {
  private let teaching = "\(repositoryFolder)/networks/teaching"

  private func run(_ options: [String]) -> CommandRun {
    CommandRun(["coverage", teaching, "--origin", "HZ", "--quiet"] + options)
  }

  @Test("Chances with intervals, the same for every number of threads")
  func chances() throws {
    let options = ["--samples", "4", "--seed", "7", "--format", "json"]
    let one = run(options + ["--threads", "1"])
    let two = run(options + ["--threads", "2"])
    #expect(one.status == .done, "\(one.messages)")
    #expect(one.output == two.output)
    let value = try JSONDocument(parsing: Array(one.output.utf8)).root
    let cities = try #require(value["cities"]?.arrayValue)
    #expect(!cities.isEmpty)
    for city in cities {
      let chance = try #require(city["prob_within"]?.doubleValue)
      let lo = try #require(city["prob_lo"]?.doubleValue)
      let hi = try #require(city["prob_hi"]?.doubleValue)
      #expect(0 <= lo && lo <= chance && chance <= hi && hi <= 1)
      let isIn = city["status"]?.stringValue == "in"
      #expect(isIn == (chance >= 0.8))
    }
    #expect(value["reliability"]?["weeks"]?.integerValue == 4)
    #expect(value["reliability"]?["queues"]?.boolValue == false)
  }

  @Test("With queues, at twice the demand, against the timetable's network")
  func queues() throws {
    let run = run([
      "--samples", "2", "--queues", "--demand-factor", "2", "--compare", teaching, "--format",
      "json",
    ])
    #expect(run.status == .done, "\(run.messages)")
    let value = try JSONDocument(parsing: Array(run.output.utf8)).root
    #expect(value["reliability"]?["demand_factor"]?.doubleValue == 2)
    // The same luck on both sides.
    let cities = try #require(value["cities"]?.arrayValue)
    #expect(cities.allSatisfy { ($0["delta_p80_h"]?.doubleValue ?? 0) == 0 })
  }

  @Test(
    "What is wrong with the options is said",
    arguments: [
      ["--samples", "0"], ["--samples", "x"], ["--samples", "521"], ["--queues"],
      ["--seed", "1"], ["--samples", "2", "--seed", "-1"],
      ["--samples", "2", "--demand-factor", "2"],
      ["--samples", "2", "--queues", "--demand-factor", "0"],
      ["--samples", "2", "--queues", "--demand-factor", "101"],
      ["--samples", "2", "--points", "none.csv", "-o", "x.points.csv"],
      ["--samples", "2", "--change", "AF-KR=cancel"],
    ])
  func wrongOptions(_ options: [String]) {
    let run = run(options)
    #expect(run.status == .usage, "\(options): \(run.messages)")
    #expect(run.output.isEmpty)
  }
}
