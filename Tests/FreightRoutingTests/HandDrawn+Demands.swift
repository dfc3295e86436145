// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting

extension HandDrawn {
  /// From the rail port of Yiwu to Seoul: by truck and air at once, by rail and sea in days.
  static let yiwu = """
    territory CN Asia/Shanghai
    territory KR Asia/Seoul
    place YIW rail_terminal CN customs modes=rail
    place BLN seaport CN customs modes=sea
    place HGH airport CN customs modes=air
    place PUS seaport KR customs modes=sea
    place ICN airport KR customs modes=air
    place SEL city KR
    road YIW HGH 130km 2:00
    road YIW BLN 280km 4:00
    road ICN SEL 60km 1:00
    road PUS SEL 400km 5:00
    export CN 2:00
    import KR 3:00
    service A1 air KR daily HGH 20:00 > ICN 23:00
    service R1 rail CN daily YIW 20:00 > BLN 06:00+1
    service S1 sea KR Tue,Wed BLN 18:00 > PUS 18:00+1

    """

  static let fourth: [HandDrawn] = [
    HandDrawn(
      title: "D01 without a demand the aircraft wins",
      timetable: yiwu, from: "YIW",
      gives: "YIW Mon 2. 8:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 20:00 ~ A1 ~ ICN 23:00 ~ import_clearance Tue 3. 2:00"
        + " ~ truck ~ SEL 3:00"),
    HandDrawn(
      title: "D02 sea-rail takes the train to the ship, trucks are free",
      timetable: yiwu, from: "YIW", options: .demanding("sea-rail"),
      gives: "YIW Mon 2. 8:00 ~ wait next_departure 20:00 ~ R1 ~ BLN Tue 3. 6:00"
        + " ~ export_clearance 8:00 ~ wait next_departure 18:00 ~ S1 ~ PUS Wed 4. 18:00"
        + " ~ import_clearance 21:00 ~ truck ~ SEL Thu 5. 2:00"),
    HandDrawn(
      title: "D03 the pattern names all main hauls: a truck to the ship, no train",
      timetable: yiwu, from: "YIW", ready: "Tue 13:00", options: .demanding("sea"),
      gives: "YIW Tue 3. 13:00 ~ truck ~ BLN 17:00 ~ export_clearance 19:00"
        + " ~ wait next_departure Wed 4. 18:00 ~ S1 ~ PUS Thu 5. 18:00"
        + " ~ import_clearance 21:00 ~ truck ~ SEL Fri 6. 2:00"),
    HandDrawn(
      title: "D04 the order of a pattern counts",
      timetable: yiwu, from: "YIW", options: .demanding("sea>rail"),
      gives: "unreachable: unreachable.combination"),
    HandDrawn(
      title: "D05 a combination for which a mode is missing",
      timetable: yiwu, from: "YIW", options: .demanding("river-sea"),
      gives: "unreachable: unreachable.combination"),
    HandDrawn(
      title: "D06 first the seaport at home, then the one abroad",
      timetable: yiwu, from: "YIW", options: .passing("BLN", "PUS").and("sea"),
      gives: "YIW Mon 2. 8:00 ~ truck ~ BLN 12:00 ~ export_clearance 14:00"
        + " ~ wait next_departure Tue 3. 18:00 ~ S1 ~ PUS Wed 4. 18:00"
        + " ~ import_clearance 21:00 ~ truck ~ SEL Thu 5. 2:00"),
    HandDrawn(
      title: "D07 the origin itself is the first place to pass",
      timetable: yiwu, from: "YIW", options: .passing("YIW", "ICN"),
      gives: "YIW Mon 2. 8:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 20:00 ~ A1 ~ ICN 23:00 ~ import_clearance Tue 3. 2:00"
        + " ~ truck ~ SEL 3:00"),
    HandDrawn(
      title: "D08 first to the seaport and back, then to the airport",
      timetable: yiwu, from: "YIW", options: .passing("BLN", "YIW", "HGH"),
      gives: "YIW Mon 2. 8:00 ~ truck ~ BLN 12:00 ~ truck ~ YIW 16:00 ~ truck ~ HGH 18:00"
        + " ~ export_clearance 20:00 ~ A1 ~ ICN 23:00 ~ import_clearance Tue 3. 2:00"
        + " ~ truck ~ SEL 3:00"),
    HandDrawn(
      title: "D09 a place that cargo cannot come back from",
      timetable: yiwu, from: "YIW", options: .passing("PUS", "BLN"),
      gives: "unreachable: unreachable.via"),
    HandDrawn(
      title: "D10 a demanded way that is longer than the horizon",
      timetable: yiwu, from: "YIW", options: .demanding("sea-rail", within: 48 * 3_600),
      gives: "unreachable: unreachable.combination"),
    HandDrawn(
      title: "D11 by train to the place to pass, then whatever is first: back, and by air",
      timetable: yiwu, from: "YIW", options: .passing("BLN").and("any*>rail>any*"),
      gives: "YIW Mon 2. 8:00 ~ wait next_departure 20:00 ~ R1 ~ BLN Tue 3. 6:00 ~ truck"
        + " ~ YIW 10:00 ~ truck ~ HGH 12:00 ~ export_clearance 14:00"
        + " ~ wait next_departure 20:00 ~ A1 ~ ICN 23:00 ~ import_clearance Wed 4. 2:00"
        + " ~ truck ~ SEL 3:00"),
    HandDrawn(
      title: "D12 line-haul is a main haul by road, a van is none",
      timetable: """
        territory CN Asia/Shanghai
        place HZ city CN
        place XA city CN
        place LZ city CN
        road HZ XA 1300km 18:00
        road XA LZ 100km 2:00
        linehaul * 150km 160km 22:00
        """,
      from: "HZ", to: "LZ", options: .demanding("road"),
      gives: "HZ Mon 2. 8:00 ~ wait next_departure 22:00 ~ line_haul ~ XA Tue 3. 16:00"
        + " ~ truck ~ LZ 18:00"),
  ]
}

extension RoutingOptions {
  static func demanding(_ text: String, within seconds: Int64? = nil) -> RoutingOptions {
    var options = RoutingOptions()
    options.combination = try? Combination(text)
    options.horizonSeconds = seconds
    return options
  }

  static func passing(_ places: String...) -> RoutingOptions {
    var options = RoutingOptions()
    options.via = places
    return options
  }

  func and(_ text: String) -> RoutingOptions {
    var options = self
    options.combination = try? Combination(text)
    return options
  }
}
