#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every scenario of scenarios/ against its base.

    scripts/scenarios.py            write each README.md and expected.csv
    scripts/scenarios.py --check    compare with what is there; end with 1 where a figure differs
    scripts/scenarios.py NAME …     those scenarios alone

README.md is the answer as `tidebore compare` writes it, expected.csv the indicators. A check is by
the figures: versions of the tool and of tzdata may differ."""
import csv
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOLERANCE = 1e-6


def binary():
    named = os.environ.get("TIDEBORE")
    return named or str(ROOT / ".build/release/tidebore")


def base_of(folder):
    """Path of the scenario's base from the root."""
    for line in (folder / "scenario.yaml").read_text(encoding="utf-8").splitlines():
        found = re.match(r"base:\s*(\S+)", line)
        if found:
            return os.path.relpath((folder / found.group(1)).resolve(), ROOT)
    raise SystemExit(f"{folder}: no base")


def run(folder, target):
    """Writes README.md and expected.csv into `target`; seconds of search and of reports, of CPU."""
    scenario = os.path.relpath(folder / "scenario.yaml", ROOT)
    command = ["compare", base_of(folder), scenario]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [binary(), *command, "--lang", "en", "-o", str(target / "answer.md"), "-o", str(target / "indicators.csv")],
        cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{folder.name}: exit {done.returncode}\n{done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = re.search(r"Searches ([0-9.]+) s, reports ([0-9.]+) s", done.stderr)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    answer = (target / "answer.md").read_text(encoding="utf-8")
    shown = f"```sh\ntidebore {' '.join(command)} -o report.html\n```\n\n"
    head, _, rest = answer.partition("\n\n")
    (target / "README.md").write_text(f"{head}\n\n{shown}{rest}", encoding="utf-8")
    (target / "indicators.csv").rename(target / "expected.csv")
    return float(took.group(1)), float(took.group(2)), cpu


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {row["name"]: row for row in csv.DictReader(file)}


def same(a, b):
    if a == b:
        return True
    try:
        x, y = float(a), float(b)
    except ValueError:
        return False
    return abs(x - y) <= TOLERANCE * max(1.0, abs(x), abs(y))


def differences(old, new):
    """Sentences for all figures that are not as expected."""
    found = []
    for name in sorted(old.keys() | new.keys()):
        if name not in old or name not in new:
            found.append(f"{name}: {'new' if name in new else 'gone'}")
            continue
        for column, value in old[name].items():
            if not same(value, new[name].get(column, "")):
                found.append(f"{name} {column}: expected {value}, found {new[name].get(column)}")
    return found


def main():
    words = sys.argv[1:]
    check = "--check" in words
    names = [word for word in words if not word.startswith("-")]
    folders = sorted(path.parent for path in (ROOT / "scenarios").glob("*/scenario.yaml"))
    folders = [folder for folder in folders if not names or folder.name in names]
    if not folders:
        raise SystemExit("no such scenario")
    failed = 0
    total = [0.0, 0.0, 0.0]
    start = time.monotonic()
    print(f"{'scenario':24} {'search s':>8} {'report s':>8} {'CPU s':>7}")
    for folder in folders:
        with tempfile.TemporaryDirectory() as name:
            target = pathlib.Path(name)
            took = run(folder, target)
            total = [a + b for a, b in zip(total, took)]
            print(f"{folder.name:24} {took[0]:8.1f} {took[1]:8.1f} {took[2]:7.1f}", flush=True)
            if not check:
                for file in ("README.md", "expected.csv"):
                    (folder / file).write_bytes((target / file).read_bytes())
                continue
            expected = folder / "expected.csv"
            if not expected.exists() or not (folder / "README.md").exists():
                failed += 1
                print(f"  {folder.name}: no expected.csv or README.md")
                continue
            found = differences(rows(expected), rows(target / "expected.csv"))
            failed += bool(found)
            for line in found[:10]:
                print(f"  {line}")
            if len(found) > 10:
                print(f"  … and {len(found) - 10} more")
    wall = time.monotonic() - start
    print(f"{len(folders)} scenarios, {failed} failed; {wall:.0f} s in all: "
          f"search {total[0]:.0f} s, reports {total[1]:.0f} s, CPU {total[2]:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
