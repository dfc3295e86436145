#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: four links go into a vector tile, four come out, with every property; an unknown value stays unknown; a link without an id
#        has none.
# Seen:  a link shorter than half a tile unit is left out whole; properties that are null or a list are left out, without a word;
#        a link without an id, and one with the text id "1-10", come back with id 0.
# Why:   counts from tiles are too low, "unknown" turns into "no such property", and feature state by id hits all links at once.
# Versions: mapbox-vector-tile 2.2.0, shapely 2.1.2.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'mapbox-vector-tile==2.2.0' \
  'shapely==2.1.2' \
  'protobuf==6.33.6' \
  'pyclipper==1.3.0.post6' \
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


import mapbox_vector_tile

LINKS = [
    {"geometry": "LINESTRING(0 0,10 0)", "properties": {"capacity": None, "modes": ["rail", "road"], "lanes": 2}},
    {"geometry": "LINESTRING(5 5,5.4 5.4)", "properties": {"lanes": 1}, "id": 7},
    {"geometry": "LINESTRING(0 0,10 10)", "properties": {"lanes": 3}, "id": "1-10"},
    {"geometry": "LINESTRING(0 0,0 10)", "properties": {"lanes": 4}, "id": 9},
]
tile = mapbox_vector_tile.decode(mapbox_vector_tile.encode([{"name": "links", "features": LINKS}]))
features = tile["links"]["features"]
seen("links in, links out", (len(LINKS), len(features)), (4, 3))
seen("properties", [f["properties"] for f in features], [{"lanes": 2}, {"lanes": 3}, {"lanes": 4}])
seen("ids", [f.get("id") for f in features], [0, 0, 9])

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
