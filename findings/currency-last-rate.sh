#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: converting 1,000 roubles to yuan without a date uses today's rate or fails, and the way back behaves alike.
# Seen:  RUB to CNY answers with the rate of 1 March 2022 (the last one that the European Central Bank published), silently;
#        CNY to RUB raises RateNotFoundError. The same with HRK, the kuna that ended in 2022. The default date is the last
#        date of the currency that one converts *from*.
# Why:   tariffs of the rail corridor through Russia come in roubles; the answer looks current and is years old.
# Versions: CurrencyConverter 0.18.23 (its own table of rates).
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'CurrencyConverter==0.18.23' || exit 2
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

from currency_converter import CurrencyConverter

rates = CurrencyConverter()
seen("last date of RUB", rates.bounds["RUB"].last_date, datetime.date(2022, 3, 1))
seen("last date of CNY is later than 2026-01-01", rates.bounds["CNY"].last_date > datetime.date(2026, 1, 1), True)
seen("1000 RUB in CNY, no date", round(rates.convert(1000, "RUB", "CNY"), 2), 60.12)
seen(
    "the same at 2022-03-01",
    round(rates.convert(1000, "RUB", "CNY", date=datetime.date(2022, 3, 1)), 2),
    60.12,
)
seen("1000 CNY in RUB, no date", refusal(lambda: rates.convert(1000, "CNY", "RUB")), "RateNotFoundError")
seen("1000 HRK in USD, no date", round(rates.convert(1000, "HRK", "USD"), 2), 141.52)
seen("1000 USD in HRK, no date", refusal(lambda: rates.convert(1000, "USD", "HRK")), "RateNotFoundError")

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
