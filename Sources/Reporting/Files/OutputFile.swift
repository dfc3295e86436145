// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// A file that is written piece by piece and appears whole, or not at all.
///
/// It is made under a random name beside its place, under a lock that its process holds while it
/// lives, then synced and renamed: the old file stays whole until then, with its mode and owner. A
/// device or a pipe is written as it is.
public final class OutputFile {
  private let target: OutputTarget
  /// The unfinished file, for a library that writes it itself; nil for a device or a pipe.
  public private(set) var temporary: String?
  private var file: Int32

  /// - Parameters:
  ///   - path: As the user wrote it.
  ///   - needsFile: Whether a device or a pipe will not do, as for a database.
  /// - Throws: `FileFailure` with the system's number.
  public init(_ path: String, needsFile: Bool = false) throws(FileFailure) {
    FileCalls.ignoreSignals()
    target = try OutputTarget(path)
    if target.facts?.isStream == true {
      guard !needsFile else { throw FileFailure(path: path, code: ESPIPE) }
      file = FileCalls.open(target.resolved, O_WRONLY)
      guard file >= 0 else { throw FileFailure(path: path, code: -file) }
      return
    }
    UnfinishedFiles.sweep(beside: target)
    (temporary, file) = try Self.makeTemporary(for: target)
  }

  deinit { discard() }

  public func write(_ bytes: [UInt8]) throws(FileFailure) {
    let failure = FileCalls.write(bytes, to: file)
    guard failure == 0 else {
      discard()
      throw FileFailure(path: target.path, code: failure)
    }
  }

  /// Syncs and publishes, at once or with the other files of `FileSet.together`.
  public func finish() throws(FileFailure) {
    guard let temporary else {
      let failure = close(file) == 0 ? 0 : errno
      file = -1
      guard failure == 0 else { throw FileFailure(path: target.path, code: failure) }
      return
    }
    let failure = FileCalls.sync(file)
    guard failure == 0 else {
      discard()
      throw FileFailure(path: target.path, code: failure)
    }
    let finished = FinishedFile(temporary: temporary, target: target, file: file)
    (self.temporary, file) = (nil, -1)
    if let set = FileSet.current {
      set.add(finished)
    } else {
      try FileSet.publish([finished])
    }
  }

  /// Removes what was written; nothing happens after `finish`.
  public func discard() {
    if let temporary { UnfinishedFiles.remove(temporary) }
    if file >= 0 { _ = close(file) }
    (temporary, file) = (nil, -1)
  }

  /// Opens a file that no other run has, with the lock that says it is alive.
  private static func makeTemporary(
    for target: OutputTarget
  ) throws(FileFailure) -> (String, Int32) {
    var numbers = SystemRandomNumberGenerator()
    for _ in 0..<16 {
      let temporary = UnfinishedFiles.path(beside: target, number: numbers.next())
      UnfinishedFiles.add(temporary)
      let file = FileCalls.open(temporary, O_RDWR | O_CREAT | O_EXCL, mode: 0o666)
      guard file >= 0 else {
        UnfinishedFiles.forget(temporary)
        if file == -EEXIST { continue }
        throw FileFailure(path: target.path, code: -file)
      }
      _ = flock(file, LOCK_EX | LOCK_NB)
      // Between the two calls another run may have taken it for a dead one's.
      guard FileFacts(descriptor: file)?.links == 1 else {
        _ = close(file)
        UnfinishedFiles.forget(temporary)
        continue
      }
      if let old = target.facts {
        // Who may not give a file away keeps at least its mode.
        _ = fchown(file, old.owner, old.group)
        _ = fchmod(file, old.mode)
      }
      return (temporary, file)
    }
    throw FileFailure(path: target.path, code: EEXIST)
  }
}

/// Files that are complete or absent.
public enum AtomicFile {
  /// Writes `bytes` beside the file, syncs them to the disk, then renames: the old file stays whole until then.
  ///
  /// A device or a pipe is written as it is.
  ///
  /// - Throws: `FileFailure` with the system's number; nothing is left behind.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    let file = try OutputFile(path)
    try file.write(bytes)
    try file.finish()
  }
}
