// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities

/// Reads an ISO 8601 week, such as `2026-W10`, as its Monday.
func monday(ofWeek text: String) -> CivilDate? {
  let bytes = Array(text.utf8)
  guard bytes.count == 8, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "W"),
    let year = number(bytes[..<4]), let week = number(bytes[6...])
  else { return nil }
  return CivilDate(isoYear: year, week: week)
}

/// A number of digits alone.
private func number(_ bytes: ArraySlice<UInt8>) -> Int? {
  var value = 0
  for byte in bytes {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    value = value * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return bytes.isEmpty ? nil : value
}

/// A tier that must be reached by a share of its cities, such as `tier3>=0.8`.
struct Requirement: Equatable {
  var tier: Int
  var share: Double

  init?(_ text: String) {
    guard text.hasPrefix("tier"), let sign = text.firstRange(of: ">="),
      let tier = Int(text[text.index(text.startIndex, offsetBy: 4)..<sign.lowerBound]),
      (1...99).contains(tier), let share = decimal(text[sign.upperBound...]), share <= 1
    else { return nil }
    (self.tier, self.share) = (tier, share)
  }
}

/// A percentile such as `p80`.
func percentile(_ text: String) -> Int? {
  guard text.hasPrefix("p"), let value = Int(text.dropFirst()), (1...99).contains(value)
  else { return nil }
  return value
}
