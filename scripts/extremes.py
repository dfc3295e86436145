#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of extremes: every numeric column, parameter and option × its extreme values, through `validate` and then the verbs.

    scripts/extremes.py .build/release/tidebore                     # a sample for CI: under two minutes
    scripts/extremes.py TOOL --all [--jobs 2]                       # every cell
    scripts/extremes.py TOOL --only service.frequency_per_week      # cells whose name begins so
    scripts/extremes.py TOOL --seconds 100 --seed 7                 # the sample's length and choice

The columns and bounds are read from docs/bounds.md. A cell is a copy of the teaching network in which one row, or every row, of a
column holds the value. What must hold: a value beyond its bounds is refused with exit code 3 and file:line:column; otherwise
`validate` ends with 0 or 3, and after 0 each verb (route of each class, the circle, a sampled circle, a short simulation, a comparison)
ends with a known exit code: never by a signal, never in more than 60 s, never over the limit on memory. A line per fault.
"""
import argparse
import concurrent.futures
import csv
import io
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NETWORK = os.path.join(ROOT, "networks", "teaching")
MEMORY = 3 << 30
KNOWN = {0, 1, 2, 3, 4, 6}
TAIL = {"quality": "assumed", "source": "", "note": ""}
# Rows for the tables that the teaching network lacks, and for optional columns that need a partner.
MORE = {
    "profile": [{"id": "p", "kind": "weekday", "position": str(n), "factor": "1"} for n in range(1, 8)],
    "background": [{"id": "b", "resource": "crane-bln", "per_year": "1000", "work": "20", "work_cv": "1.5", "units": "2",
                    "arrival_stages": "2", "profile": "p"}],
    "load": [{"id": "l", "mode": "air", "service_type": "", "place": "", "class": "", "share": "0.5", "low": "0.3", "high": "0.7"}],
    "inspection": [{"export_mode": "9610", "side": "export", "area": "", "probability": "0.5", "hold_h": "6", "low_h": "2", "high_h": "24"}],
    "hub": [],
    "osm/road_distance": [{"from": "HZ", "to": "NB", "distance_km": "160"}],
}
DEPART = "2026-03-02T09:00:00+08:00"
PARTNERS = {"mtbf_h": "mttr_h", "mttr_h": "mtbf_h"}
TRAPS = ["0.0001", "500", "80000", "100000", "2147483648", "10000000", "1000000000"]


def bounds_page():
    """(kind, where, name, low, high, open) of docs/bounds.md; kind is column, parameter or option."""
    rows, kind = [], None
    with open(os.path.join(ROOT, "docs", "bounds.md"), encoding="utf-8") as page:
        for line in page:
            if line.startswith("## "):
                kind = {"Columns": "column", "Parameters": "parameter", "Options": "option"}[line[3:].strip()]
            cells = [c.strip().strip("`") for c in line.strip().strip("|").split("|")]
            if kind is None or len(cells) != 3 or cells[2] in ("bounds", "---"):
                continue
            found = re.fullmatch(r"(?:> (\S+), ≤ (\S+)|(-?[\d.]+)…(-?[\d.]+))", cells[2])
            low, high = (found[1], found[2]) if found[1] else (found[3], found[4])
            where, name = (cells[0][:-4], cells[1]) if kind == "column" else ("", cells[0])
            rows.append((kind, where, name, low, high, bool(found[1])))
    return rows


def plain(value):
    text = f"{value:.9f}".rstrip("0").rstrip(".")
    return text if text not in ("", "-0") else "0"


def values(low, high, is_open):
    """Text → whether it lies beyond the bounds; None where only the verdict may decide."""
    bottom, top = float(low), float(high)
    texts = ["0", low, high, plain(top + 1), plain(bottom - 1), plain((bottom + top) / 2), "1", "9" * 15, "9" * 400,
             "0.000000001", "-0.000000001", "-1"] + TRAPS
    if is_open:
        texts.append("0.000001")
    result = {}
    for text in texts:
        value = float(text)
        inside = (value > bottom if is_open else value >= bottom) and value <= top
        result[text] = not inside
    return result


def read_table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


class Network:
    """The teaching network with every table and column of the format, laid out anew for a cell."""

    def __init__(self):
        with open(os.path.join(NETWORK, "datapackage.json"), encoding="utf-8") as file:
            self.package = json.load(file)
        self.tables = {}
        for entry in self.package["resources"]:
            self.tables[entry["path"][:-4]] = read_table(os.path.join(NETWORK, entry["path"]))
        for name, rows in MORE.items():
            if name in self.tables or not rows:
                continue
            header = list(rows[0]) + list(TAIL)
            self.tables[name] = [header] + [[{**r, **TAIL}[h] for h in header] for r in rows]

    def column(self, table, name):
        """The table with the column, added empty where the network lacks it."""
        rows = [list(r) for r in self.tables[table]]
        if name not in rows[0]:
            for number, row in enumerate(rows):
                row.insert(len(row) - 3, name if number == 0 else "")
        return rows, rows[0].index(name)

    def write(self, folder, changed):
        tables = {**self.tables, **changed}
        package = dict(self.package)
        package["resources"] = [
            {"name": os.path.basename(t), "path": t + ".csv", "schema": {"fields": [{"name": c} for c in rows[0]]}}
            for t, rows in tables.items()]
        for table, rows in tables.items():
            path = os.path.join(folder, table + ".csv")
            os.makedirs(os.path.dirname(path), exist_ok=True)
            text = io.StringIO()
            csv.writer(text, lineterminator="\n").writerows(rows)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text.getvalue())
        with open(os.path.join(folder, "datapackage.json"), "w", encoding="utf-8") as file:
            json.dump(package, file)


def partner(table, rows, at, number, text):
    """Keeps the order of a row's low, median and high, so that the value itself is judged."""
    header, row, name = rows[0], rows[number], rows[0][at]
    def clear(*names):
        for other in names:
            if other in header:
                row[header.index(other)] = ""
    medians = {"time_h": ("low_h", "high_h"), "median_h": ("low_h", "high_h"), "hold_h": ("low_h", "high_h"),
               "inspection_h": ("inspection_low_h", "inspection_high_h"), "value": ("low", "high"), "share": ("low", "high")}
    if name in medians:
        clear(*medians[name])
    if name in PARTNERS:
        row[header.index(PARTNERS[name])] = "10"
    if table == "service" and name == "frequency_per_week":
        for key, value in (("status", "live"), ("slot_rule", "even")):
            row[header.index(key)] = value
    if table == "tariff" and name in ("low", "high"):
        clear("high" if name == "low" else "low")
    row[at] = text


