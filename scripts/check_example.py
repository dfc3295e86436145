#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds README's library example against the program of examples/library and what that says.

    scripts/check_example.py                 # README's Swift block is the program, line by line
    scripts/check_example.py OUTPUT          # README's block after it is this output, line by line
"""
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def main():
    with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
        block = re.search(r"^```swift\n(.*?)^```\n(?:(?!^```).)*?^```text\n(.*?)^```", file.read(), re.S | re.M)
    if not block:
        sys.exit("README.md: no ```swift block with a ```text block after it")
    path = sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, "examples/library/Sources/library/main.swift")
    with open(path, encoding="utf-8") as file:
        if file.read() != block.group(len(sys.argv)):
            sys.exit(f"README.md: the block is not {path}")


if __name__ == "__main__":
    main()
