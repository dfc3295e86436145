// SPDX-License-Identifier: GPL-3.0-or-later
import JSONText
import Testing

@testable import tidebore

private let teaching = "\(repositoryFolder)/networks/teaching"
private let monday = "2026-03-02T09:00:00+08:00"

@Suite("What may be demanded of a way")
struct DemandTests {
  private func answer(_ arguments: String...) throws -> JSONValue {
    let run = CommandRun(["route", teaching] + arguments)
    #expect(run.status == .done, "\(run.messages)")
    return try JSONDocument(parsing: run.output).root
  }

  private func modes(_ answer: JSONValue) -> [String] {
    let legs = answer["itineraries"]?.arrayValue?.first?["legs"]?.arrayValue ?? []
    return legs.filter { ["main_haul", "line_haul"].contains($0["kind"]?.stringValue) }
      .compactMap { $0["mode"]?.stringValue }
  }

  @Test("A pattern is kept, and one that cannot be says which part")
  func combination() throws {
    let air = try answer("--from", "HZ", "--to", "SEL", "--depart", monday)
    #expect(modes(air).contains("air"))
    let kept = try answer(
      "--from", "HZ", "--to", "SEL", "--depart", monday, "--combination", "any*>air")
    #expect(modes(kept).last == "air")
    let impossible = try answer(
      "--from", "HZ", "--to", "SEL", "--depart", monday, "--combination", "river-sea")
    #expect(impossible["itineraries"]?.arrayValue?.isEmpty == true)
    #expect(impossible["unreachable"]?["code"]?.stringValue == "unreachable.combination")
    let message = impossible["unreachable"]?["message"]?.stringValue ?? ""
    #expect(message.contains("Seoul") && message.contains("inland waterway"), "\(message)")
  }

  @Test("Places are passed in the order in which they are named")
  func via() throws {
    let there = try answer("--from", "HZ", "--to", "SEL", "--depart", monday, "--via", "HGH")
    #expect(there["unreachable"] == .null)
    let back = try answer(
      "--from", "HZ", "--to", "SEL", "--depart", monday, "--via", "SEL", "--via", "HGH")
    #expect(back["unreachable"]?["code"]?.stringValue == "unreachable.via")
  }

  @Test("Arrival by a moment starts late, and is not late")
  func arriveBy() throws {
    let early = try answer("--from", "HZ", "--to", "SEL", "--depart", monday)
    let arrival = try #require(
      early["itineraries"]?.arrayValue?.first?["arrive"]?.stringValue)
    let late = try answer("--from", "HZ", "--to", "SEL", "--arrive-by", arrival)
    let itinerary = try #require(late["itineraries"]?.arrayValue?.first)
    #expect(itinerary["arrive"]?.stringValue == arrival)
    #expect(itinerary["depart"]?.stringValue ?? "" > monday)
    let never = try answer(
      "--from", "HZ", "--to", "SEL", "--arrive-by", arrival, "--horizon", "3h")
    #expect(never["unreachable"]?["code"]?.stringValue == "unreachable.arrive_by")
  }

  @Test("Everything wrong with demands is said in one run")
  func wrongDemands() {
    let run = CommandRun(
      "route", teaching, "--from", "HZ", "--to", "SEL", "--depart", monday, "--arrive-by", "noon",
      "--combination", "rial>>sea|shp", "--via", "HGHH", "--via", "Seoull")
    #expect(run.status == .usage)
    for word in [
      "--depart and --arrive-by", "'noon'", "'rial'", "did you mean rail", "'shp'", "rial>>sea|shp",
      "'HGHH'", "did you mean HGH", "'Seoull'", "did you mean SEL",
    ] {
      #expect(run.messages.contains(word), "\(word)")
    }
    let large = CommandRun(
      ["route", teaching, "--from", "HZ", "--to", "SEL", "--depart", monday, "--combination"]
        + ["any*>sea>any>any>any>any", "--via", "HGH", "--via", "HZ", "--via", "HGH"])
    #expect(large.status == .usage)
    #expect(large.messages.contains("64"))
    let none = CommandRun("route", teaching, "--from", "HZ", "--to", "SEL")
    #expect(none.status == .usage)
    #expect(none.messages.contains("--arrive-by"))
  }

  @Test("explain keeps the demand in every re-run")
  func explain() throws {
    let run = CommandRun(
      "explain", teaching, "--from", "HZ", "--to", "SEL", "--depart", monday, "--combination",
      "any*>air", "--via", "HGH")
    #expect(run.status == .done)
    let answer = try JSONDocument(parsing: run.output).root
    #expect(answer["remedies"]?.arrayValue?.isEmpty == false)
  }
}
