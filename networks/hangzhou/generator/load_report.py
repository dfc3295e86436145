# SPDX-License-Identifier: GPL-3.0-or-later
"""capacity.md: how much each resource is used, and how the lift of the airports compares with the demand."""
import os

from . import calls, traffic
from .cargo import DESTINATIONS, FLOWN_SHARE, FLOWN_SHARES

HEAD = """<!-- SPDX-License-Identifier: CC-BY-4.0 -->
# What is full before Hangzhou's cargo comes

Written by `generate.py`; do not edit. All of it is assumed but the throughputs that [background.csv](background.csv) names.

## Lift against the demand

Lift of the services that run, by the terminal where they start, to places abroad by air, sea and rail; a hold counts once, for its
classes share it. *Left* is what [load.csv](load.csv) leaves to Hangzhou. Trains of Xi'an are listed because Hangzhou's boxes may
reach them by rail.
"""
# terminal, mode, class that measures the hold
LIFTS = [("HGH", "air"), ("PVG", "air"), ("EHU", "air"), ("A-JXN", "air"), ("R-YIW", "rail"), ("R-JHN", "rail"), ("R-BLT", "rail"),
         ("R-XIA", "rail"), ("CNHGH-XSH", "river"), ("CNHGH-DZH", "river"), ("CNJIA-ZPU2", "river"), ("CNNBG-BLN", "sea"),
         ("CNSHA-YSN", "sea"), ("CNSHA-WGQ", "sea")]
GATEWAYS = """With the whole value the fastest ways would send 463,000 t a year by HGH and 470,000 t by PVG: three times what is left at HGH.
With `demand.flown_share`, and less of it where the lift to a country is short (`FLOWN_SHARES` in `generator/cargo.py`), a simulated year
sends 47,000 t by HGH and 83,000 t by PVG. Published are 100,000 t of e-commerce a year at HGH, which is not Hangzhou's alone: what
others send stands in [load.csv](load.csv). Trains to Europe leave a tenth of their places; most boxes turn to the sea."""
USE = """
## Implied utilisation

Hours of work of others' traffic and of the network's own calls and cargo ÷ hours that the servers can work (shifts, failures).
The network's own ships take a pilot and, where there is one, a tide; those of others are rows of their own beside the berth's.
*chosen*: no count of servers was at hand, so the traffic chose it. The generator stops where a figure leaves 0.2…0.9.
"""


class Report:
    """Written and compared like a table."""

    file = "capacity.md"

    def __init__(self, stations, service, stop_time, departure, capacity, demand, by_id):
        self.text = HEAD + lift(service, stop_time, departure, capacity, by_id) + wanted(demand) + USE + use(stations)

    def write(self, folder):
        with open(os.path.join(folder, self.file), "w", encoding="utf-8") as f:
            f.write(self.text)


def share(mode, place, kind):
    """As the reader ranks rows: place, then type, then class."""
    fitting = [row for row in traffic.LOADS if row[1] == mode and row[2] in ("", kind) and row[3] in ("", place)]
    return max(fitting, key=lambda row: (row[3] != "", row[2] != ""))[5]


def lift(service, stop_time, departure, capacity, by_id):
    weekly = calls.per_week(service, departure)
    kinds = {s["id"]: (s["mode"], s["service_type"]) for s in calls.records(service)}
    stops = {}
    for s in calls.records(stop_time):
        stops.setdefault(s["service"], []).append(s["place"])
    sums = {}
    for c in calls.records(capacity):
        if c["service"] not in weekly:
            continue
        mode, kind = kinds[c["service"]]
        place, *rest = stops[c["service"]]
        if (place, mode) not in LIFTS or c["class"] != ("parcel" if mode == "air" else "fcl"):
            continue
        if mode != "river" and all(by_id[p]["country"] == "CN" for p in rest):
            continue
        amount = float(c["amount"]) / (1000 if c["unit"] == "kg" else 1) * weekly[c["service"]]
        both = sums.setdefault((place, mode), [0, 0])
        both[0] += amount
        both[1] += amount * (1 - share(mode, place, kind))
    lines = ["", "| terminal | mode | unit | lift a week | a year, thousands | left a week | a year, thousands |",
             "|---|---|---|---|---|---|---|"]
    for place, mode in LIFTS:
        whole, left = sums.get((place, mode), (0, 0))
        lines.append(f"| {place} | {mode} | {'t' if mode == 'air' else 'TEU'} | {whole:,.0f} | {whole * .052:,.0f} | {left:,.0f} | {left * .052:,.0f} |")
    return "\n".join(lines) + "\n"


def wanted(demand):
    flown = {place: FLOWN_SHARES.get(city, FLOWN_SHARE) for place, _, city in DESTINATIONS}
    sums, values = {}, {}
    for d in calls.records(demand):
        name, tonnes = d["class"], float(d["tonnes_per_year"])
        sums[name] = sums.get(name, 0) + tonnes
        values[name] = values.get(name, 0) + tonnes / (flown[d["destination"]] if name in ("parcel", "air") else 1)
    lines = ["", "| class | demand, kt a year | t a week | with the whole value, kt a year |", "|---|---|---|---|"]
    for name in ("parcel", "air", "lcl", "fcl"):
        lines.append(f"| {name} | {sums[name] / 1000:,.0f} | {sums[name] / 52:,.0f} | {values[name] / 1000:,.0f} |")
    lines += ["", GATEWAYS]
    return "\n".join(lines) + "\n"


def use(stations):
    lines = ["", "| resource | kind | servers | | utilisation |", "|---|---|---|---|---|"]
    for s in stations:
        lines.append(f"| {s.id} | {s.kind} | {s.servers} | {'chosen' if s.is_chosen else 'given'} | {s.use:.2f} |")
    return "\n".join(lines) + "\n"
