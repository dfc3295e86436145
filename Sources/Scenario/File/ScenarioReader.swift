// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FoundationEssentials
public import FreightModel
public import NetworkIO
import Quantities

/// A scenario with the network that it makes.
public struct ReadScenario: Sendable {
  public var file: String
  public var name: String
  public var title: LocalizedText
  public var question: LocalizedText
  public var ask: ScenarioAsk
  /// Folder of the network at the bottom of the chain of bases.
  public var baseFolder: String
  /// The path of the base as the file names it.
  public var base: String
  /// The changed network; its inputs are the files of the base and the scenario files.
  public var read: ReadNetwork
  /// One sentence for each change, those of base scenarios first.
  public var changes: [LocalizedText]
  /// Rows that differ from the network at the bottom, in the order of the tables.
  public var edits: [RowEdit]
  /// Cells that more than one change sets, where the last one wins.
  public var overlaps: [String]
  /// The edited tables, for more changes on top.
  public var tables: NetworkTables
}

/// Reads scenario files.
public enum ScenarioReader {
  /// Longest chain of scenarios on scenarios.
  private static let longestChain = 16

  /// Whether a path names a scenario and not a network's folder.
  public static func isScenario(_ path: String) -> Bool {
    let name = path.lowercased()
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// The files and the folder that a scenario stands on, as far as they can be followed.
  public static func bases(of file: String) -> [String] {
    var (bases, file): ([String], String) = ([], file)
    while isScenario(file), bases.count < longestChain {
      var log = ScenarioLog(file: file)
      guard let document = try? ScenarioDocument(file: file, log: &log), !document.base.isEmpty
      else { break }
      file = resolved(document.base, beside: file)
      bases.append(file)
    }
    return bases
  }

  /// Reads a scenario, works out its changes in a copy of its base, and checks the network they make.
  ///
  /// - Parameters:
  ///   - file: The scenario.
  ///   - base: A network's folder in place of the one at the bottom of the file's chain of bases.
  /// - Returns: The scenario and its network.
  /// - Throws: `InvalidInput` with everything that is wrong with the file, then with the network that
  ///   its changes make; faults of changed rows stand at their changes.
  /// - Complexity: That of reading the network twice.
  public static func read(
    file: String, on base: String? = nil
  ) throws(InvalidInput) -> ReadScenario {
    try read(file: file, on: base, chain: [])
  }

  private static func read(
    file: String, on base: String?, chain: [String]
  ) throws(InvalidInput) -> ReadScenario {
    var log = ScenarioLog(file: file)
    let document = try ScenarioDocument(file: file, log: &log)
    guard !document.base.isEmpty else { throw log.invalid }
    var path = resolved(document.base, beside: file)
    if let base, !isScenario(path) { path = base }
    var below: ReadScenario?
    let tables: NetworkTables
    if isScenario(path) {
      guard !chain.contains(path), path != file, chain.count < longestChain else {
        log.add(.baseCircle, document.basePosition, document.base)
        throw log.invalid
      }
      guard FileManager.default.fileExists(atPath: path) else {
        log.add(.baseMissing, document.basePosition, document.base)
        throw log.invalid
      }
      let scenario = try read(file: path, on: base, chain: chain + [file])
      below = scenario
      tables = scenario.tables
    } else {
      guard FileManager.default.fileExists(atPath: path) else {
        log.add(.baseMissing, document.basePosition, document.base)
        throw log.invalid
      }
      tables = try NetworkTables(directory: path)
    }
    var desk = ChangeDesk(tables, scenario: document.name, log: log)
    for change in document.changes { run(change.value, at: change.position, on: &desk) }
    try desk.log.check()
    var network = try desk.tables.read()
    let root = below?.baseFolder ?? path
    let files =
      below?.read.inputs
      ?? network.inputs.map { InputFile(path: "\(path)/\($0.path)", sha256: $0.sha256) }
    network.inputs =
      files + [InputFile(path: file, sha256: SHA256.hex(of: document.contents))]
    return ReadScenario(
      file: file, name: document.name, title: document.title, question: document.question,
      ask: document.ask, baseFolder: root, base: document.base, read: network,
      changes: (below?.changes ?? []) + desk.sentences.map(sentence),
      edits: desk.tables.edited.flatMap(RowEdit.edits),
      overlaps: (below?.overlaps ?? []) + desk.overlaps,
      tables: desk.tables)
  }

  /// Works out one change: its kind, its fields, then what it does.
  static func run(_ value: YAMLValue, at position: Position, on desk: inout ChangeDesk) {
    guard let members = value.members else {
      desk.log.add(.wrongShape, position, "changes", "{ kind: … }")
      return
    }
    let names = ChangeKind.all.map(\.name)
    guard let kindValue = value["kind"] else {
      desk.log.add(.fieldMissing, position, "kind")
      return
    }
    guard let kind = ChangeKind.all.first(where: { $0.name == kindValue.text }) else {
      let asked = kindValue.text ?? "…"
      desk.log.add(
        .kindUnknown, kindValue.position, asked,
        hint: NearestName.of(asked, in: names) ?? names.joined(separator: ", "))
      return
    }
    let faults = desk.log.errors.count
    var tables = desk.tables
    let known = kind.fields(in: &tables)
    for member in members where !known.contains(member.key) {
      desk.log.add(
        .fieldUnknown, member.position, member.key,
        hint: NearestName.of(member.key, in: known) ?? known.joined(separator: ", "))
    }
    let given = Set(members.map(\.key))
    for field in kind.required where !given.contains(field) {
      desk.log.add(.fieldMissing, position, field)
    }
    for group in kind.oneOf where group.count(where: given.contains) != 1 {
      desk.log.add(.oneOf, position, group.joined(separator: ", "))
    }
    guard desk.log.errors.count == faults else {
      desk.forgive(value["id"]?.text)
      return
    }
    desk.run(
      kind, ChangeFields(kind: kind.name, position: position, members: members))
  }

  private static func sentence(_ change: (key: String, arguments: [String])) -> LocalizedText {
    LocalizedText(
      en: Messages.text(change.key, change.arguments, in: .en),
      zh: Messages.text(change.key, change.arguments, in: .zh))
  }

  /// A path that is beside a file unless it is absolute.
  private static func resolved(_ path: String, beside file: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    let root = file.hasPrefix("/") ? "/" : ""
    let parts = (file[..<slash] + "/" + path).split(separator: "/").filter { $0 != "." }
    var folder: [Substring] = []
    for part in parts {
      if part == "..", let last = folder.last, last != ".." {
        folder.removeLast()
      } else if part != ".." || root.isEmpty {
        folder.append(part)
      }
    }
    let plain = root + folder.joined(separator: "/")
    let shortened = plain.isEmpty ? "." : plain
    // Where a folder on the way is a link, `..` is the parent of where it leads.
    let literal = file[...slash] + path
    return number(of: shortened) == number(of: String(literal)) ? shortened : String(literal)
  }

  /// What the system calls a file, whatever its path.
  private static func number(of path: String) -> [UInt64]? {
    guard let facts = try? FileManager.default.attributesOfItem(atPath: path),
      let device = facts[.systemNumber] as? UInt64, let file = facts[.systemFileNumber] as? UInt64
    else { return nil }
    return [device, file]
  }
}
