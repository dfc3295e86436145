#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares published figures (networks/hangzhou/check.csv) with what Tidebore answers; writes docs/validation.md.

    scripts/validation.py .build/release/tidebore           # writes the page
    scripts/validation.py .build/release/tidebore --check   # writes nothing; exit code 1 if the page would change

Kinds distance, transit, cost, capacity and frequency. "Ours" of a transit is the time from the departure of the first
main haul to the arrival of the last, unless the figure is door to door; of a distance the kilometres of the main hauls.
A figure within its tolerance proves something only where the network does not contain it (role "free").
Published throughputs stand against a simulated year (simulated_figures.py).
"""
import csv
import datetime
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import simulated_figures

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NETWORK = "networks/hangzhou"
KINDS = ["distance", "transit", "cost", "capacity", "frequency"]
MONDAY = "2026-03-02T08:00:00+08:00"
BOX = ["--class", "fcl", "--teu", "2", "--export-mode", "0110", "--horizon", "120d"]
AIR = ["--class", "air", "--mass", "300kg", "--export-mode", "9710"]
# Pairs of places that stand for figures which name only countries: chosen here, not published.
PAIRS = {"K015": ("R-YIW", "R-DUI"), "K032": ("R-YIW", "R-DUI"),
         "K039": ("CNSHA-YSN", "USOAK"), "K099": ("HZ-XS", "G2643743")}
# Options that the figure's condition asks for.
OPTIONS = {"K031": ["--without", "suez"], "K034": ["--without", "suez"], "K048": ["--without", "AF-HGH-ORD"]}
DOOR = {"K048", "K082", "K098", "K099"}
# Figures that no answer of this version can meet, and why.
UNTESTABLE = {
    "K012": "a border crossing is passed by a train, not delivered to",
    "K013": "no train of the network calls at Chengdu",
    "K014": "names countries; no train of the network ends in Poland",
    "K016": "names no places; the corridor's ferries over the Caspian Sea are not in the network",
    "K067": "a channel without ends that are places of the network",
    "K077": "a canal without ends that are places of the network",
}
WHY = {
    "K015": "ours is one published train at its best; the figure a round mean of the trade",
    "K032": "ours is one published train at its best; the figure a round mean of the trade",
    "K033": "the string by Suez has the status suspended and does not run; ours is the fastest ship that does",
    "K059": "the dossier lists single routes, most of them unconfirmed; the total is a parameter beside them",
    "K062": "the tariffs of barge, feeder and road are assumed means by the kilometre; the figure is one port's statement",
    "K087": "the tariffs of train and road are assumed means by the kilometre; the figure is a range of 15 to 20 %",
    "K003": "a weak source; our train has the published time of 2024's best trains",
    "K004": "the first train; our trains carry the load of 2024",
    "K031": "ours is the fastest ship by the Cape, the figure an average of the trade",
    "K037": "the service's start in 2006; ours is its later timetable",
    "K048": "ours is the planned ideal chain on today's connections; the figure is from 2017, before direct flights",
    "K082": "ours is the planned ideal chain; the figure is a promise that holds for nearly all parcels",
    "K098": "ours is the planned ideal chain; the figure a client's experience with a belly carrier",
    "K099": "ours is the planned ideal chain; the figure a world mean of what really happened",
    "K096": "our road includes the way from the station to the bridge and from the bridge to the quay; the figure is the bridge alone",
}


def table(name):
    with open(os.path.join(ROOT, NETWORK, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Answers:
    def __init__(self, tool):
        self.tool = tool
        self.services = {s["id"]: s for s in table("service.csv")}
        self.departures = table("departure.csv")
        self.stops = {}
        for stop in table("stop_time.csv"):
            self.stops.setdefault(stop["service"], []).append(stop["place"])
        self.capacity = table("capacity.csv")
        places = table("place.csv")
        self.kinds = {p["id"]: p["kind"] for p in places}
        self.territories = {p["id"]: p["territory"] for p in places}
        self.terminals = {t["place"]: t for t in table("terminal.csv")}

    def route(self, origin, target, options, depart=MONDAY):
        run = subprocess.run(
            [self.tool, "route", NETWORK, "--from", origin, "--to", target, "--depart", depart, "--format", "json"]
            + options, cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if run.returncode != 0:
            raise RuntimeError(f"{origin} to {target}: exit code {run.returncode}: {run.stderr[:300]}")
        found = json.loads(run.stdout)["itineraries"]
        return found[0] if found else None

    def with_service(self, service, origin, target, options):
        """The itinerary that uses a service: faster ones are forbidden until it comes."""
        depart = MONDAY
        dates = [d["date"] for d in self.departures if d["service"] == service and d["date"]]
        if dates:
            day = datetime.date.fromisoformat(dates[0]) - datetime.timedelta(days=3)
            depart = f"{day}T08:00:00+08:00"
        banned = []
        first = None
        for _ in range(6):
            itinerary = self.route(origin, target, options + banned, depart)
            first = first or itinerary
            if itinerary is None:
                break
            used = [leg["service"] for leg in mains(itinerary)]
            if not service or service in used or not used:
                return itinerary
            for other in used:
                banned += ["--without", other]
        return first


def mains(itinerary):
    return [leg for leg in itinerary["legs"] if leg["kind"] == "main_haul"]


def instant(text):
    return datetime.datetime.fromisoformat(text)


def working_days(itinerary):
    start, end = instant(itinerary["depart"]).date(), instant(itinerary["arrive"]).date()
    return sum((start + datetime.timedelta(days=n)).weekday() < 5 for n in range(1, (end - start).days + 1))


def pair(check):
    return PAIRS.get(check["id"], (check["from"], check["to"]))


def copied_service(check):
    role = check["role"]
    return role.split("service ", 1)[1].strip() if "service " in role else ""


def transit(answers, check):
    origin, target = pair(check)
    if not origin or not target:
        return None, "names no pair of places"
    air = answers.kinds.get(origin) == "airport" or answers.kinds.get(target) == "airport"
    options = (AIR if air else BOX) + ["--without", "road"]
    if check["id"] in DOOR:
        options = ["--class", "parcel", "--mass", "30kg"] if target.startswith("G") or origin.startswith("HZ") else AIR
    itinerary = answers.with_service(copied_service(check), origin, target, options + OPTIONS.get(check["id"], []))
    if itinerary is None:
        return None, "not reached"
    legs = mains(itinerary)
    how = " + ".join(f"`{leg['service']}`" for leg in legs) or "by road"
    if check["unit"] == "working day":
        return working_days(itinerary), "door to door: " + how
    if check["id"] in DOOR:
        hours = itinerary["duration_s"] / 3600
        return (hours / 24 if check["unit"] == "day" else hours), "door to door: " + how
    if not legs:
        return None, "no main haul: " + how
    seconds = (instant(legs[-1]["arrive"]) - instant(legs[0]["depart"])).total_seconds()
    return seconds / (86400 if check["unit"] == "day" else 3600), how


def distance(answers, check):
    if not check["from"] or not check["to"]:
        return None, "names no pair of places"
    itinerary = answers.route(check["from"], check["to"], BOX)
    if itinerary is None:
        return None, "not reached"
    legs = mains(itinerary) or [leg for leg in itinerary["legs"] if leg["mode"]]
    return sum(leg["distance_km"] or 0 for leg in legs), " + ".join(f"`{leg['service'] or leg['row']}`" for leg in legs)


def capacity(answers, check):
    place = answers.terminals.get(check["to"]) if not check["from"] else None
    if place is not None:
        if place["storage_capacity"]:
            return float(place["storage_capacity"]), "`terminal.csv`"
        return None, "the design capacity stands in the dossier; the network holds the throughput observed"
    wanted = copied_service(check)
    rows = [c for c in answers.capacity if c["unit"] == check["unit"] and (
        c["service"] == wanted if wanted else runs(answers, c["service"], check))]
    if not rows:
        rows = [c for c in answers.capacity if c["service"] == wanted]
    if not rows:
        return None, "no service between these places has a capacity in this unit"
    best = max(rows, key=lambda c: (float(c["amount"]), c["service"]))
    scale = 1000.0 if best["unit"] == "kg" and check["unit"] == "t" else 1.0
    return float(best["amount"]) / scale, f"`capacity.csv`: `{best['service']}`"


def runs(answers, service, check):
    stops = answers.stops.get(service, [])
    return check["from"] in stops and check["to"] in stops[stops.index(check["from"]):]


def frequency(answers, check):
    total = 0.0
    for service, row in answers.services.items():
        stops = answers.stops[service]
        if row["service_type"] != "air-freighter" or check["from"] not in stops[:-1]:
            continue
        if all(answers.territories[stop] == answers.territories[check["from"]] for stop in stops):
            continue
        if row["status"] not in ("live", "unconfirmed"):
            continue
        total += float(row["frequency_per_week"] or 0)
        for departure in answers.departures:
            if departure["service"] == service and departure["days"]:
                total += days(departure["days"]) / float(departure["period_weeks"] or 1)
    return total, "international freighters a week that leave it, live and unconfirmed"


def days(text):
    names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    count = 0
    for part in text.split(";"):
        if part == "daily":
            count += 7
        elif "-" in part:
            first, last = part.split("-")
            count += names.index(last) - names.index(first) + 1
        else:
            count += 1
    return count


def cost(answers, check):
    by_water_or_rail = answers.route(check["from"], check["to"], BOX + ["--without", "road"])
    by_road = answers.route(check["from"], check["to"], BOX + [
        word for mode in ("rail", "river", "sea") for word in ("--without", mode)])
    if by_water_or_rail is None or by_road is None:
        return None, "one of the two ways does not exist"
    a, b = by_water_or_rail["cost_cny"], by_road["cost_cny"]
    how = " + ".join(f"`{leg['service']}`" for leg in mains(by_water_or_rail)) + f": {a:.0f} against {b:.0f} CNY for two TEU"
    return ((a - b) / b if check["unit"] == "share" else a - b), how


def number(value):
    if value is None:
        return "–"
    text = f"{value:.3f}" if abs(value) < 1 else f"{value:.1f}"
    return text.rstrip("0").rstrip(".")


def judge(check, ours, how):
    observed, tolerance = float(check["observed"]), float(check["tolerance"])
    if ours is None:
        return "not tested", how
    within = abs(ours - observed) <= tolerance * abs(observed) + 1e-9
    return ("within" if within else "**outside**"), how + ("" if within else "; " + WHY.get(check["id"], "no reason is known"))


def answer(answers, check):
    if check["id"] in UNTESTABLE:
        return check, None, UNTESTABLE[check["id"]]
    return (check, *{"transit": transit, "distance": distance, "capacity": capacity, "frequency": frequency,
                     "cost": cost}[check["kind"]](answers, check))


def page(results, simulated):
    lines = [
        "# Published figures against ours", "",
        "Made by `scripts/validation.py .build/release/tidebore` from the rows of `networks/hangzhou/check.csv` of kind "
        + ", ".join(KINDS) + ";", "CI makes it again and compares. A *transit* is the time from the departure of the first main haul "
        "to the arrival of the last, *door to door* where the last column says so;", "the network's state is 2025-W46, the week asked is 2026-W10. "
        "\"Within\" is the tolerance of the row.", "",
    ]
    for title, text, copied in [
        ("Free figures", "The network does not contain these: agreement means something.", False),
        ("Copied figures", "A row of the network holds this very value: agreement only shows that it arrives unchanged.", True),
    ]:
        rows = [r for r in results if r[0]["role"].startswith("copied") == copied]
        verdicts = [judge(*r)[0] for r in rows]
        tested = [v for v in verdicts if v != "not tested"]
        lines += [f"## {title}", "", text, f"{verdicts.count('within')} of {len(tested)} tested figures are within their tolerance; "
                  f"{len(rows) - len(tested)} cannot be tested.", "",
                  "| id | kind | figure | observed | ours | unit | tolerance | verdict | how, and why not |",
                  "|---|---|---|--:|--:|---|--:|---|---|"]
        for check, ours, how in rows:
            verdict, remark = judge(check, ours, how)
            origin, target = pair(check)
            places = f" ({origin or '–'} → {target or '–'}{', chosen by us' if check['id'] in PAIRS else ''})"
            lines.append(" | ".join([
                f"| {check['id']}", check["kind"], check["name"] + places, number(float(check["observed"])), number(ours), check["unit"],
                f"{float(check['tolerance']) * 100:.0f} %", verdict, remark + " |"]))
        lines.append("")
    lines += simulated
    lines += [
        "## What the page says", "",
        "- Door to door, the first two tables hold planned times of an ideal chain: every operation takes its median, no flight is full, no parcel is rolled over. "
        "Published services on the same lanes take longer; simulated times stand under \"Simulated figures\".",
        "- Distances and times of trains and ships that a source publishes are in the network; those rows are \"copied\".", "",
    ]
    return "\n".join(lines)


def main():
    answers = Answers(os.path.abspath(sys.argv[1]))
    checks = [c for c in table("check.csv") if c["kind"] in KINDS]
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda c: answer(answers, c), checks))
    text = page(results, simulated_figures.section(answers.tool, ROOT, table("check.csv")))
    path = os.path.join(ROOT, "docs/validation.md")
    if "--check" in sys.argv:
        old = open(path, encoding="utf-8").read() if os.path.exists(path) else ""
        if old != text:
            print("docs/validation.md is not what scripts/validation.py makes")
            return 1
        print(f"docs/validation.md: {len(results)} figures, as made again")
        return 0
    open(path, "w", encoding="utf-8").write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
