// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import NetworkIO
import Quantities
import Testing

/// Each rule broken once, alone: one fault, nothing that follows from it.
@Suite struct `Each rule` {
  private func check(
    _ file: String, _ old: String, _ new: String, _ code: String, hint: String? = nil,
    isWarning: Bool = false
  ) throws {
    let trial = try TrialNetwork()
    let line = try trial.edit(file, old, new)
    let added = new.utf8.count { $0 == UInt8(ascii: "\n") }
    let (errors, warnings) = trial.validate()
    let all = listing(errors + warnings)
    #expect(
      (isWarning ? warnings : errors).map(brief) == ["\(file):\(line + added) \(code)"], "\(all)")
    #expect((isWarning ? errors : warnings).isEmpty, "\(all)")
    if let hint {
      #expect((errors + warnings).first?.hint(in: .en)?.contains(hint) == true, "\(all)")
    }
  }

  @Test(arguments: [
    // A tenth of a degree of latitude left out: 26 km into the sea.
    ("29.9300,121.8500", "29.9300,123.8500", "place.far_from_land"),
    ("37.5665,126.9780", "37.5665,116.9780", "place.outside_territory"),
    ("37.5665,126.9780", "126.9780,37.5665", "place.swapped"),
    ("37.5665,126.9780", "37.5665,1269.780", "value.out_of_range"),
    (
      "30.2741,120.1551,CN,Asia/Shanghai", "30.2741,120.1551,CN,Asia/Seoul",
      "place.zone_of_other_territory"
    ),
    ("30.2741,120.1551,CN,Asia/Shanghai", "30.2741,120.1551,CN,Asia/Shangai", "place.unknown_zone"),
    ("30.2741,120.1551,CN,Asia/Shanghai", "30.2741,120.1551,CN,Asia/Urumqi", "place.zone_far"),
    ("30.2741,120.1551,CN,Asia/Shanghai", "30.2741,120.1551,CN,CST", "place.unknown_zone"),
    ("HGH,Hangzhou", "HZ,Hangzhou", "id.twice"), ("HGH,Hangzhou", "H;GH,Hangzhou", "value.bad_id"),
  ])
  func `of places is checked`(old: String, new: String, code: String) throws {
    let trial = try TrialNetwork()
    let line = try trial.edit("place.csv", old, new)
    let errors = trial.validate().errors.filter { $0.file.hasSuffix("place.csv") }
    #expect(errors.map(brief) == ["place.csv:\(line) \(code)"], "\(listing(errors))")
  }

  @Test func `swapped coordinates are seen without a box too`() throws {
    let trial = try TrialNetwork()
    try trial.edit("territory.csv", "US,United", "RU,Russia,俄罗斯,,,,,,,assumed,,\nUS,United")
    // Both ways round the point lies on land: 37.6° N 55.8° E is in Turkmenistan.
    let line = try trial.edit(
      "place.csv", "NB,Ningbo,",
      "MOW,Moscow,莫斯科,city,37.617,55.756,RU,Europe/Moscow,,,,assumed,,\nNB,Ningbo,")
    #expect(trial.faults() == ["place.csv:\(line) place.swapped"])
  }

  @Test func `a city next to another is the same city`() throws {
    try check(
      "place.csv", "NB,Ningbo,",
      "NB2,Ningbo,宁波,city,29.8690,121.5445,CN,Asia/Shanghai,,,,assumed,,\nNB,Ningbo,",
      "place.too_near")
  }

  @Test(arguments: [
    ("RO-HZ-HGH,road,HZ,HGH,", "RO-HZ-HGH,road,HZ,HZ,", "link.same_ends"),
    ("990,40,no", "990,40,yes", "link.cannot_carry"), ("990,40,no", "990,4,no", "link.too_fast"),
    ("990,40,no", "690,40,no", "link.too_short"), ("990,40,no", "990,-40,no", "value.negative"),
    ("RO-INC-SEL,road,INC", "RO-INC-SEL,raod,INC", "value.unknown_word"),
  ])
  func `of links is checked`(old: String, new: String, code: String) throws {
    try check("link.csv", old, new, code)
  }

  @Test func `a road needs land or a crossing under it`() throws {
    let trial = try TrialNetwork()
    try trial.edit(
      "territory.csv", "US,United", "JP,Japan,日本,,north_east_asia,,,,,assumed,,\nUS,United")
    try trial.edit(
      "place.csv", "NB,Ningbo,",
      "FUK,Fukuoka,福冈,city,33.59,130.40,JP,Asia/Tokyo,,,,assumed,,\nNB,Ningbo,")
    let line = try trial.edit(
      "link.csv", "RO-NB-BLN", "RO-INC-FUK,road,INC,FUK,700,12,yes,,,,assumed,,\nRO-NB-BLN")
    #expect(trial.faults() == ["link.csv:\(line) link.over_water"])
    try trial.edit(
      "crossing.csv", "incheon,",
      "dream,Tunnel,海底隧道,35.10,129.04,33.59,130.40,230,assumed,,\nincheon,")
    #expect(trial.faults() == [])
  }

  @Test(arguments: [
    (
      "link.csv", "RO-NB-BLN", "RO-HZ-2,road,HZ,HGH,33,0.8,yes,,,,assumed,,\nRO-NB-BLN",
      "link.twice"
    ),
    ("terminal.csv", "XSH,river", "BLN,sea,,yes,,,,,,assumed,,\nXSH,river", "id.twice"),
    ("handling.csv", "BLN,,river", "BLN,seaport,river", "row.either_or"),
    ("handling.csv", "BLN,,river", ",,river", "row.either_or"),
    ("opening_hours.csv", "canal,", "office,Fri,17:00,20:00,assumed,,\ncanal,", "hours.overlap"),
    ("hours_exception.csv", "06:00,12:00", "06:00,", "hours.half_given"),
    ("traffic_right.csv", "HGH,ICN", "ICN,HGH", "right.not_called"),
    ("traffic_right.csv", ",5,", ",4,", "value.out_of_range"),
    ("service.csv", "2026-01-01,2026-12-31", "2026-12-31,2026-01-01", "service.validity"),
    ("service.csv", "3.5,even", "3.5,", "service.no_departures"),
    ("service.csv", "3.5,even", "3.5,evne", "reference.unknown"),
    ("stop_time.csv", "BA-XSH,2,BLN,,22", "BA-XSH,2,BLN,,0.5", "service.too_fast"),
    ("stop_time.csv", "BA-XSH,2,BLN,,22", "BA-XSH,2,BLN,,0", "stop.not_increasing"),
    ("stop_time.csv", "BA-XSH,2,BLN,,22", "BA-XSH,2,XSH,,22", "stop.same_place"),
    ("stop_time.csv", "BA-XSH,2,BLN,,22", "BA-XSH,2,BLN,,", "stop.no_time"),
    ("stop_time.csv", "BA-XSH,2,BLN,,22,,,", "BA-XSH,2,BLN,,22,,04:00,", "stop.both_times"),
    ("stop_time.csv", "BA-XSH,1,XSH,,,0", "BA-XSH,1,XSH,,1,0", "stop.first_arrival"),
    ("stop_time.csv", "AF-KR,2,ICN,,,,02:10+1", "AF-KR,2,ICN,,,,02:10", "stop.not_increasing"),
    ("stop_time.csv", "RA-YIW,2,", "RA-YIW,1,", "row.twice"),
    ("departure.csv", "Tue;Thu;Sat,,23:10", "Tue;Thu;Sat,2026-03-03,23:10", "row.either_or"),
    ("departure.csv", "SH-BLN,Tue", "SH-INC,Sat,,20:00,,,assumed,,\nSH-BLN,Tue", "departure.twice"),
    ("capacity.csv", "SH-old,fcl", "SH-INC,fcl", "row.twice"),
    ("tariff.csv", ",180,,,,USD", ",180,,,,EUR", "tariff.exchange_rate"),
    ("target.csv", "strict,NB,1", "strict,NB,7", "target.tier"),
    ("target.csv", "strict,NB,1", "strict,BLN,1", "target.kind"),
    ("parameter.csv", ",300,,200,800,", ",,,,,", "parameter.value"),
    ("clearance.csv", "2,1,6,,0.01", "2,1,1.5,,0.01", "range.order"),
    ("clearance.csv", "cn-9610,export,CN", "cn-9610,export,China", "scope.unknown"),
    ("tariff.csv", "china,north_east_asia", "china,north_east_asai", "scope.unknown"),
  ])
  func `of the other tables is checked`(file: String, old: String, new: String, code: String) throws
  {
    let trial = try TrialNetwork()
    let line = try trial.edit(file, old, new)
    let errors = trial.validate().errors
    // Where a row was put before another one, the later of the two may be the one at fault.
    let lines = new.contains("\n") ? [line, line + 1, line + 2] : [line]
    #expect(errors.count == 1 && errors.first?.code == code, "\(listing(errors))")
    #expect(lines.contains(errors.first?.line ?? 0), "\(listing(errors))")
  }

  @Test func `a service with one stop is no service`() throws {
    let trial = try TrialNetwork()
    try trial.edit("stop_time.csv", "RA-YIW,2,BLN,,5,,,,assumed,,\n", "")
    #expect(trial.faults() == ["service.csv:6 service.too_few_stops"])
  }

  @Test func `a service without rows of departures or a frequency never leaves`() throws {
    let trial = try TrialNetwork()
    try trial.edit("departure.csv", "SH-BLN,Tue,,16:00,,,assumed,,\n", "")
    #expect(trial.faults() == ["service.csv:8 service.no_departures"])
  }

  @Test func `a misspelt id is reported once with the number of its rows and what was meant`()
    throws
  {
    let trial = try TrialNetwork()
    let line = try trial.edit("carrier.csv", "bay-barge,", "bay-barges,")
    let errors = trial.validate().errors
    #expect(errors.map(brief) == ["service.csv:5 reference.unknown"], "\(line)")
    #expect(errors.first?.hintArguments == ["bay-barges", "carrier.csv"])
    let service = try TrialNetwork()
    try service.edit("service.csv", "BA-XSH,Xiasha", "BA-XHS,Xiasha")
    let found = service.validate()
    #expect(
      found.errors.map(brief) == ["stop_time.csv:8 reference.unknown"], "\(listing(found.errors))")
    #expect(found.errors.first?.arguments.last == "3")
    #expect(found.warnings.isEmpty, "\(listing(found.warnings))")
  }
}

