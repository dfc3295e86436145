// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FoundationEssentials
import FreightModel
import NetworkIO
import Testing

@testable import Scenario

@Suite struct `A wrong scenario file` {
  private static let head = "schema: tidebore-scenario/1\nname: t\nbase: network\n"

  /// Text of the file, first fault, what the way out says.
  static let texts: [(String, String, String)] = [
    ("", "1:1 scenario.syntax", ""),
    ("# nothing\n", "1:1 scenario.syntax", ""),
    ("- a\n- b\n", "1:1 scenario.wrong_shape", ""),
    (
      "schema: tidebore-scenario/2\nname: t\nbase: network\nchanges:\n", "1:9 scenario.schema", "/1"
    ),
    ("name: t\nbase: network\nchanges:\n", "1:1 scenario.field_missing", ""),
    ("schema: tidebore-scenario/1\nbase: network\nchanges:\n", "1:1 scenario.field_missing", ""),
    ("schema: tidebore-scenario/1\nname: t\nchanges:\n", "1:1 scenario.field_missing", ""),
    (head, "1:1 scenario.field_missing", ""),
    (head + "chagnes:\n", "1:1 scenario.field_missing", ""),
    (head + "changes:\nchagnes:\n", "5:1 scenario.field_unknown", "changes"),
    (head + "changes: none\n", "4:10 scenario.wrong_shape", ""),
    (head + "changes: { kind: status }\n", "4:10 scenario.wrong_shape", ""),
    (head + "changes:\n  - status\n", "5:5 scenario.wrong_shape", ""),
    (head + "changes:\n  - [kind, status]\n", "5:5 scenario.wrong_shape", ""),
    (
      "schema: tidebore-scenario/1\nname: a b\nbase: network\nchanges:\n", "2:7 scenario.bad_name",
      "bailutang-daily"
    ),
    ("schema: tidebore-scenario/1\nname: t\nbase: [a]\nchanges:\n", "3:7 scenario.wrong_shape", ""),
    (
      "schema: tidebore-scenario/1\nname: t\nbase: nowhere\nchanges:\n",
      "3:7 scenario.base_missing", ""
    ),
    (
      "schema: tidebore-scenario/1\nname: t\nbase: no.yaml\nchanges:\n",
      "3:7 scenario.base_missing", ""
    ),
    (head + "changes:\ntitle: { en: a, de: b }\n", "5:8 scenario.wrong_shape", ""),
    (head + "changes:\nask: { orgin: HZ }\n", "5:8 scenario.field_unknown", "origin"),
    (head + "changes:\nask: { origin: [HZ] }\n", "5:16 scenario.wrong_shape", ""),
    (head + "changes:\nask: HZ\n", "5:6 scenario.wrong_shape", ""),
    (head + "changes:\nname: u\n", "2:1 scenario.key_twice", ""),
    (head + "changes:\n\"name\": u\n", "2:1 scenario.key_twice", ""),
    (head + "changes: [\n", "5:1 scenario.syntax", ""),
    (head + "changes:\n  - kind: status\n   services: x\n", "6:4 scenario.syntax", ""),
    (head + "changes:\n\t- kind: x\n", "5:1 scenario.syntax", ""),
    (head + "changes:\n---\nname: u\n", "5:1 scenario.syntax", ""),
    (head + "changes: &all\n  - { kind: status }\n", "4:10 scenario.anchor", "quotes"),
    (head + "changes:\n  - { kind: status, services: *all }\n", "5:31 scenario.syntax", ""),
    (head + "changes:\n  - { kind: !!binary aGk= }\n", "5:13 scenario.wrong_shape", ""),
    (head + "changes: !things\n  - { kind: status }\n", "4:10 scenario.wrong_shape", ""),
    (head + "changes:\n? { a: b }\n: c\n", "1:1 scenario.key", ""),
    (head + "changes:\n  - kind: \u{1}\n", "5:11 scenario.syntax", ""),
  ]

