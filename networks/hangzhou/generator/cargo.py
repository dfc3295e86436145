# SPDX-License-Identifier: GPL-3.0-or-later
"""Demand: trade value ÷ value density, calibrated on what really flies, and boxes of general trade."""
from .base import Table

# Where Hangzhou's e-commerce exports go: shares assumed, none published by destination.
DESTINATIONS = [
    ("G5128581", 0.10, "New York"), ("G5368361", 0.12, "Los Angeles"), ("G4887398", 0.08, "Chicago"), ("G2643743", 0.10, "London"),
    ("G2950159", 0.10, "Berlin"), ("G2988507", 0.07, "Paris"), ("G3117735", 0.05, "Madrid"), ("G524901", 0.08, "Moscow"),
    ("G1850147", 0.07, "Tokyo"), ("G1835848", 0.06, "Seoul"), ("G1880252", 0.05, "Singapore"), ("G292223", 0.05, "Dubai"),
    ("G3448439", 0.04, "São Paulo"), ("G2147714", 0.03, "Sydney"),
]
# export mode, class, share of the value, value density (CNY/kg), whether the flown share applies
EXPORTS = [("9610", "parcel", 0.4, 180, True), ("9710", "air", 0.45, 100, True), ("9810", "lcl", 0.15, 60, False)]
# Share of the value registered under 9610 and 9710 that leaves Hangzhou by air; parameter demand.flown_share.
# With all of it the network's fastest ways send 463,000 t a year through HGH; published are 25,000 t of
# e-commerce in a quarter (trade.hgh_cbec_q1_2024): 100,000 / 463,000 = 0.22.
FLOWN_SHARE = 0.22
# Where the lift that others leave (load.csv) carries less than that, assumed: about three quarters of what is left to the
# airports of the destination's country; of Germany's half, because its neighbours use them, and of Moscow three times as much,
# because trains and trucks take some. With 0.22 everywhere lots to these cities wait for months. The rest of the value
# goes by rail or sea, in other rows.
FLOWN_SHARES = {"London": 0.10, "Berlin": 0.11, "Paris": 0.12, "Madrid": 0.08, "New York": 0.12, "Moscow": 0.03, "São Paulo": 0.11,
                "Sydney": 0.11}

# Boxes of general trade: TEU a year, tonnes a TEU (cap.teu_weight), districts that make things, where they go.
BOXES_TEU, TEU_TONNES = 550_000, 10
MAKERS = ["HZ-QT", "HZ-XS", "HZ-YH", "HZ-LP", "HZ-FY"]
BOX_DESTINATIONS = [
    ("G5368361", 0.13, "Los Angeles"), ("G5128581", 0.08, "New York"), ("G4699066", 0.03, "Houston"), ("G2747891", 0.08, "Rotterdam"),
    ("G2911298", 0.07, "Hamburg"), ("G2643743", 0.04, "London"), ("G2509954", 0.03, "Valencia"), ("G1880252", 0.06, "Singapore"),
    ("G1566083", 0.08, "Ho Chi Minh City"), ("G1609350", 0.06, "Bangkok"), ("G1642911", 0.06, "Jakarta"), ("G1835848", 0.05, "Seoul"),
    ("G1850147", 0.07, "Tokyo"), ("G292223", 0.06, "Dubai"), ("G1275339", 0.04, "Mumbai"), ("G3448439", 0.03, "São Paulo"),
    ("G2158177", 0.03, "Melbourne"),
]


def demand_table(nodes, parameters):
    """Trade value ÷ value density, split over districts by their goods trade and over assumed destinations."""
    base = float(next(p["value"] for p in parameters if p["id"] == "trade.cbec_base_2024")) * 1e9
    districts = [n for n in nodes if n["kind"] == "demand zone"]
    known = {n["id"]: float(n["throughput_value"]) for n in districts if n["throughput_value"]}
    total = float(next(p["value"] for p in parameters if p["id"] == "trade.hz_goods_2025_2m")) * 10
    rest = [n for n in districts if n["id"] not in known]
    people = sum(float(n["population"]) for n in rest)
    weight = {n["id"]: known.get(n["id"]) or (total - sum(known.values())) * float(n["population"]) / people for n in districts}
    ids = {n["id"] for n in nodes}
    table = Table("demand.csv", "id,origin,destination,class,export_mode,tonnes_per_year,profile")

    def add(origin, mode, place, name, tonnes, source, note):
        if place not in ids:
            raise SystemExit(f"demand: no place {place}")
        table.add(id=f"{origin}-{mode}-{place}", origin=origin, destination=place, **{"class": name}, export_mode=mode,
                  tonnes_per_year=round(tonnes), profile="demand", quality="assumed", source=source, note=note)

    for n in districts:
        for mode, name, share, density, flies in EXPORTS:
            for place, part, city in DESTINATIONS:
                flown = FLOWN_SHARES.get(city, FLOWN_SHARE)
                tonnes = base * share / density / 1000 * weight[n["id"]] / sum(weight.values()) * part
                cut = "" if not flies else " × demand.flown_share" if flown == FLOWN_SHARE else f" × {flown} (lift left)"
                add(n["id"], mode, place, name, tonnes * (flown if flies else 1),
                    "parameters.csv trade.cbec_base_2024 ÷ value density" + cut + "; nodes.csv goods trade Jan-Feb 2025", "shares of export modes and destinations assumed")
    made = sum(weight[d] for d in MAKERS)
    for district in MAKERS:
        for place, part, _ in BOX_DESTINATIONS:
            add(district, "0110", place, "fcl", BOXES_TEU * TEU_TONNES * weight[district] / made * part,
                "parameter demand.boxes_teu × cap.teu_weight; nodes.csv goods trade Jan-Feb 2025",
                "under 1 % of the 91 M TEU of Ningbo and Shanghai; districts and destinations assumed; business to business by sea is in it")
    return table


def trips(table):
    """Truck trips a year of each origin: 1.6 TEU, or eight tonnes of other cargo."""
    result = {}
    for row in table.rows:
        values = dict(zip(table.columns, row))
        tonnes = float(values["tonnes_per_year"])
        trips = tonnes / TEU_TONNES / 1.6 if values["class"] == "fcl" else tonnes / 8
        result[values["origin"]] = result.get(values["origin"], 0) + trips
    return result
