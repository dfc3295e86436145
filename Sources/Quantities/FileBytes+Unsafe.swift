// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// Reading the system's small data files with the C library alone.
///
/// Unsafe because the C library fills a buffer by pointer: the buffer is an array's own, its length
/// goes with it, and the number of bytes that came back is checked before one of them is read.
/// Without this, Foundation would be linked for a single call.
enum FileBytes {
  /// The whole file; nil if it cannot be opened or read, is a folder, or is longer than `limit`.
  static func read(_ path: String, limit: Int = 1 << 22) -> [UInt8]? {
    guard !path.utf8.contains(0) else { return nil }
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe Glibc.read(file, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0, bytes.count + count <= limit else { return nil }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }
}
