#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: two libraries give one geohash for one coordinate, and the "approximate distance" of two neighbouring cells is small.
# Seen:  a coordinate on a cell edge (22.5 N 114 E; 0 N 120 E; 30.9375 N 121.640625 E) goes up in pygeohash and down in geohash2:
#        the codes differ from the first or third letter. geohash2.decode gives text rounded to what the cell allows. The
#        approximate distance of two points 33 m apart on two sides of a cell edge is 123 km.
# Why:   round coordinates are common in hand-made place tables; joining by geohash loses exactly these.
# Versions: geohash2 1.1, pygeohash 3.5.1.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'geohash2==1.1' \
  'pygeohash==3.5.1' \
  'docutils==0.23' || exit 2
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


import geohash2
import pygeohash

for place, codes in (((22.5, 114.0), ("ws1040", "wecpfp")), ((0.0, 120.0), ("w8j248", "qxvrfx")),
                     ((30.9375, 121.640625), ("wtw800", "wtqrzz")), ((30.0, 120.0), ("wtm6dt", "wtm6dt"))):
    seen(f"{place}", (pygeohash.encode(*place, 6), geohash2.encode(*place, 6)), codes)
seen("geohash2.decode", geohash2.decode("wtmknd"), ("30.25", "120.2"))
west, east = (pygeohash.encode(30.2344, lon, 8) for lon in (120.234374, 120.234376))
seen("true distance, m", round(pygeohash.geohash_haversine_distance(west, east)), 33)
seen("approximate distance, m", round(pygeohash.geohash_approximate_distance(west, east)), 123264)

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
