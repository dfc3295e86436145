# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of moving: cut-offs, line-haul, roads, drivers, customs, doors, hubs, handling, resources."""
from .base import DEFAULTS, Table, rows

# mode, service type, domestic, cut-off, release, source, note
MODE_RULES = [
    ("air", "", False, 6, 6, DEFAULTS, ""),
    ("air", "", True, 2, 2, DEFAULTS, "domestic express"),
    ("air", "air-belly", True, 6, 6, "services.csv AI- rows: least connection at the hub 12 h", "domestic legs of interline journeys"),
    ("road", "", False, 4, 4, DEFAULTS, "TIR trucks; release assumed like the cut-off"),
    ("road", "", True, 2, 2, DEFAULTS, "truck flights as line-haul"),
    ("rail", "", False, 12, 12, DEFAULTS, ""),
    ("rail", "", True, 12, 12, DEFAULTS, ""),
    ("river", "", False, 6, 4, DEFAULTS, ""),
    ("river", "", True, 6, 4, DEFAULTS, ""),
    ("sea", "", False, 48, 24, DEFAULTS, ""),
    ("sea", "", True, 48, 24, DEFAULTS, ""),
    ("sea", "feeder", True, 6, 4, "assumed: coastal feeders load like barges", "feeders in Hangzhou Bay"),
]


def mode_rule_table():
    table = Table("mode_rule.csv", "mode,service_type,domestic,cutoff_h,release_h")
    for mode, kind, domestic, cutoff, release, source, note in MODE_RULES:
        table.add(mode=mode, service_type=kind, domestic=domestic, cutoff_h=cutoff, release_h=release,
                  quality="assumed", source=source, note=note)
    return table


def line_haul_table():
    table = Table("line_haul.csv", "id,territory,from_kind,classes,max_mass_kg,min_km,max_km,departures,cutoff_h,release_h")
    table.add(id="general", territory="*", classes="parcel;air;lcl", max_mass_kg=1000, min_km=150, max_km=300,
              departures="02:00;10:00;22:00", cutoff_h=2, release_h=2, quality="assumed", source=DEFAULTS,
              note="where a link is listed its length does not matter")
    table.add(id="ehub", territory="*", from_kind="ehub", classes="parcel;air;lcl", max_mass_kg=1000, min_km=150, max_km=800,
              departures="20:00", cutoff_h=2, release_h=2, quality="assumed",
              source="product model: an eHub has daily line-haul to places within 800 km", note="hour of departure assumed")
    return table


def road_rule_table():
    table = Table("road_rule.csv", "territory,up_to_km,circuity,speed_kmh")
    for r in rows("road_rules.csv"):
        table.add(**r)
    return table


def driver_rule_table():
    table = Table("driver_rule.csv", "territory,break_after_h,break_h,daily_h,rest_h,two_drivers")
    table.add(territory="CN", break_after_h=4, break_h="0.333333", daily_h=8, rest_h=16, two_drivers=True, quality="published",
              source="road.drive4h: Decree 405 of the State Council (2004), art. 62(7): 20 min after 4 h; 8 h a day: dossier assumptions",
              note="two drivers over 8 h assumed, so the rest never falls due")
    for territory, note in (("EU", ""), ("*", "as the EU where nothing better is known")):
        table.add(territory=territory, break_after_h=4.5, break_h=0.75, daily_h=9, rest_h=11, two_drivers=False,
                  quality="assumed", source=f"{DEFAULTS}: 9 h + 11 h; 45 min after 4.5 h as Regulation (EC) 561/2006", note=note)
    return table


# parameter id, export mode, place kind, inspection parameter
EXPORT_MODES = [
    ("cus.9610", "9610", "", "cus.insp_b2c"),
    ("cus.9710", "9710", "", "cus.insp_b2b"),
    ("cus.9810", "9810", "", "cus.insp_b2b"),
    ("cus.1210", "1210", "bonded_zone", ""),
    ("cus.0110", "0110", "", "cus.insp_b2b"),
]
# class → median, low, high
IMPORT = {"parcel": (12, 6, 48), "air": (24, 8, 72), "lcl": (48, 24, 144), "fcl": (48, 24, 144)}
IMPORT_AREAS = ["EU", "CH", "NO", "GB", "US", "JP", "KR", "SG", "RU", "EAEU", "HK", "MO", "TW"]


