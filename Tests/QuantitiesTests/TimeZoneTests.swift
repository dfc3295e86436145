// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Quantities

@Suite("Time zones")
struct TimeZoneTests {
  private func instant(_ text: String) throws -> Instant {
    try #require(Instant(rfc3339: text))
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  @Test("offsets and wall times are those of Python's zoneinfo, in 8 zones and 24 years")
  func vectors() throws {
    let path = String(#filePath.dropLast("TimeZoneTests.swift".count)) + "Vectors/zones.csv"
    let bytes = try #require(FileBytes.read(path))
    var zones: [String: TimeZoneRules] = [:]
    var rows = 0
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: ",").map(String.init)
      let zone = try zones[fields[1]] ?? TimeZoneRules.load(fields[1])
      zones[fields[1]] = zone
      rows += 1
      if fields[0] == "utc" {
        let time = Instant(seconds: try #require(Int64(fields[2])))
        if zone.offsetSeconds(at: time) != Int(fields[3]) { Issue.record("\(line)") }
        let local = zone.local(time)
        #expect(
          local.date.dayNumber * 86_400 + Int64(local.secondOfDay)
            == time.seconds + Int64(zone.offsetSeconds(at: time)))
      } else {
        let parts = fields[2].split(separator: "-").compactMap { Int($0) }
        let date = try day(parts[0], parts[1], parts[2])
        let time = zone.instant(date: date, secondOfDay: try #require(Int(fields[3])))
        if time.seconds != Int64(fields[4]) { Issue.record("\(line) not \(time.seconds)") }
      }
    }
    #expect(rows > 2_000 && zones.count == 8)
  }

  @Test("in a spring gap the hour does not exist and is read with the offset before it")
  func gap() throws {
    let zone = try TimeZoneRules.load("America/New_York")
    let time = zone.instant(date: try day(2026, 3, 8), secondOfDay: 2 * 3_600 + 1_800)
    #expect(time.rfc3339(in: zone) == "2026-03-08T03:30:00-04:00")
  }

  @Test("in autumn the hour that occurs twice is the first")
  func fold() throws {
    let zone = try TimeZoneRules.load("America/New_York")
    let time = zone.instant(date: try day(2026, 11, 1), secondOfDay: 3_600 + 1_800)
    #expect(time.rfc3339(in: zone) == "2026-11-01T01:30:00-04:00")
  }

  @Test("seconds of a day count on into the next days")
  func longDay() throws {
    let zone = try TimeZoneRules.load("Asia/Shanghai")
    let time = zone.instant(date: try day(2026, 3, 2), secondOfDay: 2 * 86_400 + 60)
    #expect(time.rfc3339(in: zone) == "2026-03-04T00:01:00+08:00")
  }

  @Test("Kazakhstan is one zone since March 2024")
  func almaty() throws {
    let zone = try TimeZoneRules.load("Asia/Almaty")
    #expect(zone.offsetSeconds(at: try instant("2024-02-28T12:00:00Z")) == 6 * 3_600)
    #expect(zone.offsetSeconds(at: try instant("2024-03-02T12:00:00Z")) == 5 * 3_600)
  }

  @Test(
    "the rule in the footer says what the table says",
    arguments: [
      "America/New_York", "Europe/London", "Australia/Lord_Howe", "Europe/Dublin",
      "Pacific/Auckland", "America/Sao_Paulo", "America/Santiago",
    ])
  func footer(name: String) throws {
    let bytes = try #require(FileBytes.read("\(TimeZoneRules.systemDirectory)/\(name)"))
    let file = try #require(TZifFile(bytes))
    let footer = try #require(file.footer)
    let whole = TimeZoneRules(
      name: name, transitions: file.transitions, offsets: file.offsets, footer: footer)
    let rule = TimeZoneRules(
      name: name, transitions: [], offsets: [footer.standard], footer: footer)
    let start = try instant("2023-09-05T00:00:00Z").seconds
    for step in 0..<60_000 {
      let time = start + Int64(step) * 7_200 + 600
      if whole.offsetSeconds(at: Instant(seconds: time))
        != rule.offsetSeconds(at: Instant(seconds: time))
      {
        Issue.record("\(name) at \(time)")
      }
      let wall = (date: CivilDate(dayNumber: time / 86_400), second: Int(time % 86_400))
      if whole.instant(date: wall.date, secondOfDay: wall.second)
        != rule.instant(date: wall.date, secondOfDay: wall.second)
      {
        Issue.record("\(name) at wall \(time)")
      }
    }
  }

  @Test("rules of every form are read, and nothing else")
  func posixRules() throws {
    let lordHowe = try #require(PosixZone(Array("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0".utf8)))
    #expect(lordHowe.standard == 37_800 && lordHowe.summer?.offset == 39_600)
    let julian = try #require(PosixZone(Array("AAA3BBB,J60/0,300/-1:30".utf8)))
    #expect(julian.summer?.start == .init(day: .julian(60), second: 0))
    #expect(julian.summer?.end == .init(day: .ordinal(300), second: -5_400))
    // 1 March is day 60 of every year without 29 February, counted or not.
    for year in [2023, 2024] {
      let first = try day(year, 3, 1).dayNumber * 86_400 + 3 * 3_600
      #expect(julian.offset(at: first - 1) == -10_800 && julian.offset(at: first) == -7_200)
    }
    for text in [
      "", "AA3", "AAA", "AAA25", "AAA3BBB", "AAA3BBB,M13.1.0,M4.1.0", "AAA3BBB,J0,J1",
      "AAA3BBB,J1,J2,J3", "AAA3BBB,M1.6.0,M4.1.0", "<+03-3", "AAA3BBB2,M3.2.0/168,J9",
    ] {
      #expect(PosixZone(Array(text.utf8)) == nil, "\(text)")
    }
  }

  @Test("all-year summer time, as a footer may write it, never ends")
  func allYear() throws {
    let zone = try #require(PosixZone(Array("EST5EDT,0/0,J365/25".utf8)))
    let start = try instant("2027-12-30T00:00:00Z").seconds
    for hour in 0..<96 { #expect(zone.offset(at: start + Int64(hour) * 3_600) == -4 * 3_600) }
  }

  @Test(
    "names that are no zone are unknown, wherever they lead",
    arguments: [
      "", "Asia/Atlantis", "../zoneinfo/UTC", "/etc/passwd", "Asia", "Asia/", "UTC\0",
      "Asia//Tokyo", "tzdata.zi", "Asia/Tokyo ", String(repeating: "A", count: 70),
    ])
  func unknown(name: String) {
    #expect(throws: TimeZoneFault.unknown(name: name)) { try TimeZoneRules.load(name) }
  }

  @Test("a folder without data is another fault than a wrong name")
  func noData() {
    let folder = "/nonexistent/zoneinfo"
    #expect(throws: TimeZoneFault.noData(directory: folder)) {
      try TimeZoneRules.load("Asia/Shanghai", directory: folder)
    }
    #expect(throws: TimeZoneFault.noData(directory: folder)) {
      try ZoneCountries.load(directory: folder)
    }
    #expect(tzdataVersion(directory: folder) == nil)
  }

