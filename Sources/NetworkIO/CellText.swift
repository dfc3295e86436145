// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// Reads single texts by the rules of the tables' cells.
public enum CellText {
  /// A plain decimal: `-`, digits, a point, digits; nil for anything else.
  public static func number(_ text: String) -> Double? {
    CellDecoder.number(Array(text.utf8)[...]).flatMap { $0.isFinite ? $0 : nil }
  }

  /// `HH:MM` as seconds of the day; `24:00` where a day may end.
  public static func time(_ text: String, upToMidnight: Bool = false) -> Int? {
    CellDecoder.time(Array(text.utf8)[...], upToMidnight: upToMidnight).map(Int.init)
  }

  /// `YYYY-MM-DD`; nil where there is no such day.
  public static func date(_ text: String) -> CivilDate? {
    (try? CellDecoder.date(Array(text.utf8)[...])).map { CivilDate(dayNumber: $0) }
  }

  /// `daily`, `Mon-Fri;Sun`.
  public static func days(_ text: String) -> Set<Weekday>? {
    CellDecoder.days(Array(text.utf8)[...]).map { bits in
      Set(Weekday.allCases.filter { bits & (1 << ($0.rawValue - 1)) != 0 })
    }
  }
}
