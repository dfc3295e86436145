// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Foundation
import JSONText
import Testing

@testable import tidebore

private let rhine = repositoryFolder + "/networks/rhine"

@Suite struct `Places by their names` {
  @Test func `a part of a name in either language finds ids, the exact name first`() throws {
    let run = CommandRun("places", rhine, "basel", "--format", "json")
    let rows = try #require(try JSONDocument(parsing: Array(run.output.utf8)).root.arrayValue)
    #expect(rows.map { $0["id"]?.stringValue } == ["c-basel", "p-basel"])
    #expect(rows[0]["name_zh"]?.stringValue == "巴塞尔")
    #expect(rows[0]["kind"]?.stringValue == "city")
    #expect(rows[0]["lat"]?.doubleValue == 47.558 && rows[0]["lon"]?.doubleValue == 7.588)
    let port = CommandRun("places", rhine, "巴塞尔", "港", "--format", "csv")
    #expect(port.output.split(separator: "\r\n").count == 2)
    #expect(port.output.contains("p-basel"))
    let none = CommandRun("places", rhine, "nowhere")
    #expect(none.status == .done && none.output == "[]\n" && none.messages.contains("nowhere"))
  }

  @Test func `a name that one place has is taken for its id`() throws {
    func route(_ from: String, _ to: String) -> CommandRun {
      CommandRun(
        "route", rhine, "--from", from, "--to", to, "--depart", "2026-03-02T08:00:00+01:00",
        "--export-mode", "0110", "--format", "json")
    }
    let byID = try JSONDocument(parsing: Array(route("c-rotterdam", "c-madrid").output.utf8)).root
    let byName = try JSONDocument(parsing: Array(route("rotterdam", "马德里").output.utf8)).root
    #expect(byID["itineraries"] == byName["itineraries"])
    #expect(byID["itineraries"]?.arrayValue?.isEmpty == false)
    let wrong = route("Rhein", "port")
    #expect(wrong.status == .usage)
    #expect(wrong.messages.contains("p-antwerp"), "substrings are offered: \(wrong.messages)")
  }

  @Test func `a table fits the terminal, and what it leaves out is named`() {
    let wide = CommandRun("places", rhine, "--format", "table")
    #expect(wide.output.contains("Basel Kleinhüningen port"))
    let narrow = CommandRun(["places", rhine], onTerminal: true, columns: 50)
    for line in narrow.output.split(separator: "\n").dropLast() {
      #expect(line.unicodeScalars.count <= 52, "\(line)")
    }
    #expect(narrow.output.contains("longitude;"), "\(narrow.output.suffix(200))")
  }
}

@Suite struct `Every verb's words` {
  private static let questions: [[String]] = [
    ["validate", rhine, "--format", "table"], ["places", rhine, "--format", "table"],
    [
      "route", rhine, "--from", "c-rotterdam", "--to", "c-stuttgart", "--class", "fcl", "--teu",
      "1",
      "--depart", "2026-03-02T08:00:00+01:00", "--criteria", "time,cost,co2e", "--format", "table",
    ],
    [
      "explain", rhine, "--from", "c-rotterdam", "--to", "c-basel", "--export-mode", "0110",
      "--depart", "2026-03-02T08:00:00+01:00", "--format", "table",
    ],
    [
      "coverage", rhine, "--origin", "c-rotterdam", "--export-mode", "0110", "--quiet",
      "--format", "table",
    ],
    [
      "coverage", rhine, "--origin", "c-rotterdam", "--export-mode", "0110", "--quiet",
      "--format", "csv",
    ],
    ["doctor", rhine, "--format", "table"],
  ]

  /// A network of its own circle and set needs neither named, and nothing of the catalogue shows.
  @Test(arguments: questions, ["zh", "en"])
  func `no key of the catalogue stands in an answer`(question: [String], language: String) {
    let run = CommandRun(question + ["--lang", language])
    #expect(run.status == .done, "\(run.messages)")
    let first = Set(Messages.keys.compactMap { $0.split(separator: ".").first.map(String.init) })
    let ids: Set = ["objective", "drayage", "land"]  // Parameters have such names too.
    for text in [run.output, run.messages] {
      for word in text.split(whereSeparator: {
        !($0.isASCII && ($0.isLetter || $0 == "." || $0 == "_"))
      })
      where word.contains(".") && !word.hasSuffix(".") && !word.hasPrefix(".") {
        let head = String(word.prefix { $0 != "." })
        #expect(!first.contains(head) || ids.contains(head) || word.hasSuffix("csv"), "\(word)")
      }
    }
  }
}
