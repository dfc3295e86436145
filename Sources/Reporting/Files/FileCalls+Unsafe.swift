// SPDX-License-Identifier: GPL-3.0-or-later
// Unsafe because of the C calls for files: their paths and buffers are pointers. Each pointer lives
// no longer than the closure that lends it, and each count is the buffer's own.
import Glibc

/// What the system says of a file.
public struct FileFacts: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case file, folder, link, pipe, characterDevice, other
  }

  public let device: UInt
  public let inode: UInt
  public let kind: Kind
  let mode: mode_t
  let owner: uid_t
  let group: gid_t
  let links: UInt

  /// Two names of one file have equal identities.
  public struct Identity: Hashable, Sendable {
    let device, inode: UInt
  }

  public var identity: Identity { Identity(device: device, inode: inode) }

  /// Bytes go through it; it cannot be replaced by a finished file.
  public var isStream: Bool { kind == .pipe || kind == .characterDevice }

  /// Of the file behind a path, links followed; nil where there is none that may be seen.
  public init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Of a link itself.
  init?(ofLink path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init?(descriptor: Int32) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    (device, inode) = (UInt(status.st_dev), UInt(status.st_ino))
    (mode, owner, group) = (status.st_mode & 0o7777, status.st_uid, status.st_gid)
    links = UInt(status.st_nlink)
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFCHR: .characterDevice
      default: .other
      }
  }
}

/// The calls of the operating system that writing rests on; 0 or the system's error number.
enum FileCalls {
  /// Over a limit on file sizes, or with the reader gone, a write fails instead of ending the process.
  static func ignoreSignals() {
    _ = signal(SIGXFSZ, SIG_IGN)
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// A descriptor, or the error number as a negative.
  static func open(_ path: String, _ flags: Int32, mode: mode_t = 0) -> Int32 {
    while true {
      let file = unsafe Glibc.open(path, flags | O_CLOEXEC, mode)
      if file >= 0 { return file }
      guard errno == EINTR else { return -errno }
    }
  }

  /// Writes all bytes.
  static func write(_ bytes: [UInt8], to file: Int32) -> Int32 {
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

  static func sync(_ file: Int32) -> Int32 { fsync(file) == 0 ? 0 : errno }

  static func rename(_ old: String, _ new: String) -> Int32 {
    unsafe Glibc.rename(old, new) == 0 ? 0 : errno
  }

  static func remove(_ path: String) { _ = unsafe unlink(path) }

  static func mayWrite(_ path: String) -> Int32 {
    unsafe access(path, W_OK | X_OK) == 0 ? 0 : errno
  }

  /// Where a link points, nil where it is none.
  static func linkTarget(_ path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe bytes.baseAddress.map { unsafe readlink(path, $0, bytes.count) } ?? -1
    }
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }

  /// The names in a folder, in no order.
  static func names(in folder: String) -> [String] {
    guard let handle = unsafe opendir(folder) else { return [] }
    defer { _ = unsafe closedir(handle) }
    var names: [String] = []
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names
  }

  /// The path without links and dots; nil where there is nothing.
  static func resolved(_ path: String) -> String? {
    guard let text = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }
}
