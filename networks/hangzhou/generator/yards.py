# SPDX-License-Identifier: GPL-3.0-or-later
"""Rail terminals, borders, zones, hubs, warehouses and the trucks of the districts."""
from .base import DEFAULTS

# id, TEU a year by rail both ways, trucks a year, trains a year of others, source
RAIL = [
    ("R-BLT", 300_000, 420_000, 2_500, "assumed: containers beside bulk of a yard designed for 8 Mt a year (nodes.csv R-BLT)"),
    ("R-YIW", 500_000, 400_000, 2_500, "assumed: 180,000 TEU to Ningbo (nodes.csv R-YIW) and trains to Europe, both ways, with domestic boxes"),
    ("R-JHN", 320_000, 330_000, 1_500, "assumed: 5,262 TEU in 22 days of January 2024 (nodes.csv R-JHN), both ways, with domestic boxes"),
    ("R-SXI", 400_000, 350_000, 2_000, "assumed: double-stack trains to Ningbo both ways"),
    ("R-HUW", 330_000, 330_000, 2_000, "assumed: three trains a day (nodes.csv R-HUW), both ways, with domestic boxes"),
]
TRAIN_TEU = 80
# Hours of a truck's round trip and of one by the box; trucks of others are a multiple of the district's own.
TRIP_H = 6


def stations(Station, Stream, known, calls, demand):
    result = []

    def add(key, place, kind, rate, streams, own=0, **more):
        row = known.get(key)
        if row:
            more.setdefault("source", row["source"])
            more.setdefault("note", row["note"])
            more.setdefault("quality", row["quality"])
        result.append(Station(key, place, kind, int(row["servers"]) if row else None, rate, streams, own=own, **more))

    for place, teu, trucks, trains, source in RAIL:
        own = calls.get((place, "rail"), 0)
        own_moves = own * TRAIN_TEU / 1.6
        moves = max(teu / 1.6 - own_moves, teu / 1.6 * 0.3)
        lot = TRAIN_TEU / 1.6
        add(f"{place}-crane", place, "gantry_crane", 25.0, [Stream("trains", moves / lot, lot, 0.3, 1, 1, "", source, "a train of 80 TEU at once")], own_moves)
        add(f"{place}-stacker", place, "reach_stacker", 12, [Stream("others", moves * 0.5 / 5, 5, 0.5, 1, 1, "gate", DEFAULTS, "half of the moves, five at once")], own_moves * 0.5, target=0.5)
        add(f"{place}-siding", place, "siding", 0, [Stream("trains", trains, 6, 0.4, 1, 1, "", source, "six hours a train")], own * 6, target=0.5)
        add(f"{place}-slot", place, "train_slot", 1.5, [Stream("trains", trains * 2, 1, 0.2, 1, 1, "", source, "in and out")], own * 2, target=0.5)
        add(f"{place}-yard", place, "yard", 0, [Stream("others", teu / 2 / 10, 2.3 * 24, 0.6, 10, 1, "gate", DEFAULTS, "mean of train to truck 2.9 d and truck to train 1.7 d; 10 TEU at once")], target=0.65)
        add(f"{place}-gate", place, "gate_lane", 40.0, [Stream("others", trucks / 5, 5, 0.5, 1, 1, "gate", source, "five trucks at once")])
    for key, place, trucks in [("BZ-HZQ-gate", "BZ-HZQ", 420_000), ("BZ-HGH-gate", "BZ-HGH", 210_000)]:
        add(key, place, "gate_lane", 40.0, [Stream("others", trucks / 5, 5, 0.5, 1, 1, "gate", "assumed", "five trucks at once")])
        add(f"{place}-inspection", place, "inspection", 3, [Stream("others", trucks * 0.02, 1, 0.8, 1, 1, "gate", DEFAULTS, "2 % of the trucks, 1 t opened")], unit="t/h", shifts="shift-office", target=0.45)

    # Borders.
    for key, place, trucks, source in [
        ("X-KZT-lane", "X-KZT", 40_000, "nodes.csv X-KZT: 0.40 Mt in 2023, 20 t a truck, as many empty"),
        ("X-DLT-lane", "X-DLT", 40_000, "as X-KZT, the other side of the line"),
    ]:
        add(key, place, "customs_lane", 10.0, [Stream("others", trucks, 1, 0.8, 1, 1, "gate", source, "")])
    for key, place, trains, source in [
        ("X-ALA-gauge", "X-ALA", 6_600, "assumed: 18 trains a day"), ("X-HRG-gauge", "X-HRG", 7_300, "assumed: 20 trains a day"),
    ]:
        add(key, place, "gauge_change", float(known[key]["rate"]), [Stream("trains", trains, 1, 0.3, 1, 2, "", source, "")])

    # Hubs and warehouses: parcels of others a year, tonnes by truck.
    for place, lines, rate, parcels, quality, source in [
        ("EH-HGH", "EH-HGH-sort", 20833.0, 65e6, "derived", "nodes.csv EH-HGH: 500,000 parcels a day (2017); traffic assumed"),
        ("RD-CHX", "RD-CHX-sort", 6000, 120e6, "assumed", "assumed"), ("RD-DJD", "RD-DJD-sort", 6000, 60e6, "assumed", "assumed"),
        ("RD-KQO", "RD-KQO-sort", 6000, 60e6, "assumed", "assumed"), ("RD-YHG", "RD-YHG-sort", 6000, 90e6, "assumed", "assumed"),
        ("EP-XSP", "EP-XSP-sort", 6000, 40e6, "assumed", "assumed"), ("EP-XSH", "EP-XSH-sort", 6000, 30e6, "assumed", "assumed"),
        ("EH-LGG", "EH-LGG-sort", 6000, 60e6, "assumed", "assumed"), ("EH-KUL", "EH-KUL-sort", 6000, 60e6, "assumed", "assumed"),
    ]:
        shifts = "shift-two"
        lot = 1000 if parcels < 100e6 else 2000
        add(lines, place, "sorter", rate, [Stream("others", parcels / lot, lot, 0.5, 1, 1, "parcels", source, f"{lot} parcels at once")],
            shifts=shifts, target=0.6, quality=quality, source=source)
        trucks = parcels * 2 / 2000
        add(f"{place}-dock", place, "dock_door", 2, [Stream("others", trucks, 1, 0.5, 1, 1, "parcels", DEFAULTS, "2,000 parcels a truck, in and out")],
            shifts=shifts, target=0.5)

    # Trucks of the districts: a third is the export of demand.csv, the rest others'.
    for origin, trips in sorted(demand.items()):
        lot = 5
        add(f"{origin}-trucks", origin, "truck_fleet", 0,
            [Stream("others", trips * 2 / lot, TRIP_H, 0.4, lot, 1, "gate", DEFAULTS, "twice the district's own trips; five trucks at once")],
            trips * TRIP_H, shifts="shift-drivers", target=0.6,
            note="trucks for hire with two drivers; six hours a trip with the way back")
    return result
