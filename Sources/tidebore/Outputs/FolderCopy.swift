// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import Reporting

/// Copies a folder so that the copy is complete or absent.
enum FolderCopy {
  /// Copies beside the target, then renames.
  ///
  /// - Throws: `CommandFailure.unreadable` with the system's reason; nothing is left behind.
  static func copy(_ source: String, to target: String) throws {
    let target = target.hasSuffix("/") ? String(target.dropLast()) : target
    var numbers = SystemRandomNumberGenerator()
    let slash = target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex
    let temporary =
      "\(target[..<slash]).\(target[slash...]).\(String(numbers.next() as UInt64, radix: 16)).part"
    let files = FileManager.default
    do {
      if let slash = target.lastIndex(of: "/"), slash != target.startIndex {
        try files.createDirectory(
          atPath: String(target[..<slash]), withIntermediateDirectories: true)
      }
      try files.copyItem(atPath: source, toPath: temporary)
      try files.moveItem(atPath: temporary, toPath: target)
    } catch {
      try? files.removeItem(atPath: temporary)
      throw CommandFailure.unreadable(
        Session.current.text("cli.cannot_copy", source, target, "\(error)"))
    }
  }
}
