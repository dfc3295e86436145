// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import Testing

@testable import tidebore

private let teaching = "\(repositoryFolder)/networks/teaching"

@Suite("--request and --print-request")
struct RequestOptionTests {
  @Test(
    "The request that a verb prints gives the bytes of its answer",
    arguments: [
      "route NET --from HZ --to SEL --depart 2026-03-02T09:00:00+08:00 --criteria time,cost",
      "route NET --from HZ --to SEL --depart 2026-03-02T09:00:00+08:00 --without NB --live-only",
      "explain NET --from HZ --to SEL --targets broad",
      "coverage NET --origin HZ --samples 2 --seed 7 --targets broad",
      "matrix NET --origins HZ,SEL --destinations all --week reference --with-cost",
      "simulate NET --days 7 --warmup 0 --replications 2 --seed 3 --circle 123",
      "compare NET NET --origin HZ --no-swings",
      "compare NET NET --replications 2 --days 7 --warmup 0 --targets broad",
      "improve NET --origin HZ --city SEL",
    ])
  func roundTrip(_ line: String) throws {
    let words = line.split(separator: " ").map { $0 == "NET" ? teaching : String($0) }
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/request.json"
    let printed = CommandRun(words + ["--print-request"])
    #expect(printed.status == .done, "\(printed.messages)")
    try Data(printed.output.utf8).write(to: URL(filePath: file))
    let asked = CommandRun(words + ["--quiet"])
    let again = CommandRun([words[0], "--request", file, "--quiet"])
    #expect(asked.status == .done, "\(asked.messages)")
    #expect(again.status == .done, "\(again.messages)")
    #expect(asked.output == again.output)
    let twice = CommandRun([words[0], "--request", file, "--print-request"])
    #expect(twice.output == printed.output)
  }

  @Test("Options beside a request are refused, outputs and threads are not")
  func beside() throws {
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/request.json"
    let text =
      #"{"network": "\#(teaching)", "origins": "HZ", "destinations": "SEL", "week": "reference"}"#
    try Data(text.utf8).write(to: URL(filePath: file))
    let wrong = CommandRun("matrix", teaching, "--request", file, "--with-cost", "--mass", "3kg")
    #expect(wrong.status == .usage)
    for option in ["network", "--with-cost", "--mass"] {
      #expect(wrong.messages.contains("\(option) has no meaning with --request"), "\(option)")
    }
    let right = CommandRun("matrix", "--request", file, "--threads", "1", "--quiet")
    #expect(right.status == .done, "\(right.messages)")
  }

  @Test("A wrong request ends as a wrong input does, with file, line and column")
  func wrong() throws {
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/request.json"
    try Data("{\n  \"form\": \"HZ\"\n}".utf8).write(to: URL(filePath: file))
    let run = CommandRun("route", "--request", file)
    #expect(run.status == .invalidInput)
    #expect(run.messages.contains("\(file):2:11: error [request.unknown_key]"), "\(run.messages)")
    #expect(run.messages.contains("did you mean from?"))
    #expect(CommandRun("route", "--request", "\(folder.path)/none.json").status == .fileFailed)
  }

  @Test("A scenario's path with a doubled slash finds its base")
  func doubledSlash() {
    let one = CommandRun("diff", "\(repositoryFolder)/scenarios/suez-open/scenario.yaml")
    let two = CommandRun("diff", "\(repositoryFolder)/scenarios/suez-open//scenario.yaml")
    #expect(one.status == .done, "\(one.messages)")
    #expect(one.output == two.output, "\(two.messages)")
  }
}
