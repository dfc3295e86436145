#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: a departure in local time without a zone (DTSTART:20260303T080000) is read and written again as it stands.
# Seen:  ics reads it as 08:00 UTC and writes 20260303T080000Z: in Hangzhou the ship leaves at 16:00. A departure with
#        TZID=Asia/Shanghai is written in UTC, the zone is gone. icalendar keeps both as they are.
# Why:   sailing lists are passed on as calendars; one pass through this library moves every local time by the zone's offset.
# Versions: ics 0.7.3, icalendar 7.3.2.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'ics==0.7.3' \
  'icalendar==7.3.2' \
  'TatSu==5.15.1' \
  'arrow==1.4.0' || exit 2
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


import icalendar
import ics


def calendar(start):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:test", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z", start,
             "END:VEVENT", "END:VCALENDAR", ""]
    return "\r\n".join(lines)


def start_of(text):
    return next(line for line in text.splitlines() if line.startswith("DTSTART"))


for start, by_ics in (("DTSTART:20260303T080000", "DTSTART:20260303T080000Z"),
                      ("DTSTART;TZID=Asia/Shanghai:20260303T080000", "DTSTART:20260303T000000Z")):
    seen(f"ics, {start}", start_of(ics.Calendar(calendar(start)).serialize()), by_ics)
    written = icalendar.Calendar.from_ical(calendar(start)).to_ical().decode()
    seen(f"icalendar, {start}", start_of(written), start)

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
