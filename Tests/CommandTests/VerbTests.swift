// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import JSONText
import Testing

@testable import tidebore

private let teaching = "\(repositoryFolder)/networks/teaching"

/// A folder that goes away with the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/tidebore-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: "\(path)/\(name)").map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}

@Suite("The verbs on the teaching network")
struct VerbTests {
  @Test("A clean network ends with 0, an absent one with 3")
  func validate() throws {
    let clean = CommandRun("validate", teaching)
    #expect(clean.status == .done)
    let document = try JSONDocument(parsing: clean.output).root
    #expect(document["errors"]?.arrayValue?.isEmpty == true)
    let absent = CommandRun("validate", "/nowhere/at/all")
    #expect(absent.status == .invalidInput)
    #expect(try JSONDocument(parsing: absent.output).root["errors"]?.arrayValue?.count == 1)
  }

  @Test("init writes a network that is valid, and never into a folder that exists")
  func initialise() throws {
    let folder = try TemporaryFolder()
    let target = folder.path + "/deep/network"
    #expect(CommandRun("init", target, "--example", "teaching").status == .done)
    #expect(CommandRun("validate", target).status == .done)
    let again = CommandRun("init", target, "--example", "teaching")
    #expect(again.status == .usage)
    let unknown = CommandRun("init", folder.path + "/x", "--example", "atlantis")
    #expect(unknown.status == .usage)
    #expect(unknown.messages.contains("teaching"))
    #expect(folder.names == ["deep"])
  }

  @Test("One broken cell is named with file, line, column, sentence and way out")
  func faulty() throws {
    let folder = try TemporaryFolder()
    let network = folder.path + "/network"
    #expect(CommandRun("init", network, "--example", "teaching").status == .done)
    let file = network + "/place.csv"
    let text = try #require(folder.text("network/place.csv"))
    try text.replacing("37.5665", with: "nan").write(
      toFile: file, atomically: true, encoding: .utf8)
    let run = CommandRun("validate", network)
    #expect(run.status == .invalidInput)
    let errors = try #require(try JSONDocument(parsing: run.output).root["errors"]?.arrayValue)
    let fault = try #require(errors.first)
    #expect(errors.count == 1)
    #expect(fault["file"]?.stringValue == file)
    #expect(fault["line"]?.integerValue == 4)
    #expect((fault["column"]?.integerValue ?? 0) > 1)
    #expect(fault["message"]?.stringValue?.contains("nan") == true)
    #expect(fault["hint"]?.stringValue?.isEmpty == false)
    let table = CommandRun("validate", network, "--format", "table")
    #expect(table.output.contains("\(file):4:"))
    let route = CommandRun(
      "route", network, "--from", "HZ", "--to", "SEL", "--depart", "2026-03-02T09:00:00+08:00")
    #expect(route.status == .invalidInput)
    #expect(route.output.isEmpty)
    #expect(route.messages.contains("\(file):4:"))
  }

  @Test("A route is an itinerary or a reason, never both and never neither")
  func route() throws {
    for destination in ["SEL", "NB", "INC"] {
      let run = CommandRun(
        "route", teaching, "--from", "HZ", "--to", destination, "--depart",
        "2026-03-02T09:00:00+08:00")
      #expect(run.status == .done)
      let answer = try JSONDocument(parsing: run.output).root
      let isReached = answer["itineraries"]?.arrayValue?.isEmpty == false
      let hasReason = answer["unreachable"] != .null
      #expect(isReached != hasReason, "\(destination)")
    }
  }

  @Test("Everything wrong with a question is said in one run")
  func wrongQuestion() {
    let run = CommandRun(
      "route", teaching, "--from", "ZH", "--to", "Seuol", "--depart", "now", "--mass", "heavy",
      "--class", "letter", "--export-mode", "9999", "--objective", "fame", "--threads", "0",
      "--horizon", "never", "--without", "siuz", "-o", "route.doc", "--format", "poem")
    #expect(run.status == .usage)
    #expect(run.output.isEmpty)
    for word in [
      "'ZH'", "'Seuol'", "did you mean SEL (Seoul 首尔)", "'now'", "'heavy'", "'letter'", "'9999'",
      "'fame'", "'0'", "'never'", "'siuz'", "'route.doc'", "'poem'", "place.csv",
    ] {
      #expect(run.messages.contains(word), "\(word)")
    }
  }

