#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: one failed run (NaN) among a thousand makes the sensitivity indices NaN or an error; Morris samples of a normal input are
#        finite.
# Seen:  one NaN or one infinity makes every Sobol index 0 — "no input matters" — instead of 0.50 and 0.50. Morris with the default
#        four levels gives -inf and +inf for a normal input: the outer levels are the 0 % and the 100 % quantile.
# Why:   a sensitivity study over a network in which one draw has no way at all comes back as "nothing matters".
# Versions: SALib 1.6.0, numpy 2.4.6.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'SALib==1.6.0' \
  'numpy==2.4.6' \
  'scipy==1.17.1' \
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
from SALib.analyze import sobol as analyze
from SALib.sample import morris, sobol

problem = {"num_vars": 2, "names": ["cost", "hours"], "bounds": [[10, 12], [0, 1000]]}
sample = sobol.sample(problem, 256, seed=1)
result = sample[:, 0] * 100 + sample[:, 1] * 0.2
with numpy.errstate(all="ignore"):
    for name, value, expected in (("all runs", result[3], [0.5, 0.5]), ("one NaN", numpy.nan, [0.0, 0.0]),
                                  ("one infinity", numpy.inf, [0.0, 0.0])):
        result[3] = value
        indices = analyze.analyze(problem, result, seed=1)
        seen(f"{name}: first-order", [round(float(v), 2) for v in indices["S1"]], expected)
problem = {"num_vars": 2, "names": ["hours", "cost"], "bounds": [[10, 2], [0, 1]], "dists": ["norm", "unif"]}
hours = morris.sample(problem, 20, num_levels=4, seed=1)[:, 0]
seen("Morris, normal input", sorted(set(float(v) for v in hours.round(3))), [-numpy.inf, 9.139, 10.861, numpy.inf])

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
