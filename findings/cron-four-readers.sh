#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: a departure rule in cron form gives the same departures in any library, or an error.
# Seen:  the 1st of the month and Mondays ("0 8 1 * 1"): three libraries take either, cron-converter both at once (the next is
#        1 June). Every tenth day and Mondays ("0 8 */10 * 1"): croniter takes either, cronsim and cron-converter both at once.
#        Sunday as 7: three know it, pycron never runs, and "5-7" runs on Friday and Saturday only. Hours "22-2": croniter
#        goes over midnight, two refuse, pycron never runs and says nothing.
# Why:   departure patterns are exchanged in this form; the same line is another timetable at the other side.
# Versions: croniter 7.0.0, cronsim 2.8, cron-converter 2.0.2, pycron 3.3.0.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'croniter==7.0.0' \
  'cronsim==2.8' \
  'cron-converter==2.0.2' \
  'pycron==3.3.0' \
  'python-dateutil==2.9.0.post0' || exit 2
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


from datetime import datetime, timedelta

import pycron
from cron_converter import Cron
from croniter import croniter
from cronsim import CronSim

START = datetime(2026, 3, 1)


def text(times):
    return [t.strftime("%m-%d %H") for t in times]


def by_croniter(rule):
    it = croniter(rule, START)
    return text(it.get_next(datetime) for _ in range(3))


def by_cronsim(rule):
    it = CronSim(rule, START)
    return text(next(it) for _ in range(3))


def by_converter(rule):
    schedule = Cron(rule).schedule(START)
    return text(schedule.next() for _ in range(3))


def by_pycron(rule):
    hours = (START + timedelta(hours=n) for n in range(1, 24 * 190))
    return text([t for t in hours if pycron.is_now(rule, t)][:3])


READERS = {"croniter": by_croniter, "cronsim": by_cronsim, "cron-converter": by_converter, "pycron": by_pycron}
EITHER, BOTH = ["03-01 08", "03-02 08", "03-09 08"], ["05-11 08", "06-01 08", "08-31 08"]
EXPECTED = {
    "0 8 1 * 1": [EITHER, EITHER, ["06-01 08", "02-01 08", "03-01 08"], EITHER],
    "0 8 */10 * 1": [EITHER, BOTH, BOTH, BOTH],
    "0 8 * * 7": [["03-01 08", "03-08 08", "03-15 08"]] * 3 + [[]],
    "0 8 * * 5-7": [["03-01 08", "03-06 08", "03-07 08"]] * 3 + [["03-06 08", "03-07 08", "03-13 08"]],
    "0 22-2 * * *": [["03-01 01", "03-01 02", "03-01 22"], "CronSimError", "ValueError", []],
}
for rule, expected in EXPECTED.items():
    for (name, reader), value in zip(READERS.items(), expected):
        seen(f"{rule:14} {name}", refusal(lambda: reader(rule)), value)

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
