#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: two importers of OpenStreetMap give one road the same directions, lanes and speed.
# Seen:  oneway=-1 (against the drawing): osmnx 3 to 2, osm2gmns 2 to 3, the wrong way. A motorway without oneway: osmnx both
#        ways, osm2gmns one. lanes=4 on a two-way road: osmnx 4 each way, osm2gmns 2. maxspeed 60;80: osmnx 55 (the mean of other
#        secondary roads, as for CN:urban), osm2gmns 60, and nothing for CN:urban. 30 knots is 30 km/h in both. lanes
#        2.5 is 3 in osm2gmns.
# Why:   road times and capacities of pre-haulage differ by the importer, by a factor of 2, before any model is run.
# Versions: osm2gmns 1.0.1, osmnx 2.1.1.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'osm2gmns==1.0.1' \
  'osmnx==2.1.1' \
  'networkx==3.6.1' \
  'geopandas==1.2.0' \
  'pandas==3.1.1' \
  'shapely==2.2.0' \
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
import os

import osm2gmns
import osmnx

NODES = {1: (30.3, 120.3), 2: (30.3, 120.31), 3: (30.3, 120.32), 4: (30.31, 120.31), 5: (30.29, 120.31),
         6: (30.31, 120.32), 7: (30.29, 120.3)}
WAYS = {
    101: ((1, 2), {"highway": "primary", "lanes": "4", "maxspeed": "60"}),
    102: ((2, 3), {"highway": "primary", "lanes": "4", "maxspeed": "60", "oneway": "-1"}),
    103: ((2, 4), {"highway": "secondary", "maxspeed": "CN:urban"}),
    104: ((2, 5), {"highway": "secondary", "maxspeed": "80", "oneway": "yes"}),
    106: ((6, 3), {"highway": "secondary", "maxspeed": "60;80"}),
    107: ((5, 7), {"highway": "motorway", "maxspeed": "120"}),
    108: ((7, 1), {"highway": "secondary", "lanes": "2.5", "maxspeed": "30 knots", "oneway": "yes"}),
}
META = 'version="1" visible="true" changeset="1" timestamp="2026-01-01T00:00:00Z" user="a" uid="1"'
with open("map.osm", "w") as file:
    file.write('<?xml version="1.0"?><osm version="0.6" generator="hand">\n')
    for key, (lat, lon) in NODES.items():
        file.write(f'<node id="{key}" lat="{lat}" lon="{lon}" {META}/>\n')
    for key, (refs, tags) in WAYS.items():
        parts = "".join(f'<nd ref="{ref}"/>' for ref in refs)
        parts += "".join(f'<tag k="{k}" v="{v}"/>' for k, v in tags.items())
        file.write(f'<way id="{key}" {META}>{parts}</way>\n')
    file.write("</osm>\n")

graph = osmnx.add_edge_speeds(osmnx.graph_from_xml("map.osm", simplify=False, retain_all=True))
by_osmnx, by_osm2gmns = {}, {}
for start, end, data in graph.edges(data=True):
    by_osmnx.setdefault(data["osmid"], []).append((start, end, data.get("lanes"), round(data["speed_kph"])))
sys.stdout.flush()
os.mkdir("out")
osm2gmns.outputNetToCSV(osm2gmns.getNetFromFile("map.osm"), "out")
with open("out/node.csv") as file:
    osm_node = {row["node_id"]: int(row["osm_node_id"]) for row in csv.DictReader(file)}
with open("out/link.csv") as file:
    for row in csv.DictReader(file):
        ends = osm_node[row["from_node_id"]], osm_node[row["to_node_id"]]
        by_osm2gmns.setdefault(int(row["osm_way_id"]), []).append((*ends, row["lanes"], row["free_speed"]))


def both(way, part):
    return [sorted(part(row) for row in links.get(way, [])) for links in (by_osmnx, by_osm2gmns)]


def ends(row):
    return row[:2]


def speed(row):
    return str(row[3])


def lanes(row):
    return str(row[2])


seen("oneway=-1: osmnx, osm2gmns", both(102, ends), [[(3, 2)], [(2, 3)]])
seen("motorway without oneway", both(107, ends), [[(5, 7), (7, 5)], [(5, 7)]])
seen("lanes=4, two-way", both(101, lanes), [["4", "4"], ["2", "2"]])
seen("lanes=2.5", both(108, lanes), [["2.5"], ["3"]])
seen("maxspeed 60;80", both(106, speed), [["55", "55"], ["60", "60"]])
seen("maxspeed CN:urban", both(103, speed), [["55", "55"], ["", ""]])
seen("maxspeed 30 knots", both(108, speed), [["30"], ["30"]])

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
