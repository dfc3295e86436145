// SPDX-License-Identifier: GPL-3.0-or-later
import JSONText
import Testing

@testable import tidebore

@Suite("route: objectives and alternatives")
struct AlternativesCommandTests {
  private static let question = [
    "route", "\(repositoryFolder)/networks/teaching", "--from", "HZ", "--to", "SEL", "--depart",
    "2026-03-02T09:00:00+08:00", "--format", "json",
  ]

  private func answer(_ more: String...) throws -> JSONValue {
    let run = CommandRun(Self.question + more)
    #expect(run.status == .done, "\(run.messages)")
    return try JSONDocument(parsing: run.output).root
  }

  private func triples(_ answer: JSONValue) -> [[Double]] {
    (answer["itineraries"]?.arrayValue ?? []).map { itinerary in
      ["duration_s", "cost_cny", "co2e_kg"].map { itinerary[$0]?.doubleValue ?? -1 }
    }
  }

  @Test("all alternatives come by arrival, the fastest first, the cheapest among them")
  func alternatives() throws {
    let set = triples(try answer("--criteria", "time,cost,co2e"))
    #expect(set.count > 1)
    #expect(set.map { $0[0] } == set.map { $0[0] }.sorted())
    #expect(set.first == triples(try answer("--objective", "time")).first)
    let cheapest = try #require(triples(try answer("--objective", "cost")).first)
    #expect(set.contains(cheapest))
    #expect(cheapest[1] == set.map { $0[1] }.min())
    #expect(triples(try answer("--criteria", "cost")) == [cheapest])
  }

  @Test(
    "generalized cost goes with the value of an hour: the fastest for a fortune, the cheapest for nothing"
  )
  func generalized() throws {
    let dear = try answer(
      "--objective", "generalized", "--value-of-time", "1000000", "--carbon-price", "0")
    #expect(triples(dear) == triples(try answer()))
    let free = try answer(
      "--objective", "generalized", "--value-of-time", "0", "--carbon-price", "0")
    #expect(triples(free) == triples(try answer("--objective", "cost")))
  }

  @Test("a cap, a slack and a budget are named where they cost an alternative")
  func limits() throws {
    let set = triples(try answer("--criteria", "time,cost"))
    let cap = try #require(set.last)[1]
    let capped = try answer("--criteria", "time,cost", "--max-cost", "\(cap)")
    #expect(triples(capped) == set.filter { $0[1] <= cap })
    #expect(capped["limits_hit"]?.arrayValue?.contains(.string("max_cost")) == true)
    let slack = try answer(
      "--criteria", "time,cost,co2e", "--slack", "cost=100000,co2e=100000")
    #expect(triples(slack).count == 1)
    #expect(slack["limits_hit"]?.arrayValue?.contains(.string("slack")) == true)
    let budget = try answer("--criteria", "time,cost,co2e", "--label-budget", "1")
    #expect(triples(budget).isEmpty)
    #expect(budget["limits_hit"]?.arrayValue?.contains(.string("label_budget")) == true)
    #expect(budget["unreachable"]?["code"]?.stringValue == "unreachable.limits")
  }

  @Test("wrong objectives and limits are all said in one run")
  func wrong() {
    let run = CommandRun(
      Self.question + [
        "--criteria", "time,fame", "--objective", "glory", "--slack", "money=1", "--max-cost",
        "lots",
        "--max-co2e", "much", "--max-legs", "few", "--label-budget", "0", "--value-of-time", "x",
        "--carbon-price", "y",
      ])
    #expect(run.status == .usage)
    for word in [
      "time,fame", "'glory'", "money=1", "'lots'", "'much'", "'few'", "'0'", "'x'", "'y'",
      "only one of the two", "add --objective generalized",
    ] {
      #expect(run.messages.contains(word), "\(word)")
    }
  }

  @Test("coverage takes an objective and says which; explain goes by time and has none")
  func coverageObjective() throws {
    let run = CommandRun(
      "coverage", "\(repositoryFolder)/networks/teaching", "--origin", "HZ", "--class", "fcl",
      "--format", "json")
    #expect(run.status == .done)
    #expect(run.output.contains(#""objective":"generalized""#))
    let other = CommandRun(
      "coverage", "\(repositoryFolder)/networks/teaching", "--origin", "HZ", "--objective", "fame",
      "--value-of-time", "3")
    #expect(other.status == .usage)
    #expect(other.messages.contains("fame") && other.messages.contains("--objective generalized"))
  }
}