def cells(network, page):
    """(name, text, beyond, changed tables, file:line:column where the fault must stand or None, options)."""
    for kind, table, name, low, high, is_open in page:
        for text, beyond in values(low, high, is_open).items():
            if kind == "option":
                yield f"option {name}", text, beyond, {}, None, (name, text)
                continue
            if kind == "parameter":
                for id in [name.replace("*", e) for e in (PARAMETERS.get(name) or ["x"])]:
                    rows, at = network.column("parameter", "value")
                    rows = [r for r in rows if r[0] != id]
                    rows.append([{"id": id, "value": text, "unit": "x", **TAIL}.get(h, "") for h in rows[0]])
                    yield (f"parameter {id}", text, beyond, {"parameter": rows},
                           ("parameter.csv", len(rows), None), None)
                continue
            if table not in network.tables:
                continue
            base, at = network.column(table, name)
            if name in PARTNERS:
                for number, row in enumerate(base):
                    if PARTNERS[name] not in base[0] or number and len(row) < len(base[0]):
                        row.insert(len(row) - 3, "" if number else PARTNERS[name])
            count = len(base) - 1
            filled = [n for n in range(1, count + 1) if base[n][at]] or [1]
            for chosen in ([filled[0]], [filled[-1]], list(range(1, count + 1))):
                rows = [list(r) for r in base]
                for number in chosen:
                    partner(table, rows, at, number, text)
                place = (table + ".csv", chosen[0] + 1, at)
                label = f"{table}.{name}[{'*' if len(chosen) > 1 else chosen[0]}]"
                yield label, text, beyond, {table: rows}, place, None


