// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FoundationEssentials
import JSONText
import Testing

@testable import tidebore

@Suite("fit")
struct FitCommandTests {
  private let dwell = "\(repositoryFolder)/docs/guides/fit/dwell.csv"

  private func run(_ arguments: String...) -> CommandRun {
    CommandRun(["fit", dwell, "--column", "dwell_h", "--quiet"] + arguments)
  }

  /// A folder of its own for what a test writes.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = "\(FileManager.default.temporaryDirectory.path)/fit-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  @Test(
    "All families with parameters, criteria, distances and p-values; the same at any number of threads"
  )
  func figures() throws {
    let one = run("--bootstrap", "19", "--threads", "1", "--format", "json")
    let two = run("--bootstrap", "19", "--threads", "2", "--format", "json")
    #expect(one.status == .done, "\(one.messages)")
    #expect(one.output == two.output)
    #expect(one.output != run("--bootstrap", "19", "--seed", "2", "--format", "json").output)
    let value = try JSONDocument(parsing: Array(one.output.utf8)).root
    #expect(value["sample"]?["n"]?.integerValue == 240)
    // The file is of two lognormal laws.
    #expect(value["chosen"]?.stringValue == "mixture")
    let fits = try #require(value["fits"]?.arrayValue)
    #expect(fits.count == 6)
    let bic = try fits.map { try #require($0["bic"]?.doubleValue) }
    #expect(bic == bic.sorted())
    for fit in fits {
      let p = try #require(fit["anderson_darling"]?["p"]?.doubleValue)
      #expect(p >= 0.05 && p <= 1)
      for parameter in try #require(fit["parameters"]?.arrayValue) {
        let lo = try #require(parameter["lo"]?.doubleValue)
        let hi = try #require(parameter["hi"]?.doubleValue)
        #expect(lo <= hi, "\(parameter)")
      }
    }
  }

  @Test("A table, CSV and Markdown name every law; Chinese too")
  func forms() {
    let table = run("--bootstrap", "0", "--format", "table")
    let chinese = run("--bootstrap", "0", "--format", "table", "--lang", "zh")
    for family in ["exponential", "gamma", "erlang", "lognormal", "weibull", "mixture"] {
      #expect(table.output.contains(Messages.text("fit.family.\(family)", in: .en)))
      #expect(chinese.output.contains(Messages.text("fit.family.\(family)", in: .zh)))
    }
    #expect(!chinese.output.contains("fit."))
    let csv = run("--bootstrap", "0", "--format", "csv").output
    #expect(csv.split(separator: "\r\n").count == 7)
    #expect(run("--bootstrap", "0", "--format", "md").output.hasPrefix("# dwell"))
  }

  @Test("The picture and the data are files, complete")
  func files() throws {
    try inFolder { folder in
      let result = run(
        "--bootstrap", "0", "-o", "\(folder)/fit.svg", "-o", "\(folder)/fit.csv",
        "-o", "\(folder)/fit.json")
      #expect(result.status == .done, "\(result.messages)")
      let svg = try text("\(folder)/fit.svg")
      #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"))
      #expect(svg.contains("<circle"))
      #expect(try text("\(folder)/fit.csv").hasPrefix("family,"))
    }
  }

  private func inNetwork(
    _ row: String, _ more: String..., body: (String, CommandRun) throws -> Void
  ) throws {
    try inFolder { folder in
      let network = "\(folder)/network"
      try FileManager.default.copyItem(
        atPath: "\(repositoryFolder)/networks/teaching", toPath: network)
      let result = CommandRun(
        ["fit", dwell, "--column", "dwell_h", "--bootstrap", "0", "--format", "csv"]
          + ["--into", network, "--row", row] + more)
      try body(network, result)
    }
  }

  @Test("The law stands in the network's row with its source, and nothing else changes")
  func into() throws {
    try inNetwork("clearance:cn-export", "--family", "lognormal") { network, result in
      #expect(result.status == .done, "\(result.messages)")
      let before = try text("\(repositoryFolder)/networks/teaching/clearance.csv")
        .split(separator: "\n")
      let after = try text("\(network)/clearance.csv").split(separator: "\n")
      let changed = zip(before, after).filter { $0 != $1 }
      #expect(before.count == after.count && changed.count == 1)
      let row = String(changed[0].1)
      #expect(row.hasPrefix("cn-export,export,CN,,,,,") && row.contains(",assumed,time_h: "))
      #expect(
        row.contains("dwell.csv sha256 ")
          && row.contains("time_h: measured, lognormal law (median_h "))
      #expect(!result.messages.contains("P95"))
      // Again, the remarks of the first time are replaced, those on other columns kept.
      for place in ["clearance.inspection:cn-export", "clearance:cn-export"] {
        _ = CommandRun(
          ["fit", dwell, "--column", "dwell_h", "--bootstrap", "0", "--format", "csv"]
            + ["--into", network, "--row", place])
      }
      let again = try text("\(network)/clearance.csv").split(separator: "\n")[1]
      #expect(again.components(separatedBy: "time_h: ").count == 3)
      #expect(again.components(separatedBy: "inspection_h: ").count == 3)
      #expect(CommandRun("validate", network).status == .done)
    }
  }

  @Test("Of another law the network keeps median, P5 and P95, and the difference is said")
  func approximation() throws {
    let row = "handling:place_kind=airport,inbound=air,outbound=road"
    try inNetwork(row, "--family", "gamma") { network, result in
      #expect(result.status == .done, "\(result.messages)")
      #expect(result.messages.contains("P95"))
      let handling = try text("\(network)/handling.csv")
      #expect(handling.contains("gamma law (shape "))
    }
    try inNetwork("terminal:BLN") { network, result in
      #expect(result.status == .done, "\(result.messages)")
      let terminals = try text("\(network)/terminal.csv")
      #expect(terminals.contains("mixture law"))
    }
  }

  @Test(
    "A row that is none, or several, changes nothing",
    arguments: [
      ("clearance:cn-exprt", "cn-export"), ("handling:BLN", "place, place_kind"),
      ("handling:place_kind=seaport", "2 "), ("handling:inbond=air", "inbound"),
      ("berth:1", "background"), ("clearance", "background"),
    ])
  func wrongRows(_ row: String, _ word: String) throws {
    try inNetwork(row) { network, result in
      #expect(result.status == .usage, "\(row)")
      #expect(result.messages.contains(word), "\(result.messages)")
      #expect(result.output.isEmpty)
      for name in ["clearance", "handling"] {
        let after = try text("\(network)/\(name).csv")
        let before = try text("\(repositoryFolder)/networks/teaching/\(name).csv")
        #expect(after == before)
      }
    }
  }

  @Test(
    "What is wrong with the options is said",
    arguments: [
      ["--bootstrap", "-1"], ["--seed", "x"], ["--family", "normal"], ["--format", "ndjson"],
      ["-o", "x.html"], ["--row", "clearance:x"], ["--into", "networks"],
    ])
  func wrongOptions(_ options: [String]) {
    let result = CommandRun(["fit", dwell, "--column", "dwell_h"] + options)
    #expect(result.status == .usage, "\(options): \(result.messages)")
    #expect(result.output.isEmpty)
    #expect(CommandRun("fit").status == .usage)
  }

  @Test("A faulty table is refused with every line and column")
  func faults() throws {
    try inFolder { folder in
      try Data("h\n1\n-2\nx\n3\n".utf8).write(to: URL(filePath: "\(folder)/t.csv"))
      let result = CommandRun("fit", "\(folder)/t.csv")
      #expect(result.status == .invalidInput)
      #expect(result.messages.contains("t.csv:3:1:") && result.messages.contains("t.csv:4:1:"))
      #expect(result.output.isEmpty)
    }
  }
}
