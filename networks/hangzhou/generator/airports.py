# SPDX-License-Identifier: GPL-3.0-or-later
"""Airports: acceptance, scanners, build-up, stands; throughputs published, halves outbound assumed."""
from .base import DEFAULTS

# id, outbound tonnes of others a year, tonnes a truck brings, turnarounds a year of others, tonnes at once, source
AIRPORTS = [
    ("HGH", 348_000, 165_000, 5, "nodes.csv HGH: 790,000 t and 330,000 movements in 2025; half outbound, less 47,000 t of the network's own"),
    ("HGH-ICT", 150_000, 0, 5, "nodes.csv HGH-ICT: 201,000 t Jan-21 Nov 2025; exports and half of the imports"),
    ("PVG", 1_807_000, 264_000, 20, "nodes.csv PVG: 3.78 Mt in 2024, half outbound, less 83,000 t of the network's own; 528,000 movements assumed"),
    ("NGB", 80_000, 45_000, 5, "assumed: 160,000 t both ways, 90,000 movements"),
    ("EHU", 510_000, 35_000, 10, "nodes.csv EHU: 1.025 Mt in 2024, half outbound; 70,000 movements assumed"),
]
# Tonnes a year that the network's own demand brings, as simulated.
OWN = {"HGH": 47_000, "PVG": 83_000, "EHU": 2_000}


def stations(Station, Stream, known, calls, demand):
    result = []

    def add(key, place, kind, rate, streams, own=0, **more):
        row = known.get(key)
        if row:
            more.setdefault("source", row["source"])
            more.setdefault("note", row["note"])
            more.setdefault("quality", row["quality"])
        result.append(Station(key, place, kind, int(row["servers"]) if row else None, rate, streams, own=own, **more))

    for name, tonnes, turns, lot, source in AIRPORTS:
        own = OWN.get(name, 0)

        def stream(share=1.0, cv=0.5, profile="air-cargo"):
            return [Stream("others", tonnes * share / lot, lot, cv, max(1, lot // 5), 1, profile, source, f"{lot} t at once")]

        add(f"{name}-acceptance", name, "acceptance", 20, stream(), own, target=0.45)
        add(f"{name}-xray", name, "xray", 30 if name == "NGB" else 60.0, stream(), own, target=0.4)
        add(f"{name}-uld", name, "uld_station", 4.0, stream(), own, target=0.55)
        add(f"{name}-inspection", name, "inspection", 0.6,
            [Stream("others", tonnes * 0.5 * 0.03 / 0.5, 0.5, 1, 1, 1, "air-cargo", DEFAULTS, "3 % of half of the tonnes, in lots of 0.5 t")],
            own * 0.03, unit="t/h", target=0.5)
        add(f"{name}-shed", name, "yard", 0,
            [Stream("others", tonnes / lot, 12, 0.6, lot, 1, "air-cargo", source, f"12 h (nodes.csv dwell_h_typ); {lot} t at once")],
            own * 12, target=0.6, note="tonnes of shed")
        add(f"{name}-gate", name, "gate_lane", 40.0,
            [Stream("others", tonnes / 5 / (1 + tonnes // 1_000_000), 5 * (1 + tonnes // 1_000_000), 0.5, 1, 1, "air-gate", source, "2 t a truck, counted in and out; several trucks at once")], own, target=0.45)
        if turns:
            flown = calls.get((name, "air"), 0)
            add(f"{name}-stand", name, "stand", 0,
                [Stream("flights", max(turns - flown, turns * 0.3), 2.5, 0.4, 1, 2, "flights", source,
                        "half of the movements less the network's own flights; 2.5 h with the night")], flown * 3, target=0.65,
                note="stands in use, passengers' too")
    return result
