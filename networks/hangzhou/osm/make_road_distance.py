#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes road_distance.csv from road graphs of OpenStreetMap.

    osm/make_road_distance.py GRAPHS      # a folder with road_{yrd,china}_{nodes,edges}.csv.gz

The graphs (nodes: id, lat, lon; edges: a, b, km) are those of PyPI scgraph_data 2.0.0, cut to 27–33 N,
117–123 E and to China. Needed only when places move; the table is committed.
"""
import csv
import gzip
import heapq
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, ".."))
sys.dont_write_bytecode = True
from generator.base import great_circle  # noqa: E402

REACH_KM = 300  # great circle between the places
CLOSEST_KM = 25  # nearer pairs ride streets that the graph lacks
SNAP_KM = 5  # farther from the graph than this a place is left out
CONNECTOR = 1.3  # way from a place to the graph over the great circle
SHORTNESS = 0.085  # long ways come out 6–11 % short
LONG_KM = 100  # from here on; shorter ways in proportion
HIGHEST_RATIO = 2  # over the great circle; more shows a bridge that the graph lacks


def read_graph(folder, name):
    def table(part):
        with gzip.open(os.path.join(folder, f"road_{name}_{part}.csv.gz"), "rt") as f:
            return list(csv.DictReader(f))

    nodes = [{"lat": float(r["lat"]), "lon": float(r["lon"])} for r in table("nodes")]
    arcs = [[] for _ in nodes]
    for r in table("edges"):
        a, b, km = int(r["a"]), int(r["b"]), float(r["km"])
        arcs[a].append((b, km))
        arcs[b].append((a, km))
    return nodes, arcs


def largest_component(arcs):
    seen, best = [False] * len(arcs), []
    for start in range(len(arcs)):
        if seen[start]:
            continue
        seen[start], part, stack = True, [], [start]
        while stack:
            u = stack.pop()
            part.append(u)
            for v, _ in arcs[u]:
                if not seen[v]:
                    seen[v] = True
                    stack.append(v)
        best = max(best, part, key=len)
    return best


def snap(places, nodes, component):
    cells = {}
    for i in component:
        cells.setdefault((int(nodes[i]["lat"] * 5), int(nodes[i]["lon"] * 5)), []).append(i)
    found = {}
    for p in places:
        row, column = int(float(p["lat"]) * 5), int(float(p["lon"]) * 5)
        near = [(great_circle(p, nodes[i]), i) for r in (-1, 0, 1) for c in (-1, 0, 1)
                for i in cells.get((row + r, column + c), ())]
        if near and min(near)[0] <= SNAP_KM:
            found[p["id"]] = min(near)
    return found


def distances(arcs, ends):
    at = {}
    for place, (_, node) in ends.items():
        at.setdefault(node, []).append(place)
    for place, (_, start) in ends.items():
        best, queue = {start: 0.0}, [(0.0, start)]
        while queue:
            km, u = heapq.heappop(queue)
            if km > best[u]:
                continue
            for other in at.get(u, ()):
                if other > place:
                    yield place, other, km
            for v, length in arcs[u]:
                if km + length < best.get(v, REACH_KM * HIGHEST_RATIO):
                    best[v] = km + length
                    heapq.heappush(queue, (km + length, v))


def main():
    with open(os.path.join(HERE, "..", "place.csv"), encoding="utf-8", newline="") as f:
        places = [p for p in csv.DictReader(f)
                  if p["territory"] == "CN" and p["kind"] not in ("lock", "border_crossing")]
    by_id = {p["id"]: p for p in places}
    inner = [p for p in places if 27.05 < float(p["lat"]) < 32.95 and 117.05 < float(p["lon"]) < 122.95]
    table = {}
    for name, chosen in (("china", places), ("yrd", inner)):
        nodes, arcs = read_graph(sys.argv[1], name)
        ends = snap(chosen, nodes, largest_component(arcs))
        for a, b, km in distances(arcs, ends):
            straight = great_circle(by_id[a], by_id[b])
            way = km * (1 + SHORTNESS * min(1, km / LONG_KM)) + (ends[a][0] + ends[b][0]) * CONNECTOR
            if CLOSEST_KM <= straight <= REACH_KM and way <= HIGHEST_RATIO * straight:
                table[a, b] = round(max(way, 1.02 * straight), 1)
    with open(os.path.join(HERE, "road_distance.csv"), "w", encoding="utf-8", newline="") as f:
        writer = csv.writer(f, lineterminator="\n")
        writer.writerow(["from", "to", "distance_km", "quality", "source", "note"])
        for a, b in sorted(table):
            writer.writerow([a, b, f"{table[a, b]:g}", "derived", "OpenStreetMap", ""])


if __name__ == "__main__":
    main()
