#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: words of the trade that a units library does not know (RT revenue ton, cft cubic foot, kt kilotonne, TEU) are
#        refused, so a wrong table stops at once.
# Seen:  pint 0.25.3 refuses TEU, cbm and kmh, but reads "RT" as a ronnatesla, "cft" as a hundredth of a foot, "kt" as a knot and
#        "mt", the trade's word for a metric ton, as a millitonne, 1 kg: prefix and unit found in the letters, no warning.
# Why:   a freight tariff has RT and cft in its column heads; "parsed without an error" proves nothing.
# Versions: pint 0.25.3.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'pint==0.25.3' || exit 2
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

registry = pint.UnitRegistry()


def unit(word):
    return refusal(lambda: str(registry(word).units))


for word in ("TEU", "cbm", "kmh"):
    seen(f"pint: {word}", unit(word), "UndefinedUnitError")
seen("pint: RT", unit("RT"), "ronnatesla")
seen("pint: cft", unit("cft"), "centifoot")
seen("pint: 1 cft in metres", round(registry("1 cft").to("m").magnitude, 6), 0.003048)
seen("pint: kt", unit("kt"), "knot")
seen("pint: 1 mt in kg", round(registry("1 mt").to("kg").magnitude, 3), 1.0)
seen("pint: 1 Mt in kg", round(registry("1 Mt").to("kg").magnitude, 3), 1e9)

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
