#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: a duration cell of an OpenDocument sheet (25:30, stored as PT25H30M00S) is a duration in every reader.
# Seen:  pyexcel-ods3 gives a time of day up to 23:59 and a timedelta from 24:00; a cell with fractions of a second is dropped, the
#        row is shorter. python-calamine gives a time of day and from 24:00 the raw text. pandas with odfpy raises at 24:00.
# Why:   transit times and arrivals after midnight are such cells; one column has two types, or the row moves left.
# Versions: pyexcel-ods3 0.6.1, python-calamine 0.9.1, pandas 2.3.3 with odfpy 1.4.1.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'odfpy==1.4.1' \
  'pyexcel-ods3==0.6.1' \
  'python-calamine==0.9.1' \
  'pandas==2.3.3' \
  'lxml==6.1.3' \
  'pyexcel-ezodf==0.3.4' || exit 2
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

import pandas
import pyexcel_ods3
import python_calamine
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

CELLS = [("PT23H30M00S", "23:30"), ("PT24H00M00S", "24:00"), ("PT25H30M00S", "25:30"), ("PT08H30M15.5S", "08:30:15.5")]


def write(name, cells):
    document, table = OpenDocumentSpreadsheet(), Table(name="S")
    for value, text in [("", "transit")] + cells:
        row = TableRow()
        kind = {"valuetype": "time", "timevalue": value} if value else {"valuetype": "string"}
        for cell, shown in ((TableCell(valuetype="string"), "x"), (TableCell(**kind), text)):
            cell.addElement(P(text=shown))
            row.addElement(cell)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(name)


write("a.ods", CELLS)
write("short.ods", CELLS[:1])
clock, delta = dt.time, dt.timedelta
rows = pyexcel_ods3.get_data("a.ods")["S"][1:]
seen("pyexcel-ods3", rows,
     [["x", clock(23, 30)], ["x", delta(days=1)], ["x", delta(hours=25, minutes=30)], ["x"]])
sheet = python_calamine.load_workbook("a.ods").get_sheet_by_index(0)
seen("calamine", [row[1] for row in sheet.to_python()[1:]],
     [clock(23, 30), "PT24H00M00S", "PT25H30M00S", clock(8, 30, 15, 500000)])
seen("pandas, odfpy, 23:30 only", pandas.read_excel("short.ods", engine="odf").iloc[0, 1], clock(23, 30))
seen("pandas, odfpy, all", refusal(lambda: pandas.read_excel("a.ods", engine="odf")), "DateParseError")

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