  @Test("damaged files are refused, every one of their beginnings too")
  func damaged() throws {
    let bytes = try #require(FileBytes.read("\(TimeZoneRules.systemDirectory)/Europe/London"))
    #expect(TZifFile(bytes) != nil)
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(TZifFile(Array(bytes.prefix(count))) == nil, "\(count) bytes")
    }
    for place in 0..<400 {
      var broken = bytes
      broken[place * bytes.count / 400] ^= UInt8(1 + place % 255)
      // Any answer will do, as long as there is one.
      _ = TZifFile(broken)
    }
  }

  @Test("a file of version 1 has no footer and keeps its last offset")
  func versionOne() throws {
    var bytes = Array("TZif".utf8) + [UInt8](repeating: 0, count: 16)
    for count in [0, 0, 0, 1, 2, 4] { bytes += [0, 0, 0, UInt8(count)] }
    bytes += [0, 0, 0, 100, 1]
    bytes += [0, 0, 0, 0, 0, 0] + [0, 0, 14, 16, 0, 0] + [65, 65, 65, 0]
    let zone = try #require(TimeZoneRules(name: "Test", tzif: bytes))
    #expect(zone.offsetSeconds(at: Instant(seconds: 99)) == 0)
    #expect(zone.offsetSeconds(at: Instant(seconds: 100)) == 3_600)
    #expect(zone.offsetSeconds(at: Instant(seconds: 1 << 40)) == 3_600)
  }

  @Test("the version of the data is a year and a letter")
  func version() throws {
    let version = try #require(tzdataVersion())
    #expect(version.count >= 5 && Int(version.prefix(4)) != nil)
  }

  @Test("zones know their countries and regions, and where they lie")
  func countries() throws {
    let zones = try ZoneCountries.load()
    #expect(zones.countries(of: "Asia/Shanghai") == ["CN"])
    #expect(zones.countries(of: "Asia/Hong_Kong") == ["HK"])
    #expect(zones.countries(of: "Europe/Zurich").contains("CH"))
    #expect(zones.countries(of: "Europe/Zurich").contains("LI"))
    #expect(zones.countries(of: "Asia/Atlantis").isEmpty)
    let sydney = try #require(zones.location(of: "Australia/Sydney"))
    #expect(abs(sydney.latitude + 33.87) < 0.01 && abs(sydney.longitude - 151.22) < 0.01)
    #expect(zones.zones == zones.zones.sorted() && zones.zones.count > 300)
  }
}
