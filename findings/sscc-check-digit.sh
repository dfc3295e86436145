#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: a reader of GS1 logistic labels refuses a pallet number (SSCC, AI 00) whose check digit is wrong, and readers agree.
# Seen:  python-stdnum's gs1_128 refuses a wrong GTIN (01) but returns a wrong SSCC (00) as if it were right; biip's GS1 message
#        holds both without an error (its separate sscc field says it); epcpy turns the wrong SSCC into the same EPC URI as
#        the right one, so the mistyped label is another pallet's event.
# Why:   the label number joins scans with consignments; whoever trusts "parsed" joins the wrong ones.
# Versions: python-stdnum 2.2, biip 5.2.0, epcpy 0.1.8.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'python-stdnum==2.2' \
  'biip==5.2.0' \
  'epcpy==0.1.8' || exit 2
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


import biip
from epcpy.epc_schemes import SSCC
from stdnum import gs1_128

right, wrong, wrong_item = "106141412345678908", "106141412345678901", "09521234543214"
seen("stdnum, SSCC wrong", gs1_128.info("(00)" + wrong), {"00": wrong})
seen("stdnum, GTIN wrong", refusal(lambda: gs1_128.info("(01)" + wrong_item)), "InvalidChecksum")
for ai, number in (("00", wrong), ("01", wrong_item)):
    result = biip.parse(ai + number)
    seen(f"biip, ({ai}) wrong: error of the message", result.gs1_message_error, None)
    seen(f"biip, ({ai}) wrong: value", [e.value for e in result.gs1_message.element_strings], [number])
seen("biip, its field sscc", biip.parse("00" + wrong).sscc, None)
uris = [SSCC.from_gs1_element_string("(00)" + s, company_prefix_length=7).epc_uri for s in (right, wrong)]
seen("epcpy, both numbers", uris, ["urn:epc:id:sscc:0614141.1234567890"] * 2)

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
