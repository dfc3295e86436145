#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds every table of this network from dossier/, byte for byte the same each time.

    networks/hangzhou/generate.py            # writes the tables beside this file
    networks/hangzhou/generate.py --check    # writes nothing; exit code 1 if a table would change
"""
import argparse
import filecmp
import os
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.dont_write_bytecode = True

from generator import basket, calls, cargo, load_report, places, prices, rules, services, stations, traffic, ways  # noqa: E402
from generator.base import corrected, rows  # noqa: E402


def tables():
    nodes, links = corrected("nodes.csv"), corrected("links.csv")
    timetable, parameters = corrected("services.csv"), corrected("parameters.csv")
    by_id = {n["id"]: n for n in nodes}
    stops = {s["id"]: [p for p, passage in services.stop_list(s, by_id) if not passage] for s in timetable}
    international = {p for s in timetable for p in stops[s["id"]]
                     if len({by_id[q]["country"] for q in stops[s["id"]]}) > 1}
    service, departure = services.service_tables(timetable, by_id, links)
    stop_time, capacity = services.stop_time_table(timetable, by_id), services.capacity_table(timetable)
    demand = cargo.demand_table(nodes, parameters)
    called = calls.by_place(service, stop_time, departure)
    resources = stations.stations(called, cargo.trips(demand))
    report = load_report.Report(resources, service, stop_time, departure, capacity, demand, by_id)
    return [
        places.territory_table(), places.place_table(nodes), stations.shift_rows(places.opening_hours_table()),
        places.terminal_table(nodes, international), rules.handling_table(), stations.resource_table(resources),
        ways.link_table(links), ways.crossing_table(),
        services.carrier_table(timetable, by_id), services.right_table(by_id, stops), services.slot_rule_table(),
        service, stop_time, departure, capacity,
        traffic.disruption_table(parameters, links),
        rules.mode_rule_table(), rules.line_haul_table(), rules.road_rule_table(), rules.driver_rule_table(),
        rules.clearance_table(parameters), rules.door_table(), rules.hub_table(),
        traffic.profile_table(), stations.background_table(resources), traffic.load_table(), traffic.inspection_table(),
        prices.tariff_table(parameters, links, timetable), prices.emission_table(parameters),
        places.tier_table(), places.target_table(nodes), demand,
        basket.basket_table(nodes),
        ways.parameter_table(parameters), ways.check_table(rows("checks.csv")), report,
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a table would change")
    options = parser.parse_args()
    if not options.check:
        for table in tables():
            table.write(HERE)
        return 0
    changed = []
    with tempfile.TemporaryDirectory() as folder:
        for table in tables():
            table.write(folder)
            ours = os.path.join(HERE, table.file)
            if not os.path.exists(ours) or not filecmp.cmp(ours, os.path.join(folder, table.file), shallow=False):
                changed.append(table.file)
    for file in changed:
        print(f"{file}: not what generate.py makes of the dossier", file=sys.stderr)
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
