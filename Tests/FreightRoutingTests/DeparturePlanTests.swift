// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import Testing

@testable import FreightRouting

private struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private let assumed = Provenance(quality: .assumed)

private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
  try #require(CivilDate(year: year, month: month, day: day))
}

private func zone(_ name: String) throws -> TimeZoneRules { try TimeZoneRules.load(name) }

private func service(
  frequency: Double? = nil, slotPhase: Int = 0, phaseWeek: Int = 0, rows: [Departure] = [],
  stops: [StopTime] = [], validFrom: CivilDate? = nil, validTo: CivilDate? = nil
) -> Service {
  Service(
    id: "S", mode: .air, carrier: ID(0), frequencyPerWeek: frequency, slotRule: ID(0),
    slotPhase: slotPhase, phaseWeek: phaseWeek, departures: rows, stops: stops,
    capacity: [:], validFrom: validFrom, validTo: validTo, provenance: assumed)
}

private func randomRule(_ dice: inout Dice) -> SlotRule {
  let times = (0..<Int.random(in: 1...3, using: &dice)).map { _ in
    Int.random(in: 0..<48, using: &dice) * 1_800
  }
  return SlotRule(
    id: "R", dayOrder: Weekday.allCases.shuffled(using: &dice), timeOrder: times,
    provenance: assumed)
}

private let rule = SlotRule(
  id: "R", dayOrder: [.tuesday, .friday, .sunday, .monday, .wednesday, .thursday, .saturday],
  timeOrder: [21 * 3_600, 9 * 3_600], provenance: assumed)

/// Local wall times, such as `Tue 03-03 21:00`.
private func printed(_ planned: [PlannedDeparture]) -> [String] {
  planned.map {
    let (_, month, day) = $0.date.yearMonthDay
    let minutes = $0.secondOfDay / 60
    let two = { (n: Int) in n < 10 ? "0\(n)" : "\(n)" }
    return "\($0.date.weekday) \(two(month))-\(two(day)) \(two(minutes / 60)):\(two(minutes % 60))"
  }
}

@Suite struct DeparturePlanTests {
  /// Weeks 2026-W10 to 2026-W13 in Hangzhou.
  private func plan(
    _ service: Service, exceptions: [ServiceException] = [], override: Double? = nil,
    weeks: Int64 = 1
  ) throws -> [PlannedDeparture] {
    let shanghai = try zone("Asia/Shanghai")
    let monday = try day(2026, 3, 2)
    return departures(
      of: service, rules: [rule], exceptions: exceptions, override: override,
      zoneOfFirstStop: shanghai, from: shanghai.instant(date: monday, secondOfDay: 0),
      to: shanghai.instant(date: monday + 7 * weeks, secondOfDay: 0))
  }

