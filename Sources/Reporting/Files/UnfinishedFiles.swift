// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import Synchronization

/// What this process has begun to write and not published: it must not stay when a run is broken off.
public enum UnfinishedFiles {
  private static let paths = Mutex<Set<String>>([])

  /// Removes all of them and ends the process; waits where files are being published, and lets
  /// nobody begin another.
  public static func remove(then end: () -> Never) -> Never {
    paths.withLock { paths in
      for path in paths { FileCalls.remove(path) }
      end()
    }
  }

  static func add(_ path: String) { _ = paths.withLock { $0.insert(path) } }
  static func forget(_ path: String) { _ = paths.withLock { $0.remove(path) } }

  static func remove(_ path: String) {
    FileCalls.remove(path)
    forget(path)
  }

  static func publishing(_ body: (inout Set<String>) -> Void) { paths.withLock { body(&$0) } }

  private static let ending = ".part"
  private static let digits = 16

  /// `.name.0123456789abcdef.part`, the name cut where the whole would be too long for the system.
  static func path(beside target: OutputTarget, number: UInt64) -> String {
    let hex = String(number, radix: 16)
    let padded = String(repeating: "0", count: digits - hex.count) + hex
    return "\(target.folder)/\(prefix(target))\(padded)\(ending)"
  }

  private static func prefix(_ target: OutputTarget) -> String {
    var name = target.name
    while name.utf8.count > 255 - digits - ending.utf8.count - 2 { name.removeLast() }
    return ".\(name)."
  }

  /// Removes what killed runs left of this file: nobody holds a lock on it.
  static func sweep(beside target: OutputTarget) {
    let prefix = prefix(target)
    for name in FileCalls.names(in: target.folder)
    where name.hasPrefix(prefix) && name.hasSuffix(ending) {
      let middle = name.dropFirst(prefix.count).dropLast(ending.count)
      guard middle.utf8.count == digits,
        middle.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
      else { continue }
      let path = target.folder + "/" + name
      let file = FileCalls.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
      guard file >= 0 else { continue }
      if flock(file, LOCK_EX | LOCK_NB) == 0 { FileCalls.remove(path) }
      _ = close(file)
    }
  }
}
