# SPDX-License-Identifier: GPL-3.0-or-later
"""Published throughputs, times and load factors against a simulated year; a part of docs/validation.md.

Each row of WORK says which resources' or services' work stands for a published throughput, and how it is converted.
"""
import csv
import json
import subprocess

REPLICATIONS = 2
NINGBO = ["BLN", "CHS", "MES", "DXE", "JTG", "ZHN"]

# id of check.csv, how many of its unit a year has, resources whose work is summed, what a unit of work is, how
BOXES, TONNES_BOTH_WAYS = "boxes", "t"
WORK = [
    ("K023", 1, [f"{t}-crane" for t in NINGBO], BOXES, "quay cranes of six terminals"),
    ("K085", 1, [f"{t}-crane" for t in NINGBO], BOXES, "the network has the state of 2024"),
    ("K024", 1, ["YSN-crane", "WGQ-crane"], BOXES, "quay cranes of Yangshan and Waigaoqiao"),
    ("K060", 1, ["XSH-crane"], BOXES, "the port's first year; ours is that with the growth of 88 % of 2025's first half"),
    ("K070", 2, ["XSH-crane", "DZH-crane"], BOXES, "Xiasha and Dongzhou; the city has smaller ports too"),
    ("K084", 1, ["HGH-acceptance"], TONNES_BOTH_WAYS, "acceptance, outbound, twice"),
    ("K056", 1, ["HGH-acceptance"], TONNES_BOTH_WAYS, "of 2019; ours is 2025"),
    ("K090", 1, ["EHU-acceptance"], TONNES_BOTH_WAYS, "acceptance, outbound, twice"),
]
# Figures that others' traffic was set by.
CALIBRATED = {"K023", "K024", "K084", "K090", "K064", "K074"}
# id, vessels a lockage and tonnes a vessel (both from the same source as the figure), chamber
LOCKS = [
    ("K064", 2, 23e6 / 28_000, "LOCK-BABAO-chamber", "2 vessels a lockage (assumed), 821 t a vessel (28,000 passages)"),
    ("K074", 7, 41_851_800 / 46_307, "LOCK-FCJ-chamber", "7 vessels a lockage (assumed), 904 t a vessel (46,307 vessels)"),
]
# id, services by type or id, first stops, prefix of the last, ways, unit of the hold, how
FLOWS = [
    ("K020", "sea-rail train", ["R-YIW"], "CNNBG-", 2, "TEU", "load of the trains, twice: boxes go both ways"),
    ("K052", "AF-HGH-ORD", ["HGH"], "ORD", 2, "t", "load of the freighter, twice; three a week then, two now"),
]
# id, class, destination, hours of the published figure, how
TIMES = [
    ("K098", "air", "G2643743", 7 * 24, "5 working days are 7 days; a client's experience by belly"),
    ("K082", "parcel", "G2643743", 7 * 24, "5 working days are 7 days; a promise to the UK and others"),
    ("K099", "air", None, 6.5 * 24, "a mean of the world; ours the median of all lots by air out of Hangzhou"),
]


def simulate(tool, root):
    run = subprocess.run(
        [tool, "simulate", "networks/hangzhou", "--replications", str(REPLICATIONS), "--seed", "1", "--quiet", "--format", "json"],
        cwd=root, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=True)
    return json.loads(run.stdout)


