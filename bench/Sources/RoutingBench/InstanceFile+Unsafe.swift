// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// Rows of little-endian words behind a header of two: a magic number and the number of rows.
///
/// Unsafe because the C library reads into an array's own memory; the length read is checked.
struct InstanceFile {
  static let magic: UInt32 = 0x5446_5246
  let words: [Int32]
  let width: Int
  var count: Int { words.count / width }

  /// - Throws: `InstanceFault` where the file is missing, cut short or of another kind.
  init(_ path: String, width: Int) throws(InstanceFault) {
    self.width = width
    guard let file = unsafe fopen(path, "rb") else { throw InstanceFault(path, "cannot be read") }
    defer { unsafe fclose(file) }
    var header: [UInt32] = [0, 0]
    guard unsafe fread(&header, 4, 2, file) == 2, header[0] == Self.magic else {
      throw InstanceFault(path, "has another magic number than 0x54465246")
    }
    let wanted = Int(header[1]) * width
    guard wanted < 1 << 31 else { throw InstanceFault(path, "says it has \(header[1]) rows") }
    var words = [Int32](repeating: 0, count: wanted)
    guard unsafe fread(&words, 4, wanted, file) == wanted else {
      throw InstanceFault(path, "ends before its \(header[1]) rows do")
    }
    self.words = words
  }

  subscript(row: Int, column: Int) -> Int32 { words[row * width + column] }
}

struct InstanceFault: Error, CustomStringConvertible {
  let path: String
  let fault: String

  init(_ path: String, _ fault: String) {
    self.path = path
    self.fault = fault
  }

  var description: String { "\(path) \(fault)" }
}
