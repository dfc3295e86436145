#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every scenario of scenarios/ against its base.

    scripts/scenarios.py            write each README.md and expected.csv
    scripts/scenarios.py --check    compare with what is there; end with 1 where a figure differs
    scripts/scenarios.py NAME …     those scenarios alone

README.md is the answer as `tidebore compare` writes it, expected.csv the indicators. A check is by
the figures: versions of the tool and of tzdata may differ. Scenarios with the same base and question
share one run, and so the base's answer."""
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


def question_of(folder):
    """Base and `ask` of a scenario: those that share both are compared in one run."""
    text = (folder / "scenario.yaml").read_text(encoding="utf-8")
    found = re.search(r"^ask:.*(?:\n[ \t].*)*", text, re.MULTILINE)
    return base_of(folder), found.group(0) if found else ""


def run(folders, target):
    """Writes NAME.md and NAME.indicators.csv into `target`; seconds of search and of reports, of CPU."""
    paths = [os.path.relpath(folder / "scenario.yaml", ROOT) for folder in folders]
    base = base_of(folders[0])
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [binary(), "compare", base, *paths, "--lang", "en", "-o", str(target / "{name}.md"),
         "-o", str(target / "{name}.indicators.csv")],
        cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{', '.join(paths)}: exit {done.returncode}\n{done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = re.search(r"Searches ([0-9.]+) s, reports ([0-9.]+) s", done.stderr)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    for folder, path in zip(folders, paths):
        answer = (target / f"{folder.name}.md").read_text(encoding="utf-8")
        shown = f"```sh\ntidebore compare {base} {path} -o report.html\n```\n\n"
        head, _, rest = answer.partition("\n\n")
        (target / f"{folder.name}.md").write_text(f"{head}\n\n{shown}{rest}", encoding="utf-8")
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


def compare(folder, table):
    """Whether the figures are as expected; says where they are not."""
    expected = folder / "expected.csv"
    if not expected.exists() or not (folder / "README.md").exists():
        print(f"  {folder.name}: no expected.csv or README.md")
        return False
    found = differences(rows(expected), rows(table))
    for line in found[:10]:
        print(f"  {folder.name}: {line}")
    if len(found) > 10:
        print(f"  … and {len(found) - 10} more")
    return not found


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
    groups = {}
    for folder in folders:
        groups.setdefault(question_of(folder), []).append(folder)
    print("search s  report s    CPU s  scenarios")
    for group in groups.values():
        with tempfile.TemporaryDirectory() as name:
            target = pathlib.Path(name)
            took = run(group, target)
            total = [a + b for a, b in zip(total, took)]
            names = ", ".join(folder.name for folder in group)
            print(f"{took[0]:8.1f}  {took[1]:8.1f} {took[2]:8.1f}  {names}", flush=True)
            for folder in group:
                answer = target / f"{folder.name}.md"
                table = target / f"{folder.name}.indicators.csv"
                if check:
                    failed += not compare(folder, table)
                else:
                    (folder / "README.md").write_bytes(answer.read_bytes())
                    (folder / "expected.csv").write_bytes(table.read_bytes())
    wall = time.monotonic() - start
    print(f"{len(folders)} scenarios, {failed} failed; {wall:.0f} s in all: "
          f"search {total[0]:.0f} s, reports {total[1]:.0f} s, CPU {total[2]:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
