// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// Where an output goes: its path with links followed, and what stands there.
public struct OutputTarget: Sendable, Hashable {
  /// As the user wrote it.
  public let path: String
  /// Folder and name without links; the file itself need not exist.
  public let resolved: String
  /// Of what stands there now.
  public let facts: FileFacts?

  /// - Throws: `FileFailure` where no file can be written there: no folder, one that may not be
  ///   written, a folder in its place.
  public init(_ path: String) throws(FileFailure) {
    guard !path.utf8.contains(0), !path.isEmpty else {
      throw FileFailure(path: path, code: ENOENT)
    }
    self.path = path
    // The links of /dev/stdout name no path.
    if let stream = FileFacts(path), stream.isStream {
      (resolved, facts) = (path, stream)
      return
    }
    var target = path
    for step in 0... {
      guard step < 40 else { throw FileFailure(path: path, code: ELOOP) }
      guard FileFacts(ofLink: target)?.kind == .link, let next = FileCalls.linkTarget(target)
      else { break }
      target = next.hasPrefix("/") ? next : Self.folder(of: target) + "/" + next
    }
    facts = FileFacts(target)
    if facts?.kind == .folder || target.hasSuffix("/") {
      throw FileFailure(path: path, code: facts == nil ? ENOENT : EISDIR)
    }
    guard let folder = FileCalls.resolved(Self.folder(of: target)) else {
      throw FileFailure(path: path, code: ENOENT)
    }
    resolved = (folder == "/" ? "" : folder) + "/" + Self.name(of: target)
    guard facts?.kind != .other else { throw FileFailure(path: path, code: ENXIO) }
    guard FileFacts(folder)?.kind == .folder else { throw FileFailure(path: path, code: ENOTDIR) }
    let refusal = FileCalls.mayWrite(folder)
    guard refusal == 0 else { throw FileFailure(path: path, code: refusal) }
  }

  public var folder: String { Self.folder(of: resolved) }
  public var name: String { Self.name(of: resolved) }

  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.index(after: slash)...])
  }
}
