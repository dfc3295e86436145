#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the table of README.md from the .jsonl files beside it: table.py > README.md"""
import glob, json, os

here = os.path.dirname(os.path.abspath(__file__))
print("# Results\n\nMade by `bench/run --json timetable …` on the machine that the file's name tells (two shared cores; CPU milliseconds, medians), and")
print("written by `table.py`. `ratio` is ours over the peer's, run beside it. A row whose name begins with … belongs to the one above.\n")
for path in sorted(glob.glob(os.path.join(here, "*.jsonl"))):
    rows = [json.loads(line) for line in open(path)]
    sizes = sorted({row["size"] for row in rows})
    print(f"## {os.path.basename(path)[:-6]}\n")
    print("| | " + " | ".join(f"{size // 1000}k a day" for size in sizes) + " | growth | peer | ratio |")
    print("|---|" + "---|" * (len(sizes) + 3))
    names = []
    for row in rows:
        name = row["name"].split(", ")[0] if "MB/s" in row["name"] else row["name"]
        if name not in names:
            names.append(name)
    for name in names:
        found = {r["size"]: r for r in rows if r["name"] == name or ("MB/s" in r["name"] and r["name"].startswith(name))}
        cells = [f'{found[s]["cpu_ms_median"]:.3g}' if s in found else "" for s in sizes]
        medians = [found[s]["cpu_ms_median"] for s in sizes if s in found]
        growth = " ".join(f"×{b / a:.1f}" for a, b in zip(medians, medians[1:]))
        last = [found[s] for s in sizes if s in found]
        ratio = " ".join(f'{r["ratio"]:.2f}' for r in last if r["ratio"] is not None)
        print(f"| {name} | " + " | ".join(cells) + f" | {growth} | {last[-1]['peer'] or ''} | {ratio} |")
    print()
