// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import JSONText
import Testing

@testable import tidebore

private let teaching = "\(repositoryFolder)/networks/teaching"

@Suite("compare --replications")
struct CompareSimulationTests {
  private let short = [
    "--days", "14", "--warmup", "7", "--replications", "2", "--quiet", "--format", "json",
  ]

  private func scenarios(_ run: CommandRun) throws -> [JSONValue] {
    #expect(run.status == .done, "\(run.messages)")
    return try #require(
      try JSONDocument(parsing: Array(run.output.utf8)).root["scenarios"]?.arrayValue)
  }

  private func scenario(_ folder: TemporaryFolder, _ name: String, _ changes: String) -> String {
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

  @Test("A network against itself: every difference is exactly 0, nothing is significant")
  func same() throws {
    let found = try scenarios(CommandRun(["compare", teaching, teaching] + short))
    let rows = try #require(found.first?["differences"]?.arrayValue)
    #expect(rows.count > 20)
    for row in rows {
      #expect(row["difference"]?["mean"]?.doubleValue == 0)
      #expect(row["is_significant"]?.boolValue == false)
      #expect(row["verdict"]?.stringValue == "no significant change")
    }
  }

  @Test("The order of scenarios changes none of their answers")
  func order() throws {
    let folder = try TemporaryFolder()
    let a = scenario(folder, "a", "\n- { kind: frequency, services: AF-KR, per_week: 9 }")
    let b = scenario(folder, "b", "\n- { kind: frequency, services: AF-KR, per_week: 1 }")
    let one = try scenarios(CommandRun(["compare", teaching, a, b] + short))
    let two = try scenarios(CommandRun(["compare", teaching, b, a] + short))
    #expect(one.count == 2 && one[0] == two[1] && one[1] == two[0])
    #expect(one[0] != one[1])
  }

  @Test(
    "What is wrong with the options is said",
    arguments: [
      ["--replications", "0"], ["--replications", "2", "--days", "x"],
      ["--replications", "2", "--origin", "HZ"], ["--replications", "2", "--dry-run"],
      ["--replications", "2", "-o", "x.svg"], ["--origin", "HZ", "--seed", "3"],
    ])
  func wrong(_ options: [String]) {
    let run = CommandRun(["compare", teaching, teaching] + options)
    #expect(run.status == .usage, "\(options): \(run.messages)")
    #expect(run.output.isEmpty)
  }
}
