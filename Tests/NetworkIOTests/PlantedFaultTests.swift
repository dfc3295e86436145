// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import NetworkIO
import Testing

/// A fault put into one cell of the teaching network, and the code that must name it.
private struct Plant {
  var file: String
  var old: String
  var new: String
  var code: String

  init(_ file: String, _ old: String, _ new: String, _ code: String) {
    (self.file, self.old, self.new, self.code) = (file, old, new, code)
  }
}

@Suite struct `Planted faults` {
  /// One or two in every table.
  private let plants = [
    Plant("territory.csv", "124.6,33.1,", "124.6,43.1,", "territory.box"),
    Plant("place.csv", "29.9300,121.8500", "121.8500,29.9300", "place.swapped"),
    Plant("place.csv", "126.6100,KR,Asia/Seoul", "126.6100,KR,Asia/Soul", "place.unknown_zone"),
    Plant("opening_hours.csv", "09:00,12:00", "12:00,09:00", "hours.closes_before_opens"),
    Plant("hours_exception.csv", "2026-03-08", "2026-02-30", "value.impossible_date"),
    Plant("terminal.csv", "INC,sea;road", "INC,see;road", "value.unknown_word"),
    Plant("handling.csv", ",airport,air,road,,2,1,4", ",airport,air,road,,2,3,4", "range.order"),
    Plant("resource.csv", "crane,4,", "crane,4.5,", "value.not_integer"),
    Plant("link.csv", "HZ,BZ,24,0.6", "HZ,BZ,24,0.1", "link.too_fast"),
    Plant("link.csv", "HZ,YIW,125,", "HZ,YIW,12.5,", "link.too_short"),
    Plant("crossing.csv", "126.6350,21,", "126.6350,2.1,", "crossing.too_short"),
    Plant("carrier.csv", "美国货运航空,US,", "美国货运航空,USA,", "reference.unknown"),
    Plant(
      "traffic_right.csv", "america-air,AF-US", "korea-air,AF-US",
      "right.service_of_other_carrier"),
    Plant("slot_rule.csv", "Thu;Sat", "Thu;Thu", "slot.day_order"),
    Plant("service.csv", "7,even,1,,", "7,even,1,-12,", "cutoff.after_departure"),
    Plant("stop_time.csv", "19:40", "18:00", "service.too_fast"),
    Plant("stop_time.csv", "SH-old,2,", "SH-odl,2,", "reference.unknown"),
    Plant("departure.csv", "Wed;Fri;Sun", "Wed;Fri;Som", "value.not_days"),
    Plant("service_exception.csv", "add,22:00", "add,", "exception.time"),
    Plant("capacity.csv", "AF-KR,air,40", "AF-KR,air,-40", "value.negative"),
    Plant("mode_rule.csv", "rail,,yes,12,12", "rail,,yes,12,nan", "value.not_number"),
    Plant("line_haul.csv", "150,3000", "3000,150", "rule.distance_order"),
    Plant("road_rule.csv", "1.3,60", "1.3,600", "rule.speed"),
    Plant("driver_rule.csv", "8,11,yes", "8,11,Y", "value.not_flag"),
    Plant("clearance.csv", "4,2,12,,0.02", "4,2,12,,2", "value.out_of_range"),
    Plant("door.csv", "delivery,CN", "delivery,CM", "scope.unknown"),
    Plant("tariff.csv", "20,USD", "20,usd", "tariff.currency"),
    Plant("emission_factor.csv", "air,,,1500", "air,,2000,1500", "rule.distance_order"),
    Plant("tier.csv", "123,2,48", "123,2,12", "tier.order"),
    Plant("target.csv", "strict,SEL", "strict,SELL", "reference.unknown"),
    Plant("demand.csv", "9610,5000", "9611,5000", "value.unknown_word"),
    Plant("parameter.csv", "300,,200", "300,,400", "range.order"),
    Plant("check.csv", "BLN,22,", "BLN,0x16,", "value.not_number"),
  ]

  @Test func `of every table are all named in one run, each once, in order, with a way out`() throws
  {
    let trial = try TrialNetwork()
    var expected: [String] = []
    for plant in plants {
      let line = try trial.edit(plant.file, plant.old, plant.new)
      expected.append("\(plant.file):\(line) \(plant.code)")
    }
    let (errors, warnings) = trial.validate()
    #expect(errors.map(brief) == expected, "\(listing(errors))")
    #expect(warnings.isEmpty, "\(listing(warnings))")
    for error in errors {
      #expect(error.file.hasPrefix(trial.path))
      for language in Language.allCases {
        let hint = try #require(error.hint(in: language))
        let sentences = error.message(in: language) + hint
        #expect(!sentences.contains("{") && !hint.isEmpty, "\(sentences)")
        #expect(!sentences.contains(error.code), "\(sentences)")
      }
    }
  }

  /// Each alone, so that no fault hides behind another.
  @Test func `are named when they stand alone`() throws {
    for plant in plants {
      let trial = try TrialNetwork()
      let line = try trial.edit(plant.file, plant.old, plant.new)
      let (errors, warnings) = trial.validate()
      #expect(errors.map(brief) == ["\(plant.file):\(line) \(plant.code)"], "\(listing(errors))")
      #expect(warnings.isEmpty, "\(listing(warnings))")
    }
  }
}
