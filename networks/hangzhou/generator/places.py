# SPDX-License-Identifier: GPL-3.0-or-later
"""Territories, places, terminals, opening hours, targets."""
import re

from .base import DEFAULTS, Table, joined, rows, worst

KINDS = {
    "city": "city", "demand zone": "demand_zone", "seaport": "seaport",
    "seaport terminal": "seaport_terminal", "river port": "river_port", "airport": "airport",
    "airport cargo terminal": "air_cargo_terminal", "rail terminal": "rail_terminal",
    "road hub": "road_depot", "bonded zone": "bonded_zone", "e-commerce park": "ecommerce_park",
    "eHub": "ehub", "overseas warehouse": "overseas_warehouse",
    "border crossing": "border_crossing", "lock": "lock",
}
HOME_CITY = "CN-330100"

# id, days, opens, closes, quality, source, note
OPENING_HOURS = [
    ("always", "daily", "00:00", "24:00", "published", "nodes.csv opening_hours: 24h", "given where the dossier says 24h"),
    ("cn-door", "daily", "08:00", "20:00", "assumed", DEFAULTS, "pick-up and parcel delivery in China"),
    ("abroad-parcel", "Mon-Sat", "08:00", "20:00", "assumed", DEFAULTS, "parcel delivery outside mainland China"),
    ("office", "Mon-Fri", "08:00", "17:00", "assumed", DEFAULTS, "delivery of everything but parcels"),
    ("abroad-customs", "Mon-Fri", "08:00", "18:00", "assumed", DEFAULTS, "import customs outside mainland China"),
    ("abroad-customs", "Sat", "08:00", "12:00", "assumed", DEFAULTS, "import customs outside mainland China"),
    ("cn-customs", "daily", "08:00", "20:00", "assumed", "assumed: as the hours of pick-up", "import customs in China where nothing else is said"),
    ("cn-appointment", "daily", "08:00", "20:00", "assumed", "nodes.csv opening_hours: 24h (customs by appointment)",
     "the dossier says by appointment; read as day hours, every day"),
    ("dulata", "daily", "10:00", "16:00", "assumed", "nodes.csv X-DLT: CN side to 16:00, time zone not stated",
     "16:00 read as Beijing time; opening at 10:00 assumed (start of office hours in Xinjiang)"),
    ("kolzhat", "daily", "07:00", "19:00", "published", "cn.inform.kz 2026-02-13 (07:00-19:00)", "local time"),
]
GATES = {"X-DLT": "dulata", "X-KZT": "kolzhat"}
# Warehouses where the listed TIR trucks end: customs clears there.
TIR_ENDS = {"OW-KZAL", "OW-RUMO"}
# Chinese rail terminals with customs: those that run (or, by common knowledge, ran) trains abroad.
CN_RAIL_CUSTOMS = {"R-YIW", "R-JHN", "R-BLT", "R-XIA", "R-URC", "R-CGO", "R-CTU", "R-CKG", "R-HFE"}
STORAGE_UNITS = {"TEU/yr": "TEU", "t/yr": "t"}


def territory_table():
    table = Table("territory.csv", "code,name_en,name_zh,customs_area,market,west,south,east,north")
    for r in rows("territories.csv"):
        note = joined("box rounded outwards to half a degree; islands far off without listed places left out", r["note"])
        if r["code"] == "MT":
            note = joined(note, "no place: home of the carrier Galistair")
        table.add(**{k: r[k] for k in ("code", "name_en", "name_zh", "customs_area", "market", "west", "south", "east", "north")},
                  quality="derived",
                  source="names: Unicode CLDR; boxes: Natural Earth (PyPI country-bounding-boxes 0.2.3); market: own grouping",
                  note=note)
    return table


def english_name(node):
    """Seaports bear the bare name of their city; the word port tells them apart."""
    name = node["name_en"]
    return name if node["kind"] != "seaport" or "ort" in name else f"{name} port"


def place_table(nodes):
    zones = {r["place"]: r for r in rows("time_zones.csv")}
    table = Table("place.csv", "id,name_en,name_zh,kind,lat,lon,territory,time_zone,population,iata,locode,crs")
    for n in nodes:
        population = n["population"]
        table.add(
            id=n["id"], name_en=english_name(n), name_zh=n["name_zh"], kind=KINDS[n["kind"]],
            lat=n["lat"], lon=n["lon"], territory=n["country"], time_zone=zones[n["id"]]["time_zone"],
            population=population, crs="wgs84",
            iata=n["id"] if n["kind"] == "airport" and re.fullmatch("[A-Z]{3}", n["id"]) else "",
            locode=n["id"] if re.fullmatch("[A-Z]{5}", n["id"]) else "",
            quality=worst(n["coord_quality"], n["quality"] if population else ""),
            source=joined(n["coord_source"], f"population: {n['source']}" if population else ""),
            note=n["note"])
    return table


def opening_hours_table():
    table = Table("opening_hours.csv", "id,days,opens,closes")
    for i, days, opens, closes, quality, source, note in OPENING_HOURS:
        table.add(id=i, days=days, opens=opens, closes=closes, quality=quality, source=source, note=note)
    return table


