// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import Testing

@Suite("Calendar days")
struct CivilDateTests {
  @Test("every day of four centuries follows the day before, and comes back from its number")
  func everyDay() throws {
    var number = try #require(CivilDate(year: 1800, month: 1, day: 1)).dayNumber
    var weekday = CivilDate(dayNumber: number).weekday.rawValue
    for year in 1800..<2200 {
      for month in 1...12 {
        for day in 1...CivilDate.days(inMonth: month, year: year) {
          let date = CivilDate(year: year, month: month, day: day)
          if date?.dayNumber != number || date?.weekday.rawValue != weekday
            || CivilDate(dayNumber: number).yearMonthDay != (year, month, day)
          {
            Issue.record("\(year)-\(month)-\(day)")
          }
          number += 1
          weekday = weekday % 7 + 1
        }
      }
    }
    #expect(CivilDate(dayNumber: 0).yearMonthDay == (1970, 1, 1))
    #expect(CivilDate(dayNumber: 0).weekday == .thursday)
  }

  @Test("days that do not exist are refused")
  func refused() {
    for (year, month, day) in [
      (2026, 2, 30), (2025, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1),
      (2026, 1, 0), (2026, 1, 32), (0, 1, 1), (10_000, 1, 1),
    ] {
      #expect(CivilDate(year: year, month: month, day: day) == nil)
    }
    #expect(CivilDate(year: 2000, month: 2, day: 29) != nil)
  }

  @Test("ISO weeks begin on their Monday, and only long years have a week 53")
  func isoWeeks() {
    #expect(CivilDate(isoYear: 2026, week: 10) == CivilDate(year: 2026, month: 3, day: 2))
    #expect(CivilDate(isoYear: 2026, week: 1) == CivilDate(year: 2025, month: 12, day: 29))
    #expect(CivilDate(isoYear: 2026, week: 53) == CivilDate(year: 2026, month: 12, day: 28))
    #expect(CivilDate(isoYear: 2025, week: 53) == nil)
    #expect(CivilDate(isoYear: 2025, week: 0) == nil)
  }

  @Test("week numbers change on Mondays and count from the first Monday of 1970")
  func weekNumbers() {
    #expect(CivilDate(dayNumber: 4).weekNumber == 0)
    for day in Int64(-30)...30 {
      let (date, next) = (CivilDate(dayNumber: day), CivilDate(dayNumber: day + 1))
      #expect(next.weekNumber - date.weekNumber == (next.weekday == .monday ? 1 : 0))
    }
  }
}
