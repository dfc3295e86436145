// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import Synchronization

/// A file that is written and synced under its temporary name; the lock on it is still held.
struct FinishedFile: Sendable {
  var temporary: String
  var target: OutputTarget
  var file: Int32
}

/// The outputs of one run: all of them are new, or, where one cannot be written, all are old.
///
/// They are renamed in one go when all are finished. A file system renames one at a time: where that
/// fails in the middle, the error names those that are new.
public final class FileSet: Sendable {
  @TaskLocal static var current: FileSet?
  private let finished = Mutex<[FinishedFile]>([])

  private init() {}

  /// Publishes what `body` finishes, once it has ended without an error.
  ///
  /// - Throws: What `body` throws; `FileFailure`.
  public static func together(_ body: () throws -> Void) throws {
    guard current == nil else { return try body() }
    let set = FileSet()
    do {
      try $current.withValue(set, operation: body)
    } catch {
      set.discard()
      throw error
    }
    try publish(set.finished.withLock { $0 })
  }

  func add(_ file: FinishedFile) { finished.withLock { $0.append(file) } }

  private func discard() {
    for file in finished.withLock({ $0 }) {
      UnfinishedFiles.remove(file.temporary)
      _ = close(file.file)
    }
  }

  /// Renames the files; an interruption waits for the last of them.
  static func publish(_ files: [FinishedFile]) throws(FileFailure) {
    var published: [String] = []
    var failure: FileFailure?
    UnfinishedFiles.publishing { unfinished in
      for file in files {
        if failure == nil {
          let code = FileCalls.rename(file.temporary, file.target.resolved)
          if code == 0 {
            published.append(file.target.path)
          } else {
            failure = FileFailure(path: file.target.path, code: code, published: published)
          }
        }
        if failure != nil { FileCalls.remove(file.temporary) }
        unfinished.remove(file.temporary)
      }
    }
    for folder in Set(files.map(\.target.folder)) {
      // A file system that cannot sync folders has renamed all the same.
      let handle = FileCalls.open(folder, O_RDONLY | O_DIRECTORY)
      guard handle >= 0 else { continue }
      _ = FileCalls.sync(handle)
      _ = close(handle)
    }
    for file in files { _ = close(file.file) }
    if let failure { throw failure }
  }
}