def modes(node):
    seen = []
    for word in node["modes"].split(";"):
        mode = "river" if word == "barge" else word
        if mode not in seen:
            seen.append(mode)
    return seen


def has_customs(node, international):
    kind, place = KINDS[node["kind"]], node["id"]
    if kind in ("lock", "road_depot", "ecommerce_park"):
        return False
    if kind == "overseas_warehouse":
        return place in TIR_ENDS
    if node["country"] != "CN":
        return True
    if kind == "airport":
        return bool(node["opening_hours"]) or place in international
    if kind == "rail_terminal":
        return place in CN_RAIL_CUSTOMS
    return True


def storage(node):
    """Capacity by the dossier's rule: throughput/365 × dwell × 1.3; nothing where the figure is no year's."""
    unit = STORAGE_UNITS.get(node["throughput_unit"].split(" ")[0])
    if not unit or not node["throughput_value"] or not float(node["dwell_h_typ"] or 0):
        return "", ""
    return round(float(node["throughput_value"]) / 365 * float(node["dwell_h_typ"]) / 24 * 1.3), unit


def terminal_table(nodes, international):
    table = Table("terminal.csv",
                  "place,modes,gate_hours,customs,customs_hours,storage_capacity,storage_unit,"
                  "free_storage_days,observed_dwell_h,throughput,throughput_unit,throughput_year")
    for n in nodes:
        kind = KINDS[n["kind"]]
        if kind in ("city", "demand_zone"):
            continue
        customs = has_customs(n, international)
        hours = n["opening_hours"]
        open_always = hours.startswith("24h")
        customs_hours = ""
        if customs and n["country"] == "CN":
            customs_hours = "cn-appointment" if "appointment" in hours else "always" if open_always else ""
        capacity, unit = storage(n)
        free = {"seaport": 3, "seaport_terminal": 3, "airport": 1, "air_cargo_terminal": 1}.get(kind, "")
        table.add(
            place=n["id"], modes=";".join(modes(n)),
            gate_hours=GATES.get(n["id"]) or ("always" if open_always else ""),
            customs=customs, customs_hours=GATES.get(n["id"]) if customs and n["id"] in GATES else customs_hours,
            storage_capacity=capacity, storage_unit=unit, free_storage_days=free,
            observed_dwell_h=n["dwell_h_typ"], throughput=n["throughput_value"],
            throughput_unit=n["throughput_unit"], throughput_year=n["throughput_year"],
            quality="assumed",
            source=n["source"],
            note=joined(
                f"{n['quality']}: throughput" if n["throughput_value"] else "",
                "assumed: customs, " + ("hours, " if customs_hours or hours else "") + "free storage, dwell by kind"
                + (", storage = throughput/365 × dwell × 1.3" if capacity else ""),
                f"design: {n['capacity_value']} {n['capacity_unit']}" if n["capacity_value"] else "",
                f"hours as published: {hours}" if hours not in ("", "24h") else ""))
    return table


def tier_table():
    table = Table("tier.csv", "circle,tier,target_h,name_en,name_zh")
    official = "交通强国建设纲要 (2019); 国家综合立体交通网规划纲要 (2021)"
    for tier, hours, en, zh in ((1, 24, "China in one day", "国内1天送达"),
                                (2, 48, "neighbouring countries in two days", "周边国家2天送达"),
                                (3, 72, "major world cities in three days", "全球主要城市3天送达")):
        table.add(circle="123", tier=tier, target_h=hours, name_en=en, name_zh=zh, quality="published",
                  source=official, note="a goal for 2035; which cities, which clock and which share are not defined there")
    for tier, days in enumerate((3, 7, 14, 30, 45, 60), 1):
        table.add(circle="fcl", tier=tier, target_h=days * 24, name_en=f"{days} days", name_zh=f"{days}天",
                  quality="assumed", source="assumed bands for containers", note="")
    return table


def target_table(nodes):
    table = Table("target.csv", "set,place,tier,grade")
    source = {
        "strict": "nodes.csv ring_strict, gawc_2024", "broad": "nodes.csv ring_broad",
        "hmt": "nodes.csv: cities of HK, MO, TW", "districts": "nodes.csv: 13 districts and counties of Hangzhou",
    }

    def add(name, node, tier, note=""):
        table.add(set=name, place=node["id"], tier=tier, grade=node["gawc_2024"],
                  quality="published" if name == "districts" else "derived", source=source[name], note=note)

    for n in nodes:
        if n["kind"] == "demand zone":
            add("districts", n, 0)
        if n["kind"] != "city" or n["id"] == HOME_CITY:
            continue
        if n["country"] == "CN":
            add("strict", n, 1, "mainland prefecture-level city")
            add("broad", n, 1, "mainland prefecture-level city")
        elif n["country"] in ("HK", "MO", "TW"):
            add("hmt", n, 1, "a customs territory of its own; shown beside the mainland count")
        else:
            if n["ring_strict"] == "2":
                add("strict", n, 2, "land neighbour or near sea neighbour")
            elif n["gawc_2024"]:
                add("strict", n, 3, "graded world city")
            add("broad", n, 2 if n["ring_broad"] == "2" else 3)
    table.rows.sort()
    return table
