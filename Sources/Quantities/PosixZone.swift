// SPDX-License-Identifier: GPL-3.0-or-later

/// A POSIX time zone rule such as `EST5EDT,M3.2.0,M11.1.0`: two offsets and the days that part them.
///
/// - Note: POSIX.1-2017, 8.3 "TZ"; RFC 9636, 3.3.1: hours of a rule from −167 to 167.
struct PosixZone: Sendable, Hashable {
  enum Day: Sendable, Hashable {
    /// 1 to 365; 29 February is never counted.
    case julian(Int)
    /// 0 to 365; 29 February is counted.
    case ordinal(Int)
    /// The week'th (5: last) weekday (0: Sunday) of a month.
    case weekday(month: Int, week: Int, weekday: Int)
  }

  struct Turn: Sendable, Hashable {
    var day: Day
    /// Wall seconds after the midnight that begins the day.
    var second: Int
  }

  struct Summer: Sendable, Hashable {
    var offset: Int
    var start: Turn
    var end: Turn
  }

  /// Seconds east of UTC.
  var standard: Int
  /// Nil where clocks never change.
  var summer: Summer?

  func offset(at time: Int64) -> Int {
    guard let summer else { return standard }
    let year = Self.year(wall: time + Int64(standard))
    return isSummer(
      time, from: Self.wall(summer.start, in: year) - Int64(standard),
      until: Self.wall(summer.end, in: year) - Int64(summer.offset)) ? summer.offset : standard
  }

  /// The offset for a wall time; before the turn is over, the offset before it.
  func offset(atWall wall: Int64) -> Int {
    guard let summer else { return standard }
    let year = Self.year(wall: wall)
    // A turn forward is over when the gap is; a turn back when the hour has gone by once.
    let later = Int64(max(standard, summer.offset))
    return isSummer(
      wall, from: Self.wall(summer.start, in: year) - Int64(standard) + later,
      until: Self.wall(summer.end, in: year) - Int64(summer.offset) + later)
      ? summer.offset : standard
  }

  private func isSummer(_ time: Int64, from start: Int64, until end: Int64) -> Bool {
    start < end ? start <= time && time < end : !(end <= time && time < start)
  }

  private static func year(wall: Int64) -> Int {
    let day = wall >= 0 ? wall / secondsPerDay : (wall - secondsPerDay + 1) / secondsPerDay
    return CivilDate(dayNumber: day).yearMonthDay.year
  }

  private static func wall(_ turn: Turn, in year: Int) -> Int64 {
    dayNumber(turn.day, in: year) * secondsPerDay + Int64(turn.second)
  }

  private static func dayNumber(_ day: Day, in year: Int) -> Int64 {
    // Outside the calendar's years there is no rule to keep; the nearest year stands in.
    let year = min(max(year, 1), 9999)
    func first(of month: Int) -> CivilDate {
      CivilDate(year: year, month: month, day: 1) ?? CivilDate(dayNumber: 0)
    }
    switch day {
    case .ordinal(let count): return first(of: 1).dayNumber + Int64(count)
    case .julian(let count):
      let leap = CivilDate.days(inMonth: 2, year: year) == 29
      return first(of: 1).dayNumber + Int64(count - 1 + (leap && count >= 60 ? 1 : 0))
    case .weekday(let month, let week, let weekday):
      let start = first(of: month)
      let skip = (weekday - start.weekday.rawValue % 7 + 7) % 7
      var dayOfMonth = 1 + skip + 7 * (week - 1)
      if dayOfMonth > CivilDate.days(inMonth: month, year: year) { dayOfMonth -= 7 }
      return start.dayNumber + Int64(dayOfMonth - 1)
    }
  }
}

extension PosixZone {
  /// Reads the footer of a TZif file; nil where it is no rule.
  init?(_ text: [UInt8]) {
    var reader = PosixReader(rest: text[...])
    guard reader.skipName(), let west = reader.offset(hours: 24) else { return nil }
    standard = -west
    guard !reader.rest.isEmpty else { return }
    guard reader.skipName() else { return nil }
    var summerOffset = standard + 3_600
    if reader.rest.first != UInt8(ascii: ",") {
      guard let west = reader.offset(hours: 24) else { return nil }
      summerOffset = -west
    }
    guard let start = reader.turn(), let end = reader.turn(), reader.rest.isEmpty
    else { return nil }
    summer = Summer(offset: summerOffset, start: start, end: end)
  }
}

private struct PosixReader {
  var rest: ArraySlice<UInt8>

  mutating func take(_ character: Character) -> Bool {
    guard let byte = rest.first, byte == character.asciiValue else { return false }
    rest.removeFirst()
    return true
  }

  /// Three letters or more, or anything in angle brackets.
  mutating func skipName() -> Bool {
    if take("<") {
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
      rest = rest[(end + 1)...]
      return true
    }
    let letters = rest.prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7a }
    rest = rest.dropFirst(letters.count)
    return letters.count >= 3
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix { (0x30...0x39).contains($0) }.prefix(4)
    rest = rest.dropFirst(digits.count)
    let value = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    return digits.isEmpty || !range.contains(value) ? nil : value
  }

  /// `[+-]h[:mm[:ss]]` in seconds.
  mutating func offset(hours: Int) -> Int? {
    let sign = take("-") ? -1 : (take("+") ? 1 : 1)
    guard let hour = number(0...hours) else { return nil }
    var seconds = hour * 3_600
    if take(":") {
      guard let minute = number(0...59) else { return nil }
      seconds += minute * 60
      if take(":") {
        guard let second = number(0...59) else { return nil }
        seconds += second
      }
    }
    return sign * seconds
  }

  /// `,date[/time]`; the time is 02:00 where it is not given.
  mutating func turn() -> PosixZone.Turn? {
    guard take(","), let day = day() else { return nil }
    guard take("/") else { return PosixZone.Turn(day: day, second: 7_200) }
    guard let second = offset(hours: 167) else { return nil }
    return PosixZone.Turn(day: day, second: second)
  }

  private mutating func day() -> PosixZone.Day? {
    if take("J") { return number(1...365).map { .julian($0) } }
    guard take("M") else { return number(0...365).map { .ordinal($0) } }
    guard let month = number(1...12), take("."), let week = number(1...5), take("."),
      let weekday = number(0...6)
    else { return nil }
    return .weekday(month: month, week: week, weekday: weekday)
  }
}
