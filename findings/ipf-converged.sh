#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: iterative proportional fitting to row totals 30, 70 (sum 100) and column totals 50, 100 (sum 150), or to a total of a row that
#        is all zero, is an error or says "not converged".
# Seen:  it answers with flag 1, converged, at a convergence rate of 0.5 and 1.0. The first result keeps the totals that were named
#        last (rows 45 and 105, not 30 and 70); in the other order the other ones. The zero row stays 0, 30 t of demand are gone.
# Why:   trip distribution of a demand matrix is done this way; which totals hold depends on the order of arguments.
# Versions: ipfn 1.4.4.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'ipfn==1.4.4' \
  'numpy==2.4.6' \
  'pandas==2.3.3' || exit 2
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


import numpy
from ipfn import ipfn


def fit(seed, totals, dimensions):
    matrix, flag, rates = ipfn.ipfn(numpy.array(seed, float), [numpy.array(t, float) for t in totals], dimensions,
                                    verbose=2).iteration()
    return (matrix.sum(axis=1).round(6).tolist(), matrix.sum(axis=0).round(6).tolist(), flag,
            round(float(rates["conv"].iloc[-1]), 3))


SEED = [[1, 2], [3, 4]]
rows, columns, flag, rate = fit(SEED, [[30, 70], [50, 100]], [[0], [1]])
seen("rows first: columns, flag, rate", (columns, flag, rate), ([50.0, 100.0], 1, 0.5))
seen("rows first: rows", [round(v) for v in rows], [45, 105])
rows, columns, flag, rate = fit(SEED, [[50, 100], [30, 70]], [[1], [0]])
seen("columns first: rows, flag", (rows, flag), ([30.0, 70.0], 1))
seen("zero row", fit([[0, 0], [3, 4]], [[30, 70], [40, 60]], [[0], [1]]), ([0.0, 100.0], [40.0, 60.0], 1, 1.0))

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
