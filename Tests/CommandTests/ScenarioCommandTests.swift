// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import JSONText
import Testing

@testable import tidebore

private let teaching = "\(repositoryFolder)/networks/teaching"

@Suite("Scenarios on the command line")
struct ScenarioCommandTests {
  private let folder: TemporaryFolder
  private let question = ["--origin", "HZ", "--quiet"]

  init() throws { folder = try TemporaryFolder() }

  /// A scenario on the teaching network.
  private func scenario(_ name: String, _ changes: String) throws -> String {
    let path = "\(folder.path)/\(name).yaml"
    let text = """
      schema: tidebore-scenario/1
      name: \(name)
      title: { en: "Title of \(name)", zh: "标题 \(name)" }
      base: \(teaching)
      changes:\(changes)
      """
    #expect(FileManager.default.createFile(atPath: path, contents: Data(text.utf8)))
    return path
  }

  private func json(_ run: CommandRun) throws -> JSONValue {
    #expect(run.status == .done, "\(run.messages)")
    return try JSONDocument(parsing: run.output).root
  }

  @Test("diff says in both languages what is changed, and names the row")
  func diff() throws {
    let file = try scenario("daily", "\n- { kind: frequency, services: AF-KR, per_week: 9 }")
    let english = CommandRun("diff", file, "--format", "table", "--lang", "en")
    let chinese = CommandRun("diff", file, "--format", "table", "--lang", "zh")
    #expect(english.status == .done)
    #expect(english.output.contains("Title of daily"))
    #expect(english.output.contains("Frequency of AF-KR"))
    #expect(chinese.output.contains("AF-KR 的班次频率"))
    let rows = try json(CommandRun("diff", file, "--format", "json"))["rows"]?.arrayValue
    #expect(rows?.isEmpty == false)
    #expect(CommandRun("diff", teaching).status == .usage)
  }

  @Test("A misspelt id is refused with its line and what was meant, and all faults at once")
  func misspelt() throws {
    let file = try scenario(
      "wrong",
      "\n- { kind: frequency, services: AF-KT, per_week: 9 }\n- { kind: frequncy, services: AF-KR }"
    )
    for arguments in [
      ["validate", file, "--format", "table"], ["diff", file],
      ["coverage", file] + question, ["compare", teaching, file] + question,
    ] {
      let run = CommandRun(arguments)
      let said = run.output + run.messages
      #expect(run.status == .invalidInput)
      #expect(said.contains("\(file):6:"), "\(said)")
      #expect(said.contains("AF-KR"))
      #expect(said.contains("\(file):7:"))
      #expect(said.contains("frequency"))
    }
  }

