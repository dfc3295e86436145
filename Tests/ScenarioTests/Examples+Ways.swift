// SPDX-License-Identifier: GPL-3.0-or-later

extension Example {
  static let ways: [Example] = [
    Example(
      "a place that is closed for good", "kind: close, places: HGH",
      edits: ["+closure id=trial-3, kind=place, target=HGH"]),
    Example(
      "links that are closed at night in a window",
      "kind: close, links: [RO-HZ-HGH, RO-HZ-XSH], from: \"2026-03-02T00:00:00+08:00\", "
        + "to: \"2026-03-09T00:00:00+08:00\", days: Mon-Fri, start: \"01:00\", end: \"05:00\"",
      edits: [
        "+closure id=trial-3, kind=link, target=RO-HZ-HGH, from=2026-03-02T00:00:00+08:00, "
          + "to=2026-03-09T00:00:00+08:00, days=Mon-Fri, start=01:00, end=05:00",
        "+closure id=trial-4, kind=link, target=RO-HZ-XSH, from=2026-03-02T00:00:00+08:00, "
          + "to=2026-03-09T00:00:00+08:00, days=Mon-Fri, start=01:00, end=05:00",
      ]),
    Example(
      "a passage that services name",
      "kind: set, table: service, where: { id: BA-XSH }, values: { passages: [lock-one, lock-two] }",
      "kind: close, passages: lock-one",
      edits: [
        "service BA-XSH: passages →lock-one;lock-two",
        "+closure id=trial-3, kind=passage, target=lock-one",
      ]),
    Example(
      "a closed canal with another way round lengthens the leg that has it",
      "kind: add_service, id: N1, mode: sea, carrier: yellow-sea, per_week: 1, slot_rule: even, "
        + "passages: [suez], capacity: { fcl: 9 TEU }, stops: [{ place: XSH }, "
        + "{ place: BLN, arrive_h: 20, depart_h: 26 }, { place: INC, arrive_h: 70 }]",
      "kind: close, passages: suez, reroute: { to: cape, hours: 100 }",
      edits: [
        "+service id=N1, name_en=N1, mode=sea, carrier=yellow-sea, status=live, "
          + "frequency_per_week=1, slot_rule=even, passages=cape",
        "+stop_time service=N1, sequence=1, place=XSH, kind=call, depart_h=0",
        "+stop_time service=N1, sequence=2, place=BLN, kind=call, arrive_h=20, depart_h=26",
        "+stop_time service=N1, sequence=3, place=INC, kind=call, arrive_h=170",
        "+capacity service=N1, class=fcl, amount=9, unit=TEU",
      ]),
    Example(
      "the listed lane says which leg has the canal, not its length",
      "kind: set, table: link, where: { id: RV-XSH-BLN }, values: { passages: suez }",
      "kind: add_service, id: N1, mode: sea, carrier: yellow-sea, per_week: 1, slot_rule: even, "
        + "passages: [suez], capacity: { fcl: 9 TEU }, stops: [{ place: XSH }, "
        + "{ place: BLN, arrive_h: 20, depart_h: 26 }, { place: INC, arrive_h: 70 }]",
      "kind: close, passages: suez, reroute: { to: cape, hours: 100 }",
      edits: [
        "link RV-XSH-BLN: passages →suez",
        "+service id=N1, name_en=N1, mode=sea, carrier=yellow-sea, status=live, "
          + "frequency_per_week=1, slot_rule=even, passages=cape",
        "+stop_time service=N1, sequence=1, place=XSH, kind=call, depart_h=0",
        "+stop_time service=N1, sequence=2, place=BLN, kind=call, arrive_h=120, depart_h=126",
        "+stop_time service=N1, sequence=3, place=INC, kind=call, arrive_h=170",
        "+capacity service=N1, class=fcl, amount=9, unit=TEU",
      ]),
    Example(
      "a pattern of passages",
      "kind: set, table: service, where: { id: BA-XSH }, values: { passages: [lock-one, lock-two] }",
      "kind: close, passages: \"lock-*\"",
      edits: [
        "service BA-XSH: passages →lock-one;lock-two",
        "+closure id=trial-3, kind=passage, target=lock-one",
        "+closure id=trial-4, kind=passage, target=lock-two",
      ]),
    Example(
      "what is opened again is closed no longer", "kind: open, places: XSH",
      edits: ["-closure golden-week"]),
    Example(
      "closures of other places stay",
      "kind: close, places: [HGH, ICN]", "kind: open, places: HGH",
      edits: ["+closure id=trial-4, kind=place, target=ICN"]),
    Example(
      "a right both ways",
      "kind: grant_right, carrier: korea-air, from: HGH, to: ICN, freedom: 7, both_ways: true",
      edits: [
        "+traffic_right carrier=korea-air, from=HGH, to=ICN, freedom=7",
        "+traffic_right carrier=korea-air, from=ICN, to=HGH, freedom=7",
      ]),
    Example(
      "a right of one service", "kind: grant_right, service: AF-KR-back, from: ICN, to: HGH",
      edits: ["+traffic_right carrier=korea-air, service=AF-KR-back, from=ICN, to=HGH, freedom=5"]),
    Example(
      "a right that is withdrawn",
      "kind: withdraw_right, carrier: america-air, from: HGH, to: ICN",
      edits: ["-traffic_right america-air AF-US HGH ICN"]),
    Example(
      "a link carries unless it says no",
      "kind: add_link, id: RO-NB-HGH, mode: road, from: NB, to: HGH, distance_km: 130, time_h: 2.5",
      edits: [
        "+link id=RO-NB-HGH, mode=road, from=NB, to=HGH, distance_km=130, time_h=2.5, carries=yes"
      ]),
    Example(
      "a link that goes", "kind: remove_link, links: RO-INC-SEL", edits: ["-link RO-INC-SEL"]),
    Example(
      "a link that goes takes its closures along", "kind: remove_link, links: RO-ICN-SEL",
      edits: ["-link RO-ICN-SEL", "-closure bridge-repair"]),
    Example(
      "a faster and shorter link", "kind: link, links: RO-HZ-YIW, times: 0.8, distance_km: 110",
      edits: ["link RO-HZ-YIW: distance_km 125→110, time_h 1.9→1.52"]),
  ]

