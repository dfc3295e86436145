#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every `tidebore …` command that README.md, docs/*.md and docs/guides/*.md show in ```sh blocks.

    scripts/check_readme.py .build/release/tidebore

A ```text block right after a command shows parts of its output: each of its lines must occur there, blanks aside;
a line of three dots stands for what is left out. Each runs in a fresh copy of the repository's networks/ and docs/, so that what one writes the next can read.
A command may end with 0, or with 4 where it has --require; anything else is a fault.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PAGES = ["README.md", "networks/README.md"] + sorted(
    folder + name for folder in ("docs/", "docs/guides/") for name in os.listdir(os.path.join(ROOT, folder))
    if name.endswith(".md"))


def commands(page):
    """Commands with the lines that the page shows of their output."""
    text = open(os.path.join(ROOT, page), encoding="utf-8").read()
    for block, shown in re.findall(r"^```sh\n(.*?)^```\n(?:\n*```text\n(.*?)^```)?", text, re.S | re.M):
        lines = [line.split(" #")[0].strip() for line in block.replace("\\\n", " ").splitlines()]
        lines = [line for line in lines if re.match(r"(\S*/)?tidebore ", line)]
        for line in lines:
            yield line, shown.splitlines() if line == lines[-1] else []


def plain(text):
    return re.sub(r"\s+", " ", text).strip()


def main():
    tool = os.path.abspath(sys.argv[1])
    failed = passed = 0
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(os.path.join(ROOT, "networks"), os.path.join(folder, "networks"))
        shutil.copytree(os.path.join(ROOT, "scenarios"), os.path.join(folder, "scenarios"))
        shutil.copytree(os.path.join(ROOT, "docs"), os.path.join(folder, "docs"))
        shutil.copytree(os.path.join(ROOT, "networks/teaching"), os.path.join(folder, "my-network"))
        os.symlink(tool, os.path.join(folder, "tidebore"))
        environment = dict(os.environ, PATH=folder + ":" + os.environ["PATH"], TIDEBORE_HOME=ROOT)
        for page in PAGES:
            for command, shown in commands(page):
                if " init my-network" in command:
                    shutil.rmtree(os.path.join(folder, "my-network"), ignore_errors=True)
                run = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True,
                                     text=True, stdin=subprocess.DEVNULL)
                allowed = (0, 4) if "--require" in command else (0,)
                output = plain(run.stdout)
                absent = [line for line in map(plain, shown) if line and line != "…" and line not in output]
                for line in absent:
                    print(f"{page}: not in the output of {command}:\n    {line}")
                good = run.returncode in allowed and not absent
                passed, failed = passed + good, failed + (not good)
                if not good:
                    print(f"{page}: exit code {run.returncode}: {command}\n{run.stderr[:500]}")
    print(f"commands of the pages: {passed} run, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
