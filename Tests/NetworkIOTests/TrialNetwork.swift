// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FoundationEssentials
import FreightModel
import NetworkIO

/// The repository's folder, from this file's own path.
let repository = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
let teachingFolder = repository + "/networks/teaching"

/// A copy of the teaching network in a folder of its own, to be spoilt; removed at the end.
struct TrialNetwork: ~Copyable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.path + "/tidebore-" + UUID().uuidString
    try FileManager.default.copyItem(atPath: teachingFolder, toPath: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func text(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path + "/" + file)), as: UTF8.self)
  }

  func write(_ file: String, _ bytes: some Sequence<UInt8>) throws {
    try Data(bytes).write(to: URL(filePath: path + "/" + file))
  }

  func write(_ file: String, _ text: String) throws { try write(file, text.utf8) }

  /// The names of its tables, sorted.
  func tableFiles() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".csv") }
      .sorted()
  }

  func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + file)
  }

  /// Replaces what must stand in the file exactly once; returns its line.
  @discardableResult
  func edit(_ file: String, _ old: String, _ new: String) throws -> Int {
    let before = try text(file)
    let parts = before.components(separatedBy: old)
    guard parts.count == 2 else { throw EditFailed(file: file, text: old, found: parts.count - 1) }
    try write(file, parts[0] + new + parts[1])
    return parts[0].utf8.count { $0 == UInt8(ascii: "\n") } + 1
  }

  func validate(
    limits: ReadLimits = .default
  ) -> (errors: [Diagnostic], warnings: [Diagnostic]) {
    NetworkReader.validate(directory: path, limits: limits)
  }

  /// `file:line:code` of each fault.
  func faults(limits: ReadLimits = .default) -> [String] {
    validate(limits: limits).errors.map(brief)
  }

  struct EditFailed: Error {
    var file: String
    var text: String
    var found: Int
  }
}

func brief(_ diagnostic: Diagnostic) -> String {
  let file = diagnostic.file.split(separator: "/").last ?? ""
  return "\(file):\(diagnostic.line) \(diagnostic.code)"
}

/// Faults as the command line prints them, for messages of tests.
func listing(_ diagnostics: [Diagnostic]) -> String {
  diagnostics.map {
    "\($0.file):\($0.line):\($0.column): \($0.code): \($0.message(in: .en))"
      + " [\($0.hint(in: .en) ?? "")]"
  }.joined(separator: "\n")
}