def table(root, name):
    with open(f"{root}/networks/hangzhou/{name}", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Year:
    def __init__(self, tool, root):
        self.answer = simulate(tool, root)
        self.terminals = {t["id"]: t for t in self.answer["terminals"]}
        self.services = {s["id"]: s for s in self.answer["services"]}
        self.rows = {s["id"]: s for s in table(root, "service.csv")}
        self.stops = {}
        for stop in table(root, "stop_time.csv"):
            self.stops.setdefault(stop["service"], []).append(stop["place"])
        self.teu = float(next(p["value"] for p in table(root, "parameter.csv") if p["id"] == "teu_per_move"))
        # General cargo that the same cranes lift is no box.
        self.bulk = {}
        for row in table(root, "background.csv"):
            if row["id"].endswith("-crane-bulk"):
                self.bulk[row["resource"]] = float(row["per_year"]) * float(row["work"])

    def work(self, resources, unit):
        def total(end):
            return sum(self.terminals[r]["work_per_year"][end] - self.bulk.get(r, 0) for r in resources)
        factor = self.teu if unit == BOXES else 2
        return [factor * total(end) for end in ("mean", "lo", "hi")]

    def lockages(self, resource, factor):
        return [factor * self.terminals[resource]["work_per_year"][end] for end in ("mean", "lo", "hi")]

    def flow(self, kind, origins, target, ways, unit):
        totals = [0.0, 0.0, 0.0]
        for name, row in self.services.items():
            stops = self.stops[name]
            if kind not in (self.rows[name]["service_type"], name) or stops[0] not in origins or not stops[-1].startswith(target):
                continue
            for hold in (h for h in row["holds"] if h["unit"] == unit):
                for place, end in enumerate(("mean", "lo", "hi")):
                    totals[place] += ways * hold["offered_per_year"] * hold["load_factor"][end]
        return totals

    def hours(self, cargo_class, destination):
        """P50 and P80 as texts; over destinations weighed by lots, those with an infinite percentile counted beside it."""
        lanes = [x for x in self.answer["lanes"] if x["class"] == cargo_class and destination in (None, x["destination"])]
        texts = []
        for p in ("p50", "p80"):
            known = [x for x in lanes if x[p]["mean"] is not None and x["delivered"] > 0]
            lots = sum(x["delivered"] for x in known)
            text = f"{sum(x[p]['mean'] * x['delivered'] for x in known) / lots:.0f}" if lots else "∞"
            texts.append(text if len(known) == len(lanes) else f"{text} ({len(lanes) - len(known)} of {len(lanes)} lanes ∞)")
        return texts

    def loads(self):
        """Mode, type and first stop → share used and share of own lots, of all that is offered."""
        sums = {}
        for name, row in self.services.items():
            kind = self.rows[name]["service_type"]
            if row["mode"] == "road":
                continue
            key = (row["mode"], kind, self.stops[name][0])
            for hold in row["holds"]:
                if hold["class"] == "lcl" and row["mode"] != "rail":
                    continue
                offered = hold["offered_per_year"]
                cell = sums.setdefault((*key, hold["unit"]), [0.0, 0.0, 0.0])
                cell[0] += offered
                cell[1] += offered * hold["load_factor"]["mean"]
                cell[2] += offered * hold["own_share"]["mean"]
        return sums


def count(value):
    digits = max(0, 3 - len(str(int(abs(value))))) if value else 0
    if abs(value) >= 1000:
        value = round(value, 3 - len(str(int(abs(value)))) + 1)
    return f"{value:,.{digits}f}"


def section(tool, root, checks):
    year = Year(tool, root)
    known = {c["id"]: c for c in checks}
    lines = [
        "## Simulated figures", "",
        f"A simulated year (`simulate networks/hangzhou --replications {REPLICATIONS} --seed 1`) against what is published. Others' traffic is calibrated on some of "
        "these figures, so that agreement shows that the terminals pass what they are sent: nothing is lost in queues. "
        "In brackets the 95 % interval over replications.", "",
        "| id | figure | published | simulated | unit | difference | how |", "|---|---|--:|--:|---|--:|---|",
    ]

    def add(check, values, per_year, how):
        observed = float(check["observed"])
        mean, lo, hi = (v / per_year for v in values)
        lines.append(
            f"| {check['id']} | {check['name']} | {count(observed)} | {count(mean)} ({count(lo)}–{count(hi)}) | {check['unit']} "
            f"| {100 * (mean / observed - 1):+.0f} % | {'calibrated on it; ' if check['id'] in CALIBRATED else ''}{how} |")

    for name, per_year, resources, unit, how in WORK:
        add(known[name], year.work(resources, unit), per_year, how)
    for name, vessels, tonnes, resource, how in LOCKS:
        add(known[name], year.lockages(resource, vessels * tonnes), 1, how)
    for name, kind, origins, target, ways, unit, how in FLOWS:
        add(known[name], year.flow(kind, origins, target, ways, unit), 1, how)
    lines += ["", "Door to door, hours:", "", "| id | figure | published | simulated P50 | P80 | how |", "|---|---|--:|--:|--:|---|"]
    for name, cargo_class, destination, hours, how in TIMES:
        middle, late = year.hours(cargo_class, destination)
        lines.append(f"| {name} | {known[name]['name']} | {hours:.0f} | {middle} | {late} | {how} |")
    lines += [
        "", "Load factors at the first stop, of all holds of a kind (air: tonnes; ships, barges and trains: TEU, and tonnes of shared boxes). What others book is assumed (`load.csv`); "
        "a string that calls at several ports stands as a row for each, so that what ships offer is counted more than once. Published are single remarks: holds of 0.75 to 0.9 and strings of 0.85 to 0.9 out of China, trains to Europe nearly full.", "",
        "| mode | type | from | offered a year | unit | load factor | of it own lots |", "|---|---|---|--:|---|--:|--:|",
    ]
    loads = sorted(year.loads().items(), key=lambda item: -item[1][2])
    for (mode, kind, origin, unit), (offered, used, own) in loads[:16]:
        lines.append(f"| {mode} | {kind} | {origin} | {count(offered)} | {unit} | {used / offered:.2f} | {own / offered:.2f} |")
    lines.append("")
    return lines
