// SPDX-License-Identifier: GPL-3.0-or-later

extension Example {
  static let newServices: [Example] = [
    Example(
      "a service with its stops, days and capacity",
      "kind: add_service, id: N1, mode: air, carrier: korea-air, vehicle: B767F, "
        + "departures: [{ days: Mon, time: \"01:00\" }], capacity: { parcel: 20 t }, "
        + "stops: [{ place: HGH }, { place: ICN, arrive_h: 2 }]",
      edits: [
        "+service id=N1, name_en=N1, mode=air, carrier=korea-air, vehicle=B767F, status=live",
        "+stop_time service=N1, sequence=1, place=HGH, kind=call, depart_h=0",
        "+stop_time service=N1, sequence=2, place=ICN, kind=call, arrive_h=2",
        "+departure service=N1, days=Mon, time=01:00",
        "+capacity service=N1, class=parcel, amount=20, unit=t",
      ]),
    Example(
      "the way back counts its hours from the other end",
      "kind: add_service, id: N1, name: Bay, mode: sea, carrier: { id: bay, name_en: Bay, homes: [CN, KR] }, "
        + "per_week: 2, slot_rule: even, slot_phase: 1, status: live, capacity: { fcl: 64 TEU }, "
        + "stops: [{ place: XSH }, { place: BLN, arrive_h: 20, depart_h: 26 }, { place: INC, arrive_h: 70 }], "
        + "also_back: { id: N2, slot_phase: 4 }",
      edits: [
        "+carrier id=bay, name_en=Bay, homes=CN;KR",
        "+service id=N1, name_en=Bay, mode=sea, carrier=bay, status=live, frequency_per_week=2, "
          + "slot_rule=even, slot_phase=1",
        "+service id=N2, name_en=Bay (return), mode=sea, carrier=bay, status=live, frequency_per_week=2, "
          + "slot_rule=even, slot_phase=4",
        "+stop_time service=N1, sequence=1, place=XSH, kind=call, depart_h=0",
        "+stop_time service=N1, sequence=2, place=BLN, kind=call, arrive_h=20, depart_h=26",
        "+stop_time service=N1, sequence=3, place=INC, kind=call, arrive_h=70",
        "+stop_time service=N2, sequence=1, place=INC, kind=call, depart_h=0",
        "+stop_time service=N2, sequence=2, place=BLN, kind=call, arrive_h=44, depart_h=50",
        "+stop_time service=N2, sequence=3, place=XSH, kind=call, arrive_h=70",
        "+capacity service=N1, class=fcl, amount=64, unit=TEU",
        "+capacity service=N2, class=fcl, amount=64, unit=TEU",
      ]),
    Example(
      "the way back of a published service has days of its own",
      "kind: add_service, id: N1, mode: air, carrier: korea-air, "
        + "departures: { days: Mon, time: \"01:00\" }, capacity: { parcel: 20 t }, "
        + "stops: [{ place: HGH }, { place: ICN, arrive_h: 2 }], "
        + "also_back: { id: N2, departures: { days: Tue, time: \"09:00\" } }",
      edits: [
        "+service id=N1, name_en=N1, mode=air, carrier=korea-air, status=live",
        "+service id=N2, name_en=N1 (return), mode=air, carrier=korea-air, status=live",
        "+stop_time service=N1, sequence=1, place=HGH, kind=call, depart_h=0",
        "+stop_time service=N1, sequence=2, place=ICN, kind=call, arrive_h=2",
        "+stop_time service=N2, sequence=1, place=ICN, kind=call, depart_h=0",
        "+stop_time service=N2, sequence=2, place=HGH, kind=call, arrive_h=2",
        "+departure service=N1, days=Mon, time=01:00",
        "+departure service=N2, days=Tue, time=09:00",
        "+capacity service=N1, class=parcel, amount=20, unit=t",
        "+capacity service=N2, class=parcel, amount=20, unit=t",
      ]),
    Example(
      "a copy of a service with another place",
      "kind: like_service, service: SH-BLN, id: N1, places: { BLN: YIW }, status: unconfirmed",
      edits: [
        "+service id=N1, name_en=N1, mode=sea, service_type=feeder, carrier=yellow-sea, "
          + "vehicle=1000-TEU ship, status=unconfirmed",
        "+stop_time service=N1, sequence=1, place=INC",
        "+stop_time service=N1, sequence=2, place=YIW, arrive_h=42",
        "+departure service=N1, days=Tue, time=16:00",
        "+capacity service=N1, class=fcl, amount=900, unit=TEU",
        "+capacity service=N1, class=lcl, amount=200, unit=t",
      ]),
    Example(
      "a copy with a timetable of its own takes the right along",
      "kind: like_service, service: AF-US, id: N1, departures: [{ days: Mon, time: \"05:00\" }]",
      edits: [
        "+traffic_right carrier=america-air, service=N1, from=HGH, to=ICN, freedom=5",
        "+service id=N1, name_en=N1, mode=air, service_type=air-freighter, carrier=america-air, "
          + "vehicle=B777F, status=unconfirmed, cutoff_h=5",
        "+stop_time service=N1, sequence=1, place=HGH",
        "+stop_time service=N1, sequence=2, place=ICN, arrive_h=2.1",
        "+departure service=N1, days=Mon, time=05:00",
        "+capacity service=N1, class=parcel, amount=80, unit=t",
        "+capacity service=N1, class=air, amount=80, unit=t",
      ]),
  ]

