# SPDX-License-Identifier: GPL-3.0-or-later
"""Tariffs, emission factors, demand."""
from .base import DEFAULTS, Table

WEEK = "2025-W46"
# Air: market, parameters from new to old (the first is the value, the rest low and high), or a plain default.
AIR_FROM_CHINA = [
    ("europe", ["air.cn_ne.2025dec", "air.sha_eu.2025feb", "air.cn_eu.2024w49"], None),
    ("north_america", ["air.cn_na.2025dec", "air.sha_us.2025feb", "air.sha_us.2025feb.xeneta", "air.cn_us.2025w02", "air.cn_us.2024w49"], None),
    ("east_asia", ["air.asia_short"], None),
    ("southeast_asia", ["air.asia_short"], None),
    ("latin_america", ["air.latam"], None),
    ("middle_east", [], (2.8, "parameters.csv air.world.2025w45 (2.78, world average)")),
    ("south_asia", [], (2.2, DEFAULTS)),
    ("africa", [], (5.0, DEFAULTS)),
    ("oceania", [], (4.5, DEFAULTS)),
    ("russia", [], (3.0, DEFAULTS)),
    ("central_asia", [], (3.0, DEFAULTS)),
]
# Sea: port of discharge → index lane; a second word is the port whose lane distance the rate is scaled by.
SEA_LANES = {
    "NLRTM": "europe", "DEHAM": "europe", "BEANR": "europe", "GBFXT": "europe", "FRLEH": "europe", "DEWVN": "europe",
    "PLGDN": "europe", "GBSOU": "europe", "GRPIR": "med", "ITGOA": "med", "ESVLC": "med", "ESBCN": "med", "MAPTM": "med",
    "SIKOP": "med", "TRAMR": "med", "EGPSD": "med", "AEJEA": "gulf", "SADMM": "gulf", "SAJED": "gulf AEJEA",
    "INNSA": "gulf AEJEA", "INMUN": "gulf AEJEA", "PKKHI": "gulf AEJEA", "LKCMB": "sea SGSIN", "BDCGP": "sea SGSIN",
    "SGSIN": "sea", "MYPKG": "sea", "THLCH": "sea", "VNSGN": "sea", "VNHPH": "sea", "IDJKT": "sea", "PHMNL": "sea",
    "KRPUS": "kor", "KRINC": "kor", "JPTYO": "jpn", "JPOSA": "jpn", "JPNGO": "jpn", "HKHKG": "sea SGSIN", "TWKHH": "sea SGSIN",
    "RUVVO": "jpn JPTYO", "USLAX": "uswc", "USLGB": "uswc", "USOAK": "uswc", "USSEA": "uswc", "CAVAN": "uswc USLAX",
    "MXZLO": "uswc USLAX", "PABLB": "usec USNYC", "USNYC": "usec", "USSAV": "usec", "USHOU": "usec USNYC",
    "COCTG": "usec USNYC", "PECLL": "sam BRSSZ", "CLSAI": "sam BRSSZ", "BRSSZ": "sam", "ARBUE": "sam BRSSZ",
    "ZADUR": "safr", "NGAPP": "wafr", "GHTEM": "wafr", "KEMBA": "safr ZADUR", "AUSYD": "anz", "AUMEL": "anz",
    "NZAKL": "anz AUSYD",
}
INDEX_WEEKS = ["2025w46", "2025w24", "2024w50"]
COLUMNS = ("id,purpose,mode,service_type,service,from,to,class,fixed,per_kg,per_teu,per_tkm,per_teukm,minimum,currency,"
           "price_date,low,high")


