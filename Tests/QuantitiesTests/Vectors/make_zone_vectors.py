#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes zones.csv: what Python's zoneinfo says about eight zones in three years each.

Rows `utc,ZONE,SECONDS,OFFSET` give the offset at an instant; rows `wall,ZONE,DATE,SECOND,SECONDS`
the instant of a wall time with fold=0. Both every tenth day, and every half hour around each change of
clocks. Usage: make_zone_vectors.py > zones.csv
"""
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

YEARS = {
    # Morocco changed its rules of 2026 in that year: years that are over do not depend on the tzdata at hand.
    "Africa/Casablanca": (2018, 2023, 2024),
    "America/New_York": (2006, 2024, 2026),
    "America/Sao_Paulo": (2018, 2019, 2026),
    "Asia/Almaty": (2004, 2023, 2024),
    "Asia/Shanghai": (1988, 2024, 2026),
    "Australia/Lord_Howe": (2007, 2024, 2026),
    "Europe/London": (1995, 2024, 2026),
    "Pacific/Apia": (2011, 2012, 2024),
}
HALF_HOUR = 1800


def offset(zone, seconds):
    return int(datetime.fromtimestamp(seconds, zone).utcoffset().total_seconds())


def instants(zone, year):
    start = int(datetime(year, 1, 1, tzinfo=timezone.utc).timestamp())
    end = int(datetime(year + 1, 1, 1, tzinfo=timezone.utc).timestamp())
    chosen = set(range(start, end, 10 * 86400))
    for time in range(start, end, HALF_HOUR):
        change = abs(offset(zone, time) - offset(zone, time - HALF_HOUR))
        if change:
            reach = min(change, 7200) + HALF_HOUR
            chosen.update(range(time - reach, time + reach + 1, HALF_HOUR))
            chosen.update((time - 1, time + 1))
    return sorted(chosen)


def main():
    for name, years in YEARS.items():
        zone = ZoneInfo(name)
        for year in years:
            walls = set()
            for time in instants(zone, year):
                print(f"utc,{name},{time},{offset(zone, time)}")
                # Read with the offsets before and after, so that hours skipped are asked for too.
                for shift in {offset(zone, time - 90000), offset(zone, time + 90000)}:
                    walls.add(datetime(1970, 1, 1) + timedelta(seconds=time + shift))
            for wall in sorted(walls):
                second = wall.hour * 3600 + wall.minute * 60 + wall.second
                instant = int(wall.replace(tzinfo=zone).timestamp())
                print(f"wall,{name},{wall.date()},{second},{instant}")


main()
