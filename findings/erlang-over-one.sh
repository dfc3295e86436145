#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: with less capacity than arrivals the waiting probability is 1 or there is an error.
# Seen:  20 trucks in half an hour, 3 minutes each, one gate: waiting probability 2.0 and occupancy 2.0, no error; with exactly
#        enough gates 1.0. A demand of 0 and an immediate answer (asa 0) are errors.
# Why:   gate sizing by this formula averages "probabilities" of 2 into a week; an empty night hour stops the run.
# Versions: pyworkforce 0.5.1.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'pyworkforce==0.5.1' || exit 2
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


from pyworkforce.queuing import ErlangC


def gates(transactions=20, asa=1 / 3):
    return ErlangC(transactions=transactions, aht=3, interval=30, asa=asa)


seen("waiting probability, 1 to 4 gates",
     [round(gates().waiting_probability(positions=n), 3) for n in (1, 2, 3, 4)], [2.0, 1.0, 0.444, 0.174])
seen("occupancy, 1 gate", gates().achieved_occupancy(positions=1), 2.0)
seen("no trucks", refusal(lambda: gates(transactions=0)), "ValueError")
seen("asa 0", refusal(lambda: gates(asa=0)), "ValueError")

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
