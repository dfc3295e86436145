#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the `import` lines of every target against what Package.swift declares for it.

    scripts/check_imports.py            # silent and 0 where they agree
    scripts/check_imports.py --table    # also lines of Swift and imports of each target

An import that is not declared, and a dependency that no file imports, are faults: declared is what is used
directly, never what comes along with another target. Modules of the toolchain need no declaration.
"""
import json
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TOOLCHAIN = {"Swift", "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Testing", "Glibc", "PackageDescription"}
IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:public\s+|package\s+|internal\s+|fileprivate\s+|private\s+)?import\s+"
    r"(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?(\w+)")


def manifest():
    """The targets of the package, as SwiftPM reads them."""
    text = subprocess.run(["swift", "package", "dump-package"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return json.loads(text)["targets"]


def declared(target):
    """Names of the modules that a target may import."""
    names = set()
    for dependency in target["dependencies"]:
        kind, value = next(iter(dependency.items()))
        names.add(value[0] if isinstance(value, list) else value)
    return names


def sources(target):
    """Paths of a target's Swift files."""
    folder = target.get("path") or ("Tests/" if target["type"] == "test" else "Sources/") + target["name"]
    for place, _, files in sorted(os.walk(os.path.join(ROOT, folder))):
        for name in sorted(files):
            if name.endswith(".swift"):
                yield os.path.join(place, name)


def imports(path):
    """(line, module) of each import; text in comments and literals never begins a line with one."""
    inside = False
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.count('"""') % 2 == 1:
                inside = not inside
                continue
            found = None if inside else IMPORT.match(line)
            if found:
                yield number, found.group(1)


def main():
    faults, table = [], []
    for target in manifest():
        if target["type"] == "system":
            continue
        allowed, used, lines = declared(target), set(), 0
        for path in sources(target):
            with open(path, encoding="utf-8") as file:
                lines += sum(1 for _ in file)
            for number, module in imports(path):
                used.add(module)
                if module not in allowed | TOOLCHAIN | {target["name"]}:
                    faults.append(f"{os.path.relpath(path, ROOT)}:{number}: {target['name']} imports {module}, which Package.swift does not declare for it")
        if lines:
            for module in sorted(allowed - used):
                faults.append(f"Package.swift: {target['name']} declares {module}, which none of its files imports")
            table.append(f"{target['name']:24}{lines:7}  {', '.join(sorted(used - TOOLCHAIN))}")
    if "--table" in sys.argv[1:]:
        print("\n".join(table))
    print("\n".join(faults), file=sys.stderr, end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