def tariff_table(parameters, links, services):
    table = Table("tariff.csv", COLUMNS)
    by_id = {p["id"]: p for p in parameters}

    def add(i, purpose, source, quality="assumed", origin="*", goal="*", **values):
        table.add(id=i, purpose=purpose, **{"from": origin}, to=goal, quality=quality, source=source,
                  **{"currency": "CNY", "price_date": WEEK} | values)

    for market, ids, plain in AIR_FROM_CHINA:
        if plain:
            value, low, high, quality, source, date = plain[0], "", "", "assumed", plain[1], WEEK
        else:
            found = [by_id[i] for i in ids]
            value = float(found[0]["value"])
            spread = [float(v) for p in found for v in (p["value"], p["low"], p["high"]) if v]
            low, high, quality = min(spread), max(spread), found[0]["quality"]
            source, date = "parameters.csv " + ", ".join(ids), found[0]["year"]
        add(f"air-CN-{market}", "main_haul", source, quality, "china", market, mode="air", per_kg=value, low=low, high=high,
            currency="USD", price_date=date, note="HGH as PVG")
        add(f"air-{market}-CN", "main_haul", f"half of air-CN-{market}: {DEFAULTS}", "assumed", market, "china", mode="air",
            per_kg=value * 0.5, low=low * 0.5 if low else "", high=high * 0.5 if high else "", currency="USD", price_date=date,
            note="backhaul")
    p = by_id["air.domestic"]
    add("air-CN-CN", "main_haul", "parameters.csv air.domestic", p["quality"], "CN", "CN", mode="air", per_kg=p["value"],
        low=p["low"], high=p["high"])
    p = by_id["air.asia_short"]
    add("air-other", "main_haul", "assumed: between markets other than China as air.asia_short", "assumed", mode="air",
        per_kg=p["value"], low=p["low"], high=p["high"], currency="USD", note="interline legs")

    length = {}
    for x in links:
        if x["from"] == "CNNBG-BLN" and x["id"].startswith("SE-"):
            length[x["to"]] = float(x["distance_km"])
    for port, lane in SEA_LANES.items():
        lane, _, base = lane.partition(" ")
        prices = [by_id[f"scfi.{lane}.{week}"] for week in INDEX_WEEKS]
        teu = [float(q["value"]) / (2 if q["unit"] == "USD/FEU" else 1) for q in prices]
        ratio = length[port] / length[base] if base else 1.0
        source = f"parameters.csv scfi.{lane}.* (Shanghai Shipping Exchange)" + (
            f" × {length[port]:.0f}/{length[base]:.0f} km ({port}/{base})" if base else "")
        add(f"sea-{port}", "main_haul", source, "assumed" if base else "derived" if prices[0]["unit"] == "USD/FEU" else "published",
            "china", port, mode="sea", **{"class": "fcl"}, per_teu=round(teu[0] * ratio, 2),
            low=round(min(teu) * ratio, 2), high=round(max(teu) * ratio, 2), currency="USD",
            note="spot, without terminal handling" + ("; half the rate of an FEU" if prices[0]["unit"] == "USD/FEU" else "")
            + ("; nearest lane by distance" if base else ""))
    for s in services:
        if s["mode"] == "container ship" and s["to"] == "CNNBG-BLN":
            lane = SEA_LANES[s["from"]]
            q = by_id[f"scfi.{lane.partition(' ')[0]}.2025w46"]
            add(f"sea-{s['from']}-CN", "main_haul", f"half of sea-{s['from']}: assumed as for air", "assumed", s["from"], "china",
                mode="sea", **{"class": "fcl"}, per_teu=round(float(q["value"]) / (2 if q["unit"] == "USD/FEU" else 1) / 2, 2),
                currency="USD", note="backhaul")
    add("sea-lcl", "main_haul", f"{DEFAULTS}: ocean 60 USD per W/M", mode="sea", **{"class": "lcl"}, per_kg=0.06, currency="USD")
    add("sea-parcel", "main_haul", f"{DEFAULTS}: ocean 60 USD per W/M, parcels in boxes on express ships", mode="sea",
        **{"class": "parcel"}, per_kg=0.06, currency="USD")
    add("sea-CN-CN", "main_haul", "as feeder-fcl", mode="sea", origin="CN", goal="CN", **{"class": "fcl"},
        per_teu=by_id["barge.handling"]["value"], per_teukm=by_id["barge.cost"]["value"], note="coastal legs of deep-sea ships")
    add("sea-other", "main_haul", "assumed: between ports other than China's as the lane to Singapore", mode="sea",
        **{"class": "fcl"}, per_teu=by_id["scfi.sea.2025w46"]["value"], currency="USD")
    barge, lift, move = by_id["barge.cost"], float(by_id["barge.handling"]["value"]), float(by_id["sea.fuel_ton"]["value"])
    for name, kind, mode in (("barge", "barge", "river"), ("feeder", "feeder", "sea")):
        add(f"{name}-fcl", "main_haul", "parameters.csv barge.cost + one lift (barge.handling)", mode=mode, service_type=kind,
            **{"class": "fcl"}, per_teu=lift, per_teukm=barge["value"],
            note="feeder priced like a barge: with it the published saving of 22.9 % comes out" if name == "feeder" else "")
        add(f"{name}-lcl", "main_haul", "parameters.csv barge.cost, barge.handling over 10 t a TEU", mode=mode, service_type=kind,
            **{"class": "lcl"}, per_kg=lift / 10_000, per_tkm=float(barge["value"]) / 10)
    rail = by_id["rail.cost_tkm"]
    add("sea-rail-fcl", "main_haul", "parameters.csv rail.cost_tkm + two lifts (barge.handling) + transhipment (sea.fuel_ton)",
        mode="rail", service_type="sea-rail train", **{"class": "fcl"}, per_teu=2 * lift + move, per_teukm=rail["value"],
        note="lifts assumed as at a river port")
    add("sea-rail-lcl", "main_haul", "as sea-rail-fcl over 10 t a TEU", mode="rail", service_type="sea-rail train", **{"class": "lcl"},
        per_kg=(2 * lift + move) / 10_000, per_tkm=float(rail["value"]) / 10)
    europe = by_id["rail.through_mar2025"]
    through = [("europe", float(europe["value"]), float(europe["low"]), 7300.0, "parameters.csv rail.through_mar2025, rail.through_jan2025", "published"),
               ("central_asia", 2800.0, "", "", DEFAULTS, "assumed"), ("RU", 3800.0, "", "", DEFAULTS, "assumed"),
               ("BY", 4500.0, "", "", DEFAULTS, "assumed")]
    for goal, feu, low, high, source, quality in through:
        name = "train-" + goal
        add(f"{name}-fcl", "main_haul", source, "derived" if quality == "published" else quality, "china", goal, mode="rail",
            service_type="china-europe train", **{"class": "fcl"}, per_teu=feu / 2, low=low / 2 if low else "",
            high=high / 2 if high else "", currency="USD", price_date="2025-03" if low else WEEK, note="half the rate of an FEU")
        for cls in ("lcl", "parcel"):
            add(f"{name}-{cls}", "main_haul", f"assumed: 1.5 × {name}-fcl over 10 t a TEU", "assumed", "china", goal, mode="rail",
                service_type="china-europe train", **{"class": cls}, per_kg=feu / 2 / 10_000 * 1.5, currency="USD")
    truck = by_id["road.rate_long"]
    add("truck-service", "main_haul", "parameters.csv road.rate_long", mode="road", per_tkm=truck["value"], low=truck["low"],
        high=truck["high"], note="truck flights, TIR")
    add("line-haul", "line_haul", "parameters.csv road.rate_long", mode="road", per_tkm=truck["value"], minimum=5, low=truck["low"],
        high=truck["high"], note="least charge of 5 CNY assumed")
    add("van", "van", "assumed: a van costs about five times a trunk truck a tonne-kilometre", mode="road", per_tkm=2.5, minimum=8,
        note="least charge of 8 CNY assumed")
    box = by_id["road.rate_fcl_km"]
    add("truck-fcl", "full_truck", "parameters.csv road.rate_fcl_km: 9 CNY per FEU-km", mode="road", **{"class": "fcl"},
        per_teukm=float(box["value"]) / 2, low=float(box["low"]) / 2, high=float(box["high"]) / 2)
    add("truck-part", "full_truck", "parameters.csv road.rate_long", mode="road", per_tkm=truck["value"], minimum=300,
        low=truck["low"], high=truck["high"], note="cargo of 1 t and more; least charge of 300 CNY assumed")
    return table


