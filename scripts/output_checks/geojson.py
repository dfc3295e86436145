# SPDX-License-Identifier: GPL-3.0-or-later
"""RFC 7946: geojson-validator's findings, and what it does not look at."""
import json
import re
import sys

import geojson_validator


def positions(coordinates):
    if coordinates and isinstance(coordinates[0], (int, float)):
        yield coordinates
    else:
        for part in coordinates:
            yield from positions(part)


def signed_area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))


def lines(geometry):
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind == "LineString":
        return [coordinates]
    if kind in ("MultiLineString", "Polygon"):
        return coordinates
    if kind == "MultiPolygon":
        return [ring for polygon in coordinates for ring in polygon]
    return []


def main(path):
    text = open(path, encoding="utf-8").read()
    data = json.loads(text)
    faults = []
    if "crs" in data:
        faults.append("has a crs member")
    structure = geojson_validator.validate_structure(data)
    if structure:
        faults.append(f"structure: {structure}")
    geometry = geojson_validator.validate_geometries(data)
    for name in ("invalid", "problematic"):
        found = {k: v for k, v in geometry.get(name, {}).items() if v}
        # Holes and many corners are no faults.
        for harmless in ("holes", "excessive_vertices"):
            found.pop(harmless, None)
        if found:
            faults.append(f"{name}: {str(found)[:400]}")
    if re.search(r"\d\.\d{8,}[,\]]", text):
        faults.append("a coordinate has more than seven decimals")
    for feature in data["features"]:
        shape = feature["geometry"]
        for lon, lat in positions(shape["coordinates"]):
            if not (-180 <= lon <= 180 and -90 <= lat <= 90):
                faults.append(f"{feature.get('id')}: {lon}, {lat} is no place on Earth")
        for line in lines(shape):
            if any(abs(a[0] - b[0]) > 180 for a, b in zip(line, line[1:])):
                faults.append(f"{feature.get('id')}: crosses 180°")
        if shape["type"] == "MultiPolygon":
            for polygon in shape["coordinates"]:
                if signed_area(polygon[0]) <= 0:
                    faults.append("an outer ring runs clockwise")
                if any(signed_area(hole) >= 0 for hole in polygon[1:]):
                    faults.append("a hole runs counter-clockwise")
    for fault in faults[:20]:
        print(f"{path}: {fault}")
    return 1 if faults else 0


sys.exit(main(sys.argv[1]))