  static let places: [Example] = [
    Example(
      "a place with its terminal",
      "kind: add_place, id: GMP, place_kind: airport, name_en: Gimpo, lat: 37.5583, lon: 126.7906, "
        + "territory: KR, time_zone: Asia/Seoul, terminal: { modes: [air, road], customs: yes }",
      edits: [
        "+place id=GMP, name_en=Gimpo, kind=airport, lat=37.5583, lon=126.7906, territory=KR, "
          + "time_zone=Asia/Seoul", "+terminal place=GMP, modes=air;road, customs=yes",
      ]),
    Example(
      "an eHub with its airport",
      "kind: add_place, id: EHS, place_kind: ehub, name_en: Seoul eHub, lat: 37.5, lon: 126.8, "
        + "territory: KR, time_zone: Asia/Seoul, terminal: { modes: road, customs: yes }, "
        + "hub: { airport: ICN, release_h: 1 }",
      edits: [
        "+place id=EHS, name_en=Seoul eHub, kind=ehub, lat=37.5, lon=126.8, territory=KR, "
          + "time_zone=Asia/Seoul", "+terminal place=EHS, modes=road, customs=yes",
        "+hub ehub=EHS, airport=ICN, release_h=1",
      ]),
    Example(
      "a place that goes takes its rows along",
      "kind: remove_service, services: BA-XSH", "kind: remove_place, places: XSH",
      edits: [
        "-place XSH", "-terminal XSH", "-link RO-HZ-XSH", "-link RV-XSH-BLN", "-service BA-XSH",
        "-stop_time BA-XSH 1", "-stop_time BA-XSH 2", "-capacity BA-XSH fcl",
        "-closure golden-week",
        "-check barge-time",
      ]),
  ]

