#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every command of docs/plan.md and asserts that the row's id stands in a leg or cause of its output.

    scripts/check_plan.py .build/release/tidebore
    scripts/check_plan.py BINARY --list      # prints the legs of each command instead of judging

A row of the table is: | element | 中文 | `id` | `tidebore route …` | remark |. Rows whose command is "later"
name the issue's subject in the remark and are not run. Several ids are divided by blanks; all must occur.
"""
import json
import os
import re
import shlex
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def rows(path):
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|") or len(cells) != 5 or set(cells[0]) <= {"-", " ", ":"} or cells[3] == "command":
            continue
        yield number, cells


def values(leg):
    """Every word of a leg: ids, modes, kinds, causes, rows."""
    for value in leg.values():
        if isinstance(value, dict):
            yield from values(value)
        elif isinstance(value, str):
            yield value


def words(output):
    found = set()
    for itinerary in output.get("itineraries", []):
        for leg in itinerary["legs"]:
            found.update(values(leg))
    for binding in output.get("binding", []) or []:
        found.update(values(binding))
    for city in output.get("cities", []) or []:
        found.update(str(city.get(k)) for k in ("city_id", "exit_gateway", "main_service", "top_wait_place"))
    for district in output.get("districts", []) or []:
        found.update(v for v in district.values() if isinstance(v, str))
    return found


def main():
    tool = os.path.abspath(sys.argv[1])
    listing = "--list" in sys.argv
    passed = failed = later = 0
    for number, (element, _, ids, command, remark) in rows(os.path.join(ROOT, "docs/plan.md")):
        if command == "later":
            later += 1
            continue
        arguments = shlex.split(command.strip("`"))
        assert arguments[0] == "tidebore", f"docs/plan.md:{number}: no command"
        run = subprocess.run([tool] + arguments[1:] + ["--format", "json"], cwd=ROOT, capture_output=True,
                             text=True, stdin=subprocess.DEVNULL)
        wanted = re.findall(r"`([^`]+)`", ids)
        try:
            found = words(json.loads(run.stdout))
        except (ValueError, KeyError) as fault:
            found = set()
            print(f"docs/plan.md:{number}: {fault}: {run.stderr.strip()[:300]}")
        missing = [w for w in wanted if w not in found]
        if listing:
            print(number, element, sorted(found))
        if missing or not wanted or run.returncode not in (0, 4):
            failed += 1
            print(f"docs/plan.md:{number}: {element}: {' '.join(missing) or 'no id'} not in any leg or cause of\n    {command}")
        else:
            passed += 1
    print(f"plan: {passed} elements seen at work, {failed} not, {later} come later")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
