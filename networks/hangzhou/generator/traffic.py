# SPDX-License-Identifier: GPL-3.0-or-later
"""What the simulation reads beside resources: profiles, booked shares, inspections, disruptions."""
from .base import DEFAULTS, Table

DAY = {
    # Pick-up hours 08-20: little at the start, a peak before the evening line-haul.
    "demand": {8: .5, 9: .8, 10: 1, 11: 1, 12: .7, 13: .9, 14: 1.1, 15: 1.3, 16: 1.5, 17: 1.5, 18: 1.2, 19: .8},
    "gate": dict(zip(range(24), [.5, .4, .4, .4, .4, .5, .7, .9, 1.2, 1.4, 1.5, 1.3, 1, 1.2, 1.5, 1.6, 1.5, 1.4, 1.2, 1.1, 1.1, 1, .8, .6])),
    "air-gate": dict(zip(range(24), [.7, .5, .4, .3, .3, .3, .4, .5, .7, .8, .9, .9, .8, 1, 1.2, 1.3, 1.5, 1.7, 1.9, 2, 1.9, 1.6, 1.3, 1])),
    "air-cargo": dict(zip(range(24), [1, .8, .6, .5, .4, .4, .5, .6, .7, .8, .9, .9, .9, 1, 1.1, 1.2, 1.4, 1.5, 1.6, 1.7, 1.7, 1.5, 1.3, 1.1])),
    "flights": dict(zip(range(24), [.7, .6, .5, .4, .3, .3, .7, 1.3, 1.4, 1.3, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.1, .9])),
    "parcels": dict(zip(range(6, 22), [.8, .8, .7, .6, .6, .7, .7, .8, .9, 1, 1.1, 1.2, 1.4, 1.6, 1.6, 1.5])) | {h: 0 for h in (0, 1, 2, 3, 4, 5, 22, 23)},
}
WEEKDAY = {
    "demand": [1.1, 1.1, 1.1, 1.1, 1.1, .85, .65], "gate": [1, 1.05, 1.05, 1.1, 1.1, .95, .75], "air-gate": [.9, 1, 1, 1.05, 1.1, 1.05, .9],
    "air-cargo": [.9, 1, 1, 1.05, 1.1, 1.05, .9], "flights": [1, .97, .97, 1, 1.05, 1, 1.01], "parcels": [1.1, 1.05, 1, 1, 1, .95, .9],
    "ships": [.95, 1, 1, 1.05, 1, 1, 1],
}
# ISO weeks of 2026: Chinese New Year is on 17 February (week 8), Golden Week 1-7 October (40, 41), Double 11 in weeks 45 and 46.
WEEK = {3: 1.15, 4: 1.2, 5: 1.2, 6: 1.1, 7: .6, 8: .25, 9: .6, 10: .85, 38: 1.15, 39: 1.25, 40: .7, 41: .8, 45: 1.5, 46: 1.55, 47: 1.3,
        48: 1.2, 49: 1.1, 52: .9, 53: .9}
SEASONAL = {"demand": 1.0, "parcels": 1.0, "air-cargo": 0.5, "air-gate": 0.5, "gate": 0.4, "ships": 0.2}
NOTES = {
    "demand": "pick-up hours 08-20 (door.csv); rush before Golden Week and New Year, the fair in September (week 39), Double 11",
    "gate": "trucks at port, rail and zone gates: two peaks in the day", "air-gate": "trucks at airports: before the night's departures",
    "air-cargo": "outbound cargo comes in the evening", "flights": "few between midnight and six", "parcels": "two shifts, most in the evening",
    "ships": "evenly in the day",
}


