// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FoundationEssentials
import JSONText
import Testing

@testable import tidebore

private let teaching = "\(repositoryFolder)/networks/teaching"

@Suite("simulate")
struct SimulateCommandTests {
  private func run(_ arguments: String...) -> CommandRun {
    CommandRun(["simulate", teaching, "--days", "14", "--warmup", "14"] + arguments)
  }

  @Test("Figures with intervals, cargo conserved, the same for every number of threads")
  func figures() throws {
    let one = run("--replications", "2", "--threads", "1", "--format", "json")
    let two = run("--replications", "2", "--threads", "2", "--format", "json")
    #expect(one.status == .done, "\(one.messages)")
    #expect(one.output == two.output)
    let value = try JSONDocument(parsing: Array(one.output.utf8)).root
    let counts = try #require(value["conservation"])
    let made = try #require(counts["generated"]?.integerValue)
    let delivered = try #require(counts["delivered"]?.integerValue)
    let under = try #require(counts["in_system"]?.integerValue)
    #expect(made > 0 && made == delivered + under)
    #expect(value["run"]?["replications"]?.integerValue == 2)
    #expect(value["little"]?["holds"]?.boolValue == true)
  }

  @Test("Another seed, other luck")
  func seeds() {
    let one = run("--replications", "1", "--seed", "1", "--format", "csv")
    let two = run("--replications", "1", "--seed", "2", "--format", "csv")
    #expect(one.status == .done && two.status == .done)
    #expect(one.output != two.output)
  }

  @Test(
    "What is wrong with the options is said, all at once",
    arguments: [
      ["--replications", "0"], ["--seed", "-1"], ["--days", "x"], ["--warmup", "soon"],
      ["--demand-factor", "1e3"], ["--demand-factor", "0"], ["--extra-servers", "crane-bln"],
      ["--extra-servers", "crane-bnl=1"], ["--relative-half-width", "2"],
      ["--max-replications", "9"], ["--value-of-server", "2", "--replications", "1"],
      ["--log", "log.txt"], ["--format", "gpkg"], ["-o", "x.svg"],
    ])
  func wrongOptions(_ options: [String]) {
    let run = CommandRun(["simulate", teaching] + options)
    #expect(run.status == .usage, "\(options): \(run.messages)")
    #expect(run.output.isEmpty)
  }

  @Test("A mistyped resource is answered with the nearest")
  func nearest() {
    let run = CommandRun("simulate", teaching, "--extra-servers", "crane-bnl=1")
    #expect(run.messages.contains("crane-bln"))
  }

  @Test("Replications are added until the interval is narrow, or no more may be")
  func stopping() throws {
    let run = run(
      "--replications", "2", "--relative-half-width", "0.0001", "--max-replications", "4",
      "--format", "json")
    #expect(run.status == .done, "\(run.messages)")
    let value = try JSONDocument(parsing: Array(run.output.utf8)).root
    #expect(value["run"]?["replications"]?.integerValue == 4)
    #expect(value["run"]?["stopping"]?["is_reached"]?.boolValue == false)
  }

  @Test("Page, tables and milestones are written, in the language asked for")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/tidebore-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let names = ["s.html", "s.json", "s.csv", "s.md"].map { "\(folder)/\($0)" }
    let run = run(
      "--replications", "1", "--lang", "zh", "--log", "\(folder)/log.csv", "--log",
      "\(folder)/log.sqlite", "-o", names[0], "-o", names[1], "-o", names[2], "-o", names[3])
    #expect(run.status == .done, "\(run.messages)")
    for name in names { #expect(FileManager.default.fileExists(atPath: name)) }
    let log = try String(contentsOfFile: "\(folder)/log.csv", encoding: .utf8)
    #expect(log.contains(",RCS,") && log.contains(",DLV,"))
    let page = try String(contentsOfFile: names[0], encoding: .utf8)
    #expect(page.contains("lang=\"zh-CN\""))
    // What changes no figure stands in no output.
    #expect(!page.contains(folder))
  }
}
