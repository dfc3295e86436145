// SPDX-License-Identifier: GPL-3.0-or-later
import CEmbedded

/// The data files compiled into the binary, as arrays.
///
/// Unsafe because C hands over a pointer and a length; each file is copied once, by whoever decodes
/// it, and nothing keeps the pointer.
enum EmbeddedBytes {
  static var land: [UInt8] {
    unsafe copy(tidebore_land_start(), tidebore_land_count)
  }

  static var coast: [UInt8] {
    unsafe copy(tidebore_coast_start(), tidebore_coast_count)
  }

  private static func copy(_ start: UnsafePointer<UInt8>?, _ count: UInt) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }
}
