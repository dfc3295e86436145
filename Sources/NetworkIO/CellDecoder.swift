// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// Why a cell does not hold what its column asks for.
struct CellFault: Error {
  var code: FaultCode
  /// The part of a list that is at fault; nil for the whole cell.
  var value: String?
  /// What the rule names, after the value and the column.
  var rule: [String] = []
  var hint: [String] = []
  /// What would be allowed, for “did you mean”.
  var words: [String] = []
}

/// Reads the values of cells from their bytes; no locale, no backtracking, linear time.
enum CellDecoder {
  /// A plain decimal: `-`, digits, a point, digits; at least one digit, none missing after the point.
  static func number(_ text: ArraySlice<UInt8>) -> Double? {
    var at = text.startIndex
    let isNegative = at < text.endIndex && text[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    var mantissa: UInt64 = 0
    var digits = 0
    var fraction = 0
    var isAfterPoint = false
    while at < text.endIndex {
      let byte = text[at]
      at += 1
      if byte == UInt8(ascii: "."), !isAfterPoint {
        isAfterPoint = true
        continue
      }
      guard let digit = digit(byte) else { return nil }
      digits += 1
      if isAfterPoint { fraction += 1 }
      if digits <= 18 { mantissa = mantissa * 10 + UInt64(digit) }
    }
    guard digits > 0, !isAfterPoint || fraction > 0 else { return nil }
    // Up to 2⁵³ and 10²² both operands are exact, so the quotient is rounded once.
    if digits <= 18, mantissa <= 1 << 53, fraction < powersOfTen.count {
      let value = Double(mantissa) / powersOfTen[fraction]
      return isNegative && mantissa > 0 ? -value : value
    }
    guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite
    else { return nil }
    return value == 0 ? 0 : value
  }

  static func integer(_ text: ArraySlice<UInt8>) -> Int64? {
    var at = text.startIndex
    let isNegative = at < text.endIndex && text[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    guard at < text.endIndex, text.endIndex - at <= 15 else { return nil }
    var value: Int64 = 0
    for byte in text[at...] {
      guard let digit = digit(byte) else { return nil }
      value = value * 10 + Int64(digit)
    }
    return isNegative ? -value : value
  }

  /// `HH:MM` as seconds of the day, `24:00` only where a day may end.
  static func time(_ text: ArraySlice<UInt8>, upToMidnight: Bool = false) -> Int64? {
    guard text.count == 5, text[text.startIndex + 2] == UInt8(ascii: ":"),
      let hour = pair(text, 0), let minute = pair(text, 3), minute < 60,
      hour < 24 || (upToMidnight && hour == 24 && minute == 0)
    else { return nil }
    return Int64(hour * 3_600 + minute * 60)
  }

  /// `HH:MM`, `HH:MM+n` or `HH:MM-1`, as seconds from the midnight of the first departure's date.
  static func stopTime(_ text: ArraySlice<UInt8>) -> Int64? {
    guard let seconds = time(text.prefix(5)) else { return nil }
    let rest = text.dropFirst(5)
    if rest.isEmpty { return seconds }
    // East of the date line it may still be the day before.
    if rest.elementsEqual("-1".utf8) { return seconds - secondsPerDay }
    guard rest.first == UInt8(ascii: "+"), rest.count <= 4,
      let days = integer(rest.dropFirst()), (1...366).contains(days)
    else { return nil }
    return seconds + days * secondsPerDay
  }

  /// `YYYY-MM-DD` as a day number.
  static func date(_ text: ArraySlice<UInt8>) throws(CellFault) -> Int64 {
    let start = text.startIndex
    guard text.count == 10, text[start + 4] == UInt8(ascii: "-"),
      text[start + 7] == UInt8(ascii: "-"), let century = pair(text, 0), let year = pair(text, 2),
      let month = pair(text, 5), let day = pair(text, 8)
    else { throw CellFault(code: .notDate) }
    guard let date = CivilDate(year: century * 100 + year, month: month, day: day)
    else { throw CellFault(code: .impossibleDate) }
    guard Limits.calendarYears.contains(century * 100 + year)
    else { throw CellFault(code: .outOfRange, rule: ["1900-01-01…2199-12-31"]) }
    return date.dayNumber
  }

  /// `daily`, or days and ranges of days divided by `;`, as bits (Monday is bit 0).
  static func days(_ text: ArraySlice<UInt8>) -> Int64? {
    if text.elementsEqual("daily".utf8) { return 0x7F }
    var set: Int64 = 0
    for part in text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      guard let first = weekday(part.prefix(3)) else { return nil }
      var last = first
      if part.count > 3 {
        guard part.count == 7, part[part.startIndex + 3] == UInt8(ascii: "-"),
          let end = weekday(part.suffix(3))
        else { return nil }
        last = end
      }
      var day = first
      while true {
        guard set & 1 << day == 0 else { return nil }
        set |= 1 << day
        if day == last { break }
        day = (day + 1) % 7
      }
    }
    return set
  }

  private static func weekday(_ text: ArraySlice<UInt8>) -> Int64? {
    weekdays.firstIndex { $0.elementsEqual(text) }.map { Int64($0) }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    let digit = byte &- UInt8(ascii: "0")
    return digit < 10 ? digit : nil
  }

  private static func pair(_ text: ArraySlice<UInt8>, _ offset: Int) -> Int? {
    let at = text.startIndex + offset
    guard let tens = digit(text[at]), let ones = digit(text[at + 1]) else { return nil }
    return Int(tens) * 10 + Int(ones)
  }

  private static let weekdays: [[UInt8]] =
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map { Array($0.utf8) }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18,
  ]
}