  @Test("The language of messages is Chinese where it is asked for")
  func chinese() {
    let run = CommandRun("route", teaching, "--from", "ZH", "--lang", "zh")
    #expect(run.status == .usage)
    #expect(run.messages.contains("错误"))
    #expect(run.messages.contains("缺少 --to"))
    #expect(run.messages.contains("缺少 --depart"))
  }

  @Test("Files are whole, their form is their ending's, and the output stays empty")
  func files() throws {
    let folder = try TemporaryFolder()
    let run = CommandRun(
      "route", teaching, "--from", "HZ", "--to", "SEL", "--depart", "2026-03-02T09:00:00+08:00",
      "-o", folder.path + "/a.json", "-o", folder.path + "/a.geojson", "-o",
      folder.path + "/a.csv")
    #expect(run.status == .done)
    #expect(run.output.isEmpty)
    #expect(folder.names == ["a.csv", "a.geojson", "a.json"])
    let map = try JSONDocument(parsing: try #require(folder.text("a.geojson"))).root
    #expect(map["type"]?.stringValue == "FeatureCollection")
  }

  @Test("A folder that is not there ends with 6, and leaves nothing")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    let run = CommandRun(
      "route", teaching, "--from", "HZ", "--to", "SEL", "--depart", "2026-03-02T09:00:00+08:00",
      "-o", folder.path + "/none/a.json")
    #expect(run.status == .fileFailed)
    #expect(!run.messages.isEmpty)
    #expect(folder.names.isEmpty)
  }

  @Test("The locale changes no byte of data")
  func locale() {
    let arguments = [
      "route", teaching, "--from", "HZ", "--to", "SEL", "--depart", "2026-03-02T09:00:00+08:00",
      "--format", "json",
    ]
    let plain = CommandRun(arguments, locale: "C")
    for locale in ["zh_CN.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8"] {
      #expect(CommandRun(arguments, locale: locale).output == plain.output)
    }
  }

  @Test("explain adds what binds and what would help")
  func explain() throws {
    let run = CommandRun(
      "explain", teaching, "--from", "HZ", "--to", "SEL", "--depart", "2026-03-02T09:00:00+08:00")
    #expect(run.status == .done)
    let answer = try JSONDocument(parsing: run.output).root
    #expect(answer["binding"]?.arrayValue?.isEmpty == false)
    #expect(answer["remedies"]?.arrayValue != nil)
  }

  @Test("coverage counts its tiers, and a required share that is missed ends with 4")
  func coverage() throws {
    let run = CommandRun("coverage", teaching, "--origin", "HZ", "--require", "tier1>=0")
    #expect(run.status == .done)
    let answer = try JSONDocument(parsing: run.output).root
    #expect(answer["cities"]?.arrayValue?.count == 2)
    let strict = CommandRun(
      "coverage", teaching, "--origin", "HZ", "--without", "road", "--require", "tier1>=1",
      "--require", "tier2>=1")
    #expect(strict.status == .targetMissed)
    #expect(strict.messages.contains("tier 1"))
    let wrong = CommandRun(
      "coverage", teaching, "--origin", "HZ", "--require", "tier9>=1", "--require", "most",
      "--week", "2025-W53", "--statistic", "median", "--targets", "all")
    #expect(wrong.status == .usage)
    for word in ["9", "'most'", "'2025-W53'", "'median'", "'all'"] {
      #expect(wrong.messages.contains(word), "\(word)")
    }
  }

  @Test("Progress is a line for every 10 % where no terminal listens, and none when quiet")
  func progress() {
    let arguments = ["coverage", teaching, "--origin", "HZ"]
    let messages = CommandRun(arguments).messages
    for percent in stride(from: 10, through: 100, by: 10) {
      #expect(messages.contains(": \(percent) %\n"), "\(percent)")
    }
    #expect(!messages.contains("\r"))
    #expect(CommandRun(arguments + ["--quiet"]).messages.isEmpty)
  }

  @Test("The command of an output asks the same again, without what changes no answer")
  func repeating() throws {
    let question = ["--to", "SEL", "--from", "HZ", "--depart", "2026-03-02T09:00:00+08:00"]
    let one = CommandRun(["route", teaching] + question + ["--threads", "2", "--quiet"])
    let two = CommandRun(["route", "--threads=1"] + question + ["\(teaching)//./"])
    #expect(one.status == .done)
    #expect(one.output == two.output)
    let header = try JSONDocument(parsing: one.output).root["header"]
    #expect(
      header?["command"]?.stringValue
        == "tidebore route \(teaching) --from HZ --to SEL --depart 2026-03-02T09:00:00+08:00")
  }
}
