# SPDX-License-Identifier: GPL-3.0-or-later
"""Services: carriers, rights, stops, departures, capacities."""
import re

from .base import DEFAULTS, Table, great_circle, joined, worst
from .timetable import NESTED_ORDER, SCHEDULES, SLOT_RULES, group_of, rules_of
from .ways import passages_of_links

MODES = {
    "air-freighter": "air", "air-belly": "air", "road": "road", "barge": "river", "feeder": "sea",
    "container ship": "sea", "sea-rail train": "rail", "china-europe train": "rail",
}
# Time a vehicle stands at a call on its way, hours.
TURN_H = {"air": 2, "sea": 24, "river": 12, "rail": 24, "road": 0}

# operator of the dossier → carrier id, name en, name zh, homes, quality, source
NAMED = {
    "Atlas Air": ("ATLAS", "Atlas Air", "阿特拉斯航空", "US"),
    "Atlas Air 5Y551 for SF International": ("ATLAS", "Atlas Air", "阿特拉斯航空", "US"),
    "Atlas/Polar": ("ATLAS", "Atlas Air", "阿特拉斯航空", "US"),
    "Maersk Air Cargo": ("MAERSK-AIR", "Maersk Air Cargo", "马士基航空货运", "DK"),
    "MasAir": ("MASAIR", "MasAir", "马斯航空", "MX"),
    "My Freighter": ("MY-FREIGHTER", "My Freighter", "My Freighter", "UZ"),
    "China Cargo Airlines": ("CHINA-CARGO", "China Cargo Airlines", "中国货运航空", "CN"),
    "Matson": ("MATSON", "Matson", "美森轮船", "US"),
    "Hapag-Lloyd": ("HAPAG", "Hapag-Lloyd", "赫伯罗特", "DE"),
    "Hede International": ("HEDE", "Hede International", "合德国际", "CN"),
    "COSCO/OOCL": ("COSCO", "COSCO / OOCL", "中远海运/东方海外", "CN;HK"),
    "Sea Legend Line": ("SEA-LEGEND", "Sea Legend Line", "海杰航运", "CN"),
    "KAWA / Zhejiang Seaport Logistics": ("KAWA", "KAWA / Zhejiang Seaport Logistics", "嘉宏/浙江海港物流", "CN"),
    "Hangzhou Port Group / Zhejiang Seaport inland": ("HZ-PORT", "Hangzhou Port Group", "杭州港务集团", "CN"),
}
PREFIXED = (
    ("YTO", ("YTO", "YTO Cargo Airlines", "圆通货运航空", "CN")),
    ("SF", ("SF", "SF Airlines", "顺丰航空", "CN")),
    ("Cainiao", ("CAINIAO", "Cainiao (chartered)", "菜鸟(包机)", "CN")),
    ("China Railway", ("CR", "China Railway", "中国铁路", "CN")),
    ("Yixinou", ("YIXINOU", "Yixinou (Yiwu)", "义新欧", "CN")),
    ("Jinhua", ("JINHUA", "Jinhua China-Europe platform", "金华中欧班列平台", "CN")),
    ("Xi'an", ("XIAN", "Xi'an China-Europe platform", "西安中欧班列平台", "CN")),
    ("Hangzhou platform", ("HZ-TRAIN", "Hangzhou China-Europe platform", "杭州中欧班列平台", "CN")),
    ("Truck flight", ("TRUCK-FLIGHT", "Airport truck-flight operators", "卡车航班承运人", "CN")),
    ("airport truck flights", ("TRUCK-FLIGHT", "Airport truck-flight operators", "卡车航班承运人", "CN")),
    ("Zhejiang Seaport feeder", ("ZJ-SEAPORT", "Zhejiang Seaport", "浙江海港", "CN")),
    ("SIPG", ("ZJ-SEAPORT", "Zhejiang Seaport", "浙江海港", "CN")),
)
# Where the operator's column does not say who flies or sails this very row.
BY_SERVICE = {
    "AB-HGH-AKL": ("CHINA-EASTERN", "China Eastern", "中国东方航空", "CN"),
    "AF-EHU-ZAZ": ("GALISTAIR", "Galistair", "Galistair", "MT"),
}
# Groups of carriers nobody names: assumed to be at home at either end.
GROUPS = {
    "interline": ("IL", "Interline carriers", "联程承运人"),
    "belly": ("PAX", "Passenger airlines", "客运航空公司"),
    "freighter": ("FRT", "Freighter airlines", "货运航空公司"),
    "liner": ("LINER", "Liner companies", "班轮公司"),
    "tir": ("TIR", "TIR hauliers", "TIR承运人"),
    "inland": ("INLAND", "Inland shipping firms", "内河航运企业"),
}


