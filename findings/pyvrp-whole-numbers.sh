#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: round_func "none" (the default of read) keeps Euclidean distances as they are; a demand of 2.9 t stays 2.9 or is refused; a
#        pair of places without a link makes the plan infeasible.
# Seen:  distances are cut down to whole numbers (1.27 is 1, 3.82 is 3; vrplib keeps them). A demand of 2.9 as a number is a
#        TypeError, as a list it is 2, a time window to 8.5 ends at 8, a link of 1.9 has length 1. Missing links count 2^44: the
#        plan that uses two of them is "feasible" with cost 35,184,372,088,842.
# Why:   tours of short drays lose up to a unit a leg and vehicles carry more than they hold; scale before, check costs after.
# Versions: pyvrp 0.14.1, vrplib 2.2.0.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'pyvrp==0.14.1' \
  'vrplib==2.2.0' \
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


import vrplib
from pyvrp import Model, read
from pyvrp.stop import MaxIterations

points = "\n".join(f"{n + 1} {0.9 * n:.1f} {0.9 * n:.1f}" for n in range(4))
with open("a.vrp", "w") as file:
    file.write(
        "NAME : a\nTYPE : CVRP\nDIMENSION : 4\nEDGE_WEIGHT_TYPE : EUC_2D\nCAPACITY : 10\nNODE_COORD_SECTION\n"
        + points + "\nDEMAND_SECTION\n1 0\n2 3\n3 3\n4 3\nDEPOT_SECTION\n1\n-1\nEOF\n")
seen("vrplib, first row", [round(float(v), 2) for v in vrplib.read_instance("a.vrp")["edge_weight"][0]], [0.0, 1.27, 2.55, 3.82])
seen("pyvrp, first row", read("a.vrp").distance_matrix(0)[0].tolist(), [0, 1, 2, 3])


def model(links, **options):
    model = Model()
    places = [model.add_location(n, n) for n in range(3)]
    model.add_depot(places[0])
    clients = [model.add_client(place, delivery=[2.9], **options) for place in places[1:]]
    model.add_vehicle_type(1, capacity=[5])
    for one, other in links:
        model.add_edge(places[one], places[other], distance=1.9)
    return model, places, clients


full, places, clients = model([(a, b) for a in range(3) for b in range(3) if a != b], tw_late=8.5)
seen("demand 2.9 in a list", list(clients[0].delivery), [2])
seen("demand 2.9 as a number", refusal(lambda: full.add_client(places[1], delivery=2.9)), "TypeError")
seen("time window to 8.5", clients[0].tw_late, 8)
seen("link of 1.9", int(model([(0, 1)])[0].data().distance_matrix(0)[0, 1]), 1)
plan = model([(0, 1)])[0].solve(stop=MaxIterations(50), display=False, seed=1)
seen("links missing: feasible, cost above 10^13", (plan.is_feasible(), plan.cost() > 10**13), (True, True))

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
