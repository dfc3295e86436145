// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FoundationEssentials
import FreightModel
import FreightTestSupport
import NetworkIO
import Testing

@testable import Scenario

@Suite struct `Random damage of scenario files` {
  private static func shipped() throws -> [(name: String, bytes: [UInt8])] {
    let folder = repository + "/scenarios"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(folder)/\(name)/scenario.yaml").map {
        (name, [UInt8]($0))
      }
    }
  }

  private static let interesting = Array(
    "\"',\n\r\t;-+:.019*&!|>%@`#?[]{}~ \u{0}\u{85}\u{FEFF}中".utf8)

  private static func damage(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    for _ in 0...random.integer(0..<4) where !bytes.isEmpty {
      let at = random.integer(0..<bytes.count)
      switch random.integer(0..<6) {
      case 0: bytes[at] = random.pick(interesting)
      case 1: bytes.remove(at: at)
      case 2: bytes.insert(random.pick(interesting), at: at)
      case 3: bytes.insert(contentsOf: bytes[at...].prefix(random.integer(1..<200)), at: at)
      case 4: bytes[at] = UInt8(random.integer(0..<256))
      default: if random.chance(25) { bytes.removeSubrange(at...) }
      }
    }
  }

  /// The reader of the file alone: documents, not networks.
  @Test(arguments: 1...24)
  func `ends in faults or in a document`(seed: Int) throws {
    let files = try Self.shipped()
    #expect(files.count > 15)
    var random = SplitMix64(seed: seed)
    let trial = try TrialScenario()
    for round in 0..<150 {
      var (name, bytes) = random.pick(files)
      Self.damage(&bytes, &random)
      let file = try trial.file(bytes, named: "damaged")
      var log = ScenarioLog(file: file)
      var found: [Diagnostic] = []
      do throws(InvalidInput) {
        _ = try ScenarioDocument(file: file, log: &log)
        found = log.errors
      } catch {
        found = error.errors
        #expect(!found.isEmpty, "seed \(seed), round \(round), \(name)")
      }
      for diagnostic in found {
        #expect(diagnostic.line > 0 && diagnostic.column > 0, "seed \(seed): \(listing(found))")
        #expect(!diagnostic.message(in: .zh).contains("{0}"), "seed \(seed): \(listing(found))")
      }
    }
  }

  /// Changes worked out as well, in a small network.
  @Test(arguments: 1...24)
  func `ends in faults or in a network`(seed: Int) throws {
    let trial = try TrialScenario()
    var random = SplitMix64(seed: seed)
    for _ in 0..<3 {
      let example = random.pick(Example.all)
      let file = try trial.scenario(example.changes, file: "damaged")
      guard var bytes = FileManager.default.contents(atPath: file).map({ [UInt8]($0) }) else {
        return
      }
      Self.damage(&bytes, &random)
      _ = try trial.file(bytes, named: "damaged")
      do throws(InvalidInput) {
        _ = try ScenarioReader.read(file: file)
      } catch {
        #expect(!error.errors.isEmpty, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }
}