def carrier_of(service, nodes):
    """(id, name en, name zh, homes, named) of a service's carrier."""
    operator = service["operator"]
    if service["id"] in BY_SERVICE:
        return BY_SERVICE[service["id"]] + (True,)
    if operator in NAMED:
        return NAMED[operator] + (True,)
    for prefix, carrier in PREFIXED:
        if operator.startswith(prefix):
            return carrier + (True,)
    if operator == "same":
        return PREFIXED[-2][1] + (True,) if service["mode"] == "feeder" else NAMED["Hangzhou Port Group / Zhejiang Seaport inland"] + (True,)
    group = {"air-belly": "belly", "air-freighter": "freighter", "container ship": "liner", "road": "tir",
             "barge": "inland"}[service["mode"]]
    if service["id"].startswith("AI-"):
        group = "interline"
    ends = sorted({nodes[service["from"]]["country"], nodes[service["to"]]["country"]})
    stem, en, zh = GROUPS[group]
    return ("-".join([stem] + ends), f"{en} {'–'.join(ends)}", f"{zh} {'–'.join(ends)}", ";".join(ends), False)


def carrier_table(services, nodes):
    table = Table("carrier.csv", "id,name_en,name_zh,homes")
    seen = {}
    for s in services:
        carrier = carrier_of(s, nodes)
        if seen.setdefault(carrier[0], carrier) != carrier:
            raise SystemExit(f"carrier {carrier[0]} has two homes")
    for i in sorted(seen):
        _, en, zh, homes, named = seen[i]
        table.add(id=i, name_en=en, name_zh=zh, homes=homes,
                  quality="derived" if named else "assumed",
                  source="services.csv operator; home from general knowledge of the carrier" if named
                  else f"{DEFAULTS}: unnamed carriers are split by either end",
                  note="" if named else "stands for any carrier at home at one of the two ends")
    return table


def right_table(nodes, stops):
    table = Table("traffic_right.csv", "carrier,service,from,to,freedom")
    table.add(carrier="ATLAS", service="AF-HGH-JFK", **{"from": "HGH"}, to="ICN", freedom=5, quality="published",
              source="services.csv AF-HGH-JFK: 83.75 t loaded at Hangzhou, 1.64 t of it to Seoul",
              note="fifth freedom on the way home; Hangzhou-New York and Seoul-New York are third and fourth")
    table.add(carrier="CHINA-EASTERN", service="AB-HGH-AKL", **{"from": "SYD"}, to="AKL", freedom=5, quality="assumed",
              source="services.csv AB-HGH-AKL: fifth-freedom passenger service by China Eastern", note="that cargo is sold on the leg is assumed")
    for service, a, b in (("AF-HGH-ORD", "HGH", "ORD"), ("AF-ORD-HGH", "ORD", "HGH")):
        table.add(carrier="MAERSK-AIR", service=service, **{"from": a}, to=b, freedom=7, quality="assumed",
                  source="services.csv: a Danish carrier flies between China and the United States",
                  note="seventh freedom: no stop at home; the grant itself is assumed from the flight")
    table.add(carrier="GALISTAIR", service="AF-EHU-ZAZ", **{"from": "EHU"}, to="ZAZ", freedom=7, quality="assumed",
              source="services.csv AF-EHU-ZAZ: A330F by Galistair (Malta)",
              note="seventh freedom: no stop at home; the grant itself is assumed from the flight")
    calls = [p for p in stops["SS-YSN-NLRTM-CGX"]]
    for k, a in enumerate(calls):
        for b in calls[k + 1:]:
            if nodes[a]["country"] != nodes[b]["country"] and "DE" not in (nodes[a]["country"], nodes[b]["country"]):
                table.add(carrier="HAPAG", service="SS-YSN-NLRTM-CGX", **{"from": a}, to=b, freedom=7, quality="derived",
                          source="liner shipping is free between third countries; cabotage is not",
                          note="the number of the freedom is that of the air by likeness")
    return table


