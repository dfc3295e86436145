// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import NetworkIO
import Testing

@testable import Scenario

@Suite struct `The base of a scenario` {
  private static let text =
    "schema: tidebore-scenario/1\nname: t\nbase: ../network\nchanges:\n  - { kind: status, services: SH-old, status: live }\n"

  /// A trial with the scenario in a folder of its own.
  private func trial() throws -> TrialScenario {
    let trial = try TrialScenario()
    try FileManager.default.createDirectory(
      atPath: trial.folder + "/x", withIntermediateDirectories: true)
    _ = try trial.file(Self.text.utf8, named: "x/scenario")
    return trial
  }

  @Test(arguments: [
    "x/scenario.yaml", "x//scenario.yaml", "x/./scenario.yaml", "./x/scenario.yaml",
    "x/../x//scenario.yaml", "network/..//x/scenario.yaml",
  ])
  func `is found in whatever way the path is spelt, and named alike`(path: String) throws {
    let trial = try trial()
    let usual = try ScenarioReader.read(file: trial.folder + "/x/scenario.yaml")
    let read = try ScenarioReader.read(file: trial.folder + "/" + path)
    #expect(read.baseFolder == usual.baseFolder)
    #expect(read.briefs == usual.briefs)
    #expect(ScenarioReader.bases(of: trial.folder + "/" + path) == [trial.network])
  }

  @Test func `is beside where a linked folder leads`() throws {
    let trial = try trial()
    try FileManager.default.createDirectory(
      atPath: trial.folder + "/far/off", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: trial.folder + "/far/off/link", withDestinationPath: trial.folder + "/x")
    let read = try ScenarioReader.read(file: trial.folder + "/far/off/link/scenario.yaml")
    #expect(read.briefs.count == 1)
  }
}
