// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting

extension HandDrawn {
  static let first: [HandDrawn] = [
    HandDrawn(
      title: "A01 one service, every step of the chain",
      timetable: korea
        + evenings,
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 16:00 ~ wait cut_off 20:00 ~ OZ1 ~ ICN 23:00"
        + " ~ release Tue 3. 1:00 ~ import_clearance 4:00 ~ truck ~ SEL 5:00"
        + " ~ last_mile 6:00"),
    HandDrawn(
      title: "A02 a cut-off that is just made",
      timetable: korea
        + evenings,
      ready: "Mon 12:00",
      gives: "HZ Mon 2. 12:00 ~ pickup 13:00 ~ truck ~ HGH 14:00 ~ export_clearance 16:00"
        + " ~ wait cut_off 20:00 ~ OZ1 ~ ICN 23:00 ~ release Tue 3. 1:00"
        + " ~ import_clearance 4:00 ~ truck ~ SEL 5:00 ~ last_mile 6:00"),
    HandDrawn(
      title: "A03 a cut-off that is just missed waits for the next departure",
      timetable: korea
        + evenings,
      ready: "Mon 12:01",
      gives: "HZ Mon 2. 12:01 ~ pickup 13:01 ~ truck ~ HGH 14:01 ~ export_clearance 16:01"
        + " ~ wait next_departure Wed 4. 16:00 ~ wait cut_off 20:00 ~ OZ1 ~ ICN 23:00"
        + " ~ release Thu 5. 1:00 ~ import_clearance 4:00 ~ truck ~ SEL 5:00"
        + " ~ last_mile 6:00"),
    HandDrawn(
      title: "A04 the rule of the mode gives cut-off and release where the service has none",
      timetable: korea
        + "rule air cutoff=6:00 release=5:00\nservice OZ1 air KR Mon HGH 20:00 > ICN 23:00",
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 14:00 ~ wait cut_off 20:00 ~ OZ1 ~ ICN 23:00"
        + " ~ release Tue 3. 4:00 ~ import_clearance 7:00 ~ truck ~ SEL 8:00"
        + " ~ last_mile 9:00"),
    HandDrawn(
      title: "A05 of two services the one that arrives first, not the one that leaves first",
      timetable: korea
        + """
        service OZ1 air KR Mon HGH 16:00 > ICN 06:00+1
        service OZ2 air KR Mon HGH 20:00 > ICN 23:00
        """,
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 20:00 ~ OZ2 ~ ICN 23:00"
        + " ~ import_clearance Tue 3. 2:00 ~ truck ~ SEL 3:00 ~ last_mile 4:00"),
    HandDrawn(
      title: "A06 two services in a row, with a change between them",
      timetable: korea
        + """
        place TAO airport CN modes=air
        service CA1 air CN daily HGH 18:00 > TAO 20:00 | transit release=1:00
        service OZ2 air KR daily TAO 21:30 > ICN 23:30 | cutoff=0:30 release=2:00
        """,
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 18:00 ~ CA1 ~ TAO 20:00 ~ release 21:00"
        + " ~ wait cut_off 21:30 ~ OZ2 ~ ICN 23:30 ~ release Tue 3. 1:30"
        + " ~ import_clearance 4:30 ~ truck ~ SEL 5:30 ~ last_mile 6:30"),
    HandDrawn(
      title: "A07 of a frequency of two a week the first two slots of the rule run",
      timetable: korea
        + "service OZ1 air KR - HGH 10:00 > ICN 13:00 | freq=2",
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure Tue 3. 10:00 ~ OZ1 ~ ICN 13:00"
        + " ~ import_clearance 16:00 ~ truck ~ SEL 17:00 ~ last_mile 18:00"),
    HandDrawn(
      title: "A08 without the right there is no seat",
      timetable: korea
        + "territory JP Asia/Tokyo\nservice NH1 air JP daily HGH 20:00 > ICN 23:00",
      gives: "unreachable: unreachable.no_service"),
    HandDrawn(
      title: "A09 the right is granted by a row",
      timetable: korea
        + """
        territory JP Asia/Tokyo
        service NH1 air JP daily HGH 20:00 > ICN 23:00
        right JP HGH ICN
        """,
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 20:00 ~ NH1 ~ ICN 23:00"
        + " ~ import_clearance Tue 3. 2:00 ~ truck ~ SEL 3:00 ~ last_mile 4:00"),
    HandDrawn(
      title: "A10 fifth freedom: on the way from home, between two places abroad",
      timetable: korea
        + """
        territory US America/New_York
        place JFK airport US customs modes=air
        export KR 2:00
        import US 4:00
        right CN ICN JFK
        service CA9 air CN Mon HGH 20:00 > ICN 23:00 02:00+1 > JFK 03:00+1
        """,
      from: "ICN", to: "JFK",
      gives: "ICN Mon 2. 8:00 ~ export_clearance 10:00 ~ wait next_departure Tue 3. 2:00"
        + " ~ CA9 ~ JFK 3:00 ~ import_clearance 7:00"),
    HandDrawn(
      title: "A11 without the fifth freedom the middle of the route sells no seat",
      timetable: korea
        + """
        territory US America/New_York
        place JFK airport US customs modes=air
        export KR 2:00
        import US 4:00
        service CA9 air CN Mon HGH 20:00 > ICN 23:00 02:00+1 > JFK 03:00+1
        """,
      from: "ICN", to: "JFK",
      gives: "unreachable: unreachable.no_service"),
    HandDrawn(
      title: "A12 a class that the service does not take",
      timetable: korea
        + "service OZ1 air KR Mon HGH 20:00 > ICN 23:00 | class=air",
      gives: "unreachable: unreachable.no_service"),
    HandDrawn(
      title: "A13 a suspended service does not run",
      timetable: korea
        + evenings + "service CA2 air CN daily HGH 13:00 > ICN 16:00 | status=suspended",
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 16:00 ~ wait cut_off 20:00 ~ OZ1 ~ ICN 23:00"
        + " ~ release Tue 3. 1:00 ~ import_clearance 4:00 ~ truck ~ SEL 5:00"
        + " ~ last_mile 6:00"),
  ]
}
