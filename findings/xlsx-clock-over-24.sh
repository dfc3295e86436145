#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: an Excel cell that holds 25 h 30 min shown as hh:mm reads back as 25.5 hours, or at least the same in each reader.
# Seen:  OGR gives 01:30, the day is gone without a word, and 24:00 and 48:00 are 00:00; openpyxl gives 1 January 1900 01:30 (a
#        date, for 24:00 too); calamine gives a date without a time for whole days. With the format [h]:mm OGR gives the
#        fraction of a day as a plain number (1.0625), the two others a duration.
# Why:   a timetable typed in Excel loses or gains days by a cell format that nobody sees.
# Versions: pyogrio 0.13.0 (GDAL 3.12.4), openpyxl 3.1.5, python-calamine 0.9.1; written by xlsxwriter 3.3.1.
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
  'python-calamine==0.9.1' \
  'openpyxl==3.1.5' \
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


import datetime as dt

import openpyxl
import pyogrio
import python_calamine
import xlsxwriter

HOURS = [23.5, 24, 25.5, 48]
book = xlsxwriter.Workbook("a.xlsx")
sheet = book.add_worksheet()
sheet.write_row(0, 0, ["row", "clock", "span"])
for n, hours in enumerate(HOURS):
    sheet.write(n + 1, 0, n)
    sheet.write(n + 1, 1, hours / 24, book.add_format({"num_format": "hh:mm"}))
    sheet.write(n + 1, 2, hours / 24, book.add_format({"num_format": "[h]:mm"}))
book.close()
ogr = pyogrio.read_dataframe("a.xlsx")
seen("GDAL", pyogrio.__gdal_version__, (3, 12, 4))
clock, moment, date = dt.time, dt.datetime, dt.date
seen("OGR, hh:mm", list(ogr["clock"]), [clock(23, 30), clock(0), clock(1, 30), clock(0)])
seen("OGR, [h]:mm", [round(float(v), 4) for v in ogr["span"]], [0.9792, 1.0, 1.0625, 2.0])
rows = list(openpyxl.load_workbook("a.xlsx").active.values)[1:]
seen("openpyxl, hh:mm", [r[1] for r in rows],
     [clock(23, 30), moment(1900, 1, 1), moment(1900, 1, 1, 1, 30), moment(1900, 1, 2)])
seen("openpyxl, [h]:mm", [r[2] / dt.timedelta(hours=1) for r in rows], HOURS)
rows = python_calamine.load_workbook("a.xlsx").get_sheet_by_index(0).to_python()[1:]
seen("calamine, hh:mm", [r[1] for r in rows],
     [clock(23, 30), date(1900, 1, 1), moment(1900, 1, 1, 1, 30), date(1900, 1, 2)])

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
