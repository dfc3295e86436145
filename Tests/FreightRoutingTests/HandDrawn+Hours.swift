// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting

extension HandDrawn {
  static let second: [HandDrawn] = [
    HandDrawn(
      title: "B01 pick-up waits for the morning",
      timetable: korea
        + evenings
        + "hours shop daily 09:00-18:00\npickup CN 1:00 hours=shop class=parcel",
      ready: "Sun 20:00",
      gives: "HZ Sun 8. 20:00 ~ wait before_opening Mon 9. 9:00 ~ pickup 10:00 ~ truck"
        + " ~ HGH 11:00 ~ export_clearance 13:00 ~ wait next_departure 16:00"
        + " ~ wait cut_off 20:00 ~ OZ1 ~ ICN 23:00 ~ release Tue 10. 1:00"
        + " ~ import_clearance 4:00 ~ truck ~ SEL 5:00 ~ last_mile 6:00"),
    HandDrawn(
      title: "B02 a gate that opens at noon holds the truck",
      timetable: korea.replacing("HGH airport CN customs", with: "HGH airport CN customs gate=noon")
        + evenings
        + "hours noon daily 12:00-18:00",
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ wait before_opening 12:00"
        + " ~ export_clearance 14:00 ~ wait next_departure 16:00 ~ wait cut_off 20:00"
        + " ~ OZ1 ~ ICN 23:00 ~ release Tue 3. 1:00 ~ import_clearance 4:00 ~ truck"
        + " ~ SEL 5:00 ~ last_mile 6:00"),
    HandDrawn(
      title: "B03 customs is closed on Saturday and Sunday",
      timetable: korea
        + """
        hours office Mon-Fri 09:00-17:00
        export CN 2:00 hours=office class=parcel
        service OZ1 air KR daily HGH 20:00 > ICN 23:00
        """,
      ready: "Fri 15:30",
      gives: "HZ Fri 6. 15:30 ~ pickup 16:30 ~ truck ~ HGH 17:30"
        + " ~ wait before_opening Mon 9. 9:00 ~ export_clearance 11:00"
        + " ~ wait next_departure 20:00 ~ OZ1 ~ ICN 23:00"
        + " ~ import_clearance Tue 10. 2:00 ~ truck ~ SEL 3:00 ~ last_mile 4:00"),
    HandDrawn(
      title: "B04 papers taken before closing are finished after it",
      timetable: korea
        + """
        hours office Mon-Fri 09:00-17:00
        export CN 5:00 hours=office class=parcel
        service OZ1 air KR daily HGH 23:30 > ICN 02:00+1
        """,
      ready: "Fri 14:59",
      gives: "HZ Fri 6. 14:59 ~ pickup 15:59 ~ truck ~ HGH 16:59 ~ export_clearance 21:59"
        + " ~ wait next_departure 23:30 ~ OZ1 ~ ICN Sat 7. 2:00 ~ import_clearance 5:00"
        + " ~ truck ~ SEL 6:00 ~ last_mile 7:00"),
    HandDrawn(
      title: "B05 no delivery on Sunday",
      timetable: korea
        + """
        hours week Mon-Fri 09:00-18:00
        delivery KR 1:00 hours=week class=parcel
        service OZ1 air KR Fri HGH 20:00 > ICN 23:00
        """,
      ready: "Fri 08:00",
      gives: "HZ Fri 6. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 20:00 ~ OZ1 ~ ICN 23:00"
        + " ~ import_clearance Sat 7. 2:00 ~ truck ~ SEL 3:00 ~ last_mile 4:00"
        + " ~ wait delivery_hours Mon 9. 9:00"),
    HandDrawn(
      title: "B06 a holiday closes the customs office for a day",
      timetable: korea
        + evenings
        + "hours office Mon-Fri 09:00-17:00\nhours office 2026-03-03 closed\nimport KR 3:00 hours=office class=parcel",
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 16:00 ~ wait cut_off 20:00 ~ OZ1 ~ ICN 23:00"
        + " ~ release Tue 3. 1:00 ~ wait before_opening Wed 4. 9:00"
        + " ~ import_clearance 12:00 ~ truck ~ SEL 13:00 ~ last_mile 14:00"),
    HandDrawn(
      title: "B07 clocks go forward at the far end before the arrival",
      timetable:
        "week 2026-03-23\nterritory CN Asia/Shanghai\nterritory ES Europe/Madrid\nplace HGH airport CN customs modes=air\nplace MAD airport ES customs modes=air\nexport CN 2:00\nimport ES 3:00\nservice CA7 air CN Sat,Sun HGH 20:00 > MAD 14h",
      from: "HGH", to: "MAD", ready: "Sat 19:00",
      gives: "HGH Sat 28. 19:00 ~ export_clearance 21:00"
        + " ~ wait next_departure Sun 29. 20:00 ~ CA7 ~ MAD Mon 30. 4:00"
        + " ~ import_clearance 7:00"),
    HandDrawn(
      title: "B08 published local times keep to the clock after it has changed",
      timetable:
        "week 2026-10-19\nterritory CN Asia/Shanghai\nterritory ES Europe/Madrid\nplace HGH airport CN customs modes=air\nplace MAD airport ES customs modes=air\nexport CN 2:00\nimport ES 3:00\nservice CA7 air CN Sat,Sun HGH 20:00 > MAD 04:00+1",
      from: "HGH", to: "MAD", ready: "Sat 19:00",
      gives: "HGH Sat 24. 19:00 ~ export_clearance 21:00"
        + " ~ wait next_departure Sun 25. 20:00 ~ CA7 ~ MAD Mon 26. 4:00"
        + " ~ import_clearance 7:00"),
    HandDrawn(
      title: "B09 clocks go back at the origin between two departures",
      timetable:
        "week 2026-10-26\nterritory US America/New_York\nterritory CN Asia/Shanghai\nplace HGH airport CN customs modes=air\nplace JFK airport US customs modes=air\nexport US 2:00\nimport CN 3:00\nservice CA8 air CN Sun JFK 03:00 > HGH 15h",
      from: "JFK", to: "HGH", ready: "Sat 23:00",
      gives: "JFK Sat 31. 23:00 ~ export_clearance Sun 1. 1:00 ~ wait next_departure 3:00"
        + " ~ CA8 ~ HGH Mon 2. 7:00 ~ import_clearance 10:00"),
    HandDrawn(
      title: "B10 across the date line it arrives before it left",
      timetable: korea
        + """
        territory US America/Los_Angeles
        place LAX airport US customs modes=air
        import US 4:00
        service CA6 air CN Tue HGH 14:00 > LAX 10:00
        """,
      to: "LAX",
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure Tue 3. 14:00 ~ CA6 ~ LAX 10:00"
        + " ~ import_clearance 14:00"),
    HandDrawn(
      title: "B11 a wait of more than a week for a fortnightly service",
      timetable: korea
        + "service OZ1 air KR Tue HGH 20:00 > ICN 23:00 | every=2 phase=1",
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure Tue 10. 20:00 ~ OZ1 ~ ICN 23:00"
        + " ~ import_clearance Wed 11. 2:00 ~ truck ~ SEL 3:00 ~ last_mile 4:00"),
    HandDrawn(
      title: "B12 one departure in four weeks",
      timetable: korea
        + "service OZ1 air KR - HGH 10:00 > ICN 13:00 | freq=0.25 phase=0",
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure Mon 16. 10:00 ~ OZ1 ~ ICN 13:00"
        + " ~ import_clearance 16:00 ~ truck ~ SEL 17:00 ~ last_mile 18:00"),
    HandDrawn(
      title: "B13 beyond the horizon of three weeks nothing arrives",
      timetable: korea
        + "service OZ1 air KR - HGH 10:00 > ICN 13:00 | freq=0.25 phase=2",
      gives: "unreachable: unreachable.horizon"),
    HandDrawn(
      title: "B14 boxes have a horizon of ten weeks",
      timetable: korea
        + "service OZ1 air KR - HGH 10:00 > ICN 13:00 | freq=0.1 phase=8",
      consignment: Consignment(cargoClass: .fcl),
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure Mon 27. 10:00 ~ OZ1 ~ ICN 13:00"
        + " ~ import_clearance 16:00 ~ truck ~ SEL 17:00 ~ last_mile 18:00"),
  ]
}
