// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import NetworkIO
import Quantities
import Testing

@Suite struct `Closures and disruptions` {
  /// A row after the teaching network's own two.
  private func closures(_ rows: String...) throws -> TrialNetwork {
    let trial = try TrialNetwork()
    let text = try trial.text("closure.csv")
    try trial.write("closure.csv", text + rows.map { $0 + "\n" }.joined())
    return trial
  }

  @Test func `are read with their windows, days and hours, by the kind of what they name`() throws {
    let trial = try closures(
      "a,service,SH-INC,,,,,,assumed,,", "b,passage,lock-one,,,Mon-Fri,22:00,24:00,assumed,,")
    try trial.edit(
      "link.csv", "RV-XSH-BLN,river,XSH,BLN,210,21,no,,",
      "RV-XSH-BLN,river,XSH,BLN,210,21,no,,lock-one")
    let network = try NetworkReader.read(directory: trial.path).network
    #expect(network.closures.map(\.id) == ["a", "b", "bridge-repair", "golden-week"])
    let service = try #require(network.findService("SH-INC"))
    #expect(network.closures[0].element == .service(service))
    #expect(network.closures[0].from == nil && network.closures[0].to == nil)
    #expect(network.closures[0].days == nil && network.closures[0].secondsOfDay == nil)
    #expect(network.closures[0].isContinuous)
    #expect(network.closures[1].element == .passage("lock-one"))
    #expect(network.closures[1].secondsOfDay == 79_200..<86_400)
    #expect(network.closures[1].days == [.monday, .tuesday, .wednesday, .thursday, .friday])
    #expect(!network.closures[1].isContinuous)
    let link = try #require(network.links.firstIndex { $0.id == "RO-ICN-SEL" })
    #expect(network.closures[2].element == .link(ID(link)))
    #expect(network.closures[2].from == Instant(rfc3339: "2026-11-02T00:00:00+09:00"))
    let place = try #require(network.findPlace("XSH"))
    #expect(network.closures[3].element == .place(place))
    #expect(network.closures[3].to == Instant(rfc3339: "2026-10-08T16:00:00Z"))
    #expect(network.closures[3].provenance.line == 2)
    let fog = try #require(network.disruptions.first)
    #expect(fog.element == .place(try #require(network.findPlace("HGH"))))
    #expect(fog.ratePerYear == 12)
    #expect(
      fog.duration
        == OperationTime(medianSeconds: 10_800, lowSeconds: 3_600, highSeconds: 28_800))
  }

  @Test(arguments: [
    ("x,place,XHS,,,,,,assumed,,", "reference.unknown", "XSH"),
    ("x,link,RO-HZ-YIV,,,,,,assumed,,", "reference.unknown", "RO-HZ-YIW"),
    ("x,service,AF-KT,,,,,,assumed,,", "reference.unknown", "AF-KR"),
    ("x,passage,suetz,,,,,,assumed,,", "passage.unknown", "suez"),
    ("x,palce,XSH,,,,,,assumed,,", "value.unknown_word", "place"),
    ("x,place,XSH,2026-03-02 08:00,,,,,assumed,,", "value.not_a_moment", nil),
    (
      "x,place,XSH,2026-03-02T08:00:00+08:00,2026-03-02T09:00:00+09:00,,,,assumed,,",
      "closure.window_order", nil
    ),
    ("x,place,XSH,,,,08:00,,assumed,,", "closure.half_given", nil),
    ("x,place,XSH,,,,,08:00,assumed,,", "closure.half_given", nil),
    ("x,place,XSH,,,,08:00,08:00,assumed,,", "closure.hours_order", nil),
    ("x,place,XSH,,,Som,,,assumed,,", "value.not_days", nil),
    ("golden-week,place,XSH,,,,,,assumed,,", "id.twice", nil),
  ])
  func `are checked`(row: String, code: String, offer: String?) throws {
    let trial = try closures(row)
    try trial.edit(
      "service.csv", "SH-BLN,Incheon–Beilun,sea,feeder,yellow-sea,1000-TEU ship,live,,,,,,,",
      "SH-BLN,Incheon–Beilun,sea,feeder,yellow-sea,1000-TEU ship,live,,,,,,suez,")
    let (errors, warnings) = trial.validate()
    #expect(errors.map(brief) == ["closure.csv:4 \(code)"], "\(listing(errors))")
    #expect(warnings.isEmpty, "\(listing(warnings))")
    if let offer { #expect(errors.first?.hintArguments?.first == offer, "\(listing(errors))") }
  }

  @Test func `that name one unknown thing in several rows say so once`() throws {
    let trial = try closures("x,place,XHS,,,,,,assumed,,", "y,place,XHS,,,Sun,,,assumed,,")
    let errors = trial.validate().errors
    #expect(errors.map(brief) == ["closure.csv:4 reference.unknown"], "\(listing(errors))")
    #expect(errors.first?.arguments.last == "2")
  }

  @Test func `do not repeat what the tables that they rest on have wrong`() throws {
    let trial = try closures("x,place,BZ,,,,,,assumed,,")
    try trial.edit("place.csv", "BZ,Hangzhou bonded zone", "BX,Hangzhou bonded zone")
    let errors = trial.validate().errors
    #expect(errors.map(\.code) == ["reference.unknown"], "\(listing(errors))")
    let link = try TrialNetwork()
    try link.edit("link.csv", "ICN,SEL,58,1.1", "ICN,SEL,58,0.1")
    #expect(link.faults() == ["link.csv:8 link.too_fast"])
  }

  @Test(arguments: [
    ("HGH,12,3,1,8", "HGH,0,3,1,8", "value.out_of_range"),
    ("HGH,12,3,1,8", "HGH,12,3,4,8", "range.order"),
    ("HGH,12,3,1,8", "HGH,12,,1,8", "value.missing"),
    ("HGH,12,3,1,8", "HGN,12,3,1,8", "reference.unknown"),
  ])
  func `of the simulation are checked`(old: String, new: String, code: String) throws {
    let trial = try TrialNetwork()
    try trial.edit("disruption.csv", old, new)
    #expect(trial.faults() == ["disruption.csv:2 \(code)"])
  }
}

