# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading the dossier, writing tables, and the few sums that several tables need."""
import csv
import math
import os

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
DEFAULTS = "dossier assumptions"
RANK = {"measured": 0, "published": 1, "derived": 2, "assumed": 3}


def rows(name):
    with open(os.path.join(FOLDER, "dossier", name), encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def corrected(name):
    """The rows of a dossier table after the corrections that corrections.csv lists."""
    table = rows(name)
    by_id = {r["id"]: r for r in table}
    reasons = {}
    for c in rows("corrections.csv"):
        if c["table"] == name:
            row = by_id[c["id"]]
            if row[c["column"]] != c["old"]:
                raise SystemExit(f"corrections.csv: {c['id']}: {row[c['column']]!r} is not {c['old']!r}")
            row[c["column"]] = c["new"]
            reasons.setdefault((c["id"], c["reason"]), []).append(f"{c['column']} (was {c['old']})")
    for (i, reason), changes in reasons.items():
        by_id[i]["note"] = joined(by_id[i]["note"], f"corrected here: {', '.join(changes)}: {reason}")
    return table


class Table:
    """A table under construction; `add` takes columns by name."""

    def __init__(self, file, columns):
        self.file = file
        self.columns = columns.split(",") + ["quality", "source", "note"]
        self.rows = []

    def add(self, **values):
        unknown = set(values) - set(self.columns)
        if unknown:
            raise SystemExit(f"{self.file}: unknown columns {sorted(unknown)}")
        if values.get("quality") not in RANK:
            raise SystemExit(f"{self.file}: no quality in {values}")
        if not values.get("source"):
            raise SystemExit(f"{self.file}: no source in {values}")
        self.rows.append([text(values.get(c)) for c in self.columns])

    def write(self, folder):
        path = os.path.join(folder, self.file)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as f:
            writer = csv.writer(f, lineterminator="\n")
            writer.writerow(self.columns)
            writer.writerows(self.rows)


def text(value):
    """A cell: numbers without exponent or trailing zeros."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        cell = f"{value:.6f}".rstrip("0").rstrip(".")
        return "0" if cell in ("", "-0") else cell
    return str(value)


def joined(*parts, by="; "):
    return by.join(p for p in parts if p)


def worst(*qualities):
    return max((q for q in qualities if q), key=RANK.get)


def great_circle(a, b):
    """Kilometres between two rows with lat and lon, on a sphere of 6371.0088 km."""
    p, q = math.radians(float(a["lat"])), math.radians(float(b["lat"]))
    h = (math.sin((q - p) / 2) ** 2
         + math.cos(p) * math.cos(q) * math.sin(math.radians(float(b["lon"]) - float(a["lon"])) / 2) ** 2)
    return 12742.0176 * math.asin(math.sqrt(h))