  static let terminals: [Example] = [
    Example(
      "a gate that is open at all hours, and a calendar for customs",
      "kind: opening_hours, places: XSH, gate: always, customs: day",
      edits: [
        "+opening_hours id=always, days=daily, opens=00:00, closes=24:00",
        "terminal XSH: gate_hours canal→always, customs_hours →day",
      ]),
    Example(
      "hours that are written out get a calendar of their own",
      "kind: opening_hours, places: [XSH, YIW], gate: [{ days: Mon-Fri, opens: \"05:00\", closes: \"23:00\" }]",
      edits: [
        "+opening_hours id=trial-gate, days=Mon-Fri, opens=05:00, closes=23:00",
        "terminal XSH: gate_hours canal→trial-gate", "terminal YIW: gate_hours →trial-gate",
      ]),
    Example(
      "a calendar that is rewritten",
      "kind: hours, hours: office, week: [{ days: Mon-Sat, opens: \"08:00\", closes: \"20:00\" }]",
      edits: [
        "-opening_hours office Mon-Fri", "-opening_hours office Sat",
        "+opening_hours id=office, days=Mon-Sat, opens=08:00, closes=20:00",
      ]),
    Example(
      "a calendar that is open always", "kind: hours, hours: canal, always: true",
      edits: [
        "-opening_hours canal daily",
        "+opening_hours id=canal, days=daily, opens=00:00, closes=24:00",
      ]),
    Example(
      "dates that are closed replace what was said of them",
      "kind: calendar, hours: canal, dates: { from: 2026-03-07, to: 2026-03-08 }, closed: true",
      edits: [
        "-hours_exception canal 2026-03-08", "+hours_exception hours=canal, date=2026-03-07",
        "+hours_exception hours=canal, date=2026-03-08",
      ]),
    Example(
      "a workday in lieu",
      "kind: calendar, hours: office, dates: 2026-03-08, opens: \"09:00\", closes: \"18:00\"",
      edits: ["+hours_exception hours=office, date=2026-03-08, opens=09:00, closes=18:00"]),
    Example(
      "a clearance's low and high points keep their proportion",
      "kind: clearance, rows: kr-import, time_h: 12, hours: always",
      edits: [
        "+opening_hours id=always, days=daily, opens=00:00, closes=24:00",
        "clearance kr-import: time_h 24→12, low_h 8→4, high_h 72→36, hours office→always",
      ]),
    Example(
      "clearances multiplied, and inspected less",
      "kind: clearance, rows: \"cn-*port\", times: 0.5, inspection_share: 0.01",
      edits: [
        "clearance cn-export: time_h 4→2, low_h 2→1, high_h 12→6, inspection_share 0.02→0.01",
        "clearance cn-import: time_h 24→12, low_h 8→4, high_h 72→36, inspection_share 0.03→0.01",
      ]),
    Example(
      "a clearance of its own",
      "kind: add_clearance, id: new, direction: import, territory: KR, class: parcel, place: ICN, "
        + "time_h: 2, hours: day",
      edits: [
        "+clearance id=new, direction=import, territory=KR, place=ICN, class=parcel, time_h=2, hours=day"
      ]),
    Example(
      "doors of one class",
      "kind: door, operation: delivery, territory: KR, class: fcl, times: 0.5, hours: day",
      edits: ["door delivery KR fcl: time_h 6→3, low_h 3→1.5, high_h 12→6, hours week→day"]),
    Example(
      "handling copies the rows of its kind of place",
      "kind: handling, place: HGH, times: 0.5",
      edits: [
        "+handling place=HGH, inbound=air, outbound=road, time_h=1, low_h=0.5, high_h=2, "
          + "distribution=lognormal, cost_cny=0, cost_cny_per_kg=0.3, co2e_kg_per_t=1"
      ]),
    Example(
      "handling that a place has is changed where it stands",
      "kind: handling, place: BLN, inbound: river, time_h: 1",
      edits: ["handling BLN river road fcl: time_h 4→1, low_h 2→0.5, high_h 8→2"]),
    Example(
      "handling of a kind of place and a class",
      "kind: handling, place_kind: seaport, class: lcl, times: 2",
      edits: ["handling seaport sea road lcl: time_h 24→48, low_h 12→24, high_h 48→96"]),
    Example(
      "servers", "kind: resource, rows: crane-bln, times: 1.5, shifts: day",
      edits: ["resource crane-bln: servers 4→6, shifts →day"]),
    Example(
      "faster servers", "kind: resource, rows: crane-bln, rate_times: 1.2",
      edits: ["resource crane-bln: rate 25→30"]),
    Example(
      "storage of a terminal", "kind: storage, places: BLN, times: 1.5, free_days: 5",
      edits: ["terminal BLN: storage_capacity 90000→135000, free_storage_days 3→5"]),
  ]
}
