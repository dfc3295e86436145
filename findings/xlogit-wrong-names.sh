#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: a logit over rail, air, sea gives each constant under its alternative's name, in whatever order the rows name them.
# Seen:  names go by the alphabet, values by the rows. In the order rail, air, sea with base rail the constant of air (+1) is
#        printed as -0.98 and that of sea (-1) as -2.03; asked for shares, predict gives rail 0.89 where air has 0.89. In the
#        order air, rail, sea all is right. The cost coefficient is right in both, and convergence is reported in both.
# Why:   mode-choice models are written rail/road/water by habit; constants of the wrong mode go into the plan.
# Versions: xlogit 0.2.7, numpy 2.4.6.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'xlogit==0.2.7' \
  'numpy==2.4.6' \
  'pandas==2.3.3' \
  'scipy==1.17.1' || exit 2
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


import warnings

import numpy
import pandas
from xlogit import MultinomialLogit

warnings.simplefilter("ignore")
TRUTH = {"rail": 0.0, "air": 1.0, "sea": -1.0}


def fit(order):
    rng, count = numpy.random.default_rng(7), 5000
    cost = rng.uniform(1, 3, (count, 3))
    chosen = (-cost + [TRUTH[a] for a in order] + rng.gumbel(size=(count, 3))).argmax(axis=1)
    ids, names = numpy.repeat(numpy.arange(count), 3), numpy.tile(order, count)
    taken = (numpy.tile(numpy.arange(3), count) == numpy.repeat(chosen, 3)).astype(int)
    data = pandas.DataFrame({"cost": cost.ravel()})
    model = MultinomialLogit()
    model.fit(X=data, y=taken, varnames=["cost"], ids=ids, alts=names, fit_intercept=True, base_alt="rail", verbose=0)
    shares = model.predict(X=data, varnames=["cost"], ids=ids, alts=names, return_freq=True)[-1]
    constants = {str(k).split(".")[-1]: round(float(v), 1) for k, v in zip(model.coeff_names, model.coeff_)}
    return constants, {str(k): round(float(v), 1) for k, v in shares.items()}, bool(model.convergence)


constants, shares, converged = fit(["air", "rail", "sea"])
seen("air, rail, sea: constants", constants, {"air": 1.0, "sea": -1.0, "cost": -0.9})
seen("air, rail, sea: shares", shares, {"air": 0.9, "rail": 0.1})
constants, shares, converged = fit(["rail", "air", "sea"])
seen("rail, air, sea: constants", constants, {"air": -1.0, "sea": -2.0, "cost": -0.9})
seen("rail, air, sea: shares", shares, {"air": 0.1, "rail": 0.9})
seen("converged", converged, True)

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
