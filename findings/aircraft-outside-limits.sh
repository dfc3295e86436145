#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: the fuel flow of a B738 (79 t maximum take-off) at 120 t or at 100,000 ft is refused or warned about.
# Seen:  120 t burns 1.36 kg/s, 400 t and 100,000 ft both 2.17 (the engine's limit), without a warning. A freighter is not in the list:
#        B77F is an error, B77L is one until use_synonym=True, which takes the passenger B77W.
# Why:   CO2e of a cargo flight from a payload typed in kg for t, or a wrong type, looks plausible.
# Versions: openap 2.6.2.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'openap==2.6.2' \
  'numpy==2.4.6' \
  'pandas==3.1.1' \
  'scipy==1.17.1' \
  'pyyaml==6.0.4' || exit 2
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


import warnings

import openap

with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    flow = openap.FuelFlow("B738")
    del said[:]
    seen("maximum take-off, kg", openap.prop.aircraft("B738")["mtow"], 79000)
    burnt = [round(float(flow.enroute(mass=m, tas=450, alt=35000)), 2) for m in (70000, 79000, 120000, 400000)]
    seen("kg/s at 70, 79, 120, 400 t", burnt, [0.77, 0.86, 1.36, 2.17])
    seen("kg/s at 100,000 ft", round(float(flow.enroute(mass=70000, tas=450, alt=100000)), 2), 2.17)
    seen("warnings", [str(w.message) for w in said], [])
seen("B77F", refusal(lambda: openap.prop.aircraft("B77F")), "ValueError")
seen("B77L", refusal(lambda: openap.prop.aircraft("B77L")), "ValueError")
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    seen("B77L with synonym", openap.prop.aircraft("B77L", use_synonym=True)["aircraft"], "Boeing 777-300ER")

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