def stop_list(service, nodes):
    """Stops of a row as (place, is a passage)."""
    middle = [s for s in service["stops"].split(";") if s]
    passing = lambda p: p.startswith(("LOCK-", "X-"))
    return ([(service["from"], False)] + [(p, passing(p)) for p in middle] + [(service["to"], False)])


# Calls on the way whose time follows from a published part of the total: service → (place, arrive, depart, source).
KNOWN_CALLS = {
    "SS-NGB-USLGB-CLX": ("CNSHA-YSN", 24, 48, "12 d from Ningbo = 10 d from Shanghai + 2 d"),
    "SS-NGB-USOAK-CCX": ("CNSHA-YSN", 24, 48, "14 d from Ningbo, 12 d from Shanghai"),
}


def qualities(service):
    """(of the total time, of the capacity) of a row."""
    fields, note = service["assumed_fields"], service["note"]
    if service["quality"] == "assumed" or fields == "all":
        return "assumed", "assumed"
    if fields == "all but the pair" or service["quality"] == "derived":
        return "derived", "derived"
    time = "published"
    if "transit_h" in fields:
        time = "derived" if "transit derived" in note else "assumed"
    return time, "assumed" if "capacity" in fields else "published"


def stop_time_table(services, nodes):
    table = Table("stop_time.csv", "service,sequence,place,kind,arrive_h,depart_h,arrive,depart")
    for s in services:
        stops = stop_list(s, nodes)
        mode, total = MODES[s["mode"]], float(s["transit_h"])
        legs = [great_circle(nodes[a[0]], nodes[b[0]]) for a, b in zip(stops, stops[1:])]
        turns = [0.0 if passage else float(TURN_H[mode]) for _, passage in stops[1:-1]]
        moving = total - sum(turns)
        quality = qualities(s)[0]
        pair = "published" if s["quality"] == "published" else s["quality"]
        table.add(service=s["id"], sequence=1, place=stops[0][0], kind="call", depart_h=0, quality=pair, source=s["source"])
        done = 0.0
        for k, (place, passage) in enumerate(stops[1:], 1):
            done += legs[k - 1]
            if k == len(stops) - 1:
                schedule = SCHEDULES.get(s["id"], {})
                at = schedule.get("arrive")
                table.add(service=s["id"], sequence=k + 1, place=place, kind="call",
                          arrive_h="" if at else s["transit_h"], arrive=at or "",
                          quality="published" if at else quality, source=schedule.get("arrive_source") or s["source"],
                          note="" if at else "total as in the dossier")
                continue
            arrive = moving * done / sum(legs) + sum(turns[:k - 1])
            depart = arrive + turns[k - 1]
            note = "time by distance" + (f", stay of {TURN_H[mode]} h assumed" if turns[k - 1] else ", nothing loaded or unloaded" if passage else "")
            q = worst(quality, "assumed" if turns[k - 1] else "derived")
            known = KNOWN_CALLS.get(s["id"])
            if known and known[0] == place:
                _, arrive, depart, note = known
                q = "derived"
            table.add(service=s["id"], sequence=k + 1, place=place, kind="passage" if passage else "call",
                      arrive_h=round(float(arrive), 2), depart_h=round(float(depart), 2), quality=q,
                      source="derived: share of the great circle of the total" if not known else s["source"], note=note)
    return table


def classes(service):
    """(class, amount, unit, assumed although the capacity is known, note) of a row."""
    amount, mode, kind = float(service["capacity"]), MODES[service["mode"]], service["mode"]
    if mode == "air":
        return [("parcel", amount, "t", False, ""), ("air", amount, "t", False, "shares the hold with parcels")]
    if mode == "road":
        return [("parcel", amount, "t", False, ""), ("air", amount, "t", False, "shares the truck"),
                ("lcl", amount, "t", False, "shares the truck")]
    taken = [("fcl", amount, "TEU", False, ""), ("lcl", amount * 10, "t", True, "10 t a TEU (cap.teu_weight); shares the slots")]
    if kind == "china-europe train" or service["id"] in EXPRESS_SHIPS:
        taken.append(("parcel", amount * 10, "t", True, "10 t a TEU (cap.teu_weight); shares the slots"))
    return taken


# Ships that sell speed: e-commerce parcels ride them in boxes.
EXPRESS_SHIPS = {"SS-NGB-USLGB-CLX", "SS-SHA-USLGB-CLX", "SS-NGB-USOAK-CCX", "SS-BLN-DEWVN-X", "SS-BLN-GBFXT-ARC"}


