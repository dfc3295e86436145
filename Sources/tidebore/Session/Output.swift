// SPDX-License-Identifier: GPL-3.0-or-later
import Reporting
import Synchronization

/// Where text goes: an open file of the process, or memory (for tests).
enum Output: Sendable {
  case descriptor(Int32)
  case memory(CapturedText)

  /// Writes all of the text.
  ///
  /// - Throws: `FileFailure` where the reader has gone or the device is full.
  func write(_ text: String) throws(FileFailure) { try write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) throws(FileFailure) {
    switch self {
    case .descriptor(let descriptor): try writeAll(bytes, to: descriptor)
    case .memory(let text): text.append(bytes)
    }
  }
}

/// Text that a test reads back.
final class CapturedText: Sendable {
  private let bytes = Mutex<[UInt8]>([])

  func append(_ more: [UInt8]) { bytes.withLock { $0 += more } }
  var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
}
