// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities

extension CellDecoder {
  /// The value of one cell, or of one part of a list.
  static func scalar(
    _ bytes: ArraySlice<UInt8>, _ kind: ColumnKind, _ name: String
  ) throws(CellFault) -> Int64 {
    switch kind {
    case .number(let bounds):
      guard let value = number(bytes) else { throw CellFault(code: .notNumber) }
      try check(value, bounds, name)
      return Int64(bitPattern: value.bitPattern)
    case .integer(let bounds):
      guard let value = integer(bytes) else { throw CellFault(code: .notInteger) }
      try check(Double(value), bounds, name)
      return value
    case .flag:
      if bytes.elementsEqual("yes".utf8) { return 1 }
      if bytes.elementsEqual("no".utf8) { return 0 }
      throw CellFault(code: .notFlag)
    case .date: return try date(bytes)
    case .time: return try some(time(bytes), .notTime)
    case .closingTime: return try some(time(bytes, upToMidnight: true), .notTime)
    case .stopTime: return try some(stopTime(bytes), .notTime)
    case .instant:
      return try some(
        Instant(rfc3339: String(decoding: bytes, as: UTF8.self))?.seconds, .notInstant)
    case .days: return try some(days(bytes), .notDays)
    case .word(let words):
      if let index = words.firstIndex(where: { bytes.elementsEqual($0.utf8) }) {
        return Int64(index)
      }
      throw CellFault(
        code: .notWord, value: String(decoding: bytes, as: UTF8.self), words: words)
    case .text, .identifier, .list, .reference, .territoryScope, .tariffScope: return 0
    }
  }

  private static func some(_ value: Int64?, _ code: FaultCode) throws(CellFault) -> Int64 {
    guard let value else { throw CellFault(code: code) }
    return value
  }

  private static func check(_ value: Double, _ bounds: Bounds, _ name: String) throws(CellFault) {
    guard !bounds.contains(value) else { return }
    if value < 0, name == "cutoff_h" { throw CellFault(code: .cutoffNegative) }
    if value < 0, bounds.low >= 0 { throw CellFault(code: .negative) }
    throw CellFault(code: .outOfRange, rule: [bounds.text])
  }
}

/// A number for a message: whole ones without a point.
func decimal(_ value: Double) -> String {
  value == value.rounded() && value.magnitude <= 1e15 ? String(Int64(value)) : String(value)
}
