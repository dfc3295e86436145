// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting

extension HandDrawn {
  static let third: [HandDrawn] = [
    HandDrawn(
      title: "C01 the last day of validity still runs",
      timetable: korea
        + "service OZ1 air KR daily HGH 20:00 > ICN 23:00 | to=2026-03-03",
      ready: "Tue 08:00",
      gives: "HZ Tue 3. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 20:00 ~ OZ1 ~ ICN 23:00"
        + " ~ import_clearance Wed 4. 2:00 ~ truck ~ SEL 3:00 ~ last_mile 4:00"),
    HandDrawn(
      title: "C02 after its validity a service is gone",
      timetable: korea
        + "service OZ1 air KR daily HGH 20:00 > ICN 23:00 | to=2026-03-03",
      ready: "Wed 08:00",
      gives: "unreachable: unreachable.horizon"),
    HandDrawn(
      title: "C03 a cancelled date is skipped",
      timetable: korea
        + "service OZ1 air KR Mon,Wed HGH 20:00 > ICN 23:00 | cancel=2026-03-02",
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure Wed 4. 20:00 ~ OZ1 ~ ICN 23:00"
        + " ~ import_clearance Thu 5. 2:00 ~ truck ~ SEL 3:00 ~ last_mile 4:00"),
    HandDrawn(
      title: "C04 an added date runs",
      timetable: korea
        + "service OZ1 air KR Wed HGH 20:00 > ICN 23:00 | add=2026-03-03/12:00",
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure Tue 3. 12:00 ~ OZ1 ~ ICN 23:00"
        + " ~ import_clearance Wed 4. 2:00 ~ truck ~ SEL 3:00 ~ last_mile 4:00"),
    HandDrawn(
      title: "C05 a border post that opens in the morning holds the train",
      timetable: korea
        + """
        territory KZ Asia/Almaty
        place XA rail_terminal CN customs modes=rail
        place BX border_crossing CN gate=day
        place ALA rail_terminal KZ customs modes=rail
        hours day daily 08:00-20:00
        import KZ 4:00
        service X1 rail CN Mon XA 12:00 > (BX 22:00) > ALA 06:00+1
        """,
      from: "XA", to: "ALA",
      gives: "XA Mon 2. 8:00 ~ export_clearance 10:00 ~ wait next_departure 12:00 ~ X1"
        + " ~ ALA Tue 3. 16:00 ~ import_clearance 20:00"),
    HandDrawn(
      title: "C06 bonded cargo is cleared in the zone and trucked from there",
      timetable: korea
        + evenings
        + "place BZ bonded_zone CN customs\nroad HZ BZ 20km 0:30\nroad BZ HGH 30km 0:45",
      consignment: Consignment(exportMode: .bonded),
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ BZ 9:30 ~ export_clearance 11:30"
        + " ~ truck ~ HGH 12:15 ~ wait next_departure 16:00 ~ wait cut_off 20:00 ~ OZ1"
        + " ~ ICN 23:00 ~ release Tue 3. 1:00 ~ import_clearance 4:00 ~ truck"
        + " ~ SEL 5:00 ~ last_mile 6:00"),
    HandDrawn(
      title: "C07 cleared cargo rides inside its customs area in transit only",
      timetable: korea
        + """
        place PVG airport CN modes=air
        service MU1 road CN daily HGH 14:00 > PVG 18:00 | transit
        service MU2 road CN daily HGH 13:00 > PVG 17:00
        service OZ1 air KR daily PVG 22:00 > ICN 01:00+1 | cutoff=2:00
        """,
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 14:00 ~ MU1 ~ PVG 18:00 ~ wait next_departure 20:00"
        + " ~ wait cut_off 22:00 ~ OZ1 ~ ICN Tue 3. 1:00 ~ import_clearance 4:00"
        + " ~ truck ~ SEL 5:00 ~ last_mile 6:00"),
    HandDrawn(
      title: "C08 Hong Kong is a customs area of its own",
      timetable: """
        territory CN Asia/Shanghai
        territory HK Asia/Hong_Kong
        place SZ airport CN customs
        place HKC city HK
        road SZ HKC 50km 1:30
        export CN 2:00
        import HK 3:00
        delivery HK 1:00
        """,
      from: "SZ", to: "HKC",
      gives: "SZ Mon 2. 8:00 ~ export_clearance 10:00 ~ truck ~ HKC 11:30"
        + " ~ import_clearance 14:30 ~ last_mile 15:30"),
    HandDrawn(
      title: "C09 once imported, trucks cross inner borders of the area",
      timetable: """
        territory CN Asia/Shanghai
        territory DE Europe/Berlin area=EU
        territory FR Europe/Paris area=EU
        place HGH airport CN customs modes=air
        place FRA airport DE customs modes=air
        place PAR city FR
        road FRA PAR 570km 8:00
        export CN 2:00
        import EU 3:00
        service LH1 air DE Mon HGH 20:00 > FRA 02:00+1
        """,
      from: "HGH", to: "PAR",
      gives: "HGH Mon 2. 8:00 ~ export_clearance 10:00 ~ wait next_departure 20:00 ~ LH1"
        + " ~ FRA Tue 3. 2:00 ~ import_clearance 5:00 ~ truck ~ PAR 13:00"),
    HandDrawn(
      title: "C10 the eHub at the airport releases and clears sooner",
      timetable: korea
        + evenings
        + "place EH ehub KR customs\nroad ICN EH 5km 0:15\nroad EH SEL 55km 1:00\nhub EH ICN 0:30\nimport KR 1:00 kind=ehub",
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 16:00 ~ wait cut_off 20:00 ~ OZ1 ~ EH 23:00"
        + " ~ release 23:45 ~ import_clearance Tue 3. 0:45 ~ truck ~ SEL 1:45"
        + " ~ last_mile 2:45"),
    HandDrawn(
      title: "C11 a parcel rides the timetabled truck and keeps its cut-off",
      timetable: """
        territory CN Asia/Shanghai
        place HZ city CN
        place XA city CN
        road HZ XA 1300km 18:00
        linehaul * 150km 160km 10:00,22:00 cutoff=2:00 release=1:30
        """,
      to: "XA", ready: "Mon 08:01",
      gives: "HZ Mon 2. 8:01 ~ wait next_departure 20:00 ~ wait cut_off 22:00 ~ line_haul"
        + " ~ XA Tue 3. 16:00 ~ release 17:30"),
    HandDrawn(
      title: "C12 a full truck leaves at once",
      timetable: """
        territory CN Asia/Shanghai
        place HZ city CN
        place XA city CN
        road HZ XA 1300km 18:00
        linehaul * 150km 160km 10:00,22:00 cutoff=2:00 release=1:30
        """,
      to: "XA", ready: "Mon 08:01", consignment: Consignment(cargoClass: .lcl, massKG: 2_000),
      gives: "HZ Mon 2. 8:01 ~ truck ~ XA Tue 3. 2:01"),
    HandDrawn(
      title: "C13 a van may not follow a van",
      timetable: """
        territory CN Asia/Shanghai
        place HZ city CN
        place JX city CN
        place SH city CN
        road HZ JX 100km 1:30
        road JX SH 100km 1:30
        linehaul * 150km 160km 22:00
        """,
      to: "SH",
      gives: "unreachable: unreachable.no_road"),
    HandDrawn(
      title: "C14 of two equal arrivals the cheaper",
      timetable: korea
        + """
        service OZ1 air KR Mon HGH 20:00 > ICN 23:00
        service OZ2 air KR Mon HGH 20:00 > ICN 23:00
        tariff main_haul 200
        tariff main_haul 150 service=OZ2
        """,
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 20:00 ~ OZ2 ~ ICN 23:00"
        + " ~ import_clearance Tue 3. 2:00 ~ truck ~ SEL 3:00 ~ last_mile 4:00"),
    HandDrawn(
      title: "C15 of two equal costs the cleaner",
      timetable: korea
        + """
        service OZ1 air KR Mon HGH 20:00 > ICN 23:00 | type=old
        service OZ2 air KR Mon HGH 20:00 > ICN 23:00 | type=new
        emission air 900 type=old
        emission air 500 type=new
        """,
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 20:00 ~ OZ2 ~ ICN 23:00"
        + " ~ import_clearance Tue 3. 2:00 ~ truck ~ SEL 3:00 ~ last_mile 4:00"),
    HandDrawn(
      title: "C16 cheap and late is as good where the door is closed till then",
      timetable: korea
        + """
        hours noon daily 12:00-18:00
        delivery KR 1:00 hours=noon class=parcel
        service OZ1 air KR Mon HGH 20:00 > ICN 23:00
        service OZ2 air KR Mon HGH 22:00 > ICN 03:00+1
        tariff main_haul 200
        tariff main_haul 150 service=OZ2
        """,
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 22:00 ~ OZ2 ~ ICN Tue 3. 3:00 ~ import_clearance 6:00"
        + " ~ truck ~ SEL 7:00 ~ last_mile 8:00 ~ wait delivery_hours 12:00"),
    HandDrawn(
      title: "C17 handling between aircraft and truck comes before the truck",
      timetable: korea
        + evenings
        + "handling airport air road 1:30",
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 16:00 ~ wait cut_off 20:00 ~ OZ1 ~ ICN 23:00"
        + " ~ release Tue 3. 1:00 ~ import_clearance 4:00 ~ handling 5:30 ~ truck"
        + " ~ SEL 6:30 ~ last_mile 7:30"),
    HandDrawn(
      title: "C18 without a service nothing arrives, and the reason says so",
      timetable: korea,
      gives: "unreachable: unreachable.no_service"),
    HandDrawn(
      title: "C19 a closed passage stops the ship",
      timetable: korea
        + """
        service CO1 sea CN Mon HGH 20:00 > ICN 10h | passage=suez
        service CO2 sea CN Mon HGH 20:00 > ICN 40h
        """,
      options: RoutingOptions.without("suez"),
      gives: "HZ Mon 2. 8:00 ~ pickup 9:00 ~ truck ~ HGH 10:00 ~ export_clearance 12:00"
        + " ~ wait next_departure 20:00 ~ CO2 ~ ICN Wed 4. 13:00"
        + " ~ import_clearance 16:00 ~ truck ~ SEL 17:00 ~ last_mile 18:00"),
  ]
}