  @Test("A scenario stands for its network in every verb")
  func standsForNetwork() throws {
    let file = try scenario("no-flight", "\n- { kind: status, services: AF-KR, status: suspended }")
    let way = ["--from", "HZ", "--to", "SEL", "--depart", "2026-03-02T09:00:00+08:00"]
    let plain = CommandRun(["route", teaching] + way)
    let changed = CommandRun(["route", file] + way)
    let option = CommandRun(["route", teaching] + way + ["--scenario", file])
    #expect(plain.output.contains("\"AF-KR\""))
    #expect(!changed.output.contains("\"AF-KR\""))
    #expect(
      try json(option)["itineraries"] == json(changed)["itineraries"])
    for verb in [["explain", file, "--from", "HZ", "--to", "SEL"], ["coverage", file] + question] {
      #expect(CommandRun(verb).status == .done)
    }
  }

  @Test("A network against itself differs by exactly 0 everywhere")
  func itself() throws {
    let empty = try scenario("nothing", " []")
    for other in [teaching, empty] {
      let answer = try json(
        CommandRun(["compare", teaching, other, "--format", "json"] + question))
      let indicators = try #require(answer["indicators"]?.arrayValue)
      #expect(indicators.count > 10)
      for indicator in indicators {
        let difference = indicator["difference"]
        #expect(difference == .integer(0) || difference == .null, "\(indicator)")
        #expect(indicator["significant"]?.boolValue == false)
      }
      #expect(answer["cities"]?["gained"]?.arrayValue?.isEmpty == true)
      #expect(answer["cities"]?["lost"]?.arrayValue?.isEmpty == true)
    }
  }

  @Test("coverage --compare says gained, lost and kept, against a network and an earlier result")
  func coverageCompare() throws {
    let earlier = "\(folder.path)/before.json"
    #expect(CommandRun(["coverage", teaching, "-o", earlier] + question).status == .done)
    for base in [teaching, earlier] {
      let same = try json(
        CommandRun(["coverage", teaching, "--compare", base, "--format", "json"] + question))
      for city in try #require(same["cities"]?.arrayValue) {
        #expect(["kept_in", "kept_out", "unreachable"].contains(city["status"]?.stringValue))
        if let delta = city["delta_p80_h"]?.doubleValue { #expect(delta == 0) }
      }
    }
    let file = try scenario(
      "fast",
      "\n- { kind: clearance, rows: \"*\", times: 0.1 }\n- { kind: frequency, services: AF-KR, per_week: 14 }"
    )
    let after = try json(
      CommandRun(["coverage", file, "--compare", earlier, "--format", "json"] + question))
    let moved = after["cities"]?.arrayValue?.compactMap { $0["delta_p80_h"]?.doubleValue } ?? []
    #expect(moved.contains { $0 < 0 })
    #expect(
      CommandRun(["coverage", teaching, "--compare", "absent.json"] + question).status == .usage)
  }

  @Test("One run writes a file for each scenario, the same as alone and for any number of threads")
  func filePerScenario() throws {
    let first = try scenario("first", "\n- { kind: frequency, services: AF-KR, per_week: 1 }")
    let second = try scenario("second", "\n- { kind: close, passages: [LOCK-X] }")
    #expect(CommandRun(["compare", teaching, second] + question).status == .invalidInput)
    let third = try scenario("third", "\n- { kind: close, places: [ICN] }")
    let both = CommandRun(
      ["compare", teaching, first, third, "-o", "\(folder.path)/{name}.md"] + question)
    #expect(both.status == .done, "\(both.messages)")
    let alone = CommandRun(
      ["compare", teaching, third, "--threads", "8", "-o", "\(folder.path)/alone.md"] + question)
    #expect(alone.status == .done)
    #expect(folder.text("third.md") == folder.text("alone.md"))
    #expect(folder.text("first.md") != folder.text("third.md"))
  }

  @Test("compare says what a run would cost, and refuses a base alone")
  func dryRun() throws {
    let file = try scenario("cost", "\n- { kind: frequency, services: AF-KR, per_week: 1 }")
    let estimate = CommandRun(["compare", teaching, file, "--dry-run"] + question)
    #expect(estimate.status == .done)
    #expect(estimate.output.contains("CPU s"))
    #expect(CommandRun(["compare", teaching] + question).status == .usage)
  }

  @Test("improve prints changes that a scenario takes, and what they gain is so when it is run")
  func improve() throws {
    let answer = try json(
      CommandRun(["improve", teaching, "--city", "SEL", "--format", "json"] + question))
    let found = try #require(answer["improvements"]?.arrayValue?.first)
    let remedies = found["remedies"]?.arrayValue ?? []
    let steps = found["steps"]?.arrayValue ?? []
    try #require(!remedies.isEmpty || !steps.isEmpty)
    let target = try #require(found["target_h"]?.doubleValue)
    func item(_ remedy: JSONValue) -> String {
      let lines = (remedy["change"]?.stringValue ?? "").split(separator: "\n")
      return "\n- " + lines.joined(separator: "\n  ")
    }
    let changes = remedies.first.map(item) ?? steps.map(item).joined()
    let file = try scenario("remedy", changes)
    let circle = try json(CommandRun(["coverage", file, "--format", "json"] + question))
    let city = circle["cities"]?.arrayValue?.first { $0["city_id"]?.stringValue == "SEL" }
    let p80 = try #require(city?["p80_h"]?.doubleValue)
    if !remedies.isEmpty || found["reached_by_steps"]?.boolValue == true {
      #expect(p80 <= target)
      #expect(city?["status"]?.stringValue == "in")
    }
    for wrong in [
      ["improve", teaching], ["improve", teaching, "--city", "NOWHERE"],
      ["improve", teaching, "--city", "SEL", "--tier", "2"],
      ["improve", teaching, "--city", "HGH"],
    ] { #expect(CommandRun(wrong + question).status == .usage) }
  }
}
