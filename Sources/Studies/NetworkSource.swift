// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import NetworkIO
public import Scenario

/// A network as a request names it: a folder, or a scenario that stands for one.
public struct NetworkSource: Sendable {
  /// As it was named.
  public let path: String
  /// Its inputs are shown with the path.
  public var read: ReadNetwork
  /// Nil for a folder alone.
  public var scenario: ReadScenario?

  /// - Parameters:
  ///   - path: A network's folder or a scenario file.
  ///   - scenario: A scenario whose changes are made on top.
  /// - Throws: `InvalidInput`.
  public init(_ path: String, scenario: String? = nil) throws(InvalidInput) {
    self.path = path
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

  /// Name: the scenario's, or the network's.
  public var name: String { scenario?.name ?? read.network.header.name }

  /// Title: the scenario's, or the network's.
  public var title: LocalizedText {
    let header = read.network.header
    return scenario?.title ?? LocalizedText(en: header.titleEN, zh: header.titleZH)
  }
}

extension Sequence<NetworkSource> {
  /// The files of all networks, each once.
  var inputs: [InputFile] {
    var seen: Set<InputFile> = []
    return flatMap(\.read.inputs).filter { seen.insert($0).inserted }
  }
}
