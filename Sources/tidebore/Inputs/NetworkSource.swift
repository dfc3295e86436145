// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import NetworkIO
import Scenario

/// A network as the command line names it: a folder, or a scenario that stands for one.
struct NetworkSource {
  /// Its inputs are shown as the user would write them.
  var read: ReadNetwork
  /// Nil for a folder alone.
  var scenario: ReadScenario?

  /// - Parameters:
  ///   - path: A network's folder or a scenario file.
  ///   - scenario: A scenario whose changes are made on top.
  /// - Throws: `InvalidInput`.
  init(_ path: String, scenario: String? = nil) throws(InvalidInput) {
    if let scenario {
      self.scenario = try ScenarioReader.read(file: scenario, on: path)
    } else if ScenarioReader.isScenario(path) {
      self.scenario = try ScenarioReader.read(file: path)
    }
    if let made = self.scenario {
      read = made.read
    } else {
      read = try NetworkReader.read(directory: path)
      read.inputs = Self.shown(read.inputs, in: path)
    }
  }

  private static func shown(_ inputs: [InputFile], in folder: String) -> [InputFile] {
    let folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return inputs.map { InputFile(path: "\(folder)/\($0.path)", sha256: $0.sha256) }
  }

  /// Name and title: the scenario's, or the network's.
  var name: String { scenario?.name ?? read.network.header.name }

  var title: LocalizedText {
    let header = read.network.header
    return scenario?.title ?? LocalizedText(en: header.titleEN, zh: header.titleZH)
  }
}
