#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: 2026-03-02T24:00 is midnight at the end of that day, 3 March 00:00, as ISO 8601 has it, or it is refused.
# Seen:  aniso8601 gives 2 March 00:00, a whole day earlier; isodate refuses it. An interval that ends after midnight
#        (23:00/01:00, the end takes over the date) ends 22 hours before it begins, without an error.
# Why:   closing times and cut-offs are written 24:00; a day's error in a cut-off is a missed ship.
# Versions: aniso8601 10.0.1, isodate 0.7.2.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'aniso8601==10.0.1' \
  'isodate==0.7.2' || exit 2
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


from datetime import datetime

import aniso8601
import isodate

end = "2026-03-02T24:00"
seen("aniso8601", aniso8601.parse_datetime(end), datetime(2026, 3, 2, 0, 0))
seen("isodate", refusal(lambda: isodate.parse_datetime(end)), "ValueError")
first, last = aniso8601.parse_interval("2026-03-02T23:00/01:00")
seen("interval 23:00/01:00, hours", (last - first).total_seconds() / 3600, -22.0)

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
