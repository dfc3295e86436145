// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import Glibc

/// Replaces a file that was read before, unless somebody has changed it since.
public enum TableUpdate {
  /// Writes under a lock on the file's folder, which other updates wait for.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - original: What it held when the new bytes were made of it.
  ///   - path: As the user wrote it.
  /// - Throws: `FileFailure`, with `ESTALE` where the file no longer holds `original`.
  public static func write(
    _ bytes: [UInt8], over original: [UInt8], at path: String
  ) throws(FileFailure) {
    let target = try OutputTarget(path)
    let folder = FileCalls.open(target.folder, O_RDONLY | O_DIRECTORY)
    guard folder >= 0 else { throw FileFailure(path: path, code: -folder) }
    defer { _ = close(folder) }
    while flock(folder, LOCK_EX) != 0 {
      guard errno == EINTR else { throw FileFailure(path: path, code: errno) }
    }
    guard FileManager.default.contents(atPath: target.resolved) == Data(original) else {
      throw FileFailure(path: path, code: ESTALE)
    }
    try AtomicFile.write(bytes, to: path)
  }
}
