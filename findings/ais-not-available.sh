#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: what a ship's transponder does not know comes out of the decoder as None, and IMO number 0 is no valid number.
# Seen:  a position message without data decodes to lon 181.0, lat 91.0, speed 102.3, course 360.0, heading 511; the voyage message
#        to month 0, day 0, hour 24, minute 60, draught 0.0, IMO 0. Only rate of turn and status say "not available". 0000000
#        has a right check digit: python-stdnum and freightid call it valid.
# Why:   arrivals, speeds and draughts taken from AIS average 102 knots and 0 m into a lane; ships without a number are one ship.
# Versions: pyais 3.3.1, python-stdnum 2.2, freightid 0.1.1.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'pyais==3.3.1' \
  'python-stdnum==2.2' \
  'freightid==0.1.1' || exit 2
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


import freightid
from pyais import decode, encode_dict
from stdnum import imo

position = decode(*encode_dict({"type": 1, "mmsi": 413000000, "lon": 181, "lat": 91, "speed": 102.3, "course": 360,
                                "heading": 511, "turn": -128, "second": 60, "status": 15})).asdict()
seen("position", [position[k] for k in ("lon", "lat", "speed", "course", "heading")], [181.0, 91.0, 102.3, 360.0, 511])
voyage = decode(*encode_dict({"type": 5, "mmsi": 413000000, "month": 0, "day": 0, "hour": 24, "minute": 60, "draught": 0,
                              "imo": 0, "ship_type": 70})).asdict()
seen("voyage", [voyage[k] for k in ("month", "day", "hour", "minute", "draught", "imo")], [0, 0, 24, 60, 0.0, 0])
number = f"{voyage['imo']:07d}"
seen("stdnum, IMO 0", refusal(lambda: imo.validate(number)), "0000000")
seen("freightid, IMO 0", freightid.validate_imo(number)["valid"], True)

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