def capacity_table(services):
    table = Table("capacity.csv", "service,class,amount,unit")
    for s in services:
        for name, amount, unit, guess, note in classes(s):
            table.add(service=s["id"], **{"class": name}, amount=amount, unit=unit,
                      quality="assumed" if guess else qualities(s)[1],
                      source=s["source"], note=note)
    return table


def in_transit(service):
    """Whether cleared cargo may ride it inside the country where it was cleared."""
    return (service["id"].startswith(("TF-", "TA-", "SR-", "BG-", "FD-")) or service["vehicle"] == "TIR truck")


def passages(service, links):
    """Canals, straits, locks and borders on the way, and how they are known."""
    own = [s for s in service["stops"].split(";") if s.startswith(("LOCK-", "X-"))]
    given = [p for p in service["passages"].split(";") if p]
    if service["mode"] != "container ship" or "northeast" in given:
        return ";".join(given + own), ""
    ends = {service["from"], service["to"]}
    ways = [x for x in links if {x["from"], x["to"]} == ends and x["mode"] == "sea"]
    found = re.search(r"searoute (\d+) km", service["note"])
    if given:
        ways.sort(key=lambda x: x["id"].startswith("SC-") != ("cape" in given))
    elif found:
        ways.sort(key=lambda x: abs(float(x["distance_km"]) - float(found[1])))
    else:
        ways.sort(key=lambda x: not x["id"].startswith("SC-"))
    lane = passages_of_links().get(ways[0]["id"], "").split(";") if ways else []
    more = [p for p in lane if p and p not in given]
    return ";".join(given + more), f"{', '.join(more)}: as {ways[0]['id']}" if more else ""


def service_tables(services, nodes, links):
    service_table = Table("service.csv",
                          "id,name_en,mode,service_type,carrier,vehicle,status,frequency_per_week,slot_rule,"
                          "slot_phase,phase_week,cutoff_h,release_h,passages,customs_transit,assumed_interline,assumed_fields")
    departure_table = Table("departure.csv", "service,days,date,time,period_weeks,phase_week")
    ranks = {}
    for s in sorted(services, key=lambda s: s["id"]):
        group = group_of(s, nodes, MODES)
        ranks[s["id"]] = (group, sum(1 for g, _ in ranks.values() if g == group))
    for s in services:
        group, rank = ranks[s["id"]]
        rules = rules_of(group)
        frequency = float(s["freq_per_week"])
        fraction = frequency - int(frequency)
        period = round(1 / fraction) if fraction > 0.001 else 1
        schedule = SCHEDULES.get(s["id"])
        way, how = passages(s, links)
        assumed = s["assumed_fields"]
        if assumed != "all":
            assumed = joined(assumed, schedule["assumed"] if schedule else "departures")
        carrier = carrier_of(s, nodes)
        if not carrier[4] and assumed != "all":
            assumed = joined(assumed, "carrier")
        service_table.add(
            id=s["id"], name_en=s["name"], mode=MODES[s["mode"]], service_type=s["mode"], carrier=carrier[0],
            vehicle=s["vehicle"], status=s["status"],
            frequency_per_week="" if schedule else s["freq_per_week"],
            slot_rule="" if schedule else rules[rank % len(rules)],
            slot_phase="" if schedule else rank % 7,
            phase_week="" if schedule or period == 1 else rank % period,
            passages=way, customs_transit=in_transit(s), assumed_interline=s["id"].startswith("AI-"),
            assumed_fields=assumed, quality=s["quality"], source=s["source"],
            note=joined(f"as published: {s['days_times']}" if s["days_times"] else "",
                        f"valid {s['valid_year']}" if s["valid_year"] else "",
                        f"{frequency:g} a week" if schedule else "", how, s["note"]))
        for d in schedule["departures"] if schedule else ():
            departure_table.add(service=s["id"], days=d.get("days", ""), date=d.get("date", ""), time=d["time"],
                                period_weeks=d.get("period", ""), phase_week=d.get("phase", ""),
                                quality=d["quality"], source=schedule.get("source") or s["source"], note=d.get("note", ""))
    return service_table, departure_table


def slot_rule_table():
    table = Table("slot_rule.csv", "id,day_order,time_order")
    for i, times, note in SLOT_RULES:
        table.add(id=i, day_order=NESTED_ORDER, time_order=times, quality="assumed",
                  source="assumed: times of day usual for the group; nested day order", note=note)
    return table