# id, mode, service type, from km, to km, parameter or plain value, note
EMISSIONS = [
    ("air-belly-short", "air", "air-belly", "", 1500, "ef.air_belly_short", ""),
    ("air-belly-middle", "air", "air-belly", 1500, 4000, 719, "midway between the short and the long factor"),
    ("air-belly-long", "air", "air-belly", 4000, "", "ef.air_belly_long", ""),
    ("air-freighter-short", "air", "air-freighter", "", 4000, "ef.air_747f", "freighter default of the dossier"),
    ("air-freighter-long", "air", "air-freighter", 4000, "", "ef.air_freighter_long", ""),
    ("sea", "sea", "", "", "", "ef.sea_container", "fleet average"),
    ("feeder", "sea", "feeder", "", "", 25, ""),
    ("barge", "river", "", "", "", "ef.barge_cn", ""),
    ("rail", "rail", "", "", "", "ef.rail_cn", ""),
    ("road", "road", "", "", "", "ef.road_cn", ""),
    ("line-haul", "road", "line_haul", "", "", "ef.road_cn", ""),
    ("full-truck", "road", "full_truck", "", "", "ef.road_cn", ""),
    ("van", "road", "van", "", "", 300, "last-mile van"),
]


def emission_table(parameters):
    by_id = {p["id"]: p for p in parameters}
    table = Table("emission_factor.csv", "id,mode,service_type,from_km,to_km,g_per_tkm,year")
    for i, mode, kind, low, high, value, note in EMISSIONS:
        p = by_id.get(value)
        quality = p["quality"] if p else "derived" if i == "air-belly-middle" else "assumed"
        if i == "air-freighter-short":
            quality = "assumed"
        table.add(id=i, mode=mode, service_type=kind, from_km=low, to_km=high, g_per_tkm=p["value"] if p else value, year=2025,
                  quality=quality, source=f"parameters.csv {value}: {p['source']}" if p else DEFAULTS, note=note)
    return table
