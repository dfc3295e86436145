// SPDX-License-Identifier: GPL-3.0-or-later
import Reporting
import Scenario

/// Whether every output of a command line can be written, and is none of its inputs: asked before
/// any work, of all verbs alike.
struct OutputGate {
  private var outputs: [String] = []
  /// Words that may be files or folders that are read.
  private var inputs: [String] = []

  private static let outputOptions = ["-o", "--output", "--log"]

  init(_ arguments: [String]) {
    var isValue = false
    for word in arguments {
      if isValue {
        outputs.append(word)
        isValue = false
      } else if Self.outputOptions.contains(word) {
        isValue = true
      } else if let option = Self.outputOptions.first(where: { word.hasPrefix($0 + "=") }) {
        outputs.append(String(word.dropFirst(option.count + 1)))
      } else if word.hasPrefix("-"), let sign = word.firstIndex(of: "=") {
        inputs.append(String(word[word.index(after: sign)...]))
      } else {
        inputs.append(word)
      }
    }
  }

  /// - Throws: `CommandFailure.usage` with every output that is an input, or another output;
  ///   `FileFailure` for the first that cannot be written; `CommandFailure.failed` for a picture
  ///   without the program that makes it.
  func check(_ session: Session) throws {
    guard !outputs.isEmpty else { return }
    var faults: [String] = []
    var seen: Set<String> = []
    let read = InputFiles(inputs)
    for path in outputs {
      // What cannot be written is told after the faults of the command line.
      guard let target = try? OutputTarget(path) else { continue }
      if target.facts?.isStream != true, !seen.insert(target.resolved).inserted {
        faults.append(session.text("usage.same_file", path))
      } else if read.contains(target) {
        faults.append(session.text("usage.output_is_input", path))
      } else if let network = read.network(spoiltBy: target) {
        faults.append(session.text("usage.output_in_network", path, network))
      }
    }
    guard faults.isEmpty else { throw CommandFailure.usage(faults) }
    for path in outputs {
      let target = try OutputTarget(path)
      if target.facts?.isStream == true, Self.needsFile(path) {
        throw FileFailure(path: path, code: FileFailure.needsFileCode)
      }
      if path.lowercased().hasSuffix(".png"), PictureConverter.find(session) == nil {
        throw CommandFailure.failed(session.text("cli.no_converter"))
      }
    }
  }

  /// Databases are written by seeking.
  private static func needsFile(_ path: String) -> Bool {
    [".gpkg", ".sqlite"].contains { path.lowercased().hasSuffix($0) }
  }
}

/// What a run reads, by identity: a file has it under every name.
private struct InputFiles {
  private var files: Set<FileFacts.Identity> = []
  /// Of folders with a network, and of their part of another licence.
  private var folders: [(identity: FileFacts.Identity, path: String)] = []

  init(_ words: [String]) {
    for word in words + words.filter(ScenarioReader.isScenario).flatMap(ScenarioReader.bases) {
      guard let facts = FileFacts(word) else { continue }
      guard facts.kind == .folder else {
        files.insert(facts.identity)
        continue
      }
      for folder in [word, word + "/osm"] {
        if let facts = FileFacts(folder) { folders.append((facts.identity, word)) }
      }
    }
  }

  func contains(_ target: OutputTarget) -> Bool {
    guard let facts = target.facts, facts.kind == .file else { return false }
    return files.contains(facts.identity)
  }

  /// The network of which a file there would be a table, or its package.
  func network(spoiltBy target: OutputTarget) -> String? {
    guard target.facts?.isStream != true,
      target.name.hasSuffix(".csv") || target.name == "datapackage.json",
      let folder = FileFacts(target.folder)
    else { return nil }
    return folders.first { $0.identity == folder.identity }?.path
  }
}