PARAMETERS = {"objective.value_of_time_cny_h_*": ["parcel", "air", "lcl", "fcl"], "fx.*": ["USD"],
              "lot.*": ["parcel_t", "fcl_teu"], "late.*": ["air", "rail", "barge", "feeder"],
              "port_stay.*": ["sea_h", "aircraft_h"], "call.moves.*": ["sea", "feeder"], "call.cranes.*": ["sea", "feeder"],
              "blank.*": ["air", "feeder"]}


def verbs(folder):
    route = ["route", folder, "--from", "HZ", "--to", "SEL", "--depart", DEPART]
    sizes = {"parcel": ["--mass", "30kg"], "air": ["--mass", "300kg"], "lcl": ["--mass", "2t"], "fcl": ["--teu", "2"]}
    for name, size in sizes.items():
        yield route + ["--class", name] + size + ["--objective", "generalized"]
    yield route + ["--class", "fcl", "--criteria", "time,cost,co2e"]
    yield ["coverage", folder, "--origin", "HZ"]
    yield ["coverage", folder, "--origin", "HZ", "--samples", "2", "--queues"]
    yield ["simulate", folder, "--days", "14", "--warmup", "0", "--replications", "2"]
    yield ["compare", folder, folder, "--origin", "HZ"]
    yield ["matrix", folder, "--origins", "HZ", "--destinations", "NB,SEL", "--depart", DEPART]


OPTION_VERBS = {
    "--horizon": ("d", ["route", "coverage", "matrix"]), "--mass": ("kg", ["route", "coverage"]),
    "--volume": ("m3", ["route", "coverage"]), "--teu": ("", ["fcl", "fclcoverage"]),
    "--value-of-time": ("", ["generalized", "fcl"]), "--carbon-price": ("", ["generalized", "fcl"]),
    "--max-cost": ("", ["criteria"]), "--max-co2e": ("", ["criteria"]), "--max-legs": ("", ["criteria"]),
    "--demand-factor": ("", ["simulate", "queues"]), "--samples": ("", ["samples"]), "--replications": ("", ["replications"]),
    "--days": ("", ["days"]), "--warmup": ("", ["warmup"]), "--threads": ("", ["coverage", "simulate"]),
}


def option_commands(folder, option, text):
    unit, kinds = OPTION_VERBS[option]
    route = ["route", folder, "--from", "HZ", "--to", "SEL", "--depart", DEPART]
    base = {
        "route": route, "generalized": route + ["--objective", "generalized"], "fcl": route + ["--class", "fcl"],
        "criteria": route + ["--criteria", "time,cost,co2e"],
        "coverage": ["coverage", folder, "--origin", "HZ"], "fclcoverage": ["coverage", folder, "--origin", "HZ", "--class", "fcl"],
        "matrix": ["matrix", folder, "--origins", "HZ", "--destinations", "NB,SEL", "--depart", DEPART],
        "simulate": ["simulate", folder, "--days", "7", "--warmup", "0", "--replications", "1"],
        "queues": ["coverage", folder, "--origin", "HZ", "--samples", "1", "--queues"],
        "samples": ["coverage", folder, "--origin", "HZ"],
        "replications": ["simulate", folder, "--days", "1", "--warmup", "0"],
        "days": ["simulate", folder, "--warmup", "0", "--replications", "1"],
        "warmup": ["simulate", folder, "--days", "1", "--replications", "1"],
    }
    for kind in kinds:
        yield base[kind] + [f"{option}={text}{unit}"]


