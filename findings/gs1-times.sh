#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: two maintained readers of GS1 application identifiers read the same dates: a date range (7007) and "not before" with no
#        given hour (4324 with 9999).
# Seen:  each reads what the other refuses. python-stdnum reads the range and raises ValueError at 9999; biip gives the date and no
#        hour for 9999 and no message at all for the range.
# Why:   delivery windows of parcels and pallets are exactly these two; one reader loses windows, the other whole labels.
# Versions: python-stdnum 2.2, biip 5.2.0.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'python-stdnum==2.2' \
  'biip==5.2.0' || exit 2
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

import biip
from stdnum import gs1_128

day, span = "43242602289999", "7007260201260228"
seen("stdnum, 4324 with 9999", refusal(lambda: gs1_128.info("(4324)2602289999")), "ValueError")
element = biip.parse(day).gs1_message.element_strings[0]
seen("biip, 4324 with 9999", (element.date, element.datetime), (datetime.date(2026, 2, 28), None))
seen(
    "stdnum, 7007 range",
    gs1_128.info("(7007)260201260228"),
    {"7007": (datetime.date(2026, 2, 1), datetime.date(2026, 2, 28))},
)
seen("biip, 7007 range: message", biip.parse(span).gs1_message, None)
seen("biip, 7007 range: error", biip.parse(span).gs1_message_error is not None, True)

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