@Suite struct `Many faults` {
  @Test func `are cut off with their number, and warnings do not hide errors`() throws {
    let trial = try TrialNetwork()
    let text = try trial.text("demand.csv")
    let rows = (0..<500).map { "d\($0),HZ,SEL,parcle,9610,5000,assumed,,\n" }.joined()
    try trial.write("demand.csv", text + rows)
    try trial.write(
      "opening_hours.csv",
      try trial.text("opening_hours.csv")
        + (0..<50).map { "unused\($0),daily,08:00,09:00,assumed,,\n" }.joined())
    let (errors, warnings) = trial.validate(limits: ReadLimits(faults: 20))
    #expect(errors.count == 21 && errors.last?.code == "file.too_many_faults")
    #expect(errors.last?.arguments.first == "480")
    #expect(errors.first?.hintArguments?.first == "parcel")
    #expect(warnings.count == 21 && warnings.last?.arguments.first == "30")
  }
}

@Suite struct `Doubts` {
  @Test(arguments: [
    (
      "place.csv", "NB,Ningbo,",
      "URC,Urumqi,乌鲁木齐,city,43.83,87.62,CN,Asia/Shanghai,,,,assumed,,\nNB,Ningbo,",
      "place.unreached"
    ),
    ("terminal.csv", "BZ,road", "BZ,rail;road", "terminal.no_service"),
    (
      "capacity.csv", "SH-BLN,fcl,900,TEU,assumed,,\nSH-BLN,lcl,200,t,assumed,,\n", "",
      "service.no_capacity"
    ),
    ("opening_hours.csv", "canal,", "night,daily,00:00,06:00,assumed,,\ncanal,", "hours.unused"),
    (
      "slot_rule.csv", "even,", "odd,Mon;Tue;Wed;Thu;Fri;Sat;Sun,08:00,assumed,,\neven,",
      "slot.unused"
    ),
    (
      "traffic_right.csv", "america-air,AF-US,HGH",
      "korea-air,AF-KR,HGH,ICN,5,assumed,,\namerica-air,AF-US,HGH", "right.needless"
    ),
  ])
  func `are warnings and stop nothing`(file: String, old: String, new: String, code: String) throws
  {
    let trial = try TrialNetwork()
    try trial.edit(file, old, new)
    let (errors, warnings) = trial.validate()
    #expect(errors.isEmpty, "\(listing(errors))")
    #expect(warnings.map(\.code) == [code], "\(listing(warnings))")
    #expect(throws: Never.self) { try NetworkReader.read(directory: trial.path) }
  }

  @Test func `coordinates of Chinese maps are moved by some hundred metres, with a warning`() throws
  {
    let trial = try TrialNetwork()
    let text = try trial.text("place.csv")
    let lines = text.split(separator: "\n").map { line -> String in
      let system = line.hasPrefix("id,") ? "crs" : line.hasPrefix("HZ,") ? "gcj02" : ""
      return String(line).replacing(",quality", with: ",\(system),quality").replacing(
        ",assumed", with: ",\(system),assumed")
    }
    try trial.write("place.csv", lines.joined(separator: "\n"))
    let warnings = trial.validate().warnings
    #expect(warnings.map(\.code) == ["place.converted"], "\(listing(warnings))")
    try trial.edit(
      "datapackage.json", "\"name\": \"iata\"", "\"name\": \"crs\"}, {\"name\": \"iata\"")
    let network = try NetworkReader.read(directory: trial.path).network
    let place = network.places[try #require(network.findPlace("HZ"))]
    #expect(abs(place.latitude - 30.2741) < 0.01 && place.latitude != 30.2741)
    #expect(abs(place.longitude - 120.1551) < 0.01 && place.longitude != 120.1551)
  }
}
