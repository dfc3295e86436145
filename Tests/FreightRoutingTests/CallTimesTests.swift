// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import Testing

@testable import FreightRouting

private let assumed = Provenance(quality: .assumed)
private let hour: Int64 = 3_600

private func always(_ intervals: [Range<Int>]) -> [[Range<Int>]] {
  Array(repeating: intervals, count: 7)
}

@Suite struct CallTimesTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  private func times(_ calls: [CallTimes], after first: Instant) -> [[Int64?]] {
    calls.map { [$0.arrive.map { ($0 - first) / hour }, $0.depart.map { ($0 - first) / hour }] }
  }

  private func voyage(_ stops: [StopTime]) -> Service {
    Service(
      id: "S", mode: .rail, carrier: ID(0), stops: stops, capacity: [:], provenance: assumed)
  }

  @Test func `elapsed seconds count from the first departure`() throws {
    let shanghai = try TimeZoneRules.load("Asia/Shanghai")
    let date = try day(2026, 3, 3)
    let first = shanghai.instant(date: date, secondOfDay: 0)
    let calls = callTimes(
      of: voyage([
        StopTime(place: ID(0), departureSeconds: 0, provenance: assumed),
        StopTime(
          place: ID(1), arrivalSeconds: 5 * hour, departureSeconds: 7 * hour, provenance: assumed),
        StopTime(place: ID(2), arrivalSeconds: 12 * hour, provenance: assumed),
      ]), departure: (first, date, 0), zones: [shanghai, shanghai, shanghai],
      passageHours: [nil, nil, nil])
    #expect(times(calls, after: first) == [[nil, 0], [5, 7], [12, nil]])
  }

  @Test func `published wall times count from the departure's date in the stop's own zone`() throws
  {
    let shanghai = try TimeZoneRules.load("Asia/Shanghai")
    let newYork = try TimeZoneRules.load("America/New_York")
    let date = try day(2026, 3, 7)
    let first = shanghai.instant(date: date, secondOfDay: 23 * 3_600)
    // Arrives at 25:30, half past one on Sunday in New York, before its clocks change; leaves at
    // 27:30, after it: one hour on the clock less than on the wall.
    let calls = callTimes(
      of: voyage([
        StopTime(place: ID(0), departureSeconds: 0, provenance: assumed),
        StopTime(
          place: ID(1), arrivalLocal: 91_800, departureLocal: 99_000, provenance: assumed),
      ]), departure: (first, date, 23 * 3_600), zones: [shanghai, newYork],
      passageHours: [nil, nil])
    #expect(calls[1].arrive == newYork.instant(date: date + 1, secondOfDay: 5_400))
    #expect(calls[1].depart == newYork.instant(date: date + 1, secondOfDay: 12_600))
    let stay = try #require(calls[1].depart) - #require(calls[1].arrive)
    #expect(stay == hour)
  }

  @Test func `a closed passage holds the train and all that follows`() throws {
    let utc = try TimeZoneRules.load("UTC")
    let date = try day(2026, 3, 3)
    let first = utc.instant(date: date, secondOfDay: 0)
    let train = voyage([
      StopTime(place: ID(0), departureSeconds: 0, provenance: assumed),
      StopTime(
        place: ID(1), arrivalSeconds: 20 * hour, departureSeconds: 22 * hour, isPassage: true,
        provenance: assumed),
      StopTime(
        place: ID(2), arrivalSeconds: 30 * hour, departureSeconds: 31 * hour, isPassage: true,
        provenance: assumed),
      StopTime(place: ID(3), arrivalSeconds: 40 * hour, provenance: assumed),
    ])
    // The border opens at 08:00: the train stands from 20:00 to 08:00, then needs its two hours.
    let border = openIntervals(
      OpeningHours(id: "B", week: always([28_800..<64_800]), provenance: assumed), zone: utc,
      from: first, to: first + 10 * secondsPerDay)
    let calls = callTimes(
      of: train, departure: (first, date, 0), zones: [utc, utc, utc, utc],
      passageHours: [nil, border, nil, nil])
    #expect(times(calls, after: first) == [[nil, 0], [20, 34], [42, 43], [52, nil]])
    // Through the second passage at 42 h (18:00) it would come as that one closes.
    let both = callTimes(
      of: train, departure: (first, date, 0), zones: [utc, utc, utc, utc],
      passageHours: [nil, border, border, nil])
    #expect(times(both, after: first) == [[nil, 0], [20, 34], [42, 57], [66, nil]])
  }

  @Test func `a passage that never opens again ends the voyage`() throws {
    let utc = try TimeZoneRules.load("UTC")
    let date = try day(2026, 3, 3)
    let first = utc.instant(date: date, secondOfDay: 0)
    let calls = callTimes(
      of: voyage([
        StopTime(place: ID(0), departureSeconds: 0, provenance: assumed),
        StopTime(place: ID(1), arrivalSeconds: hour, isPassage: true, provenance: assumed),
        StopTime(place: ID(2), arrivalSeconds: 2 * hour, provenance: assumed),
      ]), departure: (first, date, 0), zones: [utc, utc, utc], passageHours: [nil, [], nil])
    #expect(times(calls, after: first) == [[nil, 0], [1, nil], [nil, nil]])
  }
}

