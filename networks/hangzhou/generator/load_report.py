# SPDX-License-Identifier: GPL-3.0-or-later
"""capacity.md: how much each resource is used, and how the lift of the airports compares with the demand."""
import os

from . import calls, traffic
from .cargo import FLOWN_SHARE

HEAD = """<!-- SPDX-License-Identifier: CC-BY-4.0 -->
# What is full before Hangzhou's cargo comes

Written by `generate.py`; do not edit. All of it is assumed but the throughputs that [background.csv](background.csv) names.

## Lift of the airports against the demand

Tonnes a week on services that run, to places abroad; a hold counts once, for parcels and air cargo share it. *Left* is what
[load.csv](load.csv) leaves to Hangzhou.
"""
USE = """
## Implied utilisation

Hours of work of others' traffic and of the network's own calls and cargo ÷ hours that the servers can work (shifts, failures).
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


def share(place, kind):
    """As the reader ranks rows: place, then type, then class."""
    fitting = [row for row in traffic.LOADS if row[1] == "air" and row[2] in ("", kind) and row[3] in ("", place)]
    return max(fitting, key=lambda row: (row[3] != "", row[2] != ""))[5]


def lift(service, stop_time, departure, capacity, by_id):
    weekly = calls.per_week(service, departure)
    kinds = {s["id"]: (s["mode"], s["service_type"]) for s in calls.records(service)}
    stops = {}
    for s in calls.records(stop_time):
        stops.setdefault(s["service"], []).append(s["place"])
    home = ("HGH", "PVG", "EHU", "A-JXN", "NGB")
    sums = {}
    for c in calls.records(capacity):
        if c["class"] != "parcel" or c["service"] not in weekly or kinds[c["service"]][0] != "air":
            continue
        place, *rest = stops[c["service"]]
        if place not in home or all(by_id[p]["country"] == "CN" for p in rest):
            continue
        amount = float(c["amount"]) / (1000 if c["unit"] == "kg" else 1) * weekly[c["service"]]
        both = sums.setdefault(place, [0, 0])
        both[0] += amount
        both[1] += amount * (1 - share(place, kinds[c["service"]][1]))
    lines = ["", "| airport | lift, t a week | kt a year | left, t a week | kt a year |", "|---|---|---|---|---|"]
    for place, (all_of_it, left) in sorted(sums.items(), key=lambda x: -x[1][0]):
        lines.append(f"| {place} | {all_of_it:,.0f} | {all_of_it * .052:,.0f} | {left:,.0f} | {left * .052:,.0f} |")
    return "\n".join(lines) + "\n"


def wanted(demand):
    sums = {}
    for d in calls.records(demand):
        sums[d["class"]] = sums.get(d["class"], 0) + float(d["tonnes_per_year"])
    lines = ["", "| class | demand, kt a year | t a week | with the whole value, kt a year |", "|---|---|---|---|"]
    for name in ("parcel", "air", "lcl", "fcl"):
        whole = sums[name] / FLOWN_SHARE if name in ("parcel", "air") else sums[name]
        lines.append(f"| {name} | {sums[name] / 1000:,.0f} | {sums[name] / 52:,.0f} | {whole / 1000:,.0f} |")
    return "\n".join(lines) + "\n"


def use(stations):
    lines = ["", "| resource | kind | servers | | utilisation |", "|---|---|---|---|---|"]
    for s in stations:
        lines.append(f"| {s.id} | {s.kind} | {s.servers} | {'chosen' if s.is_chosen else 'given'} | {s.use:.2f} |")
    return "\n".join(lines) + "\n"
