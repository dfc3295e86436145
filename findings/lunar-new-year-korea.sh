#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: the lunar new year is one date in East Asia, and two holiday libraries agree on Korea's.
# Seen:  in 2027 and 2028 the new moon falls between midnight in Seoul and midnight in Beijing: Korea's new year is 7 February
#        2027 and 27 January 2028, China's a day earlier (Vietnam's is a day earlier than China's in 2030). holidays has this;
#        workalendar gives Korea China's date in both years, so its three days off begin a day early.
# Why:   Hangzhou–Busan and Hangzhou–Incheon services: terminals close on different days at the two ends.
# Versions: holidays 0.109, workalendar 17.0.0, korean-lunar-calendar 0.4.0, lunardate 0.3.0.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'holidays==0.109' \
  'workalendar==17.0.0' \
  'korean-lunar-calendar==0.4.0' \
  'lunardate==0.3.0' \
  'setuptools==75.8.0' || exit 2
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

import holidays
from korean_lunar_calendar import KoreanLunarCalendar
from lunardate import LunarDate
from workalendar.asia import SouthKorea


def named(country, year, name):
    return [str(day) for day, n in getattr(holidays, country)(years=year, language="en_US").items() if n == name]


for year, korea, china in ((2026, "2026-02-17", "2026-02-17"), (2027, "2027-02-07", "2027-02-06"),
                           (2028, "2028-01-27", "2028-01-26")):
    calendar = KoreanLunarCalendar()
    calendar.setLunarDate(year, 1, 1, False)
    seen(f"{year}, Korean calendar", calendar.SolarIsoFormat(), korea)
    seen(f"{year}, Chinese calendar", str(LunarDate(year, 1, 1).toSolarDate()), china)
    seen(f"{year}, holidays, Korea", named("KR", year, "Korean New Year"), [korea])
    off = sorted(str(day) for day, n in SouthKorea().holidays(year) if n.startswith("Korean New"))
    eve = datetime.date.fromisoformat(china)
    expected = [str(eve + datetime.timedelta(days=n)) for n in (-1, 0, 1)]
    seen(f"{year}, workalendar, Korea's three days", off, expected)
seen("2030, holidays, Vietnam", named("VN", 2030, "Lunar New Year"), ["2030-02-02"])
seen("2030, Chinese calendar", str(LunarDate(2030, 1, 1).toSolarDate()), "2030-02-03")

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
