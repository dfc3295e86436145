#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: OGR finds the header of one table whether it comes as CSV or as XLSX; detected types do not depend on single rows.
# Seen:  a sheet of text only has no header in XLSX (columns Field1, Field2, one row more), as CSV it has. A head with years
#        (place, 2026, 2027) is lost as CSV (field_1 … and one row more), as XLSX it is kept. With AUTODETECT_TYPE, a column of
#        country codes that holds only NO is boolean (False), a departure column is of type time until one row says 24:00, then text.
# Why:   demand tables have years as columns; place tables are all text; Norway's depots have no country any more.
# Versions: pyogrio 0.13.0 (GDAL 3.12.4), geopandas 1.1.1.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'xlsxwriter==3.3.1' \
  'pyogrio==0.13.0' \
  'geopandas==1.1.1' \
  'pandas==2.3.3' \
  'numpy==2.4.6' || exit 2
cd "$work"
"$work/venv/bin/python" - <<'PY'
import sys

changed = []


def seen(what, value, expected):
    print(f"{what}: {value!r}")
    if value != expected:
        changed.append(what)
        print(f"  CHANGED, was {expected!r}")


def refusal(call):
    """The name of the error that the call raises, or what it answers."""
    try:
        return call()
    except Exception as error:
        return type(error).__name__


import csv
import datetime as dt

import pyogrio
import xlsxwriter


def table(name, rows):
    with open(name + ".csv", "w", newline="") as file:
        csv.writer(file).writerows(rows)
    book = xlsxwriter.Workbook(name + ".xlsx")
    sheet = book.add_worksheet()
    for n, row in enumerate(rows):
        sheet.write_row(n, 0, row)
    book.close()


def read(name, **options):
    frame = pyogrio.read_dataframe(name, **options)
    return list(frame.columns), len(frame)


table("text", [["place", "name"], ["HZ", "Hangzhou"], ["NB", "Ningbo"]])
seen("all text, CSV", read("text.csv"), (["place", "name"], 2))
seen("all text, XLSX", read("text.xlsx"), (["Field1", "Field2"], 3))
table("years", [["place", "2026", "2027"], ["HZ", 1, 2]])
seen("years, CSV", read("years.csv"), (["field_1", "field_2", "field_3"], 2))
seen("years, XLSX", read("years.xlsx"), (["place", "2026", "2027"], 1))
for name, row in (("a", ["NO", "23:50"]), ("b", ["SE", "24:00"])):
    table(name, [["country", "departs"], ["NO", "08:30"], row])
detected = {n: pyogrio.read_dataframe(n + ".csv", AUTODETECT_TYPE="YES") for n in "ab"}
seen("countries NO, NO", [bool(v) for v in detected["a"]["country"]], [False, False])
seen("countries NO, SE", list(detected["b"]["country"]), ["NO", "SE"])
seen("08:30, 23:50", list(detected["a"]["departs"]), [dt.time(8, 30), dt.time(23, 50)])
seen("08:30, 24:00", list(detected["b"]["departs"]), ["08:30", "24:00"])

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
