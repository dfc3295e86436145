#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: an ISO 8601 duration of a month is a calendar month, and half a month is refused or about 15 days, in every parser.
# Seen:  aniso8601 takes a month as 30 days and a year as 365: the monthly repetition from 31 January is 31 January, 2 March,
#        1 April, so February has no date. isodate and isoduration go by calendar and refuse to add half a month, though they
#        parse it. A week beside other parts ("P1W2D") is 9 days in isodate and an error in the others.
# Why:   contract periods, free time and validity of rates are written this way; three readers, three last days.
# Versions: aniso8601 10.0.1, isodate 0.7.2, isoduration 20.11.0.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'aniso8601==10.0.1' \
  'isodate==0.7.2' \
  'isoduration==20.11.0' || exit 2
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


import datetime

import aniso8601
import isodate
import isoduration

start = datetime.datetime(2026, 1, 31)
day = datetime.date
seen("aniso8601, P1M", aniso8601.parse_duration("P1M"), datetime.timedelta(days=30))
dates = list(aniso8601.parse_repeating_interval("R3/2026-01-31/P1M"))
seen("aniso8601, R3/2026-01-31/P1M", dates, [day(2026, 1, 31), day(2026, 3, 2), day(2026, 4, 1)])
seen("isodate, 31 January + P1M", start + isodate.parse_duration("P1M"), datetime.datetime(2026, 2, 28))
seen("isoduration, 31 January + P1M", start + isoduration.parse_duration("P1M"), datetime.datetime(2026, 2, 28))
seen("aniso8601, P0.5M", aniso8601.parse_duration("P0.5M"), datetime.timedelta(days=15))
seen("isodate, 31 January + P0.5M", refusal(lambda: start + isodate.parse_duration("P0.5M")), "ValueError")
seen("isoduration, 31 January + P0.5M", refusal(lambda: start + isoduration.parse_duration("P0.5M")), "ValueError")
seen("isodate, P1W2D", isodate.parse_duration("P1W2D"), datetime.timedelta(days=9))
seen("aniso8601, P1W2D", refusal(lambda: aniso8601.parse_duration("P1W2D")), "ISOFormatError")
seen("isoduration, P1W2D", refusal(lambda: isoduration.parse_duration("P1W2D")), "IncorrectDesignator")

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
