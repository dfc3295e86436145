// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
import Quantities

/// A network as it was read, with all that its outputs must say of their inputs.
public struct ReadNetwork: Sendable {
  public var network: Network
  /// What is doubtful, in the order of files and lines.
  public var warnings: [Diagnostic]
  /// The files read, sorted by path.
  public var inputs: [InputFile]
}

/// A file that a result rests on.
public struct InputFile: Sendable, Hashable {
  /// Relative to the network's folder.
  public var path: String
  /// 64 hexadecimal digits.
  public var sha256: String

  public init(path: String, sha256: String) { (self.path, self.sha256) = (path, sha256) }
}

/// Reads a network folder: tables, checks, rows.
public enum NetworkReader {
  /// Reads and checks the network in a folder.
  ///
  /// Throws all errors at once. Equal rows in any order give an equal network, line numbers apart.
  ///
  /// - Complexity: O(size of the files), and O(*n* log *n*) in the rows.
  public static func read(
    directory: String, limits: ReadLimits = .default
  ) throws(InvalidInput) -> ReadNetwork {
    try examine(directory, limits).read()
  }

  /// Reads a folder with some tables in another version; the hashes are those of the files.
  static func read(
    _ folder: NetworkFolder, edited: [String: [UInt8]], limits: ReadLimits
  ) throws(InvalidInput) -> ReadNetwork {
    try examine(folder, edited: edited, limits, DiagnosticLog(limit: limits.faults)).read()
  }

  /// All that is wrong and all that is doubtful, in the order of files and lines.
  public static func validate(
    directory: String, limits: ReadLimits = .default
  ) -> (errors: [Diagnostic], warnings: [Diagnostic]) {
    let result = examine(directory, limits)
    return (result.errors, result.warnings)
  }

  private struct Examination {
    var network: Network?
    var errors: [Diagnostic]
    var warnings: [Diagnostic]
    var inputs: [InputFile]

    func read() throws(InvalidInput) -> ReadNetwork {
      guard errors.isEmpty, let network else {
        throw InvalidInput(errors: errors, warnings: warnings)
      }
      return ReadNetwork(network: network, warnings: warnings, inputs: inputs)
    }
  }

  private static func examine(_ directory: String, _ limits: ReadLimits) -> Examination {
    var log = DiagnosticLog(limit: limits.faults)
    let folder = NetworkFolder(directory, limits: limits, log: &log)
    return examine(folder, edited: [:], limits, log)
  }

  private static func examine(
    _ folder: NetworkFolder, edited: [String: [UInt8]], _ limits: ReadLimits,
    _ log: consuming DiagnosticLog
  ) -> Examination {
    let package = folder.package.map {
      PackageReader($0.bytes, file: folder.shown($0.name), folder: folder, log: &log)
    }
    let header = package?.header
    var tables: [String: DecodedTable] = [:]
    for (order, spec) in TableSpec.all.enumerated() {
      guard let bytes = edited[spec.name] ?? folder.tables[spec.name]?.bytes else { continue }
      tables[spec.name] = DecodedTable(
        spec, order: order + 1, file: folder.shown(spec.file),
        document: CSVDocument(bytes: bytes, limits: limits), log: &log)
    }
    var references = ReferenceResolver(&tables, unreadable: folder.unreadable, log: &log)
    for spec in TableSpec.all {
      guard var table = tables.removeValue(forKey: spec.name) else { continue }
      references.resolve(&table, log: &log)
      table.reportRepeatedKeys(log: &log)
      tables[spec.name] = table
    }
    references.report(tables, log: &log)
    package?.checkHomeCity(references["place"], log: &log)
    var assembly = NetworkAssembly(
      tables: tables, references: references, header: header, log: log)
    assembly.assemble()
    let (errors, warnings) = assembly.log.sorted(folder: folder.path)
    return Examination(
      network: errors.isEmpty ? header.map(assembly.network) : nil, errors: errors,
      warnings: warnings, inputs: folder.inputs)
  }
}