def clearance_table(parameters):
    table = Table("clearance.csv",
                  "id,direction,territory,place_kind,place,class,export_mode,time_h,low_h,high_h,hours,"
                  "inspection_share,inspection_h,inspection_low_h,inspection_high_h,cost_cny,cost_cny_per_kg,cost_cny_per_teu")
    by_id = {p["id"]: p for p in parameters}
    opened = by_id["cus.insp_time"]

    def export(i, parameter, mode, kind, share, place="", note=""):
        p = by_id[parameter]
        inspection = {}
        if share:
            inspection = dict(inspection_share=by_id[share]["value"], inspection_h=opened["value"],
                              inspection_low_h=opened["low"], inspection_high_h=opened["high"])
        table.add(id=i, direction="export", territory="CN", place_kind="" if place else kind, place=place, export_mode=mode,
                  time_h=p["value"], low_h=p["low"], high_h=p["high"], **inspection, quality=p["quality"],
                  source=f"parameters.csv {parameter}" + (f", {share}, cus.insp_time" if share else ""),
                  note=note or "declared through the single window at any hour; hours of the terminal's customs apply where given")

    for parameter, mode, kind, share in EXPORT_MODES:
        export(f"export-CN-{mode}", parameter, mode, kind, share)
    export("export-CN-1210-BZ-HZQ", "cus.1210", "1210", "bonded_zone", "", "BZ-HZQ",
           "value of cus.1210; a row of its own so that the planned digital fence can change it")
    table.add(id="export-other", direction="export", territory="*", time_h=1.5, low_h=0.2, high_h=24, quality="assumed",
              source="assumed: outside China as cus.0110", note="for journeys that begin outside mainland China")
    for name, (median, low, high) in IMPORT.items():
        table.add(id=f"import-{name}", direction="import", territory="*", **{"class": name}, time_h=median, low_h=low, high_h=high,
                  hours="abroad-customs", quality="assumed", source=DEFAULTS, note="lcl as fcl" if name == "lcl" else "")
        for area in IMPORT_AREAS:
            us = area == "US" and name == "parcel"
            table.add(id=f"import-{area}-{name}", direction="import", territory=area, **{"class": name},
                      time_h=median, low_h=12 if us else low, high_h=24 if us else high, hours="abroad-customs",
                      quality="assumed", source="parameters.csv cus.dest_b2c (12-24 h with full papers, weak)" if us else DEFAULTS,
                      note="" if us else "the general default; a row of its own so that it can be changed alone")
    table.add(id="import-CN-parcel", direction="import", territory="CN", **{"class": "parcel"}, time_h=12, low_h=6, high_h=48,
              hours="cn-customs", quality="assumed", source=DEFAULTS, note="as elsewhere")
    table.add(id="import-CN-air", direction="import", territory="CN", **{"class": "air"}, time_h=24, low_h=8, high_h=72,
              hours="cn-customs", quality="assumed", source=f"{DEFAULTS}; parameters.csv cus.cbec_import24", note="")
    for name in ("lcl", "fcl"):
        table.add(id=f"import-CN-{name}", direction="import", territory="CN", **{"class": name},
                  time_h=by_id["cus.imp_2022"]["value"], low_h=24, high_h=144, hours="cn-customs", quality="assumed",
                  source="parameters.csv cus.imp_2022 (median published for all imports); low and high assumed", note="")
    table.add(id="import-ehub", direction="import", territory="*", place_kind="ehub", time_h=4, low_h=2, high_h=16,
              hours="abroad-customs", quality="assumed", source="product model: 12 h become 4 h at an eHub, cleared ahead in bulk",
              note="low and high in the proportion of the default")
    table.add(id="import-CN-ehub", direction="import", territory="CN", place_kind="ehub", time_h=4, low_h=2, high_h=16,
              hours="cn-customs", quality="assumed", source="product model: 12 h become 4 h at an eHub, cleared ahead in bulk", note="")
    return table


# operation, territory, class, time, low, high, hours, per kg, per TEU, CO2e kg per t, source, note
DOORS = [
    ("pickup", "CN", "", 2, 1, 4, "cn-door", 2.5, "", 6, DEFAULTS, "1.0 pick-up + 1.5 sorting CNY/kg; van 20 km at 300 g/t-km"),
    ("pickup", "CN", "fcl", 2, 1, 4, "cn-door", "", 300, "", "assumed: loading a box at the door", "drayage is a leg of its own"),
    ("pickup", "CN", "lcl", 26, 14, 50, "cn-door", 0.15, "", 6, DEFAULTS, "2 h pick-up and 24 h stuffing; 150 CNY/m3 = 0.15 CNY per chargeable kg"),
    ("pickup", "*", "", 2, 1, 4, "abroad-parcel", 2.5, "", 6, "assumed: as in China", ""),
    ("pickup", "*", "fcl", 2, 1, 4, "office", "", 300, "", "assumed: as in China", ""),
    ("pickup", "*", "lcl", 26, 14, 50, "office", 0.15, "", 6, "assumed: as in China", ""),
    ("delivery", "CN", "parcel", 6, 3, 12, "cn-door", 4, "", 6, DEFAULTS, "van 20 km at 300 g/t-km"),
    ("delivery", "CN", "air", 6, 3, 12, "office", 4, "", 6, DEFAULTS, "as parcels; office hours"),
    ("delivery", "CN", "lcl", 30, 15, 60, "office", 0.15, "", 6, DEFAULTS, "24 h stripping and 6 h to the door"),
    ("delivery", "CN", "fcl", 2, 1, 4, "office", "", 300, "", "assumed: unloading a box at the door", "drayage is a leg of its own"),
    ("delivery", "*", "parcel", 12, 6, 24, "abroad-parcel", 25, "", 6, DEFAULTS, "van 20 km at 300 g/t-km"),
    ("delivery", "*", "air", 12, 6, 24, "office", 25, "", 6, DEFAULTS, "as parcels; office hours"),
    ("delivery", "*", "lcl", 36, 18, 72, "office", 0.15, "", 6, DEFAULTS, "24 h stripping and 12 h to the door"),
    ("delivery", "*", "fcl", 2, 1, 4, "office", "", 300, "", "assumed: unloading a box at the door", "drayage is a leg of its own"),
]


