#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: "PH off" closes on public holidays or is refused when the country is not known; "week 01-53/2" is every second week.
# Seen:  without a country "PH off" is taken and does nothing: open on 1 October. With country VN it closes on 2 September but is
#        open on the lunar new year's day of 2026; with CN it closes. Odd weeks: 2026 has a week 53, so a fortnightly Wednesday
#        gate is open on 30 December 2026 and again on 6 January 2027.
# Why:   a circle or a simulated year counts working days that are none; fortnightly service by week number breaks this winter.
# Versions: opening-hours-py 2.1.4.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'opening-hours-py==2.1.4' || exit 2
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


from datetime import datetime, timedelta

from opening_hours import OpeningHours

RULE = "Mo-Su 08:00-18:00; PH off"


def is_open(country, *day):
    hours = OpeningHours(RULE, country=country) if country else OpeningHours(RULE)
    return hours.is_open(datetime(*day, 10))


seen("no country, 1 October 2026", is_open(None, 2026, 10, 1), True)
seen("CN, 1 October 2026", is_open("CN", 2026, 10, 1), False)
seen("CN, lunar new year 2026", is_open("CN", 2026, 2, 17), False)
seen("VN, 2 September 2026", is_open("VN", 2026, 9, 2), False)
seen("VN, lunar new year 2026", is_open("VN", 2026, 2, 17), True)
hours = OpeningHours("week 01-53/2 We 08:00-18:00")
days = (datetime(2026, 12, 2, 9) + timedelta(days=n) for n in range(50))
seen("open Wednesdays", [d.strftime("%m-%d") for d in days if hours.is_open(d)],
     ["12-02", "12-16", "12-30", "01-06", "01-20"])

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
