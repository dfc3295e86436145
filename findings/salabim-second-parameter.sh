#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: Erlang(2, 3) and Gamma(2, 3) of one library are the same distribution: an Erlang is a gamma with a whole shape.
# Seen:  Erlang(2, 3) has mean 0.667, Gamma(2, 3) has mean 6: the second number is a rate there and a scale here. The one number
#        of Exponential(5) is a mean.
# Why:   handling times taken over from a fit are nine times too short or too long.
# Versions: salabim 26.0.9.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'salabim==26.0.9' \
  'greenlet==3.5.6' || exit 2
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


import salabim

seen("Erlang(2, 3)", round(salabim.Erlang(2, 3).mean(), 3), 0.667)
seen("Gamma(2, 3)", round(salabim.Gamma(2, 3).mean(), 3), 6)
seen("Erlang(2, scale=3)", round(salabim.Erlang(2, scale=3).mean(), 3), 6.0)
seen("Gamma(2, rate=3)", round(salabim.Gamma(2, rate=3).mean(), 3), 0.667)
seen("Exponential(5)", salabim.Exponential(5).mean(), 5)

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
