// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import JSONText
import Testing

@testable import tidebore

@Suite("matrix")
struct MatrixCommandTests {
  private let network = "\(repositoryFolder)/networks/teaching"

  @Test("the long table says what route says")
  func likeRoute() throws {
    let run = CommandRun(
      "matrix", network, "--origins", "HZ", "--destinations", "SEL,HZ", "--depart",
      "2026-03-02T09:00:00+08:00", "--with-cost", "--quiet")
    #expect(run.status == .done)
    let lines = run.output.split(separator: "\n").map { $0.split(separator: ",") }
    #expect(lines.count == 3)
    #expect(
      lines[0] == [
        "from", "to", "depart", "arrive", "duration_s", "cost_cny", "co2e_kg", "quality",
        "assumed_share",
      ])
    let route = CommandRun(
      "route", network, "--from", "HZ", "--to", "SEL", "--depart", "2026-03-02T09:00:00+08:00")
    #expect(route.output.contains("\"duration_s\":\(lines[1][4])"))
    #expect(route.output.contains("\"arrive\":\"\(lines[1][3])\""))
    #expect(lines[2][4] == "0")
  }

  @Test("the binary table holds the seconds of the long one, behind a line of JSON")
  func binary() throws {
    let folder =
      FileManager.default.temporaryDirectory.path
      + "/matrix-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = CommandRun(
      "matrix", network, "--origins", "all", "--destinations", "all", "--week", "reference", "-o",
      folder + "/m.tbm", "-o", folder + "/m.csv", "--quiet")
    #expect(run.status == .done)
    let bytes = [UInt8](try #require(FileManager.default.contents(atPath: folder + "/m.tbm")))
    let end = try #require(bytes.firstIndex(of: 10))
    let head = String(decoding: bytes[..<end], as: UTF8.self)
    #expect(head.contains("tidebore-matrix") && head.contains("\"HZ\""))
    let text = String(
      decoding: [UInt8](try #require(FileManager.default.contents(atPath: folder + "/m.csv"))),
      as: UTF8.self)
    let durations = text.split(separator: "\n").dropFirst().map {
      Int32($0.split(separator: ",", omittingEmptySubsequences: false)[4]) ?? -1
    }
    var cells: [Int32] = []
    for place in stride(from: end + 1, to: bytes.count, by: 4) {
      var word: UInt32 = 0
      for byte in 0..<4 { word |= UInt32(bytes[place + byte]) << UInt32(8 * byte) }
      cells.append(Int32(bitPattern: word))
    }
    #expect(cells == durations && cells.count > 168 * 9)
    #expect(cells.contains { $0 > 0 })
  }

  @Test("wrong words are all said in one run")
  func wrong() {
    let run = CommandRun(
      "matrix", network, "--origins", "HZZ,kind:moon", "--destinations", "set:none", "--depart",
      "tomorrow", "--week", "2026-W10", "-o", "m.xlsx")
    #expect(run.status == .usage)
    for word in ["HZZ", "moon", "none", "tomorrow", "--week", "m.xlsx"] {
      #expect(run.messages.contains(word), "\(word)")
    }
  }
}
