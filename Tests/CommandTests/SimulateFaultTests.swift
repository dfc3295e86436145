// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import JSONText
import Testing

@testable import tidebore

/// A copy of the teaching network that a test may break; gone with the test.
private struct BrokenNetwork: ~Copyable {
  let folder = FileManager.default.temporaryDirectory.path + "/tidebore-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.copyItem(
      atPath: "\(repositoryFolder)/networks/teaching", toPath: folder)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func edit(_ table: String, _ change: (String) -> String) throws {
    let path = "\(folder)/\(table).csv"
    let old = try String(contentsOfFile: path, encoding: .utf8)
    let new = change(old)
    #expect(new != old, "\(table).csv has what is changed")
    try new.write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// JSON of a short run.
  func simulate() throws -> JSONValue {
    let run = CommandRun(
      "simulate", folder, "--days", "28", "--warmup", "7", "--replications", "1", "--threads", "1",
      "--format", "json")
    #expect(run.status == .done, "\(run.messages)")
    let value = try JSONDocument(parsing: Array(run.output.utf8)).root
    let counts = try #require(value["conservation"])
    let made = try #require(counts["generated"]?.integerValue)
    let delivered = try #require(counts["delivered"]?.integerValue)
    let under = try #require(counts["in_system"]?.integerValue)
    #expect(made > 0 && made == delivered + under)
    #expect(value["little"]?["holds"]?.boolValue == true)
    return value
  }
}

@Suite("simulate, with something broken")
struct SimulateFaultTests {
  @Test("A terminal without servers, or a rate of nothing, is refused with its line")
  func noServers() throws {
    for (old, new) in [(",crane,4,", ",crane,0,"), (",crane,4,25,", ",crane,4,0,")] {
      let network = try BrokenNetwork()
      try network.edit("resource") { $0.replacing(old, with: new) }
      let run = CommandRun("simulate", network.folder, "--days", "7", "--replications", "1")
      #expect(run.status != .done)
      #expect(run.output.isEmpty)
      #expect(run.messages.contains("resource.csv:2"), "\(run.messages)")
    }
  }

  @Test("Demand to where no way leads is counted as without a way")
  func unreachable() throws {
    let network = try BrokenNetwork()
    for table in ["departure", "stop_time", "capacity"] {
      try network.edit(table) { text in
        text.split(separator: "\n").filter { !$0.hasPrefix("AF-") }.joined(separator: "\n") + "\n"
      }
    }
    let run = CommandRun("simulate", network.folder, "--days", "28", "--replications", "1")
    // A service without stops is a fault of the tables, and said as one.
    #expect(run.status != .done && run.messages.contains("service.csv:"), "\(run.messages)")
  }

  @Test("Without capacity every lot is without a way")
  func noCapacity() throws {
    let network = try BrokenNetwork()
    try network.edit("capacity") { text in
      text.replacing(",40,t,", with: ",0,t,").replacing(",80,t,", with: ",0,t,")
        .replacing(",200,t,", with: ",0,t,").replacing(",100,t,", with: ",0,t,")
    }
    let value = try network.simulate()
    let made = value["conservation"]?["generated"]?.integerValue
    #expect(value["remaining"]?["without_way"]?.integerValue == made)
    #expect(value["conservation"]?["delivered"]?.integerValue == 0)
  }

  @Test("An airport that closes for ever keeps its cargo, and is named")
  func closedForEver() throws {
    let network = try BrokenNetwork()
    try network.edit("closure") {
      $0 + "for-ever,place,HGH,2026-03-05T00:00:00+08:00,,,,,assumed,,\n"
    }
    let value = try network.simulate()
    let waiting = try #require(value["remaining"]?["waiting"]?.arrayValue)
    #expect(!waiting.isEmpty)
    let causes = waiting.compactMap { $0["cause"]?.stringValue }
    #expect(causes.contains("closure"), "\(causes)")
  }

  @Test("A service whose sailings are all cancelled leaves its cargo waiting for it")
  func allCancelled() throws {
    let network = try BrokenNetwork()
    try network.edit("parameter") { text in
      let head = text.split(separator: "\n")[0].split(
        separator: ",", omittingEmptySubsequences: false)
      let row = head.map { column in
        switch column {
        case "id": "blank.air"
        case "value": "1"
        case "quality": "assumed"
        case "group", "name", "unit": "blank"
        default: ""
        }
      }
      return text + row.joined(separator: ",") + "\n"
    }
    let value = try network.simulate()
    #expect(value["conservation"]?["delivered"]?.integerValue == 0)
    let first = try #require(value["remaining"]?["waiting"]?.arrayValue?.first)
    #expect(first["service"]?.stringValue?.hasPrefix("AF-") == true)
  }

  @Test(
    "A malformed table of the simulation is refused with its line and column",
    arguments: [
      ("demand", ",5000,", ",-5,"), ("demand", ",parcel,", ",parsel,"),
      ("disruption", ",12,3,1,8,", ",12,3,4,2,"), ("disruption", ",HGH,12,", ",HGX,12,"),
      ("resource", ",crane,", ",crain,"), ("resource", "moves/h", "moves"),
    ])
  func malformed(_ table: String, _ old: String, _ new: String) throws {
    let network = try BrokenNetwork()
    try network.edit(table) { $0.replacing(old, with: new) }
    let run = CommandRun("simulate", network.folder, "--days", "7", "--replications", "1")
    #expect(run.status != .done && run.output.isEmpty)
    #expect(run.messages.contains("\(table).csv:2:"), "\(run.messages)")
  }
}
