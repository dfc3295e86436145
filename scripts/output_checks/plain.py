# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON, CSV, SVG and PNG: whole, readable, and with the columns of the contract."""
import csv
import json
import sys
import xml.etree.ElementTree as tree

CITY = (
    "city_id name_zh name_en country_region tier target_h p50_h p80_h p95_h prob_within prob_lo prob_hi"
    " slack_h exit_gateway main_service day1_share day2_share day3_share cost_cny cost_cny_kg co2e_kg"
    " co2e_kg_per_kg top_wait_place top_wait_h binding_constraint delta_p80_h status reason quality assumed_share"
).split()
CHANGE = (
    "scenario city_id name_zh name_en country_region tier target_h base_p50_h p50_h base_p80_h p80_h delta_p80_h"
    " base_cost_cny cost_cny delta_cost_cny base_co2e_kg co2e_kg delta_co2e_kg base_exit_gateway exit_gateway"
    " base_main_service main_service base_status status"
).split()
LONG = "table key field mean lo hi n".split()
INDICATOR = "scenario name unit base value difference lo hi significant".split()
TIER = ["tier", "in", "of", "population_in", "population_of"]


def unique(pairs):
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), f"a key occurs twice: {keys}"
    return dict(pairs)


def by_teu(names):
    swap = {"cost_cny_kg": "cost_cny_teu", "co2e_kg_per_kg": "co2e_kg_per_teu"}
    return [swap.get(name, name) for name in names]


def check_json(path):
    data = json.load(open(path, encoding="utf-8"), object_pairs_hook=unique)
    if data.get("format", "").startswith("tidebore.simulation/"):
        return check_simulation(data)
    if "indicators" in data:
        return check_comparison(data)
    for key in ("tool_version", "inputs", "seed", "tzdata_version"):
        assert key in data["header"], f"the header lacks {key}"
    for city in data.get("cities", []):
        assert list(city) in (CITY, by_teu(CITY)), f"columns of {city.get('city_id')}"
        assert city["status"] in ("in", "out", "unreachable"), city["city_id"]
    tiers = data.get("tiers", [])
    # Where the tiers are bands of time for every city, each counts them all.
    labels = sum(tier["of"] for tier in tiers) == len(data.get("cities", []))
    for tier in tiers:
        assert list(tier) == TIER and 0 <= tier["in"] <= tier["of"], tier
        if not labels:
            assert tier["of"] == len(data["cities"]), f"tier {tier['tier']} counts other cities"
            continue
        found = [c for c in data["cities"] if c["tier"] == tier["tier"]]
        assert len(found) == tier["of"], f"tier {tier['tier']} counts other cities than the list"
        assert sum(c["status"] == "in" for c in found) == tier["in"], f"tier {tier['tier']}"


def check_simulation(data):
    for key in ("tool_version", "inputs", "seed", "tzdata_version"):
        assert key in data["meta"]["header"], f"the header lacks {key}"
    for row in data["indicators"]:
        assert {"name", "unit", "mean", "lo", "hi", "n"} <= set(row), row
        if row["mean"] is not None:
            assert row["lo"] <= row["mean"] <= row["hi"], row
    for row in data["terminals"]:
        assert 0 <= row["utilisation"]["mean"] <= 1 + 1e-9 and len(row["queue_by_hour"]) == 168, row["id"]
    for row in data["services"]:
        assert all(0 <= hold["load_factor"]["mean"] <= 1 + 1e-6 for hold in row["holds"]), row["id"]
    counts = data["conservation"]
    assert counts["generated"] == counts["delivered"] + counts["in_system"], counts
    assert data["little"]["holds"] and not data["faults"], data["faults"]


def check_comparison(data):
    for key in ("tool_version", "inputs", "seed", "tzdata_version"):
        assert key in data["meta"]["header"], f"the header lacks {key}"
    for row in data["indicators"]:
        assert {"name", "unit", "base", "scenario", "difference", "lo", "hi", "significant"} <= set(row), row
        if None not in (row["base"], row["scenario"]):
            gap = abs(row["scenario"] - row["base"] - row["difference"])
            assert gap <= 1e-5 * max(1, abs(row["base"])), row
    gained = sum(row["scenario"] for row in data["indicators"] if row["name"] == "coverage.gained")
    assert len(data["cities"]["gained"]) == gained, "cities gained are counted otherwise"
    assert isinstance(data["cities"]["lost"], list)


def check_csv(path):
    rows = list(csv.reader(open(path, encoding="utf-8-sig", newline="")))
    known = (CITY, by_teu(CITY), CHANGE, INDICATOR, LONG)
    assert rows[0] in known or rows[0][:2] == ["itinerary", "leg"], rows[0]
    assert len(rows) > 1 and all(len(row) == len(rows[0]) for row in rows), "rows of unequal length"


def check_svg(path):
    root = tree.parse(path).getroot()
    for node in root.iter():
        assert not node.tag.endswith("}script"), "has a script"
        for name, value in node.attrib.items():
            assert not name.lower().startswith("on"), f"has a handler {name}"
            assert "href" not in name or value.startswith("#"), f"asks for {value}"
    text = "".join(root.itertext())
    assert "未经审图" in text and "GeoNames" in text, "lacks a notice"


def check_png(path):
    data = open(path, "rb").read()
    assert data[:8] == b"\x89PNG\r\n\x1a\n" and data[-8:-4] == b"IEND", "is no whole PNG"
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    assert width >= 1000 and height >= 700, f"is only {width} × {height}"


path = sys.argv[1]
checks = {"json": check_json, "csv": check_csv, "svg": check_svg, "png": check_png}
try:
    checks[path.rsplit(".", 1)[1]](path)
except (AssertionError, ValueError, KeyError, tree.ParseError) as fault:
    print(f"{path}: {fault}")
    sys.exit(1)
