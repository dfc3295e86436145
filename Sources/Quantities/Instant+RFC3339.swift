// SPDX-License-Identifier: GPL-3.0-or-later

extension Instant {
  /// Years that an RFC 3339 text may name.
  public static let rfc3339Years = 1900...2199

  /// Reads `2026-03-02T08:00:00+08:00`; nil for anything else.
  ///
  /// Strict RFC 3339: the offset (or `Z`) is required, dates and times that do not exist are refused, and
  /// so are a second 60, since no leap second is counted, and a fraction that is not zero, since
  /// instants are whole seconds. Years are those of `rfc3339Years`.
  public init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    guard (20...40).contains(bytes.count) else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count,
        bytes[range].allSatisfy({ (0x30...0x39).contains($0) })
      else { return nil }
      return bytes[range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
    func has(_ characters: String, at position: Int) -> Bool {
      position < bytes.count && characters.utf8.contains(bytes[position])
    }
    guard has("-", at: 4), has("-", at: 7), has("Tt", at: 10), has(":", at: 13),
      has(":", at: 16), let year = number(0..<4), Self.rfc3339Years.contains(year),
      let month = number(5..<7), let day = number(8..<10),
      let date = CivilDate(year: year, month: month, day: day),
      let hour = number(11..<13), hour < 24, let minute = number(14..<16), minute < 60,
      let second = number(17..<19), second < 60
    else { return nil }
    var end = 19
    if has(".", at: end) {
      let zeros = bytes[20...].prefix { $0 == 0x30 }.count
      guard zeros > 0 else { return nil }
      end += 1 + zeros
    }
    var offset = 0
    if has("Zz", at: end) {
      end += 1
    } else {
      guard has("+-", at: end), has(":", at: end + 3), let hours = number(end + 1..<end + 3),
        let minutes = number(end + 4..<end + 6), hours < 24, minutes < 60
      else { return nil }
      offset = (hours * 3_600 + minutes * 60) * (has("-", at: end) ? -1 : 1)
      end += 6
    }
    guard end == bytes.count else { return nil }
    let time = hour * 3_600 + minute * 60 + second
    seconds = date.dayNumber * secondsPerDay + Int64(time - offset)
  }

  /// The instant as clocks of a zone show it, with the zone's offset: `2026-03-02T08:00:00+08:00`.
  ///
  /// Offsets with seconds, which only the time before standard time has, are cut to whole minutes;
  /// the text still names the same instant.
  public func rfc3339(in zone: TimeZoneRules) -> String {
    let offset = zone.offsetSeconds(at: self) / 60 * 60
    let wall = seconds + Int64(offset)
    let second = ((wall % secondsPerDay) + secondsPerDay) % secondsPerDay
    let date = CivilDate(dayNumber: (wall - second) / secondsPerDay).yearMonthDay
    let time = Int(second)
    let minutes = abs(offset) / 60
    return Self.padded(date.year, 4) + "-" + Self.padded(date.month, 2) + "-"
      + Self.padded(date.day, 2) + "T" + Self.padded(time / 3_600, 2) + ":"
      + Self.padded(time / 60 % 60, 2) + ":" + Self.padded(time % 60, 2)
      + (offset < 0 ? "-" : "+") + Self.padded(minutes / 60, 2) + ":"
      + Self.padded(minutes % 60, 2)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
