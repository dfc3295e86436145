#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: fix_geojson brings any geometry beyond 180 degrees back into range, and a box stays a box.
# Seen:  a polygon to 190 E is split, a line to 241.6 E (Los Angeles, as sea routers write it) comes back unchanged, alone, in a
#        Feature or as MultiLineString. A line that ends at -180 exactly gets a second part of twice the same position. A point in a
#        collection raises ValueError. A box 170 E–170 W, 30–40 N is cut at 30.38 and 40.43 N: its sides become great circles.
# Why:   trans-Pacific routes still jump over the map after "fixing"; boxes of regions gain a strip.
# Versions: antimeridian 0.4.9, shapely 2.0.6.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'antimeridian==0.4.9' \
  'shapely==2.0.6' \
  'numpy==1.26.4' || exit 2
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


import antimeridian


def fixed(kind, coordinates, **options):
    return antimeridian.fix_geojson({"type": kind, "coordinates": coordinates}, **options)


route = [[120, 30], [241.6, 33.9]]
seen("line to 241.6 E", fixed("LineString", route)["coordinates"], ((120.0, 30.0), (241.6, 33.9)))
seen("the same as MultiLineString", fixed("MultiLineString", [route])["coordinates"], (((120.0, 30.0), (241.6, 33.9)),))
seen("box to 190 E", fixed("Polygon", [[[170, 30], [190, 30], [190, 40], [170, 40], [170, 30]]])["type"], "MultiPolygon")
seen(
    "line that ends at -180",
    fixed("LineString", [[170, 30], [-180, 30]])["coordinates"],
    (((170.0, 30.0), (180.0, 30.0)), ((-180.0, 30.0), (-180.0, 30.0))),
)
seen("point", refusal(lambda: fixed("Point", [190, 30])), "ValueError")
box = [[[170, 30], [-170, 30], [-170, 40], [170, 40], [170, 30]]]
cut = sorted({round(y, 2) for ring in fixed("Polygon", box)["coordinates"] for x, y in ring[0] if abs(x) == 180})
seen("where the box 30–40 N is cut", cut, [30.38, 40.43])
flat = fixed("Polygon", box, great_circle=False)
seen("with great_circle=False", sorted({y for ring in flat["coordinates"] for x, y in ring[0] if abs(x) == 180}), [30.0, 40.0])

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
