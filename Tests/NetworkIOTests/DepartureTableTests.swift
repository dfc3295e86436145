// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import NetworkIO
import Testing

@Suite struct `Departures in tables` {
  @Test(arguments: [
    ("SH-BLN,Tue,,16:00,,,assumed,,", "SH-BLN,Mon-Wed,,16:00,,,assumed,,", "departure.twice"),
    ("SH-BLN,Tue,,16:00,,,assumed,,", "SH-BLN,,2026-03-10,16:00,,,assumed,,", "departure.twice"),
    ("SH-BLN,Tue,,16:00,,,assumed,,", "SH-BLN,Tue,,16:00,3,1,assumed,,", "departure.twice"),
    ("SH-BLN,Tue,,16:00,,,assumed,,", "SH-BLN,,2026-03-11,16:00,,,assumed,,", nil),
    ("SH-BLN,Tue,,16:00,,,assumed,,", "SH-BLN,Tue,,16:01,,,assumed,,", nil),
  ])
  func `that two rows name are a fault`(row: String, other: String, code: String?) throws {
    let trial = try TrialNetwork()
    try trial.edit("departure.csv", row, row + "\n" + other)
    #expect(trial.validate().errors.map(\.code) == [code].compactMap(\.self), "\(other)")
  }

  @Test func `every other week and every fourth meet or do not`() throws {
    for (phase, code) in [(0, ["departure.twice"]), (1, [])] {
      let trial = try TrialNetwork()
      try trial.edit(
        "departure.csv", "SH-BLN,Tue,,16:00,,,assumed,,",
        "SH-BLN,Tue,,16:00,2,0,assumed,,\nSH-BLN,Tue,,16:00,4,\(2 + phase),assumed,,")
      #expect(trial.validate().errors.map(\.code) == code)
    }
  }

  @Test(arguments: [
    ("AF-KR,2026-03-07,add,23:10", "error exception.leaves_already"),
    ("AF-KR,2026-03-05,add,23:10", "error exception.contradiction"),
    ("AF-KR,2026-03-09,cancel,", "warning exception.nothing"),
    ("AF-KR,2026-03-07,add,23:11", ""),
    ("AF-KR,2026-03-07,cancel,", ""),
  ])
  func `and their exceptions agree`(row: String, fault: String) throws {
    let trial = try TrialNetwork()
    try trial.edit(
      "service_exception.csv", "AF-KR,2026-03-05,cancel,,assumed,,",
      "AF-KR,2026-03-05,cancel,,assumed,,\n" + row + ",assumed,,")
    let (errors, warnings) = trial.validate()
    let found = errors.map { "error \($0.code)" } + warnings.map { "warning \($0.code)" }
    #expect(found == (fault.isEmpty ? [] : [fault]), "\(row)")
  }

  @Test func `whose frequency cannot be had are refused with the nearest`() throws {
    for (frequency, isGood) in [
      ("0.7", true), ("3.75", true), ("0.333", true), ("0.347", false), ("337", false),
    ] {
      let trial = try TrialNetwork()
      try trial.edit("service.csv", "3.5,even", "\(frequency),even")
      let errors = trial.validate().errors
      #expect(errors.isEmpty == isGood, "\(frequency): \(errors.map(brief))")
      guard frequency == "0.347" else { continue }
      #expect(errors.first?.code == "service.frequency")
      #expect(errors.first?.hint(in: .en)?.contains("0.34 and 0.35") == true)
    }
  }

  @Test func `at several times say to which the local times of the stops belong`() throws {
    let trial = try TrialNetwork()
    try trial.edit(
      "departure.csv", "AF-KR,Tue;Thu;Sat,,23:10,,,assumed,,",
      "AF-KR,Tue;Thu,,23:10,,,assumed,,\nAF-KR,Sat,,21:40,,,assumed,,")
    #expect(trial.validate().errors.isEmpty)
    try trial.edit("stop_time.csv", "AF-KR,1,HGH,,,,,23:10", "AF-KR,1,HGH,,,,,")
    #expect(trial.validate().errors.map(\.code) == ["stop.which_departure"])
  }

  @Test func `that arrive the day before are read, and a day too many is seen`() throws {
    let trial = try TrialNetwork()
    try trial.edit("stop_time.csv", "AF-KR,2,ICN,,,,02:10+1", "AF-KR,2,ICN,,,,02:10+2")
    let (errors, warnings) = trial.validate()
    #expect(errors.isEmpty && warnings.map(\.code) == ["service.too_slow"])
    try trial.edit("stop_time.csv", "02:10+2", "02:10-1")
    #expect(trial.validate().errors.map(\.code) == ["stop.not_increasing"])
    for wrong in ["02:10-2", "02:10-0", "02:10-", "02:10-1+1"] {
      let other = try TrialNetwork()
      try other.edit("stop_time.csv", "02:10+1", wrong)
      #expect(other.validate().errors.map(\.code) == ["value.not_a_time"], "\(wrong)")
    }
  }
}
