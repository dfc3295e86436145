#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: simulate_until_max_customers(5, method="Finish") ends when five were served; a list of arrival gaps is used once.
# Seen:  it ends with two served and three turned away: rejected ones count as finished. Sequential([1, 2, 3]) begins again at its
#        end: arrivals at 1, 3, 6, 7, 9, 12 …; only a last gap of infinity ends it.
# Why:   a terminal with a full yard "finishes" its trucks quickly; a day's list of gate-ins repeats all night.
# Versions: ciw 3.2.7.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'ciw==3.2.7' \
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


import ciw

law = ciw.dists


def network(arrivals, hours, **options):
    return ciw.create_network(arrival_distributions=[arrivals], service_distributions=[law.Deterministic(hours)],
                              number_of_servers=[1], **options)


ciw.seed(1)
run = ciw.Simulation(network(law.Deterministic(1), 2.5, queue_capacities=[1]))
run.simulate_until_max_customers(5, method="Finish")
kinds = [record.record_type for record in run.get_all_records()]
seen("finished: served, turned away", (kinds.count("service"), kinds.count("rejection")), (2, 3))
for name, gaps, expected in (("1, 2, 3", [1, 2, 3], [1, 3, 6, 7, 9, 12, 13]),
                             ("1, 2, 3, infinity", [1, 2, 3, float("inf")], [1, 3, 6])):
    run = ciw.Simulation(network(law.Sequential(gaps), 0.1))
    run.simulate_until_max_time(14)
    seen(f"arrivals of {name}", sorted(record.arrival_date for record in run.get_all_records()), expected)

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