def profile_table():
    table = Table("profile.csv", "id,kind,position,factor")

    def add(name, kind, factors):
        mean = sum(factors.values()) / len(factors)
        for position, factor in sorted(factors.items()):
            table.add(id=name, kind=kind, position=position, factor=round(factor / mean, 4), quality="assumed", source=DEFAULTS,
                      note=NOTES[name])

    for name in sorted(NOTES):
        if name in DAY:
            add(name, "hour_of_day", {h: DAY[name].get(h, 0) for h in range(24)})
        add(name, "weekday", dict(enumerate(WEEKDAY[name], 1)))
        if name in SEASONAL:
            add(name, "week_of_year", {w: 1 + (WEEK.get(w, 1) - 1) * SEASONAL[name] for w in range(1, 54)})
    return table


# id, mode, type, place, class, share, low, high, source, note; what Hangzhou's demand leaves to others
LOADS = [
    ("air", "air", "", "", "", .80, .65, .92, "assumed: heavy direction out of China", "load factors of 0.75 to 0.9 out of China"),
    ("air-belly", "air", "air-belly", "", "", .70, .5, .9, "assumed", "holds of passenger flights"),
    ("air-HGH", "air", "", "HGH", "", .58, .4, .75, "derived from trade.hgh_cbec_q1_2024 and the listed lift",
     "listed lift 378,000 t a year outbound abroad: 0.58 for others and about 0.26 for Hangzhou's e-commerce (100,000 t) make 0.84; the listed lift is more than flies (cap.hgh_intl_2023: 170,000 t both ways), so a part stands for flights not flown"),
    ("air-PVG", "air", "", "PVG", "", .82, .7, .93, "assumed: heavy direction out of China", "2.5 Mt a year listed outbound; 3.78 Mt flown both ways"),
    ("air-NGB", "air", "", "NGB", "", .80, .6, .92, "assumed", ""),
    ("air-EHU", "air", "", "EHU", "", .75, .55, .9, "assumed", "SF's own cargo"),
    ("air-JXN", "air", "", "A-JXN", "", .60, .3, .8, "assumed", "a young freight airport"),
    ("sea", "sea", "", "", "", .88, .75, .97, "assumed", "strings out of China 0.85 to 0.9"),
    ("sea-feeder", "sea", "feeder", "", "", .60, .4, .8, "assumed", "feeders in Hangzhou Bay"),
    ("river", "river", "", "", "", .35, .15, .6, "assumed", "barges of the canals"),
    ("river-XSH", "river", "", "CNHGH-XSH", "", .20, .05, .4, "nodes.csv CNHGH-XSH: 80 % of the city's export boxes by river", "the rest is Hangzhou's own"),
    ("rail-europe", "rail", "china-europe train", "", "", .90, .8, .98, "assumed", "trains to Europe leave nearly full"),
    ("rail-sea", "rail", "sea-rail train", "", "", .60, .4, .8, "assumed", "Yiwu's and Jinhua's own boxes"),
    ("rail-BLT", "rail", "", "R-BLT", "", .30, .1, .5, "assumed", "Hangzhou's own yard"),
    ("road", "road", "", "", "", .50, .3, .7, "assumed", "truck flights and TIR trucks"),
]


def load_table():
    table = Table("load.csv", "id,mode,service_type,place,class,share,low,high")
    for i, mode, kind, place, name, share, low, high, source, note in LOADS:
        table.add(id=i, mode=mode, service_type=kind, place=place, **{"class": name}, share=share, low=low, high=high,
                  quality="assumed", source=source, note=note)
    return table


