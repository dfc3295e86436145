# SPDX-License-Identifier: GPL-3.0-or-later
"""Ports: ships, cranes, yards, gates; throughputs published for the port, shared over terminals by assumption."""
from .base import DEFAULTS

NINGBO = "nodes.csv CNNGB: 39.3 M TEU in 2024, shared over terminals by assumption (Chuanshan 10.35 M published, 2019)"
SHANGHAI = "nodes.csv CNSHA: 51.5 M TEU in 2024, of it Yangshan 26 M (CNSHA-YSN)"
JIAXING = "nodes.csv CNJIA: 1.694 M TEU Jan-Nov 2019; CNJIA-ZPU2: about 366,000 a year"
TEU_PER_MOVE = 1.6
# Network services: moves of a call. A barge that comes and goes is two rows, each half of its visit. A string that serves several ports is a row for each, so a row stands for part of a call.
CALL_MOVES = {"sea": 300, "feeder": 120, "barge": 30}
# Moves of a visit of others' barges at a river port, in and out.
BARGE_MOVES = 60
CALL_CRANES = {"sea": 3, "feeder": 2, "barge": 1}
# Hours alongside beyond the moves (mooring, papers), of others' ships and of a call of the network's own.
BERTH_EXTRA_H, OWN_EXTRA_H = 3, 1
# A pilot's turn, with the way back.
PILOT_H = 3

# id, place, M TEU a year, deep-sea share of the moves, share of the TEU that passes the gate, cranes a ship, source
TERMINALS = [
    ("BLN", "CNNBG-BLN", 13.0, 0.75, 0.55, 3, NINGBO),
    ("CHS", "CNNBG-CHS", 10.35, 0.75, 0.55, 3, NINGBO),
    ("MES", "CNNBG-MES", 9.0, 0.75, 0.55, 3, NINGBO),
    ("DXE", "CNNBG-DXE", 3.5, 0.7, 0.55, 3, NINGBO),
    ("JTG", "CNNBG-JTG", 2.3, 0.6, 0.55, 3, NINGBO),
    ("ZHN", "CNNBG-ZHN", 1.1, 0.1, 0.6, 2, NINGBO),
    ("YSN", "CNSHA-YSN", 26.0, 0.75, 0.35, 3, SHANGHAI),
    ("WGQ", "CNSHA-WGQ", 25.0, 0.5, 0.45, 3, SHANGHAI),
    ("JIA", "CNJIA", 1.48, 0.0, 0.5, 2, JIAXING),
]
# Means of an exchange, moves.
MOVES = {"deep": 1800, "feeder": 400, "barge": 100}
# Days in the yard: truck to deep-sea, sea to truck, feeder and barge. Shares of the TEU of a year.
STAYS = [("export", 0.3, 6.5, "truck to deep-sea 6.5 d"), ("import", 0.3, 1.5, "sea to truck 1.5 d: assumed"),
         ("transship", 0.2, 3.0, "feeder, barge 3 d; a box counts twice in the throughput")]


