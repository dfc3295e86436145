# SPDX-License-Identifier: GPL-3.0-or-later
"""Resources with the traffic of others at them, sized so that each is used neither too little nor too much."""
import math

from .base import DEFAULTS, Table, joined, rows
from . import airports, ports, yards

# id, days, opens, closes, note; servers that keep these hours work in them alone
SHIFTS = [
    ("shift-two", "daily", "06:00", "22:00", "two shifts of eight hours"),
    ("shift-office", "daily", "08:00", "20:00", "customs teams: the hours of pick-up"),
    ("shift-drivers", "daily", "06:00", "22:00", "two drivers a truck, eight hours each (driver_rule.csv)"),
    ("tide-sea", "daily", "02:00", "08:00", "six hours round one high water a day; the tide's daily shift of 50 minutes left out"),
    ("tide-sea", "daily", "14:00", "20:00", "six hours round the other high water"),
    ("tide-bore", "daily", "01:00", "13:00", "two hours a day lost to the Qiantang bore (parameters.csv wx.bore: two a day, about 1 h each)"),
    ("tide-bore", "daily", "14:00", "24:00", "as above; the bore's daily shift of 50 minutes left out"),
]
HOURS = {"": 8760, "shift-two": 16 * 365, "shift-office": 12 * 365, "shift-drivers": 16 * 365, "tide-sea": 12 * 365,
         "tide-bore": 22 * 365}
PLACES = {"anchorage", "berth", "yard", "reefer_plug", "siding", "stand", "truck_fleet"}
UNITS = {"pilot": "ships/h", "tide_window": "ships/h", "crane": "moves/h", "gantry_crane": "moves/h", "reach_stacker": "moves/h",
         "gate_lane": "trucks/h", "dock_door": "trucks/h", "customs_lane": "trucks/h", "inspection": "TEU/h", "train_slot": "trains/h",
         "gauge_change": "trains/h", "acceptance": "t/h", "xray": "t/h", "uld_station": "t/h", "sorter": "parcels/h",
         "lock_chamber": "lockages/h"}
# Usual variation of a service time and failures by kind: cv, hours between failures, hours of repair; all assumed.
HABITS = {"crane": (0.5, 200, 4), "gantry_crane": (0.5, 200, 4), "reach_stacker": (0.5, 150, 3), "xray": (0.3, 400, 4),
          "sorter": (0.3, 120, 1), "lock_chamber": (0.2, 700, 12), "gate_lane": (0.7, "", ""), "inspection": (0.8, "", ""),
          "gauge_change": (0.3, "", ""), "customs_lane": (0.8, "", "")}
LEAST, MOST = 0.2, 0.9


class Stream:
    """Arrivals of others: `work` in the unit of the resource, hours where servers are places."""

    def __init__(self, name, per_year, work, cv=0.5, units=1, stages=1, profile="", source=DEFAULTS, note="", quality="assumed"):
        (self.name, self.per_year, self.work, self.cv, self.units) = (name, per_year, work, cv, units)
        (self.stages, self.profile, self.source, self.note, self.quality) = (stages, profile, source, note, quality)


class Station:
    """A resource; `servers` None lets the traffic choose them. `own` is the work a year of the network's own services and cargo."""

    def __init__(self, id, place, kind, servers, rate, streams, own=0, shifts="", unit="", target=0.6, source="assumed", note="",
                 quality="assumed"):
        (self.id, self.place, self.kind, self.rate, self.streams, self.own) = (id, place, kind, rate, streams, own)
        (self.shifts, self.unit, self.source, self.note, self.quality) = (shifts, unit, source, note, quality)
        self.cv, self.up, self.repair = HABITS.get(kind, ("", "", ""))
        self.is_chosen = servers is None
        self.servers = servers or max(1, math.ceil(self.work / self.hours / target - 0.25))
        for s in streams:
            if self.rate:
                s.units = min(s.units, self.servers)
            elif s.units > self.servers:
                self.servers = s.units

    @property
    def hours(self):
        """Hours a year in which one server can work, failures taken off."""
        share = self.up / (self.up + self.repair) if self.up else 1
        return HOURS[self.shifts] * share

    @property
    def work(self):
        """Hours a year of all servers together."""
        each = self.rate or 1
        return sum(s.per_year * s.work / each * (1 if self.rate else s.units) for s in self.streams) + self.own / each

    @property
    def use(self):
        return self.work / (self.servers * self.hours)


def stations(calls, demand):
    """All resources: those that the dossier names keep their servers and rate.

    `calls` counts the network's own calls a year by place and mode; `demand` its tonnes a year by class and origin.
    """
    known = {r["id"]: r for r in rows("resources.csv")}
    result = ports.stations(Station, Stream, known, calls) + airports.stations(Station, Stream, known, calls, demand)
    result += yards.stations(Station, Stream, known, calls, demand)
    named = {s.id for s in result}
    missing = sorted(set(known) - named)
    if missing:
        raise SystemExit(f"resources.csv: no traffic for {missing}")
    wrong = [f"{s.id}: used {s.use:.2f} of the time with {s.servers} servers ({s.work / s.hours:.2f} busy)"
             for s in result if not LEAST <= s.use <= MOST]
    if wrong:
        raise SystemExit("\n".join(wrong))
    return sorted(result, key=lambda s: s.id)


def resource_table(all_stations):
    table = Table("resource.csv", "id,place,kind,servers,rate,rate_unit,shifts,cv,mtbf_h,mttr_h")
    for s in all_stations:
        table.add(id=s.id, place=s.place, kind=s.kind, servers=s.servers, rate=s.rate,
                  rate_unit=s.unit or ("places" if s.kind in PLACES else UNITS[s.kind]), shifts=s.shifts, cv=s.cv, mtbf_h=s.up,
                  mttr_h=s.repair, quality=s.quality, source=s.source,
                  note=joined(s.note, "servers chosen by the traffic" if s.is_chosen else ""))
    return table


def shift_rows(table):
    for i, days, opens, closes, note in SHIFTS:
        table.add(id=i, days=days, opens=opens, closes=closes, quality="assumed", source=DEFAULTS, note=note)
    return table


def background_table(all_stations):
    table = Table("background.csv", "id,resource,per_year,work,work_cv,units,arrival_stages,profile")
    for s in all_stations:
        for stream in s.streams:
            if stream.per_year > 400_000:
                raise SystemExit(f"{s.id}-{stream.name}: {stream.per_year:.0f} arrivals a year")
            table.add(id=f"{s.id}-{stream.name}", resource=s.id, per_year=round(stream.per_year), work=round(stream.work, 3),
                      work_cv=stream.cv, units=stream.units, arrival_stages=stream.stages, profile=stream.profile,
                      quality=stream.quality, source=stream.source, note=stream.note)
    return table


def quantum(total, most=150_000, step=5):
    """The least multiple of `step` in which a year's `total` makes no more than `most` arrivals."""
    return max(step, math.ceil(total / most / step) * step)