@Suite struct `The basket` {
  @Test func `has the usual objective of its class where none is given`() throws {
    let trial = try TrialNetwork()
    try trial.edit("basket.csv", "0110,cost", "0110,")
    let basket = try NetworkReader.read(directory: trial.path).network.basket
    #expect(basket.map(\.id) == ["box-seoul", "parcel-seoul"])
    #expect(basket.map(\.objective) == [.generalized, .time])
    #expect(basket.map(\.teu) == [1, nil] && basket.map(\.massKG) == [nil, 30])
    #expect(basket[0].nameZH == "运首尔的一箱" && basket[0].exportMode == .generalTrade)
  }

  @Test(arguments: [
    ("HZ,SEL,parcel,30,", "HZ,HZ,parcel,30,", "link.same_ends"),
    ("HZ,SEL,parcel,30,", "HZ,SEL,parcel,0,", "value.out_of_range"),
    ("HZ,SEL,parcel,30,", "HZ,SEL,parcel,,1", "basket.size"),
    ("HZ,SEL,parcel,30,", "HZ,SLE,parcel,30,", "reference.unknown"),
    (",,9610,,", ",,9610,quick,", "value.unknown_word"),
  ])
  func `is checked`(old: String, new: String, code: String) throws {
    let trial = try TrialNetwork()
    try trial.edit("basket.csv", old, new)
    #expect(trial.faults() == ["basket.csv:2 \(code)"])
  }
}

@Suite struct `Cut-offs of terminals` {
  @Test func `stand beside the general ones`() throws {
    let trial = try TrialNetwork()
    let text = try trial.text("mode_rule.csv")
    let lines = text.split(separator: "\n").map { line in
      String(line).replacing(",quality", with: ",place,quality")
        .replacing(",assumed", with: ",,assumed")
    }
    try trial.write(
      "mode_rule.csv", (lines + ["air,,no,3,2,HGH,assumed,,"]).joined(separator: "\n") + "\n")
    try trial.edit(
      "datapackage.json", "\"name\": \"domestic\"", "\"name\": \"place\"}, {\"name\": \"domestic\"")
    let network = try NetworkReader.read(directory: trial.path).network
    let rules = network.modeRules.filter { $0.mode == .air && !$0.isDomestic }
    #expect(rules.count == 2)
    #expect(rules.first { $0.place != nil }?.place == network.findPlace("HGH"))
    #expect(rules.first { $0.place != nil }?.cutoffSeconds == 10_800)
  }
}
