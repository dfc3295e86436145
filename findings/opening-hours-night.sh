#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: "Mo-Fr 22:00-06:00; Sa 08:00-12:00" is open on Saturday at 01:00: Friday's night shift runs to 06:00.
# Seen:  closed from midnight. A rule after ";" that matches Saturday takes the whole day and cuts the shift that came in from
#        Friday; with "," instead of ";" the gate is open. Even two equal halves cut each other: "Mo 22:00-06:00; Tu 22:00-06:00"
#        is closed on Tuesday at 01:00, "Mo-Tu 22:00-06:00" open.
# Why:   terminal gates and warehouses are tagged this way; six hours of the night disappear by one sign.
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


from datetime import datetime

from opening_hours import OpeningHours


def is_open(rule, day, hours):
    return [OpeningHours(rule).is_open(datetime(2026, 3, day, hour)) for hour in hours]


HOURS = (0, 1, 5, 9)
seen("; on Saturday at 0, 1, 5, 9", is_open("Mo-Fr 22:00-06:00; Sa 08:00-12:00", 7, HOURS), [False, False, False, True])
seen(", on Saturday at 0, 1, 5, 9", is_open("Mo-Fr 22:00-06:00, Sa 08:00-12:00", 7, HOURS), [True, True, True, True])
seen("Mo …; Tu … on Tuesday at 1, 23", is_open("Mo 22:00-06:00; Tu 22:00-06:00", 3, (1, 23)), [False, True])
seen("Mo-Tu … on Tuesday at 1, 23", is_open("Mo-Tu 22:00-06:00", 3, (1, 23)), [True, True])

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
