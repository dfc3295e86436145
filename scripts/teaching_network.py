#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes networks/teaching from the fenced blocks of networks/README.md, each named by the line above it.

    scripts/teaching_network.py [FOLDER]     # default: the repository's own
"""
import os
import re
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
NAME = "networks/teaching/"

folder = sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, NAME)
os.makedirs(folder, exist_ok=True)
with open(os.path.join(ROOT, "networks", "README.md"), encoding="utf-8") as page:
    blocks = re.findall(rf"^`{NAME}(\S+)`\n```\w+\n(.*?)^```$", page.read(), re.M | re.S)
for file, text in blocks:
    with open(os.path.join(folder, file), "w", encoding="utf-8") as out:
        out.write(text)
subprocess.run(
    [sys.executable, os.path.join(ROOT, "scripts", "make_datapackage.py"), folder], check=True)
