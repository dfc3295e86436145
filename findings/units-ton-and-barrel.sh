#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: "ton" in a units library is 1,000 kg, and two libraries agree on "bbl" (a barrel of bunker oil, 0.159 m3).
# Seen:  "ton" is the American short ton, 907.185 kg, in all four libraries; pint also takes "cwt" as 45.4 kg. "bbl" is
#        0.1192 m3 in pint (31.5 gallons) and 0.1590 m3 in quantities (42 gallons): a quarter less fuel from one word.
# Why:   a table in "ton" or "bbl" that goes through a units library shifts weights, costs and CO2e by 9 % or 25 %,
#        and nothing says so.
# Versions: pint 0.25.3, unyt 3.2.0, quantities 0.16.4, measurement 3.2.2.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'pint==0.25.3' \
  'unyt==3.2.0' \
  'quantities==0.16.4' \
  'measurement==3.2.2' \
  'numpy==2.4.6' || exit 2
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


import pint
import quantities
import unyt
from measurement.measures import Weight

registry = pint.UnitRegistry()


def of_pint(text, unit):
    return round(registry(text).to(unit).magnitude, 4)


seen("pint: 1 ton in kg", of_pint("1 ton", "kg"), 907.1847)
seen("pint: 1 tonne in kg", of_pint("1 tonne", "kg"), 1000.0)
seen("unyt: 1 ton in kg", round(float(unyt.unyt_quantity(1, "ton").to("kg")), 4), 907.1847)
seen("quantities: 1 ton in kg", round(float(quantities.ton.rescale("kg")), 4), 907.1847)
seen("measurement: 1 ton in kg", round(Weight(ton=1).kg, 3), 907.185)
seen("pint: 1 cwt in kg", of_pint("1 cwt", "kg"), 45.3592)
seen("pint: 1 bbl in m3", of_pint("1 bbl", "m**3"), 0.1192)
seen("quantities: 1 bbl in m3", round(float(quantities.bbl.rescale("m**3")), 4), 0.159)

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
