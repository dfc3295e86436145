// SPDX-License-Identifier: GPL-3.0-or-later

/// Departures a week as a timetable can run them: so many every week, and one more in some weeks of a
/// period.
///
/// The weeks of a period are taken in a fixed order, so that those of *a* of *b* are among those of
/// *a* + 1 of *b*; weeks of one half, third or fifth of the period are filled before the next is begun,
/// so that 2 of 10 weeks are every fifth week, as 1 of 5 is. Which weeks the order begins with is the
/// service's phase.
public struct WeeklyFrequency: Sendable, Hashable {
  /// Departures of every week.
  public let whole: Int
  /// Weeks of each period that have one more; less than `periodWeeks`.
  public let extraWeeks: Int
  /// Weeks of a period, in lowest terms with `extraWeeks`; 1 where every week is alike.
  public let periodWeeks: Int

  /// Most departures a week: one each half hour.
  public static let most = 336.0
  /// Longest period, in weeks: two decimals are exact.
  public static let longestPeriod = 100

  /// Nil where no period of up to 100 weeks has just so many.
  ///
  /// - Parameter perWeek: 0…336, of which two decimals are taken exactly. With three and more a
  ///   decimal stands for the fraction that it is rounded from: thirds to thirteenths, and once in up
  ///   to 52 weeks (0.333 is every third week).
  /// - Complexity: O(longest period).
  public init?(perWeek: Double) {
    guard perWeek >= 0, perWeek <= Self.most else { return nil }
    let floor = (perWeek + 1e-9).rounded(.down)
    whole = Int(floor)
    guard let rest = Self.fraction(perWeek - floor, decimals: Self.decimals(of: perWeek)) else {
      return nil
    }
    (extraWeeks, periodWeeks) = rest
  }

  /// Departures a week, over a period.
  public var perWeek: Double { Double(whole) + Double(extraWeeks) / Double(periodWeeks) }

  /// The nearest frequencies of two decimals, below and above.
  public static func nearest(to perWeek: Double) -> (below: Double, above: Double) {
    let hundredths = min(max(perWeek, 0), most) * 100
    return (hundredths.rounded(.down) / 100, hundredths.rounded(.up) / 100)
  }

  /// Weeks of a period, counted from the phase, that have one more departure; in their fixed order.
  ///
  /// - Complexity: O(period).
  public var weeksOfExtra: [Int] { Array(Self.order(of: periodWeeks).prefix(extraWeeks)) }

  private static func fraction(_ rest: Double, decimals: Int) -> (Int, Int)? {
    guard rest > 1e-9 else { return (0, 1) }
    for period in 2...longestPeriod {
      let weeks = (rest * Double(period)).rounded()
      if abs(rest * Double(period) - weeks) < 1e-6, weeks > 0, Int(weeks) < period {
        return (Int(weeks), period)
      }
    }
    guard decimals >= 3 else { return nil }
    let half = 0.5 / (0..<min(decimals, 12)).reduce(1.0) { power, _ in power * 10 }
    for period in 2...52 {
      let weeks = (rest * Double(period)).rounded()
      guard weeks > 0, Int(weeks) < period, period <= 13 || weeks == 1 else { continue }
      if abs(rest - weeks / Double(period)) <= half { return (Int(weeks), period) }
    }
    return nil
  }

  /// Digits behind the point of the shortest text of a number.
  private static func decimals(of value: Double) -> Int {
    let parts = "\(value)".split(separator: ".")
    return parts.count == 2 && !parts[1].contains("e") ? parts[1].utf8.count : 17
  }

  /// All weeks of a period: digits of mixed radix, the largest prime factor slowest, each digit in
  /// steps of the golden section.
  private static func order(of period: Int) -> [Int] {
    var factors: [Int] = []
    var rest = period
    var prime = 2
    while rest > 1 {
      while rest % prime == 0 {
        factors.append(prime)
        rest /= prime
      }
      prime += 1
    }
    var weeks = [0]
    var unit = 1
    for factor in factors.reversed() {
      let step = max(1, Int((Double(factor) * 0.618).rounded()))
      weeks = weeks.flatMap { week in
        (0..<factor).map { week + unit * ($0 * step % factor) }
      }
      unit *= factor
    }
    return weeks
  }
}