def stations(Station, Stream, known, calls):
    from .stations import quantum
    result = []

    def dossier(key):
        row = known.get(key, {})
        return int(row["servers"]) if row else None, row.get("source", "assumed"), row.get("note", "")

    def add(key, place, kind, rate, streams, own=0, **more):
        servers, source, note = dossier(key)
        more.setdefault("source", source)
        more.setdefault("note", note)
        more.setdefault("quality", known[key]["quality"] if key in known else "assumed")
        result.append(Station(key, place, kind, servers, rate, streams, own=own, **more))

    for name, place, millions, deep, gate, cranes, source in TERMINALS:
        teu = millions * 1e6
        own = {k: n for (p, k), n in calls.items() if p == place}
        own_moves = sum(CALL_MOVES[k] * n for k, n in own.items() if k in CALL_MOVES)
        moves = teu / TEU_PER_MOVE - own_moves
        if moves <= 0:
            raise SystemExit(f"{place}: the network's own calls make {own_moves:.0f} moves, more than the port's")
        split = {"deep": moves * deep, "feeder": moves * (1 - deep) * 0.7, "barge": moves * (1 - deep) * 0.3}
        ships = {k: m / MOVES[k] for k, m in split.items() if m > 0}
        rate = float(known[f"{name}-crane"]["rate"])

        def alongside(m, used, extra=BERTH_EXTRA_H):
            return m / (used * rate) + extra

        used = {"deep": cranes, "feeder": min(cranes, 2), "barge": 1}
        note = f"{teu / 1e6:.2f} M TEU ÷ {TEU_PER_MOVE} TEU a move, less {own_moves:.0f} moves of the network's own calls"
        add(f"{name}-crane", place, "crane", rate,
            [Stream(k, n, MOVES[k], 0.6, used[k], 2, "ships", source, note) for k, n in ships.items()], own=own_moves)
        # A ship of the network has its berth before it has its pilot, and keeps it while the pilot comes.
        berth_own = sum(n * (alongside(CALL_MOVES[k], min(cranes, CALL_CRANES[k]), OWN_EXTRA_H) + PILOT_H)
                        for k, n in own.items() if k in CALL_MOVES)
        add(f"{name}-berth", place, "berth", 0,
            [Stream(k, n, alongside(MOVES[k], used[k]), 0.5, 1, 2, "ships", source,
                    f"{used[k]} cranes a ship and {BERTH_EXTRA_H} h") for k, n in ships.items()],
            own=berth_own, target=0.65, note="three to four cranes a deep-sea berth, one or two a feeder's or barge's")
        sailings = sum(ships.values())
        # The network's own ships pass pilot and tide by themselves; others' are rows of their own beside the berth's.
        passing = sum(n for k, n in own.items() if k in CALL_MOVES)
        big = ships.get("deep", 0) + ships.get("feeder", 0)
        add(f"{name}-anchorage", place, "anchorage", 0,
            [Stream("others", sailings * 0.3, 16, 0.8, 1, 1, "ships", DEFAULTS, "three in ten ships lie 16 h: assumed")], target=0.4)
        add(f"{name}-pilot", place, "pilot", round(1 / PILOT_H, 2),
            [Stream("others", big * 2, 1, 0.4, 1, 1, "ships", source, "in and out; barges take none")], own=passing, target=0.5,
            note="three hours a ship with the way back")
        if place in ("CNSHA-YSN", "CNSHA-WGQ", "CNNBG-MES"):
            add(f"{name}-tide", place, "tide_window", 2,
                [Stream("others", sailings * 1.1, 1, 0.3, 1, 1, "ships", source, "ships of the berths and a tenth more of bulk carriers and tankers: assumed")],
                own=passing, shifts="tide-sea", target=0.4, note="two ships an hour and lane follow each other with the water")
        size = quantum(teu * 0.3, 50_000, 50)
        add(f"{name}-yard", place, "yard", 0,
            [Stream(k, teu * share / size, days * 24, 0.6, size, 1, "gate" if k == "export" else "ships", source, f"{text}; {size} TEU at once")
             for k, share, days, text in STAYS], target=0.75,
            note="TEU places: the terminal's storage rule (throughput/365 × 3 d × 1.3) gives about the same")
        plugs = max(1, size // 10)
        add(f"{name}-reefer", place, "reefer_plug", 0,
            [Stream("others", teu * 0.5 * 0.05 / plugs, 72, 0.5, plugs, 1, "", DEFAULTS, f"5 % of the boxes for 3 d; {plugs} TEU at once")])
        trucks = teu * gate / 1.6
        lot = quantum(trucks, 80_000)
        add(f"{name}-gate", place, "gate_lane", 40.0,
            [Stream("others", trucks / lot, lot, 0.5, max(1, lot // 5), 1, "gate", source,
                    f"{gate:.0%} of the TEU by truck, 1.6 TEU each; {lot} trucks at once")], target=0.45)
        checked = teu * gate * 0.03
        add(f"{name}-inspection", place, "inspection", 2,
            [Stream("others", checked / 10, 10, 0.8, 5, 1, "gate", DEFAULTS, "3 % of the boxes at the gate; 10 TEU at once")],
            shifts="shift-office", target=0.65)

    # River ports and Zhapu: barges of 64 TEU and bulk.
    for name, place, teu, bulk, trucks, source in [
        ("XSH", "CNHGH-XSH", 190_000, 2000, 130_000, "nodes.csv CNHGH-XSH: 100,000 TEU in the first year, +88 % in the first half of 2025; design 3 Mt of bulk"),
        ("DZH", "CNHGH-DZH", 70_000, 1200, 230_000, "assumed: design 100,000 TEU and bulk (nodes.csv CNHGH-DZH)"),
        ("ZPU2", "CNJIA-ZPU2", 366_000, 1000, 200_000, JIAXING),
    ]:
        own_calls = sum(n for (p, k), n in calls.items() if p == place and k == "barge")
        own_moves = own_calls * CALL_MOVES["barge"]
        left = max(0.15 * teu / TEU_PER_MOVE, teu / TEU_PER_MOVE - own_moves)
        barges = left / BARGE_MOVES
        lift = {"XSH": 60_000, "DZH": 80_000}.get(name, 0)
        cargo = [Stream("barges", barges, BARGE_MOVES, 0.4, 1, 1, "ships", source, "the rest of the throughput beside the network's own calls")]
        if lift:
            cargo.append(Stream("bulk", lift / 100, 100, 0.4, 1, 1, "ships", "assumed", "general cargo by the same cranes"))
        add(f"{name}-crane", place, "crane", 25.0, cargo, own=own_moves)
        add(f"{name}-berth", place, "berth", 0,
            [Stream("barges", barges, 6, 0.4, 1, 1, "ships", source, ""), Stream("bulk", bulk, 10, 0.5, 1, 1, "ships", source, "ships of about 1,000 t, 10 h each: assumed")],
            own=own_calls * (CALL_MOVES["barge"] / 25 + OWN_EXTRA_H))
        add(f"{name}-anchorage", place, "anchorage", 0, [Stream("others", bulk, 6, 0.8, 1, 1, "ships", DEFAULTS, "barges that wait for water or berth")], target=0.35)
        if name != "ZPU2":
            add(f"{name}-tide", place, "tide_window", 2,
                [Stream("others", bulk * 2 + barges * 2, 1, 0.3, 1, 1, "ships", source, "in and out; the Qiantang bore shuts the river two hours a day")],
                own=own_calls, shifts="tide-bore", target=0.3)
        else:
            add("ZPU2-pilot", place, "pilot", 0.5, [Stream("others", bulk * 2 + barges * 2, 1, 0.4, 1, 1, "ships", source, "in and out")], own=own_calls)
        size = 10
        add(f"{name}-yard", place, "yard", 0, [Stream("others", teu * 0.8 / size, 36, 0.6, size, 1, "gate", source, "1.5 d; 10 TEU at once")])
        add(f"{name}-gate", place, "gate_lane", 40.0, [Stream("others", trucks / 10, 10, 0.5, 2, 1, "gate", source, "10 trucks at once")])
        add(f"{name}-inspection", place, "inspection", 1, [Stream("others", teu * 0.02, 1, 0.8, 1, 1, "gate", DEFAULTS, "2 % of the boxes")],
            shifts="shift-office", target=0.5)

    # Locks: vessels published, vessels a lockage assumed.
    for name, lockages, source, note in [
        ("BABAO", 14_000, "nodes.csv LOCK-BABAO: 28,000 passages in the first year", "two vessels a lockage: assumed"),
        ("SANBAO", 7_000, "assumed", "freight has moved to Babao"),
        ("FCJ", 6_615, "nodes.csv LOCK-FCJ: 46,307 vessels in 2025, above the design", "seven vessels a lockage: assumed"),
        ("XINBA", 13_000, "nodes.csv LOCK-XINBA: 26,000 lockages in two trial years", ""),
    ]:
        key = f"LOCK-{name}-chamber"
        own_calls = calls.get((f"LOCK-{name}", "barge"), 0)
        add(key, f"LOCK-{name}", "lock_chamber", float(known[key]["rate"]),
            [Stream("others", max(lockages - own_calls * 0.25, lockages * 0.5), 1, 0.2, 1, 1, "ships", source, note)], own=own_calls * 0.25)
    return result
