// SPDX-License-Identifier: GPL-3.0-or-later
// Unsafe because of the C calls for files: their paths and buffers are pointers. Each pointer lives
// no longer than the closure that lends it, and each count is the buffer's own.
import Glibc

/// Why an output could not be written.
public struct FileFailure: Error, Sendable, Hashable {
  /// The file as the user named it.
  public var path: String
  /// The system's error number, such as `ENOSPC`.
  public var code: Int32

  public init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  /// The reader went away (`| head -1`): no fault worth a message.
  public var isClosedPipe: Bool { code == EPIPE }

  /// Catalogue key of the sentence that says it; its arguments are the path and the number.
  public var key: String {
    switch code {
    case ENOSPC, EDQUOT: "output.disk_full"
    case EFBIG: "output.too_large"
    case EACCES, EPERM, EROFS: "output.not_allowed"
    case ENOENT, ENOTDIR: "output.no_folder"
    case EISDIR: "output.is_folder"
    case EPIPE: "output.closed_pipe"
    default: "output.failed"
    }
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
    // Over a limit on file sizes the write fails with a number instead of ending the process.
    _ = signal(SIGXFSZ, SIG_IGN)
    if isDevice(path) { return try writeThrough(bytes, to: path) }
    let temporary = temporaryPath(beside: path)
    _ = unsafe unlink(temporary)
    let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw FileFailure(path: path, code: errno) }
    var failure = put(bytes, to: file)
    if failure == 0, fsync(file) != 0 { failure = errno }
    if close(file) != 0, failure == 0 { failure = errno }
    guard failure == 0 else {
      _ = unsafe unlink(temporary)
      throw FileFailure(path: path, code: failure)
    }
    try publish(temporary, as: path)
  }

  /// A name in the same folder that no other process of ours uses.
  public static func temporaryPath(beside path: String) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { path[...$0] } ?? ""
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    return "\(folder).\(name).\(getpid()).part"
  }

  /// Renames a finished temporary file to its own name and syncs the folder.
  public static func publish(_ temporary: String, as path: String) throws(FileFailure) {
    guard unsafe rename(temporary, path) == 0 else {
      let code = errno
      _ = unsafe unlink(temporary)
      throw FileFailure(path: path, code: code)
    }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let handle = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if handle >= 0 {
      // A file system that cannot sync folders has renamed all the same.
      _ = fsync(handle)
      _ = close(handle)
    }
  }

  /// Syncs a file that another library wrote, such as SQLite.
  public static func sync(_ path: String) throws(FileFailure) {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileFailure(path: path, code: errno) }
    let failure = fsync(file) == 0 ? 0 : errno
    _ = close(file)
    guard failure == 0 else { throw FileFailure(path: path, code: failure) }
  }

  public static func remove(_ path: String) { _ = unsafe unlink(path) }

  private static func isDevice(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind == S_IFCHR || kind == S_IFIFO
  }

  private static func writeThrough(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    _ = signal(SIGPIPE, SIG_IGN)
    let file = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileFailure(path: path, code: errno) }
    let failure = put(bytes, to: file)
    _ = close(file)
    guard failure == 0 else { throw FileFailure(path: path, code: failure) }
  }

  /// Writes all bytes; returns 0 or the system's error number.
  fileprivate static func put(_ bytes: [UInt8], to file: Int32) -> Int32 {
    unsafe bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
        let count = unsafe Glibc.write(file, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return count < 0 ? errno : EIO }
        done += count
      }
      return 0
    }
  }
}

/// A file that is written piece by piece and appears whole, or not at all.
public struct AtomicFileStream: ~Copyable {
  private let path: String
  private let temporary: String
  private var file: Int32

  /// Opens a temporary file beside the path.
  ///
  /// - Throws: `FileFailure` with the system's number.
  public init(_ path: String) throws(FileFailure) {
    _ = signal(SIGXFSZ, SIG_IGN)
    self.path = path
    temporary = AtomicFile.temporaryPath(beside: path)
    _ = unsafe unlink(temporary)
    file = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw FileFailure(path: path, code: errno) }
  }

  deinit {
    // Left without `finish`: what was written is no result.
    guard file >= 0 else { return }
    _ = close(file)
    _ = unsafe unlink(temporary)
  }

  public func write(_ bytes: [UInt8]) throws(FileFailure) {
    let failure = AtomicFile.put(bytes, to: file)
    guard failure == 0 else { throw FileFailure(path: path, code: failure) }
  }

  /// Syncs and renames; nothing can be written after it.
  public mutating func finish() throws(FileFailure) {
    let failure = fsync(file) == 0 ? 0 : errno
    _ = close(file)
    file = -1
    guard failure == 0 else {
      _ = unsafe unlink(temporary)
      throw FileFailure(path: path, code: failure)
    }
    try AtomicFile.publish(temporary, as: path)
  }
}