  static let rows: [Example] = [
    Example(
      "demand of one class", "kind: demand, origins: HZ, class: parcel, times: 1.2",
      edits: ["demand hz-seoul: tonnes_per_year 5000→6000"]),
    Example(
      "demand of one class leaves the others",
      "kind: add_row, table: demand, values: { id: boxes, origin: HZ, destination: SEL, class: fcl, "
        + "export_mode: \"0110\", tonnes_per_year: 900 }",
      "kind: demand, class: fcl, times: 2",
      edits: [
        "+demand id=boxes, origin=HZ, destination=SEL, class=fcl, export_mode=0110, "
          + "tonnes_per_year=1800"
      ]),
    Example(
      "others' traffic, of a row that the scenario itself adds",
      "kind: add_row, table: background, values: { id: ships, resource: crane-bln, per_year: 900, "
        + "work: 300 }",
      "kind: background, rows: ships, times: 1.1",
      edits: ["+background id=ships, resource=crane-bln, per_year=990, work=300"]),
    Example(
      "what others have booked keeps within a departure",
      "kind: add_row, table: load, values: { id: air, mode: air, share: 0.8, low: 0.6, high: 0.95 }",
      "kind: load, rows: air, times: 1.1",
      edits: ["+load id=air, mode=air, share=0.88, low=0.68, high=1"]),
    Example(
      "what others have booked, as a share",
      "kind: add_row, table: load, values: { id: sea, mode: sea, share: 0.9 }",
      "kind: load, rows: sea, share: 0.7",
      edits: ["+load id=sea, mode=sea, share=0.7"]),
    Example(
      "one event at two places, with a ramp",
      "kind: disrupt, target: ICN, target_kind: place, rate_per_year: 2, median_h: 24, "
        + "event: typhoon, recovery_h: 12",
      "kind: disrupt, target: INC, target_kind: place, rate_per_year: 2, median_h: 48, event: typhoon",
      edits: [
        "+disruption id=trial-2, kind=place, target=ICN, rate_per_year=2, median_h=24, "
          + "event=typhoon, recovery_h=12",
        "+disruption id=trial-3, kind=place, target=INC, rate_per_year=2, median_h=48, event=typhoon",
      ]),
    Example(
      "a disruption",
      "kind: disrupt, target: ICN, target_kind: place, rate_per_year: 6, median_h: 4",
      edits: ["+disruption id=trial-2, kind=place, target=ICN, rate_per_year=6, median_h=4"]),
    Example(
      "a disruption after one that was taken out has an id of its own",
      "kind: disrupt, target: ICN, target_kind: place, rate_per_year: 6, median_h: 4",
      "kind: remove_row, table: disruption, where: { id: fog }",
      "kind: disrupt, target: BLN, target_kind: place, rate_per_year: 3, median_h: 4, low_h: 2, high_h: 9",
      edits: [
        "-disruption fog",
        "+disruption id=trial-2, kind=place, target=ICN, rate_per_year=6, median_h=4",
        "+disruption id=trial-3, kind=place, target=BLN, rate_per_year=3, median_h=4, low_h=2, high_h=9",
      ]),
    Example(
      "a parameter", "kind: parameter, id: fx.USD, value: 7.3",
      edits: ["parameter fx.USD: value 7.1→7.3"]),
    Example(
      "any cells of rows that fit",
      "kind: set, table: link.csv, where: { mode: road, to: HGH }, values: { attributes: motorway, time_h: 0.5 }",
      edits: [
        "link RO-HZ-HGH: time_h 0.7→0.5, attributes →motorway",
        "link RO-BZ-HGH: time_h 0.4→0.5, attributes →motorway",
      ]),
    Example(
      "any row more", "kind: add_row, table: target, values: { set: strict, place: HZ, tier: 1 }",
      edits: ["+target set=strict, place=HZ, tier=1"]),
    Example(
      "any rows less", "kind: remove_row, table: target, where: { set: broad }",
      edits: ["-target broad NB", "-target broad SEL"]),
  ]
}
