#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies a network with the rows of every table in another order (the header stays).

    scripts/shuffle_rows.py networks/hangzhou OUT --seed 1
"""
import csv
import os
import random
import shutil
import sys

source, target = sys.argv[1], sys.argv[2]
order = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
shutil.copytree(source, target, ignore=shutil.ignore_patterns("dossier", "generator", "__pycache__"))
for folder, _, names in os.walk(target):
    for name in sorted(names):
        if not name.endswith(".csv"):
            continue
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8", newline="") as file:
            table = list(csv.reader(file))
        rows = table[1:]
        order.shuffle(rows)
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(table[:1] + rows)
