// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import Testing

@Suite("RFC 3339")
struct RFC3339Tests {
  @Test(
    "texts with an offset are read",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("1970-01-01T08:00:00+08:00", 0),
      ("1969-12-31T19:00:00-05:00", 0), ("2026-03-02T08:00:00+08:00", 1_772_409_600),
      ("2024-02-29T23:59:59z", 1_709_251_199), ("2026-03-02t05:30:00.000+05:30", 1_772_409_600),
    ])
  func read(text: String, seconds: Int64) {
    #expect(Instant(rfc3339: text)?.seconds == seconds)
  }

  @Test(
    "everything else is refused",
    arguments: [
      "", "now", "2026-03-02", "2026-03-02T08:00:00", "2026-03-02 08:00:00Z",
      "2026-03-02T08:00Z", "2026-02-30T00:00:00Z", "2025-02-29T00:00:00Z",
      "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z",
      "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-12-31T23:59:60Z",
      "2026-01-01T00:00:00+24:00", "2026-01-01T00:00:00+08:60", "2026-01-01T00:00:00+0800",
      "2026-01-01T00:00:00+08", "2026-01-01T00:00:00.5Z", "2026-01-01T00:00:00.Z",
      "0001-01-01T00:00:00Z", "1899-12-31T00:00:00Z", "2200-01-01T00:00:00Z",
      "9999-12-31T23:59:59Z", "+2026-01-01T00:00:00Z", "2026-1-1T00:00:00Z   ",
      "2026-01-01T00:00:00Z ", "2026-01-01T00:00:00ZZ", "２026-01-01T00:00:00Z",
      "2026-01-01T-1:00:00Z", "2026-01-01T00:00:00+08:00:00", "2026-W10-1T00:00:00Z",
    ])
  func refuse(text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test(
    "writing and reading again gives the same instant",
    arguments: ["Asia/Shanghai", "Asia/Kathmandu", "America/St_Johns", "UTC", "Pacific/Apia"])
  func roundTrip(name: String) throws {
    let zone = try TimeZoneRules.load(name)
    for step in -400..<700 {
      let time = Instant(seconds: Int64(step) * 5_000_011)
      #expect(Instant(rfc3339: time.rfc3339(in: zone)) == time)
    }
  }

  @Test("the text shows the zone's wall time and offset")
  func write() throws {
    let time = Instant(seconds: 1_772_409_600)
    #expect(
      time.rfc3339(in: try TimeZoneRules.load("Asia/Shanghai")) == "2026-03-02T08:00:00+08:00")
    #expect(
      time.rfc3339(in: try TimeZoneRules.load("America/St_Johns")) == "2026-03-01T20:30:00-03:30")
    #expect(time.rfc3339(in: try TimeZoneRules.load("UTC")) == "2026-03-02T00:00:00+00:00")
  }
}
