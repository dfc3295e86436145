#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: two offline time zone look-ups give the same zone for a rail border and for the two names of one meridian.
# Seen:  at Alashankou, Khorgos and Urumqi tzfpy says Asia/Shanghai (its list has both), timezonefinder Asia/Urumqi: two hours
#        apart. The date line at 0 N: at 180 both say Etc/GMT-12, at -180 tzfpy says Etc/GMT+12, a whole day apart
#        from itself and from timezonefinder.
# Why:   China's trains, customs and rail slots at these borders run by Beijing time; zones come from a table, not from a look-up.
# Versions: tzfpy 2.1.1, timezonefinder 9.0.0.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'tzfpy==2.1.1' \
  'timezonefinder==9.0.0' \
  'numpy==2.4.6' \
  'h3==4.5.0' || exit 2
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


from timezonefinder import TimezoneFinder
from tzfpy import get_tz, get_tzs

finder = TimezoneFinder()
for name, lon, lat in (("Alashankou", 82.57, 45.17), ("Khorgos", 80.42, 44.21), ("Urumqi", 87.6, 43.8)):
    seen(name, (get_tz(lon, lat), finder.timezone_at(lng=lon, lat=lat)), ("Asia/Shanghai", "Asia/Urumqi"))
seen("Khorgos, tzfpy's list", get_tzs(80.42, 44.21), ["Asia/Shanghai", "Asia/Urumqi"])
seen("180 E", (get_tz(180, 0), finder.timezone_at(lng=180, lat=0)), ("Etc/GMT-12", "Etc/GMT-12"))
seen("180 W", (get_tz(-180, 0), finder.timezone_at(lng=-180, lat=0)), ("Etc/GMT+12", "Etc/GMT-12"))

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
