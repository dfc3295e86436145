// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import JSONText

/// A result that an earlier run wrote.
enum EarlierResult {
  /// Largest file that is read.
  private static let bytes = 256 << 20

  /// - Throws: Where the file cannot be read, is too large, or is no JSON.
  static func read(_ path: String) throws -> JSONValue {
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? UInt64 ?? 0
    guard size <= UInt64(bytes) else { throw StudyFailure("usage.baseline", [path]) }
    let data = try Data(contentsOf: URL(filePath: path))
    return try JSONDocument(
      parsing: [UInt8](data), limits: JSONDocument.Limits(bytes: bytes)
    ).root
  }
}
