// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// What every number of a network, a scenario or a command line may be: one place, from which the
/// reader, the options and the format's page take it.
///
/// Within them all later arithmetic is safe: a way of a hundred legs of the longest times stays
/// below 2³¹ seconds × 2, and a value of time × size × horizon below 2⁶³ hundredths of a fen.
public enum Limits {
  /// The longest time that is one piece, and the longest horizon.
  public static let longestDays = 366.0
  /// Waits, handling, clearance, cut-off, release, travel, closed hours.
  public static let hours = Bounds(0, longestDays * 24)
  public static let positiveHours = Bounds.above(0, longestDays * 24)
  /// Driving time of a day or before a break.
  public static let drivingHours = Bounds(0.5, 24)
  /// A break or a rest.
  public static let restHours = Bounds(0, 168)
  /// Between failures.
  public static let failureHours = Bounds(0.1, 1_000_000)
  public static let repairHours = Bounds(0.01, longestDays * 24)
  public static let horizonDays = Bounds(0.1, longestDays)
  public static let days = Bounds(0, longestDays)
  /// Services repeat within this many weeks.
  public static let weeks = Bounds(1, 520)
  public static let weekPhase = Bounds(0, 519)
  /// One each half hour.
  public static let departuresPerWeek = Bounds(0, WeeklyFrequency.most)
  /// Of dates, moments and weeks.
  public static let calendarYears = Instant.rfc3339Years
  public static let years = Bounds(1_900, 2_200)

  public static let latitude = Bounds(-90, 90)
  public static let longitude = Bounds(-180, 180)
  /// Degrees whose order or place another rule judges.
  public static let degrees = Bounds(-180, 180)
  public static let kilometres = Bounds(0, 100_000)
  public static let positiveKilometres = Bounds.above(0, 100_000)
  public static let speed = Bounds(1, 1_000)
  public static let circuity = Bounds(1, 10)

  /// Of one consignment.
  public static let massKG = Bounds(0.001, 100_000_000)
  public static let volumeM3 = Bounds(0.000001, 1_000_000)
  public static let teu = Bounds(0.01, 100_000)
  /// What one departure holds, in kg, t, m³ or TEU.
  public static let capacity = Bounds(0, 1_000_000_000)
  public static let tonnesPerYear = Bounds(0, 100_000_000)
  public static let people = Bounds(0, 10_000_000_000)

  /// Of one consignment, in any currency.
  public static let fixedCharge = Bounds(0, 1_000_000_000)
  public static let chargePerKG = Bounds(0, 10_000)
  public static let chargePerTEU = Bounds(0, 10_000_000)
  public static let chargePerTonneKM = Bounds(0, 100)
  public static let chargePerTEUKM = Bounds(0, 1_000)
  /// A charge of any unit.
  public static let charge = Bounds(0, 1_000_000_000)
  public static let emission = Bounds(0, 1_000_000)
  public static let gramsPerTonneKM = Bounds(0, 10_000)
  /// Of an hour of a tonne or a TEU, in CNY.
  public static let valueOfTime = Bounds(0, 10_000)
  /// Of an hour of a whole consignment, in CNY.
  public static let valueOfConsignmentTime = Bounds(0, 1_000_000_000)
  /// Of a tonne of CO2e, in CNY.
  public static let carbonPrice = Bounds(0, 10_000)
  public static let exchangeRate = Bounds(0.000001, 1_000)

  public static let servers = Bounds(1, 1_000_000)
  public static let workRate = Bounds(0, 1_000_000)
  public static let variation = Bounds(0, 10)
  public static let arrivalsPerYear = Bounds.above(0, 10_000_000)
  public static let work = Bounds.above(0, 1_000_000)
  public static let eventsPerYear = Bounds.above(0, 8_784)
  public static let stages = Bounds(1, 1_000)
  public static let factor = Bounds(0, 1_000_000)
  public static let share = Bounds(0, 1)
  /// A place in an order.
  public static let position = Bounds(0, 1_000_000)
  public static let tier = Bounds(1, 99)
  /// A figure that is only shown or compared with.
  public static let figure = Bounds(-1e12, 1e12)
  public static let positiveFigure = Bounds(0, 1e12)
  public static let tolerance = Bounds(0, 1_000)
}