class Bench:
    def __init__(self, tool, network):
        self.tool, self.network, self.runs, self.slowest = tool, network, 0, (0, "")
        self.work = tempfile.mkdtemp(prefix="extremes-")

    def run(self, arguments, json_out=True):
        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        command = [self.tool] + arguments + ([] if arguments[0] == "validate" else ["--quiet"])
        if arguments[0] != "matrix":
            command += ["--format", "json"]
        start = time.monotonic()
        self.runs += 1
        try:
            run = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=60, preexec_fn=limit,
                                 env={**os.environ, "SWIFT_BACKTRACE": "enable=no"})
        except subprocess.TimeoutExpired:
            return None, b"", f"not done in 60 s: {' '.join(arguments)}"
        seconds = time.monotonic() - start
        if seconds > self.slowest[0]:
            self.slowest = (seconds, " ".join(arguments))
        fault = None
        if run.returncode < 0 or run.returncode > 127:
            fault = f"signal, exit {run.returncode}: {' '.join(arguments)} {run.stderr[-160:]!r}"
        elif run.returncode not in KNOWN:
            fault = f"exit {run.returncode}: {' '.join(arguments)}"
        elif run.returncode != 0 and not run.stderr and arguments[0] != "validate":
            fault = f"exit {run.returncode} without a word: {' '.join(arguments)}"
        return run.returncode, run.stdout, fault

    def cell(self, cell):
        """(verdict, faults)"""
        name, text, beyond, changed, place, option = cell
        shown = text if len(text) < 20 else f"{text[0]}…({len(text)} digits)"
        faults = []
        if option:
            for command in option_commands(self.clean, *option):
                code, _, fault = self.run(command)
                if fault:
                    faults.append(f"{name} = {shown}: {fault}")
                elif beyond and code != 2:
                    faults.append(f"{name} = {shown}: beyond its bounds, exit {code}: {' '.join(command)}")
            return ("refused" if beyond else "ran"), faults
        folder = tempfile.mkdtemp(dir=self.work)
        try:
            self.network.write(folder, changed)
            code, out, fault = self.run(["validate", folder])
            if fault or code not in (0, 3):
                return "fault", [f"{name} = {shown}: {fault or f'validate exit {code}'}"]
            if code == 3:
                errors = json.loads(out)["errors"]
                if beyond and not any(
                        e["file"].endswith(place[0]) and e["line"] == place[1] and (e["column"] or 0) > 0 for e in errors):
                    faults.append(f"{name} = {shown}: refused, but not at {place[0]}:{place[1]}: {errors[:1]}")
                return "refused", faults
            if beyond:
                faults.append(f"{name} = {shown}: beyond its bounds, and taken")
            for command in verbs(folder):
                code, _, fault = self.run(command)
                if fault:
                    faults.append(f"{name} = {shown}: {fault}".replace(folder, "NETWORK"))
            return "ran", faults
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("tool")
    parser.add_argument("--all", action="store_true", help="every cell, not a sample")
    parser.add_argument("--only", default="", help="cells whose name begins so")
    parser.add_argument("--seconds", type=float, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    network = Network()
    bench = Bench(os.path.abspath(options.tool), network)
    try:
        bench.clean = os.path.join(bench.work, "clean")
        os.makedirs(bench.clean)
        network.write(bench.clean, {})
        code, out, _ = bench.run(["validate", bench.clean])
        if code != 0:
            print(f"the network without a change is not clean: {out.decode()[:600]}")
            return 1
        page = bounds_page()
        chosen = [c for c in cells(network, page) if c[0].startswith(options.only)]
        if not options.all and not options.only:
            random.Random(options.seed).shuffle(chosen)
            # First, for each column, its upper bound and the number after it, in every row at once.
            edge = {p[1] + "." + p[2] if p[0] == "column" else p[2]: (p[4], plain(float(p[4]) + 1)) for p in page}
            chosen.sort(key=lambda c: not ("[*]" in c[0] and c[1] in edge[c[0].split("[")[0]]))
        end = time.monotonic() + (options.seconds if not options.all and not options.only else 1e9)
        verdicts, faults = {}, []
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            for verdict, found in pool.map(lambda c: bench.cell(c) if time.monotonic() < end else ("left", []), chosen):
                verdicts[verdict] = verdicts.get(verdict, 0) + 1
                for fault in found:
                    print(fault, flush=True)
                faults += found
        done = len(chosen) - verdicts.get("left", 0)
        print(f"extremes: {len({c[0].split('[')[0] for c in chosen})} columns, parameters and options; {done} of {len(chosen)} cells, "
              f"{bench.runs} runs; {verdicts}; slowest {bench.slowest[0]:.1f} s ({bench.slowest[1].replace(bench.work, '')}); {len(faults)} faults")
        return 1 if faults else 0
    finally:
        shutil.rmtree(bench.work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