@Suite struct OpenIntervalsTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  @Test func `hours through midnight are one interval`() throws {
    let shanghai = try TimeZoneRules.load("Asia/Shanghai")
    let monday = try day(2026, 3, 2)
    let start = shanghai.instant(date: monday, secondOfDay: 0)
    let open = openIntervals(
      OpeningHours(
        id: "N", week: always([0..<7_200, 79_200..<86_400]), provenance: assumed), zone: shanghai,
      from: start, to: start + 2 * secondsPerDay)
    #expect(
      open.map { [($0.lowerBound - start.seconds) / hour, ($0.upperBound - start.seconds) / hour] }
        == [[0, 2], [22, 26], [46, 48]])
  }

  @Test func `an exception replaces its weekday, empty is closed`() throws {
    let shanghai = try TimeZoneRules.load("Asia/Shanghai")
    let monday = try day(2026, 3, 2)
    let start = shanghai.instant(date: monday, secondOfDay: 0)
    let open = openIntervals(
      OpeningHours(
        id: "E", week: always([28_800..<72_000]),
        exceptions: [monday: [], monday + 2: [36_000..<39_600]], provenance: assumed),
      zone: shanghai, from: start, to: start + 3 * secondsPerDay)
    #expect(
      open.map { [($0.lowerBound - start.seconds) / hour, ($0.upperBound - start.seconds) / hour] }
        == [[32, 44], [58, 59]])
  }

  @Test func `a night shift is an hour shorter when the clocks go forward`() throws {
    let newYork = try TimeZoneRules.load("America/New_York")
    let sunday = try day(2026, 3, 8)
    let open = openIntervals(
      OpeningHours(id: "D", week: always([3_600..<18_000]), provenance: assumed), zone: newYork,
      from: newYork.instant(date: sunday, secondOfDay: 0),
      to: newYork.instant(date: sunday + 2, secondOfDay: 0))
    #expect(open.map { $0.upperBound - $0.lowerBound } == [3 * hour, 4 * hour])
  }

  @Test(arguments: ["Asia/Shanghai", "Europe/London", "America/New_York", "Australia/Lord_Howe"])
  func `intervals hold exactly the moments that some day's hours hold`(name: String) throws {
    let local = try TimeZoneRules.load(name)
    let hours = OpeningHours(
      id: "W",
      week: [
        [0..<86_400], [28_800..<43_200, 43_200..<64_800], [], [7_200..<9_000], [3_600..<5_400],
        [82_800..<86_400], [0..<10_800],
      ], provenance: assumed)
    // Each zone's spring and autumn change lies in one of the two windows.
    for month in [3, 10] {
      let start = local.instant(date: try day(2026, month, 1), secondOfDay: 0)
      let end = start + 35 * secondsPerDay
      let open = openIntervals(hours, zone: local, from: start, to: end)
      #expect(zip(open, open.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
      var wrong: [Int64] = []
      for moment in stride(from: start.seconds, to: end.seconds, by: 900) {
        let utcDay = moment / secondsPerDay
        let byDay = (utcDay - 2...utcDay + 2).contains { number in
          let date = CivilDate(dayNumber: number)
          return hours.week[date.weekday.rawValue - 1].contains { interval in
            let closes =
              interval.upperBound == 86_400
              ? local.instant(date: date + 1, secondOfDay: 0)
              : local.instant(date: date, secondOfDay: interval.upperBound)
            return local.instant(date: date, secondOfDay: interval.lowerBound).seconds <= moment
              && moment < closes.seconds
          }
        }
        let merged = open.contains { $0.contains(moment) }
        if merged != byDay || merged != (firstOpen(at: moment, in: open) == moment) {
          wrong.append(moment)
        }
      }
      #expect(wrong.isEmpty)
    }
  }
}
