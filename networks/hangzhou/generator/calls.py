# SPDX-License-Identifier: GPL-3.0-or-later
"""How often the network's own services call and sail."""

RUNS = ("live", "unconfirmed")
KINDS = {"container ship": "sea", "feeder": "feeder", "barge": "barge"}


def records(table):
    return [dict(zip(table.columns, row)) for row in table.rows]


def per_week(service, departure):
    """Departures a week of the services that run."""
    dated = {}
    for d in records(departure):
        if d["days"]:
            days = 7 if d["days"] == "daily" else len(d["days"].split(";"))
            dated[d["service"]] = dated.get(d["service"], 0) + days / float(d["period_weeks"] or 1)
    return {s["id"]: float(s["frequency_per_week"] or dated.get(s["id"], 0)) for s in records(service) if s["status"] in RUNS}


def by_place(service, stop_time, departure):
    """Calls a year by place and kind: sea, feeder, barge, rail, air, road; locks that barges pass count as barge."""
    weekly = per_week(service, departure)
    kinds = {s["id"]: KINDS.get(s["service_type"], s["mode"]) for s in records(service)}
    result = {}
    for stop in records(stop_time):
        if stop["service"] in weekly:
            key = (stop["place"], kinds[stop["service"]])
            result[key] = result.get(key, 0) + weekly[stop["service"]] * 52
    for s in records(service):
        for passage in s["passages"].split(";"):
            if s["id"] in weekly and passage.startswith("LOCK-"):
                key = (passage, "barge")
                result[key] = result.get(key, 0) + weekly[s["id"]] * 52
    return result