# export mode, side, area, probability, hold hours: median, low, high
INSPECTIONS = [
    ("", "export", "CN", .03, 24, 4, 72, ""), ("9610", "export", "CN", .015, 12, 3, 48, "clearance.csv has 0.065 from cus.insp_b2c, the share of bills; parcels opened are fewer"),
    ("9710", "export", "CN", .025, 24, 4, 72, ""), ("9810", "export", "CN", .025, 24, 4, 72, ""), ("1210", "export", "CN", .01, 8, 2, 36, ""),
    ("0110", "export", "CN", .03, 24, 6, 96, ""), ("", "import", "", .03, 24, 4, 96, "everywhere else"),
    ("", "import", "EU", .03, 24, 6, 96, ""), ("", "import", "US", .05, 48, 8, 168, "low-value relief ended in 2025"),
    ("", "import", "GB", .03, 24, 6, 96, ""), ("", "import", "JP", .02, 12, 3, 48, ""), ("", "import", "KR", .02, 12, 3, 48, ""),
    ("", "import", "EAEU", .06, 48, 12, 168, ""), ("", "import", "BR", .10, 72, 24, 240, ""), ("", "import", "SG", .01, 6, 2, 24, ""),
    ("", "import", "AE", .03, 12, 4, 72, ""), ("", "import", "AU", .04, 24, 8, 120, "biosecurity"), ("", "import", "CN", .03, 24, 4, 96, ""),
]


def inspection_table():
    table = Table("inspection.csv", "export_mode,side,area,probability,hold_h,low_h,high_h")
    for mode, side, area, share, hold, low, high, note in INSPECTIONS:
        table.add(export_mode=mode, side=side, area=area, probability=share, hold_h=hold, low_h=low, high_h=high, quality="assumed",
                  source="assumed; holds: parameters.csv cus.insp_time", note=note)
    return table


def disruption_table(parameters, links):
    p = {r["id"]: r for r in parameters}
    table = Table("disruption.csv", "id,kind,target,rate_per_year,median_h,low_h,high_h,event,recovery_h")

    def add(event, kind, target, rate, hours, recovery, quality, source, note):
        median, low, high = hours
        table.add(id=f"{event}-{target}", kind=kind, target=target, rate_per_year=rate, median_h=median, low_h=low, high_h=high,
                  event=event, recovery_h=recovery, quality=quality, source=source, note=note)

    ningbo = [f"CNNBG-{t}" for t in ("BLN", "CHS", "MES", "DXE", "JTG", "ZHN")]
    typhoon = float(p["wx.typhoon_rate"]["value"])
    # Points of the triangular distribution (24, 48, 96): 5 %, 50 %, 95 %.
    for place in ningbo + ["CNSHA-YSN", "CNSHA-WGQ", "CNJIA", "CNJIA-ZPU2"]:
        add("typhoon", "place", place, typhoon, (54.4, 33.3, 82.9), 48, "assumed", "parameters.csv wx.typhoon_rate, wx.typhoon_len",
            "triangular (24, 48, 96) h; two days until all works again: assumed (wx.typhoon_queue has 2 to 4 days of waiting)")
    for place in ("HGH", "PVG"):
        add("typhoon", "place", place, typhoon, (14, 6, 30), 12, "assumed", "parameters.csv wx.typhoon_rate; length assumed",
            "airports shut for the hours of the wind alone")
    season = float(p["wx.fog_share"]["value"]) * 91 * 24
    median, sigma = 2.7, 0.7
    hours = (median, .85, 8.5)
    rate = round(season / (median * 2.718281828 ** (sigma * sigma / 2)), 1)
    for place in ningbo:
        add("fog-ningbo", "place", place, rate, hours, 2, "derived", "parameters.csv wx.fog_share, wx.fog_len",
            "an eighth of April to June ÷ the mean length; other months without: assumed. Spread over the year")
    for place in ("CNSHA-YSN", "CNSHA-WGQ"):
        add("fog-yangtze", "place", place, float(p["wx.fog_days_cj"]["value"]), hours, 2, "derived",
            "parameters.csv wx.fog_days_cj, wx.fog_len", "one closure a fog day")
    for link in sorted(x["id"] for x in links if x["mode"] == "road" and "CNSHA-YSN" in (x["from"], x["to"])):
        add("donghai-bridge", "link", link, float(p["wx.bridge"]["value"]), (6, 2, 20), 0, "assumed", "parameters.csv wx.bridge; length assumed",
            "the bridge as every listed road to Yangshan; drayage without a listed link is not stopped")
    return table