  @Test func `two a week take the first two slots of the rule`() throws {
    #expect(
      try printed(plan(service(frequency: 2))) == ["tuesday 03-03 21:00", "friday 03-06 21:00"])
  }

  @Test func `a phase turns the day order`() throws {
    #expect(
      try printed(plan(service(frequency: 2, slotPhase: 3)))
        == ["monday 03-02 21:00", "friday 03-06 21:00"])
  }

  @Test func `the eighth departure of a week takes the second time of the first day`() throws {
    let eight = try printed(plan(service(frequency: 8)))
    #expect(eight.count == 8)
    #expect(eight[1...2] == ["tuesday 03-03 09:00", "tuesday 03-03 21:00"])
  }

  @Test func `the fifteenth departure of a week leaves half an hour after the first`() throws {
    let fifteen = try printed(plan(service(frequency: 15)))
    #expect(
      fifteen.filter { $0.hasPrefix("tuesday") }.map { String($0.suffix(5)) }
        == ["09:00", "21:00", "21:30"])
  }

  @Test func `a quarter a week runs every fourth week`() throws {
    let monday = try day(2026, 3, 2)
    let phase = Int(monday.weekNumber % 4)
    let everyFourth = try plan(
      service(frequency: 0.25, phaseWeek: phase + 1), weeks: 12)
    #expect(
      printed(everyFourth)
        == ["tuesday 03-10 21:00", "tuesday 04-07 21:00", "tuesday 05-05 21:00"])
  }

  @Test func `one and a tenth a week is one a week and one more every tenth week`() throws {
    let planned = try plan(service(frequency: 1.1), weeks: 30)
    #expect(planned.filter { $0.date.weekday == .tuesday }.count == 30)
    let extra = planned.filter { $0.date.weekday == .friday }.map(\.date.weekNumber)
    #expect(extra.count == 3)
    #expect(extra.allSatisfy { $0 % 10 == 0 })
  }

  @Test(arguments: 0..<60)
  func `the departures of n a week are among those of n + 1`(seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    let rules = [randomRule(&dice)]
    let shanghai = try zone("Asia/Shanghai")
    let monday = try day(2026, 3, 2)
    let phase = Int.random(in: 0..<7, using: &dice)
    let phaseWeek = Int.random(in: 0..<9, using: &dice)
    func moments(_ frequency: Double) -> Set<Int64> {
      Set(
        departures(
          of: service(frequency: frequency, slotPhase: phase, phaseWeek: phaseWeek), rules: rules,
          exceptions: [], override: nil, zoneOfFirstStop: shanghai,
          from: shanghai.instant(date: monday, secondOfDay: 0),
          to: shanghai.instant(date: monday + 70, secondOfDay: 0)
        ).map(\.first.seconds))
    }
    for n in 0..<20 {
      let rest = Double(Int.random(in: 1..<100, using: &dice)) / 100
      let (low, between, high) =
        (moments(Double(n)), moments(Double(n) + rest), moments(Double(n + 1)))
      #expect(low.isSubset(of: between), "seed \(seed), \(n) and \(rest)")
      #expect(between.isSubset(of: high), "seed \(seed), \(n) and \(rest)")
    }
  }

  @Test(arguments: [(0.7, 14), (2.7, 54), (3.75, 75), (0.6, 12), (0.35, 7), (1.1, 22), (0.05, 1)])
  func `a fraction is exact over its period`(frequency: Double, in20Weeks: Int) throws {
    for start in Int64(0)..<20 {
      let shanghai = try zone("Asia/Shanghai")
      let monday = try day(2026, 3, 2) + 7 * start
      let planned = departures(
        of: service(frequency: frequency, phaseWeek: 3), rules: [rule], exceptions: [],
        override: nil, zoneOfFirstStop: shanghai,
        from: shanghai.instant(date: monday, secondOfDay: 0),
        to: shanghai.instant(date: monday + 140, secondOfDay: 0))
      #expect(planned.count == in20Weeks, "from week \(start)")
    }
  }

  @Test(arguments: 0..<40)
  func `every twentieth of a departure is exact over 20 weeks, and one more only adds`(
    seed: Int
  ) throws {
    var dice = Dice(state: UInt64(7_000 + seed))
    let rules = [randomRule(&dice)]
    let shanghai = try zone("Asia/Shanghai")
    let monday = try day(2026, 3, 2) + 7 * Int64.random(in: 0..<50, using: &dice)
    let phaseWeek = Int.random(in: 0..<30, using: &dice)
    let twentieths = Int.random(in: 1...400, using: &dice)
    func moments(_ frequency: Double) -> Set<Int64> {
      Set(
        departures(
          of: service(frequency: frequency, phaseWeek: phaseWeek), rules: rules, exceptions: [],
          override: nil, zoneOfFirstStop: shanghai,
          from: shanghai.instant(date: monday, secondOfDay: 0),
          to: shanghai.instant(date: monday + 140, secondOfDay: 0)
        ).map(\.first.seconds))
    }
    let (now, more) = (moments(Double(twentieths) / 20), moments(Double(twentieths) / 20 + 1))
    // A slot past midnight of Sunday may leave a week over the border of the window.
    let isLate = rules[0].timeOrder.contains { $0 + 1_800 * (twentieths / 140 + 1) >= 86_400 }
    #expect(abs(now.count - twentieths) <= (isLate ? 1 : 0), "seed \(seed), \(twentieths)/20")
    #expect(now.isSubset(of: more), "seed \(seed), \(twentieths)/20")
  }

  @Test func `fractions of one denominator are nested, and those that cannot be had are refused`() {
    for period in 2...100 {
      var before: Set<Int> = []
      for weeks in 1..<period {
        guard let frequency = WeeklyFrequency(perWeek: Double(weeks) / Double(period)) else {
          #expect(period > 13 && 100 % period != 0, "\(weeks) of \(period) is a fraction")
          continue
        }
        #expect(
          frequency.extraWeeks * period == weeks * frequency.periodWeeks, "\(weeks) of \(period)")
        guard frequency.periodWeeks == period else { continue }
        let now = Set(frequency.weeksOfExtra)
        #expect(now.count == weeks && now.isSuperset(of: before), "\(weeks) of \(period)")
        before = now
      }
    }
    #expect(WeeklyFrequency(perWeek: 0.333)?.periodWeeks == 3)
    #expect(WeeklyFrequency(perWeek: 2.0833)?.periodWeeks == 12)
    for refused in [0.347, 1.2345, 0.001, -1, 337, Double.infinity, .nan] {
      #expect(WeeklyFrequency(perWeek: refused) == nil, "\(refused)")
    }
    let nearest = WeeklyFrequency.nearest(to: 0.347)
    #expect(nearest.below == 0.34 && nearest.above == 0.35)
  }

  @Test(arguments: 0..<60)
  func `the plan equals a walk through every day`(seed: Int) throws {
    var dice = Dice(state: UInt64(1_000 + seed))
    let rule = randomRule(&dice)
    let names = ["Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe"]
    let local = try zone(names[seed % 4])
    let monday = try day(2026, 3, 2)
    let frequency = Double(Int.random(in: 1...200, using: &dice)) / 10
    let validFrom = monday + Int64.random(in: 0..<10, using: &dice)
    let subject = service(
      frequency: frequency, slotPhase: Int.random(in: 0..<7, using: &dice),
      phaseWeek: Int.random(in: 0..<12, using: &dice), validFrom: validFrom,
      validTo: validFrom + 30)
    let cancelled = monday + Int64.random(in: 0..<40, using: &dice)
    let from = local.instant(date: monday, secondOfDay: 12_345)
    let to = local.instant(date: monday + 45, secondOfDay: 54_321)
    let planned = departures(
      of: subject, rules: [rule],
      exceptions: [
        ServiceException(service: ID(0), date: cancelled, action: .cancel, provenance: assumed)
      ], override: nil, zoneOfFirstStop: local, from: from, to: to)

    var walked: [Int64] = []
    let whole = Int(frequency)
    let rest = frequency - Double(whole)
    // Tenths of a week's departures by hand: fifths and the half, then tenths between the fifths.
    func isExtra(_ week: Int64, _ share: Double) -> Bool {
      let tenths = Int((share * 10).rounded())
      let order = tenths == 5 ? [0, 2, 4, 6, 8] : [0, 5, 3, 8, 1, 6, 4, 9, 2, 7]
      return order.prefix(tenths).contains(Int((week % 10 + 10) % 10))
    }
    for offset in Int64(-8)..<54 {
      let date = monday + offset
      for k in 0...whole {
        let turned = (rule.dayOrder[k % 7].rawValue - 1 + subject.slotPhase) % 7 + 1
        guard date.weekday.rawValue == turned else { continue }
        if k == whole, !isExtra(date.weekNumber - Int64(subject.phaseWeek), rest) { continue }
        let count = rule.timeOrder.count
        var second = rule.timeOrder[(k / 7) % count] + 1_800 * (k / 7 / count)
        var leaves = date
        if second >= 86_400 { (second, leaves) = (second - 86_400, date + 1) }
        guard leaves >= validFrom, leaves <= validFrom + 30, leaves != cancelled else { continue }
        let moment = local.instant(date: leaves, secondOfDay: second)
        if moment >= from, moment < to { walked.append(moment.seconds) }
      }
    }
    #expect(planned.map(\.first.seconds) == walked.sorted(), "seed \(seed), \(frequency) a week")
  }

  @Test func `published days, a fortnightly row and a dated voyage stand as they are`() throws {
    let monday = try day(2026, 3, 2)
    let rows = [
      Departure(
        days: .weekly([.friday, .tuesday], periodWeeks: 1, phaseWeek: 0), secondOfDay: 79_200,
        provenance: assumed),
      Departure(
        days: .weekly([.wednesday], periodWeeks: 2, phaseWeek: Int(monday.weekNumber) + 1),
        secondOfDay: 3_600, provenance: assumed),
      Departure(days: .date(monday + 12), secondOfDay: 0, provenance: assumed),
    ]
    #expect(
      try printed(plan(service(rows: rows), weeks: 2)) == [
        "tuesday 03-03 22:00", "friday 03-06 22:00", "tuesday 03-10 22:00",
        "wednesday 03-11 01:00", "friday 03-13 22:00", "saturday 03-14 00:00",
      ])
  }

  @Test func `made daily, a published service keeps its days and serves the others too`() throws {
    let rows = [
      Departure(
        days: .weekly([.friday, .tuesday], periodWeeks: 1, phaseWeek: 0), secondOfDay: 79_200,
        provenance: assumed)
    ]
    let daily = try printed(plan(service(rows: rows), override: 7))
    #expect(daily.count == 7)
    #expect(daily.allSatisfy { $0.hasSuffix("22:00") })
    #expect(try printed(plan(service(rows: rows), override: 1)) == ["tuesday 03-03 22:00"])
    #expect(try printed(plan(service(rows: rows), override: 8)).count == 8)
    #expect(try printed(plan(service(rows: rows), override: 0)).isEmpty)
  }

  @Test func `a cancelled date keeps only what is added to it`() throws {
    let tuesday = try day(2026, 3, 3)
    let exceptions: [ServiceException] = [
      ServiceException(
        service: ID(0), date: tuesday, action: .add(secondOfDay: 3_600), provenance: assumed),
      ServiceException(service: ID(0), date: tuesday, action: .cancel, provenance: assumed),
    ]
    #expect(
      try printed(plan(service(frequency: 2), exceptions: exceptions))
        == ["tuesday 03-03 01:00", "friday 03-06 21:00"])
  }

  @Test func `frequency 0 runs nothing`() throws {
    #expect(try plan(service(frequency: 0), weeks: 4).isEmpty)
  }

  @Test func `a daily departure keeps its wall time through the change of clocks`() throws {
    let newYork = try zone("America/New_York")
    let saturday = try day(2026, 3, 7)
    let at = { (second: Int) in
      departures(
        of: service(rows: [
          Departure(
            days: .weekly(Set(Weekday.allCases), periodWeeks: 1, phaseWeek: 0),
            secondOfDay: second, provenance: assumed)
        ]), rules: [rule], exceptions: [], override: nil, zoneOfFirstStop: newYork,
        from: newYork.instant(date: saturday, secondOfDay: 0),
        to: newYork.instant(date: saturday + 3, secondOfDay: 0))
    }
    let noon = at(43_200).map(\.first.seconds)
    #expect(zip(noon.dropFirst(), noon).map { $0 - $1 } == [23 * 3_600, 86_400])
    // 02:30 does not exist on Sunday; with the offset before the gap it is 03:30.
    let sunday = at(9_000)[1]
    #expect(sunday.first == newYork.instant(date: saturday + 1, secondOfDay: 12_600))
    #expect(sunday.secondOfDay == 9_000)
  }
}
