#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: reached cells times the average cell area is the reached area, within a few per cent; the grid distance of two cells far
#        apart is a number.
# Seen:  the resolution-6 cell at Hangzhou has 28.1 km2, at Almaty 43.1, the average is 36.1: -22 % and +19 %, a factor of 1.5
#        between two places of one corridor. The grid distance Hangzhou–Los Angeles and Hangzhou–Rotterdam raises H3FailedError.
# Why:   "cells reached" compares regions wrongly; areas have to be summed cell by cell.
# Versions: h3 4.5.0.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'h3==4.5.0' || exit 2
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


import h3

HANGZHOU, ALMATY, LOS_ANGELES, ROTTERDAM = (30.25, 120.17), (43.25, 76.95), (33.94, -118.4), (51.95, 4.1)
average = h3.average_hexagon_area(6)
area = {place: h3.cell_area(h3.latlng_to_cell(*place, 6)) for place in (HANGZHOU, ALMATY)}
seen("average, km2", round(average, 1), 36.1)
seen("Hangzhou, km2", round(area[HANGZHOU], 1), 28.1)
seen("Almaty, km2", round(area[ALMATY], 1), 43.1)
seen("Hangzhou against the average, %", round(100 * (area[HANGZHOU] / average - 1)), -22)
seen("Almaty against Hangzhou", round(area[ALMATY] / area[HANGZHOU], 2), 1.53)
for name, place in (("Los Angeles", LOS_ANGELES), ("Rotterdam", ROTTERDAM)):
    cells = [h3.latlng_to_cell(*p, 4) for p in (HANGZHOU, place)]
    seen(f"grid distance to {name}", refusal(lambda: h3.grid_distance(*cells)), "H3FailedError")

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
