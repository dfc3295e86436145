// SPDX-License-Identifier: GPL-3.0-or-later
import JSONText
import Testing

@testable import tidebore

@Suite("What is to differ, on the command line")
struct ChangeOptionTests {
  private let teaching = "\(repositoryFolder)/networks/teaching"
  private let question = [
    "--from", "HZ", "--to", "SEL", "--depart", "2026-03-02T09:00:00+08:00",
  ]

  private func run(_ verb: String, _ arguments: [String]) -> CommandRun {
    CommandRun([verb, teaching] + arguments)
  }

  @Test("A cancelled flight makes the route longer, and the output repeats the change")
  func cancelled() throws {
    let base = run("route", question + ["--format", "csv"])
    let changed = run(
      "route", question + ["--format", "csv", "--change", "cancel AF-KR"])
    #expect(base.status == .done && changed.status == .done)
    #expect(base.output.contains("AF-KR") && !changed.output.contains(",AF-KR,"))
    let document = try JSONDocument(
      parsing: run("route", question + ["--change", "cancel AF-KR"]).output)
    #expect("\(document)".contains("cancel AF-KR"))
  }

  @Test("Everything wrong with the changes is said in one run, with what was meant")
  func wrong() {
    let given = run(
      "route",
      question + [
        "--change", "cancel AF-KX", "--change", "stop AF-KR", "--change", "close HHG",
        "--change", "cancel SH-old", "--change", "delay AF-KR soon", "--change",
        "grant korea-ari HGH ICN",
      ])
    #expect(given.status == .usage)
    for word in [
      "'AF-KX', did you mean AF-KR", "'stop AF-KR'", "'HHG'", "'cancel SH-old' changes nothing",
      "'delay AF-KR soon'", "'korea-ari', did you mean korea-air",
    ] {
      #expect(given.messages.contains(word), "\(word)")
    }
  }

  @Test("The circle takes changes too, and refuses those that touch nothing")
  func circle() {
    let wrong = run("coverage", ["--origin", "HZ", "--change", "close atlantis"])
    #expect(wrong.status == .usage)
    #expect(wrong.messages.contains("'atlantis'"))
    let base = run("coverage", ["--origin", "HZ", "--format", "csv"])
    let changed = run(
      "coverage", ["--origin", "HZ", "--format", "csv", "--change", "close HGH"])
    #expect(base.status == .done && changed.status == .done)
    #expect(base.output != changed.output)
  }
}