def door_table():
    table = Table("door.csv", "operation,territory,class,time_h,low_h,high_h,hours,cost_cny,cost_cny_per_kg,cost_cny_per_teu,co2e_kg,co2e_kg_per_t")
    for operation, territory, name, time, low, high, hours, per_kg, per_teu, co2e, source, note in DOORS:
        table.add(operation=operation, territory=territory, **{"class": name}, time_h=time, low_h=low, high_h=high, hours=hours,
                  cost_cny_per_kg=per_kg, cost_cny_per_teu=per_teu, co2e_kg_per_t=co2e, quality="assumed", source=source, note=note)
    return table


HUBS = [("EH-HGH", "HGH"), ("EH-LGG", "LGG"), ("EH-HKG", "HKG"), ("EH-KUL", "KUL"), ("EH-DXB", "DWC"), ("EH-SVO", "SVO")]


def hub_table():
    table = Table("hub.csv", "ehub,airport,release_h")
    for hub, airport in HUBS:
        table.add(ehub=hub, airport=airport, release_h=2, quality="assumed",
                  source="product model: release of 6 h becomes 2 h at an eHub", note=f"way: link RO-{airport}>{hub}")
    return table


# kinds, inbound, outbound, class, per kg, per TEU, source, note; both ways
HANDLING = [
    ("airport;air_cargo_terminal;ehub", "air", "road", "", 1.2, "", "parameters.csv hand.air", ""),
    ("seaport;seaport_terminal", "sea", "road", "fcl", "", 600, "parameters.csv sea.thc: 1,200 CNY/FEU", ""),
    ("seaport;seaport_terminal", "sea", "road", "lcl", 0.06, "", "parameters.csv sea.thc over 10 t a TEU", ""),
    ("seaport;seaport_terminal", "sea", "road", "parcel", 0.06, "", "parameters.csv sea.thc over 10 t a TEU", ""),
    ("seaport;seaport_terminal", "sea", "sea", "fcl", "", 250, "parameters.csv sea.fuel_ton: transhipment", ""),
    ("seaport;seaport_terminal", "sea", "rail", "fcl", "", 250, "parameters.csv sea.fuel_ton: transhipment", ""),
    ("seaport;seaport_terminal", "sea", "river", "fcl", "", 120, "parameters.csv barge.handling", ""),
    ("river_port", "river", "road", "fcl", "", 120, "parameters.csv barge.handling", ""),
    ("river_port", "river", "road", "lcl", 0.012, "", "parameters.csv barge.handling over 10 t a TEU", ""),
    ("river_port", "river", "sea", "fcl", "", 120, "parameters.csv barge.handling", ""),
    ("river_port", "river", "rail", "fcl", "", 120, "parameters.csv barge.handling", ""),
    ("rail_terminal", "rail", "road", "fcl", "", 120, "assumed: a lift as at a river port", ""),
    ("rail_terminal", "rail", "road", "lcl", 0.012, "", "assumed: a lift as at a river port over 10 t a TEU", ""),
    ("rail_terminal", "rail", "road", "parcel", 0.012, "", "assumed: a lift as at a river port over 10 t a TEU", ""),
    ("rail_terminal", "rail", "river", "fcl", "", 120, "parameters.csv barge.handling", ""),
]


def handling_table():
    table = Table("handling.csv", "place,place_kind,inbound,outbound,class,time_h,low_h,high_h,distribution,cost_cny,"
                  "cost_cny_per_kg,cost_cny_per_teu,co2e_kg,co2e_kg_per_t,resource")
    for kinds, a, b, name, per_kg, per_teu, source, note in HANDLING:
        for kind in kinds.split(";"):
            for inbound, outbound in dict.fromkeys(((a, b), (b, a))):
                table.add(place_kind=kind, inbound=inbound, outbound=outbound, **{"class": name}, time_h=0, distribution="fixed",
                          cost_cny_per_kg=per_kg, cost_cny_per_teu=per_teu, co2e_kg_per_t=1.2, quality="assumed",
                          source=f"{source}; parameters.csv ef.hub",
                          note="the time is that of cut-off and release")
    for kind in ("road_depot", "bonded_zone", "ecommerce_park", "overseas_warehouse"):
        table.add(place_kind=kind, inbound="road", outbound="road", time_h=2, low_h=1, high_h=4, cost_cny_per_kg=0.04,
                  distribution="lognormal", co2e_kg_per_t=1.2, quality="assumed",
                  source="nodes.csv handling_h_typ; parameters.csv hand.truck, ef.hub", note="cross-dock of part loads")
    return table
