#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Guess: one crate and two containers: the crate is in one of them.
# Seen:  it is in both, with nothing left over in either. Only pack(distribute_items=True) puts it into one.
# Why:   loads per container and the number of containers are wrong by the number of bins; weights are counted twice.
# Versions: py3dbp 1.1.2.
#
# Exit code: 0 still so, 1 changed, 2 could not be tried (packages not to be had).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || exit 2
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'py3dbp==1.1.2' || exit 2
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


from py3dbp import Bin, Item, Packer


def packed(**options):
    packer = Packer()
    for name in ("first", "second"):
        packer.add_bin(Bin(name, 10, 10, 10, 100))
    packer.add_item(Item("crate", 9, 9, 9, 60))
    packer.pack(**options)
    return [[item.name for item in container.items] for container in packer.bins]


seen("by default", packed(), [["crate"], ["crate"]])
seen("distribute_items=True", packed(distribute_items=True), [["crate"], []])

print("changed: " + ", ".join(changed) if changed else "still so")
sys.exit(1 if changed else 0)
PY