  @Test(arguments: texts)
  func `is reported where it is wrong`(text: String, fault: String, offer: String) throws {
    let trial = try TrialScenario()
    let found = errors(in: try trial.file(text.utf8))
    #expect(found.map(brief).first == fault, "\(text)\n\(listing(found))")
    #expect(found.first?.hint(in: .en)?.contains(offer) ?? false, "\(listing(found))")
    #expect(found.first?.hint(in: .zh)?.isEmpty == false)
  }

  @Test func `that is not UTF-8, too large, missing or a folder`() throws {
    let trial = try TrialScenario()
    let latin = Array(Self.head.utf8) + [0xE9, 0x0A]
    #expect(errors(in: try trial.file(latin)).map(\.code) == ["scenario.not_utf8"])
    let large = Array(repeating: UInt8(ascii: "#"), count: 1 << 20 + 1)
    #expect(errors(in: try trial.file(large)).map(\.code) == ["scenario.too_large"])
    #expect(errors(in: trial.folder + "/none.yaml").map(\.code) == ["scenario.unreadable"])
    #expect(errors(in: trial.folder).map(\.code) == ["scenario.unreadable"])
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 50_000),
      String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
      "a: " + String(repeating: "[", count: 150) + String(repeating: "]", count: 150),
      (0..<1_200).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
      (0..<1_200).map { String(repeating: " ", count: $0) + "-\n" }.joined(),
    ])
  func `of nested brackets, dashes or blanks is refused at once`(text: String) throws {
    let trial = try TrialScenario()
    let file = try trial.file(text.utf8)
    let found = errors(in: file)
    #expect(
      ["scenario.too_deep", "scenario.syntax"].contains(found.first?.code), "\(text.prefix(20))")
  }

  /// Billions of nodes, as a value, as a key, and as the key of a flow map.
  @Test(.timeLimit(.minutes(1)), arguments: ["a9: *a8", "? *a8\n: x", "a9: { *a8 : x }"])
  func `with an alias bomb is refused before it goes off`(last: String) throws {
    let trial = try TrialScenario()
    var text = Self.head + "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...8 {
      let again = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(again)]\n"
    }
    let file = try trial.file((text + last + "\nchanges:\n").utf8)
    let found = errors(in: file)
    #expect(found.map(\.code) == ["scenario.anchor"], "\(listing(found))")
    #expect(found.first?.line == 4)
  }

  @Test func `whose bases go in a circle, or in a chain without end`() throws {
    let trial = try TrialScenario()
    let a = try trial.scenario([], named: "a", on: "b.yaml")
    let b = try trial.scenario([], named: "b", on: "./a.yaml")
    _ = try trial.scenario([], named: "own", on: "own.yaml")
    let found = errors(in: a)
    #expect(found.map(brief) == ["3:7 scenario.base_circle"])
    #expect(found.first?.file == b)
    #expect(errors(in: trial.folder + "/own.yaml").map(\.code) == ["scenario.base_circle"])
    for number in 0..<20 {
      _ = try trial.scenario([], named: "c\(number)", on: "c\(number + 1).yaml")
    }
    #expect(errors(in: trial.folder + "/c0.yaml").map(\.code) == ["scenario.base_circle"])
  }

  @Test func `that is wrong in its base is reported in the base's file`() throws {
    let trial = try TrialScenario()
    let base = try trial.scenario(["kind: statsu"], named: "base")
    let found = errors(in: try trial.scenario(["kind: status"], on: "base.yaml"))
    #expect(found.map(brief) == ["5:13 scenario.kind_unknown"])
    #expect(found.first?.file == base)
  }

  @Test func `reads with a byte-order mark, CRLF and no change at all`() throws {
    let trial = try TrialScenario()
    let text = "\u{FEFF}" + (Self.head + "changes:\n").replacing("\n", with: "\r\n")
    let scenario = try ScenarioReader.read(file: try trial.file(text.utf8))
    #expect(scenario.name == "t" && scenario.edits.isEmpty && scenario.changes.isEmpty)
    #expect(scenario.title.en == "t" && scenario.baseFolder == trial.network)
  }
}
