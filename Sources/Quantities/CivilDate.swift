// SPDX-License-Identifier: GPL-3.0-or-later

/// A day of the week; Monday is 1, Sunday is 7 (ISO 8601).
public enum Weekday: Int, Sendable, CaseIterable, Comparable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A day of the proleptic Gregorian calendar, as days since 1970-01-01.
public struct CivilDate: Hashable, Comparable, Sendable, BitwiseCopyable {
  public var dayNumber: Int64

  public init(dayNumber: Int64) { self.dayNumber = dayNumber }

  /// The day, or nil where the calendar has none (30 February is refused, not moved).
  ///
  /// - Note: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2014).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, year: year)
    else { return nil }
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = Int64(era * 146_097 + dayOfEra - 719_468)
  }

  public var yearMonthDay: (year: Int, month: Int, day: Int) {
    let z = Int(dayNumber) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }

  /// 1970-01-01 was a Thursday.
  public var weekday: Weekday {
    let fromMonday = ((dayNumber + 3) % 7 + 7) % 7
    return Weekday.allCases[Int(fromMonday)]
  }

  /// Whole weeks since Monday 1970-01-05; the phase of services rarer than weekly counts in it.
  public var weekNumber: Int64 { (dayNumber - 4 - ((dayNumber - 4) % 7 + 7) % 7) / 7 }

  /// Monday of an ISO 8601 week, nil where the year has no such week.
  public init?(isoYear: Int, week: Int) {
    guard (1...53).contains(week), let fourth = CivilDate(year: isoYear, month: 1, day: 4)
    else { return nil }
    let first = fourth.dayNumber - Int64(fourth.weekday.rawValue - 1)
    let monday = CivilDate(dayNumber: first + Int64(week - 1) * 7)
    guard CivilDate(dayNumber: monday.dayNumber + 3).yearMonthDay.year == isoYear
    else { return nil }
    self = monday
  }

  public static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  public static func < (a: Self, b: Self) -> Bool { a.dayNumber < b.dayNumber }
  public static func + (a: Self, days: Int64) -> Self { Self(dayNumber: a.dayNumber + days) }
}
